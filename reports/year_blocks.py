"""A worker's year as blocks of paper: items down, months across, the sums at the end of both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from models.language import gettext as _
from models.money import amount_text
from models.wages.year_figures import Year, YearRow, YearTable
from reports import year_words as words
from reports.blocks import Block
from reports.page import ACCENT, BAND, INK, MUTED, Sheet
from reports.typefaces import text_width
from reports.wording import clock_text, month_names
from reports.wrapping import size_to_fit, wrapped

LEFT: Final = 30.0
WIDTH: Final = 782.0

_LABEL, _MONTH = 138.0, 48.75
_TOTAL: Final = WIDTH - _LABEL - 12 * _MONTH
_ROW, _TEXT, _ROOM = 15.0, 8.0, 5.0
_NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a row is set: bold, with a line above it, in a box of its own; and the air above it."""

    bold: bool = False
    line: bool = False
    boxed: bool = False
    air: float = 0.0


_PLAIN: Final = _Look()
_LOOKS: Final = {
    "gross": _Look(bold=True, line=True),
    "deductions": _Look(bold=True, line=True),
    "net": _Look(bold=True, line=True, air=3),
    "paid": _Look(bold=True, boxed=True, air=3),
    "worked": _Look(air=8),
}


def blocks(year: Year, table: YearTable, header: str, *, named: bool) -> Iterator[Block]:
    """The year in one currency, in reading order; `named` puts the work name beside the code."""
    name = year.work_name if named else ""
    yield Block(62 if header else 50, lambda sheet, top: _title(sheet, top, year, table, header))
    yield Block(26, lambda sheet, top: _who(sheet, top, year.code, name))
    head = Block(18, _head, keep=True)
    yield head
    for row in table.rows:
        yield _row(row, table.currency, head)
    for number, sentence in enumerate(words.notes(table)):
        yield _note(sentence, air=10 if number == 0 else 0)


def _title(sheet: Sheet, top: float, year: Year, table: YearTable, header: str) -> None:
    if header:
        sheet.text(LEFT, top - 8, header, 8.5, colour=MUTED, within=WIDTH)
        top -= 12
    sheet.text(LEFT, top - 20, words.title(year), 18, bold=True, colour=ACCENT)
    sheet.text_right(LEFT + WIDTH, top - 20, table.currency, 13, bold=True)
    sheet.line(LEFT, top - 30, LEFT + WIDTH, top - 30, width=1.2, colour=ACCENT)


def _who(sheet: Sheet, top: float, code: str, name: str) -> None:
    sheet.text(LEFT, top - 6, code, 12, bold=not name)
    if name:
        x = LEFT + text_width(code, 12) + 10
        room = LEFT + WIDTH - x
        size = size_to_fit(name, room, 12, bold=True)
        sheet.text(x, top - 6, name, size, bold=True, within=room)


def _head(sheet: Sheet, top: float) -> None:
    cells = (*month_names(), _("Total"))
    sheet.text(LEFT + 3, top - 11, _("Item"), 7.4, colour=MUTED)
    for edge, _width, text in _placed(cells):
        sheet.text_right(edge, top - 11, text, 7.4, colour=MUTED)
    sheet.line(LEFT, top - 16, LEFT + WIDTH, top - 16, width=0.8, colour=INK)


def _placed(cells: Sequence[str]) -> Iterator[tuple[float, float, str]]:
    """The right edge, the room and the text of each figure of a row."""
    for number, text in enumerate(cells, start=1):
        last = number == len(cells)
        edge = LEFT + WIDTH - 3 if last else LEFT + _LABEL + number * _MONTH - 3
        yield edge, (_TOTAL if last else _MONTH) - _ROOM, text


def _row(row: YearRow, currency: str, head: Block) -> Block:
    look = _LOOKS.get(row.code, _PLAIN)
    label = words.row_label(row)
    cells = [_figure(row, each, currency) for each in (*row.months, row.total)]

    def draw(sheet: Sheet, top: float) -> None:
        upper = top - look.air
        _frame(sheet, upper, look)
        size = size_to_fit(label, _LABEL - 6, _TEXT, bold=look.bold)
        sheet.text(LEFT + 3, upper - 10.5, label, size, bold=look.bold, within=_LABEL - 6)
        for number, (edge, room, text) in enumerate(_placed(cells), start=1):
            bold = look.bold or number == len(cells)
            colour = MUTED if text == _NOTHING else INK
            size = size_to_fit(text, room, _TEXT, bold=bold)
            sheet.text_right(edge, upper - 10.5, text, size, bold=bold, colour=colour)

    return Block(_ROW + look.air, draw, head=head)


def _frame(sheet: Sheet, upper: float, look: _Look) -> None:
    if look.boxed:
        sheet.box(LEFT, upper - _ROW, WIDTH, _ROW, fill=BAND, edge=INK, line=0.9)
    elif look.line:
        sheet.line(LEFT, upper, LEFT + WIDTH, upper, width=0.8, colour=INK)
    else:
        sheet.line(LEFT, upper - _ROW, LEFT + WIDTH, upper - _ROW, width=0.3)


def _figure(row: YearRow, value: int, currency: str) -> str:
    if not value:
        return _NOTHING
    if row.kind == "minutes":
        return clock_text(value, grouped=True)
    return str(value) if row.kind == "payslips" else amount_text(value, currency, grouped=True)


def _note(sentence: str, *, air: float) -> Block:
    lines = wrapped(sentence, WIDTH - 12, 8)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT + 2, top - air - 9, "•", 8, colour=MUTED)
        for number, text in enumerate(lines):
            sheet.text(LEFT + 12, top - air - 9 - number * 10.5, text, 8, colour=MUTED)

    return Block(air + len(lines) * 10.5 + 2, draw)
