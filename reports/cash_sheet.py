"""The cash of a run on paper: a slip for the bank or the safe, and who gets which notes.

The slip names nobody. The sheet has codes, no names, and boxes to tick while envelopes are filled.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from models.wages.cash import CashKit
from reports import cash_words as words
from reports.blocks import Block, OnProgress, draw_foot, drawn, paginated
from reports.cash_blocks import sheet_blocks
from reports.cash_parts import LEFT, RIGHT
from reports.cash_slip import slip_blocks
from reports.files import writer_of
from reports.page import A4, Sheet
from reports.wording import spoken

_TOP: Final = A4[1] - 36
_ROOM: Final = A4[1] - 36 - 50


def cash_sheet_pdf(
    kits: Sequence[CashKit],
    *,
    language: str | None = None,
    header: str = "",
    on_progress: OnProgress | None = None,
) -> bytes:
    """The slip and the sheet of each kit as a PDF document; the slip is a page of its own.

    Args:
        kits: figures that are already right, one kit for each currency.
        language: the manager's; None is the language in use.
        header: a line above the titles; empty prints none.
        on_progress: is told how many pages are drawn, and of how many; it may raise to stop.
    """
    sheet = Sheet(A4)
    with spoken(language):
        for kit in kits:
            _draw(sheet, words.slip_title(kit), slip_blocks(kit, header), kit, None)
            if kit.employees:
                _draw(sheet, words.sheet_title(kit), sheet_blocks(kit, header), kit, on_progress)
    return sheet.finished()


write_cash_sheet_pdf: Final = writer_of(cash_sheet_pdf)
"""Write the slip and the sheet to a path as PDF, whole or not at all; see `cash_sheet_pdf`."""


def _draw(
    sheet: Sheet, title: str, blocks: Iterable[Block], kit: CashKit, on_progress: OnProgress | None
) -> None:
    pages = paginated(list(blocks), _ROOM)
    name = " · ".join((title, words.run_text(kit)))
    for number, page in enumerate(pages, start=1):
        drawn(sheet, page, _TOP)
        draw_foot(sheet, name, number, len(pages), left=LEFT, right=RIGHT)
        sheet.next_page()
        if on_progress:
            on_progress(number, len(pages))
