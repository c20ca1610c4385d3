"""Help: the keys of the screen that is shown, from the key registry."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from models.language import gettext as _
from tui import keys
from tui.keys import Available, Group, by_group, key_name
from tui.text import fit

_KEY_WIDTH = 10
_LABEL_WIDTH = 16


def _line(item: Available) -> Content:
    names = " ".join(key_name(key) for key in item.command.keys)
    return Content.assemble(
        (fit(names, _KEY_WIDTH), "$accent bold"),
        (fit(item.label, _LABEL_WIDTH), "$foreground"),
        (item.help, "$muted"),
    )


def _lines(group: Group, members: Sequence[Available]) -> Content:
    heading = Content.styled(_(group.value), "$primary bold")
    return Content("\n").join([heading, *map(_line, members)])


class HelpScreen(ModalScreen[None]):
    """The commands of a screen under their headings."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.BACK.bind(), keys.HELP.bind(action="back", footer=False)
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | escape, ?, f1 | Close. |
    """

    def __init__(self, commands: Sequence[Available]) -> None:
        """Show `commands`."""
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """A heading and its keys, for each group."""
        with Vertical(classes="dialog help"):
            yield Static(_("Keys"), classes="dialog-title", markup=False)
            with VerticalScroll():
                for group, members in by_group(self._commands).items():
                    yield Static(_lines(group, members), classes="help-group")
            yield Static(_("Esc closes this."), classes="dialog-hint", markup=False)

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)


def show_help(app: App[Any]) -> None:
    """Show the keys of the screen that is in front."""
    app.push_screen(HelpScreen(keys.available(app.screen)))
