"""The country's calendar and what the programme entered over it, as a real book reads them."""

from datetime import date

import pytest

from models.book.actions import change_settings
from models.language import speaking
from models.periods import Period
from models.shifts.calendar import Calendar
from models.shifts.holiday_actions import add_holiday, change_holiday, strike_out_holiday
from models.shifts.holidays import HolidayRow, calendars, holiday_calendar
from tests.conftest import TODAY
from tests.models.shifts.october import (
    FIRST,
    MOVED_WEEKEND,
    OCTOBER,
    ORDINARY,
    SECOND,
    THIRD,
    calendar,
    day,
    listed,
    stored,
)


def test_a_book_without_entries_has_the_calendar_of_its_country(china):
    assert stored(china) == {}
    assert listed(china)[FIRST] == ("National Day", "holiday", "country")
    assert calendar(china) == Calendar(
        holidays=frozenset({FIRST, SECOND, THIRD}),
        rest_days=frozenset(MOVED_WEEKEND),
        working_days=frozenset({date(2026, 10, 10)}),
    )


def test_a_chinese_weekend_that_is_moved_is_worked_and_its_days_off_are_rest_days(china):
    found = calendar(china)
    assert found.kind_of(FIRST, ("SA", "SU")) == "holiday"
    assert found.kind_of(date(2026, 10, 5), ("SA", "SU")) == "rest_day"
    assert found.kind_of(date(2026, 10, 10), ("SA", "SU")) == "normal"
    assert found.kind_of(date(2026, 10, 11), ("SA", "SU")) == "rest_day"


def test_a_country_without_a_calendar_has_what_was_entered_and_nothing_else(book):
    add_holiday(book, day(ORDINARY))
    assert listed(book) == {ORDINARY: ("Founding Day", "holiday", "programme")}
    assert calendar(book, "").holidays == {ORDINARY}
    assert holiday_calendar(book, today=TODAY).count() == 1


def test_entries_decide_about_their_day_in_the_calendar_of_every_country(china):
    add_holiday(china, day(ORDINARY))
    add_holiday(china, day(date(2026, 10, 10), "Harvest", "rest_day"))
    change_holiday(china, FIRST, day(FIRST, "Stocktaking", "working_day"))
    strike_out_holiday(china, THIRD)
    with china.reading() as connection:
        found = calendars(connection, {"CN", "KR", ""}, OCTOBER)
    for country in ("CN", "KR", ""):
        assert ORDINARY in found[country].holidays
        assert date(2026, 10, 10) in found[country].rest_days
        assert found[country].working_days == {FIRST}
        assert THIRD not in found[country].holidays, "in Korea it is Foundation Day"
    assert SECOND in found["CN"].holidays
    assert date(2026, 10, 9) in found["KR"].holidays


def test_a_calendar_ends_with_its_period_and_may_span_the_turn_of_a_year(china):
    add_holiday(china, day(date(2027, 1, 2)))
    add_holiday(china, day(date(2027, 1, 16)))
    turn = Period(date(2026, 12, 16), date(2027, 1, 15))
    assert calendar(china, period=turn).holidays == {date(2027, 1, 1), date(2027, 1, 2)}


def test_another_country_in_the_settings_changes_nothing_that_is_stored(china):
    strike_out_holiday(china, FIRST)
    add_holiday(china, day(ORDINARY))
    before = stored(china)
    change_settings(china, {"country": "KR"})
    assert stored(china) == before
    assert listed(china)[FIRST][1] == "struck_out"
    assert listed(china)[date(2026, 10, 9)] == ("Hangul Day", "holiday", "country")


@pytest.mark.parametrize(
    ("limits", "first", "last"),
    [
        pytest.param((None, None), date(2024, 3, 3), date(2031, 3, 3), id="none"),
        pytest.param((date(2026, 9, 1), None), date(2026, 9, 20), date(2031, 3, 3), id="a first"),
        pytest.param((None, date(2025, 4, 4)), date(2024, 3, 3), date(2025, 4, 4), id="a last"),
        pytest.param((FIRST, FIRST), FIRST, FIRST, id="one day"),
    ],
)
def test_without_limits_there_are_two_years_and_everything_that_was_entered(
    china, limits, first, last
):
    for year in (2024, 2031):
        add_holiday(china, day(date(year, 3, 3)))
    days = [row.day for row in holiday_calendar(china, *limits, today=TODAY).all()]
    assert (days[0], days[-1]) == (first, last)
    assert len(days) == len(set(days))


def test_two_years_are_this_one_and_the_next(china):
    days = [row.day for row in holiday_calendar(china, today=TODAY).all()]
    assert {each.year for each in days} == {2026, 2027}
    assert days == sorted(days)


def test_the_list_is_searched_turned_around_and_read_by_the_page(china):
    found = holiday_calendar(china, FIRST, date(2026, 10, 31), search="NATIONAL", descending=True)
    assert [row.day for row in found.page(1, 2)] == [THIRD, SECOND]
    assert found.count() == 4, "the observed one, too"


def test_a_struck_out_day_is_called_as_the_reader_calls_it(china):
    strike_out_holiday(china, FIRST)
    with speaking("zh"):
        assert listed(china)[FIRST] == ("国庆节", "struck_out", "programme")


def test_the_rows_say_which_entry_they_are(china):
    add_holiday(china, day(ORDINARY))
    own = [row for row in holiday_calendar(china, FIRST, ORDINARY).all() if row.id is not None]
    assert own == [HolidayRow(ORDINARY, "Founding Day", "holiday", "programme", own[0].id)]
