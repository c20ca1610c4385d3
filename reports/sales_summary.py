"""The monthly sales summary on paper; as a spreadsheet and a text file it has the same figures."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.language import speaking
from models.sales.figures import SalesSummary
from reports.blocks import drawn, paginated
from reports.files import write_whole
from reports.page import A4, MUTED, Sheet
from reports.sales_blocks import LEFT, WIDTH, blocks
from reports.wording import month_text

Summaries = SalesSummary | Sequence[SalesSummary]
OnProgress = Callable[[int, int], None]

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


def write_sales_summary_pdf(
    path: Path,
    summaries: Summaries,
    *,
    language: str | None = None,
    header: str = "",
    on_progress: OnProgress | None = None,
) -> None:
    """Write the summary to `path` as PDF, whole or not at all; see `sales_summary_pdf`.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    content = sales_summary_pdf(
        summaries, language=language, header=header, on_progress=on_progress
    )
    write_whole(path, content)


def listed(summaries: Summaries) -> Sequence[SalesSummary]:
    """One summary or several, as several."""
    return [summaries] if isinstance(summaries, SalesSummary) else summaries


def spoken(language: str | None) -> AbstractContextManager[None]:
    """Speak `language` in a block; None goes on in the language in use."""
    return nullcontext() if language is None else speaking(language)


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
    sheet.text(LEFT, 24, name, 7.2, colour=MUTED)
    page = _("page {n} of {all}").format(n=number, all=pages)
    sheet.text_right(LEFT + WIDTH, 24, page, 7.2, colour=MUTED)
