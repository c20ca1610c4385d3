"""Reading what is due besides the work of a period: of now, or as an approved run stored it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, case, func, select

from models.book.settings import programme
from models.money import to_minor, unscaled
from models.wages.beside import Beside, Corrections, Hours
from models.wages.engine.values import AdvanceDue, Line
from models.wages.holding import LIVE, Scope
from models.wages.instalments import due, plan
from models.wages.storing import hours_of, line_fields, sources_of
from models.wages.tables import (
    ADVANCE,
    PAY_RUN,
    PAYSLIP,
    PAYSLIP_LINE,
    REPAYMENT,
    SKIPPED_INSTALMENT,
)


def beside_now(
    connection: Connection,
    scope: Scope,
    corrections: Corrections,
    failed: Mapping[int, int],
    hours: Hours,
) -> Beside:
    """What the book says now, with the corrections that were computed and those that failed."""
    return Beside(
        corrections,
        _advances(connection, scope),
        _owed(connection),
        _coins(connection),
        failed,
        hours,
    )


def _coins(connection: Connection) -> dict[str, int]:
    """The smallest note or coin of the programme's currency, if the settings name one."""
    settings = programme(connection)
    if settings.cash_smallest is None:
        return {}
    smallest = to_minor(unscaled(settings.cash_smallest), settings.currency)
    return {settings.currency: smallest} if smallest > 1 else {}


def _owed(connection: Connection) -> dict[tuple[int, str], int]:
    """What rounding has paid out and not taken back: of all that was approved or handed over."""
    counted = PAY_RUN.c.status.in_(LIVE) | PAYSLIP.c.paid_on.is_not(None)
    statement = (
        select(
            PAYSLIP.c.employee_id,
            PAYSLIP.c.currency,
            func.sum(PAYSLIP.c.account_after - PAYSLIP.c.account_before).label("owed"),
        )
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(counted)
        .group_by(PAYSLIP.c.employee_id, PAYSLIP.c.currency)
    )
    found = connection.execute(statement)
    return {(row.employee_id, row.currency): int(row.owed) for row in found if row.owed}


def _advances(connection: Connection, scope: Scope) -> dict[int, list[AdvanceDue]]:
    """The advances given by the end of the period of which something is owed."""
    repaid = (
        select(
            REPAYMENT.c.advance_id,
            func.sum(REPAYMENT.c.amount).label("repaid"),
            func.sum(
                case((REPAYMENT.c.payslip_id.is_not(None), REPAYMENT.c.amount), else_=0)
            ).label("taken"),
        )
        .group_by(REPAYMENT.c.advance_id)
        .subquery()
    )
    statement = (
        select(ADVANCE, repaid.c.repaid, repaid.c.taken)
        .outerjoin(repaid, repaid.c.advance_id == ADVANCE.c.id)
        .where(
            ADVANCE.c.day <= scope.period.ends_on,
            func.coalesce(repaid.c.repaid, 0) < ADVANCE.c.amount,
        )
        .order_by(ADVANCE.c.day, ADVANCE.c.id)
    )
    skipped: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(select(SKIPPED_INSTALMENT)):
        skipped[row.advance_id].append(row.due_on)
    found: dict[int, list[AdvanceDue]] = defaultdict(list)
    for row in connection.execute(statement):
        found[row.employee_id].append(_advance(row, skipped[row.id], scope))
    return found


def _advance(row: Any, skipped: list[Any], scope: Scope) -> AdvanceDue:
    repaid, taken = int(row.repaid or 0), int(row.taken or 0)
    instalments = plan(row.amount, row.instalment, row.first_due, row.every, skipped)
    return AdvanceDue(
        id=row.id,
        day=row.day,
        kind=row.kind,
        outstanding=row.amount - repaid,
        due=due(row.amount, instalments, scope.period.ends_on, taken, repaid - taken),
        currency=row.currency,
        note=row.note,
        agreed=row.agreed,
    )


def beside_as_stored(connection: Connection, run: int) -> Beside:
    """What an approved run took into account, from the lines of its payslips."""
    statement = (
        select(PAYSLIP_LINE, PAYSLIP.c.employee_id, PAYSLIP.c.currency)
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .where(PAYSLIP.c.run_id == run)
        .order_by(PAYSLIP_LINE.c.payslip_id, PAYSLIP_LINE.c.position)
    )
    corrections: dict[int, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    advances: dict[int, list[AdvanceDue]] = defaultdict(list)
    kinds = {row.id: row.kind for row in connection.execute(select(ADVANCE.c.id, ADVANCE.c.kind))}
    for row in connection.execute(statement):
        if row.corrects:
            corrections[row.employee_id][row.currency].append(_whole(row))
        elif row.code == "ADVANCE":
            advances[row.employee_id].append(_taken(row, kinds))
    slips = connection.execute(select(PAYSLIP).where(PAYSLIP.c.run_id == run)).all()
    before = {(row.employee_id, row.currency): row.account_before for row in slips}
    hours = {row.employee_id: hours_of(row.corrected_hours) for row in slips}
    return Beside(corrections, advances, before, hours=hours)


def _whole(row: Any) -> Line:
    """A stored correction before it was cut to what the payslip could bear."""
    fields = line_fields(row)
    return Line(**{**fields, "amount": row.amount + row.carried, "carried": 0})


def _taken(row: Any, kinds: dict[int, str]) -> AdvanceDue:
    [source] = sources_of(row.sources)
    return AdvanceDue(
        id=source.id,
        day=row.starts_on,
        kind="sub" if kinds.get(source.id) == "sub" else "loan",
        outstanding=source.quantity,
        due=row.amount + row.carried,
        currency=row.currency,
        note=row.detail,
        agreed=True,
    )
