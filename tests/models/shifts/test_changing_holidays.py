"""Holidays added, changed, moved, struck out and restored, on a real book."""

from datetime import date

import pytest

from models.errors import NotFoundError, RefusedError
from models.shifts.holiday_actions import (
    add_holiday,
    change_holiday,
    move_holiday,
    restore_holiday,
    strike_out_holiday,
)
from tests.models.shifts.october import (
    FIRST,
    MOVED_WEEKEND,
    ORDINARY,
    SECOND,
    THIRD,
    actions,
    calendar,
    day,
    listed,
    stored,
)


def test_a_holiday_of_the_country_is_struck_out_and_restored(china):
    strike_out_holiday(china, FIRST)
    assert listed(china)[FIRST] == ("National Day", "struck_out", "programme")
    assert FIRST not in calendar(china).holidays
    restore_holiday(china, FIRST)
    assert stored(china) == {}
    assert FIRST in calendar(china).holidays
    assert actions(china) == ["holiday.restore", "holiday.strike_out"]


@pytest.mark.parametrize(
    ("when", "gone"),
    [
        pytest.param(date(2026, 10, 5), "rest_days", id="a day off"),
        pytest.param(date(2026, 10, 10), "working_days", id="a weekend that is worked"),
    ],
)
def test_a_programme_that_moves_no_weekend_strikes_those_days_out(china, when, gone):
    assert when in getattr(calendar(china), gone)
    strike_out_holiday(china, when)
    assert when not in getattr(calendar(china), gone)


def test_striking_out_an_own_day_removes_it(china):
    add_holiday(china, day(ORDINARY))
    strike_out_holiday(china, ORDINARY)
    assert stored(china) == {}


def test_a_holiday_of_the_country_is_moved_as_one_action(china):
    move_holiday(china, FIRST, ORDINARY)
    assert listed(china)[FIRST] == ("National Day", "struck_out", "programme")
    assert listed(china)[ORDINARY] == ("National Day", "holiday", "programme")
    assert calendar(china).holidays == {SECOND, THIRD, ORDINARY}
    assert actions(china) == ["holiday.move"]


def test_an_own_holiday_is_moved_by_its_date(china):
    add_holiday(china, day(ORDINARY))
    move_holiday(china, ORDINARY, date(2026, 10, 21))
    assert stored(china) == {date(2026, 10, 21): ("Founding Day", "holiday")}


def test_what_is_moved_back_leaves_no_trace(china):
    move_holiday(china, FIRST, ORDINARY)
    move_holiday(china, ORDINARY, FIRST)
    assert stored(china) == {}
    move_holiday(china, FIRST, FIRST)
    assert actions(china) == ["holiday.move", "holiday.move"]


def test_a_renamed_holiday_that_is_moved_does_not_stay_as_the_countrys(china):
    change_holiday(china, FIRST, day(FIRST, "Day of the Nation"))
    assert stored(china) == {FIRST: ("Day of the Nation", "holiday")}
    move_holiday(china, FIRST, ORDINARY)
    assert FIRST not in calendar(china).holidays
    assert stored(china)[ORDINARY] == ("Day of the Nation", "holiday")


def test_a_holiday_moved_onto_a_day_off_and_away_lets_it_be_one_again(china):
    move_holiday(china, FIRST, MOVED_WEEKEND[0])
    assert MOVED_WEEKEND[0] in calendar(china).holidays
    move_holiday(china, MOVED_WEEKEND[0], ORDINARY)
    assert calendar(china).rest_days == set(MOVED_WEEKEND)


def test_a_change_may_move_rename_and_make_something_else_of_it_at_once(china):
    change_holiday(china, FIRST, day(ORDINARY, "Rest", "rest_day"))
    assert stored(china) == {
        FIRST: ("National Day", "struck_out"),
        ORDINARY: ("Rest", "rest_day"),
    }
    assert actions(china) == ["holiday.change"]


def test_what_the_country_says_itself_is_not_entered_again(china):
    change_holiday(china, FIRST, day(FIRST, "Day of the Nation"))
    change_holiday(china, FIRST, day(FIRST, "National Day"))
    assert stored(china) == {}


def test_a_struck_out_day_can_become_something_else(china):
    strike_out_holiday(china, FIRST)
    add_holiday(china, day(FIRST, "Stocktaking", "working_day"))
    assert stored(china) == {FIRST: ("Stocktaking", "working_day")}


TAKEN = "That day is a public holiday already."
REFUSED = [
    pytest.param(lambda b: add_holiday(b, day(FIRST)), TAKEN, id="the country's holiday"),
    pytest.param(
        lambda b: add_holiday(b, day(date(2026, 10, 21), "Again")), TAKEN, id="an own holiday"
    ),
    pytest.param(
        lambda b: add_holiday(b, day(MOVED_WEEKEND[0], "Rest", "rest_day")),
        "That day is on the calendar already, as “National Day (observed)”.",
        id="the country's day off",
    ),
    pytest.param(lambda b: move_holiday(b, FIRST, SECOND), TAKEN, id="moved onto a holiday"),
    pytest.param(
        lambda b: change_holiday(b, FIRST, day(date(2026, 10, 21))), TAKEN, id="changed onto one"
    ),
    pytest.param(
        lambda b: move_holiday(b, ORDINARY, SECOND), "There is no such holiday.", id="none moved"
    ),
    pytest.param(
        lambda b: strike_out_holiday(b, ORDINARY), "There is no such holiday.", id="none struck"
    ),
    pytest.param(
        lambda b: strike_out_holiday(b, THIRD), "That day is struck out.", id="struck out twice"
    ),
    pytest.param(
        lambda b: move_holiday(b, THIRD, ORDINARY), "That day is struck out.", id="struck, moved"
    ),
    pytest.param(
        lambda b: restore_holiday(b, FIRST), "That day is not struck out.", id="not struck out"
    ),
    pytest.param(
        lambda b: restore_holiday(b, date(2026, 10, 21)),
        "That day is not struck out.",
        id="an own one is not struck out",
    ),
]


@pytest.mark.parametrize(("act", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_and_changes_nothing(china, act, sentence):
    add_holiday(china, day(date(2026, 10, 21)))
    strike_out_holiday(china, THIRD)
    before = stored(china), actions(china)
    with pytest.raises(RefusedError) as refused:
        act(china)
    assert refused.value.message == sentence
    assert isinstance(refused.value, NotFoundError) == (not refused.value.problems)
    assert (stored(china), actions(china)) == before
