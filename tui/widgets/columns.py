"""The columns of a record table: what they show and how wide they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Generic, Literal, TypeVar

from models.language import gettext as _
from tui.text import Align, fit

T = TypeVar("T")

Tone = Literal["plain", "muted", "good", "warning", "bad"]
"""How a cell is coloured; the words in it have to say the same."""

GUTTER: Final = 2
"""Cells to the left of the first column, where the marker of the cursor's row stands."""
GAP: Final = 2
"""Cells between two columns."""

_MARKERS: Final = {True: "▼", False: "▲"}


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column.

    Attributes:
        key: Its name.
        title: The heading, a message id.
        cell: What a row shows in it, already in words for people.
        width: Its width in cells; with `flex`, the least.
        flex: Its share of the room that is left over.
        align: Numbers stand on the right.
        sortable: The name of the order that a click on the heading asks for, if any.
        from_width: The table has to be this wide for the column to be shown.
        tone: How a row's cell is coloured.
    """

    key: str
    title: str
    cell: Callable[[T], str]
    width: int = 8
    flex: int = 0
    align: Align = "left"
    sortable: str | None = None
    from_width: int = 0
    tone: Callable[[T], Tone] | None = None


@dataclass(frozen=True)
class Placed(Generic[T]):
    """A column in its place: `start` and `width` in cells."""

    column: Column[T]
    start: int
    width: int


def place(columns: Sequence[Column[T]], room: int) -> list[Placed[T]]:
    """Lay out the columns that are shown in a table `room` cells wide."""
    shown = [column for column in columns if column.from_width <= room]
    spare = room - GUTTER - 1 - sum(column.width for column in shown) - GAP * (len(shown) - 1)
    shares = accumulate((column.flex for column in shown), initial=0)
    flexible = sum(column.flex for column in shown)
    placed, start = [], GUTTER
    for column, before in zip(shown, shares, strict=False):
        extra = 0
        if flexible and spare > 0:
            # The differences of rounded running totals add up to all of the spare room.
            extra = spare * (before + column.flex) // flexible - spare * before // flexible
        placed.append(Placed(column, start, column.width + extra))
        start += column.width + extra + GAP
    return placed


def heading(placed: Placed[T], sort: str | None, *, descending: bool) -> str:
    """The heading of a column, with a marker when the rows are in its order."""
    title, column = _(placed.column.title), placed.column
    if column.sortable is None or column.sortable != sort:
        return fit(title, placed.width, column.align)
    marker = _MARKERS[descending]
    if column.align == "right":
        return fit(f"{marker} {title}", placed.width, "right")
    return fit(f"{fit(title, placed.width - 2).rstrip()} {marker}", placed.width)


def row_cells(columns: Sequence[Placed[T]], row: T) -> list[tuple[str, Tone]]:
    """The cells of a row, each cut or padded to its column, and their tones."""
    return [
        (
            fit(item.column.cell(row), item.width, item.column.align),
            item.column.tone(row) if item.column.tone else "plain",
        )
        for item in columns
    ]
