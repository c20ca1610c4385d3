"""Striking out: a record that an approved run holds was wrong, and no longer counts.

The record itself stays as it was. Runs that were approved until then counted it; the next one
computes its closed period again without it and pays or takes the difference.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select, update

from models import fields
from models.book.book import Book
from models.errors import NotFoundError, Problem, RefusedError
from models.language import gettext as _
from models.sales import orders
from models.sales.tables import SALE
from models.shifts import struck as shifts
from models.wages.claims import TABLES
from models.wages.engine.values import SourceKind
from models.wages.tables import PAY_RUN, PAYSLIP

LONGEST_REASON = 200


def strike_out(book: Book, kind: SourceKind, record_id: int, *, why: str) -> int:
    """Strike a record out that an approved or paid run holds; gives back the number of that run.

    Raises:
        NotFoundError: there is no such record.
        RefusedError: no run holds it or it was struck out before, the reason is missing or longer
            than `LONGEST_REASON`, or some of what a sale sold came back.
    """
    reason = _reason(why)
    table = TABLES[kind]
    with book.acting(f"{kind}.strike_out", subject=str(record_id)) as acting:
        connection = acting.connection
        row = _record(connection, table, record_id)
        if row.struck_as is not None:
            raise RefusedError(_("This was struck out before: {why}").format(why=row.struck_why))
        if row.run_id is None:
            raise RefusedError(
                _("No approved pay run holds this: it can be changed or removed instead.")
            )
        newest = select(func.max(PAY_RUN.c.approved_as)).scalar_subquery()
        with _orders_kept(connection, table, record_id):
            _write(connection, table, record_id, struck_as=newest, struck_why=reason)
        acting.details = {"run": row.run_id}
    return int(row.run_id)


def unstrike(book: Book, kind: SourceKind, record_id: int) -> int | None:
    """Let a record count again that was struck out; gives back the run that holds it, if one does.

    Raises:
        NotFoundError: there is no such record.
        RefusedError: it was not struck out, a later run has corrected the pay already, a shift
            overlaps another by now, or there is no longer enough sold for a return.
    """
    table = TABLES[kind]
    with book.acting(f"{kind}.restore", subject=str(record_id)) as acting:
        connection = acting.connection
        row = _record(connection, table, record_id)
        if row.struck_as is None:
            raise RefusedError(_("This was not struck out."))
        _refuse_if_corrected(connection, table, row)
        if kind == "shift":
            shifts.refuse_restoring(connection, record_id)
        if kind == "sale":
            orders.refuse_restoring(connection, record_id)
        _write(connection, table, record_id, struck_as=None, struck_why="")
        acting.details = {"run": row.run_id}
    return None if row.run_id is None else int(row.run_id)


def _reason(why: str) -> str:
    try:
        reason = fields.text(why, LONGEST_REASON)
    except ValueError as error:
        raise RefusedError(str(error), [Problem(str(error), column="reason")]) from None
    if not reason:
        message = _("Say why this was wrong.")
        raise RefusedError(message, [Problem(message, column="reason", value="")])
    return reason


def _record(connection: Connection, table: Table, record_id: int) -> Row[Any]:
    row = connection.execute(select(table).where(table.c.id == record_id)).one_or_none()
    if row is None:
        raise NotFoundError(_("There is no such entry."))
    return row


@contextmanager
def _orders_kept(connection: Connection, table: Table, record_id: int) -> Iterator[None]:
    if table is not SALE:
        yield
        return
    with orders.returns_stay_covered(connection, [record_id]):
        yield


def _write(connection: Connection, table: Table, record_id: int, **values: Any) -> None:
    connection.execute(update(table).where(table.c.id == record_id).values(**values))


def _refuse_if_corrected(connection: Connection, table: Table, row: Row[Any]) -> None:
    """A run that was approved since has paid its employee as if the record never was."""
    employee = row.maker_id if table is SALE else row.employee_id
    statement = (
        select(PAY_RUN.c.id)
        .join(PAYSLIP, PAYSLIP.c.run_id == PAY_RUN.c.id)
        .where(
            PAYSLIP.c.employee_id == employee,
            PAY_RUN.c.status.in_(("approved", "paid")),
            PAY_RUN.c.approved_as > row.struck_as,
        )
        .order_by(PAY_RUN.c.approved_as)
    )
    run = connection.execute(statement).scalar()
    if run is not None:
        raise RefusedError(
            _("Pay run {run} has corrected the pay already: enter it anew instead.").format(run=run)
        )
