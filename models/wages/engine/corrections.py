"""What closed payslips lack or paid too much: lines of their own on a later payslip."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import itemgetter
from typing import Any, Final

from models.wages.engine.entered import as_rate
from models.wages.engine.values import DEDUCTION, EARNING, Line

_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class Settled:
    """A stored line and what it and its corrections have paid so far, in minor units.

    What was carried forward from it counts as paid: it is taken by a deduction of its own. A line
    that is not stored yet has no id.
    """

    id: int | None
    line: Line
    amount: int


def corrections(now: Sequence[Line], settled: Sequence[Settled], payslip: str) -> list[Line]:
    """What is missing between a payslip's earnings as they come out `now` and what was paid.

    Each is the line as it is now, less what was paid for it; where it is no longer due, with a
    quantity of zero. `payslip` is the number of the corrected one.
    """
    lines = []
    for line, before in _paired(now, settled):
        paid = before.amount if before else 0
        missing = line.amount + line.carried - paid
        if missing:
            lines.append(
                replace(
                    line,
                    amount=missing,
                    less=line.less + paid,
                    carried=0,
                    corrects=payslip,
                    corrects_line=before.id if before else None,
                )
            )
    return lines


def _paired(now: Iterable[Line], settled: Iterable[Settled]) -> list[tuple[Line, Settled | None]]:
    """Lines of now beside those paid: the same ones are found first, then those that changed."""
    new, old = list(enumerate(now)), list(settled)
    pairs = _summed(new, old)
    for alike in (_exactly, _by_price, _by_days, _by_unit, _by_rule, _by_code):
        pairs += _matched(new, old, alike)
    pairs += [(place, line, None) for place, line in new]
    there = [(line, before) for _place, line, before in sorted(pairs, key=itemgetter(0))]
    return [*there, *((_gone(each.line), each) for each in old)]


def _gone(line: Line) -> Line:
    return replace(line, quantity=Fraction(0), amount=0, less=0, carried=0, sources=())


def _summed(
    new: list[tuple[int, Line]], old: list[Settled]
) -> list[tuple[int, Line, Settled | None]]:
    """The lines of which several were paid at one price: beside the sum of those, if it differs."""
    pairs: list[tuple[int, Line, Settled | None]] = []
    for price in {_at_price(line) for _place, line in new} | {_at_price(e.line) for e in old}:
        lines = [each for each in new if _at_price(each[1]) == price]
        paid = [each for each in old if _at_price(each.line) == price]
        total = sum(each.amount for each in paid)
        same = sum(line.amount + line.carried for _place, line in lines) == total
        if not same and (len(lines) != 1 or len(paid) < _SEVERAL):
            continue
        if not same:
            stored = next((each for each in paid if each.id is not None), paid[0])
            pairs.append((*lines[0], Settled(stored.id, stored.line, total)))
        new[:] = [each for each in new if each not in lines]
        old[:] = [each for each in old if each not in paid]
    return pairs


def _matched(
    new: list[tuple[int, Line]], old: list[Settled], alike: Callable[[Line], Any]
) -> list[tuple[int, Line, Settled | None]]:
    """The pairs that `alike` finds, with the place of the line, taken out of both lists."""
    pairs: list[tuple[int, Line, Settled | None]] = []
    for place, line in list(new):
        found = next((each for each in old if alike(each.line) == alike(line)), None)
        if found is not None:
            new.remove((place, line))
            old.remove(found)
            pairs.append((place, line, found))
    return pairs


def _at_price(line: Line) -> Any:
    return *_by_unit(line), line.rate, line.factor, line.divisor, line.pool


def _by_code(line: Line) -> Any:
    return line.code, line.detail


def _by_rule(line: Line) -> Any:
    return *_by_code(line), line.rule


def _by_unit(line: Line) -> Any:
    return *_by_rule(line), line.unit


def _by_days(line: Line) -> Any:
    return *_by_unit(line), line.starts_on


def _by_price(line: Line) -> Any:
    return *_by_days(line), line.rate, line.factor, line.divisor


def _exactly(line: Line) -> Any:
    return *_by_price(line), line.quantity, line.ends_on


def reversal(line: Line, line_id: int, reversed_so_far: int, payslip: str, currency: str) -> Line:
    """What takes a line back that was paid, or the rest of it, or of what it carried forward.

    `reversed_so_far` is the sum of the reversals before; `payslip` is the number of its payslip.
    """
    if not reversed_so_far and not line.carried:
        return replace(
            line,
            quantity=-line.quantity,
            amount=-line.amount,
            less=-line.less,
            carried=-line.carried,
            corrects=payslip,
            corrects_line=line_id,
            sources=(),
        )
    rest = -line.amount - reversed_so_far
    return Line(
        code=line.code,
        group=line.group,
        quantity=Fraction(1),
        unit="amount",
        rate=as_rate(rest, currency),
        amount=rest,
        detail=line.detail,
        rule=line.rule,
        corrects=payslip,
        corrects_line=line_id,
    )


def within(lines: Sequence[Line], wages: int, expenses: int) -> list[Line]:
    """The corrections as far as a payslip can bear them; what it cannot is carried.

    `wages` are what it earns besides, `expenses` what it pays back of them. Wages are never taken
    back from expenses, and the gross never falls below zero. Deductions are given back only beyond
    what could not be taken back of the earnings, so that nothing is paid out that is owed.
    """
    of_wages, of_expenses = _split([line for line in lines if line.group == EARNING])
    borne, rest = _borne(of_wages, wages + _added(of_wages))
    left = wages + sum(line.amount for line in borne)
    spent, over = _borne(of_expenses, expenses + _added(of_expenses) + left)
    borne += spent
    off = [line for line in lines if line.group == DEDUCTION]
    allowed = max(0, sum(-line.amount for line in off if line.amount < 0) - rest - over)
    returned, _none = _borne([line for line in off if line.amount < 0], allowed)
    left = wages_left(wages, expenses, borne) - sum(line.amount for line in returned)
    for line in off:
        if line.amount > 0:
            taken = min(line.amount, left)
            left -= taken
            returned.append(replace(line, amount=taken, carried=line.carried + line.amount - taken))
    return borne + returned


def wages_left(wages: int, expenses: int, corrected: Sequence[Line]) -> int:
    """What corrections leave of wages; of expenses they take what these can bear first."""
    of_wages, of_expenses = _split([line for line in corrected if line.group == EARNING])
    over = expenses + sum(line.amount for line in of_expenses)
    return wages + sum(line.amount for line in of_wages) + min(0, over)


def _split(earnings: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Those of wages, and those of expenses that are paid back."""
    expenses = [line for line in earnings if line.code == "REIMBURSEMENT"]
    return [line for line in earnings if line.code != "REIMBURSEMENT"], expenses


def _added(lines: Iterable[Line]) -> int:
    return sum(max(0, line.amount) for line in lines)


def _borne(lines: Iterable[Line], room: int) -> tuple[list[Line], int]:
    """The lines with what is below zero cut to `room`, and how much that leaves out."""
    borne, rest = [], 0
    for line in lines:
        over = max(0, -line.amount - room) if line.amount < 0 else 0
        if line.amount < 0:
            room -= -line.amount - over
        rest += over
        borne.append(
            replace(line, amount=line.amount + over, carried=line.carried - over) if over else line
        )
    return borne, rest
