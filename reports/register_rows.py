"""What is drawn of a pay register's lines: its headings, an employee's row, a row of sums."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from models.wages.register_table import Register, RegisterColumn, RegisterPart, RegisterRow
from reports.page import BAND, INK, MUTED, Sheet
from reports.register_columns import cell_text, column, figure_text
from reports.register_form import (
    GAP,
    HEADING_LEADING,
    LEFT,
    TEXT,
    WIDTH,
    Form,
    heading_lines,
    heading_size,
)
from reports.wording import day_text
from reports.wrapping import size_to_fit

TextOf = Callable[[RegisterColumn], str]

_LARGE: Final = 11.0
_NAME: Final = 8.0
_SMALL: Final = 6.8
_NOTE_LEADING: Final = 8.8
_BOLD: Final = ("gross", "net")


def draw_headings(sheet: Sheet, top: float, form: Form) -> None:
    """The headings of every column, each where its figures stand."""
    offsets = dict(form.slots())
    first, second = (top - offsets[slot] for slot in (0, 1))
    for stack in form.stacks:
        for slot, one in enumerate(stack.columns):
            _heading(sheet, top - offsets[slot], one, stack.x, stack.width, right=True)
    _heading(sheet, first, column("code"), LEFT, form.who)
    _heading(sheet, second, column("work_name"), LEFT, form.who)
    _heading(sheet, first, column("paid"), form.paid_x, form.paid, right=True)
    _heading(sheet, second, column("how"), form.paid_x, form.paid, right=True)
    _heading(sheet, first, column("paid_on"), form.day_x, form.day)
    _heading(sheet, first, column("signature"), form.signature_x, form.signature)
    floor = top - form.head_height + 0.5
    sheet.line(LEFT, floor, LEFT + WIDTH, floor, width=0.9, colour=INK)


def _heading(
    sheet: Sheet, top: float, one: RegisterColumn, x: float, width: float, *, right: bool = False
) -> None:
    """A heading in the column from `x` on, at its right edge or its left."""
    size = heading_size(one, width)
    bold = one.code == "paid"
    for line, text in enumerate(heading_lines(one, width), start=1):
        y = top - line * HEADING_LEADING
        if right:
            edge = x + width - GAP / 2
            sheet.text_right(edge, y, text, size, bold=bold, colour=INK if bold else MUTED)
        else:
            sheet.text(x + GAP / 2, y, text, size, colour=MUTED)


def draw_row(sheet: Sheet, top: float, register: Register, row: RegisterRow, form: Form) -> None:
    """One employee: who, the figures, what is paid, and room to sign."""
    upper, lower, *_rest = form.baselines(form.lines)
    room = form.who - GAP
    sheet.text(LEFT + GAP / 2, top - upper, row.code, _NAME, bold=True, within=room)
    size = size_to_fit(row.work_name, room, _NAME)
    sheet.text(LEFT + GAP / 2, top - lower, row.work_name, max(size, _SMALL), within=room)

    def text_of(one: RegisterColumn) -> str:
        return cell_text(one, row, register.currency)

    _figures(sheet, top, form, text_of)
    _paid(sheet, top, form, text_of(column("paid")))
    _right_small(sheet, form.day_x, top - lower - 2, text_of(column("how")))
    if row.paid_on:
        day, room = day_text(row.paid_on), form.day - GAP
        size = size_to_fit(day, room, _SMALL)
        sheet.text(form.day_x + GAP / 2, top - form.height / 2 - 2, day, size)
    _lines(sheet, top, form, form.height)
    bottom = top - form.height
    sheet.line(LEFT, bottom, LEFT + WIDTH, bottom, width=0.5)


def _figures(sheet: Sheet, top: float, form: Form, text_of: TextOf, *, bold: bool = False) -> None:
    for stack in form.stacks:
        for one, below in zip(stack.columns, form.baselines(len(stack.columns)), strict=True):
            heavy = bold or one.code in _BOLD
            text, room = text_of(one), stack.width - GAP + 1
            # A figure is never cut: it is made smaller.
            size = size_to_fit(text, room, TEXT, bold=heavy)
            sheet.text_right(stack.x + stack.width - GAP / 2, top - below, text, size, bold=heavy)


def _paid(sheet: Sheet, top: float, form: Form, text: str) -> None:
    size = size_to_fit(text, form.paid - GAP, _LARGE, bold=True)
    below = form.baselines(form.lines)[0] + 2.6
    sheet.text_right(form.day_x - GAP / 2, top - below, text, size, bold=True)


def _right_small(sheet: Sheet, edge: float, y: float, text: str) -> None:
    sheet.text_right(edge - GAP / 2, y, text, _SMALL, colour=MUTED)


def _lines(sheet: Sheet, top: float, form: Form, height: float) -> None:
    """The upright lines: before each group of figures, and around what is signed for."""
    bottom = top - height
    for x in (stack.x for stack in form.stacks if stack.first):
        sheet.line(x, top, x, bottom, width=0.35)
    for x in (form.paid_x, form.day_x, form.signature_x, LEFT + WIDTH):
        sheet.line(x, top, x, bottom, width=0.6, colour=MUTED)


@dataclass(frozen=True, slots=True)
class Sums:
    """A row of sums: `words` name it, `notes` stand where employees sign."""

    part: RegisterPart
    currency: str
    words: tuple[str, str]
    notes: tuple[str, ...]

    def height(self, form: Form) -> float:
        """How high the row is."""
        return max(form.height, len(self.notes) * _NOTE_LEADING + 7)


def draw_sums(sheet: Sheet, top: float, sums: Sums, form: Form) -> None:
    """The row of sums, set apart from what it adds up."""
    height = sums.height(form)
    sheet.box(LEFT, top - height, WIDTH, height, fill=BAND)
    for below, text, bold in zip(form.baselines(2), sums.words, (True, False), strict=True):
        sheet.text(LEFT + GAP / 2, top - below, text, _NAME, bold=bold, within=form.who - GAP)

    def text_of(one: RegisterColumn) -> str:
        return figure_text(one, sums.part.figures, sums.currency) if one.summed else ""

    _figures(sheet, top, form, text_of, bold=True)
    _paid(sheet, top, form, text_of(column("paid")))
    room = LEFT + WIDTH - form.day_x - GAP
    for line, note in enumerate(sums.notes):
        sheet.text(form.day_x + GAP / 2, top - 10 - line * _NOTE_LEADING, note, _SMALL, within=room)
    for y in (top, top - height):
        sheet.line(LEFT, y, LEFT + WIDTH, y, width=0.8, colour=INK)
