"""Salaries and what is worked beyond them, in whichever parts they are paid, under every law."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.periods import Period
from models.wages.engine.values import PayFigures, PayInput
from tests.models.wages.paying import JANUARY, LONG_AGO, day
from tests.models.wages.properties.laws import Law, slack, under_each_law
from tests.models.wages.properties.making import agreed, days_of, few, months, settled

BOTH = Period(JANUARY.starts_on, day("02-28"))


@under_each_law
@few
@given(st.data())
def test_the_parts_of_a_split_month_add_up_to_the_salary(law: Law, data: Any) -> None:
    (terms,) = data.draw(agreed(law, ("weekly", "monthly"), most=1))
    whole = PayInput(JANUARY, day(LONG_AGO), None, (replace(terms, guaranteed_hourly=None),))
    parts = JANUARY.split(data.draw(st.lists(days_of(JANUARY), max_size=4)))
    figures = [law.pay(replace(whole, period=part)) for part in parts]
    together = law.pay(whole)
    assert together is not None
    apart = sum(each.gross for each in figures if each) - together.gross
    # A minimum that is compared for each part can only add; salaries below it show it.
    if not top_ups([together, *figures]):
        assert abs(apart) <= slack(together, *figures)


def top_ups(all_figures: Sequence[PayFigures | None]) -> bool:
    return any(x.code == "MINIMUM_TOP_UP" for each in all_figures if each for x in each.lines)


@under_each_law
@few
@given(st.data())
def test_a_longer_employment_never_earns_a_smaller_salary(law: Law, data: Any) -> None:
    around = st.integers(-8, 40).map(lambda n: law.period.starts_on + timedelta(days=n))
    given = data.draw(months(law, ("weekly", "monthly"), made=False, items=(), minimums=False))
    given = replace(given, shifts=(), calendars={})
    if law.name == "CN":
        # Where terms change, a whole month's days may be worth less than a 21.75th each.
        given = replace(given, terms=given.terms[:1])
    early, late = sorted((data.draw(around), data.draw(around)))
    joined = [employed(law, given, since, None) for since in (early, late)]
    left = [employed(law, given, day(LONG_AGO), until) for until in (late, early)]
    for longer, shorter in (joined, left):
        assert gross(longer) - gross(shorter) >= -slack(longer, shorter)


def employed(law: Law, given: PayInput, since: date, until: date | None) -> PayFigures | None:
    return law.pay(replace(given, joined_on=since, left_on=until))


def gross(figures: PayFigures | None) -> int:
    return figures.gross if figures else 0


@under_each_law
@few
@given(st.data())
def test_hours_beyond_a_salary_are_paid_once_wherever_the_period_is_cut(
    law: Law, data: Any
) -> None:
    law = replace(law, period=BOTH)
    told: dict[str, Any] = {"own_rates": False, "statuses": ("worked",), "terms": 1, "made": False}
    whole = data.draw(
        months(law, ("weekly", "monthly"), items=(), minimums=False, stays=True, **told)
    )
    cut = data.draw(st.integers(1, BOTH.days - 1))
    one, two = BOTH.split([BOTH.starts_on + timedelta(days=cut)])
    before = tuple(each for each in whole.shifts if each.day <= one.ends_on)
    first = replace(whole, period=one, shifts=before)
    second = replace(settled(whole, one.ends_on), period=two)
    figures = law.pay(whole), law.pay(first), law.pay(second)
    apart = beyond(figures[0]) - beyond(figures[1]) - beyond(figures[2])
    assert abs(apart) <= slack(*figures)


def beyond(figures: PayFigures | None) -> Fraction:
    codes = ("OVERTIME", "REST_DAY", "HOLIDAY", "HOLIDAY_OVERTIME", "NIGHT")
    lines = figures.lines if figures else ()
    return Fraction(sum(line.amount for line in lines if line.code in codes))
