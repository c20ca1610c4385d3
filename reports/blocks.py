"""Blocks of paper, one below the other, and how they are shared out over pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from reports.page import MUTED, Sheet
from reports.wording import page_text

Draw = Callable[[Sheet, float], None]
OnProgress = Callable[[int, int], None]

_SLACK: Final = 0.01  # so that heights that add up exactly are not pushed on by rounding


@dataclass(frozen=True, slots=True)
class Block:
    """Something `height` points high. `draw` is given the sheet and the block's upper edge.

    `head` is repeated above it where it is the first on a page; with `keep` it stays on the page of
    the block that follows.
    """

    height: float
    draw: Draw
    head: "Block | None" = None
    keep: bool = False


def together(upper: Block, lower: Block) -> Block:
    """Two blocks as one, the lower right below the upper."""

    def draw(sheet: Sheet, top: float) -> None:
        upper.draw(sheet, top)
        lower.draw(sheet, top - upper.height)

    return Block(upper.height + lower.height, draw)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far its upper edge lies below that of the page's room."""

    block: Block
    offset: float


def paginated(
    blocks: Sequence[Block], first: float, following: float | None = None
) -> list[list[Placed]]:
    """The blocks page by page: `first` points of room on the first page, then `following`.

    A block that is higher than a whole page gets a page of its own.
    """
    pages: list[list[Placed]] = [[]]
    used, room = 0.0, first
    for group in _kept_together(blocks):
        height = sum(block.height for block in group)
        if pages[-1] and used + height > room + _SLACK:
            pages.append([])
            used, room = 0.0, first if following is None else following
        head = group[0].head if len(pages) > 1 and not pages[-1] else None
        for block in [head, *group] if head else group:
            pages[-1].append(Placed(block, used))
            used += block.height
    return pages


def _kept_together(blocks: Sequence[Block]) -> list[list[Block]]:
    groups: list[list[Block]] = []
    joins = False
    for block in blocks:
        if joins:
            groups[-1].append(block)
        else:
            groups.append([block])
        joins = block.keep
    return groups


def drawn(sheet: Sheet, page: Sequence[Placed], top: float) -> None:
    """Draw one page's blocks below `top`."""
    for placed in page:
        placed.block.draw(sheet, top - placed.offset)


def draw_foot(
    sheet: Sheet, said: str, number: int, pages: int, *, left: float, right: float, y: float = 24
) -> None:
    """Draw the last line of a page: what paper it is, and which page of how many."""
    sheet.text(left, y, said, 7.2, colour=MUTED)
    sheet.text_right(right, y, page_text(number, pages), 7.2, colour=MUTED)
