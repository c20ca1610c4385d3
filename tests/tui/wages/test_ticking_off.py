"""Ticking off who has got the pay, on a payday that is slow, in haste, ahead or over."""

import threading
from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot

from models.book.book import Book
from models.language import use_language
from models.periods import month_of
from models.wages.actions import pay_run
from models.wages.queries import payslip_list, run
from tests.models.wages.bookkeeping import hire, work
from tests.models.wages.bookkeeping import run as compute
from tests.tui.picture import SIZES, press, screen_text, showing, write
from tests.tui.waiting import settle, until
from tui.wages import ticking
from tui.wages.tick_off import TickScreen
from tui.widgets.dialogs import Confirm

APRIL = month_of(date(2026, 4, 1))


@pytest.fixture
def approved(book: Book) -> Book:
    """An approved run of three people with a day of work each."""
    for code in ("W-1", "W-2", "W-3"):
        hire(book, code, "hourly", "20", payment_method="cash", site="Sewing room")
        work(book, code, "2026-04-06")
    compute(book, APRIL, approve=True)
    return book


class Gate:
    """A call that waits until it is let through."""

    def __init__(self, call: Any) -> None:
        self._call = call
        self.reached, self.open = threading.Event(), threading.Event()

    def before(self, *given: Any, **named: Any) -> Any:
        self.reached.set()
        self.open.wait()
        return self._call(*given, **named)

    def after(self) -> Any:
        found = self._call()
        self.reached.set()
        self.open.wait()
        return found


def unpaid(book: Book) -> list[str]:
    return [slip.code for slip in payslip_list(book, 1).all() if slip.paid_on is None]


def told(pilot: Pilot[None]) -> str:
    return " ".join(note.message for note in pilot.app._notifications)


def footer(text: str) -> str:
    return text.splitlines()[-1]


async def test_ticks_of_everyone_say_that_they_are_saved_and_no_key_acts_meanwhile(
    approved: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    paying = Gate(pay_run)
    monkeypatch.setattr(ticking, "pay_run", paying.before)
    async with showing(approved, "wages") as pilot:
        await press(pilot, "y", "m", "a")
        await pilot.press("y")
        await until(pilot, paying.reached.is_set)
        await until(pilot, lambda: "Saving…" in screen_text(pilot.app))
        await pilot.press("space", "f", "d", "a")
        await pilot.pause()
        text = screen_text(pilot.app)
        paying.open.set()
        assert "Saving…" in text
        assert "0 of 3" not in text
        assert "a All" not in text
        assert isinstance(pilot.app.screen, TickScreen)
        await settle(pilot)
        assert "3 of 3 have got their pay" in screen_text(pilot.app)
    assert unpaid(approved) == []


async def test_what_was_read_before_a_tick_was_written_never_takes_it_off_the_screen(
    approved: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    paying = Gate(pay_run)
    monkeypatch.setattr(ticking, "pay_run", paying.before)
    async with showing(approved, "wages") as pilot:
        await press(pilot, "y", "m")
        await pilot.press("space")
        await until(pilot, paying.reached.is_set)
        screen = pilot.app.screen
        assert isinstance(screen, TickScreen)
        reading = Gate(screen._read)
        with monkeypatch.context() as slowly:
            slowly.setattr(screen, "_read", reading.after)
            screen.reload()
            await until(pilot, reading.reached.is_set)
        paying.open.set()
        await until(pilot, lambda: "1 of 3 have got" in screen_text(pilot.app))
        reading.open.set()
        await settle(pilot)
        assert "1 of 3 have got their pay" in screen_text(pilot.app)


async def test_the_last_tick_says_that_the_run_is_paid_and_a_second_press_asks(
    approved: Book,
) -> None:
    async with showing(approved, "wages") as pilot:
        await press(pilot, "y", "m", "space", "space")
        assert "marked as paid" not in told(pilot)
        await press(pilot, "space")
        assert "Everyone has got their pay. The run is marked as paid." in told(pilot)
        text = await press(pilot, "space")
        assert isinstance(pilot.app.screen, Confirm)
        assert "The run is paid; with this it is only approved again." in " ".join(text.split())
        await press(pilot, "enter")
        assert run(approved, 1).status == "paid", "enter leaves it as it is"
        await press(pilot, "space", "y")
    assert unpaid(approved) == ["W-3"]


async def test_a_second_press_asks_even_before_the_last_tick_is_written(
    approved: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    pay_run(approved, 1, on=date(2026, 5, 20), codes=["W-1", "W-2"])
    paying = Gate(pay_run)
    monkeypatch.setattr(ticking, "pay_run", paying.before)
    async with showing(approved, "wages") as pilot:
        await press(pilot, "y", "m")
        await pilot.press("space", "space")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        paying.open.set()
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "n")
    assert unpaid(approved) == []


async def test_within_an_open_run_a_tick_is_taken_back_without_asking(approved: Book) -> None:
    async with showing(approved, "wages") as pilot:
        await press(pilot, "y", "m", "space", "up", "space")
        assert isinstance(pilot.app.screen, TickScreen)
    assert unpaid(approved) == ["W-1", "W-2", "W-3"]


async def test_a_paid_run_says_when_it_was_paid_and_offers_no_more_ticks(approved: Book) -> None:
    pay_run(approved, 1, on=date(2026, 5, 2), codes=["W-1"])
    async with showing(approved, "wages") as pilot:
        text = await press(pilot, "y", "m")
        assert "handed out on 20 May 2026" in text
        assert "Space Tick off  a All  d Day" in footer(text)
        await press(pilot, "escape")
        pay_run(approved, 1, on=date(2026, 5, 4))
        text = await press(pilot, "m")
        assert "paid on 2–4 May 2026" in text
        assert "handed out" not in text
        assert "Space Not collected" in footer(text)
        assert "a All" not in text
        assert "d Day" not in text


async def test_a_day_ahead_is_marked_where_it_is_typed_and_where_it_counts(approved: Book) -> None:
    async with showing(approved, "wages") as pilot:
        await press(pilot, "y", "m", "d")
        assert "ahead" not in screen_text(pilot.app)
        await write(pilot, "2027-01-15")
        assert "= Fri 15 Jan 2027, ahead" in screen_text(pilot.app)
        text = await press(pilot, "ctrl+s")
        assert "! handed out on 15 Jan 2027, ahead of today" in text
        await press(pilot, "escape", "escape", "enter", "m")
        await write(pilot, "2027-01-15")
        assert "= Fri 15 Jan 2027, ahead" in screen_text(pilot.app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("spoken", "day"), [("en", "22 Dec 2026"), ("ko", "2026. 12. 22."), ("zh", "2026/12/22")]
)
async def test_the_day_and_the_site_stand_there_in_full(
    approved: Book, spoken: str, day: str, size: tuple[int, int]
) -> None:
    pay_run(approved, 1, on=date(2026, 12, 22), codes=["W-1"])
    use_language(spoken)
    async with showing(approved, "wages", size=size) as pilot:
        line = next(
            line for line in (await press(pilot, "y", "m")).splitlines() if "[✓]  W-1" in line
        )
        assert day in line
        assert "Sewing room" in line
