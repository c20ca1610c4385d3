from datetime import date, timedelta

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from models.language import speaking
from tui.widgets.dates import date_in_words, read_date
from tui.widgets.reading import NotUnderstoodError

TODAY = date(2026, 10, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-10-16", "2026-10-16"),
        ("2026/3/1", "2026-03-01"),
        ("20261016", "2026-10-16"),
        ("today", "2026-10-14"),
        ("Yesterday", "2026-10-13"),
        ("+7", "2026-10-21"),
        ("-1w", "2026-10-07"),
        ("+2m", "2026-12-14"),
        ("- 3 d", "2026-10-11"),
        ("wed", "2026-10-14"),
        ("fri", "2026-10-16"),
        ("last friday", "2026-10-09"),
        ("next wed", "2026-10-21"),
        ("15", "2026-10-15"),
        ("15 oct", "2026-10-15"),
        ("15th October 2025", "2025-10-15"),
        ("Oct 15, 2026", "2026-10-15"),
        ("15/10", "2026-10-15"),
        ("15/10/26", "2026-10-15"),
        ("15.10.2025", "2025-10-15"),
        ("15.10.", "2026-10-15"),
        ("3 jan", "2027-01-03"),
        ("28 dec", "2026-12-28"),
        ("10월 15일", "2026-10-15"),
        ("2026년 10월 15일", "2026-10-15"),
        ("10月15日", "2026-10-15"),
        ("금요일", "2026-10-16"),
        ("周五", "2026-10-16"),
        ("오늘", "2026-10-14"),
        ("２０２６-１０-１６", "2026-10-16"),
    ],
)
def test_a_date_is_understood_the_way_people_type_it(typed, meant):
    assert read_date(typed, TODAY).isoformat() == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31 feb", "There is no 31 February."),
        ("2026-02-31", "There is no 31 February."),
        ("29/2/2026", "There is no 29 February in 2026."),
        ("29 feb", "There is no 29 February in 2026."),
        ("15/13", "There is no month 13."),
        ("3026-01-01", "The year 3026 is too far away."),
        ("+99999y", "That date is too far away."),
        ("soon [b]", "“soon [b]” is not a date. Try 2026-10-16, 15 oct, fri or +7."),
        ("-", "“-” is not a date. Try 2026-10-16, 15 oct, fri or +7."),
    ],
)
def test_what_is_no_date_is_refused_in_a_plain_sentence(typed, sentence):
    with pytest.raises(NotUnderstoodError) as refused:
        read_date(typed, TODAY)
    assert refused.value.message == sentence


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_is_refused(typed):
    try:
        assert isinstance(read_date(typed, TODAY), date)
    except NotUnderstoodError:
        event("refused")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(1950, 1, 1)))
def test_an_iso_date_means_itself_whatever_the_day(day, today):
    assert read_date(day.isoformat(), today) == day


@given(st.integers(-9999, 9999))
def test_a_number_of_days_counts_from_today(days):
    assert read_date(f"{days:+d}", TODAY) == TODAY + timedelta(days=days)


def test_the_echo_is_in_the_language_in_use():
    assert date_in_words(date(2026, 10, 16)) == "Fri 16 Oct 2026"
    with speaking("ko"):
        assert "2026년 10월 16일" in date_in_words(date(2026, 10, 16))
    with speaking("zh"):
        assert "2026年10月16日" in date_in_words(date(2026, 10, 16))
