"""A payslip in parts: usually one, more where its lines do not fit one half or page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from models.language import gettext as _
from models.wages.rows import PayslipRow
from reports import payslip_words as words
from reports.blocks import Block, Placed, drawn, paginated
from reports.page import Sheet
from reports.payslip_blocks import wide_facts, wide_table
from reports.payslip_foot import notes, signature
from reports.payslip_form import Form
from reports.payslip_head import Head, head_of
from reports.payslip_narrow import narrow_facts, narrow_table, narrow_totals
from reports.payslip_totals import wide_totals
from reports.wording import page_text

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
        laid.head.draw(sheet, top, page_text(self.number, parts) if parts > 1 else "")
        drawn(sheet, laid.pages[self.number - 1], top - laid.head.height)
        bottom = top - self.height
        if self._last:
            laid.foot.draw(sheet, bottom + laid.foot.height)
        else:
            sheet.text_right(form.right, bottom + 2, _("continued on the next page"), 7.5)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A payslip laid out: what each of its parts has on it, and the foot of the last one.

    `over` is how much higher it is than one part, `elastic` what of it type sets the height of.
    """

    slip: words.SlipText
    form: Form
    room: Room
    head: Head
    pages: Sequence[Sequence[Placed]]
    foot: Block
    over: float
    elastic: float


def parts_of(slip: PayslipRow, form: Form, room: Room, header: str) -> list[Part]:
    """The parts of a payslip below a header; an empty header prints none.

    Type is set smaller and closer where that spares the worker a further part.
    """
    said = words.text_of(slip)
    laid = min(_attempts(said, form, room, header), key=lambda attempt: len(attempt.pages))
    return [Part(laid, number) for number in range(1, len(laid.pages) + 1)]


def _attempts(slip: words.SlipText, form: Form, room: Room, header: str) -> Iterator[_Laid]:
    first = _laid(slip, form, room, header)
    yield first
    if room.cut or len(first.pages) == 1:
        return
    *some, closest = form.closer()
    hopeful = [each for each in some if first.elastic * (1 - each.line / form.line) >= first.over]
    for attempt in (*hopeful, closest):
        laid = _laid(slip, attempt, room, header)
        yield laid
        if len(laid.pages) == 1:
            return


def _laid(slip: words.SlipText, form: Form, room: Room, header: str) -> _Laid:
    head, foot = head_of(slip, form, header), signature(slip, form)
    facts, table, (*ends, last) = _body(slip, form)
    # The place for the signature never stands on a page without a figure or a sentence above it.
    flow = [*facts, *table, *ends, replace(last, keep=True), foot]
    height = room.height - head.height
    pages = paginated(flow, height)
    if len(pages) > 1:
        pages = paginated(flow, height - _CONTINUED)
    pages[-1].pop()
    over = sum(block.height for block in flow) - height
    elastic = sum(block.height for block in (*table, *(facts if form.narrow else [])))
    return _Laid(slip, form, room, head, pages, foot, over, elastic)


def _body(slip: words.SlipText, form: Form) -> tuple[list[Block], list[Block], list[Block]]:
    """Everything between head and foot: the facts, the lines, and totals with notes."""
    sentences = notes(slip.notes, form)
    if form.narrow:
        ends = [narrow_totals(slip.totals, form), *sentences]
        return list(narrow_facts(slip, form)), list(narrow_table(slip, form)), ends
    ends = [wide_totals(slip.totals, form), *sentences]
    return list(wide_facts(slip, form)), list(wide_table(slip, form)), ends


def _height(page: Sequence[Placed]) -> float:
    return page[-1].offset + page[-1].block.height if page else 0.0


def _stamp_behind(sheet: Sheet, top: float, laid: _Laid) -> None:
    if laid.slip.mark:
        middle = laid.form.x + laid.form.width / 2
        size = min(_LARGEST_STAMP, laid.form.width / 5)
        sheet.watermark(middle, top - laid.room.height / 2, laid.slip.mark, size)
