"""Commands for records in files and on the screen: import, export, list."""

from pathlib import Path
from typing import Final

from models.language import gettext as _
from tui.commands.bringing import bring
from tui.commands.parsing import Commands, Handler, Parser, word
from tui.commands.showing import FORMATS, export, show
from tui.commands.values import a_map, add_days

KINDS: Final = (
    "employees",
    "terms",
    "shifts",
    "pieces",
    "adjustments",
    "advances",
    "holidays",
    "products",
    "stock",
    "sales",
)


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    _add_import(commands)
    writing = _command(commands, "export", _("write records to a file that imports again"), export)
    writing.add_argument("--out", type=Path, metavar="FILE", help=_("where to; else on the screen"))
    writing.add_argument("--format", choices=FORMATS, help=_("by the file's name, else CSV"))
    add_days(writing)
    listing = _command(commands, "list", _("show records on the screen"), show)
    add_days(listing)
    listing.add_argument(
        "--employee", type=word, metavar=_("CODE"), help=_("of this employee only")
    )


def _add_import(commands: Commands) -> None:
    sentence = _("bring the rows of a CSV or XLSX file into the book")
    parser = _command(commands, "import", sentence, bring)
    parser.add_argument("file", metavar="FILE", type=Path, help=_("a CSV or XLSX file"))
    parser.add_argument("--format", type=word, metavar="F", help=_("a known export of another app"))
    parser.add_argument(
        "--map",
        type=a_map,
        default={},
        metavar=_("ours=Theirs,…"),
        help=_("columns by other names"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("check everything, change nothing")
    )
    parser.add_argument("--skip-bad", action="store_true", help=_("leave out rows with a fault"))


def _command(commands: Commands, name: str, help_: str, handler: Handler) -> Parser:
    """A command on one kind of records."""
    parser = commands.add(name, help_, handler)
    parser.add_argument("kind", metavar="KIND", choices=KINDS, help=", ".join(KINDS))
    return parser
