"""A year of a programme or a site on paper, A4 across: all sites together, then each of them."""

from typing import Final

from models.language import language as in_use
from models.wages.year_figures import Year, YearTable
from models.wages.year_register import YearPart, YearRegister
from reports import year_words as words
from reports.blocks import Block, draw_foot, drawn, paginated
from reports.files import writer_of
from reports.page import A4_ACROSS, Sheet
from reports.wording import spoken
from reports.year_blocks import LEFT, WIDTH, blocks

_TOP: Final = A4_ACROSS[1] - 30
_ROOM: Final = A4_ACROSS[1] - 30 - 46


def year_register_pdf(
    register: YearRegister, *, language: str | None = None, header: str = ""
) -> bytes:
    """The year as a PDF document: a page for each site and currency, more where items need them.

    Args:
        register: figures that are already right.
        language: the manager's; None is the language in use.
        header: a line above the title; empty prints none.
    """
    sheet = Sheet(A4_ACROSS)
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
            draw_foot(sheet, said, number, len(pages), left=LEFT, right=LEFT + WIDTH)
            sheet.next_page()
    return sheet.finished()


write_year_register_pdf: Final = writer_of(year_register_pdf)
"""Write the year to a path as PDF, whole or not at all; see `year_register_pdf`."""


def _blocks(register: YearRegister, part: YearPart, table: YearTable, header: str) -> list[Block]:
    return list(blocks(_year(register, part), table, header, named=False))


def _year(register: YearRegister, part: YearPart) -> Year:
    return Year(part.name, "", in_use(), register.year, part.tables)
