"""What an approved run holds: the records it paid, and what it carried forward."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, or_, select, update

from models.errors import RefusedError
from models.language import gettext as _
from models.recording import free_occurrence, insert_rows
from models.sales.tables import SALE
from models.shifts.tables import SHIFT
from models.wages.earning import owner_of
from models.wages.engine.values import DEDUCTION, Source, SourceKind
from models.wages.holding import CLOSING, LIVE, Scope
from models.wages.records import adjustment_mark
from models.wages.storing import sources_of
from models.wages.tables import ADJUSTMENT, PAY_RUN, PAYSLIP, PAYSLIP_LINE, PIECE, REPAYMENT

TABLES: dict[SourceKind, Table] = {
    "shift": SHIFT,
    "piece": PIECE,
    "adjustment": ADJUSTMENT,
    "sale": SALE,
}
_CHUNK = 500


def claim_sources(connection: Connection, run: int, scope: Scope) -> None:
    """Mark everything that the run's payslips were computed from as held by it.

    It also holds the other shifts of its employees in the period, because hours that added
    nothing to a salary, or to what pieces earned, were counted too, and everything that had come
    late to their closed periods, because its corrections have counted it. Planned shifts stay open.
    """
    lines = (
        select(PAYSLIP_LINE.c.sources)
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .where(PAYSLIP.c.run_id == run, PAYSLIP_LINE.c.corrects == "")
    )
    ids: dict[SourceKind, set[int]] = defaultdict(set)
    for text in connection.execute(lines).scalars():
        for source in sources_of(text):
            ids[source.kind].add(source.id)
    for kind, keys in ids.items():
        if kind in TABLES:
            _hold(connection, TABLES[kind], run, keys, scope)
    counted = select(PAYSLIP.c.employee_id).where(PAYSLIP.c.run_id == run)
    connection.execute(
        update(SHIFT)
        .where(
            SHIFT.c.employee_id.in_(counted),
            SHIFT.c.day.between(scope.period.starts_on, scope.period.ends_on),
            SHIFT.c.status != "planned",
            SHIFT.c.run_id.is_(None),
        )
        .values(run_id=run)
    )
    for table in TABLES.values():
        _hold_late(connection, table, run, counted)


def _hold_late(connection: Connection, table: Table, run: int, employees: Any) -> None:
    """Hold what came late to the closed periods of the run's employees.

    What is in another currency than their pay is in no correction, and waits for one that is.
    """
    owner = owner_of(table)
    paying = PAYSLIP.alias()
    closed = (
        select(PAYSLIP.c.id)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .join(paying, (paying.c.run_id == run) & (paying.c.employee_id == PAYSLIP.c.employee_id))
        .where(
            PAYSLIP.c.employee_id == owner,
            paying.c.currency == PAYSLIP.c.currency,
            PAY_RUN.c.kind.in_(CLOSING),
            PAY_RUN.c.status.in_(LIVE),
            table.c.day.between(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on),
        )
    )
    if table in (SALE, ADJUSTMENT):
        closed = closed.where(table.c.currency == PAYSLIP.c.currency)
    left_out: Any = ()
    if table is SHIFT:
        left_out = (SHIFT.c.status != "planned",)
    elif table is ADJUSTMENT:
        left_out = (ADJUSTMENT.c.item != "DEDUCTION",)
    connection.execute(
        update(table)
        .where(owner.in_(employees), table.c.run_id.is_(None), table.c.struck_as.is_(None))
        .where(closed.exists(), *left_out)
        .values(run_id=run)
    )


def take_repayments(connection: Connection, run: int, on: date) -> None:
    """Write down what the run's payslips repay of advances."""
    statement = (
        select(PAYSLIP_LINE.c.payslip_id, PAYSLIP_LINE.c.amount, PAYSLIP_LINE.c.sources)
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .where(
            PAYSLIP.c.run_id == run,
            PAYSLIP_LINE.c.code == "ADVANCE",
            PAYSLIP_LINE.c.corrects == "",
            PAYSLIP_LINE.c.amount > 0,
        )
    )
    rows = [
        {
            "advance_id": source.id,
            "day": on,
            "amount": row.amount,
            "payslip_id": row.payslip_id,
            "note": "",
        }
        for row in connection.execute(statement)
        for source in sources_of(row.sources)
    ]
    insert_rows(connection, REPAYMENT, rows)


def carry_forward(connection: Connection, run: int) -> None:
    """Enter what the run's payslips could not take as deductions that are due from now on.

    A note says what a deduction is for; where a maker's share went below zero, it is the number
    of the payslip that says so.
    """
    statement = (
        select(PAYSLIP_LINE, PAYSLIP.c.employee_id, PAYSLIP.c.currency, PAYSLIP.c.number)
        .add_columns(PAY_RUN.c.ends_on.label("last_day"))
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(
            PAYSLIP.c.run_id == run,
            PAYSLIP_LINE.c.carried != 0,
            PAYSLIP_LINE.c.corrects == "",
            PAYSLIP_LINE.c.code != "ADVANCE",
        )
    )
    for line in connection.execute(statement).all():
        amount = line.carried if line.pay_group == DEDUCTION else -line.carried
        note = line.detail if line.pay_group == DEDUCTION else line.number
        day = line.last_day + timedelta(days=1)
        nature = _nature(connection, sources_of(line.sources), note)
        # The mark of one that was typed, so that it is found when an export of it is imported.
        mark = adjustment_mark(line.employee_id, day, "DEDUCTION", amount, note, **nature)
        connection.execute(
            insert(ADJUSTMENT).values(
                employee_id=line.employee_id,
                day=day,
                item="DEDUCTION",
                amount=amount,
                currency=line.currency,
                note=note,
                **nature,
                fingerprint=mark,
                occurrence=free_occurrence(connection, ADJUSTMENT, mark),
                carried_from_id=line.payslip_id,
            )
        )


def _nature(connection: Connection, sources: Iterable[Source], note: str) -> dict[str, Any]:
    """What a deduction that is carried forward keeps of the one that it is the rest of.

    That of a maker's share rests on the payslip which its note names.
    """
    columns = ("kind", "legal_basis", "agreed")
    for source in sources:
        if source.kind == "adjustment":
            statement = select(*(ADJUSTMENT.c[name] for name in columns))
            row = connection.execute(statement.where(ADJUSTMENT.c.id == source.id)).one()
            return dict(row._mapping)
    return {"kind": "", "legal_basis": note, "agreed": False}


def release_sources(connection: Connection, run: int) -> None:
    """Open again what the run held, and take back what it carried forward or took of advances.

    Raises:
        RefusedError: a later run has taken what this one carried forward, has corrected it, or
            paid what came on top of it for some of its days.
    """
    _refuse_if_built_upon(connection, run)
    slips = select(PAYSLIP.c.id).where(PAYSLIP.c.run_id == run)
    carried = ADJUSTMENT.c.carried_from_id.in_(slips)
    taken = connection.execute(
        select(ADJUSTMENT.c.run_id).where(carried, ADJUSTMENT.c.run_id.is_not(None))
    ).scalar()
    if taken is not None:
        raise RefusedError(
            _(
                "Run {later} has taken what run {run} carried forward; void run {later} first."
            ).format(later=taken, run=run)
        )
    connection.execute(delete(ADJUSTMENT).where(carried))
    connection.execute(delete(REPAYMENT).where(REPAYMENT.c.payslip_id.in_(slips)))
    for table in TABLES.values():
        connection.execute(update(table).where(table.c.run_id == run).values(run_id=None))


def _refuse_if_built_upon(connection: Connection, run: int) -> None:
    """A run that was approved later for days of the same employees pays the rest of this one."""
    own = connection.execute(select(PAY_RUN).where(PAY_RUN.c.id == run)).one()
    if own.approved_as is None:
        return
    later = connection.execute(_built_upon(own)).scalar()
    if later is not None:
        raise RefusedError(
            _("Run {later} pays what came on top of run {run}; void run {later} first.").format(
                later=later, run=run
            )
        )


def _built_upon(own: Any) -> Any:
    """The live runs approved later that pay the rest of a run or correct its payslips."""
    theirs = select(PAYSLIP.c.employee_id).where(PAYSLIP.c.run_id == own.id)
    numbers = select(PAYSLIP.c.number).where(PAYSLIP.c.run_id == own.id)
    corrected = (
        select(PAYSLIP_LINE.c.corrects)
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .where(PAYSLIP.c.run_id == own.id, PAYSLIP_LINE.c.corrects != "")
    )
    other = PAYSLIP.alias()
    line = PAYSLIP_LINE.alias()
    overlaps = (PAY_RUN.c.starts_on <= own.ends_on) & (PAY_RUN.c.ends_on >= own.starts_on)
    corrects = (
        select(line.c.id)
        .where(line.c.payslip_id == other.c.id)
        .where(line.c.corrects.in_(numbers) | line.c.corrects.in_(corrected))
        .exists()
    )
    holds = or_(
        *(
            select(table.c.id)
            .where(
                table.c.run_id == PAY_RUN.c.id,
                owner_of(table) == other.c.employee_id,
                table.c.day.between(own.starts_on, own.ends_on),
            )
            .exists()
            for table in TABLES.values()
            if table is not ADJUSTMENT
        )
    )
    return (
        select(PAY_RUN.c.id)
        .join(other, other.c.run_id == PAY_RUN.c.id)
        .where(
            PAY_RUN.c.approved_as > own.approved_as,
            PAY_RUN.c.status.in_(LIVE),
            other.c.employee_id.in_(theirs),
            overlaps | corrects | holds,
        )
        .limit(1)
    )


def _hold(
    connection: Connection, table: Table, run: int, keys: Iterable[int], scope: Scope
) -> None:
    """Claim records that no run holds; what a week reaches back to is paid by its own run."""
    listed = sorted(keys)
    free: ColumnElement[bool] = table.c.run_id.is_(None)
    if table is not ADJUSTMENT:
        free = free & (table.c.day >= scope.period.starts_on)
    for start in range(0, len(listed), _CHUNK):
        chunk = listed[start : start + _CHUNK]
        connection.execute(update(table).where(table.c.id.in_(chunk), free).values(run_id=run))
