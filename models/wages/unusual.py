"""What is unusual in a pay run, read from the book, the worst first."""

from collections.abc import Iterator

from sqlalchemy import Connection, and_, exists, or_, select

from models.book.book import Book
from models.day_words import period_text
from models.employees.tables import EMPLOYEE, SITE
from models.language import gettext as _
from models.language import ngettext
from models.periods import Period
from models.wages.missed import Missed, missed_records
from models.wages.queries import payslips, run, set_aside
from models.wages.rows import RunRow
from models.wages.tables import PAY_RUN, PAYSLIP, SET_ASIDE
from models.wages.unusual_pay import Before, Unusual, unusual_in


def unusual(book: Book, number: int) -> list[Unusual]:
    """What someone should look at in a run, by how bad it is and by code.

    Raises:
        NotFoundError: there is no such run.
    """
    row = run(book, number)
    found = list(_without_payslip(book, row))
    regular = row.kind == "regular"
    with book.reading() as connection:
        before = _before(connection, row) if regular else {}
    for slip in payslips(book, number):
        found += unusual_in(slip, before.get(slip.code), regular=regular)
    return sorted(found, key=lambda each: (each.rank, each.code))


def _without_payslip(book: Book, row: RunRow) -> Iterator[Unusual]:
    for aside in set_aside(book, row.number):
        yield Unusual("set_aside", aside.code, aside.work_name, "", aside.reason)
    if row.kind == "regular":
        with book.reading() as connection:
            left_out = _left_out(connection, row)
            missed = missed_records(connection)
        for each in missed:
            yield Unusual("missed", each.code, each.work_name, "", missed_text(each))
        for code, name in left_out:
            yield Unusual("not_in_run", code, name, "", _("Employed here, but not in this run."))


def missed_text(missed: Missed) -> str:
    """What is not paid, and how it will be."""
    text = ngettext(
        "{n} record of {period} is on no payslip; a run of that period for {code} alone pays it.",
        "{n} records of {period} are on no payslip; a run of that period for {code} alone pays "
        "them.",
        missed.count,
    )
    return text.format(n=missed.count, period=period_text(missed.period), code=missed.code)


def _before(connection: Connection, row: RunRow) -> dict[str, Before]:
    """By code: the last payslip of a regular run before this one that counts."""
    statement = (
        select(
            EMPLOYEE.c.code,
            PAYSLIP.c.currency,
            PAYSLIP.c.gross,
            PAYSLIP.c.net,
            PAY_RUN.c.starts_on,
            PAY_RUN.c.ends_on,
        )
        .join(PAYSLIP, PAYSLIP.c.employee_id == EMPLOYEE.c.id)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(
            PAY_RUN.c.kind == "regular",
            PAY_RUN.c.status.in_(("approved", "paid")),
            PAY_RUN.c.ends_on < row.period.starts_on,
        )
        .order_by(PAY_RUN.c.ends_on, PAY_RUN.c.id)
    )
    return {
        each.code: Before(Period(each.starts_on, each.ends_on), each.currency, each.gross, each.net)
        for each in connection.execute(statement)
    }


def _left_out(connection: Connection, row: RunRow) -> list[tuple[str, str]]:
    """Code and name of those employed in the period at the site whom no regular run pays."""
    paid = exists().where(
        and_(
            PAYSLIP.c.employee_id == EMPLOYEE.c.id,
            PAY_RUN.c.id == PAYSLIP.c.run_id,
            PAY_RUN.c.kind == "regular",
            PAY_RUN.c.status != "void",
            PAY_RUN.c.starts_on <= row.period.ends_on,
            PAY_RUN.c.ends_on >= row.period.starts_on,
        )
    )
    aside = exists().where(
        and_(SET_ASIDE.c.employee_id == EMPLOYEE.c.id, SET_ASIDE.c.run_id == row.number)
    )
    statement = (
        select(EMPLOYEE.c.code, EMPLOYEE.c.work_name)
        .outerjoin(SITE, SITE.c.id == EMPLOYEE.c.site_id)
        .where(
            EMPLOYEE.c.joined_on <= row.period.ends_on,
            or_(EMPLOYEE.c.left_on.is_(None), EMPLOYEE.c.left_on >= row.period.starts_on),
            ~paid,
            ~aside,
        )
        .order_by(EMPLOYEE.c.code)
    )
    if row.site:
        statement = statement.where(SITE.c.name == row.site)
    return [(found.code, found.work_name) for found in connection.execute(statement)]
