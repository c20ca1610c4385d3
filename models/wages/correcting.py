"""What the closed payslips of a run's employees lack or paid too much, as the book stands now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from models.wages.closed import Closed, absorbed, closed_payslips, in_doubt
from models.wages.engine.corrections import Settled, corrections, reversal
from models.wages.engine.pay import Earned, earned_in
from models.wages.engine.values import DEDUCTION, EARNING, Line, Minutes
from models.wages.faults import CANNOT_PAY
from models.wages.gathering import payees
from models.wages.ground import kept_ground
from models.wages.holding import CLOSING, LIVE, Scope
from models.wages.storing import line_fields, sources_of
from models.wages.tables import ADJUSTMENT, PAY_RUN, PAYSLIP, PAYSLIP_LINE

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Begun:
    """An off-cycle payslip, and what its lines and their corrections have paid for which hours."""

    number: str
    currency: str
    settled: tuple[Settled, ...]
    minutes: Minutes


@dataclass(slots=True)
class Outstanding:
    """By employee: the lines that are missing, by currency, and what could not be computed.

    `hours` are those that closed payslips lack or have too many, by their numbers. `failed` counts
    closed payslips whose pay terms are missing now or do not fit together. `begun` is what
    off-cycle payslips have paid already of the run's own period.
    """

    lines: dict[int, dict[str, list[Line]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    failed: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    begun: dict[int, list[Begun]] = field(default_factory=dict)
    hours: dict[int, dict[str, Minutes]] = field(default_factory=lambda: defaultdict(dict))


def outstanding(connection: Connection, scope: Scope) -> Outstanding:
    """Compute again every closed payslip that may have changed, oldest first.

    Payslips of void runs that were paid are taken back line by line.
    """
    closed = closed_payslips(connection, scope)
    found = Outstanding()
    _reverse(connection, [slip for slip in closed if slip.void], found)
    _give_back(connection, [slip for slip in closed if not slip.void], found)
    live = [slip for slip in closed if not slip.void]
    off_cycle = _by_employee(slip for slip in live if slip.kind not in CLOSING)
    one = {
        slip.number: absorbed(off_cycle[slip.employee], slip)
        for slip in live
        if slip.kind in CLOSING and slip.employee in off_cycle
    }
    hours = _hours_so_far(live)
    done = {part.number for parts in one.values() for part in parts}
    for employee, slips in off_cycle.items():
        rest = [s for s in slips if s.number not in done and scope.absorbs(s.period)]
        if rest:
            found.begun[employee] = settled_by(connection, rest, hours)
            done |= {slip.number for slip in rest}
    doubtful = in_doubt(connection, [slip for slip in live if slip.number not in done])
    by_run: dict[int, list[Closed]] = defaultdict(list)
    for slip in doubtful:
        by_run[slip.run].append(slip)
    for slips in by_run.values():
        _recompute(connection, slips, one, hours, found)
    return found


def _hours_so_far(slips: Iterable[Closed]) -> dict[str, Minutes]:
    """The hours of each payslip, with those by which later ones correct it."""
    found: dict[str, Minutes] = defaultdict(Minutes)
    for slip in slips:
        found[slip.number] += slip.minutes
        for number, hours in slip.corrected_hours.items():
            found[number] += hours
    return found


def _by_employee(slips: Iterable[Closed]) -> dict[int, list[Closed]]:
    found: dict[int, list[Closed]] = defaultdict(list)
    for slip in slips:
        found[slip.employee].append(slip)
    return found


def _recompute(
    connection: Connection,
    slips: Sequence[Closed],
    one: Mapping[str, Sequence[Closed]],
    hours: Mapping[str, Minutes],
    found: Outstanding,
) -> None:
    wholes = {slip.number: (slip, *one.get(slip.number, ())) for slip in slips}
    settled = _settled(connection, [part for parts in wholes.values() for part in parts])
    first = slips[0]
    scope = Scope(
        first.period,
        codes=tuple(slip.code for slip in slips),
        off_cycle=first.kind == "off_cycle",
        final=first.kind == "final",
        run=first.run,
        amended=True,
    )
    ground = kept_ground(connection, first.kept, only=False)
    known = {payee.id: payee for payee in payees(connection, scope, ground)}
    for slip in slips:
        now = Earned(slip.currency, [], Minutes())
        if slip.employee in known:
            try:
                now = earned_in(known[slip.employee].pay, ground.rules_of)
            except CANNOT_PAY:
                found.failed[slip.employee] += 1
                continue
        numbers = [part.number for part in wholes[slip.number]]
        _compare(slip, now, [each for number in numbers for each in settled[number]], found)
        beyond = sum((-hours[number] for number in numbers), now.minutes)
        if beyond != Minutes():
            found.hours[slip.employee][slip.number] = beyond


def _compare(
    slip: Closed, now: Earned, settled: Iterable[tuple[str, Settled]], found: Outstanding
) -> None:
    """What a payslip should say against what was paid for it, in each currency."""
    paid: dict[str, list[Settled]] = defaultdict(list)
    for paid_in, each in settled:
        paid[paid_in].append(each)
    for paid_in in {now.currency, *paid}:
        due = now.lines if paid_in == now.currency else ()
        _add(found, slip, paid_in, corrections(due, paid[paid_in], slip.number))


def _add(found: Outstanding, slip: Closed, currency: str, lines: Sequence[Line]) -> None:
    if lines:
        found.lines[slip.employee][currency] += lines


def settled_by(
    connection: Connection, slips: Sequence[Closed], hours: Mapping[str, Minutes]
) -> list[Begun]:
    """What off-cycle payslips have paid, for the hours that each has by now."""
    settled = _settled(connection, slips)
    return [
        Begun(
            slip.number,
            slip.currency,
            tuple(each for paid_in, each in settled[slip.number] if paid_in == slip.currency),
            hours[slip.number],
        )
        for slip in slips
    ]


def rest_of(whole: Sequence[Line], own: Sequence[Line], begun: Sequence[Begun]) -> list[Line]:
    """What a period is worth beyond its own lines and what off-cycle payslips paid of it.

    That is nothing as long as these share the work out between them; weeks, minimum wages and
    holidays do not always let themselves be shared.
    """
    paid = [each for slip in begun for each in slip.settled]
    paid += [Settled(None, line, line.amount + line.carried) for line in own]
    return corrections(whole, paid, begun[0].number)


def hours_beyond(whole: Minutes, own: Minutes, begun: Sequence[Begun]) -> dict[str, Minutes]:
    """The hours of a period beyond its own and those of off-cycle payslips, such as overtime."""
    beyond = sum((-slip.minutes for slip in begun), whole + -own)
    return {begun[0].number: beyond} if beyond != Minutes() else {}


def _settled(
    connection: Connection, slips: Iterable[Closed]
) -> dict[str, list[tuple[str, Settled]]]:
    """What each payslip and its corrections paid for its earnings, each with its currency."""
    numbers = [slip.number for slip in slips]
    found: dict[str, dict[int, tuple[str, Settled]]] = {number: {} for number in numbers}
    for row in _lines(connection, numbers):
        line = Line(**line_fields(row))
        if not row.corrects:
            paid = Settled(row.id, line, line.amount + line.carried)
            found[row.number][row.id] = row.currency, paid
            continue
        slip = found[row.corrects]
        before = slip.pop(row.corrects_line_id, None) if row.corrects_line_id else None
        amount = line.amount + (before[1].amount if before else 0)
        slip[row.id] = row.currency, Settled(row.id, line, amount)
    return {number: list(lines.values()) for number, lines in found.items()}


def _lines(connection: Connection, numbers: Sequence[str]) -> Iterable[Any]:
    """The earnings of payslips, and the lines of live runs that correct them, oldest first."""
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        statement = (
            select(PAYSLIP_LINE, PAYSLIP.c.number, PAYSLIP.c.currency)
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
        _take_back(connection, slip, connection.execute(statement).all(), found)


def _give_back(connection: Connection, slips: Sequence[Closed], found: Outstanding) -> None:
    """Give deductions back that were struck out after a payslip had taken them."""
    statement = select(ADJUSTMENT.c.id, ADJUSTMENT.c.employee_id, ADJUSTMENT.c.run_id).where(
        ADJUSTMENT.c.item == "DEDUCTION",
        ADJUSTMENT.c.struck_as.is_not(None),
        ADJUSTMENT.c.run_id.is_not(None),
    )
    struck: dict[tuple[int, int], set[int]] = defaultdict(set)
    for row in connection.execute(statement):
        struck[row.employee_id, row.run_id].add(row.id)
    for slip in slips:
        wrong = struck.get((slip.employee, slip.run))
        if wrong:
            lines = (
                select(PAYSLIP_LINE)
                .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
                .where(PAYSLIP.c.number == slip.number, PAYSLIP_LINE.c.code == "DEDUCTION")
                .where(PAYSLIP_LINE.c.corrects == "")
            )
            rows = connection.execute(lines).all()
            taken = [r for r in rows if {source.id for source in sources_of(r.sources)} & wrong]
            _take_back(connection, slip, taken, found)


def _take_back(
    connection: Connection, slip: Closed, rows: Sequence[Any], found: Outstanding
) -> None:
    """The reversals of lines, as far as they are not reversed yet."""
    before = _reversed(connection, slip.number)
    lines = [
        reversal(
            Line(**line_fields(row)), row.id, before.get(row.id, 0), slip.number, slip.currency
        )
        for row in rows
        if row.amount + before.get(row.id, 0)
    ]
    _add(found, slip, slip.currency, lines)


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
