"""Spans in real time: half open, never overlapping, with the hours that a night really had."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.shifts.drafts import ShiftDraft
from models.shifts.hours import Diary, Span, clock, real_span

LONDON, SHANGHAI = ZoneInfo("Europe/London"), ZoneInfo("Asia/Shanghai")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 400), st.integers(1, 80)
)


def overlap(one: Span, other: Span) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


@given(st.lists(spans, max_size=40))
def test_a_diary_never_takes_an_overlap_and_always_takes_what_is_disjoint(
    offered: list[Span],
) -> None:
    diary = Diary()
    taken: list[Span] = []
    for span in offered:
        clash = diary.clash(span)
        assert (clash is not None) == any(overlap(span, other) for other in taken)
        if clash is None:
            diary.add(span)
            taken.append(span)
        else:
            assert clash in taken
            assert overlap(span, clash)


@given(st.lists(spans, max_size=20))
def test_a_diary_from_the_book_answers_as_one_filled_by_hand(offered: list[Span]) -> None:
    by_hand = Diary()
    taken = []
    for span in offered:
        if by_hand.clash(span) is None:
            by_hand.add(span)
            taken.append(span)
    from_book = Diary(reversed(taken))
    for span in offered:
        assert from_book.clash(span) == by_hand.clash(span)


@given(st.lists(spans, min_size=1, max_size=20))
def test_an_identical_shift_is_recognised_as_itself(offered: list[Span]) -> None:
    diary = Diary()
    for span in offered:
        if diary.clash(span) is None:
            diary.add(span)
            assert diary.clash(span) == span


def minutes(day: date, start: str, end: str, zone: ZoneInfo) -> int:
    draft = ShiftDraft.model_validate({"employee": "W", "date": day, "start": start, "end": end})
    starts_at, ends_at = real_span(day, draft.start, draft.ends, zone)
    return ends_at - starts_at


@pytest.mark.parametrize(
    ("day", "start", "end", "real"),
    [
        (SPRING - timedelta(days=1), "22:00", "06:00", 7 * 60),
        (AUTUMN - timedelta(days=1), "22:00", "06:00", 9 * 60),
        (SPRING, "00:00", "24:00", 23 * 60),
        (AUTUMN, "00:00", "24:00", 25 * 60),
        (SPRING, "00:30", "02:30", 60),
        (AUTUMN, "00:30", "02:30", 180),
        (AUTUMN, "01:15", "01:45", 30),
        (SPRING, "08:00", "16:00", 480),
        (AUTUMN, "08:00", "16:00", 480),
    ],
)
def test_a_night_when_clocks_change_has_its_real_hours(
    day: date, start: str, end: str, real: int
) -> None:
    assert minutes(day, start, end, LONDON) == real


@given(
    st.dates(date(1995, 1, 1), date(2100, 1, 1)),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
def test_where_clocks_never_change_hours_are_those_of_the_clock(
    day: date, start: int, length: int
) -> None:
    starts_at, ends_at = real_span(day, start, start + length, SHANGHAI)
    assert ends_at - starts_at == length


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 1439), st.integers(1, 1440))
def test_real_hours_differ_from_the_clock_by_at_most_the_hour_that_changed(
    day: date, start: int, length: int
) -> None:
    starts_at, ends_at = real_span(day, start, start + length, LONDON)
    assert abs(ends_at - starts_at - length) in (0, 60)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 1439), st.integers(0, 1439))
def test_shifts_that_touch_by_the_clock_touch_in_real_time(
    day: date, start: int, middle: int
) -> None:
    """Also in an hour that the clocks pass twice or leave out."""
    first_end = middle if middle > start else middle + 1440
    _starts, ends_at = real_span(day, start, first_end, LONDON)
    next_day = day + timedelta(days=first_end // 1440)
    starts_at, _ends = real_span(next_day, first_end % 1440, first_end % 1440 + 1440, LONDON)
    local = datetime(next_day.year, next_day.month, next_day.day, tzinfo=LONDON)
    changes = local.utcoffset() != (local + timedelta(days=1)).utcoffset()
    assert starts_at == ends_at or changes


@given(st.integers(0, 2880))
def test_a_clock_starts_again_at_midnight(minute: int) -> None:
    assert clock(minute) == f"{minute // 60 % 24:02d}:{minute % 60:02d}"
