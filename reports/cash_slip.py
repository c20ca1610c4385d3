"""The slip to fetch a run's cash with, or to count it back on, as blocks of paper."""

from collections.abc import Iterator, Sequence
from typing import Final

from models.language import gettext as _
from models.wages.cash import CashKit
from reports import cash_words as words
from reports.blocks import Block
from reports.cash_parts import LEFT, RIGHT, WIDTH, title_block
from reports.page import BAND, INK, MUTED, Sheet

_ROW: Final = 22.0
_EDGES: Final = (92.0, 196.0, 330.0)  # where the columns of figures end, from the left
_COUNTED: Final = 120.0  # the width of the boxes to write in
_WHITE: Final = (1.0, 1.0, 1.0)


def slip_blocks(kit: CashKit, header: str) -> Iterator[Block]:
    """Each note and coin, the total, and room for the day and two signatures."""
    yield title_block(words.slip_title(kit), kit, header)
    yield Block(26, _head)
    for number, note in enumerate(kit.notes):
        texts = (
            words.value_text(note.value, kit.currency),
            f"{note.count:,}",
            words.figure_text(note.amount, kit.currency),
        )
        yield _row(texts, shaded=number % 2 == 1)
    yield Block(46, lambda sheet, top: _total(sheet, top, kit), keep=True)
    yield Block(120, lambda sheet, top: _signatures(sheet, top, words.signers(kit)))


def _head(sheet: Sheet, top: float) -> None:
    titles = (_("Note or coin"), _("How many"), _("Amount"))
    for edge, title in zip(_EDGES, titles, strict=True):
        sheet.text_right(LEFT + edge, top - 17, title, 8, colour=MUTED)
    sheet.text(RIGHT - _COUNTED, top - 17, _("Counted out"), 8, colour=MUTED, within=_COUNTED)
    sheet.line(LEFT, top - 24, RIGHT, top - 24, width=0.8, colour=INK)


def _row(texts: Sequence[str], *, shaded: bool) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        if shaded:
            sheet.box(LEFT, top - _ROW, WIDTH, _ROW, fill=BAND)
        for number, (edge, text) in enumerate(zip(_EDGES, texts, strict=True)):
            sheet.text_right(LEFT + edge, top - 15.5, text, 12, bold=number == 0)
        sheet.box(
            RIGHT - _COUNTED, top - _ROW + 2.5, _COUNTED - 4, _ROW - 5, fill=_WHITE, edge=MUTED
        )

    return Block(_ROW, draw)


def _total(sheet: Sheet, top: float, kit: CashKit) -> None:
    sheet.line(LEFT, top - 1, RIGHT, top - 1, width=0.8, colour=INK)
    sheet.text(LEFT + 4, top - 24, _("Total"), 13, bold=True)
    sheet.text_right(LEFT + _EDGES[1], top - 24, f"{kit.pieces:,}", 13, bold=True)
    amount = words.figure_text(kit.total, kit.currency)
    sheet.text_right(LEFT + _EDGES[2], top - 24, amount, 13, bold=True)
    sheet.text(LEFT + _EDGES[2] + 6, top - 24, kit.currency, 13, bold=True)


def _signatures(sheet: Sheet, top: float, signers: Sequence[str]) -> None:
    width = (WIDTH - 2 * 24) / 3
    for number, name in enumerate((_("Date"), *signers)):
        x = LEFT + number * (width + 24)
        sheet.line(x, top - 96, x + width, top - 96, colour=INK)
        sheet.text(x, top - 107, name, 8, colour=MUTED, within=width)
