"""Paid leave, and public holidays that are paid for themselves."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from models.periods import WEEKDAYS
from models.wages.engine.hourly import earned, shift_sources
from models.wages.engine.segments import EARNING_STATUSES, Segment, payable
from models.wages.engine.values import Line, PayInput, ShiftWork, Unit

_HOUR: Final = 60
_WEEK: Final = timedelta(days=7)


def leave_lines(pay: PayInput, part: Segment) -> list[Line]:
    """Paid leave and public holidays of one part of the period."""
    inside = [shift for shift in pay.shifts if shift.day in part.period]
    return [*_leave(part, inside), *_holiday_pay(pay, part, inside)]


def _leave(part: Segment, inside: Sequence[ShiftWork]) -> list[Line]:
    """Paid leave at the terms' rate, piece-work's at its guarantee; a salary contains it."""
    terms = part.terms
    leave = [shift for shift in payable(inside) if shift.status == "paid_leave"]
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
        worked = (shift for shift in inside if shift.status == "worked" and shift.rate is None)
        lines += _days_of_leave(part, plain, {shift.day for shift in worked})
    return lines


def _hours_of_leave(part: Segment, shifts: Sequence[ShiftWork], rate: int) -> Line:
    minutes = sum(shift.paid_minutes for shift in shifts)
    return _paid(part, Fraction(minutes, _HOUR), "hour", rate, shifts)


def _days_of_leave(part: Segment, shifts: Iterable[ShiftWork], worked: set[date]) -> list[Line]:
    taken = [shift for shift in shifts if shift.day not in worked]
    days = {shift.day for shift in taken}
    return [_paid(part, Fraction(len(days)), "day", part.terms.rate, taken)] if days else []


def _paid(
    part: Segment,
    quantity: Fraction,
    unit: Unit,
    rate: int,
    shifts: Sequence[ShiftWork] = (),
) -> Line:
    return earned(
        "LEAVE",
        quantity,
        unit,
        rate,
        part.terms.currency,
        period=part.period,
        sources=shift_sources(shifts),
    )


def _holiday_pay(pay: PayInput, part: Segment, inside: Sequence[ShiftWork]) -> list[Line]:
    """Public holidays that are contracted days of hourly and daily staff, where the pack pays them.

    Contracted days are known where the terms name a day's hours and the rest days.
    """
    rule, terms = part.rules.public_holiday, part.terms
    if rule is None or rule.day_paid == "none" or not pay.salary:
        return []
    if terms.basis not in ("hourly", "daily") or not terms.daily_minutes or not terms.rest_days:
        return []
    worked = dict.fromkeys(_holidays(pay, part, inside), 0)
    for shift in inside if rule.day_paid == "unworked" else ():
        if shift.status == "worked" and shift.day in worked:
            worked[shift.day] += shift.paid_minutes
    if terms.basis == "daily":
        unit: Unit = "day"
        due = Fraction(sum(not minutes for minutes in worked.values()))
    else:
        unit = "hour"
        free = sum(max(0, terms.daily_minutes - minutes) for minutes in worked.values())
        due = Fraction(free, _HOUR)
    if not due:
        return []
    return [replace(_paid(part, due, unit, terms.rate), rule="public_holiday")]


def _holidays(pay: PayInput, part: Segment, inside: Sequence[ShiftWork]) -> list[date]:
    """The contracted days of a part that are public holidays and not entered as leave.

    Whoever neither worked nor was on paid leave within a week of one is not at work at that time.
    """
    attended = {shift.day for shift in pay.shifts if shift.status in EARNING_STATUSES}
    on_leave = {shift.day for shift in inside if shift.status == "paid_leave"}
    return [
        day
        for day in sorted(pay.calendar(part.rules).holidays)
        if day in part.period
        and day not in on_leave
        and WEEKDAYS[day.weekday()] not in part.terms.rest_days
        and any(abs(there - day) <= _WEEK for there in attended)
    ]
