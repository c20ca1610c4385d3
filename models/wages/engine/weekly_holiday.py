"""A paid holiday for each week whose contracted days were all attended."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from models.periods import WEEKDAYS, Period
from models.wages.engine.hourly import HourRate, earned, hour_rate
from models.wages.engine.segments import Segment, Timeline, contracted_week
from models.wages.engine.sorting import has_paid
from models.wages.engine.values import Line, PayInput, ShiftWork

_HOUR = 60


def weekly_holiday_lines(pay: PayInput, timeline: Timeline) -> list[Line]:
    """The weekly holidays of hourly and daily staff, one line for each part of the period."""
    found: dict[Segment, int] = {}
    for week in timeline.weeks:
        part = timeline.on(week.ends_on)
        if part is None or not _hours(part):
            continue
        shifts = [s for s in pay.shifts if week.starts_on <= s.day <= week.ends_on]
        settled = [shift for shift in shifts if has_paid(week, shift)]
        due = _attended(pay, week, part, shifts)
        if due and not (settled and _attended(pay, week, part, settled)):
            found[part] = found.get(part, 0) + 1
    return [_line(part, weeks) for part, weeks in found.items()]


def _line(part: Segment, weeks: int) -> Line:
    rate = hour_rate(part.terms, part.rules) or HourRate("hour", 0)
    return earned(
        "WEEKLY_HOLIDAY",
        _hours(part) * weeks,
        rate.unit,
        rate.rate,
        part.terms.currency,
        divisor=rate.divisor,
        rule="weekly_holiday",
        period=part.period,
    )


def _hours(part: Segment) -> Fraction:
    """The hours of one weekly holiday; none below the contracted hours that the rule asks for."""
    rule = part.rules.weekly_holiday
    if rule is None or part.terms.basis not in ("hourly", "daily"):
        return Fraction(0)
    contracted = contracted_week(part.terms)
    if contracted is None or contracted < rule.at_least:
        return Fraction(0)
    return Fraction(min(contracted, rule.full_week) * rule.day, rule.full_week * _HOUR)


def _attended(pay: PayInput, week: Period, part: Segment, shifts: Sequence[ShiftWork]) -> bool:
    """Whether the whole week was employment, and every contracted day of it attended.

    Leave and public holidays are no absence. Where the contracted hours of a day are known, so is
    how many days there are to attend.
    """
    if week.days < 7 or any(shift.status == "absent" for shift in shifts):
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
    calendar = pay.calendar(part.rules)
    off = part.terms.rest_days
    return (
        day
        for day in week.dates()
        if day in calendar.holidays and WEEKDAYS[day.weekday()] not in off
    )
