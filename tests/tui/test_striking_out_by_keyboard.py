"""What an approved run holds, struck out and restored by keyboard, on a real book."""

from datetime import date

import pytest
from textual.widgets import Input

from models.book.book import Book
from models.money import to_minor
from models.periods import month_of
from models.sales.queries import sales
from models.shifts.queries import shifts
from models.wages.entries import adjustments, pieces
from models.wages.striking import strike_out
from tests.models.wages.bookkeeping import FEBRUARY, enter, hire, make, run, sell, stock, work
from tests.tui.employees.test_employees import fill
from tests.tui.picture import SIZES, press, screen_text, showing, write
from tui.widgets.dialogs import Ask, Confirm, Notice

DAY = "2026-05-05"

LISTS = {
    "shifts": (("shifts",), shifts, "shift", "W-1, 2026-05-05 09:00–17:00"),
    "pieces": (("shifts", "l"), pieces, "piece", "W-1, 2026-05-05, mats [b"),
    "adjustments": (("wages", "l"), adjustments, "adjustment", "Bonus of W-1, 50.00 CNY"),
    "sales": (("sales",), sales, "sale", "2026-05-05, 3 × MAT, net 30.00 CNY"),
}


@pytest.fixture
def may(book: Book) -> Book:
    """One record of each kind in the month that is shown, held by run 1."""
    hire(book, "W-1", "hourly", "20", work_name="Ann [/B]")
    work(book, "W-1", DAY)
    make(book, "W-1", DAY, "10", "2", task="mats [b")
    enter(book, "W-1", DAY, "BONUS", "50", note="for the fair [x]")
    stock(book, "MAT", "W-1", "10%")
    sell(book, "MAT", DAY, "3", ref="A1")
    run(book, month_of(date(2026, 5, 1)), approve=True)
    return book


@pytest.mark.parametrize("kind", LISTS)
async def test_what_a_run_holds_is_struck_out_with_a_reason_and_restored(
    may: Book, kind: str
) -> None:
    (section, *keys), query, _kind, name = LISTS[kind]
    async with showing(may, section) as pilot:
        shown = await press(pilot, *keys, "delete")
        assert isinstance(pilot.app.screen, Ask)
        assert "Strike this out?" in shown
        assert name in shown
        assert "The approved pay run 1 holds this and stays as it is." in shown
        assert "the next pay run corrects the pay" in " ".join(shown.replace("│", "").split())
        assert "Please fill this in." in await press(pilot, "enter")
        await write(pilot, "it never was [b")
        shown = await press(pilot, "enter")
        assert "✕" in shown
        assert "struck out: it never was [b" in shown
        (row,) = query(may).all()
        assert (row.struck_as, row.struck_why) == (1, "it never was [b")
        assert "Let this count again?" in await press(pilot, "z")
        shown = await press(pilot, "y")
        assert "✕" not in shown
    (row,) = query(may).all()
    assert (row.struck_as, row.struck_why) == (None, "")


@pytest.mark.parametrize("key", ["e", "enter", "delete", "z", "m"])
async def test_every_key_that_would_change_a_struck_out_shift_offers_to_restore_it(
    may: Book, key: str
) -> None:
    strike_out(may, "shift", 1, why="wrong")
    async with showing(may, "shifts") as pilot:
        assert "✕ struck out: wrong" in await press(pilot, key)
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "n")
        await press(pilot, key, "y")
    assert [row.struck_as for row in shifts(may).all()] == [None]


async def test_the_right_shift_is_entered_in_the_place_of_the_wrong_one(may: Book) -> None:
    async with showing(may, "shifts") as pilot:
        assert "8 h worked" in screen_text(pilot.app)
        assert "Strike this out and enter the right one?" in await press(pilot, "e")
        await write(pilot, "nine hours")
        shown = await press(pilot, "enter")
        assert "New shift" in shown
        assert pilot.app.screen.values()["start"] == "09:00"
        await fill(pilot, end="18:00")
        shown = await press(pilot, "ctrl+s")
        assert "9 h worked" in shown
        assert "worked · run 1" not in shown
    assert [(row.end, row.struck_why) for row in shifts(may).all()] == [
        ("17:00", "nine hours"),
        ("18:00", ""),
    ]


async def test_the_right_pieces_amount_and_sale_are_entered_from_the_wrong_ones(may: Book) -> None:
    async with showing(may, "shifts") as pilot:
        await press(pilot, "l", "e")
        await write(pilot, "eleven")
        await press(pilot, "enter")
        await fill(pilot, quantity="11")
        await press(pilot, "ctrl+s", "4", "l", "e")
        await write(pilot, "sixty")
        assert "New adjustment" in await press(pilot, "enter")
        await fill(pilot, amount="60")
        await press(pilot, "ctrl+s", "5", "e")
        await write(pilot, "four")
        assert "New sale" in await press(pilot, "enter")
        await fill(pilot, quantity="4")
        assert "net 40.00 CNY" in await press(pilot, "ctrl+s")
    assert [row.quantity for row in pieces(may).all()] == [10_0000, 11_0000]
    assert [row.amount for row in adjustments(may).all()] == [to_minor(n, "CNY") for n in (50, 60)]
    assert [row.quantity for row in sales(may).all()] == [3_0000, 4_0000]


async def test_a_dialog_that_is_left_strikes_nothing_out(may: Book) -> None:
    async with showing(may, "sales") as pilot:
        await press(pilot, "delete")
        assert isinstance(pilot.app.focused, Input)
        await write(pilot, "never")
        await press(pilot, "escape")
    assert [row.struck_as for row in sales(may).all()] == [None]


async def test_only_what_was_struck_out_is_restored_and_not_once_a_run_corrected_it(
    book: Book,
) -> None:
    hire(book, "W-1", "hourly", "20")
    make(book, "W-1", "2026-01-05", "10", "2")
    run(book, approve=True)
    async with showing(book, "shifts") as pilot:
        await press(pilot, "l", *["["] * 4, "z")
        (told,) = pilot.app._notifications
        assert told.message == "Only what was struck out can be restored."
        strike_out(book, "piece", 1, why="wrong")
        work(book, "W-1", "2026-02-02", "2026-02-03")
        run(book, FEBRUARY, approve=True)
        shown = await press(pilot, "]", "[", "z", "y")
        assert isinstance(pilot.app.screen, Notice)
        assert "Pay run 2 has corrected the pay already" in shown


@pytest.mark.parametrize("size", SIZES)
async def test_the_question_looks_as_it_did(
    may: Book, snapshot: object, size: tuple[int, int]
) -> None:
    async with showing(may, "sales", size=size) as pilot:
        assert await press(pilot, "delete") == snapshot
        await write(pilot, "never sold")
        await press(pilot, "enter")
        pilot.app.clear_notifications()
        assert await press(pilot, "z") == snapshot
        assert await press(pilot, "n") == snapshot
