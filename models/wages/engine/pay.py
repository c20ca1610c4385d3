"""From an employee's work in a period to the figures of a payslip."""

from collections.abc import Callable, Sequence

from models.money import round_half_up, to_minor, unscaled
from models.periods import WEEKDAYS, Period, month_of
from models.rules.values import Rules
from models.wages.engine.entered import added_lines, deduction_lines
from models.wages.engine.output import guarantee, piece_lines, share_lines, top_up
from models.wages.engine.segments import NoTermsError, Segment, payable, segments, terms_on
from models.wages.engine.time import beyond_contracted, time_lines
from models.wages.engine.values import (
    DEDUCTION,
    EARNING,
    Line,
    Minutes,
    PayFigures,
    PayInput,
    PayWarning,
    Terms,
)

RulesOf = Callable[[Terms], Rules]

# What is pay for the work itself, as the minimum wage counts it.
_FOR_WORK = ("BASE", "OVERTIME", "PIECE", "MAKER_SHARE", "MINIMUM_TOP_UP")


def compute(pay: PayInput, rules_of: RulesOf) -> PayFigures | None:
    """The pay of one employee for one period, or None where there is nothing to pay.

    `rules_of` gives the pay rules that terms are under; a payslip is headed by those of its last
    terms.

    Raises:
        NoTermsError: there are no terms on a day that should be paid.
        MixedCurrenciesError: the terms inside the period are in different currencies.
    """
    parts = segments(pay)
    terms = parts[-1].terms if parts else _latest_terms(pay)
    rules = rules_of(terms)
    earnings = _earnings(pay, parts, rules, terms.currency)
    top_ups, warnings = _minimum(pay, parts, earnings, rules)
    earnings = earnings + top_ups
    gross = sum(line.amount for line in earnings)
    taken = deduction_lines(pay.adjustments, gross, terms.currency, rules)
    if not earnings:
        return None
    deductions = sum(line.amount for line in taken)
    net = gross - deductions
    return PayFigures(
        currency=terms.currency,
        basis=terms.basis,
        rules=rules.pack,
        lines=(*earnings, *taken),
        gross=gross,
        deductions=deductions,
        net=net,
        paid=net,
        minutes=_minutes(pay, parts, earnings),
        warnings=(*warnings, *_warnings(pay, parts, earnings + taken, terms.currency)),
    )


def _latest_terms(pay: PayInput) -> Terms:
    terms = terms_on(pay.terms, pay.period.ends_on)
    if terms is None:
        raise NoTermsError(max(pay.period.starts_on, pay.joined_on))
    return terms


def _earnings(pay: PayInput, parts: Sequence[Segment], rules: Rules, currency: str) -> list[Line]:
    lines: list[Line] = []
    for segment in parts:
        earned = time_lines(pay, segment) + piece_lines(pay, segment)
        lines += earned + guarantee(pay, segment, earned)
    lines += beyond_contracted(pay, rules)
    added = added_lines(pay.adjustments, currency)
    bearing = sum(line.amount for line in lines + added)
    return lines + share_lines(pay.sales, currency, bearing) + added


def _minimum(
    pay: PayInput, parts: Sequence[Segment], earnings: Sequence[Line], rules: Rules
) -> tuple[list[Line], list[PayWarning]]:
    """The top-up to the programme's minimum wage, or the warning, as the pack says."""
    if not parts or not pay.salary or pay.minimums is None:
        return [], []
    currency = parts[-1].terms.currency
    if pay.minimums.currency != currency:
        return [], []
    for_work = sum(line.amount for line in earnings if line.code in _FOR_WORK)
    warnings = _monthly_minimum(pay, parts, for_work)
    employed = Period(parts[0].period.starts_on, parts[-1].period.ends_on)
    inside = [shift for shift in pay.shifts if shift.day in employed]
    hourly = pay.minimums.hourly
    lacking = top_up(inside, hourly, for_work, currency, employed) if hourly else []
    if lacking and rules.minimum_wage.below == "top_up":
        return lacking, warnings
    for line in lacking:
        per_hour = round_half_up(for_work / line.quantity)
        floor = to_minor(unscaled(line.rate), currency)
        warnings.append(PayWarning("below_minimum_hourly", amounts=(per_hour, floor)))
    return [], warnings


def _monthly_minimum(pay: PayInput, parts: Sequence[Segment], for_work: int) -> list[PayWarning]:
    minimum = pay.minimums.monthly if pay.minimums else None
    whole_month = pay.period == month_of(pay.period.starts_on)
    employed = sum(segment.period.days for segment in parts) == pay.period.days
    monthly = all(segment.terms.basis == "monthly" for segment in parts)
    if not minimum or not (whole_month and employed and monthly):
        return []
    floor = to_minor(unscaled(minimum), parts[-1].terms.currency)
    if for_work >= floor:
        return []
    return [PayWarning("below_minimum_monthly", amounts=(for_work, floor))]


def _minutes(pay: PayInput, parts: Sequence[Segment], earnings: Sequence[Line]) -> Minutes:
    worked = rest = holiday = 0
    for segment in parts:
        for shift in payable(pay.shifts):
            if shift.day in segment.period and shift.status == "worked":
                worked += shift.paid_minutes
                if WEEKDAYS[shift.day.weekday()] in segment.terms.rest_days:
                    rest += shift.paid_minutes
                if shift.day in pay.holidays:
                    holiday += shift.paid_minutes
    overtime = sum(int(line.quantity * 60) for line in earnings if line.code == "OVERTIME")
    return Minutes(worked=worked, overtime=overtime, rest_day=rest, holiday=holiday)


def _warnings(
    pay: PayInput, parts: Sequence[Segment], lines: Sequence[Line], currency: str
) -> list[PayWarning]:
    warnings = []
    planned = sum(s.status == "planned" and s.day in pay.period for s in pay.shifts)
    if planned:
        warnings.append(PayWarning("planned_shifts", number=planned))
    carried = sum(abs(line.carried) for line in lines if line.group in (EARNING, DEDUCTION))
    if carried:
        warnings.append(PayWarning("carried_forward", amounts=(carried,)))
    elsewhere = sum(1 for sale in pay.sales if sale.currency != currency and sale.share)
    if elsewhere:
        warnings.append(PayWarning("other_currency_sales", number=elsewhere))
    entered = sum(each.currency != currency for each in pay.adjustments)
    if entered:
        warnings.append(PayWarning("other_currency_amounts", number=entered))
    if _leave_without_rate(pay, parts):
        warnings.append(PayWarning("leave_without_rate"))
    outside = _outside_employment(pay, parts)
    if outside:
        warnings.append(PayWarning("outside_employment", number=outside))
    return warnings


def _leave_without_rate(pay: PayInput, parts: Sequence[Segment]) -> bool:
    return any(
        segment.terms.basis == "piece"
        and segment.terms.guaranteed_hourly is None
        and any(
            s.status == "paid_leave" and s.rate is None and s.day in segment.period
            for s in pay.shifts
        )
        for segment in parts
    )


def _outside_employment(pay: PayInput, parts: Sequence[Segment]) -> int:
    days = [shift.day for shift in payable(pay.shifts)] + [piece.day for piece in pay.pieces]
    return sum(
        day in pay.period and not any(day in segment.period for segment in parts) for day in days
    )
