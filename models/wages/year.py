"""What is read of a worker's year: the payslips that count, by the month that their period ends in.

Those of approved and paid runs count, and those of void runs that had been paid: the money was
handed over, and what takes it back stands in a later payslip. Drafts never count.
"""

from collections.abc import Collection
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from models.book.book import Book
from models.book.settings import programme
from models.employees.tables import EMPLOYEE
from models.errors import NotFoundError
from models.language import gettext as _
from models.language import speaking
from models.wages.engine.values import Minutes
from models.wages.holding import LIVE
from models.wages.storing import hours_of, minutes_of
from models.wages.tables import ADVANCE, PAY_RUN, PAYSLIP, PAYSLIP_LINE, REPAYMENT
from models.wages.wording import line_label
from models.wages.year_figures import SlipOfYear, SumOfLines, Year, year_tables

COUNTED: Final[ColumnElement[bool]] = PAY_RUN.c.status.in_(LIVE) | PAYSLIP.c.paid_on.is_not(None)


def year_of(book: Book, code: str, year: int) -> Year:
    """The year of one employee; a payslip belongs to the month that its pay period ends in.

    Raises:
        NotFoundError: nobody has this code, or no payslip of that year counts.
    """
    with book.reading() as connection:
        worker = _worker(connection, code)
        mine = COUNTED & (PAYSLIP.c.employee_id == worker.id)
        last = date(year, 12, 31)
        of_year = mine & PAY_RUN.c.ends_on.between(date(year, 1, 1), last)
        slips, lines = figures_of(connection, of_year)
        if not slips:
            message = _("{code} has no approved payslip for a period that ends in {year}.")
            raise NotFoundError(message.format(code=code, year=year))
        tables = year_tables(
            slips,
            lines,
            own=programme(connection).currency,
            advances=_advances(connection, worker.id, last),
            account=_account(connection, mine & (PAY_RUN.c.ends_on <= last)),
        )
    return Year(worker.code, worker.work_name, worker.language, year, tables)


def figures_of(
    connection: Connection, which: ColumnElement[bool]
) -> tuple[list[SlipOfYear], list[SumOfLines]]:
    """What the payslips that are meant bring to their months, and the sums of their lines."""
    void = _void(connection)
    slips = [_slip(row, void) for row in connection.execute(_slips().where(which))]
    return slips, [_lines(row) for row in connection.execute(_sums().where(which))]


def years_of(book: Book, code: str) -> list[int]:
    """The years in which an employee has payslips that count, newest first."""
    statement = _of_runs(select(PAY_RUN.c.ends_on).distinct()).join(
        EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id
    )
    with book.reading() as connection:
        days = connection.execute(statement.where(COUNTED, EMPLOYEE.c.code == code)).scalars()
        return sorted({day.year for day in days}, reverse=True)


def _worker(connection: Connection, code: str) -> Row[Any]:
    row = connection.execute(select(EMPLOYEE).where(EMPLOYEE.c.code == code)).one_or_none()
    if row is None:
        raise NotFoundError(_("There is no employee {code}.").format(code=code))
    return row


def _of_runs(statement: Select[Any]) -> Select[Any]:
    return statement.select_from(PAYSLIP).join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)


def _slips() -> Select[Any]:
    return _of_runs(select(PAYSLIP, PAY_RUN.c.ends_on, PAY_RUN.c.status))


def _slip(row: Row[Any], void: Collection[str]) -> SlipOfYear:
    return SlipOfYear(
        month=row.ends_on.month,
        currency=row.currency,
        gross=row.gross,
        deductions=row.deductions,
        net=row.net,
        paid=row.paid,
        minutes=_minutes(row, void),
        paid_out=row.paid_on is not None,
    )


def _minutes(row: Row[Any], void: Collection[str]) -> Minutes:
    """The hours of a payslip and those by which it corrects others.

    Those of a void payslip are on the one that takes its place, corrections of them with them.
    """
    if row.status == "void":
        return Minutes()
    corrected = hours_of(row.corrected_hours).items()
    return sum((hours for number, hours in corrected if number not in void), minutes_of(row))


def _void(connection: Connection) -> set[str]:
    """The payslips of void runs."""
    found = _of_runs(select(PAYSLIP.c.number)).where(PAY_RUN.c.status == "void")
    return set(connection.execute(found).scalars())


def _sums() -> Select[Any]:
    line = PAYSLIP_LINE.c
    kind = (PAY_RUN.c.ends_on, PAYSLIP.c.currency, line.pay_group, line.code, line.rule)
    lines = _of_runs(select(*kind, func.sum(line.amount).label("amount")))
    return lines.join(PAYSLIP_LINE, line.payslip_id == PAYSLIP.c.id).group_by(*kind)


def _lines(row: Row[Any]) -> SumOfLines:
    return SumOfLines(
        month=row.ends_on.month,
        currency=row.currency,
        group=row.pay_group,
        code=row.code,
        rule=row.rule if _is_named_by(row.code, row.rule) else "",
        amount=int(row.amount),
    )


def _is_named_by(code: str, rule: str) -> bool:
    """Whether lines of a code have another label where this rule is behind them."""
    with speaking("en"):
        return line_label(code, rule=rule) != line_label(code)


def _advances(connection: Connection, employee_id: int, last: date) -> dict[str, int]:
    """What was lent and not repaid up to a day, by currency.

    What a payslip took counts on the last day of its period, like everything else on it.
    """
    lent = (
        select(ADVANCE.c.currency, func.sum(ADVANCE.c.amount))
        .where(ADVANCE.c.employee_id == employee_id, ADVANCE.c.day <= last)
        .group_by(ADVANCE.c.currency)
    )
    repaid = (
        select(ADVANCE.c.currency, func.sum(REPAYMENT.c.amount))
        .join(ADVANCE, ADVANCE.c.id == REPAYMENT.c.advance_id)
        .outerjoin(PAYSLIP, PAYSLIP.c.id == REPAYMENT.c.payslip_id)
        .outerjoin(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(
            ADVANCE.c.employee_id == employee_id,
            ADVANCE.c.day <= last,
            func.coalesce(PAY_RUN.c.ends_on, REPAYMENT.c.day) <= last,
        )
        .group_by(ADVANCE.c.currency)
    )
    owed = {currency: int(amount) for currency, amount in connection.execute(lent)}
    for currency, amount in connection.execute(repaid):
        owed[currency] -= int(amount)
    return owed


def _account(connection: Connection, which: ColumnElement[bool]) -> dict[str, int]:
    """What rounding had paid out and not taken back after all of the payslips, by currency."""
    change = func.sum(PAYSLIP.c.account_after - PAYSLIP.c.account_before)
    by_currency = _of_runs(select(PAYSLIP.c.currency, change)).group_by(PAYSLIP.c.currency)
    return {currency: int(owed) for currency, owed in connection.execute(by_currency.where(which))}
