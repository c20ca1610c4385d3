"""Real hours by the clock: across both clock changes of a year, and at night, under every law."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from models.periods import Period
from models.shifts.hours import clock_change, real_span
from models.wages.engine.clock import night_minutes
from models.wages.engine.values import PayFigures, PayInput, ShiftWork
from tests.models.wages.paying import law as law_on
from tests.models.wages.properties.laws import LAWS, Law, under_each_law
from tests.models.wages.properties.making import agreed, few, in_order, months

# Zones with the two days of 2026 on which their clocks change; where they do not, any two days.
CHANGES = {
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25)),
    "Asia/Shanghai": (date(2026, 3, 8), date(2026, 10, 25)),
}
NIGHT = law_on("KR").night
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def worked(number: int, on: date, starts: int, ends: int, zone: str) -> ShiftWork:
    """A shift as a run reads it: real minutes, and where the clocks change in it.

    One in hours that the clocks leave out is refused where it is entered.
    """
    starts_at, ends_at = real_span(on, starts, ends, ZoneInfo(zone))
    assume(starts_at < ends_at)
    change = None
    if ends - starts != ends_at - starts_at:
        change = clock_change(starts_at, ends_at, ends - starts, zone)
    return ShiftWork(number, on, ends_at - starts_at, starts=starts, change=change)


def minutes_by_the_clock(on: date, starts: int, ends: int, zone: str) -> tuple[int, int]:
    """All real minutes of a shift and those of the night, one by one on the wall clock."""
    first, last = real_span(on, starts, ends, ZoneInfo(zone))
    walls = [
        (EPOCH + timedelta(minutes=at)).astimezone(ZoneInfo(zone)).hour for at in range(first, last)
    ]
    return len(walls), sum(hour >= 22 or hour < 6 for hour in walls)


@st.composite
def nights(draw: Any) -> tuple[str, date, int, int]:
    """A shift about a clock change: zone, day, start and end in minutes after midnight."""
    zone = draw(st.sampled_from(sorted(CHANGES)))
    on = draw(st.sampled_from(CHANGES[zone])) - timedelta(days=draw(st.integers(0, 1)))
    starts = draw(st.integers(0, 1439) | st.sampled_from([0, 90, 120, 150, 1320, 1380]))
    return zone, on, starts, starts + draw(st.integers(1, 900) | st.sampled_from([480, 600]))


def in_a_gap(zone: str, on: date, minutes: int) -> bool:
    """Whether the clock never shows a time, because it jumps over it."""
    local = datetime.combine(on, datetime.min.time()) + timedelta(minutes=minutes)
    there = local.replace(tzinfo=ZoneInfo(zone))
    return there.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local


@few
@given(nights())
def test_night_minutes_are_those_that_the_clock_shows(night: tuple[str, date, int, int]) -> None:
    zone, on, starts, ends = night
    shift = worked(1, on, starts, ends, zone)
    assert NIGHT is not None
    expected = minutes_by_the_clock(on, starts, ends, zone)
    assert (shift.minutes, night_minutes(shift, NIGHT)) == expected


@under_each_law
@few
@given(nights(), st.data())
def test_across_both_clock_changes_of_a_year_hours_are_real_hours(
    law: Law, night: tuple[str, date, int, int], data: Any
) -> None:
    zone, on, starts, ends = night
    given = around(law, on, data, worked(1, on, starts, ends, zone))
    figures = law.pay(given)
    assert figures is not None
    real, at_night = minutes_by_the_clock(on, starts, ends, zone)
    paid = sum(s.quantity for x in whole_hours(figures) for s in x.sources)
    assert figures.minutes.worked == real == paid
    assert figures.minutes.night == (at_night if law.name in ("KR", "LA") else 0)


def around(law: Law, on: date, data: Any, *shifts: ShiftWork) -> PayInput:
    """The hourly pay of the weeks about a day."""
    (terms,) = data.draw(agreed(law, ("hourly",), most=1))
    weeks = Period(on - timedelta(days=10), on + timedelta(days=10))
    return PayInput(weeks, terms.starts_on, None, (terms,), shifts)


def whole_hours(figures: PayFigures) -> list[Any]:
    """Lines that pay hours in full, premiums on top apart."""
    codes = ("BASE", "OVERTIME", "REST_DAY", "HOLIDAY", "HOLIDAY_OVERTIME")
    return [x for x in figures.lines if x.code in codes and x.pool is None and x.factor >= 1]


@under_each_law
@few
@given(nights(), st.data())
def test_a_shift_cut_in_two_pays_the_same_across_a_clock_change(
    law: Law, night: tuple[str, date, int, int], data: Any
) -> None:
    """Cut before midnight, after which the second part would be of the next day."""
    zone, on, starts, ends = night
    most = min(ends, 1440) - 1
    assume(most > starts)
    cut = data.draw(st.integers(starts + 1, most))
    parts = worked(1, on, starts, cut, zone), worked(2, on, cut, ends, zone)
    whole = worked(1, on, starts, ends, zone)
    # An hour that comes twice is taken the first time for both ends of a touching pair.
    assume(parts[0].minutes + parts[1].minutes == whole.minutes)
    given = around(law, on, data, whole)
    assert law.gross(replace(given, shifts=parts)) == law.gross(given)


@under_each_law
@few
@given(st.data())
def test_a_shift_pays_the_same_at_any_hour_of_the_day(law: Law, data: Any) -> None:
    """Between six in the morning and ten at night, where its day has no other shift."""
    given = data.draw(months(law))
    days = [each.day for each in given.shifts]
    alone = [s for s in given.shifts if days.count(s.day) == 1 and fits(s)]
    assume(alone)
    shift = data.draw(st.sampled_from(alone))
    starts = data.draw(st.integers(6 * 60, 22 * 60 - shift.minutes))
    others = tuple(each for each in given.shifts if each.id != shift.id)
    moved = replace(given, shifts=(*others, replace(shift, starts=starts)))
    assert in_order(law.pay(moved)) == in_order(law.pay(given))


def fits(shift: ShiftWork) -> bool:
    return shift.starts >= 6 * 60 and shift.starts + shift.minutes <= 22 * 60


@few
@given(st.data())
def test_only_laws_with_a_night_pay_by_the_hour_of_the_day(data: Any) -> None:
    law = LAWS[data.draw(st.sampled_from(["PLAIN", "KR without premiums", "CN", "TH"]))]
    given = data.draw(months(law))
    late = tuple({each.day: each for each in given.shifts}.values())
    early = tuple(replace(each, starts=each.starts // 2) for each in late)
    figures = [law.pay(replace(given, shifts=shifts)) for shifts in (late, early)]
    assert in_order(figures[0]) == in_order(figures[1])
