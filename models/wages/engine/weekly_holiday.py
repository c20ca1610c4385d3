"""A paid holiday for each week whose contracted days were all attended."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from models.periods import WEEKDAYS, Period
from models.rules.values import WeeklyHoliday
from models.wages.engine.hourly import HourRate, earned, hour_rate
from models.wages.engine.segments import Segment, Timeline, contracted_week, weeks_ending_in
from models.wages.engine.sorting import has_paid
from models.wages.engine.values import Line, PayInput, ShiftWork

_HOUR = 60


def weekly_holiday_lines(pay: PayInput, timeline: Timeline) -> list[Line]:
    """The weekly holidays of hourly and daily staff, one line for each rate and part."""
    found: dict[tuple[Segment, HourRate, Fraction], int] = {}
    for week in weeks_ending_in(pay):
        part = timeline.on(week.ends_on)
        rule = part.rules.weekly_holiday if part else None
        if part is None or rule is None or part.terms.basis not in ("hourly", "daily"):
            continue
        rate = hour_rate(part.terms, part.rules)
        hours = _hours(part, rule)
        shifts = [shift for shift in pay.shifts if shift.day in week]
        settled = [shift for shift in shifts if has_paid(week, shift)]
        due = _attended(pay, week, part, shifts) and not _attended(pay, week, part, settled)
        if rate is not None and hours and due:
            found[part, rate, hours] = found.get((part, rate, hours), 0) + 1
    return [
        earned(
            "WEEKLY_HOLIDAY",
            hours * weeks,
            rate.unit,
            rate.rate,
            part.terms.currency,
            divisor=rate.divisor,
            rule="weekly_holiday",
            period=part.period,
        )
        for (part, rate, hours), weeks in found.items()
    ]


def _hours(part: Segment, rule: WeeklyHoliday) -> Fraction:
    """The hours of one weekly holiday; none below the contracted hours that the rule asks for."""
    contracted = contracted_week(part.terms)
    if contracted is None or contracted < rule.at_least:
        return Fraction(0)
    share = Fraction(min(contracted, rule.full_week), rule.full_week)
    return share * rule.day / _HOUR


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
