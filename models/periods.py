"""Pay periods, weeks and months. A period is closed: its first and last day are both inside."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal, get_args

from dateutil.relativedelta import relativedelta

PayPeriodKind = Literal["monthly", "semimonthly", "biweekly", "weekly"]
PAY_PERIOD_KINDS: Final[tuple[str, ...]] = get_args(PayPeriodKind)
# What a day is for someone: its hours are sorted by it.
DayKind = Literal["normal", "rest_day", "holiday"]
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_DAY: Final = timedelta(days=1)
_MIDDLE_OF_MONTH: Final = 15
_BIWEEKLY_EPOCH: Final = date(1970, 1, 5)  # a Monday


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `starts_on` to `ends_on`, both inside.

    Raises:
        ValueError: it would end before it starts.
    """

    starts_on: date
    ends_on: date

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            raise ValueError("a period cannot end before it starts")

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def __str__(self) -> str:
        return f"{self.starts_on.isoformat()} – {self.ends_on.isoformat()}"

    @property
    def days(self) -> int:
        """How many days it has, at least one."""
        return (self.ends_on - self.starts_on).days + 1

    def dates(self) -> Iterator[date]:
        """Each day of it, in order."""
        return (self.starts_on + timedelta(days=n) for n in range(self.days))

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return self.starts_on <= other.ends_on and other.starts_on <= self.ends_on

    def within(self, starts_on: date | None, ends_on: date | None) -> "Period | None":
        """The part between two days (either may be open), or None if there is none."""
        first = max(self.starts_on, starts_on or self.starts_on)
        last = min(self.ends_on, ends_on or self.ends_on)
        return Period(first, last) if first <= last else None

    def split(self, starts: Sequence[date]) -> list["Period"]:
        """Cut so that each day of `starts` that lies inside begins a part of its own."""
        cuts = sorted({self.starts_on, *(day for day in starts if day in self)})
        return [
            Period(first, following - _DAY)
            for first, following in pairwise([*cuts, self.ends_on + _DAY])
        ]

    def by_month(self) -> list["Period"]:
        """Its parts in each calendar month."""
        first = month_of(self.starts_on).starts_on
        firsts = []
        while first <= self.ends_on:
            firsts.append(first)
            first += relativedelta(months=1)
        return self.split(firsts)


def days_in_month(day: date) -> int:
    """How many days the calendar month of `day` has."""
    return calendar.monthrange(day.year, day.month)[1]


def month_of(day: date) -> Period:
    """The calendar month that `day` lies in."""
    return Period(day.replace(day=1), day.replace(day=days_in_month(day)))


def month_before(month: Period) -> Period:
    """The calendar month before the one that `month` starts in."""
    return month_of(month.starts_on - relativedelta(months=1))


def week_of(day: date, week_starts: str = "MO") -> Period:
    """The seven days around `day` that begin on `week_starts` (`MO` … `SU`)."""
    first = day - timedelta(days=(day.weekday() - WEEKDAYS.index(week_starts)) % 7)
    return Period(first, first + timedelta(days=6))


def pay_period_of(day: date, kind: str, week_starts: str = "MO") -> Period:
    """The programme's pay period that `day` lies in.

    Semimonthly periods are 1–15 and 16–end. Biweekly ones are counted from the first week of
    1970, so that every book agrees where they begin.
    """
    if kind == "weekly":
        return week_of(day, week_starts)
    if kind == "biweekly":
        week = week_of(day, week_starts)
        anchor = week_of(_BIWEEKLY_EPOCH, week_starts).starts_on
        first = week.starts_on - timedelta(days=(week.starts_on - anchor).days % 14)
        return Period(first, first + timedelta(days=13))
    month = month_of(day)
    if kind == "semimonthly":
        middle = month.starts_on.replace(day=_MIDDLE_OF_MONTH)
        return month.split([middle + _DAY])[0 if day <= middle else 1]
    return month


def previous_pay_period(period: Period, kind: str, week_starts: str = "MO") -> Period:
    """The pay period that ends on the day before `period`."""
    return pay_period_of(period.starts_on - _DAY, kind, week_starts)


def month_after(month: Period) -> Period:
    """The calendar month after the one that `month` ends in."""
    return month_of(month.ends_on + _DAY)
