"""Pay-rule packs in the settings, by keyboard, on a real book."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert
from textual.widgets import TextArea

from models.book.book import Book
from models.rules.actions import change_programme, copy_pack, save_pack
from models.rules.queries import pack, pack_text, packs
from models.rules.shipped import shipped_pack
from models.rules.tables import RULE_PACK
from tests.models.rules.packtext import SMALL, with_changes
from tests.models.wages.bookkeeping import hire
from tests.tui.employees.test_employees import fill
from tests.tui.picture import SIZES, press, showing
from tests.tui.waiting import settle
from tui.settings.pack_screen import PackScreen
from tui.settings.pack_text_screen import PackTextScreen
from tui.settings.rule_form import RuleForm
from tui.widgets.path_dialog import PathInput

DOWN_TO_OURS = ("down",) * 3
"""Between LA and PLAIN."""


def own_names(book: Book) -> list[str]:
    return [row.name for row in packs(book) if row.own]


async def retype(pilot, change: tuple[str, str]) -> None:
    """Change what stands in the text area, as if it was typed."""
    area = pilot.app.screen.query_one(TextArea)
    assert area.text.count(change[0]) == 1
    area.text = area.text.replace(*change)
    await settle(pilot)


async def test_the_list_says_whose_each_pack_is_and_how_much_of_it_was_read(book: Book) -> None:
    save_pack(book, SMALL)
    hire(book, "W-1", "hourly", "20", rules="OURS")
    with book.acting("test") as acting:
        acting.connection.execute(insert(RULE_PACK).values(name="OLD", text="["))
    async with showing(book, "settings") as pilot:
        shown = await press(pilot, "l")
    lines = {line.split()[0]: line for line in shown.splitlines()[3:] if line.split()}
    assert "shipped" in shown
    assert "default" in lines["PLAIN"]
    assert "! 0 of 11" in lines["LA"]
    assert "own" in lines["OURS"]
    assert lines["OURS"].split()[-1] == "1"
    assert "! cannot be read" in lines["OLD"]


async def test_a_pack_tells_its_rules_version_by_version(book: Book) -> None:
    async with showing(book, "settings", size=(120, 40)) as pilot:
        shown = await press(pilot, "l", "down", "enter")
        assert "[ from 2026-01-01 ]" in shown
        assert "Up to 8 hours a day and 40 a w" in shown
        assert "[ from 2025-01-01 ]" in await press(pilot, "left_square_bracket")
        assert "[ from 2026-01-01 ]" in await press(
            pilot, "right_square_bracket", "right_square_bracket"
        )
        whole = " ".join((await press(pilot, "down", "enter")).split())
        assert "earn 1.5 times the hourly rate." in whole
        assert "Labor Standards Act, Article 56(1)" in whole
        assert "What changes" in await press(pilot, "escape", "l")
        assert "[ from 2018-07-01 ]" in await press(pilot, "home", "enter")


async def test_a_shipped_pack_stays_and_is_copied_instead(book: Book) -> None:
    async with showing(book, "settings") as pilot:
        shown = await press(pilot, "l", "down", "enter", "e")
        assert "comes with Wagebook and stays as it is" in shown
        assert "Copy it under a name of your own" in shown
        await press(pilot, "y")
        await fill(pilot, name="us")
        assert "comes with Wagebook" in await press(pilot, "ctrl+s")
        await fill(pilot, name="kr-small")
        shown = await press(pilot, "ctrl+s")
        assert "KR-SMALL · Republic of Korea (KR-SMALL) · own" in shown
    assert own_names(book) == ["KR-SMALL"]


async def test_c_copies_the_marked_pack_and_opens_the_copy(book: Book) -> None:
    async with showing(book, "settings") as pilot:
        await press(pilot, "l", "c")
        await fill(pilot, name="OURS")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, PackScreen)
        assert "OURS" in await press(pilot, "escape")
    assert pack(book, "OURS").country == "CN"


async def test_a_rule_is_changed_from_a_day_on(book: Book) -> None:
    save_pack(book, SMALL)
    async with showing(book, "settings") as pilot:
        await press(pilot, "l", *DOWN_TO_OURS, "enter", "down", "e")
        assert isinstance(pilot.app.screen, RuleForm)
        assert pilot.app.screen.values() == {
            "starts": "",
            "method": "hours",
            "multiplier": "1.5",
            "source": "Handbook, 2",
            "verified": "no",
        }
        await fill(pilot, starts="2027-01-01", multiplier="0")
        assert "This must be above zero." in await press(pilot, "ctrl+s")
        assert pilot.app.screen.rows["multiplier"].is_wrong
        await fill(pilot, starts="2020-01-01", multiplier="1.75")
        assert "The pack begins on 2024-01-01" in await press(pilot, "ctrl+s")
        assert pilot.app.screen.rows["starts"].is_wrong
        await fill(pilot, starts="2027-01-01")
        shown = await press(pilot, "ctrl+s")
        assert "[ from 2027-01-01 ]" in shown
        assert "1.75 times" in shown
    rule = pack(book, "OURS").on(date(2027, 1, 1)).overtime
    assert rule is not None
    assert not rule.verified
    assert rule.source == {"en": "Handbook, 2", "ko": "안내서 2"}, "it was not typed anew"


async def test_premiums_are_switched_off_from_a_day_on(book: Book) -> None:
    copy_pack(book, "KR", "KR-SMALL")
    async with showing(book, "settings") as pilot:
        await press(pilot, "l", "down", "down", "enter", "end", "e")
        assert pilot.app.screen.values()["premiums"] == "yes"
        await fill(pilot, starts="2026-01-01", premiums="no")
        await press(pilot, "ctrl+s")
    assert pack(book, "KR-SMALL").on(date(2026, 1, 1)).night is None
    assert pack(book, "KR-SMALL").on(date(2025, 1, 1)).overtime is not None


async def test_lists_inside_a_rule_are_typed_as_in_the_file(book: Book) -> None:
    save_pack(book, SMALL)
    async with showing(book, "settings") as pilot:
        await press(pilot, "l", *DOWN_TO_OURS, "enter", *["down"] * 10, "e")
        assert pilot.app.screen.values()["caps"] == '{ kinds = ["", "loss"], share = "1/5" }'
        await fill(pilot, starts="2027-01-01", caps='{ kinds = ["gold"], share = "1/4" }')
        await press(pilot, "ctrl+s")
        assert pilot.app.screen.rows["caps"].is_wrong
        await fill(pilot, caps='{ kinds = ["loss"], share = "1/4" }', verified="yes")
        await press(pilot, "ctrl+s")
    (cap,) = pack(book, "OURS").on(date(2027, 1, 1)).deductions.caps
    assert (cap.kinds, str(cap.share)) == (("loss",), "1/4")


async def test_the_whole_text_is_edited_and_nothing_typed_is_lost(book: Book) -> None:
    save_pack(book, SMALL)
    async with showing(book, "settings") as pilot:
        await press(pilot, "l", *DOWN_TO_OURS, "enter", "w")
        await retype(pilot, ("daily = 8", "daily = 0"))
        await retype(pilot, ("month_hours = 209", "months = 2"))
        shown = await press(pilot, "ctrl+s")
        assert "versions[2024-01-01].normal_ho" in shown
        assert "There is no such key." in shown
        assert isinstance(pilot.app.screen, PackTextScreen)
        await press(pilot, "enter")
        area = pilot.app.screen.query_one(TextArea)
        assert area.has_focus
        assert area.text.splitlines()[area.cursor_location[0]] == "daily = 0"
        assert "Leave without saving" in await press(pilot, "escape")
        await press(pilot, "n")
        assert "daily = 0" in pilot.app.screen.query_one(TextArea).text
        await retype(pilot, ("daily = 0", "daily = 7.5"))
        await retype(pilot, ("months = 2", "month_hours = 200"))
        assert "Up to 7.5 hours a day" in await press(pilot, "ctrl+s")
    assert pack_text(book, "OURS") == with_changes(
        ("daily = 8", "daily = 7.5"), ("month_hours = 209", "month_hours = 200")
    )


async def test_a_pack_that_cannot_be_read_is_put_right_in_its_text(book: Book) -> None:
    broken = with_changes(("daily = 8", "daily = 0"))
    with book.acting("test") as acting:
        acting.connection.execute(insert(RULE_PACK).values(name="OURS", text=broken))
    async with showing(book, "settings") as pilot:
        shown = await press(pilot, "l", *DOWN_TO_OURS, "enter")
        assert "This pack cannot be read; w opens its text." in shown
        await press(pilot, "w")
        await retype(pilot, ("daily = 0", "daily = 8"))
        assert "Up to 8 hours a day" in await press(pilot, "ctrl+s")
    assert pack_text(book, "OURS") == SMALL


async def test_the_text_of_a_shipped_pack_is_read_only(book: Book) -> None:
    async with showing(book, "settings") as pilot:
        shown = await press(pilot, "l", "enter", "w")
        assert "People's Republic of China" in shown
        await press(pilot, "x", "ctrl+s", "escape")
        assert isinstance(pilot.app.screen, PackScreen)
    assert own_names(book) == []


async def test_a_pack_goes_to_a_file_and_comes_back(book: Book, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    async with showing(book, "settings") as pilot:
        await press(pilot, "l", "x")
        pilot.app.screen.query_one(PathInput).value = str(file)
        await press(pilot, "enter")
        assert file.read_text(encoding="utf-8") == shipped_pack("CN").text
        for content, said in (
            (with_changes(("daily = 8", "daily = 0")), "versions[2024-01-01].normal"),
            (SMALL, "OURS          Our own                own"),
            (with_changes(("daily = 8", "daily = 6")), "There is a pack OURS already."),
        ):
            file.write_text(content, encoding="utf-8")
            await press(pilot, "i")
            pilot.app.screen.query_one(PathInput).value = str(file)
            assert said in await press(pilot, "enter")
            if "daily = 0" in content:
                await press(pilot, "escape")
        assert pack_text(book, "OURS") == SMALL
        await press(pilot, "y")
    assert pack(book, "OURS").versions[0].normal_hours.daily == 360


async def test_a_pack_is_taken_away_after_a_question_unless_it_is_used(book: Book) -> None:
    save_pack(book, SMALL)
    change_programme(book, {"pay_rules": "OURS"})
    async with showing(book, "settings") as pilot:
        assert "comes with Wagebook" in await press(pilot, "l", "delete")
        await press(pilot, "escape", *DOWN_TO_OURS)
        assert "Take away the pack OURS?" in await press(pilot, "delete")
        assert "The programme's settings name the pack OURS." in await press(pilot, "y")
        change_programme(book, {"pay_rules": "PLAIN"})
        assert "OURS" not in await press(pilot, "escape", "delete", "y")
    assert own_names(book) == []


async def test_an_own_pack_can_be_chosen_for_the_programme_and_for_terms(book: Book) -> None:
    save_pack(book, SMALL)
    async with showing(book, "settings") as pilot:
        await press(pilot, "enter")
        await fill(pilot, pay_rules="OURS")
        await press(pilot, "ctrl+s", "2", "n")
        await fill(pilot, basis="hourly", rate="20", rules="OURS")
        await press(pilot, "ctrl+s")
    assert book.programme().pay_rules == "OURS"
    assert next(row for row in packs(book) if row.name == "OURS").terms == 1


@pytest.mark.parametrize("size", SIZES)
async def test_the_screens_of_packs_look_as_they_did(
    book: Book, snapshot, size: tuple[int, int]
) -> None:
    save_pack(book, SMALL)
    async with showing(book, "settings", size=size) as pilot:
        assert await press(pilot, "l", *DOWN_TO_OURS) == snapshot(name="packs")
        assert await press(pilot, "enter") == snapshot(name="pack")
        assert await press(pilot, "e") == snapshot(name="rule")
        await press(pilot, "escape")
        assert await press(pilot, "w") == snapshot(name="text")
        await press(pilot, "escape")
        assert await press(pilot, "l") == snapshot(name="versions")
