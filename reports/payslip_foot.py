"""The end of a payslip: what else is to be said, and the place to sign."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.blocks import Block
from reports.page import MUTED, Sheet
from reports.payslip_form import GAP, Form
from reports.payslip_words import SlipText
from reports.typefaces import text_width
from reports.wrapping import wrapped

_LARGEST: Final = 7.5
_LEADING: Final = 9.0


def notes(sentences: Sequence[str], form: Form) -> Iterator[Block]:
    """A block for each sentence."""
    size = min(_LARGEST, form.small)
    for sentence in sentences:
        yield _note(wrapped(sentence, form.width - 12, size), form, size)


def _note(lines: Sequence[str], form: Form, size: float) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(form.x + 2, top - size - 1, "•", size, colour=MUTED)
        for row, text in enumerate(lines):
            sheet.text(form.x + 12, top - size - 1 - row * (size + 2), text, size)

    return Block(len(lines) * (size + 2) + 1, draw)


def signature(slip: SlipText, form: Form) -> Block:
    """Room for the day, and for a signature or a thumbprint, with the small print below it.

    On a narrow payslip the sentence that is signed stands above, else beside.
    """
    room = form.width if form.narrow else form.width * (1 - form.box) - GAP
    sentence = wrapped(slip.receipt, room, _LARGEST)
    above = len(sentence) * _LEADING + 6 if form.narrow else 0.0

    def draw(sheet: Sheet, top: float) -> None:
        for row, text in enumerate(sentence):
            sheet.text(form.x, top - 11 - row * _LEADING, text, _LARGEST)
        upper, floor = top - above - 2, top - above - form.foot + 12
        left = form.right - form.width * form.box
        _blank(sheet, form.x, floor + 2, left - form.x - 2 * GAP, slip.date)
        sheet.box(left, floor, form.right - left, upper - floor, edge=MUTED, line=0.6)
        within = form.right - left - 10
        sheet.text(left + 5, upper - 9, slip.signature, 6.8, colour=MUTED, within=within)
        sheet.text(form.x, floor - 10, slip.reference, form.tiny, colour=MUTED, within=form.width)

    return Block(form.foot + above, draw)


def _blank(sheet: Sheet, x: float, y: float, width: float, name: str) -> None:
    sheet.text(x, y + 2.5, name, _LARGEST, colour=MUTED)
    start = x + text_width(name, _LARGEST) + GAP
    sheet.line(start, y, x + width, y, colour=MUTED)
