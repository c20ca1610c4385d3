"""A year of a programme or a site on paper, A4 across: all sites together, then each of them."""

from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.language import language as in_use
from models.wages.year_figures import Year, YearTable
from models.wages.year_register import YearPart, YearRegister
from reports import year_words as words
from reports.blocks import Block, drawn, paginated
from reports.files import write_whole
from reports.page import MUTED, Sheet
from reports.sales_summary import spoken
from reports.year_blocks import LEFT, WIDTH, blocks
from reports.year_statement import ACROSS

_TOP: Final = ACROSS[1] - 30
_ROOM: Final = ACROSS[1] - 30 - 46


def year_register_pdf(
    register: YearRegister, *, language: str | None = None, header: str = ""
) -> bytes:
    """The year as a PDF document: a page for each site and currency, more where items need them.

    Args:
        register: figures that are already right.
        language: the manager's; None is the language in use.
        header: a line above the title; empty prints none.
    """
    sheet = Sheet(ACROSS)
    with spoken(language):
        pages = [
            (part, page)
            for part in register.parts
            for table in part.tables
            for page in paginated(_blocks(register, part, table, header), _ROOM)
        ]
        for number, (part, page) in enumerate(pages, start=1):
            drawn(sheet, page, _TOP)
            said = f"{words.title(_year(register, part))} · {part.name}"
            sheet.text(LEFT, 24, said, 7.2, colour=MUTED)
            of = _("page {n} of {all}").format(n=number, all=len(pages))
            sheet.text_right(LEFT + WIDTH, 24, of, 7.2, colour=MUTED)
            sheet.next_page()
    return sheet.finished()


def write_year_register_pdf(
    path: Path, register: YearRegister, *, language: str | None = None, header: str = ""
) -> None:
    """Write the year to `path` as PDF, whole or not at all; see `year_register_pdf`.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    write_whole(path, year_register_pdf(register, language=language, header=header))


def _blocks(register: YearRegister, part: YearPart, table: YearTable, header: str) -> list[Block]:
    return list(blocks(_year(register, part), table, header, named=False))


def _year(register: YearRegister, part: YearPart) -> Year:
    return Year(part.name, "", in_use(), register.year, part.tables)
