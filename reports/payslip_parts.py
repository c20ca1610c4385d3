"""A payslip in parts: usually one, more where its lines do not fit one half or page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from models.language import gettext as _
from models.wages.rows import PayslipRow
from reports import payslip_words as words
from reports.blocks import Block, Placed, drawn, paginated
from reports.page import ACCENT, INK, MUTED, Sheet
from reports.payslip_blocks import body, signature
from reports.payslip_form import GAP, Form
from reports.typefaces import text_width
from reports.wrapping import size_to_fit

Part = Callable[[Sheet, float], None]

_HEAD: Final = 50.0
_HEADER: Final = 12.0
_CONTINUED: Final = 12.0


@dataclass(frozen=True, slots=True)
class _Laid:
    """A payslip laid out: what each of its parts has on it, and the foot of the last one."""

    slip: words.SlipText
    form: Form
    header: str
    height: float
    pages: Sequence[Sequence[Placed]]
    foot: Block


def parts_of(slip: PayslipRow, form: Form, height: float, header: str) -> list[Part]:
    """The parts of a payslip, each drawn below the upper edge that it is given.

    Type is set smaller and closer where that spares the worker a further part.
    """
    said = words.text_of(slip)
    laid = min(_attempts(said, form, height, header), key=lambda attempt: len(attempt.pages))
    return [_part(laid, number) for number in range(1, len(laid.pages) + 1)]


def _attempts(slip: words.SlipText, form: Form, height: float, header: str) -> Iterator[_Laid]:
    closer = replace(form, text=8.6, small=7.6, leading=10.2, padding=2.6)
    close = replace(form, text=8.0, small=7.2, leading=9.4, padding=2.0)
    for attempt in (form, closer, close):
        laid = _laid(slip, attempt, height, header)
        yield laid
        if len(laid.pages) == 1:
            return


def _laid(slip: words.SlipText, form: Form, height: float, header: str) -> _Laid:
    foot = signature(slip, form)
    *blocks, last = body(slip, form)
    # The place for the signature never stands on a page without a figure or a sentence above it.
    flow = [*blocks, replace(last, keep=True), foot]
    room = height - _head_height(header)
    pages = paginated(flow, room)
    if len(pages) > 1:
        pages = paginated(flow, room - _CONTINUED)
    pages[-1].pop()
    return _Laid(slip, form, header, height, pages, foot)


def _head_height(header: str) -> float:
    return _HEAD + (_HEADER if header else 0)


def _part(laid: _Laid, number: int) -> Part:
    parts = len(laid.pages)

    def draw(sheet: Sheet, top: float) -> None:
        _stamp_behind(sheet, top, laid)
        _head(sheet, top, laid, words.part_text(number, parts) if parts > 1 else "")
        drawn(sheet, laid.pages[number - 1], top - _head_height(laid.header))
        bottom = top - laid.height
        if number == parts:
            laid.foot.draw(sheet, bottom + laid.foot.height)
        else:
            sheet.text_right(laid.form.right, bottom + 2, _("continued on the next page"), 7.5)

    return draw


def _stamp_behind(sheet: Sheet, top: float, laid: _Laid) -> None:
    if laid.slip.mark:
        middle = laid.form.x + laid.form.width / 2
        sheet.watermark(middle, top - laid.height / 2, laid.slip.mark, 84)


def _head(sheet: Sheet, top: float, laid: _Laid, part: str) -> None:
    slip, form = laid.slip, laid.form
    if laid.header:
        sheet.text(form.x, top - 7, laid.header, 8, colour=MUTED, within=form.width)
        top -= _HEADER
    sheet.text(form.x, top - 15, slip.title, 15, bold=True, colour=ACCENT)
    _stamp(sheet, form.x + text_width(slip.title, 15, bold=True) + 12, top, slip.mark)
    small_print = " · ".join(filter(None, (slip.number, part)))
    sheet.text_right(form.right, top - 14, small_print, 8, colour=MUTED)
    sheet.line(form.x, top - 22, form.right, top - 22, width=1.2, colour=ACCENT)
    _name(sheet, top - 38, slip, form)


def _stamp(sheet: Sheet, x: float, top: float, mark: str) -> None:
    if mark:
        sheet.box(x, top - 18, text_width(mark, 9, bold=True) + 10, 14, edge=INK, line=1)
        sheet.text(x + 5, top - 14.4, mark, 9, bold=True)


def _name(sheet: Sheet, y: float, slip: words.SlipText, form: Form) -> None:
    code = text_width(slip.code, 11)
    sheet.text(form.x, y, slip.code, 11, colour=MUTED)
    room = form.width - code - GAP
    size = size_to_fit(slip.name, room, 13, bold=True)
    sheet.text(form.x + code + GAP, y, slip.name, size, bold=True, within=room)
