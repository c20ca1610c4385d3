import pytest
from textual.binding import Binding

from models.language import speaking
from tests.tui.waiting import settle, until
from tui import keys
from tui.keys import offered
from tui.widgets.help import HelpScreen
from tui.widgets.key_bar import KeyBar, KeyLabel, choose

TAKEN_BY_TERMINALS = {"ctrl+b", "ctrl+enter", "ctrl+z", "ctrl+q", "ctrl+j", "ctrl+m", "ctrl+i"}

GROUPS_TOGETHER = [
    (
        keys.NEW,
        keys.EDIT,
        keys.COPY,
        keys.REMOVE,
        keys.SEARCH,
        keys.FILTER,
        keys.SORT,
        keys.REVERSE,
    ),
    (keys.IMPORT, keys.EXPORT, keys.PRINT, keys.EARLIER, keys.LATER, keys.OPEN, keys.BACK),
    (keys.COMPUTE, keys.APPROVE, keys.PAY, keys.VOID, keys.HELP, keys.PALETTE, keys.THEME),
    (keys.QUIT, *keys.SECTIONS),
    (keys.LISTS, keys.SUMMARY, keys.RETURN),
]
WALKING = (keys.PREVIOUS, keys.NEXT, keys.OPEN, keys.PRINT, keys.BACK, keys.HELP, keys.QUIT)


def test_no_key_belongs_to_tmux_or_the_terminal():
    used = {key for command in keys.COMMANDS.values() for key in command.keys}
    assert not used & TAKEN_BY_TERMINALS


def test_no_key_does_two_things_on_one_screen():
    together = [command for group in GROUPS_TOGETHER for command in group]
    for shown in (together, WALKING):
        used = [key for command in shown for key in command.keys]
        assert len(used) == len(set(used))


def test_every_command_is_listed_under_its_id():
    assert all(command.id == name for name, command in keys.COMMANDS.items())
    listed = set(keys.COMMANDS.values())
    defined = {value for value in vars(keys).values() if isinstance(value, keys.Command)}
    assert defined <= listed


def test_a_screen_words_a_command_in_its_own_way():
    binding = keys.NEW.bind(label="Hire", help="Add a worker.")
    assert isinstance(binding, Binding)
    assert (binding.description, binding.tooltip, binding.id) == ("Hire", "Add a worker.", "new")


async def test_the_footer_shows_what_fits_and_always_help(stage):
    app = stage(KeyBar())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.query(KeyLabel)) == 2)
        labels = [str(label.content) for label in app.query(KeyLabel)]
        assert labels == ["q Quit", "? Help"]
        assert choose(keys.available(app.screen), 8)[0].command is keys.HELP


async def test_a_click_on_the_footer_presses_the_key(stage):
    app = stage(KeyBar())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.query(KeyLabel)) == 2)
        await settle(pilot)
        await pilot.click(app.query(KeyLabel).last())
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        assert isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_lists_every_command_there_is_and_closes(stage, key):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: app.screen.query(".help-group"))
        assert isinstance(app.screen, HelpScreen)
        shown = " ".join(str(part.content) for part in app.screen.query(".help-group"))
        for command in (*keys.SECTIONS, keys.HELP, keys.THEME, keys.QUIT):
            assert command.help in shown
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, HelpScreen))
        assert not isinstance(app.screen, HelpScreen)


async def test_the_palette_runs_a_command_by_its_name(stage):
    app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await pilot.press(*"wages")
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: app.heard.results)
        assert app.heard.results == ["wages"]


async def test_labels_are_in_the_language_in_use(stage, monkeypatch):
    monkeypatch.setattr(offered, "_", lambda text: f"<{text}>")
    app = stage()
    async with app.run_test(size=(80, 24)):
        with speaking("ko"):
            assert keys.available(app.screen)[0].label.startswith("<")
