"""Which run has paid a record, as a run sees it that is computed now or again."""

from collections import defaultdict
from datetime import date, timedelta

from sqlalchemy import Connection, select

from models.employees.tables import EMPLOYEE
from models.periods import Period, week_of
from models.wages.ground import leavers_in
from models.wages.tables import PAY_RUN, PAYSLIP

_DAY = timedelta(days=1)


class Holding:
    """The runs that hold records, and the one that is computed.

    A run that is computed again counts what it held, and what runs approved before it held.
    """

    def __init__(self, connection: Connection, run: int | None) -> None:
        """Read the approved runs; `run` is one that is computed again."""
        approved = select(PAY_RUN).where(PAY_RUN.c.approved_as.is_not(None))
        self._run = run
        self._runs = {
            row.id: (Period(row.starts_on, row.ends_on), int(row.approved_as))
            for row in connection.execute(approved)
        }
        own = self._runs[run][1] if run in self._runs else None
        self._later = {
            number
            for number, (_days, order) in self._runs.items()
            if own is not None and order > own
        }

    def counts(self, held_by: int | None, *, planned: bool = False) -> bool:
        """Whether the run knows of a record that `held_by` holds."""
        if self._run is None:
            return True
        return planned if held_by is None else held_by not in self._later


class Payments(Holding):
    """To which day records are paid that count in a period."""

    def __init__(
        self, connection: Connection, run: int | None, period: Period, week_starts: str
    ) -> None:
        """Read the runs that paid days of the period's first week or later."""
        super().__init__(connection, run)
        self._first = period.starts_on
        self._week_starts = week_starts
        since = week_of(period.starts_on, week_starts).starts_on
        self._paid = self._payslips(connection, since)
        self._left = self._leavers(connection, Period(since, period.ends_on))
        self._knew = self._known_to_leave(connection) if self._left else {}

    def _payslips(self, connection: Connection, since: date) -> dict[int, list[int]]:
        """The runs that paid each employee for days since then, later ones left out."""
        near = [
            number
            for number, (period, _order) in self._runs.items()
            if period.ends_on >= since and number != self._run and number not in self._later
        ]
        statement = (
            select(PAYSLIP.c.employee_id, PAYSLIP.c.run_id)
            .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
            .where(PAYSLIP.c.run_id.in_(near), PAY_RUN.c.status.in_(("approved", "paid")))
        )
        found: dict[int, list[int]] = defaultdict(list)
        for employee, number in connection.execute(statement) if near else ():
            found[employee].append(number)
        return found

    def _leavers(self, connection: Connection, days: Period) -> dict[int, date]:
        """Who left on one of `days`."""
        inside = EMPLOYEE.c.left_on.between(days.starts_on, days.ends_on)
        rows = connection.execute(select(EMPLOYEE.c.id, EMPLOYEE.c.left_on).where(inside))
        return {row.id: row.left_on for row in rows}

    def _known_to_leave(self, connection: Connection) -> dict[int, set[int]]:
        """Whom each run knew to leave inside its period."""
        rows = connection.execute(select(PAY_RUN.c.id, PAY_RUN.c.kept))
        return {row.id: leavers_in(row.kept) for row in rows if row.id in self._runs}

    def paid_to(self, employee: int, held_by: int | None, day: date) -> date | None:
        """The last day to which a record of `day` and what it adds to its week are paid, or None.

        That is the end of the period of the run that holds it or of a later one that paid the week;
        the last week of a leaver is paid only by a run that knew of the leaving.
        One of a day before the period that no run holds will be paid by a run of its own; here it
        only counts towards the hours of its week.
        """
        if held_by is None or held_by == self._run:
            return self._first - _DAY if day < self._first else None
        period, order = self._runs[held_by]
        week = week_of(day, self._week_starts)
        if period.ends_on >= week.ends_on:
            return period.ends_on
        later = [n for n in self._paid.get(employee, ()) if self._runs[n][1] >= order]
        left = self._left.get(employee)
        if left is not None and left in week:
            knew = any(employee in self._knew[number] for number in (held_by, *later))
            return left if knew else left - _DAY
        others = [self._runs[number][0] for number in later]
        return max([period.ends_on, *(other.ends_on for other in others if week.ends_on in other)])
