"""The head of a payslip: its title and number, and whose it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reports.page import ACCENT, INK, MUTED, Sheet
from reports.payslip_form import GAP, Form
from reports.payslip_words import SlipText
from reports.typefaces import text_width
from reports.wrapping import size_to_fit, wrapped

_HEADER: Final = 12.0
_RULE: Final = 7.0  # from the title's baseline down to the line below it
_LARGEST_NAME: Final = 13.0
_NARROW_NAME: Final = 10.5
_NARROW_LEADING: Final = 12.5
_COPY_ABOVE: Final = 3.5  # it stands in the margin, so that a copy is laid out like the first


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above everything else. `draw` is given the upper edge and "page 1 of 2"."""

    height: float
    draw: Callable[[Sheet, float, str], None]


def head_of(slip: SlipText, form: Form, header: str) -> Head:
    """The head of a payslip below a header; an empty one takes no room."""
    above = _HEADER if header else 0.0
    name_height, name = (_narrow_name if form.narrow else _wide_name)(slip, form)

    def draw(sheet: Sheet, top: float, part: str) -> None:
        sheet.text(form.x, top + _COPY_ABOVE, slip.copy, 7.5, bold=True, within=form.width)
        sheet.text(form.x, top - 7, header, 8, colour=MUTED, within=form.width)
        _title(sheet, top - above, slip, form, part)
        name(sheet, top - above - form.title - _RULE)

    return Head(above + form.title + _RULE + name_height, draw)


def _title(sheet: Sheet, top: float, slip: SlipText, form: Form, part: str) -> None:
    y = top - form.title
    sheet.text(form.x, y, slip.title, form.title, bold=True, colour=ACCENT)
    end = form.x + text_width(slip.title, form.title, bold=True) + GAP
    _stamp(sheet, end, y, slip.mark)
    numbers = " · ".join(filter(None, (slip.number, part)))
    room = form.right - end - (text_width(slip.mark, 9, bold=True) + 2 * GAP if slip.mark else 0)
    size = size_to_fit(numbers, room, form.small)
    sheet.text_right(form.right, y + 1, numbers, size, colour=MUTED, within=room)
    sheet.line(form.x, y - _RULE, form.right, y - _RULE, width=1.2, colour=ACCENT)


def _stamp(sheet: Sheet, x: float, y: float, mark: str) -> None:
    if mark:
        sheet.box(x, y - 3, text_width(mark, 9, bold=True) + 10, 14, edge=INK, line=1)
        sheet.text(x + 5, y + 0.6, mark, 9, bold=True)


Name = tuple[float, Callable[[Sheet, float], None]]


def _wide_name(slip: SlipText, form: Form) -> Name:
    def draw(sheet: Sheet, top: float) -> None:
        code = text_width(slip.code, 11)
        sheet.text(form.x, top - 16, slip.code, 11, colour=MUTED)
        room = form.width - code - GAP
        size = size_to_fit(slip.name, room, _LARGEST_NAME, bold=True)
        sheet.text(form.x + code + GAP, top - 16, slip.name, size, bold=True, within=room)

    return 28.0, draw


def _narrow_name(slip: SlipText, form: Form) -> Name:
    """A long name goes on in the next line, as there is no room beside it."""
    x = form.x + text_width(slip.code, _NARROW_NAME) + GAP
    lines = wrapped(slip.name, form.right - x, _NARROW_NAME, bold=True)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(form.x, top - 12, slip.code, _NARROW_NAME, colour=MUTED)
        for row, text in enumerate(lines):
            sheet.text(x, top - 12 - row * _NARROW_LEADING, text, _NARROW_NAME, bold=True)

    return len(lines) * _NARROW_LEADING + 6, draw
