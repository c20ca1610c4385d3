"""The last line of the screen says what keys do now, and long texts keep their indent."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from textual.app import App
from textual.content import Content

from models.book.book import Book
from tests.tui.picture import press, screen_text, showing
from tests.tui.waiting import until
from tui.widgets.dialogs import Ask, Confirm, Notice
from tui.widgets.hanging import Hanging
from tui.widgets.path_dialog import PathDialog
from tui.widgets.progress import Progress, ProgressDialog


def last_line(app: App[Any]) -> str:
    """The keys that the screen offers."""
    return screen_text(app).splitlines()[-1].strip()


def working(progress: Progress) -> None:
    """Go on until it is stopped."""
    while not progress.cancelled.wait(0.01):
        progress.step(1, 2)


@pytest.mark.parametrize(
    ("make", "shown"),
    [
        (lambda: PathDialog("Where to?", "save"), "Esc Cancel"),
        (lambda: Confirm("Sure?", yes="Approve", no="Not yet"), "y Approve  n Not yet"),
        (lambda: Ask("Why?"), "Esc Cancel"),
        (lambda: Notice("Done."), "Esc Close"),
    ],
)
async def test_a_dialog_shows_its_own_keys_and_none_of_the_screen_below(
    book: Book, make: Callable[[], Any], shown: str
) -> None:
    async with showing(book) as pilot:
        assert "q Quit" in last_line(pilot.app)
        pilot.app.push_screen(make())
        await press(pilot)
        await pilot.pause()
        assert last_line(pilot.app) == shown


async def test_work_that_takes_long_shows_the_key_that_stops_it(book: Book) -> None:
    async with showing(book) as pilot:
        dialog = ProgressDialog("Writing", working)
        pilot.app.push_screen(dialog)
        await until(pilot, lambda: dialog.is_mounted and not dialog.has_class("-unseen"))
        await until(pilot, lambda: last_line(pilot.app) == "Esc Cancel")
        assert last_line(pilot.app) == "Esc Cancel"
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is not dialog)


async def test_help_shows_the_key_that_closes_it(book: Book) -> None:
    async with showing(book) as pilot:
        await press(pilot, "question_mark")
        assert last_line(pilot.app) == "Esc Close"


@pytest.mark.parametrize(
    ("section", "keys", "shown"),
    [
        ("reports", ["down", "enter"], "Ctrl+S Go on"),
        ("wages", ["c"], "Ctrl+S Compute"),
        ("employees", ["f"], "Ctrl+S Show"),
        ("employees", ["n"], "Ctrl+S Save"),
    ],
)
async def test_the_key_that_saves_is_called_what_the_button_is_called(
    book: Book, section: str, keys: Sequence[str], shown: str
) -> None:
    async with showing(book, section) as pilot:
        await press(pilot, *keys)
        assert last_line(pilot.app).startswith(f"{shown}  Esc Cancel")
        await press(pilot, "f1")
        assert shown in " ".join(screen_text(pilot.app).split())


def test_what_is_wrapped_stands_under_its_words() -> None:
    lines = Hanging([(Content("! "), Content("to be done 있습니다")), (Content("  "), Content(""))])
    assert lines.wrapped(9).plain == "! to be\n  done\n  있습니\n  다\n  "
    assert lines.get_height({}, 9) == 5
    assert lines.get_optimal_width({}, 80) == len("! to be done ") + 2 * len("있습니다")


async def test_the_sentences_of_help_stand_under_each_other(book: Book) -> None:
    async with showing(book, "wages") as pilot:
        lines = (await press(pilot, "question_mark")).splitlines()
        place = next(n for n, line in enumerate(lines) if "Walk through the payday" in line)
        assert lines[place + 1].index("begin one.") == lines[place].index("Walk through")


async def test_a_long_sentence_of_a_menu_goes_on_under_its_words(demo: Book) -> None:
    async with showing(demo, "reports", size=(44, 24)) as pilot:
        lines = screen_text(pilot.app).splitlines()
        place = next(n for n, line in enumerate(lines) if "PDF, spreadsheet" in line)
        begins = lines[place].index("PDF")
        assert lines[place + 1][:begins].isspace()
        assert lines[place + 1][begins] != " "
