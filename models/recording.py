"""Writing many checked rows at once: one transaction, one audit entry, all or nothing.

A room's recorder takes numbered drafts, writes the good ones and says what is wrong with the
others. `record` keeps the transaction or undoes it.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, func, select

from models.book.book import Book
from models.errors import ClosedRecordError, Problem, RefusedError
from models.language import gettext as _
from models.language import ngettext

D = TypeVar("D")
Numbered = Sequence[tuple[int, D]]


@dataclass
class Outcome:
    """What came of a batch: rows added, rows that were there already, and every fault."""

    added: int = 0
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def refuse(self, row: int, column: str, value: object, message: str) -> None:
        """Note a fault of a row; row 0 is a form."""
        self.problems.append(Problem(message, column=column, value=str(value), row=row or None))


Recorder = Callable[[Connection, Numbered[D]], Outcome]


class _UndoneError(Exception):
    """Leaves a transaction without keeping it."""


def record(
    book: Book,
    action: str,
    recorder: Recorder[D],
    rows: Numbered[D],
    *,
    problems: Sequence[Problem] = (),
    skip_bad: bool = False,
    dry_run: bool = False,
) -> Outcome:
    """Write `rows` through `recorder`.

    `problems` are faults found before, while the rows were read. Without `skip_bad` any fault
    undoes everything; with `dry_run` everything is undone in any case.

    Raises:
        RefusedError: with every fault, in the order of the rows; nothing was changed.
    """
    outcome = Outcome()
    try:
        with book.acting(action) as acting:
            outcome = recorder(acting.connection, rows)
            outcome.problems = sorted((*problems, *outcome.problems), key=lambda p: p.row or 0)
            if dry_run or (outcome.problems and not skip_bad):
                raise _UndoneError
            acting.details = {"added": outcome.added, "skipped": outcome.skipped}
            acting.changed = outcome.added > 0
    except _UndoneError:
        pass
    if outcome.problems and not skip_bad:
        raise RefusedError(_summary(outcome.problems), outcome.problems)
    return outcome


def record_one(book: Book, action: str, recorder: Recorder[D], draft: D) -> None:
    """Write what was typed in a form.

    Raises:
        RefusedError: with every fault, or because the book has it already.
    """
    outcome = record(book, action, recorder, [(0, draft)])
    if outcome.skipped:
        raise RefusedError(_("The book has this already."))


def _summary(problems: Sequence[Problem]) -> str:
    if len(problems) == 1:
        return problems[0].message
    message = ngettext(
        "{n} thing is wrong; nothing was changed.",
        "{n} things are wrong; nothing was changed.",
        len(problems),
    )
    return message.format(n=len(problems))


def fingerprint(*values: object) -> str:
    """What a record without a natural key is recognised by when its file is imported again."""
    text = "\x1f".join("" if value is None else str(value) for value in values)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


class Occurrences:
    """Which records are in the book already, counting identical ones.

    Two identical lines of one file are both real: the book then has that record twice. When the
    file is imported again, both are found.
    """

    def __init__(self, connection: Connection, table: Table, days: Iterable[date]) -> None:
        known = list(days)
        self._there: Counter[str] = Counter()
        self._next: Counter[str] = Counter()
        if known:
            between = table.c.day.between(min(known), max(known))
            found = select(table.c.fingerprint, table.c.occurrence).where(between)
            for mark, occurrence in connection.execute(found):
                self._there[mark] += 1
                self._next[mark] = max(self._next[mark], occurrence + 1)

    def next(self, mark: str) -> int | None:
        """The occurrence of this record, or None if the book has it."""
        if self._there[mark]:
            self._there[mark] -= 1
            return None
        occurrence = self._next[mark]
        self._next[mark] += 1
        return occurrence


def free_occurrence(connection: Connection, table: Table, mark: str) -> int:
    """The occurrence for one more record like those in the book."""
    highest = select(func.max(table.c.occurrence)).where(table.c.fingerprint == mark)
    found = connection.execute(highest).scalar()
    return 0 if found is None else int(found) + 1


def refuse_struck(row: Row[Any]) -> None:
    """Refuse to change or remove a record that was struck out.

    Raises:
        ClosedRecordError: it was; the message says why.
    """
    if row.struck_as is not None:
        message = _("This was struck out (“{why}”) and stays as it is.")
        raise ClosedRecordError(message.format(why=row.struck_why))


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Write `rows` in one go; none is no rows."""
    if rows:
        connection.execute(table.insert(), rows)
