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

    Where a run ended inside a pay period, it is the rest of that. Before the first run it is the
    one that ended last, if anyone was employed in it. Runs of chosen employees do not count.
    """
    with book.reading() as connection:
        return due_period(connection, today)


def due_period(connection: Connection, today: date) -> Period:
    """`next_pay_period` for a caller that is reading already."""
    settings = programme(connection)
    kind, week_starts = settings.pay_period, settings.week_starts
    now = pay_period_of(today, kind, week_starts)
    paid_to = _paid_to(connection)
    if paid_to is not None:
        begins = paid_to + timedelta(days=1)
        following = pay_period_of(begins, kind, week_starts)
        return min(Period(begins, following.ends_on), now)
    before = previous_pay_period(now, kind, week_starts)
    joined = connection.execute(select(func.min(EMPLOYEE.c.joined_on))).scalar()
    return before if joined is not None and joined <= before.ends_on else now


def _paid_to(connection: Connection) -> date | None:
    """The last day that everyone is paid to, by runs of the programme or of each of its sites."""
    newest = (
        select(PAY_RUN.c.site_id, func.max(PAY_RUN.c.ends_on))
        .where(PAY_RUN.c.kind == "regular", PAY_RUN.c.status != "void", PAY_RUN.c.codes == "[]")
        .group_by(PAY_RUN.c.site_id)
    )
    by_site: dict[int | None, date] = {row[0]: row[1] for row in connection.execute(newest)}
    everyone = by_site.pop(None, None)
    sites = connection.execute(select(EMPLOYEE.c.site_id).distinct()).scalars()
    each = [by_site.get(site) for site in sites]
    paid = [day for day in each if day is not None]
    if not paid or len(paid) < len(each):
        return everyone
    return max(min(paid), everyone) if everyone else min(paid)
