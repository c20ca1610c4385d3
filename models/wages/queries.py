"""What is read of pay runs and payslips; pieces and adjustments are read in `entries`."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, String, case, cast, func, select

from models.book.book import Book
from models.book.records import Records, matching, ordering
from models.book.settings import programme
from models.employees.tables import EMPLOYEE, SITE
from models.errors import NotFoundError
from models.language import gettext as _
from models.periods import Period
from models.wages.engine.values import Balance
from models.wages.entries import AdjustmentRow, PieceRow, adjustments, pieces
from models.wages.faults import reason_text
from models.wages.paid_by import with_caps
from models.wages.rows import LineRow, PayslipRow, RunRow, SetAsideRow
from models.wages.storing import hours_of, line_fields, minutes_of, warnings_of
from models.wages.tables import PAY_RUN, PAYSLIP, PAYSLIP_LINE, SET_ASIDE

__all__ = [
    "AdjustmentRow",
    "PieceRow",
    "adjustments",
    "payslip",
    "payslip_list",
    "payslips",
    "payslips_of",
    "pieces",
    "run",
    "runs",
    "set_aside",
    "wages_gross",
]


# An approved run is paid one by one.
_SLIP_STATUS: Final = case(
    ((PAY_RUN.c.status == "approved") & PAYSLIP.c.paid_on.is_not(None), "paid"),
    else_=PAY_RUN.c.status,
).label("status")
_UNCOLLECTED: Final = (
    (PAY_RUN.c.status == "approved") & PAYSLIP.c.id.is_not(None) & (PAYSLIP.c.paid_on.is_(None))
)
_SLIP_ORDERS: Final[dict[str, Any]] = {
    "code": EMPLOYEE.c.code,
    "work_name": PAYSLIP.c.work_name,
    "site": PAYSLIP.c.site,
    "gross": PAYSLIP.c.gross,
    "net": PAYSLIP.c.net,
}


def runs(book: Book, *, search: str = "") -> Records[RunRow]:
    """All pay runs, newest first; `search` looks in number, days, site and status."""
    statement = _runs(book.programme().currency).order_by(PAY_RUN.c.id.desc())
    if search:
        days = (cast(PAY_RUN.c[name], String) for name in ("id", "starts_on", "ends_on"))
        found = matching(search, *days, func.coalesce(SITE.c.name, ""), PAY_RUN.c.status)
        statement = statement.where(found)
    return Records(book, statement, _run_row)


def run(book: Book, number: int) -> RunRow:
    """One pay run.

    Raises:
        NotFoundError: there is no such run.
    """
    with book.reading() as connection:
        statement = _runs(programme(connection).currency).where(PAY_RUN.c.id == number)
        row = connection.execute(statement).one_or_none()
    if row is None:
        raise NotFoundError(_("There is no pay run {run}.").format(run=number))
    return _run_row(row)


def set_aside(book: Book, number: int) -> list[SetAsideRow]:
    """Whom a run could not pay, and why."""
    statement = (
        select(EMPLOYEE.c.code, EMPLOYEE.c.work_name, SET_ASIDE.c.reason)
        .join(EMPLOYEE, EMPLOYEE.c.id == SET_ASIDE.c.employee_id)
        .where(SET_ASIDE.c.run_id == number)
        .order_by(EMPLOYEE.c.code)
    )
    with book.reading() as connection:
        rows = connection.execute(statement).all()
    return [SetAsideRow(row.code, row.work_name, reason_text(row.reason)) for row in rows]


def payslip_list(
    book: Book, number: int, *, search: str = "", order: str = "code", descending: bool = False
) -> Records[PayslipRow]:
    """The payslips of a run without their lines, for lists."""
    statement = _slips().where(PAYSLIP.c.run_id == number)
    if search:
        columns = (EMPLOYEE.c.code, PAYSLIP.c.work_name, PAYSLIP.c.site)
        statement = statement.where(matching(search, *columns))
    by = ordering(_SLIP_ORDERS, order, descending=descending, last=PAYSLIP.c.id)
    return Records(book, statement.order_by(*by), _slip_row)


def payslips_of(book: Book, code: str) -> Records[PayslipRow]:
    """An employee's payslips without their lines, newest first; void runs are left out."""
    statement = _slips().where(EMPLOYEE.c.code == code, PAY_RUN.c.status != "void")
    by = (PAY_RUN.c.ends_on.desc(), PAYSLIP.c.id.desc())
    return Records(book, statement.order_by(*by), _slip_row)


def payslips(book: Book, number: int) -> list[PayslipRow]:
    """The payslips of a run with all their lines, by site and code.

    Raises:
        NotFoundError: there is no such run.
    """
    run(book, number)
    return _with_lines(book, PAYSLIP.c.run_id == number)


def payslip(book: Book, number: str) -> PayslipRow:
    """One payslip with its lines.

    Raises:
        NotFoundError: there is no such payslip.
    """
    found = _with_lines(book, PAYSLIP.c.number == number)
    if not found:
        raise NotFoundError(_("There is no payslip {number}.").format(number=number))
    return found[0]


def wages_gross(book: Book, month: Period) -> dict[str, int]:
    """Gross wages by currency of the payslips whose period ends in `month`.

    Void ones count only where they were paid: a later payslip takes them back.
    """
    statement = (
        select(PAYSLIP.c.currency, func.sum(PAYSLIP.c.gross))
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(
            (PAY_RUN.c.status != "void") | PAYSLIP.c.paid_on.is_not(None),
            PAY_RUN.c.ends_on.between(month.starts_on, month.ends_on),
        )
        .group_by(PAYSLIP.c.currency)
    )
    with book.reading() as connection:
        return {currency: int(gross) for currency, gross in connection.execute(statement)}


def _runs(own: str) -> Select[Any]:
    """Runs with sums in the programme's currency or, where nobody is paid in it, another one."""
    others = PAYSLIP.alias()
    currency = (
        select(
            func.coalesce(
                func.max(case((others.c.currency == own, own))), func.min(others.c.currency), own
            )
        )
        .where(others.c.run_id == PAY_RUN.c.id)
        .correlate(PAY_RUN)
        .scalar_subquery()
    )
    counted = PAYSLIP.c.currency == currency
    sums = [
        func.coalesce(func.sum(case((counted, PAYSLIP.c[name]), else_=0)), 0).label(name)
        for name in ("gross", "deductions", "net", "paid")
    ]
    aside = (
        select(func.count())
        .where(SET_ASIDE.c.run_id == PAY_RUN.c.id)
        .correlate(PAY_RUN)
        .scalar_subquery()
    )
    return (
        select(
            PAY_RUN,
            func.coalesce(SITE.c.name, "").label("site"),
            func.count(PAYSLIP.c.id).label("employees"),
            aside.label("set_aside"),
            currency.label("currency"),
            func.count(case((_UNCOLLECTED, 1))).label("uncollected"),
            *sums,
        )
        .outerjoin(SITE, SITE.c.id == PAY_RUN.c.site_id)
        .outerjoin(PAYSLIP, PAYSLIP.c.run_id == PAY_RUN.c.id)
        .group_by(PAY_RUN.c.id, SITE.c.name)
    )


def _run_row(row: Row[Any]) -> RunRow:
    return RunRow(
        number=row.id,
        status=row.status,
        kind=row.kind,
        period=Period(row.starts_on, row.ends_on),
        site=row.site,
        currency=row.currency,
        employees=row.employees,
        gross=int(row.gross),
        deductions=int(row.deductions),
        net=int(row.net),
        paid=int(row.paid),
        set_aside=row.set_aside,
        uncollected=row.uncollected,
        paid_on=row.paid_on,
        void_reason=row.void_reason,
    )


def _slips() -> Select[Any]:
    return (
        select(PAYSLIP, _SLIP_STATUS, PAY_RUN.c.starts_on, PAY_RUN.c.ends_on)
        .add_columns(EMPLOYEE.c.code)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .join(EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id)
    )


def _slip_row(row: Row[Any]) -> PayslipRow:
    return PayslipRow(
        number=row.number,
        run=row.run_id,
        status=row.status,
        code=row.code,
        work_name=row.work_name,
        site=row.site,
        language=row.language,
        payment_method=row.payment_method,
        period=Period(row.starts_on, row.ends_on),
        currency=row.currency,
        basis=row.basis,
        pack=row.pack,
        pack_from=row.pack_from,
        gross=row.gross,
        deductions=row.deductions,
        net=row.net,
        paid=row.paid,
        minutes=minutes_of(row),
        warnings=warnings_of(row.warnings),
        paid_on=row.paid_on,
        printed_on=row.printed_on,
        advances=Balance(row.advances_before, row.advances_after),
        account=Balance(row.account_before, row.account_after),
        corrected_hours=hours_of(row.corrected_hours),
    )


def _with_lines(book: Book, which: ColumnElement[bool]) -> list[PayslipRow]:
    lines: dict[int, list[LineRow]] = defaultdict(list)
    with book.reading() as connection:
        slips = connection.execute(
            _slips().where(which).order_by(PAYSLIP.c.site, EMPLOYEE.c.code)
        ).all()
        for row in _line_rows(connection, which):
            lines[row.payslip_id].append(_line_row(row))
        found = [replace(_slip_row(slip), lines=tuple(lines[slip.id])) for slip in slips]
        return with_caps(connection, found)


def _line_rows(connection: Connection, which: ColumnElement[bool]) -> Sequence[Row[Any]]:
    return connection.execute(
        select(PAYSLIP_LINE, PAYSLIP.c.currency)
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .where(which)
        .order_by(PAYSLIP_LINE.c.payslip_id, PAYSLIP_LINE.c.position)
    ).all()


def _line_row(row: Row[Any]) -> LineRow:
    return LineRow(**line_fields(row), currency=row.currency)
