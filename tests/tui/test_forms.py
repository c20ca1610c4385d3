import threading
from datetime import date

import pytest
from textual import events
from textual.widgets import Button, Input, Label

from models.errors import Problem, RefusedError
from models.money import Money
from tests.tui.waiting import settle, until
from tui.widgets.choice import Choice
from tui.widgets.dialogs import Confirm
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.help import HelpScreen
from tui.widgets.inputs import (
    DateInput,
    IntegerInput,
    MoneyInput,
    RateInput,
    TextInput,
    TimeInput,
)
from tui.widgets.picker import Candidate, Picker
from tui.widgets.reading import Reading

NAMES = {"W-001": "Ann [/B]", "W-002": "김민수", "W-003": "Bogdan [A1]"}


def find(text):
    return [
        Candidate(code, f"{code} {name}")
        for code, name in NAMES.items()
        if text.casefold() in f"{code} {name}".casefold()
    ]


class HireForm(FormScreen[str]):
    def __init__(self, initial=None, refusal=None):
        super().__init__(initial)
        self.refusal = refusal
        self.saved = []
        self.changed = []

    def title_text(self):
        return "Hire [/B]"

    def fields(self):
        return [
            Field("code", "Code", TextInput(required=True, max_length=20), "Such as W-014"),
            Field("paid_by", "Paid by", Choice([("Hour", "hour"), ("Day [/B]", "day")])),
            Field("rate", "Rate", MoneyInput("CNY")),
            Field("joined", "Joined on", DateInput(today=lambda: date(2026, 10, 14))),
            Field("starts", "From", TimeInput()),
            Field("share", "Share", RateInput(unit="%")),
            Field("pieces", "Pieces", IntegerInput()),
            Field("lead", "Reports to", Picker(find)),
            Field("note", "Note", TextInput(max_length=300), wide=True),
        ]

    def save(self, values):
        assert threading.current_thread() is not threading.main_thread()
        self.saved.append(values)
        if self.refusal:
            raise self.refusal
        return values["code"]

    def field_changed(self, name):
        self.changed.append(name)


def error_under(form, name):
    row = form.rows[name]
    return str(row.query_one(".field-error", Label).content) if row.is_wrong else ""


def note_of(form, name):
    return str(form.rows[name].query_one(".field-note", Label).content)


def on_top_of(form):
    return str(form.query_one(".form-problems", Label).content)


async def opened(app, pilot, form):
    app.ask(form)
    await until(pilot, lambda: form.is_mounted)
    await settle(pilot)
    return form


async def test_a_form_is_filled_saved_and_gives_back_what_save_gave(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm())
        await pilot.press(*"W-014", "tab", "tab", *"1,250", "tab", *"fri", "tab", *"930")
        await settle(pilot)
        assert note_of(form, "rate") == "= 1,250.00 CNY"
        assert note_of(form, "joined") == "= Fri 16 Oct 2026"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == ["W-014"]
        saved = form.saved[0]
        assert (saved["rate"], saved["joined"], saved["starts"]) == (
            "1250.00",
            "2026-10-16",
            "09:30",
        )


async def test_a_field_is_checked_when_it_is_left_and_forgiven_when_it_changes(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm())
        form.rows["joined"].field.entry.focus()
        await pilot.press(*"31 feb", "tab")
        await until(pilot, lambda: error_under(form, "joined"))
        assert error_under(form, "joined") == "! There is no 31 February."
        await pilot.press("shift+tab", "end", "backspace", "backspace", "backspace", *"oct")
        await until(pilot, lambda: not error_under(form, "joined"))
        assert error_under(form, "joined") == ""


async def test_saving_goes_to_the_first_field_that_is_wrong_and_saves_nothing(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm())
        form.rows["rate"].field.entry.put("lots")
        form.rows["note"].field.entry.focus()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: form.rows["code"].field.entry.has_focus)
        assert error_under(form, "code") == "! Please fill this in."
        assert "is not a number" in error_under(form, "rate")
        assert form.rows["code"].field.entry.has_focus
        assert form.saved == []


async def test_a_refusal_is_shown_at_its_fields_and_nothing_typed_is_lost(stage, hostile):
    problems = [Problem(f"Taken: {hostile}", column="code"), Problem("Closed [/B].", column="?")]
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        initial = {"code": "W-014", "note": hostile}
        form = await opened(app, pilot, HireForm(initial, RefusedError("No.", problems)))
        before = form.values()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: error_under(form, "code"))
        assert error_under(form, "code").startswith("! Taken: ")
        on_top = form.query_one(".form-problems", Label)
        assert on_top.display
        assert str(on_top.content) == "! Closed [/B]."
        assert form.rows["code"].field.entry.has_focus
        assert form.values() == before
        assert str(form.query_one("#save", Button).label) == "Save"


async def test_a_refusal_without_problems_is_shown_on_top(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm({"code": "1"}, RefusedError("Not now [x].")))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: on_top_of(form))
        assert on_top_of(form) == "! Not now [x]."


async def test_an_unforeseen_failure_leaves_the_form_as_it_is(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm({"code": "1"}, ZeroDivisionError()))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: on_top_of(form))
        assert "could not be saved" in on_top_of(form)
        assert form.values()["code"] == "1"


async def test_escape_leaves_at_once_when_nothing_was_typed(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, HireForm({"code": "W-014", "rate": "1250"}))
        await pilot.press("escape")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == [None]


@pytest.mark.parametrize(("answer", "left"), [("y", True), ("n", False), ("escape", False)])
async def test_escape_asks_when_something_was_typed(stage, answer, left):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm())
        await pilot.press("W", "escape")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        assert isinstance(app.screen, Confirm)
        await pilot.press(answer)
        await until(pilot, lambda: not isinstance(app.screen, Confirm))
        await settle(pilot)
        assert app.heard.results == ([None] if left else [])
        assert left or form.values()["code"] == "W"


async def test_enter_goes_on_to_the_next_field(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm())
        await pilot.press(*"W-1", "enter")
        await until(pilot, lambda: form.rows["paid_by"].field.entry.has_focus)
        assert form.rows["paid_by"].field.entry.has_focus


@pytest.mark.parametrize("onward", ["tab", "enter"])
async def test_keys_that_are_typed_ahead_reach_the_fields_they_were_meant_for(stage, onward):
    def burst(app, *names):
        for name in names:
            character = name if len(name) == 1 else None
            app.post_message(events.Key(name, character))

    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm())
        burst(app, *"W014", "tab", "tab", *"1250", onward, *"fri", onward, *"930", "ctrl+s")
        await until(pilot, lambda: form.saved)
        assert form.saved[0]["code"] == "W014"
        assert form.saved[0]["rate"] == "1250.00"
        assert form.saved[0]["joined"] == "2026-10-16"
        assert form.saved[0]["starts"] == "09:30"


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


async def test_a_hidden_field_is_not_checked(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, HireForm({"rate": "lots", "code": "1"}))
        form.show_field("rate", shown=False)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == ["1"]


async def test_a_hostile_label_and_title_do_not_break_the_form(stage, hostile):
    class Hostile(HireForm):
        def title_text(self):
            return hostile

        def fields(self):
            entry = Choice([(hostile, 1)], value=1)
            return [Field("a", "A", TextInput(hostile)), Field("b", "B", entry)]

    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        form = await opened(app, pilot, Hostile())
        form.rows["b"].field.entry.focus()
        await pilot.press("enter")
        await settle(pilot)
        assert form.values()["b"] == "1"


async def test_help_lists_the_keys_of_the_form(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, HireForm())
        await pilot.press("f1")
        await until(pilot, lambda: app.screen.query(".help-group"))
        assert isinstance(app.screen, HelpScreen)
        shown = " ".join(str(part.content) for part in app.screen.query(".help-group"))
        assert "Ctrl+S" in shown
        assert "Save what was typed." in shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_all_of_a_form_of_nine_fields_is_on_the_screen(stage, size):
    app = stage()
    async with app.run_test(size=size) as pilot:
        form = await opened(app, pilot, HireForm())
        for widget in (*form.rows.values(), form.query_one("#save")):
            assert app.screen.region.contains_region(widget.region)
            assert widget.region.height >= 1


async def test_inputs_keep_the_raw_text_and_the_plain_one(stage):
    async with stage().run_test():
        amount = MoneyInput("CNY", "1,250")
        expected = Reading("1,250", "1250.00", Money(125000, "CNY"), "1,250.00 CNY")
        assert amount.reading == expected
        assert DateInput("16/10/2026").iso == "2026-10-16"
        assert DateInput("never").iso == "never"
        assert TextInput("", required=True).reading.problem == "Please fill this in."
        assert RateInput("1.50").reading.text == "1.5"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_buttons_stay_in_view_however_much_is_wrong(stage, size):
    class Long(HireForm):
        def fields(self):
            return [Field(f"f{n}", f"Field {n}", TextInput(required=True)) for n in range(30)]

    app = stage()
    async with app.run_test(size=size) as pilot:
        form = await opened(app, pilot, Long())
        await pilot.press("ctrl+s")
        await until(pilot, lambda: form.rows["f0"].is_wrong)
        form.show_problems([Problem(f"Wrong {n}.") for n in range(9)] + [Problem("Bad.", "f29")])
        bad, room = form.rows["f29"].field.entry, form.query_one(".form-fields")
        await until(pilot, lambda: bad.has_focus and room.region.contains_region(bad.region))
        assert app.screen.region.contains_region(form.query_one("#save").region)
        assert bad.has_focus
        assert room.region.contains_region(bad.region)
