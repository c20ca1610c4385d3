"""The settings, the sites, the audit and the promises, by keyboard, on a real book."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from models.book.book import Book
from models.book.place import Place
from models.book.queries import audit_entries
from models.book.settings import SETTINGS
from models.employees.queries import site_list
from models.language import language
from tests.models.wages.bookkeeping import hire, run, work
from tests.tui.employees.test_employees import fill
from tests.tui.picture import SIZES, press, screen_text, showing
from tui import theme
from tui.settings.words import ACTIONS, EXPLANATIONS, SHORT


def test_every_setting_is_explained_and_has_a_short_name() -> None:
    assert set(EXPLANATIONS) == set(SETTINGS)
    assert set(SHORT) == {key for key in SETTINGS if not key.startswith("account_")}


def test_everything_that_the_demo_does_has_words_in_the_audit(demo: Book) -> None:
    assert {row.action for row in audit_entries(demo).all()} <= set(ACTIONS)


async def test_a_setting_is_changed_and_the_name_is_seen_at_once(book: Book) -> None:
    async with showing(book, "settings", size=(120, 40)) as pilot:
        await press(pilot, "enter")
        await fill(pilot, name="Ann [/B]", minimum_hourly_wage="16.5", pay_period="weekly")
        shown = await press(pilot, "ctrl+s")
        assert "Ann [/B]" in shown.splitlines()[0]
        assert "16.5" in shown
        assert "every week" in shown
    assert book.programme().minimum_hourly_wage == 165_000


WRONG = [
    ("currency", "XYZ", "is not a currency"),
    ("country", "QQ", "is not a country"),
    ("timezone", "Mars/Base", "is not a time zone"),
    ("languages", "en,xx", "is none of"),
    ("minimum_hourly_wage", "-1", "This cannot be below zero."),
    ("cash_smallest", "abc", "is not a number"),
]


async def test_a_wrong_setting_is_said_beside_its_field(book: Book) -> None:
    before = dict(book.settings())
    async with showing(book, "settings", size=(120, 40)) as pilot:
        await press(pilot, "enter")
        for field, typed, sentence in WRONG:
            right = pilot.app.screen.values()[field]
            await fill(pilot, **{field: typed})
            assert sentence in await press(pilot, "ctrl+s")
            assert pilot.app.screen.rows[field].is_wrong
            await fill(pilot, **{field: right})
    assert dict(book.settings()) == before


async def test_another_language_is_spoken_at_once_everywhere(book: Book) -> None:
    async with showing(book, "settings") as pilot:
        await press(pilot, "2", "7", "end", "up", "enter", "down")
        shown = await press(pilot, "enter")
        assert language() == "ko"
        assert "설정" in shown
        assert "Settings" not in shown
        assert "Employees" not in await press(pilot, "2")


async def test_the_colours_are_changed(book: Book) -> None:
    async with showing(book, "settings") as pilot:
        assert "dark" in await press(pilot, "end", "enter")
        assert "light" in await press(pilot, "down", "enter")
        assert pilot.app.theme == theme.LIGHT


async def test_a_site_is_renamed_and_moved_to_another_zone(book: Book) -> None:
    hire(book, "W-1", site="Kitchen")
    hire(book, "W-2", site="[A1]")
    async with showing(book, "settings") as pilot:
        assert "[A1]" in await press(pilot, "l", "l", "down", "e")
        await fill(pilot, name="Kitchen")
        assert "There is a site of this name already." in await press(pilot, "ctrl+s")
        await fill(pilot, name="Shop [/B]", timezone="Mars")
        assert "is not a time zone" in await press(pilot, "ctrl+s")
        await fill(pilot, timezone="Asia/Seoul")
        assert "Asia/Seoul" in await press(pilot, "ctrl+s")
    assert {row.name: row.timezone for row in site_list(book).all()} == {
        "Kitchen": "Asia/Shanghai",
        "Shop [/B]": "Asia/Seoul",
    }


async def test_the_audit_says_what_was_done(book: Book) -> None:
    hire(book, "W-1")
    async with showing(book, "settings") as pilot:
        shown = await press(pilot, *"llll")
        assert shown.index("Employee added") < shown.index("The book was made")
        assert "Seal" in await press(pilot, "enter")
        shown = await press(pilot, "escape", "s", "s")
        assert "The book was made" in shown


async def test_every_promise_is_verified(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", "2026-01-05")
    run(book, approve=True)
    async with showing(book, "settings") as pilot:
        shown = await press(pilot, *"lllll")
        assert "not legal advice" in " ".join(shown.split())
        assert "Not verified yet." in shown
        shown = await press(pilot, "c")
        assert shown.count("✓ yes") == 8
        with book.acting("test") as acting:
            acting.connection.exec_driver_sql("UPDATE payslip_line SET amount = amount + 1")
        shown = await press(pilot, "c")
        assert shown.count("! NO") == 1
        await press(pilot, *["down"] * 3)
        assert "1-W-1" in await press(pilot, "enter")


CHANGING = r"\d{4}-\d\d-\d\d \d\d:\d\d|[0-9a-f]{20,}"
"""Times and seals, which are never the same twice."""


class Clock(datetime):
    """It is always half past eight."""

    @classmethod
    def now(cls, tz=None):
        return datetime(2026, 5, 20, 8, 30, tzinfo=tz)


@pytest.mark.parametrize("size", SIZES)
async def test_the_screens_look_as_they_did(
    demo: Book, snapshot, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.settings.sites_pane.datetime", Clock)
    monkeypatch.setattr("tui.settings.about_pane.version", lambda _name: "0.1.0")
    async with showing(demo, "settings", size=size) as pilot:
        assert screen_text(pilot.app) == snapshot(name="programme")
        assert await press(pilot, "e") == snapshot(name="form")
        await press(pilot, "escape")
        assert await press(pilot, "l", "l") == snapshot(name="sites")
        assert await press(pilot, "e") == snapshot(name="site")
        await press(pilot, "escape")
        audit = await press(pilot, "l", "l")
        assert re.sub(CHANGING, "·", audit) == snapshot(name="audit")
        demo.place = Place(folder=Path("/books/programme.book"))
        assert await press(pilot, "l", "c") == snapshot(name="about")
