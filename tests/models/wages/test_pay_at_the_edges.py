"""Pay under PLAIN where periods, terms and runs meet, and what a manager is warned of."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from models.periods import Period
from models.wages.engine.pay import compute
from models.wages.engine.segments import MixedCurrenciesError, NoTermsError
from models.wages.engine.values import ShiftWork
from tests.models.wages.paying import (
    BASKETS,
    CLERK,
    HOURLY,
    JANUARY,
    MONTHLY,
    PLAIN,
    TOP_UP,
    day,
    entered,
    paid,
    pay_input,
    pieces,
    sale,
    shift,
    shifts,
    span,
    terms,
    told,
)

# Weeks that the border of a period cuts


def overtime(period: Period, **given: Any) -> list[str]:
    return [line for line in told(paid(period, **given)) if line.startswith("OVERTIME")]


FEBRUARY = span("02-01", "02-28")


def test_a_week_cut_by_the_border_is_paid_in_the_period_in_which_it_ends() -> None:
    week = shifts("26", "02-01", 6)  # Monday to Sunday, 42 hours; the Sunday is in February
    assert overtime(JANUARY, terms=CLERK, shifts=week[:6]) == []
    settled = [replace(each, paid_to=JANUARY.ends_on) for each in week[:6]]
    assert overtime(FEBRUARY, terms=CLERK, shifts=[*settled, week[6]]) == [
        "OVERTIME 60.00: 2 h × 5,200.00 × 12 ÷ 52 ÷ 40 h"
    ]


def test_a_week_that_ends_with_the_period_is_not_paid_again_in_the_next() -> None:
    week = shifts("12", "18", 6)
    first, second = span("01", "18"), span("19", "31")
    assert len(overtime(first, terms=CLERK, shifts=week)) == 1
    settled = [replace(each, paid_to=first.ends_on) for each in week]
    assert overtime(second, terms=CLERK, shifts=settled) == []


@pytest.mark.parametrize("start", ["MO", "SU", "TH"])
def test_every_week_is_paid_once_whatever_the_periods_and_the_first_weekday(start: str) -> None:
    work = shifts("01", "02-28", 6)
    whole = beyond(span("01", "02-28"), work, start)
    assert whole >= 14
    for border in ("07", "18", "28", "31", "02-14"):
        one = span("01", border)
        two = Period(one.ends_on + timedelta(days=1), day("02-28"))
        before = [each for each in work if each.day in one]
        after = [each if each.day in two else replace(each, paid_to=one.ends_on) for each in work]
        assert beyond(one, before, start) + beyond(two, after, start) == whole


def beyond(period: Period, work: list[ShiftWork], start: str) -> Fraction:
    """Hours beyond those contracted."""
    figures = paid(period, terms=CLERK, shifts=work, week_starts=start)
    return sum((line.quantity for line in figures.lines if line.code == "OVERTIME"), Fraction(0))


def test_the_last_week_of_a_leaver_is_paid_on_leaving() -> None:
    work = shifts("26", "30", 9)  # leaves on Friday 30 January with 45 hours
    assert overtime(JANUARY, terms=CLERK, shifts=work, left="30") == [
        "OVERTIME 150.00: 5 h × 5,200.00 × 12 ÷ 52 ÷ 40 h"
    ]
    later = pay_input(
        FEBRUARY,
        terms=CLERK,
        left="30",
        shifts=[replace(each, paid_to=JANUARY.ends_on) for each in work],
        adjustments=[entered("02-02", "BONUS", 1)],
    )
    figures = compute(later, lambda _terms, _day: PLAIN)
    assert figures is not None
    assert told(figures) == ["BONUS 1.00: 1.00 as entered"]


# Halves of a month


@pytest.mark.parametrize("salary", [10_000, 9_999, "3333.33", 1])
@pytest.mark.parametrize("month", ["01", "02", "04"])
def test_both_halves_of_a_month_add_up_to_the_salary_within_a_cent(month: str, salary: Any) -> None:
    agreed = terms("monthly", salary)
    last = {"01": "31", "02": "28", "04": "30"}[month]
    halves = [
        paid(span(f"{month}-{first}", f"{month}-{end}"), terms=agreed).gross
        for first, end in (("01", "15"), ("16", last))
    ]
    whole = paid(span(f"{month}-01", f"{month}-{last}"), terms=agreed).gross
    assert abs(sum(halves) - whole) <= 1


# Nothing to pay, and what cannot be paid


def test_someone_without_work_or_salary_has_no_payslip() -> None:
    assert compute(pay_input(terms=HOURLY), lambda _terms, _day: PLAIN) is None


def test_a_deduction_alone_is_no_payslip_and_waits() -> None:
    alone = pay_input(terms=HOURLY, adjustments=[entered("05", "DEDUCTION", 5)])
    assert compute(alone, lambda _terms, _day: PLAIN) is None


@pytest.mark.parametrize(
    "work", [{"shifts": [shift("05")]}, {"pieces": [pieces("05", "baskets", 1, 1)]}]
)
def test_work_on_a_day_without_terms_is_refused_with_the_day(work: dict[str, Any]) -> None:
    with pytest.raises(NoTermsError) as refused:
        paid(terms=terms("hourly", 20, "10"), **work)
    assert refused.value.day == day("05")


def test_days_without_terms_and_without_work_are_left_out() -> None:
    assert told(paid(terms=terms("monthly", 3_100, "22"))) == [
        "BASE 1,000.00: 3,100.00 × 10 ÷ 31 days"
    ]


def test_terms_in_two_currencies_inside_a_period_are_refused() -> None:
    with pytest.raises(MixedCurrenciesError):
        paid(terms=[MONTHLY, terms("monthly", 1_000, "15", currency="USD")])


def test_terms_of_before_may_be_in_another_currency() -> None:
    old = terms("monthly", 1_000, currency="USD")
    assert paid(terms=[old, terms("monthly", 10_000, "01")]).currency == "CNY"


# Warnings


def warned(**given: Any) -> list[tuple[Any, ...]]:
    return [(w.code, w.number, *w.amounts) for w in paid(**given).warnings]


WARNINGS: dict[str, tuple[dict[str, Any], list[tuple[Any, ...]]]] = {
    "an hour below the minimum": (
        {"terms": HOURLY, "shifts": [shift("05")], "hourly": 25},
        [("below_minimum_hourly", 0, 2150, 2500)],
    ),
    "a month below the minimum": (
        {"terms": MONTHLY, "monthly": 10_001},
        [("below_minimum_monthly", 0, 1_000_000, 1_000_100)],
    ),
    "a month at the minimum": ({"terms": MONTHLY, "monthly": 10_000}, []),
    "a part of a month is not compared with the minimum of a month": (
        {"terms": MONTHLY, "joined": "15", "monthly": 10_000},
        [],
    ),
    "planned shifts": (
        {"terms": MONTHLY, "shifts": shifts("05", "07", status="planned")},
        [("planned_shifts", 3)],
    ),
    "sales in another currency": (
        {"terms": MONTHLY, "sales": [sale("05", 10, 10, "USD")]},
        [("other_currency_sales", 1)],
    ),
    "amounts in another currency": (
        {"terms": MONTHLY, "adjustments": [entered("05", "DEDUCTION", 10, currency="USD")]},
        [("other_currency_amounts", 1)],
    ),
    "leave without a rate": (
        {
            "terms": terms("piece", 0),
            "pieces": [pieces("05", "mats", 1, 1)],
            "shifts": [shift("06", status="paid_leave")],
        },
        [("leave_without_rate", 0)],
    ),
    "work before joining": (
        {"terms": MONTHLY, "joined": "15", "shifts": [shift("14"), shift("15")]},
        [("outside_employment", 1)],
    ),
    "what is carried forward": (
        {
            "terms": HOURLY,
            "shifts": [shift("05", 2)],
            "adjustments": [entered("05", "DEDUCTION", 50)],
        },
        [("carried_forward", 0, 700)],
    ),
}


@pytest.mark.parametrize("name", WARNINGS)
def test_the_manager_is_warned_of(name: str) -> None:
    given, expected = WARNINGS[name]
    assert warned(**given) == expected


def test_a_deduction_in_another_currency_takes_nothing() -> None:
    figures = paid(terms=MONTHLY, adjustments=[entered("05", "DEDUCTION", 10, currency="USD")])
    assert (figures.deductions, figures.net) == (0, 1_000_000)


# Off-cycle


def test_an_off_cycle_payment_has_no_salary_but_the_hours_beyond_it() -> None:
    figures = paid(
        terms=CLERK,
        salary=False,
        shifts=shifts("05", "11", 10),
        adjustments=[entered("05", "BONUS", 5)],
    )
    assert told(figures) == [
        "OVERTIME 900.00: 30 h × 5,200.00 × 12 ÷ 52 ÷ 40 h",
        "BONUS 5.00: 5.00 as entered",
    ]


def test_an_off_cycle_payment_does_not_hold_a_salary_that_it_leaves_out_against_a_guarantee() -> (
    None
):
    guaranteed = terms("monthly", 10_000, guaranteed=10)
    off_cycle = pay_input(terms=guaranteed, salary=False, shifts=shifts("05", "09"))
    assert compute(off_cycle, lambda _terms, _day: PLAIN) is None


def test_what_another_run_has_paid_is_not_paid_again() -> None:
    work = [shift("05", paid_to=JANUARY.ends_on), shift("06")]
    assert told(paid(terms=HOURLY, salary=False, shifts=work)) == ["BASE 172.00: 8 h × 21.50"]


# Minutes


def test_minutes_are_told_by_kind() -> None:
    figures = paid(
        terms=terms("monthly", 5200, weekly_minutes=2400, rest_days=("SU",)),
        shifts=[*shifts("05", "11", 7), shift("12", status="paid_leave")],
        holidays=["06"],
    )
    minutes = figures.minutes
    assert (minutes.worked, minutes.overtime, minutes.rest_day, minutes.holiday) == (
        49 * 60,
        9 * 60,
        7 * 60,
        7 * 60,
    )


def test_a_top_up_names_the_hours_behind_it() -> None:
    work = shifts("05", "06")
    figures = paid(terms=BASKETS, shifts=[*work, shift("07", status="paid_leave")])
    (top_up,) = (line for line in figures.lines if line.code == "MINIMUM_TOP_UP")
    assert [source.id for source in top_up.sources] == [each.id for each in work]


def test_a_top_up_to_the_minimum_wage_covers_all_terms_of_the_period() -> None:
    figures = paid(
        terms=[HOURLY, terms("hourly", 22, "20")],
        rules=TOP_UP,
        shifts=[shift("05"), shift("21")],
        hourly=25,
    )
    top_up = figures.lines[-1]
    assert (top_up.code, top_up.starts_on, top_up.ends_on) == (
        "MINIMUM_TOP_UP",
        JANUARY.starts_on,
        JANUARY.ends_on,
    )
