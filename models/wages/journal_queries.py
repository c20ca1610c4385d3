"""What is read for the books: the journal of a pay run, and that of advances given by hand."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from models.accounts import chart_of
from models.book.book import Book
from models.book.settings import stored
from models.employees.tables import EMPLOYEE
from models.errors import NotFoundError, RefusedError
from models.language import gettext as _
from models.language import ngettext
from models.periods import Period
from models.wages.deductions_booked import DeductionUses
from models.wages.engine.values import Balance
from models.wages.journal import (
    BookedLine,
    BookedSlip,
    Handed,
    Journal,
    advance_transactions,
    earning_use,
    run_transactions,
)
from models.wages.tables import ADVANCE, PAY_RUN, PAYSLIP, PAYSLIP_LINE, REPAYMENT


def run_journal(book: Book, number: int, *, by_employee: bool = False) -> Journal:
    """The entries of an approved run: what was earned, and what was paid of it so far.

    Of a run that is void, those of the employees who had been paid.

    Raises:
        NotFoundError: there is no such run.
        RefusedError: it is a draft, or void and nobody was paid.
    """
    with book.reading() as connection:
        run = _approved(connection, number)
        chart = chart_of(stored(connection))
        slips = _slips(connection, run)
    period = Period(run.starts_on, run.ends_on)
    return Journal(
        run_transactions(number, period, slips, chart, by_employee=by_employee),
        _("Run {run}: wages {period}").format(run=number, period=period),
        _notes(run, slips),
        _open(slips),
    )


def advance_journal(
    book: Book, *, first: date | None = None, last: date | None = None, by_employee: bool = False
) -> Journal:
    """The entries of advances that were given, and of those repaid by hand, in some days.

    What payslips take back is in the journals of their runs.
    """
    with book.reading() as connection:
        chart = chart_of(stored(connection))
        handed = [
            each
            for each in _handed(connection)
            if (first is None or first <= each.on) and (last is None or each.on <= last)
        ]
    transactions = advance_transactions(handed, chart, by_employee=by_employee)
    notes = () if transactions else (_("No advance was given or repaid by hand in these days."),)
    return Journal(transactions, _("Advances"), notes)


def _approved(connection: Connection, number: int) -> Row[Any]:
    run = connection.execute(select(PAY_RUN).where(PAY_RUN.c.id == number)).one_or_none()
    if run is None:
        raise NotFoundError(_("There is no pay run {run}.").format(run=number))
    if run.status == "draft":
        message = _("Run {run} is a draft; approve it, and it belongs in the books.")
        raise RefusedError(message.format(run=number))
    return run


def _slips(connection: Connection, run: Row[Any]) -> list[BookedSlip]:
    """The payslips that count, by site and code; of a void run those that had been paid."""
    statement = (
        select(PAYSLIP, EMPLOYEE.c.code)
        .join(EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id)
        .where(PAYSLIP.c.run_id == run.id)
        .order_by(PAYSLIP.c.site, EMPLOYEE.c.code)
    )
    if run.status == "void":
        statement = statement.where(PAYSLIP.c.paid_on.is_not(None))
    rows = connection.execute(statement).all()
    if not rows:
        message = _("Run {run} is void and nobody was paid: nothing of it belongs in the books.")
        raise RefusedError(message.format(run=run.id))
    lines = _lines(connection, run.id)
    return [
        BookedSlip(
            row.number,
            row.code,
            row.currency,
            row.payment_method,
            tuple(lines[row.id]),
            row.net,
            row.paid,
            Balance(row.account_before, row.account_after),
            row.paid_on,
        )
        for row in rows
    ]


def _lines(connection: Connection, run: int) -> dict[int, list[BookedLine]]:
    """The earnings and deductions of a run by the id of their payslip."""
    statement = (
        select(PAYSLIP_LINE)
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .where(
            PAYSLIP.c.run_id == run,
            PAYSLIP_LINE.c.pay_group.in_(("earning", "deduction")),
        )
        .order_by(PAYSLIP_LINE.c.payslip_id, PAYSLIP_LINE.c.position)
    )
    rows = connection.execute(statement).all()
    uses = DeductionUses(connection, [row for row in rows if row.code == "DEDUCTION"])
    runs = _corrected_runs(connection, run)
    lines: dict[int, list[BookedLine]] = defaultdict(list)
    for row in rows:
        corrects = {"corrects": row.corrects, "corrected_run": runs.get(row.corrects, "")}
        if row.pay_group == "earning":
            booked = BookedLine(earning_use(row.code), row.amount, **corrects)
        else:
            use = "advances" if row.code == "ADVANCE" else uses.of(row)
            booked = BookedLine(use, -row.amount, **corrects)
        lines[row.payslip_id].append(booked)
    return lines


def _corrected_runs(connection: Connection, run: int) -> dict[str, str]:
    """The runs of the payslips that lines of a run correct, by the numbers of those."""
    own = select(PAYSLIP.c.id).where(PAYSLIP.c.run_id == run)
    corrected = select(PAYSLIP_LINE.c.corrects).where(PAYSLIP_LINE.c.payslip_id.in_(own))
    statement = select(PAYSLIP.c.number, PAYSLIP.c.run_id).where(PAYSLIP.c.number.in_(corrected))
    return {number: str(run_id) for number, run_id in connection.execute(statement)}


def _open(slips: Iterable[BookedSlip]) -> tuple[tuple[str, int], ...]:
    left: dict[str, int] = defaultdict(int)
    for slip in slips:
        left[slip.currency] += slip.paid if slip.paid_on is None else 0
    return tuple(sorted(left.items()))


def _notes(run: Row[Any], slips: Sequence[BookedSlip]) -> tuple[str, ...]:
    if run.status == "void":
        return (
            _("Run {run} is void. What was paid stands; a later run takes it back.").format(
                run=run.id
            ),
        )
    unpaid = sum(slip.paid_on is None for slip in slips)
    if unpaid == len(slips):
        return (
            _("Nobody of run {run} was paid yet: only what is owed is here.").format(run=run.id),
        )
    if unpaid:
        message = ngettext(
            "{n} employee of run {run} was not paid yet: that pay stays in wages payable.",
            "{n} employees of run {run} were not paid yet: their pay stays in wages payable.",
            unpaid,
        )
        return (message.format(n=unpaid, run=run.id),)
    return ()


def _handed(connection: Connection) -> list[Handed]:
    given = select(
        ADVANCE.c.day, ADVANCE.c.kind, EMPLOYEE.c.code, ADVANCE.c.currency, ADVANCE.c.amount
    ).join(EMPLOYEE, EMPLOYEE.c.id == ADVANCE.c.employee_id)
    repaid = (
        select(
            REPAYMENT.c.day,
            ADVANCE.c.kind,
            EMPLOYEE.c.code,
            ADVANCE.c.currency,
            -REPAYMENT.c.amount,
        )
        .join(ADVANCE, ADVANCE.c.id == REPAYMENT.c.advance_id)
        .join(EMPLOYEE, EMPLOYEE.c.id == ADVANCE.c.employee_id)
        .where(REPAYMENT.c.payslip_id.is_(None))
    )
    rows = [*connection.execute(given), *connection.execute(repaid)]
    return [Handed(*row) for row in rows]
