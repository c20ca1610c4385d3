"""Small charts made of text: every bar has its label and its number beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.text import fit, width_of

_EIGHTHS: Final = " ▏▎▍▌▋▊▉"
_LEVELS: Final = "▁▂▃▄▅▆▇█"
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
    eighths = round(Fraction(abs(size) * width * 8, largest))
    if size and not eighths:
        eighths = 1
    whole, rest = divmod(eighths, 8)
    if size < 0:
        return _BELOW_ZERO * max(1, whole)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def sparkline(values: Sequence[int]) -> str:
    """One character for each value, as high as it is; a zero is a dot."""
    largest = max(values, default=0)
    if largest <= 0:
        return "·" * len(values)
    top = len(_LEVELS) - 1
    return "".join(
        _LEVELS[round(Fraction(value * top, largest))] if value > 0 else "·" for value in values
    )


class BarChart(Widget):
    """Horizontal bars, one on a line: label, bar, number."""

    bars: reactive[tuple[Bar, ...]] = reactive((), layout=True)
    """The bars, from top to bottom."""

    def __init__(self, bars: Sequence[Bar] = (), *, id: str | None = None) -> None:  # noqa: A002
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
