"""A letter as blocks of paper: paragraphs, framed rows of facts, and the place for a signature."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reports.blocks import Block
from reports.letter_words import Cell, LetterText
from reports.page import A4, BAND, HAIRLINE, INK, MUTED, Sheet
from reports.wrapping import size_to_fit, wrapped

LEFT: Final = 72.0
WIDTH: Final = A4[0] - 2 * LEFT
FOOT: Final = 216.0

_LABEL: Final = 165.0
_TITLE: Final = 20.0
_BASELINE: Final = 0.36  # of a line's height lies below its letters
_STAMP: Final = 118.0
_BLANKS: Final = LEFT + 112


@dataclass(frozen=True, slots=True)
class Type:
    """How large the letter is set: its type, the height of a line, and the air about a row."""

    size: float
    leading: float
    padding: float

    @property
    def air(self) -> float:
        """What lies between paragraphs."""
        return self.leading * 0.9


def blocks(said: LetterText, type_: Type) -> Iterator[Block]:
    """Everything between the header and the foot, in reading order."""
    yield Block(_TITLE + 18, lambda sheet, top: _title(sheet, top, said.title))
    yield _space(type_.air * 1.6)
    yield _paragraph(said.greeting, type_)
    yield _space(type_.air / 2)
    yield _paragraph(said.opening, type_)
    yield _space(type_.air)
    yield from _rows(said.facts, type_)
    for heading, rows in said.earnings:
        yield _space(type_.air)
        yield _paragraph(heading, type_, bold=True)
        yield _space(type_.air / 3)
        yield from _rows(rows, type_)
    yield _space(type_.air / 3)
    if said.note:
        small = Type(type_.size * 0.8, type_.leading * 0.76, 0)
        yield _paragraph(said.note, small, muted=True)
    yield _space(type_.air)
    yield _paragraph(said.closing, type_)


def _space(height: float) -> Block:
    return Block(height, lambda _sheet, _top: None)


def _title(sheet: Sheet, top: float, title: str) -> None:
    size = size_to_fit(title, WIDTH, _TITLE, bold=True)
    sheet.text_centred(A4[0] / 2, top - _TITLE, title, size, bold=True)
    floor = top - _TITLE - 17
    sheet.line(LEFT, floor, LEFT + WIDTH, floor, width=1.2, colour=INK)


def _paragraph(text: str, type_: Type, *, bold: bool = False, muted: bool = False) -> Block:
    lines = wrapped(text, WIDTH, type_.size, bold=bold, most=5)

    def draw(sheet: Sheet, top: float) -> None:
        for number, line in enumerate(lines, start=1):
            y = top - (number - _BASELINE) * type_.leading
            sheet.text(LEFT, y, line, type_.size, bold=bold, colour=MUTED if muted else INK)

    return Block(len(lines) * type_.leading, draw)


def _rows(rows: tuple[Cell, ...], type_: Type) -> Iterator[Block]:
    for number, row in enumerate(rows):
        yield _row(row, type_, first=number == 0, last=number == len(rows) - 1)


def _row(row: Cell, type_: Type, *, first: bool, last: bool) -> Block:
    rooms = (_LABEL - 2 * type_.padding, WIDTH - _LABEL - 2 * type_.padding)
    label, value = (
        wrapped(text, room, type_.size, bold=bold, most=3)
        for text, room, bold in zip(row, rooms, (False, True), strict=True)
    )
    height = max(len(label), len(value)) * type_.leading + 2 * type_.padding

    def draw(sheet: Sheet, top: float) -> None:
        sheet.box(LEFT, top - height, _LABEL, height, fill=BAND)
        for x, texts, bold in ((LEFT, label, False), (LEFT + _LABEL, value, True)):
            start = top - (height - len(texts) * type_.leading) / 2
            for number, text in enumerate(texts, start=1):
                y = start - (number - _BASELINE) * type_.leading
                sheet.text(x + type_.padding, y, text, type_.size, bold=bold)
        _edge(sheet, top, strong=first)
        if last:
            _edge(sheet, top - height, strong=True)

    return Block(height, draw)


def _edge(sheet: Sheet, y: float, *, strong: bool) -> None:
    width, colour = (1.0, INK) if strong else (0.5, HAIRLINE)
    sheet.line(LEFT, y, LEFT + WIDTH, y, width=width, colour=colour)


def foot(sheet: Sheet, said: LetterText) -> None:
    """The day, and room for a name, a signature and a stamp."""
    label, day = said.date
    sheet.text(LEFT, FOOT - 16, label, 9, colour=MUTED)
    sheet.text(_BLANKS, FOOT - 16, day, 10.5, bold=True)
    right = LEFT + WIDTH
    for number, blank in enumerate(said.blanks, start=1):
        y = FOOT - 16 - number * 46
        sheet.text(LEFT, y, blank, size_to_fit(blank, 106, 9), colour=MUTED, within=106)
        sheet.line(_BLANKS, y - 3, right - _STAMP - 24, y - 3, colour=INK)
    x, y = right - _STAMP, FOOT - 116
    sheet.box(x, y, _STAMP, _STAMP, edge=MUTED, line=0.7)
    sheet.text_centred(x + _STAMP / 2, y + 6, said.stamp, 8.5, colour=MUTED)
