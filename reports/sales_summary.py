"""The monthly sales summary on paper; as a spreadsheet and a text file it has the same figures."""

from collections.abc import Sequence
from typing import Final

from models.language import gettext as _
from models.sales.figures import SalesSummary
from reports.blocks import OnProgress, draw_foot, drawn, paginated
from reports.files import writer_of
from reports.page import A4, Sheet
from reports.sales_blocks import LEFT, WIDTH, blocks
from reports.wording import month_text, spoken

Summaries = SalesSummary | Sequence[SalesSummary]

_TOP: Final = A4[1] - 36
_ROOM: Final = A4[1] - 36 - 50


def sales_summary_pdf(
    summaries: Summaries,
    *,
    language: str | None = None,
    header: str = "",
    on_progress: OnProgress | None = None,
) -> bytes:
    """The summary as a PDF document; several, one after the other, for a book of many currencies.

    Args:
        summaries: figures that are already right.
        language: the manager's; None is the language in use.
        header: a line above the title; empty prints none.
        on_progress: is told how many pages are drawn, and of how many; it may raise to stop.
    """
    sheet = Sheet(A4)
    with spoken(language):
        for summary in listed(summaries):
            _draw(sheet, summary, header, on_progress)
    return sheet.finished()


write_sales_summary_pdf: Final = writer_of(sales_summary_pdf)
"""Write the summary to a path as PDF, whole or not at all; see `sales_summary_pdf`."""


def listed(summaries: Summaries) -> Sequence[SalesSummary]:
    """One summary or several, as several."""
    return [summaries] if isinstance(summaries, SalesSummary) else summaries


def _draw(sheet: Sheet, summary: SalesSummary, header: str, on_progress: OnProgress | None) -> None:
    pages = paginated(list(blocks(summary, header)), _ROOM)
    for number, page in enumerate(pages, start=1):
        drawn(sheet, page, _TOP)
        _foot(sheet, summary, number, len(pages))
        sheet.next_page()
        if on_progress:
            on_progress(number, len(pages))


def _foot(sheet: Sheet, summary: SalesSummary, number: int, pages: int) -> None:
    name = " · ".join((_("Sales summary"), month_text(summary.month), summary.currency))
    draw_foot(sheet, name, number, pages, left=LEFT, right=LEFT + WIDTH)
