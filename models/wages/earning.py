"""The records that pay is earned by: their tables, whose they are, and which of them earn."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Table

from models.sales.tables import SALE
from models.shifts.tables import SHIFT
from models.wages.engine.segments import EARNING_STATUSES
from models.wages.tables import ADJUSTMENT, PIECE


def owner_of(table: Table) -> ColumnElement[Any]:
    """The column that says whose pay a record is part of: the worker's, or the maker's."""
    return table.c.maker_id if table is SALE else table.c.employee_id


def open_records() -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Each kind of record, and what is true of those that add to pay and that no run holds.

    Deductions are not among them: the next run takes those by itself.
    """
    for table, earns in (
        (SHIFT, SHIFT.c.status.in_(EARNING_STATUSES)),
        (PIECE, PIECE.c.quantity > 0),
        (ADJUSTMENT, ADJUSTMENT.c.item != "DEDUCTION"),
        (SALE, (SALE.c.maker_share > 0) & (SALE.c.net > 0)),
    ):
        yield table, table.c.run_id.is_(None) & table.c.struck_as.is_(None) & earns
