"""Commands and options that a later version brings: they are known, and say so."""

import argparse
from typing import NoReturn

from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.parsing import Commands, UsageError


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    commands.add("backup", _("one encrypted file of the book (in a later version)"), say_so)
    commands.add("restore", _("a book from its backup (in a later version)"), say_so)


def say_so(arguments: argparse.Namespace, _console: Console) -> int:
    """Refuse a command of a later version.

    Raises:
        UsageError: always.
    """
    comes_later(f"wagebook {arguments.command}")


def comes_later(what: str) -> NoReturn:
    """Refuse a part of a command that a later version brings.

    Raises:
        UsageError: always.
    """
    raise UsageError(_("“{what}” comes in a later version of Wagebook.").format(what=what))
