"""The command that lists the system's printers."""

import argparse

from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.parsing import Commands
from tui.commands.tables import lines_of


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    commands.add("printers", _("the printers of this machine; it needs no book"), _printers)


def _printers(_arguments: argparse.Namespace, console: Console) -> int:
    from reports.printers import printers

    found = printers()
    if console.json:
        listed = [
            {
                "name": printer.name,
                "default": printer.is_default,
                "takes_jobs": printer.takes_jobs,
                "paused": printer.is_paused,
                "reason": printer.reason or None,
            }
            for printer in found
        ]
        console.document({"printers": listed})
    elif found:
        rows = [[each.name, _("default") if each.is_default else "", each.note] for each in found]
        console.say_all(lines_of([_("Printer"), "", _("Note")], rows))
    else:
        console.say(_("No printer is set up on this machine."))
    return 0
