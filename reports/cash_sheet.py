"""The cash of a run on paper: a slip for the bank or the safe, and who gets which notes.

The slip names nobody. The sheet has codes, no names, and boxes to tick while envelopes are filled.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.wages.cash import CashKit
from reports import cash_words as words
from reports.blocks import Block, drawn, paginated
from reports.cash_blocks import sheet_blocks
from reports.cash_parts import LEFT, RIGHT
from reports.cash_slip import slip_blocks
from reports.files import write_whole
from reports.page import A4, MUTED, Sheet
from reports.sales_summary import spoken

OnProgress = Callable[[int, int], None]

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


def write_cash_sheet_pdf(
    path: Path,
    kits: Sequence[CashKit],
    *,
    language: str | None = None,
    header: str = "",
    on_progress: OnProgress | None = None,
) -> None:
    """Write the slip and the sheet to `path` as PDF, whole or not at all; see `cash_sheet_pdf`.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    content = cash_sheet_pdf(kits, language=language, header=header, on_progress=on_progress)
    write_whole(path, content)


def _draw(
    sheet: Sheet, title: str, blocks: Iterable[Block], kit: CashKit, on_progress: OnProgress | None
) -> None:
    pages = paginated(list(blocks), _ROOM)
    name = " · ".join((title, words.run_text(kit)))
    for number, page in enumerate(pages, start=1):
        drawn(sheet, page, _TOP)
        sheet.text(LEFT, 24, name, 7.2, colour=MUTED)
        text = _("page {n} of {all}").format(n=number, all=len(pages))
        sheet.text_right(RIGHT, 24, text, 7.2, colour=MUTED)
        sheet.next_page()
        if on_progress:
            on_progress(number, len(pages))
