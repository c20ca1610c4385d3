"""What every command's arguments are read with: one parser, one kind of usage error."""

import argparse
import gettext
import os
from collections.abc import Callable, Sequence
from typing import Any, Final, NoReturn

from models.language import CATALOGUES, DOMAIN, language
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui.commands.console import Console

Handler = Callable[[argparse.Namespace, Console], int]

JSON: Final = "--json"
BOOK: Final = "--book"


# What argparse says itself; it looks these up in the catalogue that `speak_of_arguments` names.
_ARGPARSE: Final = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("not allowed with argument %s"),
)


def speak_of_arguments() -> None:
    """Let argparse find its own words in our catalogues, in the language in use."""
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language()


class UsageError(Exception):
    """The command line cannot be understood; `usage` says how it would be."""

    def __init__(self, message: str, usage: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class Parser(argparse.ArgumentParser):
    """An argument parser that raises instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            UsageError: always.
        """
        raise UsageError(message.removeprefix("argument "), self.format_usage())


class Commands:
    """Where an area puts its commands."""

    def __init__(self, under: Parser, *, dest: str, metavar: str, required: bool) -> None:
        self._subparsers = under.add_subparsers(
            dest=dest, metavar=metavar, required=required, title=_("commands"), parser_class=Parser
        )

    def add(self, name: str, help_: str, handler: Handler | None = None) -> Parser:
        """A command that `handler` carries out; one without is there to have commands of its own.

        `help_` is a sentence that is translated already.
        """
        parser: Parser = self._subparsers.add_parser(
            name,
            help=help_.replace("%", "%%"),
            description=help_.replace("%", "%%"),
            parents=[common()],
            allow_abbrev=False,
        )
        if handler is not None:
            parser.set_defaults(handler=handler)
        return parser


def common() -> Parser:
    """The options that stand before or after any command."""
    parser = Parser(add_help=False)
    # Without SUPPRESS a command's default would undo what stood before the command.
    parser.add_argument(
        BOOK,
        metavar=_("PLACE"),
        type=word,
        default=argparse.SUPPRESS,
        help=_("the book: a folder, or postgresql://… (default: WAGEBOOK_BOOK, or your own)"),
    )
    parser.add_argument(
        JSON,
        action="store_true",
        default=argparse.SUPPRESS,
        help=_("print one JSON document, also when refused"),
    )
    return parser


def wants_json(words: Sequence[str]) -> bool:
    """Whether `--json` stands anywhere among the options."""
    return JSON in _options(words)


def hoisted(words: Sequence[str]) -> list[str]:
    """The same command line with `--json` and `--book` in front of the command.

    argparse would give up on `settings KEY --json VALUE`, where an option splits the arguments.

    Raises:
        UsageError: `--book` names no place.
    """
    front, rest = [], []
    options = _options(words)
    after = words[len(options) :]
    remaining = iter(options)
    for name in remaining:
        if name == JSON or name.startswith(f"{BOOK}="):
            front.append(name)
        elif name == BOOK:
            place = next(remaining, "-")
            if place.startswith("-"):
                raise UsageError(_("--book needs a place: a folder, or postgresql://…"))
            front.append(f"{BOOK}={place}")
        else:
            rest.append(name)
    return [*front, *rest, *after]


def word(text: str) -> str:
    """A text argument that can be stored and shown.

    Raises:
        argparse.ArgumentTypeError: the terminal sent bytes that are not text.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError(_("This is not readable text (UTF-8).")) from None
    return text


def value_of(parse: Callable[[str], Any], text: str) -> Any:
    """What `parse` makes of an argument.

    Raises:
        argparse.ArgumentTypeError: with the sentence of the ValueError that `parse` raised.
    """
    try:
        return parse(word(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _options(words: Sequence[str]) -> Sequence[str]:
    """Everything up to a lone `--`."""
    listed = list(words)
    return listed[: listed.index("--")] if "--" in listed else listed
