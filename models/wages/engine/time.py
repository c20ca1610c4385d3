"""Pay for time: sorted hours, days, and what hours beyond the normal ones add."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from models.rules.values import FreeDay
from models.wages.engine.hourly import (
    ONE,
    HourRate,
    earned,
    hour_rate,
    shift_sources,
)
from models.wages.engine.segments import EARNING_STATUSES, Segment
from models.wages.engine.sorting import FREE_LINES, Work
from models.wages.engine.values import LINE_CODES, Line, PayInput, ShiftWork, Source

_HOUR = 60


class _Group(NamedTuple):
    """The minutes of one line: at a rate, with a multiplier, and where they come from."""

    order: tuple[int, int]
    code: str
    rate: HourRate
    factor: Fraction
    rule: str
    sources: list[Source]


_Minutes = Iterator[tuple[str, int, Fraction, str]]
_NORMAL_DAY = ("BASE", "")


def time_lines(pay: PayInput, part: Segment, works: Sequence[Work]) -> list[Line]:
    """Pay for the hours and days of one part of the period; salaries and pieces apart."""
    here = [work for work in works if work.part is part and work.shift.paid_to is None]
    inside = [shift for shift in pay.shifts if shift.day in part.period]
    return [*_days(part, inside, here), *_sorted_hours(part, here)]


def owed_lines(works: Sequence[Work]) -> list[Line]:
    """What weeks that end in this period add to hours that an earlier run paid as normal."""
    owing: dict[Segment, list[Work]] = defaultdict(list)
    for work in works:
        if work.shift.paid_to is not None and (work.owed or work.straight):
            owing[work.part].append(work)
    return [line for part in owing for line in _sorted_hours(part, owing[part], owed=True)]


def _sorted_hours(part: Segment, works: Sequence[Work], *, owed: bool = False) -> list[Line]:
    """A line for each kind of hours at each rate."""
    own = hour_rate(part.terms, part.rules)
    groups: dict[tuple[str, str, int | None, int], _Group] = {}
    for work in works:
        shift = work.shift
        rate = own if shift.rate is None else HourRate("hour", shift.rate)
        if rate is None:
            continue
        for code, minutes, factor, rule in _owed(work) if owed else _earned(work):
            if minutes:
                key = (code, rule, shift.rate, factor.numerator)
                group = groups.get(key)
                if group is None:
                    order = LINE_CODES.index(code), -1 if shift.rate is None else shift.rate
                    group = groups[key] = _Group(order, code, rate, factor, rule, [])
                group.sources.append(Source("shift", shift.id, minutes))
    return [
        earned(
            group.code,
            Fraction(sum(source.quantity for source in group.sources), _HOUR),
            group.rate.unit,
            group.rate.rate,
            part.terms.currency,
            factor=group.factor,
            divisor=group.rate.divisor,
            rule=group.rule,
            period=part.period,
            sources=group.sources,
        )
        for group in sorted(groups.values(), key=lambda group: group.order)
    ]


def _earned(work: Work) -> _Minutes:
    """The minutes of a shift by line: code, minutes, multiplier and rule."""
    rules, free = work.part.rules, work.free
    by_day = work.by_day
    if work.by_piece:
        return
    if work.night and rules.night is not None:
        yield "NIGHT", work.night, rules.night.premium, "night"
    if work.overtime and rules.overtime is not None:
        yield "OVERTIME", work.overtime, rules.overtime.multiplier, "overtime"
    yield from _owed(work)
    if free is None:
        if not work.by_salary and not by_day:
            yield "BASE", work.normal, ONE, ""
    else:
        yield from _on_free_day(work, free, by_day=by_day)


def _on_free_day(work: Work, free: FreeDay, *, by_day: bool) -> _Minutes:
    multiplier = free.salaried if work.by_salary else free.multiplier
    beyond = free.beyond or multiplier
    code, rule = FREE_LINES[work.kind]
    if not by_day:
        together = work.normal + (work.beyond if beyond == multiplier else 0)
        yield code, together, multiplier, rule
    if by_day or beyond != multiplier:
        yield "HOLIDAY_OVERTIME", work.beyond, beyond, rule


def _owed(work: Work) -> _Minutes:
    """Minutes that are paid as normal and overtime now, and those beyond a salary's contract.

    Of overtime that is the premium; a salary has paid nothing for it.
    """
    rules = work.part.rules
    if work.owed and rules.overtime is not None and not work.by_piece:
        paid = 0 if work.by_salary else 1
        yield "OVERTIME", work.owed, rules.overtime.multiplier - paid, "overtime"
    if work.straight and rules.contracted is not None:
        yield "OVERTIME", work.straight, rules.contracted.multiplier, "contracted"


def _days(part: Segment, inside: Sequence[ShiftWork], works: Sequence[Work]) -> list[Line]:
    """Days of daily terms: a day with several shifts is one day, and one paid already is none."""
    if part.terms.basis != "daily":
        return []
    paid = {shift.day for shift in inside if _earned_elsewhere(shift)}
    groups: dict[tuple[str, Fraction, str], list[Work]] = defaultdict(list)
    for work in works:
        if work.shift.rate is None and work.shift.day not in paid:
            free = work.free
            code, rule = _NORMAL_DAY if free is None else FREE_LINES[work.kind]
            groups[code, ONE if free is None else free.multiplier, rule].append(work)
    return [
        earned(
            code,
            Fraction(len({work.shift.day for work in groups[code, factor, rule]})),
            "day",
            part.terms.rate,
            part.terms.currency,
            factor=factor,
            rule=rule,
            period=part.period,
            sources=shift_sources(work.shift for work in groups[code, factor, rule]),
        )
        for code, factor, rule in sorted(groups, key=lambda key: LINE_CODES.index(key[0]))
    ]


def _earned_elsewhere(shift: ShiftWork) -> bool:
    """Whether another run has paid the day of this shift."""
    paid = shift.paid_to is not None and shift.rate is None
    return paid and shift.status in EARNING_STATUSES
