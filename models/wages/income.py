"""What a letter can confirm of a worker: the days of employment, the pay terms, what was paid."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

from dateutil.relativedelta import relativedelta
from sqlalchemy import Connection, Row, func, select

from models.book.book import Book
from models.employees.queries import EmployeeRow, employee
from models.errors import RefusedError
from models.language import gettext as _
from models.money import round_half_up
from models.periods import Period, month_of
from models.wages.tables import PAY_RUN, PAYSLIP

MONTHS_TO_AVERAGE: Final = (3, 6, 12)


@dataclass(frozen=True, slots=True)
class Average:
    """What a month brought on average, in minor units, over the months that were `paid`.

    Each amount is the sum ÷ the number of months, rounded half up.
    """

    currency: str
    paid: tuple[Period, ...]
    gross: int
    net: int


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What is confirmed on the day `on`.

    `basis`, `rate` (in ten-thousandths) and `currency` are those of the terms in force then, or on
    the last day of an employment that is over; None without terms.
    """

    code: str
    work_name: str
    language: str
    on: date
    joined_on: date
    left_on: date | None
    basis: str | None
    rate: int | None
    currency: str | None
    averages: tuple[Average, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether the employment has ended."""
        return self.left_on is not None and self.left_on < self.on


def confirmation(book: Book, code: str, *, on: date, months: int = 3) -> Confirmation:
    """What can be confirmed of an employee on a day.

    The averages are of the payslips that were paid: of the last so many calendar months up to
    that of the newest of them. A payslip belongs to the month that its pay period ends in.

    Raises:
        NotFoundError: nobody has this code.
        RefusedError: the employment begins after that day.
    """
    now = employee(book, code, on=on)
    if now.joined_on > on:
        raise RefusedError(
            _("{code} joins on {day}; there is no employment to confirm yet.").format(
                code=code, day=now.joined_on
            )
        )
    over = now.left_on is not None and now.left_on < on
    then = employee(book, code, on=now.left_on) if over and now.left_on else now
    with book.reading() as connection:
        averages = _averages(connection, then, months)
    return Confirmation(
        code=then.code,
        work_name=then.work_name,
        language=then.language,
        on=on,
        joined_on=then.joined_on,
        left_on=then.left_on,
        basis=then.basis,
        rate=then.rate,
        currency=then.currency,
        averages=averages,
    )


def _averages(connection: Connection, of: EmployeeRow, months: int) -> tuple[Average, ...]:
    statement = (
        select(PAYSLIP.c.currency, PAY_RUN.c.ends_on)
        .add_columns(func.sum(PAYSLIP.c.gross).label("gross"), func.sum(PAYSLIP.c.net).label("net"))
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(PAYSLIP.c.employee_id == of.id, PAYSLIP.c.paid_on.is_not(None))
        .group_by(PAYSLIP.c.currency, PAY_RUN.c.ends_on)
    )
    paid = connection.execute(statement).all()
    if not paid:
        return ()
    newest = month_of(max(row.ends_on for row in paid))
    first = newest.starts_on - relativedelta(months=months - 1)
    by_currency: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in paid:
        if row.ends_on >= first:
            by_currency[row.currency].append(row)
    return tuple(_average(by_currency[currency]) for currency in sorted(by_currency))


def _average(rows: list[Row[Any]]) -> Average:
    paid = tuple(sorted({month_of(row.ends_on) for row in rows}))
    gross, net = (
        round_half_up(Fraction(sum(int(getattr(row, name)) for row in rows), len(paid)))
        for name in ("gross", "net")
    )
    return Average(rows[0].currency, paid, gross, net)
