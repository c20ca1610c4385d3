"""What a run is computed from: everything of its employees, read in a few statements."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from models.book.settings import programme
from models.employees.tables import EMPLOYEE, PAY_TERMS, SITE
from models.periods import Period, week_of
from models.sales.tables import SALE
from models.shifts.hours import clock_change
from models.shifts.tables import SHIFT
from models.wages.engine.segments import reaches_back_to
from models.wages.engine.values import (
    Adjustment,
    MakerSale,
    PayInput,
    PieceWork,
    ShiftWork,
    Terms,
)
from models.wages.ground import Ground
from models.wages.holding import Payments
from models.wages.tables import ADJUSTMENT, PIECE

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom and when a run pays. No codes means everyone of the site, or of the programme.

    An off-cycle run pays work and adjustments that no run has paid, and no salary. `run` is an
    approved one that is computed again, of what it held.
    """

    period: Period
    site_id: int | None = None
    codes: tuple[str, ...] = ()
    off_cycle: bool = False
    run: int | None = None


@dataclass(frozen=True, slots=True)
class Payee:
    """An employee and what the pay is computed from."""

    id: int
    code: str
    work_name: str
    site: str
    language: str
    payment_method: str
    terms_digest: str
    pay: PayInput


def payees(connection: Connection, scope: Scope, ground: Ground) -> list[Payee]:
    """The employees of a run by site and code.

    They are those employed in its period, and those who left before it but have something open.
    """
    employees = connection.execute(_employees(scope)).all()
    work = _Work(connection, scope, ground)
    found = []
    for row in employees:
        pay = work.of(row.id, row.joined_on, row.left_on)
        employed = scope.period.within(row.joined_on, row.left_on) is not None
        if employed or _has_open(pay):
            found.append(
                Payee(
                    row.id,
                    row.code,
                    row.work_name,
                    row.site or "",
                    row.language,
                    row.payment_method,
                    terms_digest(pay.terms, row.joined_on, row.left_on, scope.period.ends_on),
                    pay,
                )
            )
    return found


def terms_digest(terms: Sequence[Terms], joined_on: date, left_on: date | None, last: date) -> str:
    """Tells apart by which pay terms and days of employment someone was paid until `last`."""
    begun = [each for each in terms if each.starts_on <= last]
    left = left_on if left_on is not None and left_on <= last else None
    return hashlib.blake2b(repr((joined_on, left, begun)).encode(), digest_size=16).hexdigest()


def _has_open(pay: PayInput) -> bool:
    paid = [each.paid_to for each in pay.adjustments] + [each.paid_to for each in pay.sales]
    return None in paid


def _employees(scope: Scope) -> Any:
    statement = (
        select(EMPLOYEE, SITE.c.name.label("site"))
        .outerjoin(SITE, SITE.c.id == EMPLOYEE.c.site_id)
        .where(EMPLOYEE.c.joined_on <= scope.period.ends_on)
        .order_by(func.coalesce(SITE.c.name, ""), EMPLOYEE.c.code)
    )
    if scope.site_id is not None:
        statement = statement.where(EMPLOYEE.c.site_id == scope.site_id)
    if scope.codes:
        statement = statement.where(EMPLOYEE.c.code.in_(scope.codes))
    return statement


class _Work:
    """Everything that a run's period counts, by employee."""

    def __init__(self, connection: Connection, scope: Scope, ground: Ground) -> None:
        self._scope = scope
        self._ground = ground
        week = week_of(scope.period.starts_on, ground.week_starts).starts_on
        days = Period(week, scope.period.ends_on)
        holding = Payments(connection, scope.run, scope.period, ground.week_starts)
        self._terms = _terms(connection)
        self._pieces = _pieces(connection, days, holding)
        self._adjustments = _adjustments(connection, days, holding)
        self._sales = _sales(connection, days, holding)
        self._shifts = _shifts(connection, self._days_of_shifts(), holding)

    def _days_of_shifts(self) -> Period:
        """The days whose shifts count: back to where a week or a bonus began."""
        period = self._scope.period
        bonuses = (each.earned for given in self._adjustments.values() for each in given)
        earned = [days.starts_on for days in bonuses if days is not None]
        first = reaches_back_to(period, self._ground.week_starts, earned)
        return Period(first, period.ends_on)

    def of(self, employee: int, joined_on: date, left_on: date | None) -> PayInput:
        """What one employee's pay is computed from."""
        return PayInput(
            period=self._scope.period,
            joined_on=joined_on,
            left_on=left_on,
            terms=tuple(self._terms.get(employee, ())),
            shifts=tuple(self._shifts.get(employee, ())),
            pieces=tuple(self._pieces.get(employee, ())),
            adjustments=tuple(self._adjustments.get(employee, ())),
            sales=tuple(self._sales.get(employee, ())),
            minimums=self._ground.minimums,
            week_starts=self._ground.week_starts,
            calendars=self._ground.calendars,
            salary=not self._scope.off_cycle,
        )


def _grouped(pairs: Iterable[tuple[int, V]]) -> dict[int, list[V]]:
    groups: dict[int, list[V]] = defaultdict(list)
    for employee, value in pairs:
        groups[employee].append(value)
    return groups


def _terms(connection: Connection) -> dict[int, list[Terms]]:
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


def _shifts(connection: Connection, days: Period, holding: Payments) -> dict[int, list[ShiftWork]]:
    statement = (
        select(
            SHIFT.c.employee_id,
            SHIFT.c.run_id,
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
    zones = _zones(connection)
    found: dict[int, list[ShiftWork]] = defaultdict(list)
    for row in connection.execute(statement):
        employee, run, key, day, pause, status, rate, starts, ends, starts_at, ends_at = row
        if not holding.counts(run, planned=status == "planned"):
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


def _pieces(connection: Connection, days: Period, holding: Payments) -> dict[int, list[PieceWork]]:
    statement = (
        select(
            PIECE.c.employee_id,
            PIECE.c.run_id,
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
        for employee, run, key, day, task, quantity, rate in connection.execute(statement)
        if holding.counts(run)
    )


def _adjustments(
    connection: Connection, days: Period, holding: Payments
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
    found: dict[int, list[Adjustment]] = defaultdict(list)
    for row in connection.execute(statement):
        if not holding.counts(row.run_id):
            continue
        deduction = row.item == "DEDUCTION"
        day = days.ends_on if deduction else row.day
        paid_to = holding.paid_to(row.employee_id, row.run_id, day)
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


def _sales(connection: Connection, days: Period, holding: Payments) -> dict[int, list[MakerSale]]:
    shared: ColumnElement[bool] = and_(
        SALE.c.maker_id.is_not(None),
        SALE.c.maker_share > 0,
        SALE.c.day.between(days.starts_on, days.ends_on),
    )
    statement = (
        select(
            SALE.c.maker_id,
            SALE.c.run_id,
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
        for maker, run, key, day, net, currency, share in connection.execute(statement)
        if holding.counts(run)
    )
