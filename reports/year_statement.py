"""A worker's year on paper, A4 across; as a spreadsheet and a text file it has the same columns.

It goes under the worker's code; a name stands on it only where the manager asks for it, because a
paper with a name on it can endanger the worker.
"""

from typing import Final

from models.language import speaking
from models.wages.year_figures import Year, YearTable
from reports import year_words as words
from reports.blocks import draw_foot, drawn, paginated
from reports.files import writer_of
from reports.page import A4_ACROSS, Sheet
from reports.year_blocks import LEFT, WIDTH, blocks

_TOP: Final = A4_ACROSS[1] - 30
_ROOM: Final = A4_ACROSS[1] - 30 - 46


def year_statement_pdf(
    year: Year, *, language: str = "auto", header: str = "", named: bool = False
) -> bytes:
    """The year as a PDF document: a page for each currency, more where the items need them.

    Args:
        year: figures that are already right.
        language: `auto` for the worker's own, or one of `LANGUAGES`.
        header: a line above the title; empty prints none.
        named: whether the work name stands beside the code.
    """
    sheet = Sheet(A4_ACROSS)
    with speaking(words.spoken_in(year, language)):
        for table in year.tables:
            _draw(sheet, year, table, header, named=named)
    return sheet.finished()


write_year_statement_pdf: Final = writer_of(year_statement_pdf)
"""Write the year to a path as PDF, whole or not at all; see `year_statement_pdf`."""


def _draw(sheet: Sheet, year: Year, table: YearTable, header: str, *, named: bool) -> None:
    pages = paginated(list(blocks(year, table, header, named=named)), _ROOM)
    for number, page in enumerate(pages, start=1):
        drawn(sheet, page, _TOP)
        said = " · ".join((words.title(year), year.code, table.currency))
        draw_foot(sheet, said, number, len(pages), left=LEFT, right=LEFT + WIDTH)
        sheet.next_page()
