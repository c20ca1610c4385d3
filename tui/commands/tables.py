"""Rows as an aligned table of text; a Hangul syllable takes two cells."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from rich.cells import cell_len, set_cell_size

from tui.commands.console import clean

Cell = str | int | Decimal | date | None

_GAP: Final = "  "
_WIDEST: Final = 48


def plain(value: Cell) -> str:
    """A value as files have it: a point, no separators, `YYYY-MM-DD`; nothing is empty."""
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def lines_of(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """The table's lines; numbers stand to the right.

    A column that is empty in every row is left out. On a terminal long cells are cut.
    """
    kept = [n for n in range(len(columns)) if any(plain(row[n]) for row in rows)]
    right = [any(isinstance(row[n], int | Decimal) for row in rows) for n in kept]
    most = _WIDEST if sys.stdout.isatty() else 10**6
    heads = [columns[n] for n in kept]
    texts = [[_cut(clean(plain(row[n])), most) for n in kept] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(heads, *texts, strict=True)]
    for line in (heads, ["─" * width for width in widths], *texts):
        cells = zip(line, widths, right, strict=True)
        yield _GAP.join(padded(text, width, right=to) for text, width, to in cells).rstrip()


def padded(text: str, width: int, *, right: bool = False) -> str:
    """`text` with spaces up to `width` cells."""
    space = " " * max(0, width - cell_len(text))
    return f"{space}{text}" if right else f"{text}{space}"


def _cut(text: str, most: int) -> str:
    if cell_len(text) <= most:
        return text
    return set_cell_size(text, most - 1).rstrip() + "…"
