"""What the closed payslips of a run's employees lack or paid too much, as the book stands now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from models.wages.closed import Closed, closed_payslips, in_doubt
from models.wages.engine.corrections import Settled, corrections, reversal
from models.wages.engine.pay import earnings_of
from models.wages.engine.values import DEDUCTION, EARNING, Line
from models.wages.faults import CANNOT_PAY, fault_of
from models.wages.gathering import payees
from models.wages.ground import kept_ground
from models.wages.holding import LIVE, Scope
from models.wages.storing import line_fields
from models.wages.tables import PAY_RUN, PAYSLIP, PAYSLIP_LINE

_CHUNK = 500


@dataclass(slots=True)
class Outstanding:
    """By employee: the lines that are missing, by currency, or why none could be computed."""

    lines: dict[int, dict[str, list[Line]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    faults: dict[int, tuple[str, ...]] = field(default_factory=dict)


def outstanding(connection: Connection, scope: Scope) -> Outstanding:
    """Compute again every closed payslip that may have changed, oldest first.

    Payslips of void runs that were paid are taken back line by line.
    """
    closed = closed_payslips(connection, scope)
    found = Outstanding()
    _reverse(connection, [slip for slip in closed if slip.void], found)
    doubtful = in_doubt(connection, [slip for slip in closed if not slip.void])
    settled = _settled(connection, doubtful)
    by_run: dict[int, list[Closed]] = defaultdict(list)
    for slip in doubtful:
        by_run[slip.run].append(slip)
    for slips in by_run.values():
        _recompute(connection, slips, settled, found)
    return found


def _recompute(
    connection: Connection,
    slips: Sequence[Closed],
    settled: Mapping[str, Sequence[Settled]],
    found: Outstanding,
) -> None:
    first = slips[0]
    scope = Scope(
        first.period,
        codes=tuple(slip.code for slip in slips),
        off_cycle=first.kind == "off_cycle",
        final=first.kind == "final",
        run=first.run,
        amended=True,
    )
    ground = kept_ground(connection, first.kept)
    known = {payee.id: payee for payee in payees(connection, scope, ground)}
    for slip in slips:
        now: list[Line] = []
        currency = slip.currency
        if slip.employee in known:
            try:
                currency, now = earnings_of(known[slip.employee].pay, ground.rules_of)
            except CANNOT_PAY as error:
                found.faults[slip.employee] = fault_of(error)
                continue
        lines = found.lines[slip.employee]
        paid = settled[slip.number]
        if currency == slip.currency:
            lines[currency] += corrections(now, paid, slip.number)
        else:
            lines[slip.currency] += corrections((), paid, slip.number)
            lines[currency] += corrections(now, (), slip.number)


def _settled(connection: Connection, slips: Iterable[Closed]) -> dict[str, list[Settled]]:
    """What each payslip and its corrections paid for its earnings."""
    numbers = [slip.number for slip in slips]
    found: dict[str, dict[int, Settled]] = {number: {} for number in numbers}
    for row in _lines(connection, numbers):
        line = Line(**line_fields(row))
        if not row.corrects:
            found[row.number][row.id] = Settled(row.id, line, line.amount + line.carried)
            continue
        slip = found[row.corrects]
        before = slip.pop(row.corrects_line_id, None)
        slip[row.id] = Settled(row.id, line, line.amount + (before.amount if before else 0))
    return {number: list(lines.values()) for number, lines in found.items()}


def _lines(connection: Connection, numbers: Sequence[str]) -> Iterable[Any]:
    """The earnings of payslips, and the lines of live runs that correct them, oldest first."""
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        statement = (
            select(PAYSLIP_LINE, PAYSLIP.c.number)
            .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
            .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
            .where(
                PAYSLIP_LINE.c.pay_group == EARNING,
                or_(
                    and_(PAYSLIP.c.number.in_(chunk), PAYSLIP_LINE.c.corrects == ""),
                    and_(PAYSLIP_LINE.c.corrects.in_(chunk), PAY_RUN.c.status.in_(LIVE)),
                ),
            )
            .order_by(PAY_RUN.c.approved_as, PAYSLIP_LINE.c.id)
        )
        yield from connection.execute(statement)


def _reverse(connection: Connection, slips: Sequence[Closed], found: Outstanding) -> None:
    """Take back what void payslips paid, as far as it is not taken back yet."""
    for slip in slips:
        statement = (
            select(PAYSLIP_LINE)
            .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
            .where(PAYSLIP.c.number == slip.number)
            .where(PAYSLIP_LINE.c.pay_group.in_((EARNING, DEDUCTION)))
            .order_by(PAYSLIP_LINE.c.position)
        )
        before = _reversed(connection, slip.number)
        for row in connection.execute(statement):
            if row.amount + before.get(row.id, 0):
                line = reversal(
                    Line(**line_fields(row)),
                    row.id,
                    before.get(row.id, 0),
                    slip.number,
                    slip.currency,
                )
                found.lines[slip.employee][slip.currency].append(line)


def _reversed(connection: Connection, number: str) -> dict[int, int]:
    """What live runs have taken back of each line of a void payslip (below zero: taken back)."""
    statement = (
        select(PAYSLIP_LINE.c.corrects_line_id, PAYSLIP_LINE.c.amount)
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(PAYSLIP_LINE.c.corrects == number, PAY_RUN.c.status.in_(LIVE))
    )
    found: dict[int, int] = defaultdict(int)
    for row in connection.execute(statement):
        found[row.corrects_line_id] += row.amount
    return found
