"""What a manager should look at on a payslip."""

from collections.abc import Sequence

from models.rules.values import Rules
from models.wages.engine.deductions import may_be_taken, takeable
from models.wages.engine.segments import Segment, Timeline, payable
from models.wages.engine.values import (
    DEDUCTION,
    EARNING,
    Line,
    MakerSale,
    PayInput,
    PayWarning,
)
from models.wages.engine.weekly_holiday import lacks_contract


def warnings_of(
    pay: PayInput, timeline: Timeline, lines: Sequence[Line], currency: str, rules: Rules
) -> list[PayWarning]:
    """Everything about a payslip that is not as it should be, apart from the minimum wage."""
    warnings = []
    parts = timeline.parts
    planned = sum(s.status == "planned" and s.day in pay.period for s in pay.shifts)
    if planned:
        warnings.append(PayWarning("planned_shifts", number=planned))
    warnings += _carried(lines)
    counts = {
        "other_currency_sales": sum(
            1 for s in pay.sales if s.currency != currency and s.share and _open(pay, s)
        ),
        "other_currency_amounts": sum(
            each.currency != currency
            for each in pay.adjustments
            if each.paid_to is None and each.day <= pay.period.ends_on
        ),
        "other_currency_corrections": sum(
            len(lines) for theirs, lines in pay.corrections.items() if theirs != currency
        ),
        "other_currency_advances": sum(
            each.currency != currency and each.due > 0 for each in pay.advances
        ),
        "not_corrected": pay.not_corrected,
        "loans_not_taken": _loans_left(pay, currency, rules),
        "without_legal_basis": _without_basis(pay, currency, rules),
        "outside_employment": _outside_employment(pay, parts),
    }
    warnings += [PayWarning(code, number=number) for code, number in counts.items() if number]
    if _leave_without_rate(pay, parts):
        warnings.append(PayWarning("leave_without_rate"))
    if lacks_contract(pay, timeline):
        warnings.append(PayWarning("no_contracted_hours"))
    return warnings


def _open(pay: PayInput, record: MakerSale) -> bool:
    return record.paid_to is None and record.day in pay.period


def _loans_left(pay: PayInput, currency: str, rules: Rules) -> int:
    due = [each for each in pay.advances if each.kind == "loan" and each.due]
    return sum(each.currency == currency and not may_be_taken(each, rules) for each in due)


def _carried(lines: Sequence[Line]) -> list[PayWarning]:
    """What is carried forward, by why: net pay would fall below zero, or the pack caps it.

    What is due back to the employee and waits is no such thing.
    """
    sums = {"": 0, "deductions": 0}
    for line in lines:
        if line.group == EARNING:
            sums[""] += max(0, -line.carried)
        elif line.group == DEDUCTION:
            sums["" if line.corrects else line.rule] += max(0, line.carried)
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
