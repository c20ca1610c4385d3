"""A payslip in parts: usually one, more where its lines do not fit one half or page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from models.language import gettext as _
from models.wages.rows import PayslipRow
from reports import payslip_words as words
from reports.blocks import Block, Placed, drawn, paginated
from reports.page import Sheet
from reports.payslip_blocks import wide_body
from reports.payslip_foot import notes, signature
from reports.payslip_form import Form
from reports.payslip_head import Head, head_of
from reports.payslip_narrow import narrow_body, narrow_totals
from reports.payslip_totals import wide_totals

_CONTINUED: Final = 12.0
_LARGEST_STAMP: Final = 84.0


@dataclass(frozen=True, slots=True)
class Room:
    """How high a part may be. One that is `cut` is only as high as it needs to be."""

    height: float
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a payslip: its height, and how it is drawn below an upper edge."""

    laid: "_Laid"
    number: int

    @property
    def height(self) -> float:
        """All that is drawn, or the whole room."""
        if not self.laid.room.cut:
            return self.laid.room.height
        used = self.laid.head.height + _height(self.laid.pages[self.number - 1])
        return used + (self.laid.foot.height if self._last else _CONTINUED)

    @property
    def _last(self) -> bool:
        return self.number == len(self.laid.pages)

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it below `top`."""
        laid, form, parts = self.laid, self.laid.form, len(self.laid.pages)
        _stamp_behind(sheet, top, laid)
        laid.head.draw(sheet, top, words.part_text(self.number, parts) if parts > 1 else "")
        drawn(sheet, laid.pages[self.number - 1], top - laid.head.height)
        bottom = top - self.height
        if self._last:
            laid.foot.draw(sheet, bottom + laid.foot.height)
        else:
            sheet.text_right(form.right, bottom + 2, _("continued on the next page"), 7.5)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A payslip laid out: what each of its parts has on it, and the foot of the last one."""

    slip: words.SlipText
    form: Form
    room: Room
    head: Head
    pages: Sequence[Sequence[Placed]]
    foot: Block


def parts_of(slip: PayslipRow, form: Form, room: Room, header: str) -> list[Part]:
    """The parts of a payslip below a header; an empty header prints none.

    Type is set smaller and closer where that spares the worker a further part.
    """
    said = words.text_of(slip)
    laid = min(_attempts(said, form, room, header), key=lambda attempt: len(attempt.pages))
    return [Part(laid, number) for number in range(1, len(laid.pages) + 1)]


def _attempts(slip: words.SlipText, form: Form, room: Room, header: str) -> Iterator[_Laid]:
    for attempt in (form, *([] if room.cut else form.closer())):
        laid = _laid(slip, attempt, room, header)
        yield laid
        if len(laid.pages) == 1:
            return


def _laid(slip: words.SlipText, form: Form, room: Room, header: str) -> _Laid:
    head, foot = head_of(slip, form, header), signature(slip, form)
    *blocks, last = _body(slip, form)
    # The place for the signature never stands on a page without a figure or a sentence above it.
    flow = [*blocks, replace(last, keep=True), foot]
    height = room.height - head.height
    pages = paginated(flow, height)
    if len(pages) > 1:
        pages = paginated(flow, height - _CONTINUED)
    pages[-1].pop()
    return _Laid(slip, form, room, head, pages, foot)


def _body(slip: words.SlipText, form: Form) -> Iterator[Block]:
    """Everything between the head and the place for the signature."""
    if form.narrow:
        yield from narrow_body(slip, form)
        yield narrow_totals(slip.totals, form)
    else:
        yield from wide_body(slip, form)
        yield wide_totals(slip.totals, form)
    yield from notes(slip.notes, form)


def _height(page: Sequence[Placed]) -> float:
    return page[-1].offset + page[-1].block.height if page else 0.0


def _stamp_behind(sheet: Sheet, top: float, laid: _Laid) -> None:
    if laid.slip.mark:
        middle = laid.form.x + laid.form.width / 2
        size = min(_LARGEST_STAMP, laid.form.width / 5)
        sheet.watermark(middle, top - laid.room.height / 2, laid.slip.mark, size)
