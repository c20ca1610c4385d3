"""A worker's year on paper, A4 across; as a spreadsheet and a text file it has the same columns.

It goes under the worker's code; a name stands on it only where the manager asks for it, because a
paper with a name on it can endanger the worker.
"""

from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.language import speaking
from models.wages.year_figures import Year, YearTable
from reports import year_words as words
from reports.blocks import drawn, paginated
from reports.files import write_whole
from reports.page import A4, MUTED, Sheet, Size
from reports.year_blocks import LEFT, WIDTH, blocks

ACROSS: Final[Size] = (A4[1], A4[0])

_TOP: Final = ACROSS[1] - 30
_ROOM: Final = ACROSS[1] - 30 - 46


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
    sheet = Sheet(ACROSS)
    with speaking(spoken_in(year, language)):
        for table in year.tables:
            _draw(sheet, year, table, header, named=named)
    return sheet.finished()


def write_year_statement_pdf(
    path: Path, year: Year, *, language: str = "auto", header: str = "", named: bool = False
) -> None:
    """Write the year to `path` as PDF, whole or not at all; see `year_statement_pdf`.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    write_whole(path, year_statement_pdf(year, language=language, header=header, named=named))


def spoken_in(year: Year, language: str) -> str:
    """The language of the statement; `auto` is the worker's own."""
    return year.language if language == "auto" else language


def _draw(sheet: Sheet, year: Year, table: YearTable, header: str, *, named: bool) -> None:
    pages = paginated(list(blocks(year, table, header, named=named)), _ROOM)
    for number, page in enumerate(pages, start=1):
        drawn(sheet, page, _TOP)
        said = " · ".join((words.title(year), year.code, table.currency))
        sheet.text(LEFT, 24, said, 7.2, colour=MUTED)
        of = _("page {n} of {all}").format(n=number, all=len(pages))
        sheet.text_right(LEFT + WIDTH, 24, of, 7.2, colour=MUTED)
        sheet.next_page()
