"""The country's calendar and what the programme enters over it, on a real book."""

import csv
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from models.book.actions import change_settings
from models.book.book import Book
from models.errors import NotFoundError, RefusedError
from models.exchange.exporting import export_rows
from models.exchange.importing import ImportReport, import_file
from models.language import speaking
from models.periods import Period
from models.shifts.calendar import Calendar
from models.shifts.drafts import HolidayDraft
from models.shifts.holiday_actions import (
    add_holiday,
    change_holiday,
    move_holiday,
    restore_holiday,
    strike_out_holiday,
)
from models.shifts.holidays import HolidayRow, calendar_of, calendars, holiday_calendar
from models.shifts.tables import HOLIDAY

TODAY = date(2026, 5, 20)
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
FIRST, SECOND, THIRD = (date(2026, 10, day) for day in (1, 2, 3))
MOVED_WEEKEND = (date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 7))
ORDINARY = date(2026, 10, 20)


@pytest.fixture
def china(book: Book) -> Book:
    change_settings(book, {"country": "CN"})
    return book


def day(when: date, name: str = "Founding Day", kind: str = "holiday") -> HolidayDraft:
    return HolidayDraft(day=when, name=name, kind=kind)


def listed(book: Book, period: Period = OCTOBER) -> dict[date, tuple[str, str, str]]:
    rows = holiday_calendar(book, period.starts_on, period.ends_on).all()
    return {row.day: (row.name, row.kind, row.origin) for row in rows}


def stored(book: Book) -> dict[date, tuple[str, str]]:
    with book.reading() as connection:
        return {row.day: (row.name, row.kind) for row in connection.execute(select(HOLIDAY))}


def calendar(book: Book, country: str = "CN", period: Period = OCTOBER) -> Calendar:
    with book.reading() as connection:
        return calendar_of(connection, country, period)


def actions(book: Book) -> list[str]:
    from models.book.queries import audit_entries

    return [row.action for row in audit_entries(book).all() if row.action.startswith("holiday")]


# What is read.


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


# What is done.


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


# Files.


def bring(book: Book, folder: Path, text: str) -> ImportReport:
    file = folder / "holidays.csv"
    file.write_text(text, encoding="utf-8")
    return import_file(book, "holidays", file)


def test_a_plain_file_comes_into_a_book_without_a_country_once(book, tmp_path):
    plain = "date,name\n2026-10-01,National Day\n2026-12-25,Christmas\n"
    assert bring(book, tmp_path, plain).added == 2
    again = bring(book, tmp_path, plain)
    assert (again.added, again.skipped) == (0, 2)
    assert [row[1:] for row in export_rows(book, "holidays").rows] == [
        ("National Day", "holiday"),
        ("Christmas", "holiday"),
    ]


def test_what_the_countrys_calendar_says_is_there_already_in_any_language(china, tmp_path):
    report = bring(
        china,
        tmp_path,
        "date,name,kind\n"
        "2026-10-01,National Day,\n"
        "2026-10-02,国庆节,holiday\n"
        "2026-10-03,Third day,holiday\n"
        "2026-10-05,National Day (observed),holiday\n"
        "2026-10-20,Founding Day,\n"
        "2026-10-20,Founding Day again,\n",
    )
    assert (report.added, report.skipped) == (3, 3)
    assert calendar(china).holidays == {FIRST, SECOND, THIRD, MOVED_WEEKEND[0], ORDINARY}


def test_an_unknown_kind_is_named(book, tmp_path):
    with pytest.raises(RefusedError) as refused:
        bring(book, tmp_path, "date,name,kind\n2026-10-01,National Day,party\n")
    problem = refused.value.problems[0]
    assert (problem.row, problem.column, problem.value) == (1, "kind", "party")


@pytest.mark.parametrize("spoken", ["en", "ko", "zh"])
def test_a_calendar_goes_out_and_comes_in_again(china, tmp_path, spoken):
    move_holiday(china, FIRST, ORDINARY)
    strike_out_holiday(china, date(2026, 10, 10))
    change_holiday(china, SECOND, day(SECOND, "Second, “second”\u3000day, <b>"))
    limits = {"from_": date(2026, 1, 1), "to": date(2027, 12, 31)}
    with speaking(spoken):
        export = export_rows(china, "holidays", **limits)
        rows = list(export.rows)
    assert export.columns == ("date", "name", "kind")
    file = tmp_path / "out.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([export.columns, *rows])
    before = stored(china)
    assert import_file(china, "holidays", file).added == 0
    with china.acting("test") as acting:
        acting.connection.execute(HOLIDAY.delete())
    assert import_file(china, "holidays", file).added == len(before) == 4
    assert {when: kind for when, (_name, kind) in stored(china).items()} == {
        when: kind for when, (_name, kind) in before.items()
    }


def test_the_rows_say_which_entry_they_are(china):
    add_holiday(china, day(ORDINARY))
    own = [row for row in holiday_calendar(china, FIRST, ORDINARY).all() if row.id is not None]
    assert own == [HolidayRow(ORDINARY, "Founding Day", "holiday", "programme", own[0].id)]
