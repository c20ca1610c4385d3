"""Exporting: records as the columns that an import takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.book.book import Book
from models.exchange.kinds import KINDS, Cell, Choice


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
    """The records of `kind` between two days (both inside), of one employee or all."""
    chosen = KINDS[kind]
    return Export(chosen.columns, chosen.rows(book, Choice(from_, to, employee)))
