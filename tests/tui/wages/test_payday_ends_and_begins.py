"""A payday that is over: what is summed up, and where the next one begins."""

from datetime import date

import pytest
from textual.pilot import Pilot

from models.book.actions import change_settings
from models.book.book import Book
from models.periods import month_of
from models.wages.actions import approve_run, pay_run, void_run
from models.wages.queries import runs
from tests.models.wages.bookkeeping import hire, work
from tests.models.wages.bookkeeping import run as compute
from tests.tui.picture import press, showing
from tui.wages.payday import PaydayScreen

APRIL = month_of(date(2026, 4, 1))
MAY = month_of(date(2026, 5, 1))


@pytest.fixture
def two(book: Book) -> Book:
    """Two people with a day of work in April and one in May, whose pay is rounded."""
    change_settings(book, {"cash_smallest": "1"})
    for code, rate in (("W-1", "20"), ("W-2", "115.05")):
        hire(book, code, "hourly", rate, payment_method="cash", work_name=f"Name {code}")
        work(book, code, "2026-04-06", "2026-05-04")
    return book


def told(pilot: Pilot[None]) -> list[str]:
    return [note.message for note in pilot.app._notifications]


async def test_the_next_payday_goes_on_with_the_draft_that_there_is(two: Book) -> None:
    approve_run(two, compute(two, APRIL))
    pay_run(two, 1, on=date(2026, 5, 2))
    compute(two, MAY)
    async with showing(two, "wages") as pilot:
        await press(pilot, "down", "y")
        text = await press(pilot, "end", "enter")
        assert "Pay run 2 · 1–31 May 2026" in text
        assert "Nothing is computed yet." not in text
        assert "● draft" in text
        await press(pilot, "c")
        assert "Computed anew." in told(pilot)
        assert runs(two).count() == 2


async def test_the_payday_of_a_void_run_says_so_and_offers_the_next(two: Book) -> None:
    void_run(two, compute(two, APRIL), reason="wrong")
    async with showing(two, "wages") as pilot:
        text = await press(pilot, "y")
        assert "▸ + Begin the next payday" in text
        assert "payslips printed" not in text
        assert "the journal for the books" not in text
        for step in range(7):
            await press(pilot, "home", *["down"] * step)
            await press(pilot, "enter")
        assert told(pilot) == ["The run is void."] * 7
        assert isinstance(pilot.app.screen, PaydayScreen)


async def test_a_summary_sets_amounts_under_each_other_and_says_what_rounding_made(
    two: Book,
) -> None:
    compute(two, APRIL, approve=True)
    async with showing(two, "wages") as pilot:
        text = await press(pilot, "y", "s")
        amounts = [line for line in text.splitlines() if " CNY" in line]
        labels = [line.split("  ")[1].strip() for line in amounts]
        assert labels == [
            "Gross", "Deductions", "Net", "Rounding", "To pay", "Not handed out yet",
            "Still in the box",
        ]  # fmt: skip
        assert len({line.index(" CNY") for line in amounts}) == 1
        assert "has not got" not in text
        pay_run(two, 1, on=date(2026, 5, 2), codes=["W-1"])
        text = await press(pilot, "escape", "s")
        assert "Not collected" in text
        assert "W-2 Name W-2 has not got" in text


async def test_papers_of_a_draft_say_which_come_with_the_approval(two: Book) -> None:
    later = "The cash sheet and the labels come once the run is approved."
    compute(two, APRIL)
    async with showing(two, "wages") as pilot:
        assert later in await press(pilot, "y", "p")
        approve_run(two, 1)
        await press(pilot, "escape")
        assert later not in await press(pilot, "p")
