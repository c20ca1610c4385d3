"""Which terms and rules are in force when: time cut where employment, terms or rules change."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from models.periods import Period, month_of, week_of
from models.rules.values import Rules
from models.wages.engine.values import (
    Adjustment,
    MakerSale,
    PayInput,
    PieceWork,
    ShiftWork,
    Terms,
)

SALARIED = ("weekly", "monthly")
EARNING_STATUSES = ("worked", "paid_leave")

Record = ShiftWork | PieceWork | Adjustment | MakerSale
RulesOf = Callable[[Terms, date], Rules]

_DAY = timedelta(days=1)


class NoTermsError(Exception):
    """The employee has no pay terms on a day that should be paid."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class ZeroRateError(Exception):
    """Pay terms for time, from `day` on, have a rate of zero."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class MixedCurrenciesError(Exception):
    """The terms inside one period are in different currencies."""


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Days under one set of terms and one version of its rules, inside the pay period or before."""

    period: Period
    terms: Terms
    rules: Rules
    inside: bool = True

    @property
    def salaried(self) -> bool:
        """Whether a weekly or monthly salary is due."""
        return self.terms.basis in SALARIED


class Timeline:
    """The employed days of a pay period, and those before it that its first week reaches back to.

    `parts` are those of the period, `weeks` the workweeks that it pays.

    Raises:
        NoTermsError: there is work, or a salary, to pay on a day without terms.
        ZeroRateError: the terms pay for time, and their rate is zero.
        MixedCurrenciesError: the terms of the period are in different currencies.
    """

    def __init__(self, pay: PayInput, rules_of: RulesOf) -> None:
        """Cut the time that `pay` covers."""
        self._pay = pay
        self._rules_of = rules_of
        self.weeks = weeks_ending_in(pay)
        self.parts = list(self._cut(pay.period, inside=True))
        earned = [each.earned.starts_on for each in pay.adjustments if each.earned is not None]
        first = reaches_back_to(pay.period, pay.week_starts, earned)
        before = Period(first, pay.period.starts_on - _DAY)
        self._before = list(self._cut(before, inside=False))
        if len({part.terms.currency for part in self.parts}) > 1:
            raise MixedCurrenciesError

    def on(self, day: date) -> Segment | None:
        """What is in force on `day`, or None where nothing is."""
        for part in self.parts:
            if part.period.starts_on <= day <= part.period.ends_on:
                return part
        for part in self._before:
            if day in part.period:
                return part
        return None

    def _cut(self, period: Period, *, inside: bool) -> Iterator[Segment]:
        pay = self._pay
        employed = period.within(pay.joined_on, pay.left_on)
        if employed is None:
            return
        for part in employed.split([each.starts_on for each in pay.terms]):
            terms = terms_on(pay.terms, part.starts_on)
            if terms is not None:
                if inside and not terms.rate and terms.basis != "piece":
                    raise ZeroRateError(terms.starts_on)
                yield from self._versions(part, terms, inside=inside)
            elif inside:
                _refuse_work_in(part, pay)

    def _versions(self, part: Period, terms: Terms, *, inside: bool) -> Iterator[Segment]:
        last = self._rules_of(terms, part.ends_on)
        if last is not self._rules_of(terms, part.starts_on):
            before = Period(part.starts_on, last.starts_on - _DAY)
            yield from self._versions(before, terms, inside=inside)
            part = Period(last.starts_on, part.ends_on)
        yield Segment(part, terms, last, inside)


def reaches_back_to(period: Period, week_starts: str, earned: Iterable[date] = ()) -> date:
    """The first day whose shifts a period counts.

    It is the day before the first workweek, from which a shift may run into it, the first of the
    month, whose salary may have been paid in part, or the day before the week in which a bonus
    was first `earned`.
    """
    weeks = (week_of(day, week_starts).starts_on - _DAY for day in (period.starts_on, *earned))
    return min(month_of(period.starts_on).starts_on, *weeks)


def terms_on(terms: Sequence[Terms], day: date) -> Terms | None:
    """The terms in force on `day`."""
    begun = [each for each in terms if each.starts_on <= day]
    return max(begun, key=lambda each: each.starts_on, default=None)


def _refuse_work_in(part: Period, pay: PayInput) -> None:
    worked = [shift.day for shift in payable(pay.shifts) if shift.day in part]
    made = [piece.day for piece in pay.pieces if piece.day in part]
    if worked or made:
        raise NoTermsError(min(worked + made))


def payable(shifts: Iterable[ShiftWork]) -> list[ShiftWork]:
    """The shifts that earn: worked or on paid leave, and not paid by another run."""
    return [each for each in shifts if each.status in EARNING_STATUSES and each.paid_to is None]


def weeks_ending_in(pay: PayInput) -> list[Period]:
    """The workweeks that this period pays, each as far as the employee was employed.

    A week is paid in the period in which it ends; the last week of a leaver ends on leaving.
    """
    weeks = _weeks(pay.period, pay.week_starts)
    if pay.joined_on <= weeks[0].starts_on and pay.left_on is None:
        return [week for week in weeks if week.ends_on <= pay.period.ends_on]
    employed = (week.within(pay.joined_on, pay.left_on) for week in weeks)
    return [week for week in employed if week is not None and week.ends_on in pay.period]


@lru_cache(maxsize=64)
def _weeks(period: Period, week_starts: str) -> list[Period]:
    """The workweeks of which a day lies in the period."""
    first = week_of(period.starts_on, week_starts).starts_on
    starts = (first + timedelta(days=n) for n in range(0, (period.ends_on - first).days + 1, 7))
    return [Period(start, start + timedelta(days=6)) for start in starts]


def has_paid(week: Period, record: Record) -> bool:
    """Whether what the week adds was paid when the record had been."""
    return record.paid_to is not None and record.paid_to >= week.ends_on


def contracted_week(terms: Terms) -> int | None:
    """Contracted minutes of a week, or None where the terms do not say."""
    if terms.weekly_minutes is not None:
        return terms.weekly_minutes
    if terms.daily_minutes is not None and terms.rest_days:
        return terms.daily_minutes * (7 - len(terms.rest_days))
    return None
