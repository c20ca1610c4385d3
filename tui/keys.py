"""The one registry of keys: bindings, footer, command palette and help are all made from it.

Letters, function keys and ctrl with a letter only: `ctrl+enter` is lost in many terminals and
`ctrl+b` belongs to tmux. Labels and help are message ids here and are translated where they are
shown, so that the language can be set after this module was imported.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from models.language import gettext as _
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


def _section(number: int, name: str, label: str, sentence: str) -> Command:
    action = f"section('{name}')"
    return Command(f"section.{name}", (str(number),), action, label, sentence, Group.SECTIONS)


SECTIONS: Final = (
    _section(1, "today", N_("Today"), N_("What needs doing now.")),
    _section(2, "employees", N_("Employees"), N_("The people and their pay terms.")),
    _section(3, "shifts", N_("Shifts"), N_("Who worked when, and pieces made.")),
    _section(4, "wages", N_("Wages"), N_("Pay runs and payslips.")),
    _section(5, "sales", N_("Sales"), N_("Products, sales and returns.")),
    _section(6, "reports", N_("Reports"), N_("Figures on paper and in files.")),
    _section(7, "settings", N_("Settings"), N_("How this programme works.")),
)

HELP: Final = Command(
    "help", ("?", "f1"), "help", N_("Help"), N_("Show the keys of this screen."), Group.GENERAL,
    footer=True,
)  # fmt: skip
PALETTE: Final = Command(
    "palette", ("ctrl+p",), "command_palette", N_("Commands"),
    N_("Find a command by its name."), Group.GENERAL, palette=False,
)  # fmt: skip
THEME: Final = Command(
    "theme", ("t",), "toggle_theme", N_("Dark or light"),
    N_("Change between the dark and the light theme."), Group.GENERAL,
)  # fmt: skip
QUIT: Final = Command(
    "quit", ("q",), "quit", N_("Quit"), N_("Close the book and leave."), Group.GENERAL, footer=True
)
BACK: Final = Command(
    "back", ("escape",), "back", N_("Back"), N_("Go back to where you were."), Group.GENERAL,
    footer=True, palette=False,
)  # fmt: skip

OPEN: Final = Command(
    "open", ("enter",), "open", N_("Open"), N_("Open the marked row."), Group.LIST, footer=True
)
NEW: Final = Command("new", ("n",), "new", N_("New"), N_("Add a record."), footer=True)
EDIT: Final = Command("edit", ("e",), "edit", N_("Edit"), N_("Change the record."), footer=True)
COPY: Final = Command("copy", ("d",), "copy", N_("Copy"), N_("Start a new record from this one."))
COPY_PACK: Final = Command(
    "copy.pack", ("c", "d"), "copy", N_("Copy"), N_("Copy the pack under a name of your own."),
    footer=True,
)  # fmt: skip
TEXT: Final = Command(
    "text", ("w",), "text", N_("Whole text"), N_("Show the whole text, and edit your own."),
    footer=True,
)  # fmt: skip
REMOVE: Final = Command("remove", ("delete",), "remove", N_("Remove"), N_("Remove the record."))
RESTORE: Final = Command(
    "restore", ("z",), "restore", N_("Restore"), N_("Let a record count again that was struck out.")
)
SEARCH: Final = Command(
    "search", ("/",), "search", N_("Search"), N_("Search in this list."), Group.LIST, footer=True
)
FILTER: Final = Command(
    "filter", ("f",), "filter", N_("Filter"), N_("Choose which rows are shown."), Group.LIST,
    footer=True,
)  # fmt: skip
LISTS: Final = Command(
    "lists", ("l",), "lists", N_("Other list"), N_("Go to the next list of this section."),
    Group.LIST, footer=True,
)  # fmt: skip
SORT: Final = Command(
    "sort", ("s",), "sort", N_("Sort"), N_("Sort by the next column."), Group.LIST, footer=True
)
REVERSE: Final = Command(
    "reverse", ("S",), "reverse", N_("Reverse"), N_("Turn the order around."), Group.LIST
)
IMPORT: Final = Command(
    "import", ("i",), "import", N_("Import"), N_("Read records from a file."), footer=True
)
EXPORT: Final = Command(
    "export", ("x",), "export", N_("Export"), N_("Write what is shown to a file."), footer=True
)
PRINT: Final = Command(
    "print", ("p",), "print", N_("Print"), N_("Make the pages to print."), footer=True
)
EARLIER: Final = Command(
    "earlier", ("[",), "earlier", N_("Earlier"), N_("Go to the period before this one.")
)
LATER: Final = Command(
    "later", ("]",), "later", N_("Later"), N_("Go to the period after this one.")
)
PREVIOUS: Final = Command(
    "previous", ("left", "b"), "previous", N_("Previous"), N_("Go to the one before this."),
    footer=True,
)  # fmt: skip
NEXT: Final = Command(
    "next", ("right", "n"), "next", N_("Next"), N_("Go to the one after this."), footer=True
)
SKIP: Final = Command(
    "skip", ("o",), "skip", N_("Skip"),
    N_("Skip the marked instalment and add one at the end, or take that back."), footer=True,
)  # fmt: skip
REPAY: Final = Command(
    "repay", ("r",), "repay", N_("Repaid"), N_("Write down what was repaid by hand."), footer=True
)
SUMMARY: Final = Command(
    "summary", ("u",), "summary", N_("Summary"), N_("Show the figures of the month."),
    footer=True,
)  # fmt: skip
RETURN: Final = Command(
    "return", ("r",), "give_back", N_("Return"), N_("Write down what came back of this sale."),
    footer=True,
)  # fmt: skip
COMPUTE: Final = Command(
    "compute", ("c",), "compute", N_("Compute"), N_("Compute the wages of this period."),
    footer=True,
)  # fmt: skip
CONFIRM: Final = Command(
    "confirm", ("c",), "confirm", N_("Confirm"), N_("Confirm the shifts that are shown."),
    footer=True,
)  # fmt: skip
CONFIRM_ALL: Final = Command(
    "confirm.all", ("C",), "confirm_all", N_("Confirm all"),
    N_("Confirm all planned shifts that are shown, up to yesterday."),
)  # fmt: skip
MARK: Final = Command(
    "mark", ("m",), "mark", N_("Mark"), N_("Mark the shift as worked, absent or on leave."),
    footer=True,
)  # fmt: skip
COPY_WEEK: Final = Command(
    "copy.week", ("w",), "copy_week", N_("Copy week"),
    N_("Plan a week with the shifts of another."),
)  # fmt: skip
CHECK: Final = Command(
    "check", ("c",), "check", N_("Verify"), N_("Verify every promise that the book makes."),
    footer=True,
)  # fmt: skip
APPROVE: Final = Command(
    "approve", ("a",), "approve", N_("Approve"), N_("Approve the pay run, for good."), footer=True
)
PAY: Final = Command(
    "pay", ("m",), "pay", N_("Mark paid"), N_("Mark the pay run as paid."), footer=True
)
PAYDAY: Final = Command(
    "payday", ("y",), "payday", N_("Payday"),
    N_("Walk through the payday of the run, or begin one."), footer=True,
)  # fmt: skip
LOOK: Final = Command(
    "look", ("u",), "look", N_("Unusual"), N_("Look at what is unusual in the run."), footer=True
)
SEEN: Final = Command(
    "seen", ("o",), "seen", N_("Looked through"), N_("Note that you have looked through this."),
    footer=True,
)  # fmt: skip
CASH: Final = Command(
    "cash", ("n",), "cash", N_("Cash"), N_("The notes and coins to fetch."), footer=True
)
TICK: Final = Command(
    "tick", ("space",), "tick", N_("Tick off"),
    N_("Note that someone has got the pay, or has not."), footer=True,
)  # fmt: skip
TICK_ALL: Final = Command(
    "tick.all",
    ("a",),
    "tick_all",
    N_("All"),
    N_("Note that everyone has got the pay."),
    footer=True,
)
DAY: Final = Command(
    "day", ("d",), "day", N_("Day"), N_("Choose the day on which pay was handed out."), footer=True
)
SUM_UP: Final = Command(
    "sum.up", ("s",), "sum_up", N_("Sum up"),
    N_("What was paid and what was not, and the journal."), footer=True,
)  # fmt: skip
VOID: Final = Command(
    "void", ("v",), "void", N_("Void"), N_("Set the record aside, with a reason.")
)

SAVE: Final = Command(
    "save", ("ctrl+s",), "save", N_("Save"), N_("Save what was typed."), Group.FORM, footer=True
)
SAVE_NEXT: Final = Command(
    "save.next", ("ctrl+n",), "save_next", N_("Save, next"),
    N_("Save, and go on with the next one like it."), Group.FORM, footer=True,
)  # fmt: skip
CANCEL: Final = Command(
    "cancel", ("escape",), "cancel", N_("Cancel"), N_("Leave without saving."), Group.FORM,
    footer=True, palette=False,
)  # fmt: skip
YES: Final = Command("yes", ("y",), "answer(True)", N_("Yes"), N_("Say yes."), footer=True)
NO: Final = Command(
    "no", ("n", "escape"), "answer(False)", N_("No"), N_("Say no, and go back."), footer=True
)
FORM_HELP: Final = Command(
    "form.help", ("f1",), "help", N_("Help"), N_("Show the keys of this form."), Group.FORM,
    footer=True, palette=False,
)  # fmt: skip

# In the order in which the footer shows them and help lists them.
COMMANDS: Final[dict[str, Command]] = {
    command.id: command
    for command in (
        *SECTIONS, BACK, PREVIOUS, NEXT, OPEN, NEW, RETURN, SKIP, REPAY, EDIT, COPY_PACK, TEXT,
        COMPUTE, CONFIRM, MARK, CHECK, TICK, TICK_ALL, LOOK, SEEN, APPROVE, PAYDAY,
        PAY, CASH, SUM_UP, DAY, LISTS, SUMMARY, SEARCH, FILTER, PRINT, IMPORT,
        EXPORT, SORT, REVERSE, EARLIER, LATER, COPY, COPY_WEEK, REMOVE, RESTORE, CONFIRM_ALL, VOID,
        PALETTE, THEME, HELP, QUIT, SAVE, SAVE_NEXT, CANCEL, YES, NO, FORM_HELP,
    )
}  # fmt: skip

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
    """The commands that `screen` offers now: of the focused widget, the screen, then the app."""
    found: dict[str, Available] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        command = COMMANDS.get(binding.id or "")
        if command is None or command.id in found:
            continue
        found[command.id] = Available(
            command,
            _(binding.description),
            _(binding.tooltip),
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
