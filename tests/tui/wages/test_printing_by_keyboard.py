"""Payslips on a printer by keyboard, with a real CUPS server behind it."""

import socket
from pathlib import Path

import pypdfium2
import pytest
from textual.pilot import Pilot

from models.book.book import Book
from models.wages.actions import approve_run
from models.wages.queries import payslips
from tests.conftest import TODAY
from tests.models.wages.bookkeeping import hire, run, work
from tests.print_server import PrintServer
from tests.tui.picture import press, screen_text, showing, write
from tests.tui.waiting import LONGEST_WAIT, settle, until
from tui.employees.screen import EmployeesScreen
from tui.wages import print_form
from tui.wages.print_form import SlipForm
from tui.wages.screen import WagesScreen
from tui.widgets.dialogs import Confirm, Notice
from tui.widgets.path_dialog import PathDialog


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A print system that is slow, as on a busy machine, is not one that is silent."""
    monkeypatch.setattr(print_form, "_PATIENCE", LONGEST_WAIT)


@pytest.fixture
def workshop(book: Book, hostile_names: tuple[str, ...]) -> Book:
    """An approved run of two people."""
    hire(book, "W-1", "hourly", "20", work_name=hostile_names[0], language="en")
    hire(book, "W-2", "hourly", "30", language="ko")
    work(book, "W-1", "2026-01-05")
    work(book, "W-2", "2026-01-06")
    approve_run(book, run(book))
    return book


def arrived(print_server: PrintServer, screen: str) -> str:
    """The text of what came out of the printer as the job that the screen names."""
    job = screen.partition(" as job ")[2].split()[0].rstrip(".│")
    with pypdfium2.PdfDocument(print_server.printed(job)) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def first_days(book: Book) -> list[object]:
    return [slip.printed_on for slip in payslips(book, 1)]


async def choose(pilot: Pilot[None], field: str, *downs: str) -> None:
    """Go so far down the list of a field of the form that is shown, and take what is there."""
    form = pilot.app.screen
    assert isinstance(form, SlipForm)
    form.rows[field].field.entry.focus()
    await settle(pilot)
    await press(pilot, "enter", *downs, "enter")


async def told(pilot: Pilot[None], *keys: str) -> str:
    """What a dialog says in the end, after these keys."""
    await press(pilot, *keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, Notice | Confirm))
    await settle(pilot)
    return screen_text(pilot.app)


async def test_two_keys_print_a_run_on_the_usual_printer(
    workshop: Book, print_server: PrintServer
) -> None:
    async with showing(workshop, "wages") as pilot:
        form = await press(pilot, "p")
        assert "Where to *         Paper · usual printer" in form
        assert " Print " in form
        answer = await told(pilot, "ctrl+s")
        assert "2 payslips are with Paper as job Paper-" in answer
        text = arrived(print_server, answer)
    assert "W-1" in text
    assert "W-2" in text
    assert first_days(workshop) == [TODAY, TODAY]


async def test_one_payslip_is_printed_and_says_the_next_time_that_it_is_a_copy(
    workshop: Book, print_server: PrintServer
) -> None:
    async with showing(workshop, "wages") as pilot:
        await press(pilot, "enter", "enter")
        answer = await told(pilot, "p", "ctrl+s")
        assert "1 payslip is with Paper" in answer
        assert "first printed on" not in arrived(print_server, answer)
        again = await told(pilot, "escape", "p", "ctrl+s")
        assert "first printed on" in arrived(print_server, again)
    assert first_days(workshop) == [TODAY, None]


async def test_what_was_chosen_is_offered_again(workshop: Book, print_server: PrintServer) -> None:
    async with showing(workshop, "wages") as pilot:
        await press(pilot, "p")
        await choose(pilot, "layout", "down", "down")
        await choose(pilot, "language", "down")
        await choose(pilot, "to", "down")
        assert "are with -x as job -x-" in await told(pilot, "ctrl+s")
        form = await press(pilot, "escape", "p")
        assert "A5, one on a page" in form
        assert "-x" in form


async def test_a_printer_that_refuses_leads_to_a_file(
    workshop: Book, print_server: PrintServer, tmp_path: Path
) -> None:
    async with showing(workshop, "wages") as pilot:
        assert "Refusing · takes no jobs: It is being mended" in await offered(pilot)
        await choose(pilot, "to", *["down"] * 3)
        assert "The printer “Refusing” does not take" in await told(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, Confirm)
        assert first_days(workshop) == [None, None]
        await press(pilot, "y")
        await write(pilot, str(tmp_path / "slips.pdf"))
        assert "The file is written." in await told(pilot, "enter")
    assert (tmp_path / "slips.pdf").exists()
    assert first_days(workshop) == [TODAY, TODAY]


async def offered(pilot: Pilot[None]) -> str:
    """The places to which payslips can go, as they are listed."""
    await press(pilot, "p", "tab", "tab")
    listed = await press(pilot, "enter")
    await press(pilot, "escape")
    return listed


async def test_a_printer_that_is_paused_is_named_as_such(
    workshop: Book, print_server: PrintServer
) -> None:
    async with showing(workshop, "wages") as pilot:
        assert "Paused · paused: Out of toner" in await offered(pilot)
        await choose(pilot, "to", "down", "down")
        answer = await told(pilot, "ctrl+s")
        assert "It waits there: the printer is paused: Out of toner." in answer
    print_server.run("cancel", "-a", "-x", "Paused")


async def test_without_a_printer_it_says_so_and_goes_on_to_a_file(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        form = await press(pilot, "p")
        assert "PDF file · There is no print system (CUPS) here." in form
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, PathDialog)


async def test_a_print_system_that_is_silent_holds_up_nobody(
    workshop: Book, print_server: PrintServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{server.getsockname()[1]}")
        async with showing(workshop, "wages") as pilot:
            await pilot.press("p")
            await pilot.press("2")
            await until(pilot, lambda: isinstance(pilot.app.screen, EmployeesScreen))
            assert "Employees" in screen_text(pilot.app), "keys are heard while it is asked"
            monkeypatch.setattr(print_form, "_PATIENCE", 1.0)
            await pilot.press("4")
            await until(pilot, lambda: isinstance(pilot.app.screen, WagesScreen))
            form = await press(pilot, "p")
            assert "PDF file · The print system gave no answer" in form


async def test_what_cannot_be_printed_is_not_asked_for(workshop: Book) -> None:
    async with showing(workshop, "wages") as pilot:
        await press(pilot, "enter", "v", *"wrong", "enter", "escape", "p")
        assert isinstance(pilot.app.screen, Notice)
        assert "There is no payslip to print in this run." in screen_text(pilot.app)
