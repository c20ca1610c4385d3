"""Shifts against the clock: their minutes at night, and those after midnight."""

from typing import Final

from models.rules.values import Night
from models.wages.engine.values import ShiftWork

_DAY: Final = 24 * 60


def night_minutes(shift: ShiftWork, night: Night) -> int:
    """Real minutes of the shift, its break included, between two times of the clock."""
    starts, ends = shift.starts, shift.starts + shift.minutes
    if night.to <= starts and ends <= night.from_ and shift.change is None:
        return 0
    length = (night.to - night.from_) % _DAY or _DAY
    return sum(
        max(0, min(ends, first + length) - max(starts, first))
        for starts, ends in _spans(shift)
        for first in range(night.from_ - _DAY, ends, _DAY)
    )


def minutes_after_midnight(shift: ShiftWork) -> int:
    """Real minutes of the shift, its break included, on the day after the one it starts on."""
    return sum(max(0, ends - max(starts, _DAY)) for starts, ends in _spans(shift))


def _spans(shift: ShiftWork) -> tuple[tuple[int, int], ...]:
    """The shift by the clock: two spans where the clocks change inside it."""
    starts, ends = shift.starts, shift.starts + shift.minutes
    if shift.change is None:
        return ((starts, ends),)
    after, ahead = shift.change
    return ((starts, starts + after), (starts + after + ahead, ends + ahead))
