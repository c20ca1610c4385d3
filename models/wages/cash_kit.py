"""The cash kit of a run, read from the book."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, select

from models.book.book import Book
from models.book.settings import Programme, programme
from models.employees.tables import EMPLOYEE
from models.errors import NotFoundError, Problem, RefusedError
from models.language import gettext as _
from models.money import RATE_SCALE, Money, minor_digits
from models.periods import Period
from models.wages.cash import CashKit, CashPay, Purse, by_site, kit_of
from models.wages.denominations import parse_notes, usual_notes, without
from models.wages.tables import PAY_RUN, PAYSLIP

Values = tuple[int, ...]


def cash_kits(
    book: Book, run: int, *, notes: str = "", left_out: str = "", uncollected: bool = False
) -> list[CashKit]:
    """The notes and coins of a run, one kit for each currency, the programme's first.

    Only those paid in cash are in it, if more than nothing. A run that pays no cash gives one empty
    kit in the programme's currency.

    Args:
        book: the book.
        run: an approved or paid run.
        notes: the notes and coins to use in the first kit, as `100,50,0.5`; empty: those in use, as
            far down as the smallest note or coin of the programme.
        left_out: notes and coins that are not to be used in the first kit, written the same way.
        uncollected: only what was not paid out yet: what to count back.

    Raises:
        NotFoundError: there is no such run.
        RefusedError: the run is a draft or void, the notes make no sense, or somebody's pay cannot
            be made of them exactly.
    """
    with book.reading() as connection:
        period = _period_of(connection, run)
        settings = programme(connection)
        rows = _rows(connection, run, uncollected=uncollected)
    own = settings.currency
    rows.sort(key=lambda row: (row.currency != own, row.currency))
    found = {currency: list(group) for currency, group in groupby(rows, lambda row: row.currency)}
    kits: list[CashKit] = []
    for currency, group in (found or {own: []}).items():
        values = usual_notes(currency, _smallest(settings) if currency == own else None)
        if not kits:
            values = _chosen(values, notes, left_out, currency)
        sites = by_site(_pays(group, Purse(values), currency))
        kits.append(kit_of(sites, run, period, currency, values, uncollected=uncollected))
    return kits


def _chosen(values: Values, notes: str, left_out: str, currency: str) -> Values:
    chosen = parse_notes(notes, currency) if notes.strip() else values
    return without(chosen, parse_notes(left_out, currency) if left_out.strip() else (), currency)


def _period_of(connection: Connection, run: int) -> Period:
    statement = select(PAY_RUN.c.status, PAY_RUN.c.starts_on, PAY_RUN.c.ends_on)
    found = connection.execute(statement.where(PAY_RUN.c.id == run)).one_or_none()
    if found is None:
        raise NotFoundError(_("There is no pay run {run}.").format(run=run))
    if found.status == "draft":
        raise RefusedError(
            _("Run {run} is a draft; its cash is worked out once it is approved.").format(run=run)
        )
    if found.status == "void":
        raise RefusedError(_("Run {run} is void, so it pays no cash.").format(run=run))
    return Period(found.starts_on, found.ends_on)


def _rows(connection: Connection, run: int, *, uncollected: bool) -> list[Row[Any]]:
    statement = (
        select(
            PAYSLIP.c.number,
            EMPLOYEE.c.code,
            PAYSLIP.c.work_name,
            PAYSLIP.c.site,
            PAYSLIP.c.currency,
            PAYSLIP.c.paid,
        )
        .join(EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id)
        .where(PAYSLIP.c.run_id == run, PAYSLIP.c.payment_method == "cash", PAYSLIP.c.paid > 0)
        .order_by(PAYSLIP.c.site, EMPLOYEE.c.code)
    )
    if uncollected:
        statement = statement.where(PAYSLIP.c.paid_on.is_(None))
    return list(connection.execute(statement))


def _smallest(settings: Programme) -> int | None:
    """The programme's smallest note or coin in minor units; None where there is none of those."""
    units, finer = divmod(
        (settings.cash_smallest or 0) * 10 ** minor_digits(settings.currency), RATE_SCALE
    )
    return None if finer else units or None


def _pays(rows: Sequence[Row[Any]], purse: Purse, currency: str) -> list[CashPay]:
    pays, problems = [], []
    for row in rows:
        notes = purse.pays(row.paid)
        if notes is None:
            message = _cannot_make(row, purse.values[-1], currency)
            problems.append(Problem(message, column="employee", value=row.code))
        else:
            pays.append(CashPay(row.number, row.code, row.work_name, row.site, row.paid, notes))
    if problems:
        raise RefusedError(problems[0].message, problems)
    return pays


def _cannot_make(row: Row[Any], smallest: int, currency: str) -> str:
    return _(
        "{code} gets {amount}, and no notes and coins were found that make it exactly; the "
        "smallest is {smallest}. Choose others."
    ).format(code=row.code, amount=Money(row.paid, currency), smallest=Money(smallest, currency))
