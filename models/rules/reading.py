"""A pack from a file, with its name beside every fault."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import FileRefusedError, RefusedError
from models.language import gettext as _
from models.rules.packs import read_pack

_LARGEST = 1_000_000
"""Bytes; a pack has some ten thousand."""


def pack_file_text(path: Path) -> str:
    """The text of a file that should be a pack; line ends are those of TOML.

    Raises:
        FileRefusedError: it cannot be read, or is no text.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        message = _("{file} cannot be read: {reason}.")
        reason = error.strerror or str(error)
        raise FileRefusedError(message.format(file=path.name, reason=reason)) from None
    if len(content) > _LARGEST:
        raise FileRefusedError(_("{file} is too large for a pack.").format(file=path.name))
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        message = _("{file} holds no readable text (UTF-8).")
        raise FileRefusedError(message.format(file=path.name)) from None


def checked_file(path: Path) -> str:
    """The text of a file that is a pack without faults.

    Raises:
        FileRefusedError: it cannot be read.
        PackRefusedError: with every fault, the file named beside each.
    """
    text = pack_file_text(path)
    with naming_the_file(path):
        read_pack(text)
    return text


@contextmanager
def naming_the_file(path: Path) -> Iterator[None]:
    """Name the file beside each fault that is found inside.

    Raises:
        RefusedError: of the same type.
    """
    try:
        yield
    except RefusedError as error:
        problems = [problem.at(file=path.name) for problem in error.problems]
        raise type(error)(error.message, problems) from None
