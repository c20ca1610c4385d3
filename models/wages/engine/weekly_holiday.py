"""A paid holiday for each week whose contracted days were all attended."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from models.periods import WEEKDAYS, Period
from models.rules.values import WeeklyHoliday
from models.wages.engine.hourly import HourRate, earned, hour_rate, shift_sources
from models.wages.engine.segments import (
    EARNING_STATUSES,
    Segment,
    Timeline,
    contracted_week,
    has_paid,
)
from models.wages.engine.values import Line, PayInput, ShiftWork

_HOUR = 60


def weekly_holiday_lines(pay: PayInput, timeline: Timeline) -> list[Line]:
    """The weekly holidays of hourly and daily staff, one line for each part of the period."""
    found: dict[Segment, list[list[ShiftWork]]] = {}
    for week in timeline.weeks:
        part = timeline.on(week.ends_on)
        if part is None or week.days < 7 or not _is_due(part):
            continue
        shifts = [s for s in pay.shifts if week.starts_on <= s.day <= week.ends_on]
        settled = [shift for shift in shifts if has_paid(week, shift)]
        due = _attended(pay, week, part, shifts)
        if due and not (settled and _attended(pay, week, part, settled)):
            found.setdefault(part, []).append(shifts)
    lines = []
    for part, weeks in found.items():
        rule, rate = part.rules.weekly_holiday, hour_rate(part.terms, part.rules)
        if rule is not None and rate is not None:
            lines.append(_line(part, rate, _hours(part, rule) * len(weeks), weeks))
    return lines


def lacks_contract(pay: PayInput, timeline: Timeline) -> bool:
    """Whether a week has the hours of a weekly holiday but the terms name no contracted ones."""
    for week in timeline.weeks:
        part = timeline.on(week.ends_on)
        rule = part.rules.weekly_holiday if part else None
        if part is None or rule is None or part.terms.basis not in ("hourly", "daily"):
            continue
        if contracted_week(part.terms) is None:
            worked = (s.paid_minutes for s in pay.shifts if s.status == "worked" and s.day in week)
            if sum(worked) >= rule.at_least:
                return True
    return False


def _line(
    part: Segment, rate: HourRate, hours: Fraction, weeks: Iterable[Iterable[ShiftWork]]
) -> Line:
    return earned(
        "WEEKLY_HOLIDAY",
        hours,
        rate.unit,
        rate.rate,
        part.terms.currency,
        divisor=rate.divisor,
        rule="weekly_holiday",
        period=part.period,
        sources=shift_sources(
            shift for shifts in weeks for shift in shifts if shift.status in EARNING_STATUSES
        ),
    )


def _is_due(part: Segment) -> bool:
    """Whether the terms are those of hourly or daily staff with enough contracted hours."""
    rule, contracted = part.rules.weekly_holiday, contracted_week(part.terms)
    if rule is None or contracted is None or part.terms.basis not in ("hourly", "daily"):
        return False
    return contracted >= rule.at_least


def _hours(part: Segment, rule: WeeklyHoliday) -> Fraction:
    """The hours of one weekly holiday."""
    contracted = min(contracted_week(part.terms) or 0, rule.full_week)
    return Fraction(contracted * rule.day, rule.full_week * _HOUR)


def _attended(pay: PayInput, week: Period, part: Segment, shifts: Sequence[ShiftWork]) -> bool:
    """Whether every contracted day of the week was attended.

    Leave and public holidays are no absence. Where the contracted hours of a day are known, so is
    how many days there are to attend.
    """
    if any(shift.status == "absent" for shift in shifts):
        return False
    there = {shift.day for shift in shifts if shift.status in ("worked", "paid_leave")}
    contracted = contracted_week(part.terms)
    daily = part.terms.daily_minutes
    if not there or contracted is None:
        return False
    if daily is None:
        return True
    excused = {shift.day for shift in shifts if shift.status == "unpaid_leave"}
    days = -(-contracted // daily)
    return len(there | excused | set(_holidays(pay, week, part))) >= days


def _holidays(pay: PayInput, week: Period, part: Segment) -> Iterable[object]:
    off = part.terms.rest_days
    return (
        day
        for day in pay.calendar(part.rules).holidays
        if day in week and WEEKDAYS[day.weekday()] not in off
    )
