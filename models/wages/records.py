"""Pieces and adjustments: writing them down, changing and removing them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, select, update

from models.book.book import Book
from models.employees.actions import known_employee
from models.employees.packs import PacksInForce, YoungEmployees
from models.employees.queries import EmployeeRef, employee_refs
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.language import gettext as _
from models.money import is_whole_minor, minor_digits, to_minor
from models.recording import (
    Numbered,
    Occurrences,
    Outcome,
    fingerprint,
    free_occurrence,
    insert_rows,
    refuse_struck,
)
from models.wages.drafts import AdjustmentDraft, PieceDraft
from models.wages.tables import ADJUSTMENT, PIECE


def add_piece(book: Book, draft: PieceDraft) -> None:
    """Write down pieces. Pieces like those of another entry are pieces once more.

    Raises:
        RefusedError: there is no such employee, or not employed on that day, or too young.
    """
    with book.acting("piece.add", subject=draft.employee) as acting:
        _add(acting.connection, PIECE, _piece_values(acting.connection, draft))


def change_piece(book: Book, piece_id: int, draft: PieceDraft) -> None:
    """Put the draft in the place of an entry.

    Raises:
        ClosedRecordError: an approved run has paid it.
    """
    with book.acting("piece.change", subject=draft.employee) as acting:
        check_open(acting.connection, PIECE, [piece_id])
        _change(acting.connection, PIECE, piece_id, _piece_values(acting.connection, draft))


def remove_pieces(book: Book, piece_ids: Sequence[int]) -> None:
    """Remove entries.

    Raises:
        ClosedRecordError: an approved run has paid one of them; none is removed.
    """
    with book.acting("piece.remove") as acting:
        check_open(acting.connection, PIECE, piece_ids)
        acting.connection.execute(delete(PIECE).where(PIECE.c.id.in_(piece_ids)))
        acting.details = {"pieces": len(piece_ids)}
        acting.changed = bool(piece_ids)


def add_adjustment(book: Book, draft: AdjustmentDraft) -> None:
    """Enter a bonus, an allowance, a reimbursement or a deduction.

    Raises:
        RefusedError: there is no such employee, the amount has too many decimals, or the pay rules
            ask for the legal basis of a deduction.
    """
    with book.acting("adjustment.add", subject=draft.employee) as acting:
        _add(acting.connection, ADJUSTMENT, _adjustment_values(acting.connection, draft))


def change_adjustment(book: Book, adjustment_id: int, draft: AdjustmentDraft) -> None:
    """Put the draft in the place of an adjustment.

    Raises:
        ClosedRecordError: it stands in an approved run.
    """
    with book.acting("adjustment.change", subject=draft.employee) as acting:
        check_open(acting.connection, ADJUSTMENT, [adjustment_id])
        values = _adjustment_values(acting.connection, draft)
        _change(acting.connection, ADJUSTMENT, adjustment_id, values)


def remove_adjustments(book: Book, adjustment_ids: Sequence[int]) -> None:
    """Remove adjustments.

    Raises:
        ClosedRecordError: one of them stands in an approved run; none is removed.
    """
    with book.acting("adjustment.remove") as acting:
        check_open(acting.connection, ADJUSTMENT, adjustment_ids)
        acting.connection.execute(delete(ADJUSTMENT).where(ADJUSTMENT.c.id.in_(adjustment_ids)))
        acting.details = {"adjustments": len(adjustment_ids)}
        acting.changed = bool(adjustment_ids)


def record_pieces(connection: Connection, rows: Numbered[PieceDraft]) -> Outcome:
    """Write pieces that the book does not have."""
    outcome = Outcome()
    refs = employee_refs(connection)
    occurrences = Occurrences(connection, PIECE, [draft.day for _row, draft in rows])
    young = YoungEmployees(connection)
    values: list[dict[str, Any]] = []
    for row, draft in rows:
        ref = _employed(refs, draft, young, row, outcome)
        if ref is not None:
            _keep(values, _piece_row(ref, draft), occurrences, outcome)
    insert_rows(connection, PIECE, values)
    outcome.added = len(values)
    return outcome


def record_adjustments(connection: Connection, rows: Numbered[AdjustmentDraft]) -> Outcome:
    """Write adjustments that the book does not have."""
    outcome = Outcome()
    refs = employee_refs(connection)
    occurrences = Occurrences(connection, ADJUSTMENT, [draft.day for _row, draft in rows])
    packs = PacksInForce(connection)
    values: list[dict[str, Any]] = []
    for row, draft in rows:
        ref = known_employee(refs, draft.employee, row, outcome)
        if ref is None or not _may_be_entered(ref, draft, packs, row, outcome):
            continue
        _keep(values, _adjustment_row(ref, draft), occurrences, outcome)
    insert_rows(connection, ADJUSTMENT, values)
    outcome.added = len(values)
    return outcome


def adjustment_mark(
    employee_id: int,
    day: date,
    item: str,
    amount: int,
    note: str,
    *,
    kind: str = "",
    legal_basis: str = "",
    agreed: bool = False,
    earned_from: date | None = None,
    earned_to: date | None = None,
) -> str:
    """The fingerprint of an adjustment, typed or carried forward.

    One that says nothing of its kind and days is known by the rest alone.
    """
    said = (kind, legal_basis, agreed, earned_from, earned_to)
    return fingerprint(employee_id, day, item, amount, note, *(said if any(said) else ()))


def check_open(connection: Connection, table: Table, ids: Sequence[int]) -> None:
    """Refuse to touch records that an approved run holds or that were struck out.

    Raises:
        ClosedRecordError: one is held (the message names the run) or struck out.
        NotFoundError: one is not there.
    """
    found = connection.execute(select(table).where(table.c.id.in_(ids))).all()
    if len(found) < len(set(ids)):
        raise NotFoundError(_("There is no such entry."))
    for row in found:
        if row.run_id is not None:
            raise ClosedRecordError(
                _("This stands in the approved pay run {run} and stays as it is.").format(
                    run=row.run_id
                )
            )
        refuse_struck(row)


def _keep(
    values: list[dict[str, Any]], row: dict[str, Any], seen: Occurrences, outcome: Outcome
) -> None:
    occurrence = seen.next(row["fingerprint"])
    if occurrence is None:
        outcome.skipped += 1
    else:
        values.append({**row, "occurrence": occurrence})


def _add(connection: Connection, table: Table, values: dict[str, Any]) -> None:
    occurrence = free_occurrence(connection, table, values["fingerprint"])
    connection.execute(table.insert().values(**values, occurrence=occurrence))


def _change(connection: Connection, table: Table, record_id: int, values: dict[str, Any]) -> None:
    mark = values["fingerprint"]
    old = connection.execute(select(table.c.fingerprint).where(table.c.id == record_id)).scalar()
    if mark != old:
        values = {**values, "occurrence": free_occurrence(connection, table, mark)}
    connection.execute(update(table).where(table.c.id == record_id).values(**values))


def _piece_values(connection: Connection, draft: PieceDraft) -> dict[str, Any]:
    outcome = Outcome()
    ref = _employed(employee_refs(connection), draft, YoungEmployees(connection), 0, outcome)
    if ref is None:
        raise RefusedError(outcome.problems[0].message, outcome.problems)
    return _piece_row(ref, draft)


def _adjustment_values(connection: Connection, draft: AdjustmentDraft) -> dict[str, Any]:
    outcome = Outcome()
    ref = known_employee(employee_refs(connection), draft.employee, 0, outcome)
    packs = PacksInForce(connection)
    if ref is None or not _may_be_entered(ref, draft, packs, 0, outcome):
        raise RefusedError(outcome.problems[0].message, outcome.problems)
    return _adjustment_row(ref, draft)


def _employed(
    refs: dict[str, EmployeeRef],
    draft: PieceDraft,
    young: YoungEmployees,
    row: int,
    outcome: Outcome,
) -> EmployeeRef | None:
    ref = known_employee(refs, draft.employee, row, outcome)
    if ref is None:
        return None
    if not ref.employed_on(draft.day):
        message = _("{code} was not employed on {day}.").format(code=ref.code, day=draft.day)
        outcome.refuse(row, "date", draft.day, message)
        return None
    if (refused := young.not_employable(ref.id, draft.day)) is not None:
        outcome.refuse(row, "employee", ref.code, refused)
        return None
    return ref


def _may_be_entered(
    ref: EmployeeRef, draft: AdjustmentDraft, packs: PacksInForce, row: int, outcome: Outcome
) -> bool:
    """Whether nothing is wrong with an adjustment; what is, is noted."""
    before = len(outcome.problems)
    if not is_whole_minor(draft.amount, ref.currency):
        outcome.refuse(row, "amount", draft.amount, _too_fine(ref.currency))
    if draft.item == "DEDUCTION" and not draft.legal_basis:
        lacking = _lacks_basis(packs, ref.id, draft.day)
        if lacking is not None:
            outcome.refuse(row, "legal_basis", draft.legal_basis, lacking)
    return len(outcome.problems) == before


def _lacks_basis(packs: PacksInForce, employee_id: int, day: date) -> str | None:
    """Why a deduction needs its legal basis; of a pack that cannot be read the run will say so."""
    try:
        rules = packs.rules(employee_id, day)
    except RefusedError:
        return None
    if not rules.deductions.legal_basis:
        return None
    return _(
        "The pay rules {pack} ask what law or agreement a deduction rests on: write its legal basis"
        " ({article})."
    ).format(pack=rules.pack, article=rules.deductions.cited)


def _too_fine(currency: str) -> str:
    return _("Amounts in {currency} have at most {n} decimals.").format(
        currency=currency, n=minor_digits(currency)
    )


def _piece_row(ref: EmployeeRef, draft: PieceDraft) -> dict[str, Any]:
    return {
        "employee_id": ref.id,
        "day": draft.day,
        "task": draft.task,
        "quantity": draft.quantity,
        "rate": draft.rate,
        "note": draft.note,
        "fingerprint": fingerprint(
            ref.id, draft.day, draft.task, draft.quantity, draft.rate, draft.note
        ),
    }


def _adjustment_row(ref: EmployeeRef, draft: AdjustmentDraft) -> dict[str, Any]:
    amount = to_minor(draft.amount, ref.currency)
    nature: dict[str, Any] = {
        "kind": draft.kind,
        "legal_basis": draft.legal_basis,
        "agreed": draft.agreed,
        "earned_from": draft.earned_from,
        "earned_to": draft.earned_to,
    }
    mark = adjustment_mark(ref.id, draft.day, draft.item, amount, draft.note, **nature)
    return {
        "employee_id": ref.id,
        "day": draft.day,
        "item": draft.item,
        "amount": amount,
        "currency": ref.currency,
        "note": draft.note,
        **nature,
        "fingerprint": mark,
    }
