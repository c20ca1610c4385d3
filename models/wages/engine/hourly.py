"""The rate of an hour under any pay terms, and its lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from models.money import minor_digits, round_ratio, unscaled
from models.periods import Period
from models.rules.values import Rules
from models.wages.engine.segments import Segment, contracted_week
from models.wages.engine.values import EARNING, Line, PayInput, ShiftWork, Source, Terms, Unit

WEEKS_OF_MONTH: Final = Fraction(52, 12)
ONE: Final = Fraction(1)
_FULL_WEEK: Final = 40 * 60  # contracted minutes that a pack's hours of a month or week stand for


@dataclass(frozen=True, slots=True)
class HourRate:
    """The rate of an hour: `rate` ÷ `divisor`, in ten-thousandths."""

    unit: Unit
    rate: int
    divisor: Fraction = ONE

    @property
    def exact(self) -> Fraction:
        """An hour in major units."""
        return unscaled(self.rate) / self.divisor


def hour_rate(terms: Terms, rules: Rules) -> HourRate | None:
    """An hour of these terms by the pack's divisors; None where nothing says how many hours."""
    if terms.basis == "hourly":
        return HourRate("hour", terms.rate)
    if terms.basis == "piece":
        return None
    if terms.basis == "daily":
        return HourRate("salary_hour", terms.rate, day_hours(terms, rules))
    return _of_salary(terms, rules)


def day_hours(terms: Terms, rules: Rules) -> Fraction:
    """The hours that a day's pay is for."""
    rule = rules.hourly_rate
    own = terms.daily_minutes if rule.own_day else None
    return Fraction(own or rule.day_hours, 60)


def _of_salary(terms: Terms, rules: Rules) -> HourRate | None:
    rule = rules.hourly_rate
    monthly = terms.basis == "monthly"
    contracted = contracted_week(terms)
    hours: Fraction | None = Fraction(rule.week_hours, 60) if rule.week_hours else None
    if monthly:
        hours = rule.month_hours
        if rule.month_days is not None:
            return HourRate("salary_hour", terms.rate, rule.month_days * day_hours(terms, rules))
    if hours is not None:
        share = Fraction(min(contracted or _FULL_WEEK, _FULL_WEEK), _FULL_WEEK)
        by_contract = share if rules.normal_hours.part_time else ONE
        return HourRate("salary_hour", terms.rate, hours * by_contract)
    contracted = contracted or rules.normal_hours.weekly
    if contracted is None:
        return None
    week = Fraction(contracted, 60)
    if monthly:
        return HourRate("month_hour", terms.rate, week * WEEKS_OF_MONTH)
    return HourRate("salary_hour", terms.rate, week)


def minimum_hourly(pay: PayInput, part: Segment) -> int:
    """The minimum wage for an hour in a part of the period; 0 without any."""
    return least_hourly(pay, part.rules, part.terms.currency)


def least_hourly(pay: PayInput, rules: Rules, currency: str) -> int:
    """The higher of the pack's and the programme's minimum wage for an hour; 0 without any."""
    entered = pay.minimums.hourly if pay.minimums and pay.minimums.currency == currency else None
    by_law = rules.minimum_wage.hourly if rules.currency == currency else None
    return max(entered or 0, by_law or 0)


def earned(  # one rounding for every line of the payslip
    code: str,
    quantity: Fraction,
    unit: Unit,
    rate: int,
    currency: str,
    *,
    factor: Fraction = ONE,
    divisor: Fraction = ONE,
    pool: Fraction | None = None,
    less: int = 0,
    detail: str = "",
    rule: str = "",
    period: Period | None = None,
    sources: Iterable[Source] = (),
) -> Line:
    """An earning: quantity × rate (or pool) ÷ divisor × factor, rounded once, minus `less`."""
    base = unscaled(rate) if pool is None else pool
    return Line(
        code=code,
        group=EARNING,
        quantity=quantity,
        unit=unit,
        rate=rate,
        amount=_product(quantity, base, factor / divisor, currency) - less,
        factor=factor,
        divisor=divisor,
        detail=detail,
        starts_on=period.starts_on if period else None,
        ends_on=period.ends_on if period else None,
        less=less,
        pool=pool,
        rule=rule,
        sources=tuple(sources),
    )


def _product(quantity: Fraction, base: Fraction, divided: Fraction, currency: str) -> int:
    """Quantity × base × divided in minor units, in integers, which is faster."""
    over = quantity.numerator * base.numerator * divided.numerator
    under = quantity.denominator * base.denominator * divided.denominator
    return round_ratio(over * 10 ** minor_digits(currency), under)


def shift_sources(shifts: Iterable[ShiftWork]) -> tuple[Source, ...]:
    """The shifts behind a line, with their paid minutes."""
    return tuple(Source("shift", shift.id, shift.paid_minutes) for shift in shifts)


def straight(line: Line) -> Fraction:
    """What a line pays for its hours without any premium, exact, in major units.

    A line that pays a premium alone pays nothing else.
    """
    if line.factor < 1 or line.code == "NIGHT" or line.pool is not None:
        return Fraction(0)
    return line.quantity * unscaled(line.rate) / line.divisor
