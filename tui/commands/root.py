"""The whole command line, and the app where no command is given."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from models.language import gettext as _
from tui.commands import (
    advances,
    cash,
    exchange,
    journal,
    later,
    payruns,
    payslips,
    printers,
    programme,
    register,
    rules,
    sales,
    statements,
    striking,
)
from tui.commands.console import Console
from tui.commands.parsing import (
    Commands,
    Handler,
    Parser,
    UsageError,
    common,
    speak_of_arguments,
)


def run(words: Sequence[str], console: Console) -> int:
    """Carry out what the words say; gives back the exit status.

    Raises:
        UsageError: they cannot be understood.
        WagebookError: the book, or a file, says no.
    """
    speak_of_arguments()
    parser = _parser()
    arguments, unknown = parser.parse_known_args(words)
    handler: Handler = getattr(arguments, "handler", _app)
    if unknown and handler is not later.say_so:
        parser.error(_("unrecognized arguments: {words}").format(words=" ".join(unknown)))
    return handler(arguments, console)


def _parser() -> Parser:
    parser = Parser(
        prog="wagebook",
        description=_(
            "Employment and payroll for a programme's workshops. Without a command it opens the "
            "app."
        ),
        epilog=_(
            "The passphrase is asked for; scripts set WAGEBOOK_PASSPHRASE_FILE or "
            "WAGEBOOK_PASSPHRASE. Exit status: 0 done, 1 refused and nothing changed, 2 usage, "
            "3 the book cannot be opened."
        ),
        parents=[common()],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help=_("say which version this is"))
    commands = Commands(parser, dest="command", metavar=_("COMMAND"), required=False)
    for area in (
        programme,
        rules,
        exchange,
        striking,
        advances,
        payruns,
        payslips,
        cash,
        printers,
        register,
        journal,
        statements,
        sales,
        later,
    ):
        area.add_to(commands)
    return parser


class _Version(argparse.Action):
    """Prints the version and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"wagebook {version('wagebook')}\n")
        parser.exit()


def _app(arguments: argparse.Namespace, console: Console) -> int:
    if console.json:
        raise UsageError(_("--json needs a command; see wagebook --help."))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            _("Wagebook's app needs a terminal; for commands without one, see wagebook --help.")
        )
    from tui.app import run_app
    from tui.commands.opening import place_of

    return run_app(place_of(arguments))
