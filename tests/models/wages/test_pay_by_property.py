"""What holds of every payslip, whatever was worked, agreed and entered."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models.money import round_half_up
from models.periods import Period
from models.wages.engine.pay import compute
from models.wages.engine.segments import payable
from models.wages.engine.values import (
    Adjustment,
    MakerSale,
    Minimums,
    PayFigures,
    PayInput,
    PieceWork,
    ShiftWork,
    Terms,
)
from tests.models.wages.paying import JANUARY, LONG_AGO, PLAIN, TOP_UP, day, follows, terms

PACKS = st.sampled_from([PLAIN, TOP_UP])
BASES = ("hourly", "daily", "weekly", "monthly", "piece")
EXAMPLES = 100

few = settings(max_examples=EXAMPLES, deadline=None)
offsets = st.integers(0, JANUARY.days - 1)
inside = offsets.map(lambda n: JANUARY.starts_on + timedelta(days=n))
around = st.integers(-8, 40).map(lambda n: JANUARY.starts_on + timedelta(days=n))
rates = st.integers(1, 10**8)


def shifts(days: Any = inside, statuses: Any = None) -> Any:
    """Shifts of an employee, each with an id of its own."""
    every = ("worked", "worked", "worked", "planned", "absent", "paid_leave", "unpaid_leave")
    one = st.builds(
        ShiftWork,
        id=st.just(0),
        day=days,
        minutes=st.integers(61, 1440),
        break_minutes=st.integers(0, 60),
        status=st.sampled_from(statuses or every),
        rate=st.none() | st.none() | st.integers(0, 10**7),
        paid_to=st.sampled_from([None, JANUARY.ends_on]) if statuses is None else st.none(),
    )
    return numbered(one)


def numbered(one: Any, most: int = 12) -> Any:
    return st.lists(one, max_size=most).map(
        lambda found: tuple(replace(each, id=number) for number, each in enumerate(found, 1))
    )


def agreed(bases: tuple[str, ...] = BASES) -> Any:
    """One to three sets of terms, the first from long ago."""
    one = st.builds(
        Terms,
        starts_on=inside,
        basis=st.sampled_from(bases),
        rate=rates,
        currency=st.just("CNY"),
        daily_minutes=st.none() | st.integers(60, 720),
        weekly_minutes=st.none() | st.integers(60, 3600),
        rest_days=st.sampled_from([(), ("SU",), ("SA", "SU")]),
        guaranteed_hourly=st.none() | st.integers(1, 10**6),
    )
    return st.lists(one, min_size=1, max_size=3, unique_by=lambda each: each.starts_on).map(
        lambda found: (replace(found[0], starts_on=day(LONG_AGO)), *found[1:])
    )


def inputs(bases: tuple[str, ...] = BASES) -> Any:
    work = st.builds(
        PieceWork,
        id=st.just(0),
        day=inside,
        task=st.sampled_from(["mats", "baskets"]),
        quantity=st.integers(1, 10**7),
        rate=st.integers(0, 10**6),
    )
    by_hand = st.builds(
        Adjustment,
        id=st.just(0),
        day=inside,
        item=st.sampled_from(["BONUS", "ALLOWANCE", "REIMBURSEMENT", "DEDUCTION", "DEDUCTION"]),
        amount=st.integers(1, 10**7),
        currency=st.just("CNY"),
    )
    sold = st.builds(
        MakerSale,
        id=st.just(0),
        day=inside,
        net=st.integers(-(10**6), 10**6),
        currency=st.just("CNY"),
        share=st.sampled_from([50_000, 125_000, 333_333]),
    )
    minimum = st.builds(
        Minimums, st.just("CNY"), st.none() | st.integers(1, 10**6), st.none() | rates
    )
    stays = st.tuples(around, around).map(sorted)
    return st.builds(
        lambda stay, **rest: PayInput(JANUARY, stay[0], stay[1], **rest),
        stay=stays,
        terms=agreed(bases),
        shifts=shifts(),
        pieces=numbered(work, 6),
        adjustments=numbered(by_hand, 6),
        sales=numbered(sold, 6),
        minimums=minimum,
        salary=st.booleans(),
        week_starts=st.sampled_from(["MO", "SU"]),
    )


def pay(given: PayInput, rules: Any = PLAIN) -> PayFigures | None:
    return compute(given, lambda _terms, _day: rules)


def gross(given: PayInput, rules: Any = PLAIN) -> int:
    figures = pay(given, rules)
    return figures.gross if figures else 0


@few
@given(inputs(), PACKS)
def test_lines_sum_to_the_totals_and_nothing_is_below_zero(given: PayInput, rules: Any) -> None:
    figures = pay(given, rules)
    if figures is None:
        return
    sums = {"earning": 0, "deduction": 0}
    for line in figures.lines:
        sums[line.group] += line.amount
        assert isinstance(line.amount, int)
        assert line.code == "MAKER_SHARE" or line.amount >= 0
    assert (sums["earning"], sums["deduction"]) == (figures.gross, figures.deductions)
    assert figures.net == figures.paid == figures.gross - figures.deductions >= 0


@few
@given(inputs(), PACKS)
def test_every_amount_is_its_product_rounded_once(given: PayInput, rules: Any) -> None:
    figures = pay(given, rules)
    for line in figures.lines if figures else ():
        product = line.quantity * Fraction(line.rate, 100) / line.divisor * line.factor
        assert line.amount == round_half_up(product) - line.less - line.carried
        assert follows(line, "CNY"), line


@few
@given(inputs(), PACKS)
def test_computing_again_gives_the_same(given: PayInput, rules: Any) -> None:
    assert pay(given, rules) == pay(given, rules)


@few
@given(inputs(), PACKS, st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_does_not_matter(given: PayInput, rules: Any, by: Any) -> None:
    mixed = {
        name: tuple(by.sample(getattr(given, name), len(getattr(given, name))))
        for name in ("terms", "shifts", "pieces", "adjustments", "sales")
    }
    assert sorted_sources(pay(replace(given, **mixed), rules)) == sorted_sources(pay(given, rules))


def sorted_sources(figures: PayFigures | None) -> PayFigures | None:
    if figures is None:
        return None
    lines = [
        replace(line, sources=tuple(sorted(line.sources, key=lambda s: s.id)))
        for line in figures.lines
    ]
    return replace(figures, lines=tuple(lines))


@few
@given(inputs(), PACKS)
def test_no_record_is_paid_on_two_lines_of_one_kind(given: PayInput, rules: Any) -> None:
    figures = pay(given, rules)
    for code in ("BASE", "LEAVE", "OVERTIME", "PIECE", "MAKER_SHARE", "DEDUCTION"):
        named = [
            (source.kind, source.id)
            for line in (figures.lines if figures else ())
            if line.code == code
            for source in line.sources
        ]
        assert len(named) == len(set(named))


@few
@given(inputs(("hourly", "daily", "piece")), PACKS)
def test_what_another_run_has_paid_earns_nothing(given: PayInput, rules: Any) -> None:
    settled = replace(
        given, shifts=tuple(replace(s, paid_to=JANUARY.ends_on) for s in given.shifts)
    )
    figures = pay(settled, rules)
    assert not [
        line
        for line in (figures.lines if figures else ())
        if any(source.kind == "shift" for source in line.sources)
    ]


@few
@given(inputs(), PACKS, shifts(statuses=["worked"]))
def test_more_hours_never_pay_less(given: PayInput, rules: Any, more: Any) -> None:
    open_ = replace(given, shifts=tuple(replace(s, paid_to=None) for s in given.shifts))
    extra = tuple(replace(each, id=1000 + each.id) for each in more)
    assert gross(replace(open_, shifts=(*open_.shifts, *extra)), rules) >= gross(open_, rules)


HOURLY_WORK = shifts(statuses=["worked", "paid_leave"])


@few
@given(HOURLY_WORK, rates, st.data())
def test_two_touching_shifts_pay_as_one(work: Any, rate: int, data: Any) -> None:
    given = simple(terms("hourly", Fraction(rate, 10_000)), work)
    split = []
    for each in work:
        minutes = data.draw(st.integers(1, each.minutes - each.break_minutes))
        first = replace(each, minutes=minutes, break_minutes=0)
        split += [first, replace(each, id=each.id + 1000, minutes=each.minutes - minutes)]
    assert gross(replace(given, shifts=tuple(split))) == gross(given)


@few
@given(HOURLY_WORK, numbered(st.builds(
    PieceWork, id=st.just(0), day=inside, task=st.just("mats"),
    quantity=st.integers(1, 10**7), rate=st.sampled_from([10_000, 15_000])
)), offsets.filter(bool))  # fmt: skip
def test_splitting_the_period_pays_the_same_hours_and_pieces(
    work: Any, made: Any, cut: int
) -> None:
    whole = replace(simple(terms("hourly", "21.5"), work), pieces=made)
    parts = JANUARY.split([JANUARY.starts_on + timedelta(days=cut)])
    assert totals([whole]) == totals([replace(whole, period=part) for part in parts])


def totals(parts: list[PayInput]) -> tuple[dict[Any, Fraction], int]:
    """Quantities by kind and rate, and the minutes worked."""
    sums: dict[Any, Fraction] = {}
    minutes = 0
    for part in parts:
        figures = pay(part)
        for line in figures.lines if figures else ():
            key = (line.code, line.rate)
            sums[key] = sums.get(key, Fraction(0)) + line.quantity
        minutes += figures.minutes.worked if figures else 0
    return sums, minutes


@few
@given(st.integers(1, 10**9), st.lists(offsets.filter(bool), max_size=4))
def test_the_parts_of_a_split_month_add_up_to_the_salary(rate: int, cuts: list[int]) -> None:
    whole = simple(terms("monthly", Fraction(rate, 10_000)), ())
    parts = JANUARY.split([JANUARY.starts_on + timedelta(days=cut) for cut in cuts])
    summed = sum(gross(replace(whole, period=part)) for part in parts)
    assert abs(summed - gross(whole)) <= Fraction(len(parts) + 1, 2)


@few
@given(inputs(("monthly", "weekly")), around, around)
def test_a_longer_employment_never_earns_a_smaller_salary(
    given: PayInput, one: Any, other: Any
) -> None:
    given = replace(given, salary=True, sales=(), pieces=(), shifts=(), minimums=None)
    early, late = sorted((one, other))
    longer = replace(given, joined_on=early, left_on=None)
    assert gross(longer) >= gross(replace(given, joined_on=late, left_on=None))
    stayed = replace(given, joined_on=day(LONG_AGO), left_on=late)
    assert gross(stayed) >= gross(replace(given, joined_on=day(LONG_AGO), left_on=early))


@few
@given(shifts(days=st.integers(0, 58).map(lambda n: JANUARY.starts_on + timedelta(days=n)),
              statuses=["worked"]), st.integers(1, 57))  # fmt: skip
def test_hours_beyond_the_contract_are_paid_once_wherever_the_period_is_cut(
    work: Any, cut: int
) -> None:
    both = Period(JANUARY.starts_on, day("02-28"))
    whole = replace(simple(terms("monthly", 5200, weekly_minutes=600), work), period=both)
    one, two = both.split([both.starts_on + timedelta(days=cut)])
    settled = tuple(
        replace(each, paid_to=one.ends_on if each.day in one else None) for each in work
    )
    first = replace(whole, period=one)
    second = replace(whole, period=two, shifts=settled)
    assert overtime(first) + overtime(second) == overtime(whole)


def overtime(given: PayInput) -> int:
    figures = pay(given)
    assert figures is not None
    return sum(line.amount for line in figures.lines if line.code == "OVERTIME")


@few
@given(inputs())
def test_minutes_are_those_of_the_shifts_that_earn(given: PayInput) -> None:
    figures = pay(given)
    worked = sum(s.paid_minutes for s in payable(given.shifts) if s.status == "worked")
    if figures is not None:
        assert 0 <= figures.minutes.rest_day <= figures.minutes.worked <= worked


def simple(agreed: Terms, work: Any) -> PayInput:
    return PayInput(JANUARY, day(LONG_AGO), None, (agreed,), shifts=tuple(work))
