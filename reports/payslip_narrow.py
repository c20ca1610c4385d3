"""A payslip on narrow paper: everything below each other, amounts on the right."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.blocks import Block
from reports.page import ACCENT, BAND, HAIRLINE, INK, MUTED, Sheet
from reports.payslip_form import GAP, Form
from reports.payslip_words import Cell, LineText, SlipText, Total
from reports.typefaces import text_width
from reports.wrapping import size_to_fit, wrapped

_INDENT: Final = 8.0
_LARGEST: Final = 11.5  # of the amount paid
_MOST_OF_AMOUNT: Final = 0.55  # of the width; a longer one is set smaller


def narrow_facts(slip: SlipText, form: Form) -> Iterator[Block]:
    """What stands above the lines, below each other."""
    for cell in (*slip.facts, *([slip.hours] if slip.hours else [])):
        yield _fact(cell, form)


def narrow_table(slip: SlipText, form: Form) -> Iterator[Block]:
    """Each line with its formula below it or beside, under the heading of their group."""
    for index, (name, lines) in enumerate(slip.sections):
        head = _section_head(name, slip.amount_title if index == 0 else "", form)
        yield head
        for line in lines:
            yield _line(line, form, head)


def _fact(cell: Cell, form: Form) -> Block:
    name, value = cell
    x = form.x + form.label
    lines = wrapped(value, form.right - x, form.text)

    def draw(sheet: Sheet, top: float) -> None:
        y = top - form.leading
        size = size_to_fit(name, form.label - 4, form.small)
        sheet.text(form.x, y, name, size, colour=MUTED, within=form.label - 2)
        for row, text in enumerate(lines):
            sheet.text(x, y - row * form.leading, text, form.text)
        if not value:
            sheet.line(x, y - 1.5, form.right, y - 1.5, colour=MUTED)

    return Block(len(lines) * form.leading + 1, draw)


def _section_head(name: str, title: str, form: Form) -> Block:
    height = form.leading + form.padding + 5

    def draw(sheet: Sheet, top: float) -> None:
        floor = top - height + 1
        sheet.box(form.x, floor, form.width, form.leading + form.padding, fill=BAND)
        sheet.line(form.x, floor, form.right, floor, width=0.6, colour=ACCENT)
        y = floor + form.padding
        sheet.text(form.x + 2, y, name, form.text, bold=True, colour=ACCENT)
        sheet.text_right(form.right - 2, y, title, form.small, colour=MUTED)

    return Block(height, draw, keep=True)


def _line(line: LineText, form: Form, head: Block) -> Block:
    amount = min(text_width(line.amount, form.text), form.width * _MOST_OF_AMOUNT)
    size = size_to_fit(line.amount, amount, form.text)
    room = form.width - amount - GAP
    beside = _fits_beside(line, form, room)
    labels = wrapped(line.label, room, form.text)
    formulas = wrapped(line.formula, form.width - _INDENT, form.small)
    x, below = (form.beside, 0.0) if beside else (_INDENT, form.small * 1.28)
    height = len(labels) * form.leading + len(formulas) * below + form.padding

    def draw(sheet: Sheet, top: float) -> None:
        y = top - form.leading
        for row, text in enumerate(labels):
            sheet.text(form.x + 2, y - row * form.leading, text, form.text)
        sheet.text_right(form.right - 2, y, line.amount, size)
        y -= (len(labels) - 1) * form.leading
        for row, text in enumerate(formulas, 1):
            sheet.text(form.x + x, y - row * below, text, form.small, colour=MUTED)
        floor = top - height - 0.5
        sheet.line(form.x, floor, form.right, floor, width=0.35, colour=HAIRLINE)

    return Block(height, draw, head=head)


def _fits_beside(line: LineText, form: Form, room: float) -> bool:
    return (
        text_width(line.label, form.text) <= form.beside - GAP
        and text_width(line.formula, form.small) <= room - form.beside
    )


def narrow_totals(totals: Sequence[Total], form: Form) -> Block:
    """The sums below each other, each with its sign before it, and the amount paid in a box."""
    *parts, paid = totals
    leading = form.leading + 1
    box = _LARGEST + 9

    def draw(sheet: Sheet, top: float) -> None:
        y = top - 4
        for each in parts:
            y -= leading
            sheet.text(form.x + 2, y, each.sign, form.text)
            _sum(sheet, (form.x + 12, form.right - 2), y, each, form.text)
        floor = y - 6 - box
        sheet.box(form.x, floor, form.width, box, fill=BAND, edge=INK, line=1)
        sheet.text(form.x + 4, floor + 6.5, paid.sign, form.text)
        left = form.x + (14 if paid.sign else 4)
        _sum(sheet, (left, form.right - 5), floor + 6.5, paid, _LARGEST)

    return Block(len(parts) * leading + box + 12, draw)


def _sum(sheet: Sheet, edges: tuple[float, float], y: float, total: Total, size: float) -> None:
    left, right = edges
    room = (right - left) * _MOST_OF_AMOUNT
    fitting = size_to_fit(total.value, room, size, bold=True)
    sheet.text_right(right, y, total.value, fitting, bold=True)
    beside = right - left - min(room, text_width(total.value, fitting, bold=True)) - 4
    name = size_to_fit(total.name, beside, min(size, _LARGEST - 2))
    sheet.text(left, y, total.name, name, within=beside + 1)
