"""From an empty machine to an open book, by keyboard."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from models.book.book import Book
from models.book.opening import book_exists, open_book
from models.book.place import Place
from tests.conftest import PASSPHRASE, TODAY
from tests.tui.picture import screen_text
from tests.tui.waiting import settle
from tui.app import WagebookApp
from tui.start.forms import NewForm, UnlockForm
from tui.start.screen import StartScreen
from tui.today.screen import TodayScreen


@pytest.fixture(autouse=True)
def _no_passphrase_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAGEBOOK_PASSPHRASE", "WAGEBOOK_PASSPHRASE_FILE", "WAGEBOOK_BOOK"):
        monkeypatch.delenv(name, raising=False)


def app_at(folder: Path) -> WagebookApp:
    return WagebookApp(Place(folder=folder), today=TODAY)


async def choose(pilot: Pilot[None], way: str) -> None:
    ways = pilot.app.screen.query_one(OptionList)
    ways.highlighted = ways.get_option_index(way)
    await pilot.press("enter")
    await settle(pilot)


async def test_without_a_book_the_first_screen_offers_to_make_one(tmp_path: Path) -> None:
    async with app_at(tmp_path / "none.book").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = screen_text(pilot.app)
        assert "Create a new book" in text
        assert "Explore the demo programme" in text
        assert "Open another book" in text
        await choose(pilot, "new")
        assert isinstance(pilot.app.screen, NewForm)


async def test_a_book_is_created_by_keyboard_and_opens_at_once(tmp_path: Path) -> None:
    place = Place(folder=tmp_path / "mine.book")
    app = WagebookApp(place, today=TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await choose(pilot, "new")
        form = pilot.app.screen
        assert isinstance(form, NewForm)
        for name in ("passphrase", "again"):
            form.rows[name].field.entry.focus()
            await settle(pilot)
            await pilot.press(*"river stone")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)
    open_book(place, "river stone").close()


async def test_two_different_passphrases_are_refused_beside_the_field(tmp_path: Path) -> None:
    place = Place(folder=tmp_path / "mine.book")
    async with WagebookApp(place, today=TODAY).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await choose(pilot, "new")
        form = pilot.app.screen
        assert isinstance(form, NewForm)
        form.rows["passphrase"].field.entry.put("river stone")
        form.rows["again"].field.entry.put("river sand")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert form.rows["again"].is_wrong
        assert not book_exists(place)


async def test_a_book_that_is_there_asks_for_its_passphrase_alone(book: Book) -> None:
    async with WagebookApp(book.place, today=TODAY).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, UnlockForm)
        await pilot.press(*PASSPHRASE, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_a_wrong_passphrase_is_said_and_can_be_typed_again(book: Book) -> None:
    async with WagebookApp(book.place, today=TODAY).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"wrong", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, UnlockForm)
        assert "The passphrase does not open this book." in screen_text(pilot.app)


async def test_the_demo_programme_is_made_beside_the_usual_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import models.demo

    real = models.demo.make_demo
    monkeypatch.setattr(
        models.demo, "make_demo", lambda *args, **more: real(*args, **more, employees=3, months=1)
    )
    async with app_at(tmp_path / "none.book").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await choose(pilot, "demo")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)
    assert book_exists(Place(folder=tmp_path / "demo.book"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_the_first_screen_looks_as_it_did(
    size: tuple[int, int], tmp_path: Path, snapshot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = WagebookApp(Place(folder=Path("programme.book")), today=TODAY)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, StartScreen)
        assert screen_text(app) == snapshot


async def test_a_short_passphrase_is_refused_beside_the_field(tmp_path: Path) -> None:
    place = Place(folder=tmp_path / "mine.book")
    async with WagebookApp(place, today=TODAY).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await choose(pilot, "new")
        form = pilot.app.screen
        assert isinstance(form, NewForm)
        form.rows["passphrase"].field.entry.put("short")
        form.rows["again"].field.entry.put("short")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert form.rows["passphrase"].is_wrong
        assert not book_exists(place)
