"""Pay for time: hours, days and salaries, and hours beyond those contracted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from models.money import to_minor, unscaled
from models.periods import Period, days_in_month
from models.rules.values import Rules
from models.wages.engine.segments import (
    EARNING_STATUSES,
    SALARIED,
    Segment,
    payable,
    terms_on,
    weeks_ending_in,
)
from models.wages.engine.values import EARNING, Line, PayInput, ShiftWork, Source, Terms, Unit

_HOUR = 60
WEEKS_OF_MONTH: Final = Fraction(52, 12)


def earned(  # one rounding for every line of the payslip
    code: str,
    quantity: Fraction,
    unit: Unit,
    rate: int,
    currency: str,
    *,
    factor: Fraction = Fraction(1),
    divisor: Fraction = Fraction(1),
    less: int = 0,
    detail: str = "",
    period: Period | None = None,
    sources: Iterable[Source] = (),
) -> Line:
    """An earning: quantity × rate ÷ divisor × factor, rounded half up once, minus `less`."""
    return Line(
        code=code,
        group=EARNING,
        quantity=quantity,
        unit=unit,
        rate=rate,
        amount=to_minor(quantity * unscaled(rate) / divisor * factor, currency) - less,
        factor=factor,
        divisor=divisor,
        detail=detail,
        starts_on=period.starts_on if period else None,
        ends_on=period.ends_on if period else None,
        less=less,
        sources=tuple(sources),
    )


def shift_sources(shifts: Iterable[ShiftWork]) -> tuple[Source, ...]:
    """The shifts behind a line, with their paid minutes."""
    return tuple(Source("shift", shift.id, shift.paid_minutes) for shift in shifts)


def time_lines(pay: PayInput, segment: Segment) -> list[Line]:
    """Pay for the time of one segment under its terms."""
    inside = [shift for shift in pay.shifts if shift.day in segment.period]
    own_rate = [shift for shift in payable(inside) if shift.rate is not None]
    by_terms = [shift for shift in payable(inside) if shift.rate is None]
    lines: list[Line] = []
    match segment.terms.basis:
        case "hourly":
            lines = _hourly(segment, by_terms)
        case "daily":
            paid = {shift.day for shift in inside if _earned_elsewhere(shift)}
            lines = _daily(segment, [shift for shift in by_terms if shift.day not in paid])
        case "weekly" | "monthly" if pay.salary:
            lines = _salary(segment, inside)
        case "piece":
            lines = _leave_of_piece_work(segment, by_terms)
    return lines + _own_rates(segment, own_rate)


def _hourly(segment: Segment, shifts: Sequence[ShiftWork]) -> list[Line]:
    terms = segment.terms
    worked = [shift for shift in shifts if shift.status == "worked"]
    leave = [shift for shift in shifts if shift.status == "paid_leave"]
    return [
        _hours(code, segment, group, terms.rate)
        for code, group in (("BASE", worked), ("LEAVE", leave))
        if group
    ]


def _hours(code: str, segment: Segment, shifts: Sequence[ShiftWork], rate: int) -> Line:
    minutes = sum(shift.paid_minutes for shift in shifts)
    return earned(
        code,
        Fraction(minutes, _HOUR),
        "hour",
        rate,
        segment.terms.currency,
        period=segment.period,
        sources=shift_sources(shifts),
    )


def _own_rates(segment: Segment, shifts: Sequence[ShiftWork]) -> list[Line]:
    by_rate: dict[tuple[str, int], list[ShiftWork]] = defaultdict(list)
    for shift in shifts:
        if shift.rate is not None:
            code = "BASE" if shift.status == "worked" else "LEAVE"
            by_rate[code, shift.rate].append(shift)
    return [_hours(code, segment, by_rate[code, rate], rate) for code, rate in sorted(by_rate)]


def _daily(segment: Segment, shifts: Sequence[ShiftWork]) -> list[Line]:
    worked = _by_day(shift for shift in shifts if shift.status == "worked")
    leave = _by_day(shift for shift in shifts if shift.day not in worked)
    return [
        earned(
            code,
            Fraction(len(days)),
            "day",
            segment.terms.rate,
            segment.terms.currency,
            period=segment.period,
            sources=shift_sources(shift for shifts in days.values() for shift in shifts),
        )
        for code, days in (("BASE", worked), ("LEAVE", leave))
        if days
    ]


def _earned_elsewhere(shift: ShiftWork) -> bool:
    """Whether another run has paid the day of this shift."""
    return shift.settled and shift.rate is None and shift.status in EARNING_STATUSES


def _by_day(shifts: Iterable[ShiftWork]) -> dict[date, list[ShiftWork]]:
    days: dict[date, list[ShiftWork]] = defaultdict(list)
    for shift in shifts:
        days[shift.day].append(shift)
    return days


def _salary(segment: Segment, shifts: Sequence[ShiftWork]) -> list[Line]:
    parts = segment.period.by_month() if segment.terms.basis == "monthly" else [segment.period]
    return [
        _part_of_salary(segment.terms, part, [shift for shift in shifts if shift.day in part])
        for part in parts
    ]


def _part_of_salary(terms: Terms, part: Period, shifts: Sequence[ShiftWork]) -> Line:
    missed = [shift for shift in shifts if shift.status in ("absent", "unpaid_leave")]
    days = max(Fraction(part.days) - _days_missed(terms, shifts), Fraction(0))
    whole = Fraction(days_in_month(part.starts_on) if terms.basis == "monthly" else 7)
    unit: Unit = "month" if terms.basis == "monthly" else "week"
    day_unit: Unit = "month_day" if terms.basis == "monthly" else "week_day"
    in_wholes = days / whole
    complete = in_wholes.denominator == 1 and in_wholes > 0
    return earned(
        "BASE",
        in_wholes if complete else days,
        unit if complete else day_unit,
        terms.rate,
        terms.currency,
        divisor=Fraction(1) if complete else whole,
        period=part,
        sources=shift_sources(missed),
    )


def _days_missed(terms: Terms, shifts: Sequence[ShiftWork]) -> Fraction:
    """Days of absence and unpaid leave; a part of a day counts by its hours.

    The day's hours are the contracted ones or, without any, those of that day's own shifts.
    """
    missed = Fraction(0)
    for day in _by_day(shifts).values():
        gone = sum(s.paid_minutes for s in day if s.status in ("absent", "unpaid_leave"))
        there = sum(s.paid_minutes for s in day if s.status in EARNING_STATUSES)
        if gone:
            missed += min(Fraction(1), Fraction(gone, terms.daily_minutes or gone + there))
    return missed


def _leave_of_piece_work(segment: Segment, shifts: Sequence[ShiftWork]) -> list[Line]:
    """Paid leave of a piece worker is paid at the guaranteed rate, if there is one."""
    leave = [shift for shift in shifts if shift.status == "paid_leave"]
    rate = segment.terms.guaranteed_hourly
    return [_hours("LEAVE", segment, leave, rate)] if leave and rate is not None else []


def contracted_week(terms: Terms) -> int | None:
    """Contracted minutes of a week, or None where the terms do not say."""
    if terms.weekly_minutes is not None:
        return terms.weekly_minutes
    if terms.daily_minutes is not None and terms.rest_days:
        return terms.daily_minutes * (7 - len(terms.rest_days))
    return None


def beyond_contracted(pay: PayInput, rules: Rules) -> list[Line]:
    """Hours of salaried employees beyond those contracted for the week, week by week.

    The hourly rate is the salary over its contracted hours: those of a week, or for a month 52
    weeks over 12.
    """
    if not pay.salary:
        return []
    lines = []
    for week in weeks_ending_in(pay):
        terms = terms_on(pay.terms, week.ends_on)
        contracted = contracted_week(terms) if terms and terms.basis in SALARIED else None
        if terms is None or not contracted:
            continue
        shifts = _salaried_work(pay, week)
        extra = sum(shift.paid_minutes for shift in shifts) - contracted
        if extra > 0:
            hours = Fraction(contracted, _HOUR)
            lines.append(_beyond(week, terms, rules, contracted=hours, extra=extra, shifts=shifts))
    return lines


def _beyond(
    week: Period,
    terms: Terms,
    rules: Rules,
    *,
    contracted: Fraction,
    extra: int,
    shifts: Sequence[ShiftWork],
) -> Line:
    """The line of a week: `extra` minutes at the salary over `contracted` hours."""
    monthly = terms.basis == "monthly"
    return earned(
        "OVERTIME",
        Fraction(extra, _HOUR),
        "month_hour" if monthly else "salary_hour",
        terms.rate,
        terms.currency,
        factor=rules.contracted.multiplier if rules.contracted else Fraction(1),
        divisor=contracted * WEEKS_OF_MONTH if monthly else contracted,
        period=week,
        sources=shift_sources(shifts),
    )


def _salaried_work(pay: PayInput, week: Period) -> list[ShiftWork]:
    found = []
    for shift in pay.shifts:
        if shift.day in week and shift.status == "worked" and shift.rate is None:
            terms = terms_on(pay.terms, shift.day)
            if terms is not None and terms.basis in SALARIED:
                found.append(shift)
    return found
