"""From an employee's work in a period to the figures of a payslip."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.wages.engine.corrections import within
from models.wages.engine.deductions import deduction_lines
from models.wages.engine.entered import added_lines
from models.wages.engine.leave import leave_lines
from models.wages.engine.minimum import minimum_lines
from models.wages.engine.output import guarantee, piece_lines, piece_premium_lines, share_lines
from models.wages.engine.regular import by_regular_rate, overtime_minutes, regular_rate_lines
from models.wages.engine.room import room_of
from models.wages.engine.rounding import rounding
from models.wages.engine.salary import salary_lines
from models.wages.engine.segments import (
    NoTermsError,
    RulesOf,
    Timeline,
    terms_on,
)
from models.wages.engine.sorting import Work, sorted_work
from models.wages.engine.time import owed_lines, time_lines
from models.wages.engine.values import (
    DEDUCTION,
    EARNING,
    Balance,
    Line,
    Minutes,
    PayFigures,
    PayInput,
    PayWarning,
    Terms,
)
from models.wages.engine.warnings import warnings_of
from models.wages.engine.weekly_holiday import weekly_holiday_lines


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
    currency = terms.currency
    works = sorted_work(pay, timeline)
    own, warnings = _earnings(pay, timeline, works, currency)
    expenses = sum(line.amount for line in own if line.code == "REIMBURSEMENT")
    wages = sum(line.amount for line in own) - expenses
    corrected = within(pay.corrections.get(currency, ()), wages, expenses)
    if not own and not any(line.amount for line in corrected):
        return None
    earnings = [*own, *(line for line in corrected if line.group == EARNING)]
    returned = [line for line in corrected if line.group == DEDUCTION]
    room = room_of(pay, parts, rules, currency=currency, own=own, corrected=corrected)
    taken = [*returned, *deduction_lines(pay.adjustments, pay.advances, room, currency, rules)]
    gross = sum(line.amount for line in earnings)
    deductions = sum(line.amount for line in taken)
    net = gross - deductions
    rounded, account = rounding(net, pay.account, currency)
    lines = (*earnings, *taken, *rounded)
    return PayFigures(
        currency=currency,
        basis=terms.basis,
        rules=rules,
        lines=lines,
        gross=gross,
        deductions=deductions,
        net=net,
        paid=net + sum(line.amount for line in rounded),
        minutes=_minutes(pay, timeline, works),
        warnings=(*warnings, *warnings_of(pay, timeline, lines, currency, rules)),
        advances=_advances(pay, lines, currency),
        account=account,
        corrected_hours=pay.corrected_hours,
    )


@dataclass(frozen=True, slots=True)
class Earned:
    """What the work of a period earns, and its hours."""

    currency: str
    lines: list[Line]
    minutes: Minutes


def earned_in(pay: PayInput, rules_of: RulesOf) -> Earned:
    """What the work of a period earns: what a closed payslip should say.

    Raises:
        NoTermsError, ZeroRateError, MixedCurrenciesError: as `compute`.
    """
    timeline = Timeline(pay, rules_of)
    currency = (timeline.parts[-1].terms if timeline.parts else _latest_terms(pay)).currency
    works = sorted_work(pay, timeline)
    lines, _warnings = _earnings(pay, timeline, works, currency)
    return Earned(currency, lines, _minutes(pay, timeline, works))


def _advances(pay: PayInput, lines: Sequence[Line], currency: str) -> Balance:
    owed = sum(each.outstanding for each in pay.advances if each.currency == currency)
    repaid = sum(line.amount for line in lines if _repays(line))
    return Balance(owed, owed - repaid)


def _repays(line: Line) -> bool:
    return line.code == "ADVANCE" and not line.corrects


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


def _minutes(pay: PayInput, timeline: Timeline, works: Sequence[Work]) -> Minutes:
    own = [work for work in works if work.part.inside and work.shift.paid_to is None]
    return Minutes(
        worked=sum(work.paid for work in own),
        overtime=overtime_minutes(pay, timeline, works) + sum(map(_overtime, works)),
        night=sum(work.night for work in own),
        rest_day=sum(work.paid for work in own if work.kind == "rest_day"),
        holiday=sum(work.paid for work in own if work.kind == "holiday"),
    )


def _overtime(work: Work) -> int:
    """Overtime of a shift that this payslip pays; of what was paid before, what a week adds."""
    if by_regular_rate(work.part):
        return 0
    if work.shift.paid_to is not None:
        return work.straight + work.owed
    return work.overtime + work.straight + work.owed if work.part.inside else 0
