"""The weekly regular rate: everything earned in a workweek ÷ its hours, and half of it on top.

29 CFR 778.107 to 778.122: hours at several rates, day rates, salaries, pieces with a guarantee,
bonuses and a maker's share all count in the week in which they were earned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Final

from models.money import RATE_SCALE, minor_digits, round_half_up, to_minor, unscaled
from models.periods import Period, week_of
from models.wages.engine.hourly import earned, minimum_hourly
from models.wages.engine.segments import Segment, Timeline
from models.wages.engine.sorting import Work
from models.wages.engine.values import Line, PayInput
from models.wages.engine.week_pool import WeekPool, bonus_pool, bonuses, shares_of, week_pool

_WEEK: Final = timedelta(days=7)


def regular_rate_lines(pay: PayInput, timeline: Timeline, works: Sequence[Work]) -> list[Line]:
    """For each workweek: the top-up to its guarantee or minimum, and the overtime premium."""
    lines: list[Line] = []
    for week in timeline.weeks:
        part = timeline.on(week.ends_on)
        if part is not None and by_regular_rate(part):
            now = _added(pay, week_pool(pay, week, part, works))
            before = _added(pay, week_pool(pay, week, part, works, settled=True))
            lines += _less_paid(now, before)
    return [*lines, *_bonuses_of_earlier_weeks(pay, timeline, works)]


def overtime_minutes(pay: PayInput, timeline: Timeline, works: Sequence[Work]) -> int:
    """Overtime of the workweeks that the period pays, without what a run has paid of them."""
    minutes = 0
    for week in timeline.weeks:
        part = timeline.on(week.ends_on)
        if part is not None and by_regular_rate(part):
            now = week_pool(pay, week, part, works).overtime
            before = week_pool(pay, week, part, works, settled=True).overtime
            minutes += int((now - before) * 60)
    return minutes


def by_regular_rate(part: Segment) -> bool:
    """Whether overtime is paid by the regular rate of the week."""
    overtime = part.rules.overtime
    return overtime is not None and overtime.method == "regular_rate"


def _added(pay: PayInput, week: WeekPool) -> list[Line]:
    """The top-up and the premium of a week."""
    top_up = _top_up(pay, week)
    if top_up is not None:
        week = replace(week, earned=week.hours * unscaled(top_up.rate) - week.unworked)
    premium = _premium(week)
    return [line for line in (top_up, premium) if line is not None]


def _less_paid(now: Sequence[Line], before: Sequence[Line]) -> Iterator[Line]:
    """What a week adds now, less what a run that has paid the week added."""
    paid = {line.code: line.amount for line in before}
    for line in now:
        rest = line.amount - paid.get(line.code, 0)
        if rest > 0:
            yield replace(line, amount=rest, less=line.less + paid.get(line.code, 0))


def _top_up(pay: PayInput, week: WeekPool) -> Line | None:
    """The line from what the week earned to its guaranteed rate or the minimum wage."""
    terms = week.part.terms
    topped_up = week.part.rules.minimum_wage.below == "top_up"
    minimum = minimum_hourly(pay, week.part) if topped_up else 0
    floor = max(terms.guaranteed_hourly or 0, minimum)
    exact = week.earned + week.unworked
    already = round_half_up(exact * 10 ** minor_digits(terms.currency))
    if to_minor(week.hours * unscaled(floor), terms.currency) <= already:
        return None
    return earned(
        "MINIMUM_TOP_UP",
        week.hours,
        "hour",
        floor,
        terms.currency,
        less=already,
        rule="" if floor == terms.guaranteed_hourly else "minimum_wage",
        period=week.period,
        sources=week.sources,
    )


def _premium(week: WeekPool) -> Line | None:
    rule = week.part.rules.overtime
    if rule is None or not week.overtime or week.earned <= 0:
        return None
    return premium_line("OVERTIME", week.overtime, week, rule.multiplier - 1, "overtime")


def premium_line(code: str, hours: Fraction, week: WeekPool, factor: Fraction, rule: str) -> Line:
    """A premium on hours at the average of a week: hours × earned ÷ hours of the week × factor."""
    return earned(
        code,
        hours,
        "pool_hour",
        round_half_up(week.earned / week.hours * RATE_SCALE),
        week.part.terms.currency,
        pool=week.earned,
        divisor=week.hours,
        factor=factor,
        rule=rule,
        period=week.period,
        sources=week.sources,
    )


def _bonuses_of_earlier_weeks(
    pay: PayInput, timeline: Timeline, works: Sequence[Work]
) -> Iterator[Line]:
    """What a bonus adds to the overtime of weeks that were paid before it was known."""
    begun = min((week.starts_on for week in timeline.weeks), default=pay.period.starts_on)
    first = min(
        (bonus.earned.starts_on for bonus in pay.adjustments if bonus.earned is not None),
        default=begun,
    )
    week = week_of(first, pay.week_starts)
    while week.starts_on < begun:
        part = timeline.on(week.ends_on)
        if part is not None and by_regular_rate(part):
            late = _late_bonuses(pay, week, part, works)
            yield from (line for line in [_premium(late)] if line is not None)
        week = Period(week.starts_on + _WEEK, week.ends_on + _WEEK)


def _late_bonuses(pay: PayInput, week: Period, part: Segment, works: Sequence[Work]) -> WeekPool:
    shares = shares_of(pay, week, works)
    unit = 10 ** minor_digits(part.terms.currency)
    new = [
        bonus
        for bonus in bonuses(pay, part.terms.currency)
        if bonus.paid_to is None and bonus.earned is not None
    ]
    return WeekPool(week, part, shares, bonus_pool(new, week, shares, works, unit))
