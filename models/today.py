"""What needs doing now, gathered in a few statements."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from models.book.book import Book
from models.book.records import standing
from models.book.settings import programme
from models.employees.packs import cautions
from models.employees.tables import EMPLOYEE, PAY_TERMS
from models.money import Money
from models.periods import Period, pay_period_of
from models.rules.young import ADULT
from models.sales.so_far import SalesSoFar, sales_so_far
from models.sales.tables import SALE
from models.shifts.tables import SHIFT
from models.wages.due import due_period
from models.wages.late import Late, late_records
from models.wages.missed import Missed, missed_records
from models.wages.tables import PAY_RUN, PAYSLIP, SET_ASIDE


@dataclass(frozen=True, slots=True)
class OpenRun:
    """A run that is not paid yet: its payslips, how many have warnings, who is set aside.

    Of an approved one, `paid` counts the payslips that are paid out, `uncollected` those that are
    not though they pay something; `left` is what these come to in each currency, the largest first.
    """

    number: int
    status: str
    period: Period
    payslips: int
    warned: int
    set_aside: int
    paid: int = 0
    uncollected: int = 0
    left: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Shifts planned for days that are over, and the oldest of those days."""

    count: int
    oldest: date


@dataclass(frozen=True, slots=True)
class Today:
    """What needs doing.

    Attributes:
        today: The day that it is.
        period: The pay period that today lies in.
        due: The pay period that ended without a run, if one did and anyone was employed in it.
        runs: Runs that are not paid, oldest first.
        late: What was entered into closed periods; the next run of its employees pays it.
        missed: What employees have in closed periods that they have no payslip of.
        unconfirmed: Planned shifts of days that are over.
        without_terms: Codes of those employed today whom no pay terms cover.
        too_young: Codes of those employed today who are younger than their pay rules allow.
        employees: How many people the book knows.
        worked: Whether there is any shift.
        sold: Whether there is any sale.
        sales: This month's net, in each currency.
    """

    today: date
    period: Period
    due: Period | None
    runs: tuple[OpenRun, ...]
    late: tuple[Late, ...]
    missed: tuple[Missed, ...]
    unconfirmed: Unconfirmed | None
    without_terms: tuple[str, ...]
    too_young: tuple[str, ...]
    employees: int
    worked: bool
    sold: bool
    sales: tuple[SalesSoFar, ...]

    @property
    def days_left(self) -> int:
        """How many days of the pay period come after today."""
        return (self.period.ends_on - self.today).days


def what_needs_doing(book: Book, today: date) -> Today:
    """Everything of `Today`, from one consistent view of the book."""
    with book.reading() as connection:
        settings = programme(connection)
        return Today(
            today=today,
            period=pay_period_of(today, settings.pay_period, settings.week_starts),
            due=_due(connection, today),
            runs=_open_runs(connection),
            late=late_records(connection),
            missed=missed_records(connection),
            unconfirmed=_unconfirmed(connection, today),
            without_terms=_without_terms(connection, today),
            too_young=_too_young(connection, today),
            employees=int(connection.execute(select(func.count(EMPLOYEE.c.id))).scalar_one()),
            worked=_any(connection, select(SHIFT.c.id).where(standing(SHIFT))),
            sold=_any(connection, select(SALE.c.id).where(standing(SALE))),
            sales=sales_so_far(connection, today, settings.currency),
        )


def _any(connection: Connection, statement: Select[Any]) -> bool:
    return connection.execute(statement.limit(1)).first() is not None


def _due(connection: Connection, today: date) -> Period | None:
    due = due_period(connection, today)
    if due.ends_on >= today:
        return None
    employed = select(EMPLOYEE.c.id).where(
        EMPLOYEE.c.joined_on <= due.ends_on,
        or_(EMPLOYEE.c.left_on.is_(None), EMPLOYEE.c.left_on >= due.starts_on),
    )
    return due if _any(connection, employed) else None


def _open_runs(connection: Connection) -> tuple[OpenRun, ...]:
    def counted(condition: ColumnElement[bool]) -> ColumnElement[int]:
        return select(func.count()).where(condition).correlate(PAY_RUN).scalar_subquery()

    own = PAYSLIP.c.run_id == PAY_RUN.c.id
    approved = PAY_RUN.c.status == "approved"
    statement = (
        select(
            PAY_RUN.c.id,
            PAY_RUN.c.status,
            PAY_RUN.c.starts_on,
            PAY_RUN.c.ends_on,
            counted(own),
            counted(own & (PAYSLIP.c.warnings != "[]")),
            counted(SET_ASIDE.c.run_id == PAY_RUN.c.id),
            counted(own & PAYSLIP.c.paid_on.is_not(None)),
            counted(own & approved & PAYSLIP.c.paid_on.is_(None) & (PAYSLIP.c.paid > 0)),
        )
        .where(PAY_RUN.c.status.in_(("draft", "approved")))
        .order_by(PAY_RUN.c.ends_on, PAY_RUN.c.id)
    )
    left = _left(connection)
    return tuple(
        replace(OpenRun(number, status, Period(first, last), *counts), left=tuple(left[number]))
        for number, status, first, last, *counts in connection.execute(statement)
    )


def _left(connection: Connection) -> dict[int, list[Money]]:
    """By approved run: what was not paid out, in each currency."""
    total = func.sum(PAYSLIP.c.paid)
    statement = (
        select(PAYSLIP.c.run_id, PAYSLIP.c.currency, total)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(PAY_RUN.c.status == "approved", PAYSLIP.c.paid_on.is_(None), PAYSLIP.c.paid > 0)
        .group_by(PAYSLIP.c.run_id, PAYSLIP.c.currency)
        .order_by(PAYSLIP.c.run_id, total.desc(), PAYSLIP.c.currency)
    )
    left: dict[int, list[Money]] = defaultdict(list)
    for run, currency, minor in connection.execute(statement):
        left[run].append(Money(int(minor), currency))
    return left


def _unconfirmed(connection: Connection, today: date) -> Unconfirmed | None:
    statement = select(func.count(), func.min(SHIFT.c.day)).where(
        SHIFT.c.status == "planned", SHIFT.c.day < today
    )
    count, oldest = connection.execute(statement).one()
    return Unconfirmed(int(count), oldest) if count else None


def _without_terms(connection: Connection, today: date) -> tuple[str, ...]:
    terms = exists().where(
        and_(PAY_TERMS.c.employee_id == EMPLOYEE.c.id, PAY_TERMS.c.starts_on <= today)
    )
    statement = select(EMPLOYEE.c.code).where(_employed(today), ~terms).order_by(EMPLOYEE.c.code)
    return tuple(connection.execute(statement).scalars())


def _too_young(connection: Connection, today: date) -> tuple[str, ...]:
    codes = select(EMPLOYEE.c.id, EMPLOYEE.c.code).where(
        EMPLOYEE.c.age_band != ADULT, _employed(today)
    )
    young = {row.id: row.code for row in connection.execute(codes.order_by(EMPLOYEE.c.code))}
    return tuple(cautions(connection, young, today))


def _employed(today: date) -> ColumnElement[bool]:
    still_here = or_(EMPLOYEE.c.left_on.is_(None), EMPLOYEE.c.left_on >= today)
    return and_(EMPLOYEE.c.joined_on <= today, still_here)
