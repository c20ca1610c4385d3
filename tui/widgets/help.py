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
from models.language import gettext_noop as N_
from tui import keys
from tui.keys import Available, Group, by_group, key_name
from tui.text import fit, width_of
from tui.widgets.hanging import Hanging, Hung
from tui.widgets.key_bar import KeyBar

_KEY_WIDTH = 10
_WIDEST_LABEL = 22
_GAP = 2


def _line(item: Available, width: int) -> Hung:
    names = " ".join(key_name(key) for key in item.command.keys)
    begins = Content.assemble(
        (fit(names, _KEY_WIDTH), "$accent bold"),
        (fit(fit(item.label, width), width + _GAP), "$foreground"),
    )
    return begins, Content.styled(item.help, "$muted")


def _lines(group: Group, members: Sequence[Available], width: int) -> Hanging:
    heading = Content.styled(_(group.value), "$primary bold")
    return Hanging([(Content(""), heading), *(_line(item, width) for item in members)])


class HelpScreen(ModalScreen[None]):
    """The commands of a screen under their headings."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.BACK.bind(label=N_("Close")), keys.HELP.bind(action="back", footer=False)
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
        widest = max((width_of(item.label) for item in self._commands), default=0)
        width = min(widest, _WIDEST_LABEL)
        with Vertical(classes="dialog help"):
            yield Static(_("Keys"), classes="dialog-title", markup=False)
            with VerticalScroll():
                for group, members in by_group(self._commands).items():
                    yield Static(_lines(group, members, width), classes="help-group")
            yield Static(_("Esc closes this."), classes="dialog-hint", markup=False)
        yield KeyBar()

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)


def show_help(app: App[Any]) -> None:
    """Show the keys of the screen that is in front."""
    app.push_screen(HelpScreen(keys.available(app.screen)))
