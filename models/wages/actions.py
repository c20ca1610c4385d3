"""A pay run's life: draft, approved, paid, or void."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from models import fields
from models.book.book import Book
from models.employees.tables import EMPLOYEE
from models.errors import Problem, RefusedError, StaleDraftError
from models.language import gettext as _
from models.periods import Period
from models.wages.claims import (
    carry_forward,
    claim_sources,
    release_sources,
    take_repayments,
)
from models.wages.computing import OnProgress, SetAsideEmployee, compute_run
from models.wages.ground import days_counted, ground_of, keep
from models.wages.holding import Scope
from models.wages.run_checks import (
    expect,
    expect_to_leave,
    known_codes,
    refuse_overlap,
    scope_of,
    site_id,
)
from models.wages.storing import as_stored, same_payslips, store
from models.wages.tables import PAY_RUN, PAYSLIP, PAYSLIP_LINE, SET_ASIDE

_CHUNK: Final = 500


def new_run(
    book: Book,
    *,
    period: Period,
    site: str | None = None,
    codes: Sequence[str] = (),
    off_cycle: bool = False,
    final: bool = False,
    on_progress: OnProgress | None = None,
) -> int:
    """Compute a draft for `period` and give back its number.

    A `final` run settles everything with employees of `codes` who leave by the end of the period.
    `on_progress` is told how many employees are computed, and of how many; it may raise to stop.

    Raises:
        RefusedError: an employee has a regular run in some of these days already, or there is
            nothing to pay.
    """
    with book.acting("payrun.new") as acting:
        connection = acting.connection
        known = known_codes(connection, codes)
        if final:
            expect_to_leave(connection, known, period)
        scope = Scope(period, site_id(connection, site), known, off_cycle, final)
        number = _next(connection, PAY_RUN.c.id)
        connection.execute(
            insert(PAY_RUN).values(
                id=number,
                kind="final" if final else "off_cycle" if off_cycle else "regular",
                status="draft",
                starts_on=period.starts_on,
                ends_on=period.ends_on,
                site_id=scope.site_id,
                codes=json.dumps(scope.codes),
                void_reason="",
                kept="",
            )
        )
        acting.subject = str(number)
        count = _compute_and_store(connection, number, scope, on_progress)
        acting.details = {"payslips": count}
    return number


def recompute_run(book: Book, number: int, *, on_progress: OnProgress | None = None) -> None:
    """Compute a draft anew from what the book says now. What was typed by hand is in the book.

    Raises:
        RefusedError: the run is no draft.
    """
    with book.acting("payrun.recompute", subject=str(number)) as acting:
        expect(acting.connection, number, "draft")
        scope = scope_of(acting.connection, number)
        _clear(acting.connection, number)
        count = _compute_and_store(acting.connection, number, scope, on_progress)
        acting.details = {"payslips": count}


def approve_run(book: Book, number: int, *, on_progress: OnProgress | None = None) -> None:
    """Freeze a draft: its payslips and everything that they were computed from.

    Raises:
        StaleDraftError: the book has changed since the draft was computed.
        RefusedError: the run is no draft, or has no payslip.
    """
    with book.acting("payrun.approve", subject=str(number)) as acting:
        connection = acting.connection
        expect(connection, number, "draft")
        scope = scope_of(connection, number)
        stored = as_stored(connection, number)
        ground = ground_of(connection, days_counted(scope.period))
        computed, _aside = compute_run(connection, number, scope, ground, on_progress)
        if not same_payslips(stored, computed):
            raise StaleDraftError(
                _("The book has changed since run {run} was computed; recompute it first.").format(
                    run=number
                )
            )
        if not stored:
            raise RefusedError(_("Run {run} has no payslips to approve.").format(run=number))
        claim_sources(connection, number, scope)
        carry_forward(connection, number)
        take_repayments(connection, number, scope.period.ends_on)
        packs = {slip["pack"] for slip, _lines in computed}
        connection.execute(
            update(PAY_RUN)
            .where(PAY_RUN.c.id == number)
            .values(
                status="approved",
                approved_as=_next(connection, PAY_RUN.c.approved_as),
                kept=keep(connection, ground, packs, _leavers(connection, number, scope)),
            )
        )
        acting.details = {"payslips": len(stored)}


def pay_run(book: Book, number: int, *, on: date, codes: Sequence[str] = ()) -> None:
    """Mark employees of an approved run as paid on a day: those of `codes`, or all that are not.

    The run is paid as soon as everyone in it is.

    Raises:
        RefusedError: the run is not approved, the day is before the period starts, or an employee
            was paid already or has no payslip in it.
    """
    with book.acting("payrun.pay", subject=str(number)) as acting:
        connection = acting.connection
        expect(connection, number, "approved")
        period = scope_of(connection, number).period
        if on < period.starts_on:
            message = _("The day of payment is before the period starts.")
            raise RefusedError(message, [Problem(message, column="on", value=str(on))])
        due = _payslips_of(connection, number, codes, paid=False)
        _set_paid_on(connection, due, on)
        if not _still_open(connection, number):
            connection.execute(
                update(PAY_RUN).where(PAY_RUN.c.id == number).values(status="paid", paid_on=on)
            )
        acting.details = {"on": on.isoformat(), "employees": len(due)}


def mark_uncollected(book: Book, number: int, *, codes: Sequence[str]) -> None:
    """Note that employees have not collected their pay: it stays open until they are paid.

    Raises:
        RefusedError: the run is a draft or void, or an employee was not marked as paid in it.
    """
    with book.acting("payrun.uncollected", subject=str(number)) as acting:
        connection = acting.connection
        expect(connection, number, "approved", "paid")
        slips = _payslips_of(connection, number, codes, paid=True)
        _set_paid_on(connection, slips, None)
        connection.execute(
            update(PAY_RUN).where(PAY_RUN.c.id == number).values(status="approved", paid_on=None)
        )
        acting.details = {"employees": len(slips)}


def _payslips_of(
    connection: Connection, number: int, codes: Sequence[str], *, paid: bool
) -> list[int]:
    """The ids of payslips that are paid, or not; with `codes` each of them must be."""
    statement = (
        select(EMPLOYEE.c.code, PAYSLIP.c.id, PAYSLIP.c.paid_on)
        .join(EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id)
        .where(PAYSLIP.c.run_id == number)
    )
    slips = {row.code: row for row in connection.execute(statement)}
    problems = [
        Problem(_fault_in(code, slips.get(code)), column="employee", value=code)
        for code in codes
        if code not in slips or (slips[code].paid_on is not None) is not paid
    ]
    if problems:
        raise RefusedError(problems[0].message, problems)
    return [
        row.id
        for code, row in slips.items()
        if (code in codes or not codes) and (row.paid_on is not None) is paid
    ]


def _fault_in(code: str, slip: Any) -> str:
    if slip is None:
        return _("{code} has no payslip in this run.").format(code=code)
    if slip.paid_on is None:
        return _("{code} was not marked as paid.").format(code=code)
    return _("{code} was paid on {day} already.").format(code=code, day=slip.paid_on)


def _set_paid_on(connection: Connection, slips: Sequence[int], on: date | None) -> None:
    for start in range(0, len(slips), _CHUNK):
        chosen = PAYSLIP.c.id.in_(slips[start : start + _CHUNK])
        connection.execute(update(PAYSLIP).where(chosen).values(paid_on=on))


def _still_open(connection: Connection, number: int) -> bool:
    unpaid = (PAYSLIP.c.run_id == number) & PAYSLIP.c.paid_on.is_(None)
    return connection.execute(select(PAYSLIP.c.id).where(unpaid).limit(1)).first() is not None


def void_run(book: Book, number: int, *, reason: str) -> None:
    """Void a run; what it was computed from is open again.

    Who was paid in it keeps the money: the next run of each takes it back line by line.

    Raises:
        RefusedError: the run is void, the reason is missing, or a later run has corrected it or
            taken what it carried forward.
    """
    why = _why(reason)
    with book.acting("payrun.void", subject=str(number)) as acting:
        expect(acting.connection, number, "draft", "approved", "paid")
        release_sources(acting.connection, number)
        acting.connection.execute(
            update(PAY_RUN).where(PAY_RUN.c.id == number).values(status="void", void_reason=why)
        )


def _why(reason: str) -> str:
    try:
        why = fields.text(reason, 500)
    except ValueError as error:
        raise RefusedError(str(error), [Problem(str(error), column="reason")]) from None
    if not why:
        message = _("Say why the run is void.")
        raise RefusedError(message, [Problem(message, column="reason", value="")])
    return why


def _compute_and_store(
    connection: Connection, number: int, scope: Scope, on_progress: OnProgress | None
) -> int:
    ground = ground_of(connection, days_counted(scope.period))
    computed, aside = compute_run(connection, number, scope, ground, on_progress)
    if not scope.off_cycle and not scope.final:
        paid = [slip["employee_id"] for slip, _lines in computed]
        refuse_overlap(connection, number, scope, paid + [each.employee_id for each in aside])
    if not computed and not aside:
        raise RefusedError(_("There is nothing to pay in this period."))
    store(connection, computed)
    _set_aside(connection, number, aside)
    return len(computed)


def _leavers(connection: Connection, number: int, scope: Scope) -> list[int]:
    """The employees of a run who leave inside its period, as far as the book knows."""
    inside = EMPLOYEE.c.left_on.between(scope.period.starts_on, scope.period.ends_on)
    statement = select(EMPLOYEE.c.id).join(PAYSLIP, PAYSLIP.c.employee_id == EMPLOYEE.c.id)
    return list(connection.execute(statement.where(PAYSLIP.c.run_id == number, inside)).scalars())


def _next(connection: Connection, column: Any) -> int:
    return int(connection.execute(select(func.max(column))).scalar() or 0) + 1


def _set_aside(connection: Connection, number: int, aside: Sequence[SetAsideEmployee]) -> None:
    if aside:
        connection.execute(
            insert(SET_ASIDE),
            [
                {"run_id": number, "employee_id": each.employee_id, "reason": each.reason}
                for each in aside
            ],
        )


def _clear(connection: Connection, number: int) -> None:
    slips = select(PAYSLIP.c.id).where(PAYSLIP.c.run_id == number)
    connection.execute(delete(PAYSLIP_LINE).where(PAYSLIP_LINE.c.payslip_id.in_(slips)))
    connection.execute(delete(PAYSLIP).where(PAYSLIP.c.run_id == number))
    connection.execute(delete(SET_ASIDE).where(SET_ASIDE.c.run_id == number))
