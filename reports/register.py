"""The pay register on paper, to be signed when wages are handed out: A4 across.

As a spreadsheet and a text file it has the same columns.
"""

from collections.abc import Sequence
from typing import Final

from models.language import gettext as _
from models.wages.register_table import Register
from reports.blocks import OnProgress, Placed, draw_foot, drawn, paginated
from reports.files import writer_of
from reports.page import ACCENT, INK, MUTED, Sheet
from reports.register_blocks import blocks
from reports.register_columns import draft_mark
from reports.register_form import LEFT, PAPER, WIDTH, form_of
from reports.typefaces import text_width
from reports.wording import period_text, spoken
from reports.wrapping import size_to_fit

_HEAD: Final = 46.0
_HEADER: Final = 11.0
_TOP: Final = PAPER[1] - 26
_BOTTOM: Final = 34.0


def register_pdf(
    registers: Sequence[Register],
    *,
    language: str | None = None,
    header: str = "",
    on_progress: OnProgress | None = None,
) -> bytes:
    """The register as a PDF document: each currency on pages of its own.

    Args:
        registers: figures that are already right, one register for each currency.
        language: the manager's; None is the language in use.
        header: a line above the title; empty prints none.
        on_progress: is told how many pages are drawn, and of how many; it may raise to stop.
    """
    sheet = Sheet(PAPER)
    room = _TOP - _BOTTOM - _head_height(header)
    with spoken(language):
        pages = [
            (register, page)
            for register in registers
            for page in paginated(list(blocks(register, form_of(register))), room)
        ]
        for number, (register, page) in enumerate(pages, start=1):
            _draw(sheet, register, page, header)
            _foot(sheet, register, number, len(pages))
            sheet.next_page()
            if on_progress:
                on_progress(number, len(pages))
    return sheet.finished()


write_register_pdf: Final = writer_of(register_pdf)
"""Write the register to a path as PDF, whole or not at all; see `register_pdf`."""


def _head_height(header: str) -> float:
    return _HEAD + (_HEADER if header else 0)


def _draw(sheet: Sheet, register: Register, page: Sequence[Placed], header: str) -> None:
    if draft_mark(register):
        sheet.watermark(PAPER[0] / 2, PAPER[1] / 2, draft_mark(register), 130)
    top = _TOP
    if header:
        sheet.text(LEFT, top - 6, header, 8, colour=MUTED, within=WIDTH)
        top -= _HEADER
    _title(sheet, top, register)
    drawn(sheet, page, _TOP - _head_height(header))


def _title(sheet: Sheet, top: float, register: Register) -> None:
    title = _("Pay register")
    sheet.text(LEFT, top - 15, title, 15, bold=True, colour=ACCENT)
    x = LEFT + text_width(title, 15, bold=True) + 12
    mark = draft_mark(register)
    if mark:
        width = text_width(mark, 9, bold=True) + 10
        sheet.box(x, top - 18, width, 14, edge=INK, line=1)
        sheet.text(x + 5, top - 14.4, mark, 9, bold=True)
        x += width + 12
    run = " · ".join(
        filter(None, (_("Pay run {n}").format(n=register.run.number), register.run.site))
    )
    sheet.text(x, top - 15, run, 10, colour=MUTED, within=WIDTH / 2)
    days = f"{period_text(register.run.period)} · {register.currency}"
    sheet.text_right(LEFT + WIDTH, top - 15, days, 12, bold=True)
    sheet.line(LEFT, top - 22, LEFT + WIDTH, top - 22, width=1.2, colour=ACCENT)
    sentence = (
        _("This is a draft, which changes until the run is approved: nobody is to sign it yet.")
        if mark
        else _(
            "Whoever signs or gives a thumbprint here has received the amount under “Paid” in full."
        )
    )
    sheet.text(LEFT, top - 34, sentence, size_to_fit(sentence, WIDTH, 8))


def _foot(sheet: Sheet, register: Register, number: int, pages: int) -> None:
    run = _("Pay run {n}").format(n=register.run.number)
    name = " · ".join((_("Pay register"), run, period_text(register.run.period), register.currency))
    draw_foot(sheet, name, number, pages, left=LEFT, right=LEFT + WIDTH, y=20)
