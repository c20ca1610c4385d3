"""Today: what waits, and where enter leads."""

from datetime import date

import pytest

from models.book.book import Book
from models.periods import month_of
from models.wages.actions import pay_run
from tests.models.wages.bookkeeping import hire, run, work
from tests.tui.picture import SIZES, press, screen_text, showing
from tui.sales.screen import SalesScreen
from tui.wages.compute import ComputeForm
from tui.wages.payday import PaydayScreen


async def test_enter_goes_to_the_run_that_waits_and_escape_stays_in_wages(demo: Book) -> None:
    async with showing(demo) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PaydayScreen)
        assert "Pay runs" in await press(pilot, "escape")
        await press(pilot, "1")
        assert "Look through pay run 3" in screen_text(pilot.app)


async def test_an_approved_run_waits_to_be_paid(demo: Book) -> None:
    async with showing(demo) as pilot:
        await press(pilot, "enter", "a", "y")
        text = await press(pilot, "1")
        assert "Pay out pay run 3, then mark it paid" in text


async def test_who_has_not_collected_waits_with_the_sum(book: Book) -> None:
    for code in ("W-1", "W-2", "W-3"):
        hire(book, code, "hourly", "20")
        work(book, code, "2026-04-06")
    number = run(book, month_of(date(2026, 4, 1)), approve=True)
    pay_run(book, number, on=date(2026, 5, 1), codes=["W-2"])
    async with showing(book) as pilot:
        assert "2 people have not collected 320.00 CNY from run 1" in screen_text(pilot.app)
        assert "1 of 3 paid" in await press(pilot, "enter")
        assert "[ ]  W-1" in await press(pilot, "m")


async def test_a_late_record_is_paid_by_the_next_run(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", "2026-04-06")
    run(book, month_of(date(2026, 4, 1)), approve=True)
    work(book, "W-1", "2026-04-07")
    async with showing(book) as pilot:
        text = screen_text(pilot.app)
        assert "1 record of 1–30 Apr 2026 came after its pay run" in text
        assert "The next run pays it as a correction" in text


async def test_a_period_that_ended_without_a_run_is_computed_from_here(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", "2026-04-06")
    async with showing(book) as pilot:
        assert "Compute the wages of 1–30 Apr 2026" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PaydayScreen)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ComputeForm)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, PaydayScreen)
        assert "Look through pay run 1" in await press(pilot, "1")


async def test_a_new_book_says_how_to_begin(book: Book) -> None:
    async with showing(book) as pilot:
        text = screen_text(pilot.app)
        assert "Add the people who work here" in text
        assert "Enter what was sold" in text
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, SalesScreen)


async def test_people_without_terms_are_named_by_their_codes(
    book: Book, hostile_names: tuple[str, ...]
) -> None:
    for number in range(1, 7):
        hire(book, f"W-{number}", work_name="Ann [/B]")
    async with showing(book) as pilot:
        text = screen_text(pilot.app)
        assert "6 people have no pay terms" in text
        assert "W-1, W-2, W-3, W-4…" in text


async def test_who_is_too_young_is_named_and_their_page_says_the_law(book: Book) -> None:
    hire(book, "Y-1", "hourly", "20", age_band="15")
    hire(book, "W-1")
    async with showing(book) as pilot:
        text = screen_text(pilot.app)
        assert "1 person is younger than the pay rules allow" in text
        assert "Y-1: their pages say which law it is." in text
        assert "1 person has no pay terms" in text
        await press(pilot, "down", "down", "enter")
        assert "Employees" in screen_text(pilot.app)
        page = await press(pilot, "down", "enter")
        assert "! Age 15: younger than people may be employed (ILO Minimum Age" in page
        assert "Articles 2 and 3)." in page


@pytest.mark.parametrize("size", SIZES)
async def test_today_looks_as_it_did(demo: Book, size: tuple[int, int], snapshot: object) -> None:
    async with showing(demo, size=size) as pilot:
        assert screen_text(pilot.app) == snapshot


@pytest.mark.parametrize("size", SIZES)
async def test_today_in_a_new_book_looks_as_it_did(
    book: Book, size: tuple[int, int], snapshot: object
) -> None:
    async with showing(book, size=size) as pilot:
        assert screen_text(pilot.app) == snapshot
