"""Which run has paid a record, as a run sees it that is computed now or again."""

from datetime import date, timedelta

from sqlalchemy import Connection, select

from models.periods import Period
from models.wages.tables import PAY_RUN

_DAY = timedelta(days=1)


class Holding:
    """The runs that hold records, and the one that is computed.

    A run that is computed again counts what it held, and what runs approved before it held.
    """

    def __init__(self, connection: Connection, period: Period, run: int | None) -> None:
        """Read the runs; `run` is an approved one that is computed again."""
        rows = connection.execute(select(PAY_RUN.c.id, PAY_RUN.c.ends_on, PAY_RUN.c.approved_as))
        runs = {row.id: row for row in rows}
        self._ends: dict[int, date] = {number: row.ends_on for number, row in runs.items()}
        self._before = period.starts_on - _DAY
        self._first = period.starts_on
        self._run = run
        own = runs[run].approved_as if run is not None else None
        self._later = {
            number
            for number, row in runs.items()
            if own is not None and (row.approved_as is None or row.approved_as > own)
        }

    def counts(self, held_by: int | None, *, planned: bool = False) -> bool:
        """Whether the run knows of a record that `held_by` holds."""
        if self._run is None:
            return True
        return planned if held_by is None else held_by not in self._later

    def paid_to(self, held_by: int | None, day: date) -> date | None:
        """The last day of the period of the run that paid a record of `day`, or None.

        One of a day before the period that no run holds will be paid by a run of its own; here it
        only counts towards the hours of its week.
        """
        if held_by is not None and held_by != self._run:
            return self._ends[held_by]
        return self._before if day < self._first else None
