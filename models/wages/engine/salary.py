"""Weekly and monthly salaries: what is due of them in a part of the period."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from models.money import unscaled
from models.periods import Period, days_in_month, month_of
from models.wages.engine.hourly import ONE, earned, shift_sources
from models.wages.engine.segments import EARNING_STATUSES, Segment
from models.wages.engine.values import Line, PayInput, ShiftWork, Terms, Unit

_DAY: Final = timedelta(days=1)
_WEEKEND: Final = ("SA", "SU")
_MISSED: Final = ("absent", "unpaid_leave")


def salary_lines(pay: PayInput, part: Segment) -> list[Line]:
    """The salary of one part of the period, a line for each month."""
    if not part.salaried or not pay.salary:
        return []
    if part.terms.basis == "weekly":
        return [_line(pay, part, part.period, _weekly_due(pay, part), Fraction(7))]
    lines = []
    for period in part.period.by_month():
        due = _monthly_due(pay, part, period)
        lines.append(_line(pay, part, period, due, _days_of_month(pay, part, period, due)))
    return lines


def _days_of_month(pay: PayInput, part: Segment, period: Period, due: Fraction) -> Fraction:
    """The days of which what is due is a plain number: the rule's or the month's own ones."""
    rule = part.rules.part_of_salary
    own = month_of(period.starts_on)
    if rule.days is None:
        return Fraction(own.days)
    working = len(_working_days(pay, part, own))
    by_own = rule.by == "paid_days" and (due * working).denominator == 1
    return Fraction(working) if by_own else rule.days


def salary_of_days(pay: PayInput, terms: Terms, days: Period) -> Fraction:
    """What days that are not missed are worth of a salary, by the calendar, in major units."""
    missed = _missed_days(pay, terms, days)
    due = {day: ONE - missed.get(day, Fraction(0)) for day in days.dates()}
    if terms.basis == "weekly":
        return unscaled(terms.rate) * sum(due.values()) / 7
    months = sum((due[day] / days_in_month(day) for day in due), Fraction(0))
    return unscaled(terms.rate) * months


def _line(pay: PayInput, part: Segment, period: Period, due: Fraction, days: Fraction) -> Line:
    """Whole weeks or months, or so many of the `days` that make one."""
    monthly = part.terms.basis == "monthly"
    whole: Unit = "month" if monthly else "week"
    of_days: Unit = "month_day" if monthly else "week_day"
    complete = due.denominator == 1 and due > 0
    return earned(
        "BASE",
        due if complete else due * days,
        whole if complete else of_days,
        part.terms.rate,
        part.terms.currency,
        divisor=ONE if complete else days,
        rule="" if complete else "part_of_salary",
        period=period,
        sources=shift_sources(_missed_in(pay, period)),
    )


def _missed_in(pay: PayInput, period: Period) -> list[ShiftWork]:
    return [shift for shift in pay.shifts if shift.day in period and shift.status in _MISSED]


def _weekly_due(pay: PayInput, part: Segment) -> Fraction:
    missed = sum(_missed_days(pay, part.terms, part.period).values())
    return max(Fraction(part.period.days) - missed, Fraction(0)) / 7


def _monthly_due(pay: PayInput, part: Segment, period: Period) -> Fraction:
    """The share of a month's salary for the days of `period`, which lies in one month.

    Where a month is paid in parts, the last one brings it to what is due of the whole month.
    """
    rule = part.rules.part_of_salary
    if rule.by == "calendar_days":
        missed = sum(_missed_days(pay, part.terms, period).values())
        days = max(Fraction(period.days) - missed, Fraction(0))
        return days / days_in_month(period.starts_on)
    month = month_of(period.starts_on)
    due = _due_to(pay, part, Period(month.starts_on, period.ends_on))
    if period.starts_on > month.starts_on:
        before = Period(month.starts_on, period.starts_on - _DAY)
        due -= _due_to(pay, part, before)
    changed = part.terms.starts_on > month.starts_on
    if rule.by == "paid_days" and changed and _employed(pay, month) == month:
        # What was missed before a raise is not made up for at the new rate: it is no more than
        # these days are of the month.
        own = len(_working_days(pay, part, period)), len(_working_days(pay, part, month))
        due = min(due, Fraction(*own)) if own[1] else due
    return max(due, Fraction(0))


def _due_to(pay: PayInput, part: Segment, so_far: Period) -> Fraction:
    """What is due of a month's salary from its first day to a day of it."""
    terms, rule = part.terms, part.rules.part_of_salary
    employed = _employed(pay, so_far)
    if employed is None:
        return Fraction(0)
    missed = _missed_days(pay, terms, employed)
    length = rule.days or Fraction(days_in_month(so_far.starts_on))
    if rule.by == "paid_days":
        paid = _working_days(pay, part, employed)
        gone = sum(missed[day] for day in missed if day in paid)
        month = month_of(so_far.starts_on)
        stays = employed == month or pay.left_on is None or pay.left_on > so_far.ends_on
        if employed == so_far and stays and not gone:
            # Fully worked so far: by the month's own days, which in the end make it whole.
            return Fraction(len(paid), len(_working_days(pay, part, month)) or 1)
        return max(Fraction(0), min(ONE, (len(paid) - gone) / length))
    gone = Fraction(sum(missed.values()))
    if gone >= employed.days:
        return Fraction(0)
    whole = employed == month_of(so_far.starts_on)
    return max(Fraction(0), (ONE if whole else min(ONE, employed.days / length)) - gone / length)


def _employed(pay: PayInput, period: Period) -> Period | None:
    """The days of a period that are employment under any terms."""
    began = max(pay.joined_on, min(each.starts_on for each in pay.terms))
    return period.within(began, pay.left_on)


def _working_days(pay: PayInput, part: Segment, period: Period) -> set[date]:
    """The days that are paid: all but rest days, which are weekends where the terms name none."""
    calendar = pay.calendar(part.rules)
    off = part.terms.rest_days or _WEEKEND
    return {day for day in period.dates() if calendar.kind_of(day, off) != "rest_day"}


def _missed_days(pay: PayInput, terms: Terms, period: Period) -> dict[date, Fraction]:
    """Absence and unpaid leave by day; a part of a day counts by its hours.

    The day's hours are the contracted ones or, without any, those of that day's own shifts.
    """
    missed = {}
    for day, shifts in _by_day(shift for shift in pay.shifts if shift.day in period).items():
        gone = _minutes(shifts, _MISSED)
        if gone:
            whole = terms.daily_minutes or gone + _minutes(shifts, EARNING_STATUSES)
            missed[day] = min(ONE, Fraction(gone, whole))
    return missed


def _minutes(shifts: Iterable[ShiftWork], statuses: Sequence[str]) -> int:
    return sum(shift.paid_minutes for shift in shifts if shift.status in statuses)


def _by_day(shifts: Iterable[ShiftWork]) -> dict[date, list[ShiftWork]]:
    days: dict[date, list[ShiftWork]] = defaultdict(list)
    for shift in shifts:
        days[shift.day].append(shift)
    return days
