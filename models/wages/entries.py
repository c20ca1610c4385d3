"""What is read of pieces and adjustments."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, select

from models.book.book import Book
from models.book.records import Records, matching, ordering, standing
from models.employees.tables import EMPLOYEE
from models.wages.tables import ADJUSTMENT, PIECE


@dataclass(frozen=True, slots=True)
class PieceRow:
    """Pieces of one task on one day; quantity and rate in ten-thousandths.

    `run_id` is the approved run that holds them; `struck_as` and why say that they were struck out.
    """

    id: int
    employee: str
    work_name: str
    day: date
    task: str
    quantity: int
    rate: int
    note: str
    run_id: int | None
    struck_as: int | None
    struck_why: str


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """An amount entered by hand, in minor units of `currency`.

    A deduction may have a kind, its basis in law and the worker's written consent, a bonus the
    days in which it was earned. Who holds it, and whether it was struck out, is as with pieces.
    """

    id: int
    employee: str
    work_name: str
    day: date
    item: str
    amount: int
    currency: str
    note: str
    kind: str
    legal_basis: str
    agreed: bool
    earned_from: date | None
    earned_to: date | None
    run_id: int | None
    struck_as: int | None
    struck_why: str


_PIECE_ORDERS: Final[dict[str, Any]] = {
    "day": PIECE.c.day,
    "employee": EMPLOYEE.c.code,
    "work_name": EMPLOYEE.c.work_name,
    "task": PIECE.c.task,
    "quantity": PIECE.c.quantity,
}
_ADJUSTMENT_ORDERS: Final[dict[str, Any]] = {
    "day": ADJUSTMENT.c.day,
    "employee": EMPLOYEE.c.code,
    "work_name": EMPLOYEE.c.work_name,
    "item": ADJUSTMENT.c.item,
    "amount": ADJUSTMENT.c.amount,
}


def pieces(
    book: Book,
    *,
    from_: date | None = None,
    to: date | None = None,
    employee: str | None = None,
    struck: bool = True,
    search: str = "",
    order: str = "day",
    descending: bool = False,
) -> Records[PieceRow]:
    """Pieces made on the days from `from_` to `to`, both inside.

    Without `struck`, those that were struck out are left out.
    """
    own = {field.name for field in fields(PieceRow)} - {"employee", "work_name"}
    statement = select(
        EMPLOYEE.c.code.label("employee"),
        EMPLOYEE.c.work_name,
        *(column for column in PIECE.c if column.name in own),
    ).join(EMPLOYEE, EMPLOYEE.c.id == PIECE.c.employee_id)
    statement = _between(statement, PIECE.c.day, from_, to, employee)
    if not struck:
        statement = statement.where(standing(PIECE))
    if search:
        columns = (EMPLOYEE.c.code, EMPLOYEE.c.work_name, PIECE.c.task, PIECE.c.note)
        statement = statement.where(matching(search, *columns))
    by = ordering(_PIECE_ORDERS, order, descending=descending, last=PIECE.c.id)
    return Records(book, statement.order_by(*by), lambda row: PieceRow(**row._mapping))


def adjustments(
    book: Book,
    *,
    from_: date | None = None,
    to: date | None = None,
    employee: str | None = None,
    struck: bool = True,
    search: str = "",
    order: str = "day",
    descending: bool = False,
) -> Records[AdjustmentRow]:
    """Adjustments dated on the days from `from_` to `to`, both inside.

    Without `struck`, those that were struck out are left out.
    """
    own = {field.name for field in fields(AdjustmentRow)} - {"employee", "work_name"}
    statement = select(
        EMPLOYEE.c.code.label("employee"),
        EMPLOYEE.c.work_name,
        *(column for column in ADJUSTMENT.c if column.name in own),
    ).join(EMPLOYEE, EMPLOYEE.c.id == ADJUSTMENT.c.employee_id)
    statement = _between(statement, ADJUSTMENT.c.day, from_, to, employee)
    if not struck:
        statement = statement.where(standing(ADJUSTMENT))
    if search:
        said = (ADJUSTMENT.c.item, ADJUSTMENT.c.note, ADJUSTMENT.c.legal_basis)
        columns = (EMPLOYEE.c.code, EMPLOYEE.c.work_name, *said)
        statement = statement.where(matching(search, *columns))
    by = ordering(_ADJUSTMENT_ORDERS, order, descending=descending, last=ADJUSTMENT.c.id)
    return Records(book, statement.order_by(*by), lambda row: AdjustmentRow(**row._mapping))


def _between(
    statement: Select[Any],
    day: ColumnElement[Any],
    from_: date | None,
    to: date | None,
    employee: str | None,
) -> Select[Any]:
    if from_ is not None:
        statement = statement.where(day >= from_)
    if to is not None:
        statement = statement.where(day <= to)
    if employee is not None:
        statement = statement.where(EMPLOYEE.c.code == employee)
    return statement
