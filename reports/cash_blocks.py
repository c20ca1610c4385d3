"""Who gets which notes and coins, as blocks of paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from models.language import gettext as _
from models.wages.cash import CashKit
from reports import cash_words as words
from reports.blocks import Block, together
from reports.cash_parts import LEFT, RIGHT, WIDTH, tick_box, title_block
from reports.cash_words import CashRow
from reports.page import ACCENT, BAND, INK, MUTED, Sheet
from reports.wrapping import size_to_fit

_ROW: Final = 16.0
_TEXT: Final = 8.5
_AMOUNT: Final = 74.0
_TICK: Final = 40.0
_CODE: Final = 80.0
_WIDEST_COUNT: Final = 42.0
_GAP: Final = 4.0


def sheet_blocks(kit: CashKit, header: str) -> Iterator[Block]:
    """Each site with its employees and its sum; where there are several sites, the whole last."""
    yield title_block(words.sheet_title(kit), kit, header)
    table = _Table(kit)
    head = Block(18, table.head, keep=True)
    *rows, whole = words.rows_of(kit)
    for site, group in groupby(rows, key=lambda row: row.site):
        heading = _heading(words.site_text(site))
        again = together(heading, head)
        yield heading
        yield head
        *employees, total = group
        for number, row in enumerate(employees):
            yield table.employee(row, again, shaded=number % 2 == 1)
        yield table.total(total, again)
    if len(kit.sites) > 1:
        yield _heading(_("All sites"))
        yield head
        yield table.total(whole, head, apart=False)


def _heading(text: str) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top - 20, text, 11, bold=True, colour=ACCENT, within=WIDTH)

    return Block(26, draw, keep=True)


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns: a code, how many of each note, the amount, and two boxes to tick."""

    kit: CashKit

    @property
    def amounts(self) -> float:
        """Where the amounts end."""
        return RIGHT - 2 * _TICK

    @property
    def width(self) -> float:
        """Of a column of counts: they share what the other columns leave."""
        room = self.amounts - _AMOUNT - LEFT - _CODE
        return min(_WIDEST_COUNT, room / max(1, len(self.kit.notes)))

    @property
    def edges(self) -> list[float]:
        """Where the columns of counts end."""
        count, last = len(self.kit.notes), self.amounts - _AMOUNT
        return [last - self.width * (count - number - 1) for number in range(count)]

    def head(self, sheet: Sheet, top: float) -> None:
        """The headings, with a line below them."""
        y = top - 11
        sheet.text(LEFT + 3, y, _("Code"), 7, colour=MUTED, within=_CODE)
        for edge, value in zip(self.edges, words.columns(self.kit), strict=True):
            self._figure(sheet, edge, y, words.value_text(value, self.kit.currency), bold=True)
        title = _("Amount")
        sheet.text_right(self.amounts, y, title, 7, colour=MUTED, within=_AMOUNT - _GAP)
        for number, name in enumerate((_("Packed"), _("Checked"))):
            size = size_to_fit(name, _TICK - _GAP, 7)
            middle = self.amounts + (number + 0.5) * _TICK
            sheet.text_centred(middle, y, name, size, colour=MUTED)
        sheet.line(LEFT, top - 15, RIGHT, top - 15, width=0.8, colour=INK)

    def employee(self, row: CashRow, head: Block, *, shaded: bool) -> Block:
        """One employee, with boxes to tick."""

        def draw(sheet: Sheet, top: float) -> None:
            if shaded:
                sheet.box(LEFT, top - _ROW, WIDTH, _ROW, fill=BAND)
            self._figures(sheet, top - 11, row.code, row)
            for number in (0.5, 1.5):
                tick_box(sheet, self.amounts + number * _TICK, top - _ROW / 2, 9)

        return Block(_ROW, draw, head=head)

    def total(self, row: CashRow, head: Block, *, apart: bool = True) -> Block:
        """A sum, set `apart` from the rows by a line above it."""

        def draw(sheet: Sheet, top: float) -> None:
            if apart:
                sheet.line(LEFT, top - 1, RIGHT, top - 1, width=0.8, colour=INK)
            self._figures(sheet, top - 13, _("Total"), row, bold=True)

        return Block(_ROW + 3, draw, head=head)

    def _figures(
        self, sheet: Sheet, y: float, name: str, row: CashRow, *, bold: bool = False
    ) -> None:
        room = self.amounts - _AMOUNT - self.width * len(row.counts) - LEFT - _GAP
        size = size_to_fit(name, room, _TEXT, bold=bold)
        sheet.text(LEFT + 3, y, name, size, bold=bold, within=room)
        for edge, count in zip(self.edges, row.counts, strict=True):
            if count:
                self._figure(sheet, edge, y, f"{count:,}", bold=bold)
        amount = words.figure_text(row.amount, self.kit.currency)
        size = size_to_fit(amount, _AMOUNT - _GAP, _TEXT, bold=True)
        sheet.text_right(self.amounts, y, amount, size, bold=True)

    def _figure(self, sheet: Sheet, edge: float, y: float, text: str, *, bold: bool) -> None:
        size = size_to_fit(text, self.width - _GAP, _TEXT, bold=bold)
        sheet.text_right(edge, y, text, size, bold=bold)
