"""What the keys of a screen do now: for its footer, the palette and help."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from textual.dom import DOMNode
from textual.screen import Screen

from models.language import gettext as _
from tui.keys.command import Command, Group
from tui.keys.registry import COMMANDS

_KEY_NAMES: Final = {
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "enter": "Enter",
    "space": "Space",
    "escape": "Esc",
    "delete": "Del",
    "upper_s": "S",
    "upper_c": "C",
    "left": "←",
    "right": "→",
}


def key_name(key: str) -> str:
    """A key as it is written on the screen: `Ctrl+S`, `Esc`, `/`."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{key.removeprefix('ctrl+').upper()}"
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    return key if len(key) == 1 else key.upper()


@dataclass(frozen=True, slots=True)
class Available:
    """A command that can be used now, worded by the screen and in the language in use.

    Attributes:
        command: What it is in the registry.
        label: Its label, translated.
        help: Its sentence, translated.
        action: The action, as the screen binds it.
        node: Whose action it is.
        pressed: Textual's name of its first key.
        footer: Whether the footer shows it.
        enabled: Whether it can be used just now.
    """

    command: Command
    label: str
    help: str
    action: str
    node: DOMNode
    pressed: str
    footer: bool
    enabled: bool

    @property
    def key(self) -> str:
        """The key that is shown for it."""
        return key_name(self.command.keys[0])


def available(screen: Screen[Any]) -> list[Available]:
    """The commands that `screen` offers now: of the focused widget, the screen, then the app.

    A screen whose words for a command change has them in `key_words`: by the command's id the label
    and the sentence, already translated.
    """
    worded: Mapping[str, tuple[str, str]] = getattr(screen, "key_words", {})
    found: dict[str, Available] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        command = COMMANDS.get(binding.id or "")
        if command is None or command.id in found:
            continue
        own = (_(binding.description), _(binding.tooltip))
        label, sentence = worded.get(command.id, own)
        found[command.id] = Available(
            command,
            label,
            sentence,
            binding.action,
            active.node,
            binding.key,
            footer=binding.show,
            enabled=active.enabled,
        )
    return list(found.values())


def by_group(commands: Iterable[Available]) -> dict[Group, list[Available]]:
    """The same commands under the headings of help, in their order; no heading is empty."""
    order = list(COMMANDS)
    listed = sorted(commands, key=lambda item: order.index(item.command.id))
    grouped = {group: [c for c in listed if c.command.group is group] for group in Group}
    return {group: members for group, members in grouped.items() if members}
