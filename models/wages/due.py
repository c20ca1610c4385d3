"""Which pay period is to be computed next."""

from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from models.book.book import Book
from models.book.settings import programme
from models.employees.tables import EMPLOYEE
from models.periods import Period, pay_period_of, previous_pay_period
from models.wages.tables import PAY_RUN


def next_pay_period(book: Book, today: date) -> Period:
    """The first pay period that no regular run has paid, at most the one that `today` lies in.

    Before the first run it is the one that ended last, if anyone was employed in it.
    """
    with book.reading() as connection:
        return due_period(connection, today)


def due_period(connection: Connection, today: date) -> Period:
    """`next_pay_period` for a caller that is reading already."""
    settings = programme(connection)
    kind, week_starts = settings.pay_period, settings.week_starts
    now = pay_period_of(today, kind, week_starts)
    paid = select(func.max(PAY_RUN.c.ends_on)).where(
        PAY_RUN.c.kind == "regular", PAY_RUN.c.status != "void"
    )
    newest = connection.execute(paid).scalar()
    if newest is not None:
        following = pay_period_of(newest + timedelta(days=1), kind, week_starts)
        return min(following, now)
    before = previous_pay_period(now, kind, week_starts)
    joined = connection.execute(select(func.min(EMPLOYEE.c.joined_on))).scalar()
    return before if joined is not None and joined <= before.ends_on else now
