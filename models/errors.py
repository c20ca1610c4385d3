"""What can go wrong, as types that a screen or a command can show.

Every message is a plain sentence for the manager. None carries more personal data than the value
that was just typed or imported.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in what was given, and where.

    `row` counts from 1 without the header; `column` is the column of the file or the field of
    the form; `value` is what stood there. Any of them may be unknown.
    """

    message: str
    column: str | None = None
    value: str | None = None
    row: int | None = None
    file: str | None = None

    def at(self, *, row: int | None = None, file: str | None = None) -> "Problem":
        """The same problem with its place filled in."""
        return replace(self, row=self.row or row, file=self.file or file)


class WagebookError(Exception):
    """Anything that Wagebook says no to.

    `message` is one plain sentence; `problems` lists every fault found, not the first.
    """

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = tuple(problems)


class RefusedError(WagebookError):
    """What was asked cannot be done, and nothing changed."""


class NotFoundError(RefusedError):
    """What was asked for is not in the book."""


class ClosedRecordError(RefusedError):
    """The record stands in an approved pay run and is never edited."""


class StaleDraftError(RefusedError):
    """The book has changed since the draft was computed; computing it anew puts that right."""


class FileRefusedError(RefusedError):
    """A file cannot be read or written."""


class BookError(WagebookError):
    """The book cannot be opened."""


class BookMissingError(BookError):
    """There is no book at that place."""


class WrongPassphraseError(BookError):
    """The passphrase does not open this book."""


class BookDamagedError(BookError):
    """The book's files are damaged or are not a book."""


class BookTooNewError(BookError):
    """The book was written by a newer version of Wagebook."""
