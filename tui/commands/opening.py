"""Which book a command means, and its passphrase."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.book.place import Place
from models.errors import BookError, BookMissingError
from models.language import gettext as _

if TYPE_CHECKING:
    from models.book.book import Book

PASSPHRASE_FILE: Final = "WAGEBOOK_PASSPHRASE_FILE"  # noqa: S105 - the name of the variable
PASSPHRASE: Final = "WAGEBOOK_PASSPHRASE"  # noqa: S105 - the name of the variable


def place_of(arguments: argparse.Namespace) -> Place:
    """The place that `--book` names, or the default one."""
    named: str | None = getattr(arguments, "book", None)
    return Place.of(named) if named else Place.default()


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator["Book"]:
    """The book, open inside the block.

    Raises:
        BookError: it cannot be opened, or there is no passphrase to be had.
    """
    from models.book.opening import book_exists, open_book

    place = place_of(arguments)
    if not book_exists(place):
        raise BookMissingError(_("There is no book at {place}.").format(place=place))
    with open_book(place, passphrase_for(place)) as book:
        yield book


def passphrase_for(place: Place, *, new: bool = False) -> str:
    """The passphrase from a file, the environment or the terminal; a new one is asked for twice.

    Raises:
        BookError: there is none to be had.
    """
    if not place.needs_passphrase:
        return ""
    file = os.environ.get(PASSPHRASE_FILE)
    if file:
        return _from_file(Path(file))
    given = os.environ.get(PASSPHRASE)
    if given:
        return _readable(given, PASSPHRASE)
    return _asked(new=new)


def passphrase_is_set() -> bool:
    """Whether the environment gives the passphrase, so that nobody has to be asked."""
    return bool(os.environ.get(PASSPHRASE_FILE) or os.environ.get(PASSPHRASE))


def _from_file(path: Path) -> str:
    try:
        text = path.read_bytes().decode()
    except OSError as error:
        message = _("The passphrase file {file} cannot be read: {reason}.")
        raise BookError(message.format(file=path, reason=error.strerror or error)) from None
    except UnicodeDecodeError:
        raise BookError(
            _("The passphrase file {file} holds no readable text (UTF-8).").format(file=path)
        ) from None
    return text.removesuffix("\n").removesuffix("\r")


def _readable(passphrase: str, name: str) -> str:
    try:
        passphrase.encode()
    except UnicodeEncodeError:
        raise BookError(_("{name} holds no readable text (UTF-8).").format(name=name)) from None
    return passphrase


def _asked(*, new: bool) -> str:
    # getpass would open the controlling terminal even where a script runs beside it.
    if sys.stdin is None or not sys.stdin.isatty():
        raise BookError(
            _("There is no terminal to ask for the passphrase; set {file} or {variable}.").format(
                file=PASSPHRASE_FILE, variable=PASSPHRASE
            )
        )
    try:
        first = getpass.getpass(_("Passphrase: "))
        again = getpass.getpass(_("The same passphrase again: ")) if new else first
    except EOFError:
        raise BookError(_("No passphrase was given.")) from None
    if first != again:
        raise BookError(_("The two passphrases are not the same; nothing was made."))
    return first
