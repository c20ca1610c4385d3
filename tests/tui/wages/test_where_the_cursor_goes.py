"""The row that the cursor is on after a list was left, and after something was added to it."""

from datetime import date

import pytest
from textual.pilot import Pilot

from models.book.book import Book
from models.periods import month_of
from tests.models.wages.bookkeeping import hire, run, work
from tests.models.wages.lending import lend
from tests.tui.picture import pick, press, screen_text, showing, write
from tests.tui.waiting import settle
from tui.wages.advance_form import AdvanceForm
from tui.wages.run_screen import RunScreen
from tui.wages.unusual_screen import UnusualScreen

MARCH, APRIL = (month_of(date(2026, month, 1)) for month in (3, 4))


@pytest.fixture
def three(book: Book) -> Book:
    """Three people with a day of work in April, and a draft that pays it."""
    for code in ("W-1", "W-2", "W-3"):
        hire(book, code, "hourly", "20", work_name=f"Name {code}")
        work(book, code, "2026-04-06")
    run(book, APRIL)
    return book


def marked(pilot: Pilot[None]) -> str:
    """The line that the cursor stands on."""
    lines = screen_text(pilot.app).splitlines()
    return next((line.strip() for line in lines if line.lstrip().startswith("▸")), "")


async def test_what_is_unusual_is_gone_through_payslip_by_payslip(three: Book) -> None:
    async with showing(three, "wages") as pilot:
        await press(pilot, "y", "u", "down", "down")
        assert "W-3" in marked(pilot)
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, UnusualScreen)
        assert "W-3" in marked(pilot)
        work(three, "W-1", "2026-04-07", status="planned")
        await press(pilot, "enter", "escape")
        assert "W-3" in marked(pilot)


async def test_a_draft_that_was_computed_is_the_one_to_go_on_with(three: Book) -> None:
    async with showing(three, "wages") as pilot:
        assert marked(pilot).startswith("▸    1")
        await press(pilot, "c")
        await write(pilot, "2026-05-01")
        await press(pilot, "tab")
        await write(pilot, "2026-05-31")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, RunScreen)
        await press(pilot, "escape")
        assert marked(pilot).startswith("▸    2")
        await press(pilot, "down", "enter", "escape")
        assert marked(pilot).startswith("▸    1"), "it is the newest only once"


async def test_a_run_that_was_computed_elsewhere_is_gone_to(three: Book) -> None:
    async with showing(three, "wages") as pilot:
        run(three, MARCH)
        await press(pilot, "1", "4")
        assert marked(pilot).startswith("▸    2")


async def test_a_new_advance_is_marked_wherever_it_stands(three: Book) -> None:
    lend(three, "W-1", "2026-05-12", "80")
    lend(three, "W-2", "2026-05-10", "90")
    async with showing(three, "wages") as pilot:
        await press(pilot, "l", "l")
        assert "80.00" in marked(pilot)
        await press(pilot, "n")
        form = pilot.app.screen
        assert isinstance(form, AdvanceForm)
        await pick(pilot, "W-3")
        for name, text in {"date": "2026-05-11", "amount": "70", "instalment": "20"}.items():
            form.rows[name].field.entry.put(text)
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert "70.00" in marked(pilot)
        assert "Advance 3" in await press(pilot, "enter")


async def test_all_that_is_wrong_with_an_advance_is_said_at_once(three: Book) -> None:
    async with showing(three, "wages") as pilot:
        await press(pilot, "l", "l", "n")
        form = pilot.app.screen
        assert isinstance(form, AdvanceForm)
        form.rows["amount"].field.entry.put("0")
        form.rows["instalment"].field.entry.put("0")
        await settle(pilot)
        await press(pilot, "ctrl+s")
        wrong = [name for name, row in form.rows.items() if row.is_wrong]
        assert wrong == ["employee", "amount", "instalment"]
