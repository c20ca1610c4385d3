from textual.widgets import Input

from models.money import Money
from tests.tui.hiring import HireForm, opened
from tests.tui.waiting import settle, until
from tui.widgets.inputs import (
    DateInput,
    MoneyInput,
    RateInput,
    TextInput,
)
from tui.widgets.reading import Reading


async def test_a_picker_offers_what_matches_and_takes_the_marked_one(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm())
        picker = form.rows["lead"].field.entry
        picker.focus()
        await pilot.press("[")
        await until(pilot, lambda: picker.has_class("-open"))
        assert picker.has_class("-open")
        await pilot.press("down", "enter")
        await until(pilot, lambda: not picker.query_one(Input).has_focus)
        assert picker.reading.value == "W-003"
        assert picker.reading.raw == "W-003 Bogdan [A1]"
        assert form.values()["lead"] == "W-003"
        assert not picker.query_one(Input).has_focus
        picker.focus()
        await pilot.press("end", "backspace")
        await settle(pilot)
        assert picker.reading.problem == "Please choose one from the list."


async def test_a_picker_finds_the_record_that_a_draft_names(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm({"lead": "W-002"}))
        await until(pilot, lambda: form.rows["lead"].reading.raw != "W-002")
        assert form.rows["lead"].reading.raw == "W-002 김민수"
        assert not form.has_changes


async def test_a_single_match_is_taken_when_the_picker_is_left(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm())
        form.rows["lead"].field.entry.focus()
        await pilot.press(*"ann")
        await settle(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: form.values()["lead"] == "W-001")
        assert form.values()["lead"] == "W-001"


async def test_a_choice_is_put_and_read_as_text(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm({"paid_by": "day"}))
        choice = form.rows["paid_by"].field.entry
        assert choice.reading == Reading("day", "day", "day")
        choice.replace_options([("Day", "day"), ("Week", "week")])
        assert choice.reading.value == "day"
        choice.replace_options([("Week", "week")])
        assert choice.reading.value is None


async def test_inputs_keep_the_raw_text_and_the_plain_one(stage):
    async with stage().run_test():
        amount = MoneyInput("CNY", "1,250")
        expected = Reading("1,250", "1250.00", Money(125000, "CNY"), "1,250.00 CNY")
        assert amount.reading == expected
        assert DateInput("16/10/2026").iso == "2026-10-16"
        assert DateInput("never").iso == "never"
        assert TextInput("", required=True).reading.problem == "Please fill this in."
        assert RateInput("1.50").reading.text == "1.5"
