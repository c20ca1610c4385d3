"""What a run is computed from: everything of its employees, read in a few statements."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from models.employees.tables import EMPLOYEE, SITE
from models.periods import Period, week_of
from models.wages.beside import Beside
from models.wages.engine.segments import reaches_back_to
from models.wages.engine.values import (
    PayInput,
    Terms,
)
from models.wages.entered_work import Whose, adjustments, all_terms, pieces, sales, shifts
from models.wages.ground import Ground
from models.wages.holding import Payments, Scope

_FEW = 500  # employees whose records are read one by one rather than all of the period
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Payee:
    """An employee and what the pay is computed from."""

    id: int
    code: str
    work_name: str
    site: str
    language: str
    payment_method: str
    employed: bool
    terms_digest: str
    pay: PayInput


def payees(
    connection: Connection, scope: Scope, ground: Ground, beside: Beside | None = None
) -> list[Payee]:
    """The employees of a run by site and code.

    They are those employed in its period, and those who left before it but have something open.
    `beside` is what is due to them or from them besides the work of the period.
    """
    employees = connection.execute(employees_of(scope)).all()
    work = _Work(connection, scope, ground, [row.id for row in employees])
    found = []
    for row in employees:
        pay = work.of(row.id, row.joined_on, row.left_on)
        if beside is not None:
            pay = beside.added_to(pay, row)
        employed = pay.period.within(row.joined_on, row.left_on) is not None
        employed = employed and (pay.salary or scope.off_cycle)
        if employed or pay.corrections or _has_open(pay):
            found.append(
                Payee(
                    row.id,
                    row.code,
                    row.work_name,
                    row.site or "",
                    row.language,
                    row.payment_method,
                    employed,
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


def employees_of(scope: Scope) -> Any:
    """The statement of a run's employees with their site, by site and code."""
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

    def __init__(
        self, connection: Connection, scope: Scope, ground: Ground, employees: Sequence[int]
    ) -> None:
        self._scope = scope
        self._ground = ground
        week = week_of(scope.period.starts_on, ground.week_starts).starts_on
        days = Period(week, scope.period.ends_on)
        holding = Payments(connection, scope, ground.week_starts)
        whose = Whose(employees if len(employees) <= _FEW else None)
        self._terms = all_terms(connection)
        self._holding = holding
        self._pieces = pieces(connection, days, holding, whose)
        self._adjustments = adjustments(connection, days, holding, whose)
        self._sales = sales(connection, days, holding, whose)
        self._shifts = shifts(connection, self._days_of_shifts(), holding, whose)

    def _days_of_shifts(self) -> Period:
        """The days whose shifts count: back to where a week or a bonus began."""
        period = self._scope.period
        bonuses = (each.earned for given in self._adjustments.values() for each in given)
        earned = [days.starts_on for days in bonuses if days is not None]
        first = reaches_back_to(period, self._ground.week_starts, earned)
        return Period(first, period.ends_on)

    def of(self, employee: int, joined_on: date, left_on: date | None) -> PayInput:
        """What one employee's pay is computed from."""
        period = self._scope.period
        salary = not self._scope.off_cycle
        if self._scope.final or (salary and self._holding.settled(employee, period)):
            period, salary = self._still_open(employee)
        return PayInput(
            period=period,
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
            salary=salary,
        )

    def _still_open(self, employee: int) -> tuple[Period, bool]:
        """The days of a run after the last that another run closed, and if there are any."""
        period = self._scope.period
        closed = (
            days.ends_on
            for number, days in self._holding.closed(employee)
            if number != self._scope.run
        )
        first = max([period.starts_on, *(last + _DAY for last in closed)])
        if first > period.ends_on:
            return Period(period.ends_on, period.ends_on), False
        return Period(first, period.ends_on), True
