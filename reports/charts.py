"""Bars: a month's days standing up, a few names lying down. Both read in black and white."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reports.page import ACCENT, HAIRLINE, INK, LOSS, MUTED, Sheet

_STEPS: Final = (1, 2, 5)
_MOST_TICKS: Final = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its value, and the value in words."""

    name: str
    value: int
    text: str = ""


def ticks(lowest: int, highest: int) -> list[int]:
    """Round values from below `lowest` to above `highest`, zero among them."""
    lowest, highest = min(lowest, 0), max(highest, 0, min(lowest, 0) + 1)
    power = 1
    while True:
        for step in (power * part for part in _STEPS):
            first, last = lowest // step, -(-highest // step)
            if last - first < _MOST_TICKS:
                return [step * n for n in range(first, last + 1)]
        power *= 10


@dataclass(frozen=True, slots=True)
class Area:
    """Where a chart lies: its lower left corner and its size."""

    x: float
    y: float
    width: float
    height: float


def standing_bars(
    sheet: Sheet, area: Area, bars: Sequence[Bar], scale: Sequence[tuple[int, str]]
) -> None:
    """Bars side by side over a scale of (value, text); what is below zero hangs down."""
    low, high = scale[0][0], scale[-1][0]
    per_unit = area.height / (high - low)
    zero = area.y - low * per_unit
    for value, text in scale:
        y = zero + value * per_unit
        sheet.line(area.x, y, area.x + area.width, y, width=0.4)
        sheet.text_right(area.x - 5, y - 2.3, text, 6.8, colour=MUTED)
    step = area.width / len(bars)
    for index, bar in enumerate(bars):
        x = area.x + index * step
        height = bar.value * per_unit
        if bar.value >= 0:
            sheet.box(x + step * 0.16, zero, step * 0.68, height, fill=ACCENT)
        else:
            sheet.box(x + step * 0.16, zero + height, step * 0.68, -height, edge=LOSS, line=0.8)
        sheet.text_centred(x + step / 2, area.y - 10, bar.name, 6.8, colour=MUTED)
    sheet.line(area.x, zero, area.x + area.width, zero, width=0.8, colour=INK)


def lying_bars(sheet: Sheet, area: Area, bars: Sequence[Bar], names: float) -> None:
    """Bars one below the other, with `names` points for their names; values stand at their ends."""
    step = area.height / len(bars)
    room = area.width - names - 70
    most = max(1, *(bar.value for bar in bars), 1)
    for index, bar in enumerate(bars):
        y = area.y + area.height - (index + 1) * step
        sheet.text(area.x, y + step * 0.32, bar.name, 7.6, within=names - 8)
        length = max(0.5, room * max(bar.value, 0) / most)
        sheet.box(area.x + names, y + step * 0.2, length, step * 0.6, fill=ACCENT)
        sheet.text(area.x + names + length + 5, y + step * 0.32, bar.text, 7.6, colour=MUTED)
    sheet.line(area.x + names, area.y, area.x + names, area.y + area.height, colour=HAIRLINE)
