"""Exporting: records as the columns that an import takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.book.book import Book
from models.exchange.choice import MARKS, Cell, Choice
from models.exchange.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Export:
    """The columns of a kind and its rows, read as they are asked for."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Cell, ...]]


def export_rows(
    book: Book,
    kind: str,
    *,
    from_: date | None = None,
    to: date | None = None,
    employee: str | None = None,
) -> Export:
    """The records of `kind` between two days (both inside), of one employee or all.

    Those that were struck out are not among them: an export holds what counts.
    """
    chosen = KINDS[kind]
    return Export(chosen.columns, chosen.rows(book, Choice(from_, to, employee)))


def listed_rows(
    book: Book,
    kind: str,
    *,
    from_: date | None = None,
    to: date | None = None,
    employee: str | None = None,
) -> Export:
    """The same records to look at, the struck-out ones among them.

    Those that an approved run may hold also have their id, that run, and why they were struck out.
    """
    chosen = KINDS[kind]
    columns = (*chosen.columns, *(MARKS if chosen.marked else ()))
    return Export(columns, chosen.rows(book, Choice(from_, to, employee, marks=chosen.marked)))
