"""Periods: closed at both ends, cut without loss, and tiling the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.periods import (
    PAY_PERIOD_KINDS,
    WEEKDAYS,
    Period,
    days_in_month,
    month_before,
    month_of,
    pay_period_of,
    previous_pay_period,
    week_of,
)

DAY = timedelta(days=1)
days = st.dates(date(1960, 1, 1), date(2150, 12, 31))
kinds = st.sampled_from(PAY_PERIOD_KINDS)
weekdays = st.sampled_from(WEEKDAYS)
periods = st.builds(lambda day, n: Period(day, day + timedelta(days=n)), days, st.integers(0, 400))


def test_a_period_has_its_first_and_its_last_day() -> None:
    may = Period(date(2026, 5, 1), date(2026, 5, 31))
    assert (may.days, len(list(may.dates()))) == (31, 31)
    assert may.starts_on in may
    assert may.ends_on in may
    assert may.ends_on + DAY not in may
    assert Period(date(2026, 5, 1), date(2026, 5, 1)).days == 1


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Period(date(2026, 5, 2), date(2026, 5, 1))


@given(periods, st.lists(st.integers(-30, 430), max_size=8))
def test_a_split_covers_each_day_once(period: Period, offsets: list[int]) -> None:
    cuts = [period.starts_on + timedelta(days=offset) for offset in offsets]
    parts = period.split(cuts)
    assert [day for part in parts for day in part.dates()] == list(period.dates())
    assert {part.starts_on for part in parts} >= {cut for cut in cuts if cut in period}


@given(periods)
def test_parts_by_month_cover_each_day_once_and_keep_to_one_month(period: Period) -> None:
    parts = period.by_month()
    assert [day for part in parts for day in part.dates()] == list(period.dates())
    assert all(part.within(*_ends(month_of(part.starts_on))) == part for part in parts)


def _ends(period: Period) -> tuple[date, date]:
    return period.starts_on, period.ends_on


@given(periods, periods)
def test_periods_overlap_where_they_share_a_day(one: Period, other: Period) -> None:
    shared = one.within(other.starts_on, other.ends_on)
    assert one.overlaps(other) == other.overlaps(one) == (shared is not None)
    if shared is not None:
        assert all(day in one and day in other for day in shared.dates())


def test_touching_periods_do_not_overlap() -> None:
    first = Period(date(2026, 5, 1), date(2026, 5, 15))
    assert not first.overlaps(Period(date(2026, 5, 16), date(2026, 5, 31)))
    assert first.overlaps(Period(date(2026, 5, 15), date(2026, 5, 31)))


@given(periods)
def test_an_open_end_leaves_a_period_whole(period: Period) -> None:
    assert period.within(None, None) == period
    assert period.within(period.ends_on + DAY, None) is None
    assert period.within(None, period.starts_on - DAY) is None


@given(days, kinds, weekdays)
def test_pay_periods_tile_the_calendar(day: date, kind: str, start: str) -> None:
    period = pay_period_of(day, kind, start)
    assert day in period
    assert {pay_period_of(each, kind, start) for each in period.dates()} == {period}
    following = pay_period_of(period.ends_on + DAY, kind, start)
    assert following.starts_on == period.ends_on + DAY
    assert previous_pay_period(following, kind, start) == period


@given(days, weekdays)
def test_a_week_has_seven_days_from_its_first_weekday(day: date, start: str) -> None:
    week = week_of(day, start)
    assert (week.days, WEEKDAYS[week.starts_on.weekday()]) == (7, start)
    assert day in week


@given(days, weekdays)
def test_two_weeks_are_fourteen_days_in_whole_weeks(day: date, start: str) -> None:
    period = pay_period_of(day, "biweekly", start)
    assert period.days == 14
    assert week_of(period.starts_on, start).starts_on == period.starts_on


@given(days)
def test_the_halves_of_a_month_meet_after_the_15th(day: date) -> None:
    month = month_of(day)
    first = pay_period_of(month.starts_on, "semimonthly")
    second = pay_period_of(month.ends_on, "semimonthly")
    assert (first.ends_on.day, second.starts_on.day) == (15, 16)
    assert (first.starts_on, second.ends_on) == (month.starts_on, month.ends_on)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 2, 10), 28),
        (date(2028, 2, 10), 29),
        (date(2100, 2, 10), 28),
        (date(2026, 4, 30), 30),
        (date(2026, 12, 31), 31),
    ],
)
def test_a_month_ends_where_the_calendar_says(day: date, last: int) -> None:
    assert (days_in_month(day), month_of(day).ends_on.day) == (last, last)


@given(days)
def test_the_month_before_does_not_drift(day: date) -> None:
    month = month_of(day)
    before = month_before(month)
    assert before.ends_on == month.starts_on - DAY
    assert before == month_of(before.starts_on)


def test_the_month_before_january_is_in_the_old_year() -> None:
    assert str(month_before(month_of(date(2026, 1, 31)))) == "2025-12-01 – 2025-12-31"
