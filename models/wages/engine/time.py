"""Pay for time: sorted hours, days, leave, and what hours beyond the normal ones add."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from models.periods import WEEKDAYS
from models.rules.values import FreeDay
from models.wages.engine.hourly import (
    ONE,
    HourRate,
    earned,
    hour_rate,
    shift_sources,
)
from models.wages.engine.segments import EARNING_STATUSES, Segment, payable
from models.wages.engine.sorting import Work
from models.wages.engine.values import LINE_CODES, Line, PayInput, ShiftWork, Source

_HOUR = 60
_WEEK = timedelta(days=7)


class _Group(NamedTuple):
    """The minutes of one line: at a rate, with a multiplier, and where they come from."""

    order: tuple[int, int]
    code: str
    rate: HourRate
    factor: Fraction
    rule: str
    sources: list[Source]


_Minutes = Iterator[tuple[str, int, Fraction, str]]
_RULES = {"holiday": "public_holiday", "rest_day": "rest_day", "normal": ""}
_CODES = {"holiday": "HOLIDAY", "rest_day": "REST_DAY"}


def time_lines(pay: PayInput, part: Segment, works: Sequence[Work]) -> list[Line]:
    """Pay for the hours, days and leave of one part of the period; salaries and pieces apart."""
    here = [work for work in works if work.part is part and work.shift.paid_to is None]
    inside = [shift for shift in pay.shifts if shift.day in part.period]
    leave = [shift for shift in payable(inside) if shift.status == "paid_leave"]
    return [
        *_days(part, inside, here),
        *_sorted_hours(part, here),
        *_leave(part, leave, [shift for shift in inside if shift.status == "worked"]),
        *_holiday_pay(pay, part, inside),
    ]


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
    if work.owed and rules.overtime is not None:
        yield "OVERTIME", work.owed, rules.overtime.multiplier - 1, "overtime"
    if work.straight and rules.contracted is not None:
        yield "OVERTIME", work.straight, rules.contracted.multiplier, "contracted"
    if free is None:
        if not work.by_salary and not by_day:
            yield "BASE", work.normal, ONE, ""
    else:
        yield from _on_free_day(work, free, by_day=by_day)


def _on_free_day(work: Work, free: FreeDay, *, by_day: bool) -> _Minutes:
    multiplier = free.salaried if work.by_salary else free.multiplier
    beyond = free.beyond or multiplier
    code, rule = _CODES[work.kind], _RULES[work.kind]
    if not by_day:
        together = work.normal + (work.beyond if beyond == multiplier else 0)
        yield code, together, multiplier, rule
    if by_day or beyond != multiplier:
        yield "HOLIDAY_OVERTIME", work.beyond, beyond, rule


def _owed(work: Work) -> _Minutes:
    """Minutes that were paid as normal and are overtime now: the premium, or all of a salary's."""
    overtime = work.part.rules.overtime
    if work.straight and work.part.rules.contracted is not None:
        yield "OVERTIME", work.straight, work.part.rules.contracted.multiplier, "contracted"
    if work.owed and overtime is not None and not work.by_piece:
        paid = 0 if work.by_salary else 1
        yield "OVERTIME", work.owed, overtime.multiplier - paid, "overtime"


def _days(part: Segment, inside: Sequence[ShiftWork], works: Sequence[Work]) -> list[Line]:
    """Days of daily terms: a day with several shifts is one day, and one paid already is none."""
    if part.terms.basis != "daily":
        return []
    paid = {shift.day for shift in inside if _earned_elsewhere(shift)}
    groups: dict[tuple[str, Fraction, str], list[Work]] = defaultdict(list)
    for work in works:
        if work.shift.rate is None and work.shift.day not in paid:
            free = work.free
            code = "BASE" if free is None else _CODES[work.kind]
            factor = ONE if free is None else free.multiplier
            rule = "" if free is None else _RULES[work.kind]
            groups[code, factor, rule].append(work)
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


def _leave(part: Segment, leave: Sequence[ShiftWork], worked: Sequence[ShiftWork]) -> list[Line]:
    """Paid leave at the terms' rate, piece-work's at its guarantee; a salary contains it."""
    terms = part.terms
    by_rate: dict[int, list[ShiftWork]] = defaultdict(list)
    for shift in leave:
        if shift.rate is not None:
            by_rate[shift.rate].append(shift)
    plain = [shift for shift in leave if shift.rate is None]
    if plain and terms.basis in ("hourly", "piece"):
        rate = terms.rate if terms.basis == "hourly" else terms.guaranteed_hourly
        if rate is not None:
            by_rate[rate] = [*plain, *by_rate[rate]]
    lines = [_hours_of_leave(part, by_rate[rate], rate) for rate in sorted(by_rate)]
    if terms.basis == "daily":
        days = {shift.day for shift in worked if shift.rate is None}
        lines += _days_of_leave(part, plain, days)
    return lines


def _hours_of_leave(part: Segment, shifts: Sequence[ShiftWork], rate: int) -> Line:
    return earned(
        "LEAVE",
        Fraction(sum(shift.paid_minutes for shift in shifts), _HOUR),
        "hour",
        rate,
        part.terms.currency,
        period=part.period,
        sources=shift_sources(shifts),
    )


def _days_of_leave(part: Segment, shifts: Iterable[ShiftWork], worked: set[date]) -> list[Line]:
    taken = [shift for shift in shifts if shift.day not in worked]
    days = {shift.day for shift in taken}
    return [_paid_days(part, Fraction(len(days)), taken, "")] if days else []


def _paid_days(part: Segment, days: Fraction, shifts: Sequence[ShiftWork], rule: str) -> Line:
    return earned(
        "LEAVE",
        days,
        "day",
        part.terms.rate,
        part.terms.currency,
        rule=rule,
        period=part.period,
        sources=shift_sources(shifts),
    )


def _holiday_pay(pay: PayInput, part: Segment, inside: Sequence[ShiftWork]) -> list[Line]:
    """Public holidays that are contracted days of hourly and daily staff, where the pack pays them.

    Contracted days are known where the terms name a day's hours and the rest days. Whoever neither
    worked nor was on paid leave within a week of the holiday is not at work at that time.
    """
    rule, terms = part.rules.public_holiday, part.terms
    if rule is None or rule.day_paid == "none" or not pay.salary:
        return []
    if terms.basis not in ("hourly", "daily") or not terms.daily_minutes or not terms.rest_days:
        return []
    attended = {shift.day for shift in pay.shifts if shift.status in EARNING_STATUSES}
    busy = {shift.day for shift in inside if shift.status == "paid_leave"}
    days = [
        day
        for day in sorted(pay.calendar(part.rules).holidays)
        if day in part.period
        and day not in busy
        and WEEKDAYS[day.weekday()] not in terms.rest_days
        and any(abs(there - day) <= _WEEK for there in attended)
    ]
    worked = dict.fromkeys(days, 0)
    for shift in inside if rule.day_paid == "unworked" else ():
        if shift.status == "worked" and shift.day in worked:
            worked[shift.day] += shift.paid_minutes
    if terms.basis == "daily":
        free = Fraction(sum(not minutes for minutes in worked.values()))
        return [_paid_days(part, free, (), "public_holiday")] if free else []
    due = sum(max(0, terms.daily_minutes - minutes) for minutes in worked.values())
    if not due:
        return []
    return [
        earned(
            "LEAVE",
            Fraction(due, _HOUR),
            "hour",
            terms.rate,
            terms.currency,
            rule="public_holiday",
            period=part.period,
        )
    ]
