"""Shifts into sorted minutes: normal, overtime, night, free days, and beyond on a free day.

A shift belongs to the day it starts on; night is by the clock. Unpaid break minutes come off the
minutes that are not night. Overtime of a day first, then minutes of the week beyond its limit that
are not overtime already; the latest minutes are the overtime. No minute is overtime twice.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from models.periods import DayKind, Period
from models.rules.values import FreeDay, Rules
from models.wages.engine.clock import night_minutes
from models.wages.engine.segments import Segment, Timeline, contracted_week, has_paid
from models.wages.engine.values import PayInput, ShiftWork, Terms

# The line that work on a free day stands on, and the rule behind it.
FREE_LINES: Final = {
    "holiday": ("HOLIDAY", "public_holiday"),
    "rest_day": ("REST_DAY", "rest_day"),
}


@dataclass(slots=True, eq=False)
class Work:
    """A worked shift with its minutes sorted.

    Of the `paid` minutes, `overtime` are beyond the normal hours of the day or week, `beyond`
    those of a free day, `straight` beyond the contracted hours of a salary without being
    overtime. `owed` minutes are paid as normal, by an earlier run or as part of a day's pay, before
    the week makes them overtime. `night` minutes are among any of these.
    """

    shift: ShiftWork
    part: Segment
    kind: DayKind
    paid: int
    night: int = 0
    overtime: int = 0
    beyond: int = 0
    straight: int = 0
    owed: int = 0

    @property
    def normal(self) -> int:
        """Minutes that are neither overtime nor beyond a free day's hours."""
        return self.paid - self.overtime - self.beyond

    @property
    def free(self) -> FreeDay | None:
        """The rule of the free day that it was worked on, if the pack has one for it."""
        return self.part.rules.free_day(self.kind)

    @property
    def by_salary(self) -> bool:
        """Whether a salary pays for its normal minutes."""
        return self.part.salaried and self.shift.rate is None

    @property
    def by_day(self) -> bool:
        """Whether a day's pay is for its normal minutes."""
        return self.part.terms.basis == "daily" and self.shift.rate is None

    @property
    def by_piece(self) -> bool:
        """Whether pieces pay for its normal minutes."""
        return self.part.terms.basis == "piece" and self.shift.rate is None


def sorted_work(pay: PayInput, timeline: Timeline) -> list[Work]:
    """The worked shifts of the period, and of the days that it reaches back to, by time."""
    works = []
    for shift in sorted(pay.shifts, key=_by_start):
        part = timeline.on(shift.day) if shift.status == "worked" else None
        if part is not None:
            kind = pay.calendar(part.rules).kind_of(shift.day, part.terms.rest_days)
            works.append(Work(shift, part, kind, shift.minutes - shift.break_minutes))
    _sort_nights(works)
    _sort_days(works)
    for week, here in _by_week(timeline.weeks, works):
        _sort_week(week, here, timeline)
    return works


def _by_week(weeks: Sequence[Period], works: Sequence[Work]) -> Iterator[tuple[Period, list[Work]]]:
    """The works of each week; both are in order."""
    days = [work.shift.day for work in works]
    for week in weeks:
        here = works[bisect_left(days, week.starts_on) : bisect_right(days, week.ends_on)]
        if here:
            yield week, list(here)


def _by_start(shift: ShiftWork) -> tuple[date, int, int]:
    return shift.day, shift.starts, shift.id


def _sort_nights(works: Sequence[Work]) -> None:
    """Fill in night minutes; a break comes off the other minutes first.

    Shifts that touch share their breaks, as if they were one.
    """
    for work in works:
        rule = work.part.rules.night
        if rule is not None:
            work.night = night_minutes(work.shift, rule)
    if not any(work.night for work in works):
        return
    for chain in _touching(works):
        other = sum(work.shift.minutes - work.night for work in chain)
        lost = sum(work.shift.break_minutes for work in chain) - other
        for work in reversed(chain):
            if lost <= 0:
                break
            taken = min(lost, work.night)
            work.night -= taken
            lost -= taken


def _touching(works: Sequence[Work]) -> Iterable[list[Work]]:
    """Works in chains of which each begins when the one before ends, on the same day and rate."""
    chains = [works[:1]] if works else []
    for one, other in pairwise(works):
        end = one.shift.starts + one.shift.minutes + (one.shift.change or (0, 0))[1]
        same = (one.shift.day, one.shift.rate) == (other.shift.day, other.shift.rate)
        if same and end == other.shift.starts:
            chains[-1] = [*chains[-1], other]
        else:
            chains.append([other])
    return [list(chain) for chain in chains]


def _sort_days(works: Sequence[Work]) -> None:
    """Minutes beyond a day's normal ones; shifts that are paid already keep theirs."""
    days: dict[date, list[Work]] = defaultdict(list)
    for work in works:
        days[work.shift.day].append(work)
    for day in days.values():
        rules, terms = day[0].part.rules, day[0].part.terms
        free = day[0].free is not None
        limit = rules.normal_hours.daily if free else daily_limit(rules, terms)
        if limit is None or rules.overtime is None or rules.overtime.method != "hours":
            continue
        over = sum(work.paid for work in day) - limit
        if over > 0:
            settled = [work for work in day if work.shift.paid_to is not None]
            earlier = max(0, sum(work.paid for work in settled) - limit)
            _spread_over_day(settled, earlier)
            _spread_over_day([work for work in day if work.shift.paid_to is None], over - earlier)


def _spread_over_day(works: Sequence[Work], minutes: int) -> None:
    for work in reversed(works):
        taken = min(minutes, work.paid)
        if work.free is None:
            work.overtime = taken
        else:
            work.beyond = taken
        minutes -= taken


def _sort_week(week: Period, works: Sequence[Work], timeline: Timeline) -> None:
    """Minutes beyond a week's normal ones, then those beyond the contracted ones of a salary."""
    part = timeline.on(week.ends_on)
    if part is None:
        return
    on_normal_days = [work for work in works if work.free is None]
    limit = weekly_limit(part.rules, part.terms)
    overtime = part.rules.overtime
    if limit is not None and overtime is not None and overtime.method == "hours":
        for work, minutes in _latest_beyond(week, on_normal_days, limit):
            if work.shift.paid_to is None and not work.by_day:
                work.overtime += minutes
            else:
                work.owed += minutes
    contracted = contracted_week(part.terms) or limit if part.salaried else None
    if contracted and part.rules.contracted is not None:
        salaried = [work for work in on_normal_days if work.by_salary]
        for work, minutes in _latest_beyond(week, salaried, contracted):
            work.straight += minutes


def _latest_beyond(week: Period, works: Sequence[Work], limit: int) -> Iterable[tuple[Work, int]]:
    """The latest normal minutes of a week beyond `limit` that no run has paid as such."""
    over = _normal(works) - limit
    if over <= 0:
        return
    settled = [work for work in works if has_paid(week, work.shift)]
    minutes = over - max(0, _normal(settled) - limit)
    for work in reversed(works):
        if minutes <= 0:
            return
        if not has_paid(week, work.shift):
            taken = min(minutes, work.normal - work.owed)
            minutes -= taken
            if taken:
                yield work, taken


def _normal(works: Iterable[Work]) -> int:
    return sum(work.normal - work.owed for work in works)


def daily_limit(rules: Rules, terms: Terms) -> int | None:
    """Normal minutes of a day; a part-timer's contracted ones where the pack says so."""
    limit = rules.normal_hours.daily
    if limit is None or not rules.normal_hours.part_time or terms.daily_minutes is None:
        return limit
    weekly, contracted = rules.normal_hours.weekly, contracted_week(terms)
    part_time = contracted is None or weekly is None or contracted < weekly
    return min(limit, terms.daily_minutes) if part_time else limit


def weekly_limit(rules: Rules, terms: Terms) -> int | None:
    """Normal minutes of a week; a part-timer's contracted ones where the pack says so."""
    limit = rules.normal_hours.weekly
    contracted = contracted_week(terms) if rules.normal_hours.part_time else None
    return limit if limit is None or contracted is None else min(limit, contracted)
