"""What deductions may be taken from: pay for the period, and what is corrected of earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.money import minor_digits, round_half_up, to_minor, unscaled
from models.rules.values import Rules
from models.wages.engine.corrections import wages_left
from models.wages.engine.deductions import Room
from models.wages.engine.hourly import least_hourly
from models.wages.engine.minimum import least_for
from models.wages.engine.regular import by_regular_rate
from models.wages.engine.segments import Segment
from models.wages.engine.values import DEDUCTION, EARNING, Line, Minutes, PayInput


@dataclass(frozen=True, slots=True)
class _Later:
    """Work of closed periods that this payslip pays: its pay, its hours, and overtime of both."""

    wages: int
    hours: Fraction
    overtime_hours: Fraction
    overtime: int


def room_of(
    pay: PayInput,
    parts: Sequence[Segment],
    rules: Rules,
    *,
    currency: str,
    own: Sequence[Line],
    corrected: Sequence[Line],
) -> Room:
    """What `own` earnings and what is `corrected` leave room for; see `Room`."""
    if not pay.advances and not any(each.item == "DEDUCTION" for each in pay.adjustments):
        return Room(0, 0)
    expenses = sum(line.amount for line in own if line.code == "REIMBURSEMENT")
    wages = sum(line.amount for line in own) - expenses
    returned = sum(line.amount for line in corrected if line.group == DEDUCTION)
    later = _later(pay, corrected, currency)
    minutes, overtime = _overtime(parts, own, currency)
    rate = unscaled(least_hourly(pay, rules, currency))
    return Room(
        wages=wages + later.wages,
        left=wages_left(wages, expenses, corrected) - returned,
        overtime=overtime + later.overtime,
        minimum=least_for(pay, parts, own) + to_minor(rate * later.hours, currency),
        minimum_without_overtime=least_for(pay, parts, own, without_overtime=minutes)
        + to_minor(rate * (later.hours - later.overtime_hours), currency),
    )


def _overtime(parts: Sequence[Segment], own: Sequence[Line], currency: str) -> tuple[int, int]:
    """The minutes of overtime at a regular rate, and what all overtime earned.

    Overtime at a regular rate is only what comes on top; there is plain pay for it, too.
    """
    lines = [line for line in own if line.code == "OVERTIME"]
    regular = bool(parts) and by_regular_rate(parts[-1])
    at_pool = [line for line in lines if regular and line.pool is not None]
    plain = sum((line.quantity * _average(line) for line in at_pool), Fraction(0))
    minutes = int(sum(line.quantity for line in at_pool) * 60)
    return minutes, sum(line.amount for line in lines) + _minor(plain, currency)


def _later(pay: PayInput, corrected: Sequence[Line], currency: str) -> _Later:
    """What corrections add, by the payslip that they correct: some only put one line for another.

    Overtime at several averages counts at the highest: what is kept for overtime is kept whole.
    """
    found = _Later(0, Fraction(0), Fraction(0), 0)
    lines = [each for each in corrected if each.group == EARNING and each.code != "REIMBURSEMENT"]
    for number in {line.corrects for line in lines}:
        here = [line for line in lines if line.corrects == number]
        wages = sum(line.amount for line in here)
        if wages <= 0:
            continue
        minutes = pay.corrected_hours.get(number, Minutes())
        hours = Fraction(max(0, minutes.worked), 60)
        beyond = min(hours, Fraction(max(0, minutes.overtime), 60))
        premiums = [line for line in here if line.code == "OVERTIME"]
        averages = [_average(line) for line in premiums if line.amount > 0]
        plain = beyond * max(averages, default=Fraction(0))
        overtime = max(0, sum(line.amount for line in premiums)) + _minor(plain, currency)
        found = _Later(
            found.wages + wages,
            found.hours + hours,
            found.overtime_hours + beyond,
            found.overtime + overtime,
        )
    return found


def _average(line: Line) -> Fraction:
    """The regular rate behind a line, in major units an hour."""
    return (line.pool or Fraction(0)) / line.divisor


def _minor(amount: Fraction, currency: str) -> int:
    return round_half_up(amount * 10 ** minor_digits(currency))
