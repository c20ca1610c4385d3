"""What holds of every payslip under every law: its sums, its lines and what it says of itself."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.money import minor_digits, round_half_up, unscaled
from models.wages.engine.values import Line
from tests.models.wages.paying import follows
from tests.models.wages.properties.laws import Law, under_each_law
from tests.models.wages.properties.making import few, in_order, months, settled

FREE = ("REST_DAY", "HOLIDAY", "HOLIDAY_OVERTIME")


def any_month(data: Any, law: Law, **told: Any) -> Any:
    """A month of which some was paid by another run of the same period, or a run of the rest."""
    pay = data.draw(months(law, **told))
    pay = replace(pay, salary=data.draw(st.sampled_from([True, True, False])))
    if data.draw(st.integers(0, 3)) == 3:
        one = st.integers(0, 1).map(lambda n: (None, pay.period.ends_on)[n])
        pay = replace(
            pay, shifts=tuple(replace(s, paid_to=s.paid_to or data.draw(one)) for s in pay.shifts)
        )
    return pay


@under_each_law
@few
@given(st.data())
def test_lines_sum_to_the_totals_and_nothing_is_below_zero(law: Law, data: Any) -> None:
    figures = law.pay(any_month(data, law))
    if figures is None:
        return
    sums = {"earning": 0, "deduction": 0}
    for line in figures.lines:
        sums[line.group] += line.amount
        assert isinstance(line.amount, int)
        assert line.code == "MAKER_SHARE" or line.amount >= 0
    assert (sums["earning"], sums["deduction"]) == (figures.gross, figures.deductions)
    assert figures.net == figures.paid == figures.gross - figures.deductions >= 0


def product(line: Line, currency: str) -> Fraction:
    base = unscaled(line.rate) if line.pool is None else line.pool
    unit: int = 10 ** minor_digits(currency)
    return line.quantity * base / line.divisor * line.factor * unit


@under_each_law
@few
@given(st.data())
def test_every_amount_is_its_product_rounded_once_and_its_formula_says_so(
    law: Law, data: Any
) -> None:
    figures = law.pay(any_month(data, law))
    for line in figures.lines if figures else ():
        rounded = round_half_up(product(line, law.currency))
        assert line.amount == rounded - line.less - line.carried
        assert follows(line, law.currency), line


@under_each_law
@few
@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_does_not_matter(law: Law, data: Any, by: Any) -> None:
    given = any_month(data, law)
    mixed = {
        name: tuple(by.sample(getattr(given, name), len(getattr(given, name))))
        for name in ("terms", "shifts", "pieces", "adjustments", "sales")
    }
    assert in_order(law.pay(replace(given, **mixed))) == in_order(law.pay(given))


@under_each_law
@few
@given(st.data())
def test_no_record_is_paid_on_two_lines_of_one_kind(law: Law, data: Any) -> None:
    figures = law.pay(any_month(data, law))
    named = [
        (line.code, source.kind, source.id)
        for line in (figures.lines if figures else ())
        if line.code not in ("OVERTIME", "MINIMUM_TOP_UP")
        for source in line.sources
        if not (line.code == "NIGHT" and line.pool is not None)
    ]
    assert len(named) == len(set(named))


@under_each_law
@few
@given(st.data())
def test_every_minute_worked_is_normal_overtime_or_of_a_free_day_and_only_one_of_them(
    law: Law, data: Any
) -> None:
    given = any_month(data, law, bases=("hourly",))
    figures = law.pay(given)
    if figures is None:
        return
    minutes: dict[int, int] = defaultdict(int)
    for line in figures.lines:
        whole = line.unit == "hour" and line.factor >= 1
        if whole and line.code in ("BASE", "OVERTIME", *FREE):
            for source in line.sources:
                minutes[source.id] += source.quantity
    employed = [s for s in given.shifts if given.joined_on <= s.day <= (given.left_on or date.max)]
    open_ = {s.id: s.paid_minutes for s in employed if s.paid_to is None and s.status == "worked"}
    assert minutes == open_
    assert figures.minutes.worked == sum(open_.values())


@under_each_law
@few
@given(st.data())
def test_night_and_free_days_are_among_the_minutes_worked(law: Law, data: Any) -> None:
    given = any_month(data, law)
    figures = law.pay(given)
    if figures is None:
        return
    minutes = figures.minutes
    assert 0 <= minutes.night <= minutes.worked
    assert 0 <= minutes.rest_day + minutes.holiday <= minutes.worked
    # Hours that an earlier run paid may turn out to be overtime of a week that ends now.
    earlier = sum(s.paid_minutes for s in given.shifts if s.paid_to is not None)
    assert 0 <= minutes.overtime <= minutes.worked + earlier


@under_each_law
@few
@given(st.data())
def test_what_other_runs_have_paid_earns_nothing_again(law: Law, data: Any) -> None:
    given = data.draw(months(law, minimums=False))
    paid = replace(settled(given, given.period.ends_on), salary=False)
    assert law.pay(paid) is None
