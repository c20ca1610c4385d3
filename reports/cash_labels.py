"""Labels for pay envelopes: A4 sheets of 3 × 8 labels of 70 × 37 mm, a format that shops carry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from models.language import gettext as _
from models.money import Money
from models.wages.cash import CashKit, CashPay
from reports.files import writer_of
from reports.page import A4, MM, MUTED, Sheet
from reports.wording import period_text, spoken
from reports.wrapping import size_to_fit

LABELS_ON_SHEET: Final = 24

_ACROSS: Final = 3
_WIDTH, _HEIGHT = 70 * MM, 37 * MM
_TOP: Final = A4[1] - (A4[1] - 8 * _HEIGHT) / 2
_SIDE: Final = 6 * MM  # what printers leave white at the edges of the sheet
_ROOM: Final = _WIDTH - 2 * _SIDE


@dataclass(frozen=True, slots=True)
class _Shown:
    names: bool
    amounts: bool


def envelope_labels_pdf(
    kits: Sequence[CashKit],
    *,
    names: bool = False,
    amounts: bool = True,
    first: int = 1,
    language: str | None = None,
) -> bytes:
    """A label for each envelope, by site and code, as a PDF document.

    Args:
        kits: the cash of a run, one kit for each currency.
        names: whether the work name is on them.
        amounts: whether the amount is on them.
        first: the first label of the first sheet that is still there, from 1 to 24.
        language: one for all; None is the language in use.
    """
    sheet = Sheet(A4)
    place = first - 1
    with spoken(language):
        for kit in kits:
            for pay in kit.employees:
                if place == LABELS_ON_SHEET:
                    sheet.next_page()
                    place = 0
                _label(sheet, place, kit, pay, _Shown(names, amounts))
                place += 1
    sheet.next_page()
    return sheet.finished()


write_envelope_labels: Final = writer_of(envelope_labels_pdf)
"""Write the labels to a path as PDF, whole or not at all; see `envelope_labels_pdf`."""


def _label(sheet: Sheet, place: int, kit: CashKit, pay: CashPay, shown: _Shown) -> None:
    down, across = divmod(place, _ACROSS)
    x = across * _WIDTH + _SIDE
    top = _TOP - down * _HEIGHT - 5 * MM
    size = size_to_fit(pay.code, _ROOM, 17, bold=True)
    sheet.text(x, top - 15, pay.code, size, bold=True, within=_ROOM)
    lines = [pay.work_name if shown.names else "", pay.site, period_text(kit.period)]
    for row, line in enumerate(filter(None, lines)):
        sheet.text(x, top - 31 - 12.5 * row, line, 9, within=_ROOM)
    foot = top - 74
    number = _("Payslip {number}").format(number=pay.number)
    room = _ROOM / 2 if shown.amounts else _ROOM
    sheet.text(x, foot, number, size_to_fit(number, room, 7.5), colour=MUTED, within=room)
    if shown.amounts:
        amount = str(Money(pay.paid, kit.currency))
        size = size_to_fit(amount, _ROOM / 2 - 4, 12, bold=True)
        sheet.text_right(x + _ROOM, foot, amount, size, bold=True)
