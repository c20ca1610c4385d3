"""The footer: the keys that matter here and now, as many as fit, and always the way to help."""

from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Footer, Static

from tui.keys import COMMANDS, HELP, Available, available
from tui.text import width_of

_AROUND_KEY: Final = 3
"""Cells of space around one key and its label, and between them."""


def _width(command: Available) -> int:
    return width_of(command.key) + width_of(command.label) + _AROUND_KEY


def choose(commands: list[Available], room: int) -> list[Available]:
    """The commands, in the registry's order, that fit into `room` cells; help is always one."""
    order = list(COMMANDS)
    shown = sorted(
        (command for command in commands if command.footer),
        key=lambda command: order.index(command.command.id),
    )
    last = [command for command in shown if command.command.id in {HELP.id, "form.help"}]
    room -= sum(map(_width, last))
    chosen = []
    for command in shown:
        if command in last:
            continue
        room -= _width(command)
        if room < 0:
            break
        chosen.append(command)
    return chosen + last


class KeyLabel(Static):
    """One key and what it does; a click presses the key."""

    def __init__(self, item: Available) -> None:
        """Show the key of `item` and its label."""
        label = Content.assemble((item.key, "$footer-key-foreground bold"), " ", item.label)
        super().__init__(label, disabled=not item.enabled)
        self.tooltip = item.help
        self._key = item.pressed

    def on_click(self) -> None:
        """Press the key."""
        self.app.simulate_key(self._key)


class KeyBar(Footer):
    """A footer made from the key registry, in the language in use."""

    def compose(self) -> ComposeResult:
        """One clickable label for each command that fits."""
        room = self.size.width or self.app.size.width
        yield from map(KeyLabel, choose(available(self.screen), room))

    def on_resize(self) -> None:
        """Choose again for another width."""
        self.call_after_refresh(self.recompose)
