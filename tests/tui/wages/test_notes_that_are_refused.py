"""Notes and coins that make no amount: the form stays, with what was typed and why."""

from datetime import date

import pytest

from models.book.book import Book
from models.periods import month_of
from tests.models.wages.bookkeeping import hire, run, work
from tests.tui.picture import press, screen_text, showing, write
from tests.tui.waiting import settle
from tui.wages.cash_screen import CashScreen, NotesForm


@pytest.fixture
def approved(book: Book) -> Book:
    """Two people who get 160.00 each in cash."""
    for code in ("W-1", "W-2"):
        hire(book, code, "hourly", "20", payment_method="cash")
        work(book, code, "2026-04-06")
    run(book, month_of(date(2026, 4, 1)), approve=True)
    return book


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("100,50", "W-1 gets 160.00 CNY, and no notes"),
        ("100,ten", "“ten” is not a number"),
    ],
)
async def test_refused_notes_stay_in_the_form_with_the_problem_beside_them(
    approved: Book, typed: str, said: str
) -> None:
    async with showing(approved, "wages") as pilot:
        await press(pilot, "y", "n", "e")
        await write(pilot, typed)
        text = await press(pilot, "enter")
        form = pilot.app.screen
        assert isinstance(form, NotesForm)
        assert form.values()["notes"] == typed
        assert text.count(said) == 1
        assert form.rows["notes"].is_wrong
        await write(pilot, "50,10")
        assert "50 × 6" in await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CashScreen)


async def test_notes_that_were_typed_in_vain_are_left_after_asking(approved: Book) -> None:
    async with showing(approved, "wages") as pilot:
        before = await press(pilot, "y", "n")
        await press(pilot, "e")
        await write(pilot, "100,50")
        assert "Leave without saving" in await press(pilot, "enter", "escape")
        await press(pilot, "y")
        await settle(pilot)
        assert screen_text(pilot.app) == before
