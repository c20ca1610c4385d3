"""What a manager does with shifts."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, select, update

from models.book.book import Book
from models.book.records import standing
from models.employees.actions import known_employee
from models.employees.queries import EmployeeRef, employee_refs
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.language import gettext as _
from models.periods import Period
from models.recording import Numbered, Outcome, insert_rows, record, record_one, refuse_struck
from models.rules.young import Excess
from models.shifts.drafts import ShiftDraft
from models.shifts.hours import DAY_MINUTES, Diary, Span, clock, real_span, shift_name
from models.shifts.patterns import moved
from models.shifts.queries import ShiftRow, shifts
from models.shifts.struck import StruckShifts
from models.shifts.tables import SHIFT
from models.shifts.young import YoungWorkers, refuse_status


def add_shift(book: Book, draft: ShiftDraft) -> None:
    """Write down a shift.

    Raises:
        RefusedError: it overlaps another (which is named), or its employee was not employed.
    """
    record_one(book, "shift.add", record_shifts, draft)


def change_shift(book: Book, shift_id: int, draft: ShiftDraft) -> None:
    """Put the draft in the place of a shift.

    Raises:
        ClosedRecordError: an approved run has paid it.
        RefusedError: the draft would be refused as a new shift, too.
    """
    with book.acting("shift.change", subject=draft.employee) as acting:
        _open_shifts(acting.connection, [shift_id])
        outcome = Outcome()
        values = _shift_values(acting.connection, [(0, draft)], outcome, leaving_out=shift_id)
        if outcome.problems:
            raise RefusedError(outcome.problems[0].message, outcome.problems)
        if outcome.skipped:
            raise RefusedError(_("The book has this already."))
        acting.connection.execute(update(SHIFT).where(SHIFT.c.id == shift_id).values(**values[0]))


def set_shift_status(book: Book, shift_ids: Sequence[int], status: str) -> int:
    """Mark shifts as worked, absent or on leave; gives back how many.

    Raises:
        ClosedRecordError: an approved run has paid one of them; none is changed.
        RefusedError: a young employee may not work one of them; none is changed.
    """
    with book.acting("shift.status") as acting:
        _open_shifts(acting.connection, shift_ids)
        refuse_status(acting.connection, shift_ids, status)
        changed = acting.connection.execute(
            update(SHIFT).where(SHIFT.c.id.in_(shift_ids)).values(status=status)
        ).rowcount
        acting.details = {"status": status, "shifts": changed}
        acting.changed = changed > 0
    return changed


def confirm_planned(book: Book, *, from_: date, to: date) -> int:
    """Mark all planned shifts of these days as worked; gives back how many."""
    with book.acting("shift.confirm") as acting:
        planned = SHIFT.c.day.between(from_, to) & (SHIFT.c.status == "planned")
        changed = acting.connection.execute(
            update(SHIFT).where(planned, SHIFT.c.run_id.is_(None)).values(status="worked")
        ).rowcount
        acting.details = {"shifts": changed}
        acting.changed = changed > 0
    return changed


def remove_shifts(book: Book, shift_ids: Sequence[int]) -> None:
    """Remove shifts.

    Raises:
        ClosedRecordError: an approved run has paid one of them; none is removed.
    """
    with book.acting("shift.remove") as acting:
        _open_shifts(acting.connection, shift_ids)
        acting.connection.execute(delete(SHIFT).where(SHIFT.c.id.in_(shift_ids)))
        acting.details = {"shifts": len(shift_ids)}
        acting.changed = bool(shift_ids)


def copy_week(
    book: Book, week: Period, to: date, *, employee: str | None = None, skip_bad: bool = False
) -> Outcome:
    """Plan the week of `to` with the shifts of another week, of one employee or of all.

    Args:
        book: The book.
        week: The days whose shifts are copied.
        to: The day on which the copy of the first of these days lies.
        employee: The code of the only one whose shifts are copied.
        skip_bad: Leave out what cannot be copied, instead of copying nothing.

    Raises:
        RefusedError: with each shift that cannot be copied and why; nothing was changed.
    """
    first, last = week.starts_on, week.ends_on
    source = shifts(book, from_=first, to=last, employee=employee, struck=False)
    drafts = [_planned(row, moved(row.day, week, to)) for row in source.all()]
    return record(
        book, "shift.copy_week", record_shifts, list(enumerate(drafts, 1)), skip_bad=skip_bad
    )


def _planned(row: ShiftRow, day: date) -> ShiftDraft:
    """The same shift on another day; what was noted of its own day is not copied."""
    return ShiftDraft(
        employee=row.employee,
        day=day,
        start=row.starts,
        end=row.ends % DAY_MINUTES,
        break_minutes=row.break_minutes,
        status="planned",
        rate=row.rate,
        activity=row.activity,
    )


def record_shifts(connection: Connection, rows: Numbered[ShiftDraft]) -> Outcome:
    """Write shifts; the same employee, day, start and end is there already.

    So is, from a file, one that was struck out.
    """
    outcome = Outcome()
    values = _shift_values(connection, rows, outcome)
    insert_rows(connection, SHIFT, values)
    outcome.added = len(values)
    return outcome


def _shift_values(
    connection: Connection,
    rows: Numbered[ShiftDraft],
    outcome: Outcome,
    leaving_out: int | None = None,
) -> list[dict[str, Any]]:
    refs = employee_refs(connection)
    diaries = _diaries(connection, refs, [draft for _row, draft in rows], leaving_out)
    zones = {ref.timezone: ZoneInfo(ref.timezone) for ref in refs.values()}
    changed = () if leaving_out is None else (leaving_out,)
    days = {draft.day for _row, draft in rows}
    young = YoungWorkers(connection, days, changed)
    struck = StruckShifts(connection, days)
    values = []
    for row, draft in rows:
        ref = known_employee(refs, draft.employee, row, outcome)
        if ref is None or not _employed(ref, draft, row, outcome):
            continue
        starts_at, ends_at = real_span(draft.day, draft.start, draft.ends, zones[ref.timezone])
        if ends_at <= starts_at:
            message = _("The clocks go forward on this day and leave these hours out.")
            outcome.refuse(row, "start", clock(draft.start), message)
            continue
        span = Span(starts_at, ends_at, shift_name(draft.day, draft.start, draft.ends))
        if row and struck.has(ref.id, draft):
            outcome.skipped += 1
            continue
        diary = diaries.setdefault(ref.id, Diary())
        clash = diary.clash(span)
        if clash is not None:
            if clash == span:
                outcome.skipped += 1
            else:
                _refuse_overlap(outcome, row, draft, clash)
            continue
        if draft.break_minutes >= ends_at - starts_at:
            message = _("The break is as long as the shift or longer.")
            outcome.refuse(row, "break_minutes", draft.break_minutes, message)
            continue
        shift = _values(ref, draft, starts_at, ends_at)
        if faults := young.faults(shift):
            _refuse_young(outcome, row, draft, faults)
            continue
        diary.add(span)
        young.add(shift)
        values.append(shift)
    return values


def _values(ref: EmployeeRef, draft: ShiftDraft, starts_at: int, ends_at: int) -> dict[str, Any]:
    return {
        "employee_id": ref.id,
        "day": draft.day,
        "starts": draft.start,
        "ends": draft.ends,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "break_minutes": draft.break_minutes,
        "status": draft.status,
        "rate": draft.rate,
        "activity": draft.activity,
        "note": draft.note,
    }


def _diaries(
    connection: Connection,
    refs: dict[str, EmployeeRef],
    drafts: Sequence[ShiftDraft],
    leaving_out: int | None,
) -> dict[int, Diary]:
    """The diaries of the drafts' employees around the drafts' days."""
    if not drafts:
        return {}
    margin = timedelta(days=2)
    days = [draft.day for draft in drafts]
    found = select(
        SHIFT.c.id,
        SHIFT.c.employee_id,
        SHIFT.c.day,
        SHIFT.c.starts,
        SHIFT.c.ends,
        SHIFT.c.starts_at,
        SHIFT.c.ends_at,
    ).where(standing(SHIFT), SHIFT.c.day.between(min(days) - margin, max(days) + margin))
    spans: dict[int, list[Span]] = {}
    for row in connection.execute(found):
        if row.id != leaving_out:
            name = shift_name(row.day, row.starts, row.ends)
            spans.setdefault(row.employee_id, []).append(
                Span(row.starts_at, row.ends_at, name, row.id)
            )
    concerned = {refs[draft.employee].id for draft in drafts if draft.employee in refs}
    return {employee: Diary(spans.get(employee, ())) for employee in concerned}


def _employed(ref: EmployeeRef, draft: ShiftDraft, row: int, outcome: Outcome) -> bool:
    if ref.employed_on(draft.day):
        return True
    message = _("{code} was not employed on {day}.").format(code=ref.code, day=draft.day)
    outcome.refuse(row, "date", draft.day, message)
    return False


def _refuse_overlap(outcome: Outcome, row: int, draft: ShiftDraft, clash: Span) -> None:
    message = _("This shift overlaps the shift {other} of {code}.").format(
        other=clash.name, code=draft.employee
    )
    outcome.refuse(row, "start", clock(draft.start), message)


def _refuse_young(outcome: Outcome, row: int, draft: ShiftDraft, faults: Sequence[Excess]) -> None:
    typed = {
        "employee": draft.employee,
        "date": draft.day,
        "start": clock(draft.start),
        "end": clock(draft.end),
    }
    for fault in faults:
        outcome.refuse(row, fault.column, typed[fault.column], fault.message)


def _open_shifts(connection: Connection, shift_ids: Collection[int]) -> None:
    rows = connection.execute(select(SHIFT).where(SHIFT.c.id.in_(shift_ids))).all()
    if len(rows) < len(set(shift_ids)):
        raise NotFoundError(_("There is no such shift."))
    for row in rows:
        if row.run_id is not None:
            raise ClosedRecordError(
                _(
                    "The shift {shift} stands in the approved pay run {run} and stays as it is."
                ).format(shift=shift_name(row.day, row.starts, row.ends), run=row.run_id)
            )
        refuse_struck(row)
