"""What the papers of a run's cash have in common: their title and their boxes to tick."""

from typing import Final

from models.wages.cash import CashKit
from reports import cash_words as words
from reports.blocks import Block
from reports.page import ACCENT, MUTED, Sheet

LEFT: Final = 36.0
WIDTH: Final = 523.0
RIGHT: Final = LEFT + WIDTH


def title_block(title: str, kit: CashKit, header: str) -> Block:
    """The title with the sum beside it, and which run it is of."""

    def draw(sheet: Sheet, top: float) -> None:
        if header:
            sheet.text(LEFT, top - 8, header, 8.5, colour=MUTED, within=WIDTH)
            top -= 12
        sheet.text(LEFT, top - 18, title, 18, bold=True, colour=ACCENT)
        sheet.text_right(RIGHT, top - 18, words.total_text(kit), 13, bold=True)
        sheet.line(LEFT, top - 28, RIGHT, top - 28, width=1.2, colour=ACCENT)
        sheet.text(LEFT, top - 42, words.run_text(kit), 9.5)
        sheet.text_right(RIGHT, top - 42, words.size_text(kit), 9.5, colour=MUTED)

    return Block(66 if header else 54, draw, keep=True)


def tick_box(sheet: Sheet, x: float, y: float, size: float) -> None:
    """An empty box whose middle is at the point."""
    sheet.box(x - size / 2, y - size / 2, size, size, edge=MUTED, line=0.7)
