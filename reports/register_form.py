"""How the many columns of a pay register lie on a page: two or more, one below the other, a stack.

A row is read like a small block of its own, so that paper has the columns of a spreadsheet and
still room to sign.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from models.wages.register_table import (
    DEDUCTION_CODES,
    EARNING_CODES,
    Register,
    RegisterColumn,
)
from reports.page import A4_ACROSS
from reports.register_columns import cell_text, figure_text, title_of
from reports.typefaces import text_width
from reports.wrapping import size_to_fit, wrapped

PAPER: Final = A4_ACROSS
LEFT: Final = 28.0
WIDTH: Final = PAPER[0] - 2 * LEFT
TEXT: Final = 7.6
HEADING: Final = 6.4
HEADING_LEADING: Final = 7.4
LEADING: Final = 9.6
GAP: Final = 7.0

_WHO: Final = 92.0
_PAID: Final = 66.0
_DAY: Final = 50.0
_SIGNATURE: Final = 118.0
_MOST_LINES: Final = 4
_NARROWEST: Final = 30.0
_HEIGHTS: Final = {2: 30.0, 3: 32.0, 4: 42.0}

# Columns of one group never share a stack with those of another.
_GROUPS: Final = (
    (
        *("hours", "overtime_hours", "night_hours", "rest_day_hours", "holiday_hours"),
        *("pieces", "basis", "rate"),
    ),
    (*EARNING_CODES, "corrections", "gross"),
    (*DEDUCTION_CODES, "deduction_corrections", "deductions", "net", "rounding"),
    ("advance_before", "advance_after"),
)


@dataclass(frozen=True, slots=True)
class Stack:
    """Columns one below the other; `first` says that a group begins with them."""

    columns: tuple[RegisterColumn, ...]
    x: float
    width: float
    first: bool


@dataclass(frozen=True, slots=True)
class Form:
    """The measures of a register. Lengths are points, `x` from the left edge of the paper.

    `lines` is how many columns stand in a stack, `heads` how many lines their headings take.
    """

    lines: int
    stacks: tuple[Stack, ...]
    heads: tuple[int, ...]
    paid_x: float

    @property
    def height(self) -> float:
        """How high a row is."""
        return _HEIGHTS[self.lines]

    @property
    def head_height(self) -> float:
        """How high the headings are."""
        return sum(self.heads) * HEADING_LEADING + 7

    @property
    def day_x(self) -> float:
        """Where the day of payment begins."""
        return self.paid_x + _PAID

    @property
    def signature_x(self) -> float:
        """Where the room for the signature begins."""
        return self.day_x + _DAY

    @property
    def signature(self) -> float:
        """How wide that room is."""
        return LEFT + WIDTH - self.signature_x

    @property
    def who(self) -> float:
        """How wide the employee's own column is."""
        return _WHO

    @property
    def paid(self) -> float:
        """How wide the column of what is paid is."""
        return _PAID

    @property
    def day(self) -> float:
        """How wide the day of payment is."""
        return _DAY

    def slots(self) -> Iterator[tuple[int, float]]:
        """Each line of headings: its place in the stack, and how far its upper edge lies below."""
        offset = 0.0
        for slot, lines in enumerate(self.heads):
            yield slot, offset
            offset += lines * HEADING_LEADING

    def baselines(self, columns: int) -> list[float]:
        """How far the lines of a stack of so many columns lie below the upper edge of a row."""
        above = (self.height - self.lines * LEADING) / 2
        return [above + 7.6 + LEADING * slot for slot in range(columns)]


def form_of(register: Register) -> Form:
    """The form with the fewest columns below one another, and headings on one line if they fit."""
    room = WIDTH - _WHO - _PAID - _DAY - _SIGNATURE
    groups = _groups_of(register.columns)
    tries = [(lines, whole) for lines in range(2, _MOST_LINES + 1) for whole in (True, False)]
    for lines, whole in tries:
        stacked = [_stacked(group, lines) for group in groups]
        widths = [
            max(_width(one, register, whole=whole) for one in stack) for stack in chain(*stacked)
        ]
        if sum(widths) <= room:
            break
    return _placed(stacked, widths, room, lines)


def _groups_of(columns: Sequence[RegisterColumn]) -> list[list[RegisterColumn]]:
    found = ([column for column in columns if column.code in group] for group in _GROUPS)
    return [group for group in found if group]


def _stacked(group: Sequence[RegisterColumn], lines: int) -> list[tuple[RegisterColumn, ...]]:
    """A group in as few stacks as it takes, about as high as one another, the highest last."""
    count = -(-len(group) // lines)
    ends = [len(group) * place // count for place in range(count + 1)]
    return [tuple(group[start:end]) for start, end in pairwise(ends)]


def _width(column: RegisterColumn, register: Register, *, whole: bool) -> float:
    """What the widest figure of a column needs, and its heading: the whole, or its longest word."""
    texts = {cell_text(column, row, register.currency) for row in register.total.rows}
    if column.summed:
        texts.add(figure_text(column, register.total.figures, register.currency))
    figures = max((text_width(text, TEXT, bold=True) for text in texts), default=0.0)
    title = title_of(column)
    words = [title] if whole else title.split()
    heading = max(text_width(word, HEADING) for word in words)
    return max(figures, heading, _NARROWEST - GAP) + GAP


def _placed(
    groups: Sequence[Sequence[tuple[RegisterColumn, ...]]],
    widths: Sequence[float],
    room: float,
    lines: int,
) -> Form:
    """Stacks side by side: what room is left over is shared out, what is missing is saved."""
    scale = min(room / sum(widths), 1.18)
    x = LEFT + _WHO
    stacks = []
    for stack, width, first in zip(
        chain(*groups), widths, chain(*(_firsts(group) for group in groups)), strict=True
    ):
        stacks.append(Stack(stack, x, width * scale, first))
        x += width * scale
    return Form(lines, tuple(stacks), _heads(stacks, lines), x)


def _firsts(group: Sequence[object]) -> Iterator[bool]:
    return (place == 0 for place in range(len(group)))


def _heads(stacks: Sequence[Stack], lines: int) -> tuple[int, ...]:
    return tuple(
        max(
            (
                len(heading_lines(stack.columns[slot], stack.width))
                for stack in stacks
                if slot < len(stack.columns)
            ),
            default=1,
        )
        for slot in range(lines)
    )


def heading_lines(column: RegisterColumn, width: float) -> tuple[str, ...]:
    """A heading in at most two lines of a stack."""
    size = heading_size(column, width)
    return wrapped(title_of(column), width - GAP, size, most=2)


def heading_size(column: RegisterColumn, width: float) -> float:
    """The size at which no word of a heading is broken."""
    return min(size_to_fit(word, width - GAP, HEADING) for word in title_of(column).split())
