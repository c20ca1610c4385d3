"""Small charts made of text: every bar has its label and its number beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from models.money import round_half_up
from tui.text import fit, width_of

_LEVELS: Final = "▁▂▃▄▅▆▇█"
# A little lower than its cell, so that the bars of two lines do not run together.
_FULL: Final = "▇"
_SLIVER: Final = "▏"
_BELOW_ZERO: Final = "▒"
_GAP: Final = 2
_MOST_LABEL: Final = 24


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, how long it is against the others, and what it stands for in words."""

    label: str
    size: int
    text: str


def bar_text(size: int, largest: int, width: int) -> str:
    """A bar of `size` where `largest` fills `width` cells; hatched when it is below zero."""
    if largest <= 0 or width <= 0:
        return ""
    cells = round_half_up(Fraction(abs(size) * width, largest))
    if size < 0:
        return _BELOW_ZERO * max(1, cells)
    return _FULL * cells if cells or not size else _SLIVER


def sparkline(values: Sequence[int]) -> str:
    """One character for each value, as high as it is; a zero is a dot."""
    largest = max(values, default=0)
    if largest <= 0:
        return "·" * len(values)
    top = len(_LEVELS) - 1
    return "".join(
        _LEVELS[round_half_up(Fraction(value * top, largest))] if value > 0 else "·"
        for value in values
    )


class BarChart(Widget):
    """Horizontal bars, one on a line: label, bar, number."""

    bars: reactive[tuple[Bar, ...]] = reactive((), layout=True)
    """The bars, from top to bottom."""

    def __init__(self, bars: Sequence[Bar] = (), *, id: str | None = None) -> None:
        """Show `bars`."""
        super().__init__(id=id)
        self.set_reactive(BarChart.bars, tuple(bars))

    def render(self) -> Content:
        """Draw the bars as wide as there is room."""
        label_width = min(_MOST_LABEL, max((width_of(bar.label) for bar in self.bars), default=0))
        text_width = max((width_of(bar.text) for bar in self.bars), default=0)
        room = self.size.width - label_width - text_width - 2 * _GAP
        largest = max((abs(bar.size) for bar in self.bars), default=0)
        return Content("\n").join(
            Content.assemble(
                (fit(bar.label, label_width), "$muted"),
                " " * _GAP,
                (fit(bar_text(bar.size, largest, room), room), "$primary"),
                " " * _GAP,
                fit(bar.text, text_width, "right"),
            )
            for bar in self.bars
        )
