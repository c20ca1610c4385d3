"""The payday screen: from what waits to everyone paid, step by step, in any order of keys."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from models.book.actions import change_settings
from models.book.book import Book
from models.periods import month_of
from models.wages.actions import approve_run, pay_run
from models.wages.queries import payslip_list, run, runs
from tests.conftest import TODAY
from tests.models.wages.bookkeeping import enter, hire, work
from tests.models.wages.bookkeeping import run as compute
from tests.tui.picture import SIZES, press, showing, write
from tests.tui.waiting import settle
from tui.wages.payday import PaydayScreen
from tui.wages.tick_off import TickScreen
from tui.widgets.dialogs import Confirm, Notice

APRIL = month_of(date(2026, 4, 1))


@pytest.fixture
def three(book: Book) -> Book:
    """Three people with a day of work each: two paid in cash, one by the bank."""
    for code, how in (("W-1", "cash"), ("W-2", "cash"), ("W-3", "bank")):
        hire(book, code, "hourly", "20", payment_method=how, site="Shed", work_name=f"Name {code}")
        work(book, code, "2026-04-06")
    return book


def paid(book: Book, number: int = 1) -> dict[str, date | None]:
    return {slip.code: slip.paid_on for slip in payslip_list(book, number).all()}


def told(pilot: Pilot[None]) -> str:
    """What the app says in passing, in the corner."""
    return " ".join(note.message for note in pilot.app._notifications)


def steps(text: str) -> str:
    """The signs of the seven steps, as they stand on the screen."""
    lines = [line.strip().removeprefix("▸").strip() for line in text.splitlines()]
    return "".join(line[0] for n in "1234567" for line in lines if line[2:4] == f"{n} ")


async def test_a_payday_is_walked_from_what_waits_to_done(three: Book, tmp_path: Path) -> None:
    async with showing(three) as pilot:
        text = await press(pilot, "enter")
        assert "Payday of 1–30 Apr 2026" in text
        assert steps(text) == "▶······"
        text = await press(pilot, "enter", "ctrl+s")
        assert steps(text) == "✓▶·····"
        assert "3 things to look at" in text
        text = await press(pilot, "enter")
        assert "First payslip." in text
        assert "Payslip 1-W-1 · 1 of 3" in await press(pilot, "enter")
        text = await press(pilot, "escape", "o")
        assert steps(text) == "✓✓▶····"
        assert "3 things to look at, looked through" in text
        question = await press(pilot, "enter")
        assert "nobody has looked" not in question
        text = await press(pilot, "y")
        assert steps(text) == "✓✓✓▶···"
        await press(pilot, "enter", "enter", "ctrl+s")
        await write(pilot, str(tmp_path / "slips.pdf"))
        await press(pilot, "enter", "escape")
        text = await press(pilot, "escape")
        assert steps(text) == "✓✓✓✓▶··"
        text = await press(pilot, "enter")
        assert "100 × 2 = 200.00" in text
        assert "320.00" in text
        await press(pilot, "escape", "m")
        assert "[✓]  W-1" in await press(pilot, "space")
        await press(pilot, "down")
        text = await press(pilot, "space")
        assert "2 of 3 have got their pay   still in the box: 160.00 CNY (1 person)" in text
        text = await press(pilot, "escape")
        assert steps(text) == "✓✓✓✓✓▶·"
        text = await press(pilot, "s")
        assert "W-2 Name W-2 has not got 160.00 CNY" in text
    assert run(three, 1).status == "approved"
    assert (tmp_path / "slips.pdf").exists()


async def test_who_comes_later_is_ticked_off_where_the_book_stopped(three: Book) -> None:
    compute(three, APRIL, approve=True)
    pay_run(three, 1, on=date(2026, 5, 2), codes=["W-1", "W-3"])
    async with showing(three) as pilot:
        await press(pilot, "enter", "enter")
        text = await press(pilot, "space")
        assert "3 of 3 have got their pay   ✓ nothing is left in the box" in text
        text = await press(pilot, "escape")
        assert steps(text) == "✓–✓–✓✓✓"
        assert "480.00 CNY is paid." in text
    assert run(three, 1).status == "paid"
    assert paid(three)["W-1"] == date(2026, 5, 2)
    assert paid(three)["W-2"] == run(three, 1).paid_on


async def test_an_approval_says_that_nobody_has_looked(three: Book) -> None:
    compute(three, APRIL)
    async with showing(three, "wages") as pilot:
        question = await press(pilot, "y", "a")
        assert "! 3 things to look at, and nobody has looked" in question
        await press(pilot, "enter")
        assert run(three, 1).status == "draft", "enter does not approve"


@pytest.mark.parametrize("downs", [3, 4, 5])
async def test_a_step_whose_time_has_not_come_says_what_comes_first(
    three: Book, downs: int
) -> None:
    compute(three, APRIL)
    async with showing(three, "wages") as pilot:
        await press(pilot, "y", *["down"] * downs)
        await press(pilot, "enter")
        assert "First approve the run." in told(pilot)
        assert isinstance(pilot.app.screen, PaydayScreen)


async def test_keys_of_later_steps_do_nothing_in_a_draft(three: Book) -> None:
    compute(three, APRIL)
    async with showing(three, "wages") as pilot:
        await press(pilot, "y", "m", "n", "s", "space", "x")
        assert isinstance(pilot.app.screen, PaydayScreen)
        assert run(three, 1).status == "draft"


async def test_an_approved_run_is_not_computed_again(three: Book) -> None:
    compute(three, APRIL, approve=True)
    async with showing(three, "wages") as pilot:
        await press(pilot, "y", "home", "enter")
        assert "what changes now is corrected by the next run" in told(pilot)


async def test_everyone_is_ticked_at_once_and_one_is_taken_back(three: Book) -> None:
    compute(three, APRIL, approve=True)
    async with showing(three, "wages") as pilot:
        question = await press(pilot, "y", "m", "a")
        assert "3 people, 480.00 CNY" in question
        assert "3 of 3" in await press(pilot, "y")
        assert run(three, 1).status == "paid"
        assert "2 of 3" in await press(pilot, "home", "space", "y")
        assert run(three, 1).status == "approved"
        assert paid(three)["W-1"] is None
        await press(pilot, "a", "y")
        assert "Everyone has got their pay." in told(pilot)


async def test_ticks_pressed_faster_than_they_are_written_are_all_kept(three: Book) -> None:
    compute(three, APRIL, approve=True)
    async with showing(three, "wages") as pilot:
        await press(pilot, "y", "m")
        await pilot.press("space", "space", "home", "space", "end", "space", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PaydayScreen), "it left once all was written"
    assert [code for code, day in paid(three).items() if day is None] == ["W-1"]


async def test_pay_of_an_earlier_day_is_opened_again_only_when_that_is_meant(three: Book) -> None:
    compute(three, APRIL, approve=True)
    pay_run(three, 1, on=date(2026, 5, 2), codes=["W-1"])
    async with showing(three, "wages") as pilot:
        text = await press(pilot, "y", "m", "home", "space")
        assert isinstance(pilot.app.screen, Confirm)
        assert "W-1 was paid on 2 May 2026. Open this pay again?" in text
        await press(pilot, "enter")
        assert paid(three)["W-1"] == date(2026, 5, 2), "enter leaves it as it is"
        await press(pilot, "space", "y")
        assert paid(three)["W-1"] is None


async def test_a_day_before_the_period_is_refused_and_nothing_is_ticked(three: Book) -> None:
    compute(three, APRIL, approve=True)
    async with showing(three, "wages") as pilot:
        await press(pilot, "y", "m", "d")
        await write(pilot, "2026-03-31")
        text = await press(pilot, "ctrl+s")
        assert "handed out on 31 March 2026" in text
        assert "The day of payment is before the period starts." in await press(pilot, "space")
        assert isinstance(pilot.app.screen, Notice)
        assert "[✓]" not in await press(pilot, "escape")
    assert set(paid(three).values()) == {None}


async def test_only_those_who_have_not_come_are_shown_when_asked(three: Book) -> None:
    compute(three, APRIL, approve=True)
    pay_run(three, 1, on=date(2026, 5, 2), codes=["W-1", "W-3"])
    async with showing(three, "wages") as pilot:
        text = await press(pilot, "y", "m", "f")
        assert "W-2" in text
        assert "W-3" not in text
        assert "W-3" in await press(pilot, "f")


async def test_who_stands_there_is_found_by_code_or_name(three: Book) -> None:
    compute(three, APRIL, approve=True)
    async with showing(three, "wages") as pilot:
        await press(pilot, "y", "m", "slash")
        await write(pilot, "NAME w-3")
        assert "▸ [ ]  W-3" in await press(pilot, "enter")
        await press(pilot, "slash", "9", "enter")
        assert "Nothing matches the search." in told(pilot)
        await press(pilot, "space")
    assert [code for code, day in paid(three).items() if day] == ["W-3"]


async def test_who_gets_nothing_is_ticked_along_with_the_others(three: Book) -> None:
    enter(three, "W-1", "2026-04-10", "DEDUCTION", "160")
    compute(three, APRIL, approve=True)
    async with showing(three, "wages") as pilot:
        text = await press(pilot, "y", "m", "f", "down", "space", "down", "space")
        assert "3 of 3 have got their pay" in text
    assert run(three, 1).status == "paid"


async def test_a_paid_run_is_voided_after_saying_who_keeps_the_money(three: Book) -> None:
    compute(three, APRIL, approve=True)
    pay_run(three, 1, on=date(2026, 5, 2))
    async with showing(three, "wages") as pilot:
        text = await press(pilot, "y", "v")
        assert "3 people were paid in it and keep the money" in " ".join(text.split())
        await press(pilot, *"wrong")
        text = await press(pilot, "enter")
        assert "✕ void: wrong" in text
        assert steps(text) == "–––––––"
        assert "First compute" not in text
        assert "Payday of 1–30 Apr 2026" in await press(pilot, "end", "enter")
        await press(pilot, "enter", "ctrl+s")
        assert runs(three).count() == 2


async def test_single_workers_are_marked_paid_from_the_run(three: Book) -> None:
    compute(three, APRIL, approve=True)
    async with showing(three, "wages") as pilot:
        await press(pilot, "enter", "m", "tab")
        await write(pilot, "W-9")
        assert "W-9 has no payslip in this run." in await press(pilot, "ctrl+s")
        await write(pilot, "W-2, W-3")
        await press(pilot, "ctrl+s")
        assert "Marked as paid; 1 is open." in told(pilot)
    assert paid(three)["W-1"] is None
    assert paid(three)["W-3"] is not None


async def test_notes_that_the_bank_does_not_give_are_left_out(three: Book) -> None:
    compute(three, APRIL, approve=True)
    async with showing(three, "wages") as pilot:
        await press(pilot, "y", "n", "e")
        await write(pilot, "50,10")
        assert "50 × 6" in await press(pilot, "enter")
        await press(pilot, "e")
        await write(pilot, "50,7")
        assert "W-1 gets 160.00 CNY" in await press(pilot, "enter")
        assert "50 × 6" in await press(pilot, "escape"), "what was shown stays"


async def test_pay_that_no_notes_make_is_said_and_left_again(three: Book) -> None:
    enter(three, "W-1", "2026-04-10", "BONUS", "0.07")
    compute(three, APRIL, approve=True)
    change_settings(three, {"cash_smallest": "1"})
    async with showing(three, "wages") as pilot:
        assert "! W-1 gets 160.07 CNY" in await press(pilot, "y", "n")
        assert isinstance(await press(pilot, "escape") and pilot.app.screen, PaydayScreen)
        await press(pilot, "n", "e")
        await write(pilot, "100,50,10,0.05,0.01")
        assert "320.07" in await press(pilot, "enter")


async def test_someone_approved_the_run_elsewhere_meanwhile(three: Book) -> None:
    compute(three, APRIL)
    async with showing(three, "wages") as pilot:
        await press(pilot, "y")
        approve_run(three, 1)
        assert "Run 1 is approved" in await press(pilot, "a", "y")
        assert steps(await press(pilot, "escape", "1", "4")) == "✓–✓▶···"


@pytest.mark.parametrize("size", SIZES)
async def test_a_payday_looks_as_it_did(
    demo: Book, size: tuple[int, int], snapshot: object
) -> None:
    async with showing(demo, "wages", size=size) as pilot:
        assert await press(pilot, "y") == snapshot
        assert await press(pilot, "u") == snapshot
        assert await press(pilot, "escape", "a", "y") == snapshot
        assert await press(pilot, "p") == snapshot
        assert await press(pilot, "escape", "n") == snapshot
        assert await press(pilot, "escape", "m", "space", "space") == snapshot
        assert await press(pilot, "escape", "s") == snapshot


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_stay_in_line_on_a_payday(
    book: Book, hostile_names: tuple[str, ...], size: tuple[int, int], snapshot: Any
) -> None:
    for number, name in enumerate(hostile_names, 1):
        hire(
            book,
            f"H-{number}",
            "hourly",
            "10",
            site="Shed [/B]",
            work_name="".join(filter(str.isprintable, name)),
        )
        work(book, f"H-{number}", "2026-04-06")
    compute(book, APRIL, approve=True)
    async with showing(book, "wages", size=size) as pilot:
        await press(pilot, "y")
        assert await press(pilot, "u") == snapshot
        assert await press(pilot, "escape", "n") == snapshot
        assert await press(pilot, "escape", "m") == snapshot
        assert isinstance(pilot.app.screen, TickScreen)
        pay_run(book, 1, on=TODAY, codes=["H-9"])
        assert "Ann [/B]" in await press(pilot, "escape", "s")
