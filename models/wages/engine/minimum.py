"""Pay for work against the minimum wage: the pack's or the programme's, whichever is higher."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from models.money import minor_digits, round_half_up, to_minor, unscaled
from models.periods import Period, days_in_month
from models.wages.engine.hourly import (
    HourRate,
    earned,
    hour_rate,
    minimum_hourly,
    shift_sources,
    straight,
)
from models.wages.engine.regular import by_regular_rate
from models.wages.engine.segments import Segment, payable
from models.wages.engine.values import Line, PayInput, PayWarning, ShiftWork

# What is pay for the work itself; the weekly holiday, leave and amounts by hand are not.
_FOR_WORK = (
    "BASE",
    "OVERTIME",
    "REST_DAY",
    "HOLIDAY",
    "HOLIDAY_OVERTIME",
    "PIECE",
    "MAKER_SHARE",
)


@dataclass(frozen=True, slots=True)
class _Work:
    """Parts of the period under one version of the rules: their hours and what those earned."""

    parts: Sequence[Segment]
    lines: Sequence[Line]
    shifts: Sequence[ShiftWork]

    @property
    def currency(self) -> str:
        return self.parts[-1].terms.currency

    @property
    def period(self) -> Period:
        return Period(self.parts[0].period.starts_on, self.parts[-1].period.ends_on)

    @property
    def earned(self) -> int:
        """Without premiums, with top-ups, in minor units."""
        exact = sum((_for_work(line, self.currency) for line in self.lines), Fraction(0))
        return round_half_up(exact * 10 ** minor_digits(self.currency))


def _for_work(line: Line, currency: str) -> Fraction:
    if line.code in ("MINIMUM_TOP_UP", "MAKER_SHARE"):
        return Fraction(line.amount, 10 ** minor_digits(currency))
    return straight(line) if line.code in _FOR_WORK else Fraction(0)


def minimum_lines(
    pay: PayInput, parts: Sequence[Segment], lines: Sequence[Line]
) -> tuple[list[Line], list[PayWarning]]:
    """The top-ups to the minimum wage, or the warnings, as the packs say.

    An off-cycle run pays only a part of what days, salaries and pieces earn: of it, hourly pay
    alone is compared.
    """
    top_ups: list[Line] = []
    warnings: list[PayWarning] = []
    for work in _by_rules(pay, parts, lines):
        rule = work.parts[-1].rules.minimum_wage
        lacking = _monthly(pay, work)
        for each in lacking:
            floor = to_minor(_of_minimum(each), work.currency)
            if rule.below == "warning":
                so_far = floor - each.amount
                warnings.append(PayWarning("below_minimum_monthly", amounts=(so_far, floor)))
        topped_up = replace(work, lines=[*work.lines, *lacking])
        still = _hourly(pay, topped_up if rule.below == "top_up" else work)
        if rule.below == "top_up":
            top_ups += [*lacking, *still]
        else:
            warnings += [_hourly_warning(line, work.currency) for line in still]
    return top_ups, warnings


def _of_minimum(line: Line) -> Fraction:
    return line.quantity * unscaled(line.rate) / line.divisor


def _hourly_warning(line: Line, currency: str) -> PayWarning:
    per_hour = round_half_up(line.less / line.quantity)
    floor = to_minor(unscaled(line.rate), currency)
    return PayWarning("below_minimum_hourly", amounts=(per_hour, floor))


def _by_rules(pay: PayInput, parts: Sequence[Segment], lines: Sequence[Line]) -> list[_Work]:
    groups: list[list[Segment]] = []
    for part in parts:
        if not pay.salary and part.terms.basis != "hourly":
            continue
        if groups and groups[-1][-1].rules is part.rules:
            groups[-1].append(part)
        else:
            groups.append([part])
    worked = [shift for shift in payable(pay.shifts) if shift.status == "worked"]
    found = []
    for group in groups:
        period = Period(group[0].period.starts_on, group[-1].period.ends_on)
        last = group is groups[-1]
        own = [line for line in lines if _belongs(line, period, last=last)]
        found.append(_Work(group, own, [shift for shift in worked if shift.day in period]))
    return found


def _belongs(line: Line, period: Period, *, last: bool) -> bool:
    return last if line.ends_on is None else line.ends_on in period


def _monthly(pay: PayInput, work: _Work) -> list[Line]:
    """What the salary of each month lacks to the same part of the programme's monthly minimum."""
    minimums = pay.minimums
    if minimums is None or not minimums.monthly or minimums.currency != work.currency:
        return []
    lines = []
    for line in work.lines:
        if line.code == "BASE" and line.unit in ("month", "month_day"):
            least = replace(line, rate=minimums.monthly, code="MINIMUM_TOP_UP", rule="minimum_wage")
            already = line.amount + _topped_up(work, line)
            short = to_minor(_of_minimum(least), work.currency) - already
            if short > 0:
                lines.append(replace(least, amount=short, less=already))
    return lines


def _topped_up(work: _Work, month: Line) -> int:
    """What guarantees and weekly minimums have topped up already inside a month's part."""
    return sum(
        line.amount
        for line in work.lines
        if line.code == "MINIMUM_TOP_UP"
        and line.ends_on is not None
        and month.starts_on is not None
        and month.ends_on is not None
        and month.starts_on <= line.ends_on <= month.ends_on
    )


def _hourly(pay: PayInput, work: _Work) -> list[Line]:
    """What the work of the parts lacks to the hourly minimum for all of its hours."""
    if by_regular_rate(work.parts[-1]):
        return []
    minimum = minimum_hourly(pay, work.parts[-1])
    if not minimum or _pays_at_least(minimum, work):
        return []
    hours = _hours(work)
    already = work.earned
    if not hours or to_minor(hours * unscaled(minimum), work.currency) <= already:
        return []
    line = earned(
        "MINIMUM_TOP_UP",
        hours,
        "hour",
        minimum,
        work.currency,
        less=already,
        rule="minimum_wage",
        period=work.period,
        sources=shift_sources(work.shifts),
    )
    return [line]


def _pays_at_least(minimum: int, work: _Work) -> bool:
    """Whether each hour has a rate of its own that is enough, so that nothing can be lacking."""
    by_terms = all(
        part.terms.basis == "hourly" and part.terms.rate >= minimum for part in work.parts
    )
    return by_terms and all(shift.rate is None or shift.rate >= minimum for shift in work.shifts)


def _hours(work: _Work) -> Fraction:
    """Hours worked; under a salary the hours that it is for, and those beyond them."""
    hours = Fraction(0)
    for part in work.parts:
        rate = hour_rate(part.terms, part.rules) if part.salaried else None
        if rate is None:
            inside = (shift for shift in work.shifts if shift.day in part.period)
            hours += Fraction(sum(shift.paid_minutes for shift in inside), 60)
        else:
            hours += _hours_of_salary(part, rate, work)
    return hours


def _hours_of_salary(part: Segment, rate: HourRate, work: _Work) -> Fraction:
    hours = Fraction(0)
    for line in work.lines:
        if line.starts_on is None or line.starts_on not in part.period:
            continue
        if line.code == "BASE" and line.unit != "hour":
            hours += line.quantity / line.divisor * rate.divisor
        elif line.code in _FOR_WORK and line.unit in ("hour", "salary_hour", "month_hour"):
            hours += line.quantity if line.factor >= 1 else 0
    return hours


def least_for(
    pay: PayInput,
    parts: Sequence[Segment],
    lines: Sequence[Line],
    *,
    without_overtime: int = 0,
) -> int:
    """What deductions must leave of pay for work, in minor units.

    It is the minimum wage for the hours worked or that a salary is for, `without_overtime` minutes
    less, or the share of the programme's monthly minimum for the days employed, whichever is more.
    """
    least = Fraction(0)
    for work in _by_rules(pay, parts, lines):
        rate = unscaled(minimum_hourly(pay, work.parts[-1]))
        worked = Fraction(sum(shift.paid_minutes for shift in work.shifts), 60)
        least += rate * max(worked, _hours(work))
    if parts:
        least -= unscaled(minimum_hourly(pay, parts[-1])) * Fraction(without_overtime, 60)
    currency = parts[-1].terms.currency if parts else ""
    return to_minor(max(least, _monthly_share(pay, parts, currency), Fraction(0)), currency)


def _monthly_share(pay: PayInput, parts: Sequence[Segment], currency: str) -> Fraction:
    minimums = pay.minimums
    if minimums is None or not minimums.monthly or minimums.currency != currency:
        return Fraction(0)
    months = (month for part in parts for month in part.period.by_month())
    shares = (Fraction(month.days, days_in_month(month.starts_on)) for month in months)
    return unscaled(minimums.monthly) * sum(shares, Fraction(0))
