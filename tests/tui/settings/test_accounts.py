"""The chart of accounts in the settings, by keyboard, on a real book."""

import pytest

from models.accounts import USES
from models.book.book import Book
from tests.tui.employees.test_employees import fill
from tests.tui.picture import SIZES, press, screen_text, showing
from tui.settings.words import SIDES


def test_every_kind_of_account_has_a_word() -> None:
    assert {use.kind for use in USES.values()} == set(SIDES)


async def test_accounts_are_named_and_an_empty_one_has_its_usual_name(book: Book) -> None:
    async with showing(book, "settings", size=(120, 40)) as pilot:
        await press(pilot, "l", "l", "l", "enter")
        await fill(pilot, account_wages="费用：工资 [/B]", account_bank="")
        shown = await press(pilot, "ctrl+s")
        assert "费用:工资 [/B]" in shown
    settings = book.settings()
    assert (settings["account_wages"], settings["account_bank"]) == (
        "费用:工资 [/B]",
        "assets:bank",
    )


async def test_a_name_that_is_none_is_said_beside_its_field(book: Book) -> None:
    before = dict(book.settings())
    async with showing(book, "settings") as pilot:
        await press(pilot, "l", "l", "l", "enter")
        await fill(pilot, account_wages="expenses:;x")
        shown = await press(pilot, "ctrl+s")
        assert "has no semicolon" in shown
        assert pilot.app.screen.rows["account_wages"].is_wrong
    assert dict(book.settings()) == before


@pytest.mark.parametrize("size", SIZES)
async def test_the_form_calls_an_account_what_the_list_calls_it(
    book: Book, size: tuple[int, int]
) -> None:
    async with showing(book, "settings", size=size) as pilot:
        await press(pilot, "l", "l", "l", "enter")
        titles = pilot.app.screen.query("FieldRow .field-label")
        assert [str(title.content) for title in titles] == [use.label for use in USES.values()]
        assert all(title.content_size.width >= len(str(title.content)) for title in titles)


async def test_an_account_is_found_by_what_it_is_for_and_by_its_name(book: Book) -> None:
    async with showing(book, "settings") as pilot:
        await press(pilot, "l", "l", "l", "slash", *"wallet", "enter")
        assert "1–1 of 1" in screen_text(pilot.app)
        await press(pilot, "down", "e")
        assert pilot.app.screen.focused is pilot.app.screen.rows["account_wallet"].field.entry


@pytest.mark.parametrize("size", SIZES)
async def test_the_accounts_look_as_they_did(demo: Book, snapshot, size: tuple[int, int]) -> None:
    async with showing(demo, "settings", size=size) as pilot:
        assert await press(pilot, "l", "l", "l") == snapshot(name="accounts")
        assert await press(pilot, "down", "e") == snapshot(name="form")
