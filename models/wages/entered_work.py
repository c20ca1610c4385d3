"""Reading the work, amounts and pay terms that runs are computed from, by employee."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from models.book.settings import programme
from models.employees.tables import EMPLOYEE, PAY_TERMS, SITE
from models.periods import Period
from models.sales.tables import SALE
from models.shifts.hours import clock_change
from models.shifts.tables import SHIFT
from models.wages.engine.values import Adjustment, MakerSale, PieceWork, ShiftWork, Terms
from models.wages.holding import Payments
from models.wages.tables import ADJUSTMENT, PIECE

V = TypeVar("V")


class Whose:
    """Whose records are read: of a few employees, or of all where it is about most of them."""

    def __init__(self, employees: Sequence[int] | None) -> None:
        self._employees = employees

    def among(self, statement: Any, owner: Any) -> Any:
        """The statement of these employees' records."""
        return statement if self._employees is None else statement.where(owner.in_(self._employees))


def _grouped(pairs: Iterable[tuple[int, V]]) -> dict[int, list[V]]:
    groups: dict[int, list[V]] = defaultdict(list)
    for employee, value in pairs:
        groups[employee].append(value)
    return groups


def all_terms(connection: Connection) -> dict[int, list[Terms]]:
    """The pay terms of each employee, oldest first."""
    statement = select(PAY_TERMS).order_by(PAY_TERMS.c.employee_id, PAY_TERMS.c.starts_on)
    return _grouped((row.employee_id, terms_of(row)) for row in connection.execute(statement))


def terms_of(row: Row[Any]) -> Terms:
    """A row of the pay terms as the engine takes them."""
    return Terms(
        starts_on=row.starts_on,
        basis=row.basis,
        rate=row.rate,
        currency=row.currency,
        rules=row.rules,
        daily_minutes=row.daily_minutes,
        weekly_minutes=row.weekly_minutes,
        rest_days=tuple(row.rest_days.split(",")) if row.rest_days else (),
        guaranteed_hourly=row.guaranteed_hourly,
    )


def shifts(
    connection: Connection, days: Period, holding: Payments, whose: Whose
) -> dict[int, list[ShiftWork]]:
    """Shifts of `days` by employee, in their order, as far as the run knows them."""
    statement = (
        select(
            SHIFT.c.employee_id,
            SHIFT.c.run_id,
            SHIFT.c.struck_as,
            SHIFT.c.id,
            SHIFT.c.day,
            SHIFT.c.break_minutes,
            SHIFT.c.status,
            SHIFT.c.rate,
            SHIFT.c.starts,
            SHIFT.c.ends,
            SHIFT.c.starts_at,
            SHIFT.c.ends_at,
        )
        .where(SHIFT.c.day.between(days.starts_on, days.ends_on))
        .order_by(SHIFT.c.starts_at, SHIFT.c.id)
    )
    statement = whose.among(statement, SHIFT.c.employee_id)
    zones = _zones(connection)
    found: dict[int, list[ShiftWork]] = defaultdict(list)
    for row in connection.execute(statement):
        (employee, run, struck, key, day, pause, status, rate) = row[:8]
        starts, ends, starts_at, ends_at = row[8:]
        if not holding.counts(run, struck, planned=status == "planned"):
            continue
        minutes = ends_at - starts_at
        change = None
        if ends - starts != minutes:
            change = clock_change(starts_at, ends_at, ends - starts, zones[employee])
        paid_to = holding.paid_to(employee, run, day)
        found[employee].append(
            ShiftWork(key, day, minutes, pause, status, rate, paid_to, starts, change)
        )
    return found


def _zones(connection: Connection) -> dict[int, str]:
    own = programme(connection).timezone
    zone = func.coalesce(SITE.c.timezone, own).label("timezone")
    statement = select(EMPLOYEE.c.id, zone).outerjoin(SITE, SITE.c.id == EMPLOYEE.c.site_id)
    return {row.id: row.timezone for row in connection.execute(statement)}


def pieces(
    connection: Connection, days: Period, holding: Payments, whose: Whose
) -> dict[int, list[PieceWork]]:
    """Pieces of `days` by employee, by day."""
    statement = (
        select(
            PIECE.c.employee_id,
            PIECE.c.run_id,
            PIECE.c.struck_as,
            PIECE.c.id,
            PIECE.c.day,
            PIECE.c.task,
            PIECE.c.quantity,
            PIECE.c.rate,
        )
        .where(PIECE.c.day.between(days.starts_on, days.ends_on))
        .order_by(PIECE.c.day, PIECE.c.id)
    )
    return _grouped(
        (employee, PieceWork(key, day, task, quantity, rate, holding.paid_to(employee, run, day)))
        for employee, run, struck, key, day, task, quantity, rate in connection.execute(
            whose.among(statement, PIECE.c.employee_id)
        )
        if holding.counts(run, struck)
    )


def adjustments(
    connection: Connection, days: Period, holding: Payments, whose: Whose
) -> dict[int, list[Adjustment]]:
    """Those dated inside the period, deductions of before that nothing has taken yet, and bonuses.

    A bonus counts towards the regular rate of its week also when another run has paid it.
    """
    table = ADJUSTMENT.c
    before = table.day <= days.ends_on
    due = or_(
        table.day.between(days.starts_on, days.ends_on),
        before & (table.item == "DEDUCTION"),
        before & (table.earned_to >= days.starts_on),
    )
    statement = select(ADJUSTMENT).where(due).order_by(table.day, table.id)
    statement = whose.among(statement, table.employee_id)
    found: dict[int, list[Adjustment]] = defaultdict(list)
    for row in connection.execute(statement):
        if not holding.counts(row.run_id, row.struck_as):
            continue
        if row.item == "DEDUCTION":
            paid_to = None if holding.takes(row.run_id) else days.ends_on
        else:
            paid_to = holding.paid_to(row.employee_id, row.run_id, row.day)
        if paid_to is None or row.item == "BONUS":
            found[row.employee_id].append(_adjustment(row, paid_to))
    return found


def _adjustment(row: Any, paid_to: date | None) -> Adjustment:
    return Adjustment(
        id=row.id,
        day=row.day,
        item=row.item,
        amount=row.amount,
        currency=row.currency,
        note=row.note,
        kind=row.kind,
        legal_basis=row.legal_basis,
        agreed=row.agreed,
        earned=Period(row.earned_from, row.earned_to) if row.earned_from else None,
        paid_to=paid_to,
    )


def sales(
    connection: Connection, days: Period, holding: Payments, whose: Whose
) -> dict[int, list[MakerSale]]:
    """Makers' sales of `days` by maker, by day."""
    shared: ColumnElement[bool] = and_(
        SALE.c.maker_id.is_not(None),
        SALE.c.maker_share > 0,
        SALE.c.day.between(days.starts_on, days.ends_on),
    )
    statement = (
        select(
            SALE.c.maker_id,
            SALE.c.run_id,
            SALE.c.struck_as,
            SALE.c.id,
            SALE.c.day,
            SALE.c.net,
            SALE.c.currency,
            SALE.c.maker_share,
        )
        .where(shared)
        .order_by(SALE.c.day, SALE.c.id)
    )
    return _grouped(
        (maker, MakerSale(key, day, net, currency, share, holding.paid_to(maker, run, day)))
        for maker, run, struck, key, day, net, currency, share in connection.execute(
            whose.among(statement, SALE.c.maker_id)
        )
        if holding.counts(run, struck)
    )
