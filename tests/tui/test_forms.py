import pytest
from textual import events
from textual.widgets import Button, Label

from models.errors import Problem, RefusedError
from tests.tui.hiring import HireForm, error_under, note_of, on_top_of, opened
from tests.tui.waiting import settle, until
from tui.widgets.choice import Choice
from tui.widgets.dialogs import Confirm
from tui.widgets.field_row import Field
from tui.widgets.help import HelpScreen
from tui.widgets.inputs import (
    TextInput,
)


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
