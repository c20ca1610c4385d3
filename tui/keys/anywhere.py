"""Keys that work on every screen, and those that lead to a section."""

from typing import Final

from models.language import gettext_noop as N_
from tui.keys.command import Command, Group


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
