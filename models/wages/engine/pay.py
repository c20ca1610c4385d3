"""From an employee's work in a period to the figures of a payslip."""

from collections.abc import Sequence
from fractions import Fraction

from models.money import minor_digits, round_half_up
from models.rules.values import Rules
from models.wages.engine.deductions import Room, deduction_lines, takeable
from models.wages.engine.entered import added_lines
from models.wages.engine.leave import leave_lines
from models.wages.engine.minimum import least_for, minimum_lines
from models.wages.engine.output import guarantee, piece_lines, piece_premium_lines, share_lines
from models.wages.engine.regular import by_regular_rate, overtime_minutes, regular_rate_lines
from models.wages.engine.salary import salary_lines
from models.wages.engine.segments import (
    NoTermsError,
    RulesOf,
    Segment,
    Timeline,
    payable,
    terms_on,
)
from models.wages.engine.sorting import Work, sorted_work
from models.wages.engine.time import owed_lines, time_lines
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
from models.wages.engine.weekly_holiday import lacks_contract, weekly_holiday_lines


def compute(pay: PayInput, rules_of: RulesOf) -> PayFigures | None:
    """The pay of one employee for one period, or None where there is nothing to pay.

    `rules_of` gives the pay rules that terms are under on a day; a payslip is headed by those of
    its last day.

    Raises:
        NoTermsError: there are no terms on a day that should be paid.
        ZeroRateError: the terms pay for time, and their rate is zero.
        MixedCurrenciesError: the terms inside the period are in different currencies.
    """
    timeline = Timeline(pay, rules_of)
    parts = timeline.parts
    terms = parts[-1].terms if parts else _latest_terms(pay)
    rules = parts[-1].rules if parts else rules_of(terms, pay.period.ends_on)
    works = sorted_work(pay, timeline)
    earnings, warnings = _earnings(pay, timeline, works, terms.currency)
    if not earnings:
        return None
    taken = _deductions(pay, parts, earnings, terms.currency, rules)
    gross = sum(line.amount for line in earnings)
    deductions = sum(line.amount for line in taken)
    net = gross - deductions
    return PayFigures(
        currency=terms.currency,
        basis=terms.basis,
        rules=rules,
        lines=(*earnings, *taken),
        gross=gross,
        deductions=deductions,
        net=net,
        paid=net,
        minutes=_minutes(pay, timeline, works),
        warnings=(*warnings, *_warnings(pay, timeline, earnings + taken, terms.currency, rules)),
    )


def _latest_terms(pay: PayInput) -> Terms:
    terms = terms_on(pay.terms, pay.period.ends_on)
    if terms is None:
        raise NoTermsError(max(pay.period.starts_on, pay.joined_on))
    return terms


def _earnings(
    pay: PayInput, timeline: Timeline, works: Sequence[Work], currency: str
) -> tuple[list[Line], list[PayWarning]]:
    """Time, pieces and guarantees by parts; then what weeks add, shares, amounts, the minimum."""
    lines: list[Line] = []
    for part in timeline.parts:
        earned = [
            *salary_lines(pay, part),
            *time_lines(pay, part, works),
            *leave_lines(pay, part),
            *piece_lines(pay, part),
        ]
        lines += earned + guarantee(pay, part, earned)
    lines += owed_lines(works)
    lines += piece_premium_lines(pay, timeline, works)
    lines += regular_rate_lines(pay, timeline, works)
    lines += weekly_holiday_lines(pay, timeline)
    added = added_lines(pay.adjustments, currency)
    bearing = sum(line.amount for line in lines + added if line.code != "REIMBURSEMENT")
    open_sales = [sale for sale in pay.sales if sale.paid_to is None and sale.day in pay.period]
    lines += share_lines(open_sales, currency, bearing)
    top_ups, warnings = minimum_lines(pay, timeline.parts, lines)
    return lines + added + top_ups, warnings


def _deductions(
    pay: PayInput, parts: Sequence[Segment], earnings: Sequence[Line], currency: str, rules: Rules
) -> list[Line]:
    if not any(each.item == "DEDUCTION" for each in pay.adjustments):
        return []
    return deduction_lines(pay.adjustments, _room(pay, parts, earnings), currency, rules)


def _room(pay: PayInput, parts: Sequence[Segment], earnings: Sequence[Line]) -> Room:
    """What deductions may be taken from; overtime at a regular rate has plain pay in it, too."""
    wages = sum(line.amount for line in earnings if line.code != "REIMBURSEMENT")
    if not parts:
        return Room(wages)
    overtime = [line for line in earnings if line.code == "OVERTIME"]
    at_pool = [line for line in overtime if line.pool is not None and by_regular_rate(parts[-1])]
    plain = sum((line.quantity * (line.pool or 0) / line.divisor for line in at_pool), Fraction(0))
    minutes = int(sum(line.quantity for line in at_pool) * 60)
    unit = 10 ** minor_digits(parts[-1].terms.currency)
    return Room(
        wages=wages,
        overtime=sum(line.amount for line in overtime) + round_half_up(plain * unit),
        minimum=least_for(pay, parts, earnings),
        minimum_without_overtime=least_for(pay, parts, earnings, without_overtime=minutes),
    )


def _minutes(pay: PayInput, timeline: Timeline, works: Sequence[Work]) -> Minutes:
    own = [work for work in works if work.part.inside and work.shift.paid_to is None]
    overtime = overtime_minutes(pay, timeline, works) + sum(
        work.overtime + work.straight + work.owed
        for work in works
        if not by_regular_rate(work.part)
    )
    return Minutes(
        worked=sum(work.paid for work in own),
        overtime=overtime,
        night=sum(work.night for work in own),
        rest_day=sum(work.paid for work in own if work.kind == "rest_day"),
        holiday=sum(work.paid for work in own if work.kind == "holiday"),
    )


def _warnings(
    pay: PayInput, timeline: Timeline, lines: Sequence[Line], currency: str, rules: Rules
) -> list[PayWarning]:
    warnings = []
    parts = timeline.parts
    planned = sum(s.status == "planned" and s.day in pay.period for s in pay.shifts)
    if planned:
        warnings.append(PayWarning("planned_shifts", number=planned))
    warnings += _carried(lines)
    counts = {
        "other_currency_sales": sum(1 for s in pay.sales if s.currency != currency and s.share),
        "other_currency_amounts": sum(each.currency != currency for each in pay.adjustments),
        "without_legal_basis": _without_basis(pay, currency, rules),
        "outside_employment": _outside_employment(pay, parts),
    }
    warnings += [PayWarning(code, number=number) for code, number in counts.items() if number]
    if _leave_without_rate(pay, parts):
        warnings.append(PayWarning("leave_without_rate"))
    if lacks_contract(pay, timeline):
        warnings.append(PayWarning("no_contracted_hours"))
    return warnings


def _carried(lines: Sequence[Line]) -> list[PayWarning]:
    """What is carried forward, by why: net pay would fall below zero, or the pack caps it."""
    sums = {"": 0, "deductions": 0}
    for line in lines:
        if line.group in (EARNING, DEDUCTION):
            sums[line.rule if line.group == DEDUCTION else ""] += abs(line.carried)
    codes = {"": "carried_forward", "deductions": "over_the_cap"}
    return [PayWarning(codes[why], amounts=(minor,)) for why, minor in sums.items() if minor]


def _without_basis(pay: PayInput, currency: str, rules: Rules) -> int:
    entered = [a for a in pay.adjustments if a.item == "DEDUCTION" and a.currency == currency]
    return len(entered) - len(takeable(pay.adjustments, currency, rules))


def _leave_without_rate(pay: PayInput, parts: Sequence[Segment]) -> bool:
    return any(
        part.terms.basis == "piece"
        and part.terms.guaranteed_hourly is None
        and any(
            s.status == "paid_leave" and s.rate is None and s.day in part.period for s in pay.shifts
        )
        for part in parts
    )


def _outside_employment(pay: PayInput, parts: Sequence[Segment]) -> int:
    """Records of the period that are dated before joining, after leaving or before any terms."""
    made = [piece.day for piece in pay.pieces if piece.paid_to is None]
    days = [shift.day for shift in payable(pay.shifts)] + made
    outside = [day for day in set(days) if not any(day in part.period for part in parts)]
    return sum(days.count(day) for day in outside if day in pay.period)
