"""The facts and lines of a payslip as blocks of paper, in columns beside each other."""

from collections.abc import Iterator, Sequence
from typing import Final

from reports.blocks import Block
from reports.page import ACCENT, BAND, MUTED, Sheet
from reports.payslip_form import GAP, Form
from reports.payslip_words import Cell, LineText, SlipText
from reports.wrapping import size_to_fit, wrapped

_SHARES: Final = {1: (1.0,), 2: (0.52, 0.48), 4: (0.31, 0.23, 0.24, 0.22)}  # of the width


def wide_facts(slip: SlipText, form: Form) -> Iterator[Block]:
    """What stands above the lines, side by side."""
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


def wide_table(slip: SlipText, form: Form) -> Iterator[Block]:
    """The lines in columns, under the heading of their group."""
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
