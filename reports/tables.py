"""A table over as many pages as it needs, with its headings on each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.blocks import Block
from reports.page import ACCENT, BAND, INK, MUTED, Sheet
from reports.wrapping import size_to_fit

_ROW: Final = 13.0
_TEXT: Final = 7.8
_GAP: Final = 6.0


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, a width in points, and whether what stands below it are figures."""

    title: str
    width: float
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under a heading; `total` stands below them, set apart."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    total: Sequence[str]

    @property
    def width(self) -> float:
        """All columns together."""
        return sum(column.width for column in self.columns)


def table_blocks(table: Table, x: float) -> Iterator[Block]:
    """The table as blocks whose left edge is at `x`."""
    head = Block(_ROW + 4, lambda sheet, top: _head(sheet, x, top, table), keep=True)
    yield Block(26, lambda sheet, top: _title(sheet, x, top, table.title), keep=True)
    yield head
    for number, row in enumerate(table.rows):
        yield _row_block(table, x, row, head, shaded=number % 2 == 1)
    yield Block(_ROW + 3, lambda sheet, top: _total(sheet, x, top, table), head=head)


def _row_block(table: Table, x: float, row: Sequence[str], head: Block, *, shaded: bool) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        if shaded:
            sheet.box(x, top - _ROW, table.width, _ROW, fill=BAND)
        _cells(sheet, (x, top - 9.3), table.columns, row)

    return Block(_ROW, draw, head=head)


def _title(sheet: Sheet, x: float, top: float, title: str) -> None:
    sheet.text(x, top - 20, title, 11, bold=True, colour=ACCENT)


def _head(sheet: Sheet, x: float, top: float, table: Table) -> None:
    left = x
    for column in table.columns:
        room = column.width - _GAP
        if column.figures:
            edge = left + column.width - 3
            sheet.text_right(edge, top - 11, column.title, 7, colour=MUTED, within=room)
        else:
            sheet.text(left + 3, top - 11, column.title, 7, colour=MUTED, within=room)
        left += column.width
    sheet.line(x, top - _ROW - 2, x + table.width, top - _ROW - 2, width=0.8, colour=INK)


def _total(sheet: Sheet, x: float, top: float, table: Table) -> None:
    sheet.line(x, top - 1, x + table.width, top - 1, width=0.8, colour=INK)
    _cells(sheet, (x, top - 11), table.columns, table.total, bold=True)


def _cells(
    sheet: Sheet,
    start: tuple[float, float],
    columns: Sequence[Column],
    row: Sequence[str],
    *,
    bold: bool = False,
) -> None:
    left, y = start
    for column, text in zip(columns, row, strict=True):
        room = column.width - _GAP
        if column.figures:
            # A figure is never cut: it is made smaller.
            size = size_to_fit(text, room, _TEXT, bold=bold)
            sheet.text_right(left + column.width - 3, y, text, size, bold=bold)
        else:
            sheet.text(left + 3, y, text, _TEXT, bold=bold, within=room)
        left += column.width
