"""What a payslip comes to, as a sum in one row with the amount paid in a box."""

from collections.abc import Sequence
from typing import Final

from reports.blocks import Block
from reports.page import BAND, INK, MUTED, Sheet
from reports.payslip_form import Form
from reports.payslip_words import Total
from reports.typefaces import text_width
from reports.wrapping import size_to_fit

_LAST: Final = 0.34  # of the width, for the amount paid
_SIGN: Final = 17.0
_SUM: Final = 10.5


def wide_totals(totals: Sequence[Total], form: Form) -> Block:
    """Each sum with its sign before it; they shrink together where they are too wide."""
    *parts, paid = totals
    last = form.width * _LAST
    natural = [_natural(each) for each in parts]
    room = form.width - last - 4 - len(parts) * _SIGN
    share = min(1.0, room / sum(natural))
    spare = max(0.0, room - sum(natural)) / len(parts)

    def draw(sheet: Sheet, top: float) -> None:
        x = form.x + 4
        for each, wanted in zip(parts, natural, strict=True):
            sheet.text(x - 14, top - 28, each.sign, 10, colour=MUTED)
            _total(sheet, (x, top), each, wanted * share, _SUM * share)
            x += wanted * share + spare + _SIGN
        sheet.text(x - 14, top - 28, paid.sign, 10, colour=MUTED)
        sheet.box(form.right - last, top - 38, last, 34, fill=BAND, edge=INK, line=1)
        _total(sheet, (form.right - last + 8, top), paid, last - 16, 13)

    return Block(42, draw)


def _natural(total: Total) -> float:
    return max(text_width(total.name, 7), text_width(total.value, _SUM, bold=True))


def _total(
    sheet: Sheet, corner: tuple[float, float], total: Total, width: float, size: float
) -> None:
    x, top = corner
    name = size_to_fit(total.name, width, 7)
    sheet.text(x, top - 14, total.name, name, colour=MUTED, within=width + 1)
    value = size_to_fit(total.value, width, size, bold=True)
    sheet.text(x, top - 29, total.value, value, bold=True)
