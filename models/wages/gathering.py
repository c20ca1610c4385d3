"""What a run is computed from: everything of its employees, read in a few statements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from models.book.settings import Programme, programme
from models.employees.tables import EMPLOYEE, PAY_TERMS, SITE
from models.periods import Period, week_of
from models.sales.tables import SALE
from models.shifts.tables import HOLIDAY, SHIFT
from models.wages.engine.values import (
    Adjustment,
    MakerSale,
    Minimums,
    PayInput,
    PieceWork,
    ShiftWork,
    Terms,
)
from models.wages.tables import ADJUSTMENT, PIECE

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom and when a run pays. No codes means everyone of the site, or of the programme.

    An off-cycle run pays work and adjustments that no run has paid, and no salary.
    """

    period: Period
    site_id: int | None = None
    codes: tuple[str, ...] = ()
    off_cycle: bool = False


@dataclass(frozen=True, slots=True)
class Payee:
    """An employee and what the pay is computed from."""

    id: int
    code: str
    work_name: str
    site: str
    language: str
    payment_method: str
    pay: PayInput


def payees(connection: Connection, scope: Scope) -> list[Payee]:
    """The employees of a run by site and code.

    They are those employed in its period, and those who left before it but have something open.
    """
    settings = programme(connection)
    employees = connection.execute(_employees(scope)).all()
    work = _Work(connection, scope, settings)
    found = []
    for row in employees:
        pay = work.of(row.id, row.joined_on, row.left_on)
        employed = scope.period.within(row.joined_on, row.left_on) is not None
        if employed or pay.adjustments or pay.sales:
            found.append(
                Payee(
                    row.id,
                    row.code,
                    row.work_name,
                    row.site or "",
                    row.language,
                    row.payment_method,
                    pay,
                )
            )
    return found


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
    """Everything inside a run's period, by employee."""

    def __init__(self, connection: Connection, scope: Scope, settings: Programme) -> None:
        self._scope = scope
        self._settings = settings
        self._terms = _terms(connection)
        self._shifts = _shifts(connection, scope.period, settings.week_starts)
        self._pieces = _pieces(connection, scope.period)
        self._adjustments = _adjustments(connection, scope.period)
        self._sales = _sales(connection, scope.period)
        days = select(HOLIDAY.c.day)
        self._holidays = frozenset(connection.execute(days).scalars())

    def of(self, employee: int, joined_on: date, left_on: date | None) -> PayInput:
        """What one employee's pay is computed from."""
        settings = self._settings
        return PayInput(
            period=self._scope.period,
            joined_on=joined_on,
            left_on=left_on,
            terms=tuple(self._terms.get(employee, ())),
            shifts=tuple(self._shifts.get(employee, ())),
            pieces=tuple(self._pieces.get(employee, ())),
            adjustments=tuple(self._adjustments.get(employee, ())),
            sales=tuple(self._sales.get(employee, ())),
            minimums=Minimums(
                settings.currency, settings.minimum_hourly_wage, settings.minimum_monthly_wage
            ),
            week_starts=settings.week_starts,
            holidays=self._holidays,
            salary=not self._scope.off_cycle,
        )


def _grouped(pairs: Iterable[tuple[int, V]]) -> dict[int, list[V]]:
    groups: dict[int, list[V]] = defaultdict(list)
    for employee, value in pairs:
        groups[employee].append(value)
    return groups


def _terms(connection: Connection) -> dict[int, list[Terms]]:
    statement = select(PAY_TERMS).order_by(PAY_TERMS.c.employee_id, PAY_TERMS.c.starts_on)
    return _grouped(
        (
            row.employee_id,
            Terms(
                starts_on=row.starts_on,
                basis=row.basis,
                rate=row.rate,
                currency=row.currency,
                rules=row.rules,
                daily_minutes=row.daily_minutes,
                weekly_minutes=row.weekly_minutes,
                rest_days=tuple(row.rest_days.split(",")) if row.rest_days else (),
                guaranteed_hourly=row.guaranteed_hourly,
            ),
        )
        for row in connection.execute(statement)
    )


def _shifts(connection: Connection, period: Period, week_starts: str) -> dict[int, list[ShiftWork]]:
    first = week_of(period.starts_on, week_starts).starts_on
    statement = (
        select(
            SHIFT.c.employee_id,
            SHIFT.c.id,
            SHIFT.c.day,
            SHIFT.c.ends_at - SHIFT.c.starts_at,
            SHIFT.c.break_minutes,
            SHIFT.c.status,
            SHIFT.c.rate,
            SHIFT.c.run_id,
        )
        .where(SHIFT.c.day.between(first, period.ends_on))
        .order_by(SHIFT.c.starts_at, SHIFT.c.id)
    )
    return _grouped(
        (employee, ShiftWork(key, day, minutes, pause, status, rate, run is not None))
        for employee, key, day, minutes, pause, status, rate, run in connection.execute(statement)
    )


def _pieces(connection: Connection, period: Period) -> dict[int, list[PieceWork]]:
    open_ = PIECE.c.run_id.is_(None) & PIECE.c.day.between(period.starts_on, period.ends_on)
    statement = (
        select(
            PIECE.c.employee_id,
            PIECE.c.id,
            PIECE.c.day,
            PIECE.c.task,
            PIECE.c.quantity,
            PIECE.c.rate,
        )
        .where(open_)
        .order_by(PIECE.c.day, PIECE.c.id)
    )
    rows = connection.execute(statement)
    return _grouped((employee, PieceWork(*values)) for employee, *values in rows)


def _adjustments(connection: Connection, period: Period) -> dict[int, list[Adjustment]]:
    """Those dated inside the period, and deductions of before that nothing has taken yet."""
    due = or_(
        ADJUSTMENT.c.day.between(period.starts_on, period.ends_on),
        and_(ADJUSTMENT.c.item == "DEDUCTION", ADJUSTMENT.c.day <= period.ends_on),
    )
    statement = (
        select(
            ADJUSTMENT.c.employee_id,
            ADJUSTMENT.c.id,
            ADJUSTMENT.c.day,
            ADJUSTMENT.c.item,
            ADJUSTMENT.c.amount,
            ADJUSTMENT.c.currency,
            ADJUSTMENT.c.note,
        )
        .where(ADJUSTMENT.c.run_id.is_(None), due)
        .order_by(ADJUSTMENT.c.day, ADJUSTMENT.c.id)
    )
    rows = connection.execute(statement)
    return _grouped((employee, Adjustment(*values)) for employee, *values in rows)


def _sales(connection: Connection, period: Period) -> dict[int, list[MakerSale]]:
    open_: ColumnElement[bool] = and_(
        SALE.c.run_id.is_(None),
        SALE.c.maker_id.is_not(None),
        SALE.c.maker_share > 0,
        SALE.c.day.between(period.starts_on, period.ends_on),
    )
    statement = (
        select(
            SALE.c.maker_id,
            SALE.c.id,
            SALE.c.day,
            SALE.c.net,
            SALE.c.currency,
            SALE.c.maker_share,
        )
        .where(open_)
        .order_by(SALE.c.day, SALE.c.id)
    )
    rows = connection.execute(statement)
    return _grouped((maker, MakerSale(*values)) for maker, *values in rows)
