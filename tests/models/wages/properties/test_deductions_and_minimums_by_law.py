"""What may be taken off, and the least that work is paid, whatever was entered."""

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.money import unscaled
from models.periods import Period
from models.wages.engine.values import Adjustment, Line, PayFigures, PayInput
from tests.models.wages.paying import JANUARY, day
from tests.models.wages.properties.laws import LAWS, Law, slack, under_each_law
from tests.models.wages.properties.making import few, months

ITEMS = ("DEDUCTION", "DEDUCTION", "DEDUCTION", "BONUS", "REIMBURSEMENT")
OWN_WISH = ("agreed", "statutory", "loan")
WEEK = Period(day("05"), day("11"))


def taken(data: Any, law: Law, **told: Any) -> tuple[PayInput, PayFigures | None]:
    given = data.draw(months(law, items=ITEMS, **told))
    return given, law.pay(given)


def deductions(given: PayInput, figures: PayFigures) -> list[tuple[Adjustment, Line]]:
    """Each deduction that was entered and has a line, with it."""
    entered = {each.id: each for each in given.adjustments}
    lines = [line for line in figures.lines if line.group == "deduction"]
    return [(entered[line.sources[0].id], line) for line in lines]


def wages(figures: PayFigures) -> int:
    return figures.gross - sum(x.amount for x in figures.lines if x.code == "REIMBURSEMENT")


@under_each_law
@few
@given(st.data())
def test_what_is_taken_and_what_is_carried_is_what_was_entered(law: Law, data: Any) -> None:
    given, figures = taken(data, law)
    if figures is None:
        return
    found = deductions(given, figures)
    for entered, line in found:
        assert line.amount + line.carried == entered.amount
        assert line.amount >= 0 <= line.carried
    named = {entered.id for entered, _line in found}
    due = {a.id for a in given.adjustments if a.item == "DEDUCTION"}
    without = {a.id for a in given.adjustments if not a.legal_basis}
    assert named == (due - without if law.name.startswith("KR") else due)
    assert 0 <= figures.deductions <= wages(figures)


@few
@given(st.data())
def test_in_china_a_loss_takes_at_most_a_fifth_and_leaves_the_minimum(data: Any) -> None:
    law = LAWS["CN"]
    given, figures = taken(data, law, terms=1, stays=True)
    if figures is None:
        return
    capped = sum(x.amount for each, x in deductions(given, figures) if each.kind not in OWN_WISH)
    assert capped <= Fraction(wages(figures), 5)
    if capped and given.minimums:
        hourly, monthly = given.minimums.hourly or 0, given.minimums.monthly or 0
        by_hours = unscaled(hourly) * Fraction(worked(given), 60)
        least = max(by_hours, unscaled(monthly)) * law.unit
        assert wages(figures) - capped >= least - Fraction(1, 2)


def worked(given: PayInput) -> int:
    return sum(s.paid_minutes for s in given.shifts if s.status == "worked" and s.paid_to is None)


@few
@given(st.data())
def test_in_thailand_each_kind_takes_at_most_a_tenth_and_all_a_fifth_unless_agreed(
    data: Any,
) -> None:
    given, figures = taken(data, LAWS["TH"])
    if figures is None:
        return
    kinds: dict[str, int] = defaultdict(int)
    for entered, line in deductions(given, figures):
        if entered.kind != "statutory" and not entered.agreed:
            kinds[entered.kind or entered.note] += line.amount
    assert all(amount <= Fraction(wages(figures), 10) for amount in kinds.values())
    assert sum(kinds.values()) <= Fraction(wages(figures), 5)


@few
@given(st.data())
def test_in_the_united_states_tools_leave_overtime_and_the_minimum_of_other_hours(
    data: Any,
) -> None:
    """For a whole workweek, of which what is overtime needs no other week."""
    law = replace(LAWS["US"], period=WEEK)
    bases = ("hourly", "daily", "piece")
    given, _figures = taken(data, law, bases=bases, terms=1, stays=True)
    given = replace(given, week_starts="MO")
    figures = law.pay(given)
    if figures is None or runs_over(given):
        return
    capped = sum(x.amount for each, x in deductions(given, figures) if each.kind not in OWN_WISH)
    overtime = [x for x in figures.lines if x.code == "OVERTIME" and x.pool is not None]
    entered = (given.minimums.hourly if given.minimums else None) or 0
    least = unscaled(max(72_500, entered)) * min(Fraction(worked(given), 60), Fraction(40))
    premium = sum(x.amount for x in overtime)
    if capped:
        plain = sum((x.quantity * (x.pool or 0) / x.divisor for x in overtime), Fraction(0))
        left = wages(figures) - capped - premium - plain * law.unit
        assert left >= least * law.unit - 1


@few
@given(st.data())
def test_in_korea_nothing_is_taken_without_a_legal_basis(data: Any) -> None:
    given, figures = taken(data, LAWS["KR"])
    for entered, _line in deductions(given, figures) if figures else ():
        assert entered.legal_basis


FOR_WORK = ("BASE", "OVERTIME", "REST_DAY", "HOLIDAY", "HOLIDAY_OVERTIME", "PIECE")


@under_each_law
@few
@given(st.data())
def test_work_is_paid_the_minimum_wage_where_the_law_says_so(law: Law, data: Any) -> None:
    """All hours at the minimum, premiums, leave and amounts by hand not counted.

    Under the regular rate each workweek is compared, so there the period is one.
    """
    week = law.name == "US"
    law = replace(law, period=WEEK if week else JANUARY)
    bases = ("hourly", "daily", "piece")
    given = data.draw(months(law, bases, items=(), terms=1, stays=True))
    given = replace(given, week_starts="MO", sales=())
    figures = law.pay(given)
    if figures is None or law.name == "PLAIN" or (week and runs_over(given)):
        return
    entered = (given.minimums.hourly if given.minimums else None) or 0
    by_law = {"KR": 103_200_000, "KR without premiums": 103_200_000, "US": 72_500}
    minimum = max(entered, by_law.get(law.name, 0))
    earned = sum((straight(line, law) for line in figures.lines), Fraction(0))
    assert earned >= unscaled(minimum) * Fraction(worked(given), 60) * law.unit - slack(figures)


def straight(line: Line, law: Law) -> Fraction:
    """What a line pays without its premium, in minor units."""
    if line.code == "MINIMUM_TOP_UP":
        return Fraction(line.amount)
    if line.code not in FOR_WORK or line.pool is not None or line.factor < 1:
        return Fraction(0)
    return line.quantity * unscaled(line.rate) / line.divisor * law.unit


def runs_over(given: PayInput) -> bool:
    """Whether a shift crosses the edge of the week."""
    return any(
        each.starts + each.minutes > 1440
        for each in given.shifts
        if each.day == given.period.ends_on or each.day < given.period.starts_on
    )
