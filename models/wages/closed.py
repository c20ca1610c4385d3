"""Payslips that are closed, and which of them may come out differently now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from models.book.settings import programme
from models.employees.tables import EMPLOYEE
from models.periods import Period
from models.sales.tables import SALE
from models.shifts.tables import SHIFT
from models.wages.earning import owner_of
from models.wages.engine.segments import reaches_back_to
from models.wages.engine.values import Minutes
from models.wages.entered_work import all_terms
from models.wages.gathering import employees_of, terms_digest
from models.wages.holding import CLOSING, LIVE, Scope
from models.wages.storing import hours_of, minutes_of
from models.wages.tables import ADJUSTMENT, PAY_RUN, PAYSLIP, PAYSLIP_LINE, PIECE


@dataclass(frozen=True, slots=True)
class Closed:
    """A payslip of an approved or paid run, or one of a void run that was paid."""

    number: str
    run: int
    kind: str
    void: bool
    employee: int
    code: str
    period: Period
    currency: str
    terms_digest: str
    kept: str
    minutes: Minutes
    corrected_hours: Mapping[str, Minutes]


def closed_payslips(connection: Connection, scope: Scope) -> list[Closed]:
    """The closed payslips of the employees of a run, in the order in which they were approved."""
    whom = (
        employees_of(scope)
        .with_only_columns(EMPLOYEE.c.id, maintain_column_froms=True)
        .order_by(None)
    )
    live = PAY_RUN.c.status.in_(LIVE)
    void = (PAY_RUN.c.status == "void") & PAYSLIP.c.paid_on.is_not(None)
    statement = (
        select(PAYSLIP, PAY_RUN.c.kind, PAY_RUN.c.status, PAY_RUN.c.starts_on, PAY_RUN.c.ends_on)
        .add_columns(PAY_RUN.c.kept, EMPLOYEE.c.code)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .join(EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id)
        .where(PAYSLIP.c.employee_id.in_(whom), live | void)
        .order_by(PAY_RUN.c.approved_as, PAYSLIP.c.id)
    )
    return [
        Closed(
            row.number,
            row.run_id,
            row.kind,
            row.status == "void",
            row.employee_id,
            row.code,
            Period(row.starts_on, row.ends_on),
            row.currency,
            row.terms_digest,
            row.kept,
            minutes_of(row),
            hours_of(row.corrected_hours),
        )
        for row in connection.execute(statement)
    ]


def absorbed(slips: Sequence[Closed], by: Closed) -> list[Closed]:
    """The off-cycle payslips of which another payslip pays the rest: they are one with it."""
    scope = Scope(by.period, off_cycle=by.kind not in CLOSING)
    return [
        slip
        for slip in slips
        if slip.employee == by.employee and slip.kind not in CLOSING and scope.absorbs(slip.period)
    ]


def in_doubt(connection: Connection, slips: Sequence[Closed]) -> list[Closed]:
    """Those that may come out differently.

    Something was entered inside what they count or struck out of it, pay terms or days of
    employment have changed, or a correction could not be taken back in full.
    """
    if not slips:
        return []
    terms = all_terms(connection)
    employed = {
        row.id: (row.joined_on, row.left_on)
        for row in connection.execute(
            select(EMPLOYEE.c.id, EMPLOYEE.c.joined_on, EMPLOYEE.c.left_on)
        )
    }
    changed = _Changed(connection, slips)
    digests: dict[Any, str] = {}

    def digest(slip: Closed) -> str:
        own, last = terms.get(slip.employee, []), slip.period.ends_on
        joined, left = employed[slip.employee]
        begun = sum(each.starts_on <= last for each in own)
        key = slip.employee, begun, left is not None and left <= last
        if key not in digests:
            digests[key] = terms_digest(own, joined, left, last)
        return digests[key]

    return [slip for slip in slips if changed.touches(slip) or digest(slip) != slip.terms_digest]


class _Changed:
    """Records that payslips did not count, or should not have, and unfinished corrections."""

    def __init__(self, connection: Connection, slips: Sequence[Closed]) -> None:
        self._week_starts = programme(connection).week_starts
        last = max(slip.period.ends_on for slip in slips)
        self._days: dict[int, set[date]] = defaultdict(set)
        self._struck: dict[int, set[int]] = defaultdict(set)
        for table in (SHIFT, PIECE, ADJUSTMENT, SALE):
            self._read(connection, table, last)
        bonuses = select(ADJUSTMENT.c.employee_id, ADJUSTMENT.c.run_id, ADJUSTMENT.c.earned_from)
        self._earned: dict[tuple[int, int], list[date]] = defaultdict(list)
        for row in connection.execute(bonuses.where(ADJUSTMENT.c.earned_from.is_not(None))):
            self._earned[row.employee_id, row.run_id].append(row.earned_from)
        self._carried = set(
            connection.execute(
                select(PAYSLIP_LINE.c.corrects)
                .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
                .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
                .where(
                    PAYSLIP_LINE.c.corrects != "",
                    PAYSLIP_LINE.c.carried != 0,
                    PAY_RUN.c.status.in_(LIVE),
                )
            ).scalars()
        )

    def _read(self, connection: Connection, table: Any, last: date) -> None:
        owner = owner_of(table)
        late = and_(table.c.run_id.is_(None), table.c.struck_as.is_(None), *_earns(table))
        struck = and_(table.c.run_id.is_not(None), table.c.struck_as.is_not(None))
        statement = select(owner.label("owner"), table.c.day, table.c.run_id).where(
            owner.is_not(None), table.c.day <= last, or_(late, struck)
        )
        for row in connection.execute(statement):
            self._days[row.owner].add(row.day)
            if row.run_id is not None:
                self._struck[row.owner].add(row.run_id)

    def touches(self, slip: Closed) -> bool:
        """Whether one of them lies in what the payslip counts."""
        if slip.number in self._carried or slip.run in self._struck[slip.employee]:
            return True
        days = self._days[slip.employee]
        if not days or slip.kind not in CLOSING:
            return False
        earned = self._earned.get((slip.employee, slip.run), ())
        first = reaches_back_to(slip.period, self._week_starts, earned)
        return any(first <= day <= slip.period.ends_on for day in days)


def _earns(table: Any) -> Iterable[Any]:
    """What makes a difference to pay; deductions are taken by the next run by themselves."""
    if table is SHIFT:
        return (SHIFT.c.status != "planned",)
    if table is ADJUSTMENT:
        return (ADJUSTMENT.c.item != "DEDUCTION",)
    return (SALE.c.maker_share > 0,) if table is SALE else ()
