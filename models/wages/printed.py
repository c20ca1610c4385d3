"""Noting that payslips are on paper, so that another print can say that it is one more."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select, update

from models.book.book import Book
from models.wages.tables import PAY_RUN, PAYSLIP

_CHUNK: Final = 500
_FINAL: Final = ("approved", "paid")


def mark_printed(book: Book, numbers: Sequence[str], *, on: date) -> int:
    """Note the day on which payslips were printed first, and give back of how many it was noted.

    Those that were printed before keep their day. A draft may still change and a void run pays
    nobody: their payslips are not marked. Nothing to mark leaves no entry in the audit.

    Args:
        book: The open book.
        numbers: The numbers of payslips whose PDF was written, or taken by a printer.
        on: The day of printing.
    """
    with book.acting("payslips.print") as acting:
        found = _not_printed_yet(acting.connection, numbers)
        for start in range(0, len(found), _CHUNK):
            chosen = PAYSLIP.c.id.in_([row.id for row in found[start : start + _CHUNK]])
            acting.connection.execute(update(PAYSLIP).where(chosen).values(printed_on=on))
        runs = sorted({row.run_id for row in found})
        acting.subject = found[0].number if len(found) == 1 else ", ".join(map(str, runs))
        acting.details = {"on": on.isoformat(), "payslips": len(found)}
        acting.changed = bool(found)
    return len(found)


def _not_printed_yet(connection: Connection, numbers: Sequence[str]) -> list[Any]:
    statement = (
        select(PAYSLIP.c.id, PAYSLIP.c.number, PAYSLIP.c.run_id)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(PAYSLIP.c.printed_on.is_(None), PAY_RUN.c.status.in_(_FINAL))
    )
    found: list[Any] = []
    for start in range(0, len(numbers), _CHUNK):
        named = PAYSLIP.c.number.in_(numbers[start : start + _CHUNK])
        found += connection.execute(statement.where(named)).all()
    return found
