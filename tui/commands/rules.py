"""Commands for pay-rule packs: list, show, check, copy, add, export, change, remove."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.opening import opened
from tui.commands.parsing import Commands, Parser, value_of, word
from tui.commands.values import a_date

if TYPE_CHECKING:
    from models.book.book import Book


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    rules = commands.add("rules", _("the pay-rule packs: what they say, and your own"), _list)
    actions = Commands(rules, dest="action", metavar=_("ACTION"), required=False)
    actions.add("list", _("all packs"), _list)
    show = _add_pack(actions.add("show", _("a pack, every rule in words"), _show))
    show.add_argument(
        "--on", type=a_date, metavar=_("DATE"), help=_("as it is on this day (today)")
    )
    _add_file(actions.add("check", _("look for faults in the file of a pack"), _check))
    copy = _add_pack(actions.add("copy", _("copy a pack under a name of your own"), _copy))
    copy.add_argument("name", metavar="NAME", type=a_name, help=_("the name of the copy"))
    _add_file(actions.add("add", _("add a pack of your own, or replace it"), _add))
    export = _add_pack(actions.add("export", _("write a pack as TOML"), _export))
    export.add_argument("--out", type=Path, metavar="FILE", help=_("where to; else on the screen"))
    _add_change(actions)
    _add_pack(actions.add("remove", _("take a pack of your own away"), _remove))


def _add_change(actions: Commands) -> None:
    change = _add_pack(actions.add("change", _("change a rule from a day on"), _change))
    change.add_argument("rule", metavar="RULE", type=word, help=_("its name in the file"))
    change.add_argument(
        "--from",
        dest="from_",
        metavar=_("DATE"),
        type=a_date,
        required=True,
        help=_("the first day of the change"),
    )
    change.add_argument(
        "values", metavar="KEY=VALUE", nargs="+", type=a_pair, help=_("what changes; without a "
        "value the key goes away")
    )  # fmt: skip


def _add_pack(parser: Parser) -> Parser:
    parser.add_argument("pack", metavar="PACK", type=a_name, help=_("the name of a pack"))
    return parser


def _add_file(parser: Parser) -> Parser:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("a TOML file"))
    return parser


def a_name(text: str) -> str:
    """The name of a pack, in capitals."""
    from models import fields

    name: str = value_of(fields.rules, text)
    return name


def a_pair(text: str) -> tuple[str, str]:
    """`key=value`."""
    key, equals, value = word(text).partition("=")
    if not (key.strip() and equals):
        message = _("“{value}” is no change; write it as key=value.")
        raise argparse.ArgumentTypeError(message.format(value=text))
    return key.strip(), value.strip()


def _list(arguments: argparse.Namespace, console: Console) -> int:
    from models.rules.queries import packs
    from tui.commands.rules_text import pack_document, packs_lines

    with opened(arguments) as book:
        rows = packs(book)
    if console.json:
        console.document([pack_document(row) for row in rows])
    else:
        console.say_all(packs_lines(rows))
    return 0


def _show(arguments: argparse.Namespace, console: Console) -> int:
    with opened(arguments) as book:
        _tell(book, arguments.pack, console, arguments.on)
    return 0


def _tell(book: "Book", name: str, console: Console, day: date | None = None) -> None:
    from models.rules.queries import pack
    from tui.commands.rules_text import told_document, told_lines

    found = pack(book, name)
    day = day or max(date.today(), found.versions[0].starts_on)
    if console.json:
        console.document(told_document(found, day))
    else:
        console.say_all(told_lines(found, day))


def _check(arguments: argparse.Namespace, console: Console) -> int:
    from models.rules.packs import read_pack
    from models.rules.reading import checked_file

    found = read_pack(checked_file(arguments.file))
    versions = [version.starts_on.isoformat() for version in found.versions]
    if console.json:
        console.document({"name": found.name, "title": found.title, "versions": versions})
    else:
        text = _("{pack}: no faults. Its versions begin on: {days}.")
        console.say(text.format(pack=found.name, days=", ".join(versions)))
    return 0


def _copy(arguments: argparse.Namespace, console: Console) -> int:
    from models.rules.actions import copy_pack

    with opened(arguments) as book:
        name = copy_pack(book, arguments.pack, arguments.name)
        _answer(book, name, console, _("The pack {pack} is a copy of {source} now."),
                source=arguments.pack)  # fmt: skip
    return 0


def _add(arguments: argparse.Namespace, console: Console) -> int:
    from models.rules.actions import save_file

    with opened(arguments) as book:
        name = save_file(book, arguments.file)
        _answer(book, name, console, _("The pack {pack} is in the book."))
    return 0


def _export(arguments: argparse.Namespace, console: Console) -> int:
    from models.rules.queries import pack_text

    with opened(arguments) as book:
        text = pack_text(book, arguments.pack)
    if arguments.out is not None:
        _write(arguments.out, arguments.pack, text, console)
    elif console.json:
        console.document({"pack": arguments.pack, "text": text})
    else:
        console.write(text if text.endswith("\n") else f"{text}\n")
    return 0


def _write(path: Path, name: str, text: str, console: Console) -> None:
    from reports.files import write_whole

    write_whole(path, text.encode())
    if console.json:
        console.document({"pack": name, "file": str(path)})
    else:
        console.say(_("The pack {pack} was written to {file}.").format(pack=name, file=path))


def _change(arguments: argparse.Namespace, console: Console) -> int:
    from models.rules.actions import change_rule

    values = dict(arguments.values)
    with opened(arguments) as book:
        change_rule(book, arguments.pack, arguments.rule, arguments.from_, values)
        _tell(book, arguments.pack, console, arguments.from_)
    return 0


def _remove(arguments: argparse.Namespace, console: Console) -> int:
    from models.rules.actions import remove_pack

    with opened(arguments) as book:
        remove_pack(book, arguments.pack)
    if console.json:
        console.document({"removed": arguments.pack})
    else:
        console.say(_("The pack {pack} is gone.").format(pack=arguments.pack))
    return 0


def _answer(book: "Book", name: str, console: Console, sentence: str, **more: str) -> None:
    """Say what was done; a script gets the pack as it is now."""
    if console.json:
        _tell(book, name, console)
    else:
        console.say(sentence.format(pack=name, **more))
