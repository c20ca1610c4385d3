"""What a command is: its keys, its action, and the words for it."""

from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding, BindingType

from models.language import gettext_noop as N_


class Group(Enum):
    """Where help lists a command; the value is the heading's message id."""

    HERE = N_("On this screen")
    LIST = N_("In a list")
    FORM = N_("In a form")
    SECTIONS = N_("Sections")
    GENERAL = N_("Anywhere")


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a key does.

    Attributes:
        id: Its stable name, unlike that of any other command.
        keys: The keys that do it; the first is the one shown.
        action: The Textual action it runs.
        label: One or two words, a message id.
        help: One sentence, a message id.
        group: Where help lists it.
        footer: Whether the footer shows it.
        palette: Whether the command palette offers it.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    help: str
    group: Group = Group.HERE
    footer: bool = False
    palette: bool = True

    def bind(
        self,
        *,
        action: str | None = None,
        label: str | None = None,
        help: str | None = None,
        footer: bool | None = None,
    ) -> Binding:
        """A binding for a `BINDINGS` list; a screen may say in its own words what it does there.

        Args:
            action: Another action than the command's.
            label: Another label, a message id.
            help: Another sentence, a message id.
            footer: Show it in the footer, or not, whatever the command says.
        """
        return Binding(
            ",".join(self.keys),
            action or self.action,
            description=label or self.label,
            tooltip=help or self.help,
            show=self.footer if footer is None else footer,
            id=self.id,
        )


def bindings(*commands: Command | Binding) -> list[BindingType]:
    """A `BINDINGS` list of commands, as they are or as `Command.bind` worded them."""
    return [item.bind() if isinstance(item, Command) else item for item in commands]
