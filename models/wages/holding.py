"""Which run has paid a record, as a run sees it that is computed now or again."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, select

from models.employees.tables import EMPLOYEE
from models.periods import Period, week_of
from models.wages.ground import leavers_in
from models.wages.tables import PAY_RUN, PAYSLIP

# Runs that close the days of their period; what turns up there later is a correction.
CLOSING: Final = ("regular", "final")
LIVE: Final = ("approved", "paid")

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom and when a run pays. No codes means everyone of the site, or of the programme.

    An off-cycle run pays work and adjustments that no run has paid, and no salary. A final one
    also pays the days since each employee's last regular payslip. `run` is an approved one that is
    computed again of what it held; `amended`, as it should have been: by the pay terms of today,
    with what was entered since and without what was struck out. `whole` leaves out that off-cycle
    runs have paid some of it.
    """

    period: Period
    site_id: int | None = None
    codes: tuple[str, ...] = ()
    off_cycle: bool = False
    final: bool = False
    run: int | None = None
    amended: bool = False
    whole: bool = False

    @property
    def closing(self) -> bool:
        """Whether it closes the days of its period."""
        return not self.off_cycle

    def absorbs(self, period: Period) -> bool:
        """Whether it pays the rest of everything that an off-cycle run of `period` was for."""
        own = self.period
        inside = own.starts_on <= period.starts_on and period.ends_on <= own.ends_on
        return self.closing and inside


@dataclass(frozen=True, slots=True)
class _Run:
    number: int
    period: Period
    order: int
    closing: bool
    final: bool
    live: bool


class Holding:
    """The runs that hold records, and the one that is computed.

    A run that is computed again counts what it held, and what runs approved before it held.
    """

    def __init__(self, connection: Connection, run: int | None) -> None:
        """Read the approved runs; `run` is one that is computed again."""
        approved = select(PAY_RUN).where(PAY_RUN.c.approved_as.is_not(None))
        self._run = run
        self._runs = {row.id: _run(row) for row in connection.execute(approved)}
        self._order = self._runs[run].order if run in self._runs else None

    def counts(
        self, held_by: int | None, struck_as: int | None = None, *, planned: bool = False
    ) -> bool:
        """Whether the run knows of a record that `held_by` holds.

        One that is struck out counts in the runs that were approved before.
        """
        if struck_as is not None and (self._order is None or struck_as < self._order):
            return False
        if self._run is None:
            return True
        return planned if held_by is None else not self._later(held_by)

    def _later(self, number: int) -> bool:
        return self._order is not None and self._runs[number].order > self._order


def _run(row: Any) -> _Run:
    return _Run(
        row.id,
        Period(row.starts_on, row.ends_on),
        int(row.approved_as),
        row.kind in CLOSING,
        row.kind == "final",
        row.status in LIVE,
    )


class Payments(Holding):
    """To which day records are paid that count in a period."""

    def __init__(self, connection: Connection, scope: Scope, week_starts: str) -> None:
        """Read the runs that paid days of the period's first week or later."""
        super().__init__(connection, scope.run)
        self._amended = scope.amended
        self._takes_late = scope.amended and scope.closing
        self._absorbs = scope.absorbs if scope.whole or scope.amended else None
        self._first = scope.period.starts_on
        self._week_starts = week_starts
        since = week_of(self._first, week_starts).starts_on
        self._paid = self._payslips(connection, since)
        self._left = self._leavers(connection, Period(since, scope.period.ends_on))
        self._knew = self._known_to_leave(connection) if self._left else {}

    def _payslips(self, connection: Connection, since: date) -> dict[int, list[int]]:
        """The live runs that paid each employee for days since then, in their order."""
        near = [
            run.number
            for run in self._runs.values()
            if run.live and run.period.ends_on >= since and not self._later(run.number)
        ]
        statement = (
            select(PAYSLIP.c.employee_id, PAYSLIP.c.run_id)
            .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
            .where(PAYSLIP.c.run_id.in_(near))
            .order_by(PAY_RUN.c.approved_as)
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

    def counts(
        self, held_by: int | None, struck_as: int | None = None, *, planned: bool = False
    ) -> bool:
        """Whether the run knows of a record; one that is amended knows what was entered since."""
        if self._amended and struck_as is not None:
            return False
        return self._takes_late or super().counts(held_by, struck_as, planned=planned)

    def takes(self, held_by: int | None) -> bool:
        """Whether the run takes a deduction: whichever period it is of, only one run does."""
        return held_by is None or held_by == self._run

    def closed(self, employee: int) -> Iterator[tuple[int, Period]]:
        """The runs that closed days of an employee, oldest first, with those days."""
        for number in self._paid.get(employee, ()):
            run = self._runs[number]
            if run.closing:
                yield number, run.period

    def settled(self, employee: int, period: Period) -> bool:
        """Whether a final run has closed days of `period`."""
        return any(
            self._runs[number].final
            and days.starts_on <= period.ends_on
            and days.ends_on >= period.starts_on
            for number, days in self.closed(employee)
            if number != self._run
        )

    def paid_to(self, employee: int, held_by: int | None, day: date) -> date | None:
        """The last day to which a record of `day` and what it adds to its week are paid, or None.

        That is the end of the period of the run that closed the day, or of one that closed the end
        of its week or paid the week later; the last week of a leaver is paid by the run that closes
        it, or by one that knew of the leaving. Where a closed day's record is not paid yet, a
        correction of its payslip pays it.
        One of a day before the period that no run holds will be paid by a run of its own; here it
        only counts towards the hours of its week.
        """
        home = self._home(employee, held_by, day)
        if home is None or home == self._run:
            return self._first - _DAY if day < self._first else None
        run = self._runs[home]
        week = week_of(day, self._week_starts)
        if run.period.ends_on >= week.ends_on:
            return run.period.ends_on
        later = [
            number
            for number in self._others(employee)
            if self._runs[number].closing or self._runs[number].order >= run.order
        ]
        left = self._left.get(employee)
        if left is not None and left in week:
            paid = any(self._pays_until(left, number, employee) for number in (home, *later))
            return left if paid else left - _DAY
        others = [self._runs[number].period for number in later]
        ends = [other.ends_on for other in others if week.ends_on in other]
        return max([run.period.ends_on, *ends])

    def _pays_until(self, left: date, number: int, employee: int) -> bool:
        """Whether a run pays a leaver's last week: it knew of it, or is corrected for it."""
        run = self._runs[number]
        return employee in self._knew[number] or (run.closing and left in run.period)

    def _home(self, employee: int, held_by: int | None, day: date) -> int | None:
        """The run whose payslip a record belongs to: it is paid there, or by corrections of it."""
        held = self._runs[held_by] if held_by is not None else None
        for number, period in self.closed(employee):
            if day in period and (held is None or self._runs[number].order < held.order):
                return number
        if held is None or self._later(held.number):
            return None
        absorbed = self._absorbs and not held.closing and self._absorbs(held.period)
        return self._run if absorbed else held.number

    def _others(self, employee: int) -> list[int]:
        return [number for number in self._paid.get(employee, ()) if number != self._run]
