"""Shifts in real time: wall-clock hours at a site as spans that cannot overlap.

Spans are half open and count minutes since 1970 in UTC, so a shift that ends at 15:00 touches one
that starts at 15:00, and a night when clocks change has the hours that it really had.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
DAY_MINUTES: Final = 24 * 60


def real_span(day: date, starts: int, ends: int, zone: tzinfo) -> tuple[int, int]:
    """The span of a shift from `starts` to `ends` minutes after midnight of `day` in `zone`.

    An hour that the clocks pass twice is taken the first time for a start, and for an end that
    would come before its start the second time.
    """
    starts_at = _real(day, starts, zone, fold=0)
    ends_at = _real(day, ends, zone, fold=0)
    if ends_at <= starts_at:
        ends_at = _real(day, ends, zone, fold=1)
    return starts_at, ends_at


def _real(day: date, minutes: int, zone: tzinfo, *, fold: int) -> int:
    days, rest = divmod(minutes, DAY_MINUTES)
    on = day + timedelta(days=days)
    local = datetime(on.year, on.month, on.day, rest // 60, rest % 60, tzinfo=zone, fold=fold)
    return (local - _EPOCH) // timedelta(minutes=1)


def clock_change(starts_at: int, ends_at: int, by_clock: int, zone: str) -> tuple[int, int]:
    """Where the clocks change inside a span that is `by_clock` minutes long by the clock.

    Gives back the real minutes from the start, and by how many the clocks jump ahead. They change
    at the start where that is a time which the clocks leave out.
    """
    local = ZoneInfo(zone)

    def offset(at: int) -> timedelta | None:
        return local.utcoffset((_EPOCH + timedelta(minutes=at)).astimezone(local))

    first, last, before = starts_at, ends_at, offset(starts_at)
    ahead = by_clock - (ends_at - starts_at)
    if offset(ends_at) == before:
        return 0, ahead
    while last - first > 1:
        middle = (first + last) // 2
        if offset(middle) == before:
            first = middle
        else:
            last = middle
    return last - starts_at, ahead


def clock(minutes: int) -> str:
    """Minutes after midnight as `HH:MM`; past the next midnight they start again."""
    hours, rest = divmod(minutes % DAY_MINUTES, 60)
    return f"{hours:02d}:{rest:02d}"


def shift_name(day: date, starts: int, ends: int) -> str:
    """`2026-05-20 08:00–17:00`: what a shift is called when something is said of it."""
    return f"{day.isoformat()} {clock(starts)}–{clock(ends)}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A shift's span, and what it is called when another runs into it."""

    starts_at: int
    ends_at: int
    name: str = field(compare=False, default="")
    id: int = field(compare=False, default=0)


class Diary:
    """The shifts of one employee, none overlapping another."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def clash(self, span: Span) -> Span | None:
        """The shift that `span` would overlap, if there is one."""
        place = bisect_left(self._spans, span)
        if place and self._spans[place - 1].ends_at > span.starts_at:
            return self._spans[place - 1]
        if place < len(self._spans) and self._spans[place].starts_at < span.ends_at:
            return self._spans[place]
        return None

    def add(self, span: Span) -> None:
        """Write a shift in that clashes with none."""
        self._spans.insert(bisect_left(self._spans, span), span)
