"""What becomes of an advance's plan: an instalment skipped, money handed back by hand."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from models.book.book import Book
from models.employees.tables import EMPLOYEE
from models.errors import ClosedRecordError, NotFoundError, Problem, RefusedError
from models.language import gettext as _
from models.money import Money, is_whole_minor, to_minor
from models.wages.advances.actions import no_such_advance
from models.wages.advances.drafts import SettlementDraft
from models.wages.advances.entering import too_fine
from models.wages.advances.standing import plan_standing, repaid_of, skipped_of
from models.wages.instalments import Standing
from models.wages.tables import ADVANCE, PAYSLIP, REPAYMENT, SKIPPED_INSTALMENT


def skip_instalment(book: Book, number: int, due_on: date) -> None:
    """Take nothing on a due day; one more instalment follows at the end.

    Raises:
        RefusedError: no instalment is due on that day, it is skipped already, or something was
            repaid of it.
        NotFoundError: there is no such advance.
    """
    with book.acting("advance.skip") as acting:
        advance = _advance(acting.connection, number)
        found = _due_on(advance, _plan(acting.connection, advance), due_on)
        if found.instalment.skipped:
            raise _wrong_day(_("The instalment of {day} is skipped already."), due_on)
        if found.taken:
            raise _wrong_day(_("The instalment of {day} was taken, in whole or in part."), due_on)
        if found.by_hand:
            raise _wrong_day(_("The instalment of {day} was repaid by hand."), due_on)
        skipping = insert(SKIPPED_INSTALMENT).values(advance_id=number, due_on=due_on)
        acting.connection.execute(skipping)
        acting.subject = advance.code
        acting.details = {"advance": number, "due_on": due_on.isoformat()}


def unskip_instalment(book: Book, number: int, due_on: date) -> None:
    """Take an instalment on its day after all; the one added at the end goes.

    Raises:
        RefusedError: it was not skipped, or a later one was taken since: two would be taken at
            once.
        NotFoundError: there is no such advance.
    """
    with book.acting("advance.unskip") as acting:
        connection = acting.connection
        advance = _advance(connection, number)
        plan = _plan(connection, advance)
        if not _due_on(advance, plan, due_on).instalment.skipped:
            raise _wrong_day(_("The instalment of {day} was not skipped."), due_on)
        if any(each.taken and each.instalment.due_on > due_on for each in plan):
            text = _("Since {day} a later instalment was taken; repay this one by hand instead.")
            raise _wrong_day(text, due_on)
        skipped = SKIPPED_INSTALMENT.c
        which = (skipped.advance_id == number, skipped.due_on == due_on)
        connection.execute(delete(SKIPPED_INSTALMENT).where(*which))
        acting.subject = advance.code
        acting.details = {"advance": number, "due_on": due_on.isoformat()}


def settle(book: Book, number: int, draft: SettlementDraft) -> int:
    """Note what was handed back, and give back the number of that repayment.

    Raises:
        RefusedError: it is more than is owed, has too many decimals, or was handed back before
            the advance was given.
        NotFoundError: there is no such advance.
    """
    with book.acting("advance.settle") as acting:
        advance = _advance(acting.connection, number)
        taken, by_hand = repaid_of(acting.connection, number)
        owed = Money(advance.amount - taken - by_hand, advance.currency)
        problems = list(_settlement_faults(advance, owed, draft))
        if problems:
            raise RefusedError(problems[0].message, problems)
        back = owed.minor if draft.amount is None else to_minor(draft.amount, owed.currency)
        settling = insert(REPAYMENT).values(
            advance_id=number, day=draft.day, amount=back, note=draft.note
        )
        repayment = acting.connection.execute(settling.returning(REPAYMENT.c.id)).scalar_one()
        acting.subject = advance.code
        acting.details = {"advance": number, "on": draft.day.isoformat()}
    return int(repayment)


def undo_settlement(book: Book, repayment: int) -> int:
    """Strike out what was noted as handed back, and give back the number of its advance.

    Raises:
        ClosedRecordError: a payslip took it.
        NotFoundError: there is no such repayment.
    """
    columns = (REPAYMENT.c.advance_id, REPAYMENT.c.day, PAYSLIP.c.number, EMPLOYEE.c.code)
    with book.acting("advance.undo_settlement") as acting:
        row = acting.connection.execute(
            select(*columns)
            .join(ADVANCE, ADVANCE.c.id == REPAYMENT.c.advance_id)
            .join(EMPLOYEE, EMPLOYEE.c.id == ADVANCE.c.employee_id)
            .outerjoin(PAYSLIP, PAYSLIP.c.id == REPAYMENT.c.payslip_id)
            .where(REPAYMENT.c.id == repayment)
        ).one_or_none()
        if row is None:
            raise NotFoundError(_("There is no repayment {number}.").format(number=repayment))
        if row.number is not None:
            message = _("Payslip {number} took this; only voiding its run gives it back.")
            raise ClosedRecordError(message.format(number=row.number))
        acting.connection.execute(delete(REPAYMENT).where(REPAYMENT.c.id == repayment))
        acting.subject = row.code
        acting.details = {"advance": row.advance_id, "on": row.day.isoformat()}
    return int(row.advance_id)


def _advance(connection: Connection, number: int) -> Row[Any]:
    """An advance with the code of its employee."""
    row = connection.execute(
        select(ADVANCE, EMPLOYEE.c.code)
        .join(EMPLOYEE, EMPLOYEE.c.id == ADVANCE.c.employee_id)
        .where(ADVANCE.c.id == number)
    ).one_or_none()
    if row is None:
        raise no_such_advance(number)
    return row


def _plan(connection: Connection, advance: Row[Any]) -> list[Standing]:
    skipped = skipped_of(connection, advance.id)
    return plan_standing(advance, skipped, *repaid_of(connection, advance.id))


def _due_on(advance: Row[Any], plan: list[Standing], day: date) -> Standing:
    for each in plan:
        if each.instalment.due_on == day:
            return each
    text = _("No instalment of advance {number} is due on {day}.")
    following = next((each.instalment.due_on for each in plan if each.left), None)
    if following is not None:
        text = _("No instalment of advance {number} is due on {day}; the next is on {next}.")
    message = text.format(number=advance.id, day=day, next=following)
    raise RefusedError(message, [Problem(message, column="due", value=str(day))])


def _wrong_day(text: str, day: date) -> RefusedError:
    message = text.format(day=day)
    return RefusedError(message, [Problem(message, column="due", value=str(day))])


def _settlement_faults(advance: Row[Any], owed: Money, draft: SettlementDraft) -> Iterator[Problem]:
    wrong = _wrong_amount(advance.id, owed, draft)
    if wrong:
        yield Problem(wrong, column="amount", value=str(draft.amount or ""))
    if draft.day < advance.day:
        message = _("The money was given on {day} only.").format(day=advance.day)
        yield Problem(message, column="date", value=str(draft.day))


def _wrong_amount(number: int, owed: Money, draft: SettlementDraft) -> str:
    if not owed:
        return _("Nothing is owed of advance {number} any more.").format(number=number)
    if draft.amount is None:
        return ""
    if not is_whole_minor(draft.amount, owed.currency):
        return too_fine(owed.currency)
    if to_minor(draft.amount, owed.currency) > owed.minor:
        text = _("Only {owed} is still owed of advance {number}.")
        return text.format(owed=owed, number=number)
    return ""
