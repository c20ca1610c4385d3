"""`wagebook strike` and `unstrike`: records that an approved run holds and that were wrong."""

import argparse
from typing import TYPE_CHECKING, Final

from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.opening import opened
from tui.commands.parsing import Commands, Handler, Parser, word
from tui.commands.values import count_between

if TYPE_CHECKING:
    from models.wages.engine.values import SourceKind

KINDS: Final[dict[str, "SourceKind"]] = {
    "shifts": "shift",
    "pieces": "piece",
    "adjustments": "adjustment",
    "sales": "sale",
}
_LAST_ID: Final = 2**31 - 1


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    striking = _command(
        commands, "strike", _("strike out a wrong record that an approved pay run holds"), _strike
    )
    striking.add_argument(
        "--reason", required=True, type=word, metavar="T", help=_("why it was wrong")
    )
    _command(commands, "unstrike", _("let a struck-out record count again"), _unstrike)


def _command(commands: Commands, name: str, help_: str, handler: Handler) -> Parser:
    parser = commands.add(name, help_, handler)
    parser.add_argument("kind", metavar="KIND", choices=tuple(KINDS), help=", ".join(KINDS))
    parser.add_argument(
        "id", metavar="ID", type=count_between(1, _LAST_ID), help=_("its id, as list KIND has it")
    )
    return parser


def _strike(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.striking import strike_out

    kind, reason = KINDS[arguments.kind], arguments.reason
    with opened(arguments) as book:
        run = strike_out(book, kind, arguments.id, why=reason)
    if console.json:
        console.document(_document(arguments, run, reason.strip()))
    else:
        console.say(
            _("Struck out. Pay run {run} stays as it is; the next one corrects the pay.").format(
                run=run
            )
        )
    return 0


def _unstrike(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.striking import unstrike

    with opened(arguments) as book:
        run = unstrike(book, KINDS[arguments.kind], arguments.id)
    if console.json:
        console.document(_document(arguments, run, None))
    else:
        console.say(_("It counts again."))
    return 0


def _document(
    arguments: argparse.Namespace, run: int | None, struck: str | None
) -> dict[str, str | int | None]:
    return {"kind": arguments.kind, "id": arguments.id, "run": run, "struck": struck}
