"""What a workweek earned, by its hours and apart from them, and how many hours that took."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Final

from models.money import minor_digits, unscaled
from models.periods import Period, week_of
from models.wages.engine.clock import minutes_after_midnight
from models.wages.engine.hourly import hour_rate
from models.wages.engine.salary import salary_of_days
from models.wages.engine.segments import Record, Segment, contracted_week, has_paid
from models.wages.engine.sorting import Work
from models.wages.engine.values import (
    Adjustment,
    PayInput,
    Source,
)

_DAY: Final = timedelta(days=1)
_HOUR: Final = 60
_ZERO: Final = Fraction(0)

Share = tuple[Work, int]


@dataclass(frozen=True, slots=True)
class WeekPool:
    """A workweek: its shifts with their minutes in it, and all that they earned.

    `earned` is in major units, before any premium: a salary counts for the hours worked. `unworked`
    is what the salary of the week comes to besides.
    """

    period: Period
    part: Segment
    shares: tuple[Share, ...]
    earned: Fraction
    unworked: Fraction = _ZERO

    @property
    def hours(self) -> Fraction:
        """All hours of the week."""
        return Fraction(sum(minutes for _work, minutes in self.shares), _HOUR)

    @property
    def overtime(self) -> Fraction:
        """Hours beyond the weekly limit."""
        limit = self.part.rules.normal_hours.weekly
        return max(_ZERO, self.hours - Fraction(limit, _HOUR)) if limit is not None else _ZERO

    @property
    def sources(self) -> tuple[Source, ...]:
        """The shifts behind it."""
        return tuple(Source("shift", work.shift.id, minutes) for work, minutes in self.shares)


def week_pool(
    pay: PayInput, week: Period, part: Segment, works: Sequence[Work], *, settled: bool = False
) -> WeekPool:
    """The pool of a week; with `settled`, only of what a run that paid the week has paid."""

    def counted(record: Record) -> bool:
        return not settled or has_paid(week, record)

    shares = tuple(share for share in shares_of(pay, week, works) if counted(share[0].shift))
    currency = part.terms.currency
    unit = 10 ** minor_digits(currency)
    by_hours = sum((_straight(work, minutes, works) for work, minutes in shares), _ZERO)
    pieces = [piece for piece in pay.pieces if piece.day in week and counted(piece)]
    made = sum((unscaled(each.quantity) * unscaled(each.rate) for each in pieces), _ZERO)
    sold = sum(
        Fraction(sale.net, unit) * unscaled(sale.share) / 100
        for sale in pay.sales
        if sale.day in week and sale.currency == currency and counted(sale)
    )
    given = [bonus for bonus in bonuses(pay, currency) if counted(bonus)]
    bonus = bonus_pool(given, week, shares, works, unit)
    unworked = _unworked_salary(pay, week, part, shares)
    return WeekPool(week, part, shares, by_hours + made + sold + bonus, unworked)


def _unworked_salary(
    pay: PayInput, week: Period, part: Segment, shares: Sequence[Share]
) -> Fraction:
    """The salary due of a week without what its hours worked come to at the salary's rate."""
    rate = hour_rate(part.terms, part.rules) if part.salaried else None
    contracted = contracted_week(part.terms) or part.rules.normal_hours.weekly
    days = week.within(part.terms.starts_on, None)  # also days that an earlier run paid
    if rate is None or contracted is None or days is None:
        return _ZERO
    worked = sum(
        minutes for work, minutes in shares if work.by_salary and work.part.terms is part.terms
    )
    hours = Fraction(min(worked, contracted), _HOUR)
    return salary_of_days(pay, part.terms, days) - hours * rate.exact


def shares_of(pay: PayInput, week: Period, works: Iterable[Work]) -> tuple[Share, ...]:
    """The works of a week with their minutes in it; one that crosses its boundary is split there.

    The break of such a shift comes off the part in the next week, whose first hours pay least.
    """
    first = week_of(week.ends_on, pay.week_starts).starts_on
    last = first + 6 * _DAY
    found = []
    for work in works:
        day = work.shift.day
        minutes = work.paid if first <= day <= last else 0
        if day in (first - _DAY, last):
            after = max(0, minutes_after_midnight(work.shift) - work.shift.break_minutes)
            minutes = minutes - after if day == last else after
        if minutes:
            found.append((work, minutes))
    return tuple(found)


def bonuses(pay: PayInput, currency: str) -> list[Adjustment]:
    """The bonuses in a currency."""
    return [each for each in pay.adjustments if each.item == "BONUS" and each.currency == currency]


def bonus_pool(
    given: Iterable[Adjustment],
    week: Period,
    shares: Sequence[Share],
    works: Sequence[Work],
    unit: int,
) -> Fraction:
    """What of bonuses a week earned: by hours of the days that they are for, else on their day."""
    pool = _ZERO
    for bonus in given:
        if bonus.earned is None:
            pool += bonus.amount if bonus.day in week else 0
            continue
        whole = sum(work.paid for work in works if work.shift.day in bonus.earned)
        here = sum(minutes for work, minutes in shares if work.shift.day in bonus.earned)
        pool += Fraction(bonus.amount * here, whole) if whole else 0
    return pool / unit


def _straight(work: Work, minutes: int, works: Sequence[Work]) -> Fraction:
    """What minutes of a shift earn before any premium, in major units."""
    if work.shift.rate is not None:
        return Fraction(minutes, _HOUR) * unscaled(work.shift.rate)
    terms = work.part.terms
    if terms.basis == "daily":
        of_day = (each for each in works if each.shift.day == work.shift.day)
        whole = sum(each.paid for each in of_day if each.shift.rate is None)
        return unscaled(terms.rate) * Fraction(minutes, whole)
    rate = hour_rate(terms, work.part.rules)
    return _ZERO if rate is None else Fraction(minutes, _HOUR) * rate.exact
