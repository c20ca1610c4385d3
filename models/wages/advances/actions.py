"""Writing advances down, changing and removing them."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from models.book.book import Book
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.language import gettext as _
from models.recording import Numbered, Occurrences, Outcome, free_occurrence, insert_rows
from models.wages.advances.drafts import AdvanceDraft
from models.wages.advances.entering import ground_of, values_of
from models.wages.tables import ADVANCE, REPAYMENT, SKIPPED_INSTALMENT

_PLANNED: Final = (
    "employee_id",
    "day",
    "kind",
    "amount",
    "currency",
    "instalment",
    "first_due",
    "every",
)


def add_advance(book: Book, draft: AdvanceDraft) -> int:
    """Write an advance down and give back its number. One like another is one more.

    Raises:
        RefusedError: there is no such employee, or not employed on that day, or an amount has too
            many decimals.
    """
    with book.acting("advance.add", subject=draft.employee) as acting:
        values = _checked(acting.connection, draft)
        values["occurrence"] = free_occurrence(acting.connection, ADVANCE, values["fingerprint"])
        adding = insert(ADVANCE).values(**values).returning(ADVANCE.c.id)
        number = int(acting.connection.execute(adding).scalar_one())
        acting.details = {"advance": number}
    return number


def change_advance(book: Book, number: int, draft: AdvanceDraft) -> None:
    """Put the draft in the place of an advance.

    Once something was repaid or skipped, only the note and whether the worker agreed can change.

    Raises:
        ClosedRecordError: something was, and more would change.
        RefusedError: as `add_advance`.
    """
    with book.acting("advance.change", subject=draft.employee) as acting:
        connection = acting.connection
        old = connection.execute(select(ADVANCE).where(ADVANCE.c.id == number)).one_or_none()
        if old is None:
            raise no_such_advance(number)
        values = _checked(connection, draft)
        if any(values[name] != old._mapping[name] for name in _PLANNED):
            check_untouched(connection, [number])
        if values["fingerprint"] != old.fingerprint:
            values["occurrence"] = free_occurrence(connection, ADVANCE, values["fingerprint"])
        connection.execute(update(ADVANCE).where(ADVANCE.c.id == number).values(**values))
        acting.details = {"advance": number}


def remove_advances(book: Book, numbers: Sequence[int]) -> None:
    """Strike out advances of which nothing was repaid or skipped.

    Raises:
        ClosedRecordError: something was of one of them; none is removed.
    """
    with book.acting("advance.remove") as acting:
        check_untouched(acting.connection, numbers)
        acting.connection.execute(delete(ADVANCE).where(ADVANCE.c.id.in_(numbers)))
        acting.details = {"advances": list(numbers)}
        acting.changed = bool(numbers)


def record_advances(connection: Connection, rows: Numbered[AdvanceDraft]) -> Outcome:
    """Write advances that the book does not have."""
    outcome = Outcome()
    ground = ground_of(connection)
    occurrences = Occurrences(connection, ADVANCE, [draft.day for _row, draft in rows])
    values: list[dict[str, Any]] = []
    for row, draft in rows:
        found = values_of(ground, draft, row, outcome)
        if found is None:
            continue
        occurrence = occurrences.next(found["fingerprint"])
        if occurrence is None:
            outcome.skipped += 1
        else:
            values.append({**found, "occurrence": occurrence})
    insert_rows(connection, ADVANCE, values)
    outcome.added = len(values)
    return outcome


def check_untouched(connection: Connection, numbers: Sequence[int]) -> None:
    """Refuse to touch advances that are being repaid.

    Raises:
        ClosedRecordError: something was repaid of one, or an instalment of it was skipped.
        NotFoundError: one is not there.
    """
    there = set(connection.execute(select(ADVANCE.c.id).where(ADVANCE.c.id.in_(numbers))).scalars())
    for number in numbers:
        if number not in there:
            raise no_such_advance(number)
    for table, text in (
        (
            REPAYMENT,
            _("Of advance {number} something was repaid; only its note and consent can change."),
        ),
        (
            SKIPPED_INSTALMENT,
            _("Of advance {number} an instalment was skipped; take that back first."),
        ),
    ):
        of_them = select(table.c.advance_id).where(table.c.advance_id.in_(numbers))
        found = connection.execute(of_them.order_by(table.c.advance_id)).scalar()
        if found is not None:
            raise ClosedRecordError(text.format(number=found))


def no_such_advance(number: int) -> NotFoundError:
    """What to raise where there is no advance of that number."""
    return NotFoundError(_("There is no advance {number}.").format(number=number))


def _checked(connection: Connection, draft: AdvanceDraft) -> dict[str, Any]:
    outcome = Outcome()
    values = values_of(ground_of(connection), draft, 0, outcome)
    if values is None:
        raise RefusedError(outcome.problems[0].message, outcome.problems)
    return values
