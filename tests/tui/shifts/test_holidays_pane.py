"""The calendar of a year, kept by keyboard on a real book."""

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.shifts.drafts import HolidayDraft
from models.shifts.holiday_actions import add_holiday
from models.shifts.holidays import holiday_calendar
from tests.conftest import TODAY
from tests.tui.employees.test_employees import fill
from tests.tui.picture import press, screen_text, showing, write

HOLIDAYS = ("l", "l")


@pytest.fixture
def china(book: Book) -> Book:
    change_settings(book, {"country": "CN"})
    return book


def own(book: Book) -> list[tuple[str, str, str]]:
    rows = holiday_calendar(book, today=TODAY).all()
    return [(f"{row.day:%m-%d}", row.name, row.kind) for row in rows if row.origin == "programme"]


async def test_holidays_are_put_on_the_calendar(book: Book) -> None:
    async with showing(book, "shifts") as pilot:
        assert "No holidays in this year." in await press(pilot, *HOLIDAYS)
        await press(pilot, "n")
        await fill(pilot, date="1 oct", name="National Day [1]")
        shown = await press(pilot, "ctrl+s")
        assert "Thu 1 Oct " in shown
        assert "National Day [1]" in shown
        await press(pilot, "n")
        await fill(pilot, date="1 oct", name="Again")
        assert "That day is a public holiday already." in await press(pilot, "ctrl+s")
        await press(pilot, "escape", "y", "e")
        await fill(pilot, name="National Day")
        await press(pilot, "ctrl+s")
        assert own(book) == [("10-01", "National Day", "holiday")]
        assert "Take National Day off the calendar?" in await press(pilot, "delete")
        await press(pilot, "y")
    assert own(book) == []


async def test_the_years_of_the_country_are_one_key_apart(china: Book) -> None:
    async with showing(china, "shifts") as pilot:
        shown = await press(pilot, *HOLIDAYS)
        assert "[ 2026 ]" in shown
        assert "Fri 2 Jan " in shown
        assert "Day off (in place of 2026-01-04)   rest day" in shown
        assert "working day" in shown
        assert "  country" in shown
        assert "Del Strike out" in shown
        shown = await press(pilot, "[")
        assert "[ 2025 ]" in shown
        assert "Wed 1 Jan " in shown
        assert "[ 2027 ]" in await press(pilot, "]", "]")


async def test_a_holiday_of_the_country_is_struck_out_and_restored_by_one_key(china: Book) -> None:
    async with showing(china, "shifts") as pilot:
        await press(pilot, *HOLIDAYS)
        assert "Strike New Year's Day out?" in await press(pilot, "delete")
        await press(pilot, "n")
        assert own(china) == []
        assert "struck out" in await press(pilot, "delete", "y")
        assert own(china) == [("01-01", "New Year's Day", "struck_out")]
        assert "Restore New Year's Day?" in await press(pilot, "e")
        await press(pilot, "n")
        assert "Restore New Year's Day?" in await press(pilot, "delete")
        assert "struck out" not in await press(pilot, "y")
    assert own(china) == []


async def test_a_holiday_is_moved_by_changing_its_date_and_shown_in_its_new_year(
    china: Book,
) -> None:
    async with showing(china, "shifts") as pilot:
        await press(pilot, *HOLIDAYS, "e")
        assert pilot.app.screen.values() == {
            "date": "2026-01-01", "name": "New Year's Day", "kind": "holiday"
        }  # fmt: skip
        await fill(pilot, date="2026-02-17")
        assert "That day is a public holiday already." in await press(pilot, "ctrl+s")
        await fill(pilot, date="2027-01-04", kind="rest_day")
        shown = await press(pilot, "ctrl+s")
        assert "[ 2027 ]" in shown
        assert "Mon 4 Jan " in shown
    assert own(china) == [
        ("01-01", "New Year's Day", "struck_out"),
        ("01-04", "New Year's Day", "rest_day"),
    ]


async def test_holidays_are_found_by_their_name(china: Book) -> None:
    async with showing(china, "shifts") as pilot:
        await press(pilot, *HOLIDAYS, "/")
        await write(pilot, "dragon")
        shown = await press(pilot, "enter")
        assert "Fri 19 Jun " in shown
        assert "1–1 of 1" in shown


async def test_an_export_offers_the_days_of_the_year_that_is_shown(china: Book) -> None:
    async with showing(china, "shifts") as pilot:
        await press(pilot, *HOLIDAYS, "]", "x")
        assert "2027" in screen_text(pilot.app)


async def test_hostile_names_of_holidays_stand_in_line(
    book: Book, hostile_names: tuple[str, ...]
) -> None:
    names = [name for name in hostile_names if name.isprintable()]
    for number, name in enumerate(names, 1):
        draft = HolidayDraft.model_validate({"date": f"2026-05-{number:02}", "name": name})
        add_holiday(book, draft)
    async with showing(book, "shifts") as pilot:
        await press(pilot, *HOLIDAYS)
        for _name in names:
            await press(pilot, "down", "delete", "n", "e", "escape")
