"""A shift that comes after its pay run, and what has little room in the list of shifts."""

from datetime import date

import pytest
from textual.pilot import Pilot

from models.book.book import Book
from models.periods import month_of
from tests.models.wages.bookkeeping import hire, run, work
from tests.tui.employees.test_employees import fill
from tests.tui.picture import pick, press, screen_text, showing
from tui.shifts.words import total_hours

APRIL = month_of(date(2026, 4, 1))


@pytest.fixture
def closed(book: Book) -> Book:
    """A month of one person that an approved run has closed; another has no payslip in it."""
    hire(book, "W-1", "hourly", "20", work_name="Ann [/B]")
    hire(book, "W-2", "hourly", "20", work_name="Mia")
    work(book, "W-1", "2026-04-06", "2026-04-10")
    work(book, "W-1", "2026-04-07", status="paid_leave")
    run(book, APRIL, codes=("W-1",), approve=True)
    return book


def told(pilot: Pilot[None]) -> str:
    return " ".join(note.message for note in pilot.app._notifications)


async def write_down(pilot: Pilot[None], code: str, day: str, status: str) -> str:
    await press(pilot, "n")
    await pick(pilot, code)
    await fill(pilot, date=day, start="08:00", end="12:00", status=status)
    return await press(pilot, "ctrl+s")


@pytest.mark.parametrize(
    ("code", "status", "is_late"),
    [
        ("W-1", "worked", True),
        ("W-1", "paid_leave", True),
        ("W-1", "absent", False),
        ("W-2", "worked", False),
    ],
)
async def test_a_shift_of_a_closed_month_says_who_pays_it(
    closed: Book, code: str, status: str, is_late: bool
) -> None:
    async with showing(closed, "shifts") as pilot:
        await press(pilot, "left_square_bracket")
        await write_down(pilot, code, "2026-04-08", status)
        said = "This came after the pay run of 1–30 Apr 2026: the next run pays it as a correction."
        assert (said in told(pilot)) is is_late


async def test_a_new_shift_is_marked_where_its_day_puts_it(closed: Book) -> None:
    async with showing(closed, "shifts") as pilot:
        await press(pilot, "left_square_bracket", "end")
        text = await write_down(pilot, "W-2", "2026-04-08", "worked")
        assert any("▸ Wed 8 Apr" in line and "W-2" in line for line in text.splitlines())


async def test_the_run_that_paid_a_leave_is_named_on_a_small_screen(closed: Book) -> None:
    async with showing(closed, "shifts") as pilot:
        text = await press(pilot, "left_square_bracket")
        assert "paid leave · run 1" in text
        assert "run 1" in text.splitlines()[-2], "the line below says it in full"


async def test_a_long_hint_is_read_to_its_end_on_a_small_screen(closed: Book) -> None:
    async with showing(closed, "shifts") as pilot:
        await press(pilot, "n", "tab", "tab", "tab")
        said = " ".join(screen_text(pilot.app).replace("│", " ").split())
        assert "At or before the start: the day after." in said


def test_many_hours_are_grouped_and_short() -> None:
    said = [total_hours(minutes) for minutes in (0, 450, 2_400, 155_145)]
    assert said == ["0 h", "7:30 h", "40 h", "2,585:45 h"]
