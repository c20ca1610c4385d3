"""A whole payday by keyboard: from what waits to payslips on paper."""

from pathlib import Path

import pypdfium2
import pytest
from textual.pilot import Pilot

from models.book.book import Book
from models.wages.queries import adjustments, run, runs
from tests.models.wages.bookkeeping import enter, hire, make, work
from tests.tui.picture import SIZES, pick, press, screen_text, showing, write
from tests.tui.waiting import settle
from tui.wages.compute import ComputeForm
from tui.wages.payslip_screen import PayslipScreen
from tui.wages.run_screen import RunScreen
from tui.widgets.dialogs import Ask, Confirm, Notice


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


async def test_a_payday_goes_by_keyboard_from_what_waits_to_paper(
    demo: Book, tmp_path: Path
) -> None:
    async with showing(demo) as pilot:
        assert "Look through pay run 3 and approve it" in screen_text(pilot.app)
        assert "● draft" in await press(pilot, "4", "enter")
        assert "Payslip 3-W-001 · 1 of 24" in await press(pilot, "enter")
        assert "Payslip 3-W-002 · 2 of 24" in await press(pilot, "right")
        assert "Night baking" in await press(pilot, "enter")
        await press(pilot, "escape", "escape")
        question = await press(pilot, "a")
        assert "24 payslips, net 82,300.52 CNY." in question
        assert "! 2 payslips with warnings" in question
        await press(pilot, "enter")
        assert run(demo, 3).status == "draft", "enter does not approve"
        assert "● approved" in await press(pilot, "a", "y")
        assert "● paid" in await press(pilot, "m", "ctrl+s")
        assert run(demo, 3).paid_on is not None
        await press(pilot, "p", "ctrl+s")
        await write(pilot, str(tmp_path / "slips.pdf"))
        assert "The file is written." in await press(pilot, "enter")
    text = pdf_text(tmp_path / "slips.pdf")
    assert "W-001" in text
    assert "W-024" in text


@pytest.fixture
def workshop(book: Book, hostile_names: tuple[str, ...]) -> Book:
    """Someone paid by the hour, someone without terms, and hostile names."""
    hire(book, "W-1", "hourly", "20", work_name="Ann [/B]")
    hire(book, "W-2", work_name=hostile_names[4])
    hire(book, "W-3", "piece", "0", work_name="[A1]")
    work(book, "W-1", "2026-04-06", "2026-04-07", "2026-05-04")
    work(book, "W-1", "2026-04-08", status="planned", start="08:00", end="09:00")
    make(book, "W-3", "2026-04-09", "12", "3.5", task="mats [b")
    enter(book, "W-1", "2026-04-10", "BONUS", "50", note="well done [/]")
    return book


async def compute(pilot: Pilot[None]) -> str:
    return await press(pilot, "c", "ctrl+s")


async def test_a_draft_is_computed_for_the_first_period_without_a_run(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        form = await press(pilot, "c")
        assert "2026-04-01" in form
        assert "2026-04-30" in form
        text = await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, RunScreen)
        assert "1 person set aside" in text
        assert "1 planned shift not paid" in text
        assert "set aside" in text
        assert "Ann [/B]" in text


async def test_who_is_set_aside_stands_on_top_with_the_reason(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        text = await compute(pilot)
        assert "! There are no pay terms on 2026-04-01." in text
        assert "W-2 is set aside" in await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Notice)


async def test_what_cannot_be_computed_leaves_the_form_with_what_was_typed(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await press(pilot, "c", "tab")
        await write(pilot, "2026-03-01")
        assert "The last day is before the first." in await press(pilot, "ctrl+s")
        form = pilot.app.screen
        assert isinstance(form, ComputeForm)
        form.rows["to"].field.entry.focus()
        await settle(pilot)
        await write(pilot, "2026-04-30")
        form.rows["employee"].field.entry.focus()
        await settle(pilot)
        await write(pilot, "W-1 W-99")
        text = await press(pilot, "ctrl+s")
        assert "There is no employee W-99." in text
        again = pilot.app.screen
        assert isinstance(again, ComputeForm)
        assert again.values()["employee"] == "W-1 W-99"


async def test_the_same_period_is_not_paid_twice(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await compute(pilot)
        await press(pilot, "escape", "c")
        form = pilot.app.screen
        assert isinstance(form, ComputeForm)
        await write(pilot, "2026-04-15")
        assert "W-1 has a payslip for" in await press(pilot, "ctrl+s")
        assert runs(workshop).count() == 1


async def test_a_draft_that_the_book_left_behind_is_offered_to_be_recomputed(
    workshop: Book,
) -> None:
    async with showing(workshop, "wages") as pilot:
        await compute(pilot)
        enter(workshop, "W-1", "2026-04-20", "ALLOWANCE", "5")
        text = await press(pilot, "a", "y")
        assert isinstance(pilot.app.screen, Confirm)
        assert "Compute it anew?" in text
        await press(pilot, "y")
        assert run(workshop, 1).gross == 32000 + 5000 + 500 + 4200
        await press(pilot, "a", "y")
        assert run(workshop, 1).status == "approved"


async def test_only_what_fits_a_run_s_status_is_offered(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        text = await compute(pilot)
        assert "a Approve" in text
        assert "m Mark paid" not in text
        text = await press(pilot, "a", "y")
        assert "a Approve" not in text
        assert "m Mark paid" in text
        await press(pilot, "v")
        text = await press(pilot, "enter")
        assert "Please fill this in." in text
        await press(pilot, *"wrong")
        assert "✕ void: wrong" in await press(pilot, "enter")
        assert run(workshop, 1).status == "void"


async def test_a_run_is_not_paid_before_its_period(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await compute(pilot)
        await press(pilot, "a", "y", "m")
        await write(pilot, "2026-03-31")
        text = await press(pilot, "ctrl+s")
        assert "The day of payment is before the period starts." in text
        await write(pilot, "5 may")
        assert "● paid" in await press(pilot, "ctrl+s")


async def test_a_payslip_shows_every_line_and_the_next_one(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await compute(pilot)
        text = await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, PayslipScreen)
        assert "16 h × 20.00" in text
        assert "Bonus: well done [/]" in text
        assert "1 planned shift is not marked worked and is not paid." in text
        assert "1 of 2" in text
        assert "Piece-work: mats [b" in await press(pilot, "n")
        assert "2 of 2" in await press(pilot, "right")
        assert "09:00–17:00" in await press(pilot, "left", "enter")


async def test_adjustments_are_entered_changed_and_removed(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        assert "No adjustment in this month." in await press(pilot, "l")
        await press(pilot, "n")
        await pick(pilot, "W-3")
        await write(pilot, "28 apr")
        await press(pilot, "tab", "enter", "down", "down", "enter", "tab")
        await write(pilot, "-5")
        assert "cannot be below zero" in await press(pilot, "ctrl+s")
        await write(pilot, "12.345")
        assert "CNY has 2 decimals." in await press(pilot, "ctrl+s")
        await write(pilot, "12.30")
        await press(pilot, "ctrl+s")
        text = await press(pilot, "left_square_bracket")
        assert "[ April 2026 ]" in text
        assert "12.30" in text
        added = adjustments(workshop).all()
        assert [(row.employee, row.amount) for row in added] == [("W-1", 5000), ("W-3", 1230)]
        assert "Remove this" in await press(pilot, "delete")
        await press(pilot, "y")
        assert adjustments(workshop).count() == 1
        assert "Change an adjustment" in await press(pilot, "e")


async def test_what_an_approved_run_holds_is_not_changed(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await compute(pilot)
        await press(pilot, "a", "y", "escape", "l", "left_square_bracket")
        assert "The approved pay run 1 holds this" in await press(pilot, "e")
        assert isinstance(pilot.app.screen, Ask)
        assert "The approved pay run 1 holds this" in await press(pilot, "escape", "delete")


@pytest.mark.parametrize("size", SIZES)
async def test_wages_look_as_they_did(demo: Book, size: tuple[int, int], snapshot: object) -> None:
    async with showing(demo, "wages", size=size) as pilot:
        assert screen_text(pilot.app) == snapshot
        assert await press(pilot, "enter") == snapshot
        assert await press(pilot, "end") == snapshot
        assert await press(pilot, "enter") == snapshot
        assert await press(pilot, "enter") == snapshot
        await press(pilot, "escape", "escape")
        assert await press(pilot, "a") == snapshot
        await press(pilot, "n", "escape")
        assert await press(pilot, "c") == snapshot
        await press(pilot, "escape", "l")
        assert await press(pilot, "left_square_bracket") == snapshot
        assert await press(pilot, "n") == snapshot


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_stay_in_line_in_a_run(
    book: Book, hostile_names: tuple[str, ...], size: tuple[int, int], snapshot: object
) -> None:
    for number, name in enumerate(hostile_names, 1):
        hire(book, f"H-{number}", "hourly", "10", work_name="".join(filter(str.isprintable, name)))
        work(book, f"H-{number}", "2026-04-06", activity="[/x] sewing")
    async with showing(book, "wages", size=size) as pilot:
        assert await compute(pilot) == snapshot
        assert await press(pilot, "down", "down", "down", "down", "enter") == snapshot
        assert await press(pilot, "enter") == snapshot
