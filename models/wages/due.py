"""Which pay period is to be computed next."""

from datetime import date, timedelta
from typing import Final

from sqlalchemy import Connection, func, select

from models.book.book import Book
from models.book.settings import programme
from models.employees.tables import EMPLOYEE
from models.periods import Period, pay_period_of, previous_pay_period
from models.wages.tables import PAY_RUN

_EVERYONE: Final = (PAY_RUN.c.kind == "regular", PAY_RUN.c.codes == "[]")


def next_pay_period(book: Book, today: date) -> Period:
    """The first pay period that no regular run has paid, at most the one that `today` lies in.

    Where a run ended inside a pay period, it is the rest of that. Before the first run it is the
    one that ended last, if anyone was employed in it. Runs of chosen employees do not count. Days
    whose approved run was voided, and that nothing has taken the place of, come first.
    """
    with book.reading() as connection:
        return due_period(connection, today)


def draft_of(book: Book, period: Period) -> int | None:
    """The newest draft of everyone for days of a period, if there is one."""
    statement = (
        select(func.max(PAY_RUN.c.id))
        .where(*_EVERYONE, PAY_RUN.c.status == "draft")
        .where(PAY_RUN.c.starts_on <= period.ends_on, PAY_RUN.c.ends_on >= period.starts_on)
    )
    with book.reading() as connection:
        return connection.execute(statement).scalar()


def due_period(connection: Connection, today: date) -> Period:
    """`next_pay_period` for a caller that is reading already."""
    reopened = _reopened(connection)
    if reopened is not None:
        return reopened
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


def _reopened(connection: Connection) -> Period | None:
    """The first days of a run that was approved and is void, and that no other run covers."""
    other = PAY_RUN.alias()
    covered = (
        select(other.c.id)
        .where(other.c.kind == "regular", other.c.codes == "[]", other.c.status != "void")
        .where(other.c.starts_on <= PAY_RUN.c.ends_on, other.c.ends_on >= PAY_RUN.c.starts_on)
        .where(
            other.c.site_id.is_(None)
            | PAY_RUN.c.site_id.is_(None)
            | (other.c.site_id == PAY_RUN.c.site_id)
        )
    )
    statement = (
        select(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on)
        .where(*_EVERYONE, PAY_RUN.c.status == "void", PAY_RUN.c.approved_as.is_not(None))
        .where(~covered.exists())
        .order_by(PAY_RUN.c.starts_on, PAY_RUN.c.id)
        .limit(1)
    )
    row = connection.execute(statement).first()
    return Period(row.starts_on, row.ends_on) if row else None


def _paid_to(connection: Connection) -> date | None:
    """The last day that everyone is paid to, by runs of the programme or of each of its sites."""
    newest = (
        select(PAY_RUN.c.site_id, func.max(PAY_RUN.c.ends_on))
        .where(*_EVERYONE, PAY_RUN.c.status != "void")
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
