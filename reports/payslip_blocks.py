"""A payslip as blocks of paper: its head, facts, lines, totals and notes."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.blocks import Block
from reports.page import ACCENT, BAND, INK, MUTED, Sheet
from reports.payslip_form import GAP, Form
from reports.payslip_words import Cell, LineText, SlipText
from reports.wrapping import size_to_fit, wrapped

_SIGNS: Final = ("−", "=", "")
_SHARES: Final = {1: (1.0,), 2: (0.52, 0.48), 4: (0.31, 0.23, 0.24, 0.22)}  # of the width


def body(slip: SlipText, form: Form) -> list[Block]:
    """Everything between the head and the place for the signature."""
    return [
        *_facts(slip, form),
        *_table(slip, form),
        _totals(slip, form),
        *_notes(slip.notes, form),
    ]


def _facts(slip: SlipText, form: Form) -> Iterator[Block]:
    cells = slip.facts
    for start in range(0, len(cells), form.facts):
        yield _fact_row(cells[start : start + form.facts], form)
    if slip.hours:
        yield _fact_row((slip.hours,), form, columns=1)


def _fact_row(cells: Sequence[Cell], form: Form, columns: int = 0) -> Block:
    widths = [share * form.width for share in _SHARES[columns or form.facts]]

    def draw(sheet: Sheet, top: float) -> None:
        x = form.x
        for width, (name, value) in zip(widths, cells, strict=False):
            sheet.text(x, top - 8, name, 6.8, colour=MUTED, within=width - GAP)
            if value:
                size = size_to_fit(value, width - GAP, form.text)
                sheet.text(x, top - 19, value, size, within=width - GAP)
            else:
                sheet.line(x, top - 21, x + width - 3 * GAP, top - 21, colour=MUTED)
            x += width

    return Block(25, draw)


def _table(slip: SlipText, form: Form) -> Iterator[Block]:
    for index, (name, lines) in enumerate(slip.sections):
        titles = (slip.formula_title, slip.amount_title) if index == 0 else ("", "")
        head = _section_head(name, titles, form)
        yield head
        for line in lines:
            yield _line(line, form, head)


def _section_head(name: str, titles: tuple[str, str], form: Form) -> Block:
    height = form.leading + 2 * form.padding

    def draw(sheet: Sheet, top: float) -> None:
        y = top - height + form.padding + 1
        sheet.box(form.x, top - height, form.width, height - 2, fill=BAND)
        sheet.text(form.x + 4, y, name, form.small, bold=True, colour=ACCENT)
        sheet.text(form.formula_x, y, titles[0], 7, colour=MUTED, within=form.formula)
        sheet.text_right(form.right - 4, y, titles[1], 7, colour=MUTED)

    return Block(height, draw, keep=True)


def _line(line: LineText, form: Form, head: Block) -> Block:
    labels = wrapped(line.label, form.label - 4, form.text)
    formulas = wrapped(line.formula, form.formula, form.small)
    height = max(len(labels), len(formulas)) * form.leading + form.padding

    def draw(sheet: Sheet, top: float) -> None:
        y = top - form.leading
        for row, text in enumerate(labels):
            sheet.text(form.x + 4, y - row * form.leading, text, form.text)
        for row, text in enumerate(formulas):
            sheet.text(form.formula_x, y - row * form.leading, text, form.small, colour=MUTED)
        sheet.text_right(form.right - 4, y, line.amount, form.text)
        sheet.line(form.x, top - height + 0.5, form.right, top - height + 0.5, width=0.35)

    return Block(height, draw, head=head)


def _totals(slip: SlipText, form: Form) -> Block:
    cells = slip.totals
    last = form.width * 0.34
    width = (form.width - last) / (len(cells) - 1)

    def draw(sheet: Sheet, top: float) -> None:
        for index, (name, value) in enumerate(cells[:-1]):
            x = form.x + 4 + index * width
            _total(sheet, (x, top), (name, value), width - 18, 10.5)
            sheet.text(x + width - 14, top - 28, _SIGNS[index], 10, colour=MUTED)
        sheet.box(form.right - last, top - 38, last, 34, fill=BAND, edge=INK, line=1)
        _total(sheet, (form.right - last + 8, top), cells[-1], last - 16, 13)

    return Block(42, draw)


def _total(
    sheet: Sheet, corner: tuple[float, float], cell: Cell, width: float, size: float
) -> None:
    (x, top), (name, value) = corner, cell
    sheet.text(x, top - 14, name, size_to_fit(name, width, 7), colour=MUTED, within=width)
    fitting = size_to_fit(value, width, size, bold=True)
    sheet.text(x, top - 29, value, fitting, bold=True, within=width)


def _notes(sentences: Sequence[str], form: Form) -> Iterator[Block]:
    for sentence in sentences:
        yield _note(wrapped(sentence, form.width - 12, 7.5), form)


def _note(lines: Sequence[str], form: Form) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(form.x + 2, top - 8.5, "•", 7.5, colour=MUTED)
        for row, text in enumerate(lines):
            sheet.text(form.x + 12, top - 8.5 - row * 9.5, text, 7.5)

    return Block(len(lines) * 9.5 + 1.5, draw)


def signature(slip: SlipText, form: Form) -> Block:
    """Room for the day, and for a signature or a thumbprint, with the small print below it."""

    def draw(sheet: Sheet, top: float) -> None:
        box = form.width * 0.34
        middle, floor = form.right - box, top - form.foot + 12
        sheet.text(form.x, top - 10, slip.receipt, 7.5)
        _blank(sheet, form.x, floor + 2, middle - form.x - 2 * GAP, slip.date)
        sheet.box(middle, floor, box, top - 2 - floor, edge=MUTED, line=0.6)
        sheet.text(middle + 5, top - 11, slip.signature, 6.8, colour=MUTED)
        sheet.text(form.x, floor - 10, slip.reference, 6.2, colour=MUTED, within=form.width)

    return Block(form.foot, draw)


def _blank(sheet: Sheet, x: float, y: float, width: float, name: str) -> None:
    sheet.text(x, y + 2.5, name, 7.5, colour=MUTED)
    sheet.line(x + 40, y, x + width, y, colour=MUTED)
