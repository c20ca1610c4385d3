"""A letter that confirms employment and earnings: one A4 page, to be signed and stamped.

Nothing on it names the organisation unless a header is given, and nothing names the worker but the
code, or the name that the manager chooses for this letter.
"""

from typing import Final

from models.language import speaking
from models.wages.income import Confirmation
from reports.blocks import Block, drawn, paginated
from reports.files import writer_of
from reports.letter_blocks import FOOT, LEFT, WIDTH, Type, blocks, foot
from reports.letter_words import LetterText, letter_text
from reports.page import A4, MUTED, Sheet

_TOP: Final = A4[1] - 76
_TYPES: Final = (Type(11, 17, 7), Type(10, 14.5, 5), Type(9, 12.5, 3), Type(7.5, 10, 1.5))


def letter_pdf(
    of: Confirmation, *, language: str = "auto", name: str = "", header: str = ""
) -> bytes:
    """The letter as a PDF document of one page.

    Args:
        of: what is confirmed.
        language: `auto` for the worker's own, or one of `LANGUAGES`.
        name: stands on the letter in the place of the code; empty leaves the code.
        header: a line at the top, such as who confirms it; empty prints none.
    """
    with speaking(of.language if language == "auto" else language):
        sheet = Sheet(A4)
        said = letter_text(of, name)
        if header:
            sheet.text(LEFT, A4[1] - 50, header, 10, colour=MUTED, within=WIDTH)
        [page, *_none] = paginated(_fitting(said), A4[1])
        drawn(sheet, page, _TOP)
        foot(sheet, said)
        sheet.next_page()
        return sheet.finished()


write_letter: Final = writer_of(letter_pdf)
"""Write the letter to a path as PDF, whole or not at all; see `letter_pdf`."""


def _fitting(said: LetterText) -> list[Block]:
    """The letter in the largest type in which it leaves room for its foot."""
    attempts = [list(blocks(said, type_)) for type_ in _TYPES]
    room = _TOP - FOOT
    return next((each for each in attempts if sum(b.height for b in each) <= room), attempts[-1])
