"""Over any plan, skips, caps and money handed back: what is repaid is what was lent, no more."""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.periods import PAY_PERIOD_KINDS, days_in_month, pay_period_of
from models.wages.instalments import MOST_INSTALMENTS, Instalment, due, how_many, plan, standings
from tests.models.wages.properties.making import steady

DAYS = st.dates(date(2020, 1, 1), date(2031, 12, 31))
KINDS = st.sampled_from(PAY_PERIOD_KINDS)


@st.composite
def lent(draw: st.DrawFn) -> tuple[int, int | None]:
    """An amount and an instalment of at most some forty parts of it."""
    amount = draw(st.integers(1, 10**12))
    least = -(-amount // 40)
    return amount, draw(st.none() | st.integers(least, 2 * amount))


def planned(
    amount: int, each: int | None, first: date, every: str, skips: Collection[int] = ()
) -> list[Instalment]:
    """A plan in which the instalments at the places `skips` were skipped one after another."""
    skipped: set[date] = set()
    found = plan(amount, each, first, every)
    for place in skips:
        skipped.add(found[place % len(found)].due_on)
        found = plan(amount, each, first, every, skipped)
    return found


@steady
@given(lent(), DAYS, KINDS, st.lists(st.integers(0, 60), max_size=6))
def test_a_plan_sums_to_what_was_lent(
    money: tuple[int, int | None], first: date, every: str, skips: list[int]
) -> None:
    amount, each = money
    found = planned(amount, each, first, every, skips)
    taken = [part.amount for part in found if not part.skipped]
    skipped = [part for part in found if part.skipped]
    assert sum(taken) == amount
    assert len(taken) == how_many(amount, each)
    assert all(part == (each or amount) for part in taken[:-1])
    assert 0 < taken[-1] <= (each or amount) + len(taken) - 1
    assert all(part.amount == 0 for part in skipped)
    assert len(found) == len(taken) + len(skipped)


@steady
@given(lent(), DAYS, KINDS, st.lists(st.integers(0, 60), max_size=6))
def test_skipping_moves_no_day(
    money: tuple[int, int | None], first: date, every: str, skips: list[int]
) -> None:
    amount, each = money
    whole = planned(amount, each, first, every)
    found = planned(amount, each, first, every, skips)
    days = [part.due_on for part in found]
    assert days[: len(whole)] == [part.due_on for part in whole]
    assert days[0] == first
    assert all(earlier < later for earlier, later in pairwise(days))


@steady
@given(DAYS, KINDS, st.integers(1, 60))
def test_every_pay_period_from_the_first_on_has_one_due_day(
    first: date, every: str, parts: int
) -> None:
    days = [part.due_on for part in plan(parts, 1, first, every)]
    periods = [pay_period_of(day, every) for day in days]
    following = [pay_period_of(each.ends_on + timedelta(days=1), every) for each in periods]
    assert periods[1:] == following[:-1]


@steady
@given(DAYS)
def test_due_days_are_those_of_the_first_wherever_the_month_has_it(first: date) -> None:
    last = first.day == days_in_month(first)
    for part in plan(60, 1, first, "monthly"):
        wanted = 31 if last else first.day
        assert part.due_on.day == min(wanted, days_in_month(part.due_on))


@steady
@given(lent(), DAYS, KINDS, st.data())
def test_whatever_caps_leave_what_is_taken_sums_to_what_was_lent(
    money: tuple[int, int | None], first: date, every: str, data: st.DataObject
) -> None:
    amount, each = money
    skips = data.draw(st.lists(st.integers(0, 60), max_size=4), label="skips")
    found = planned(amount, each, first, every, skips)
    taken = by_hand = 0
    for part in found:
        wanted = due(amount, found, part.due_on, taken, by_hand)
        assert 0 <= wanted <= amount - taken - by_hand
        taken += data.draw(st.integers(0, wanted), label="within the cap")
        by_hand += data.draw(st.integers(0, amount - taken - by_hand), label="handed back")
    taken += due(amount, found, found[-1].due_on, taken, by_hand)
    assert taken + by_hand == amount
    assert due(amount, found, date.max, taken, by_hand) == 0


@steady
@given(lent(), DAYS, KINDS, st.data())
def test_without_caps_each_day_takes_its_instalment_and_hands_shorten_the_end(
    money: tuple[int, int | None], first: date, every: str, data: st.DataObject
) -> None:
    amount, each = money
    found = planned(amount, each, first, every)
    by_hand = data.draw(st.integers(0, amount), label="handed back")
    wanted = standings(found, 0, by_hand)
    taken = 0
    for standing in wanted:
        now = due(amount, found, standing.instalment.due_on, taken, by_hand)
        assert now == standing.left
        taken += now
    assert taken + by_hand == amount


@steady
@given(lent(), DAYS, KINDS, st.data())
def test_what_was_repaid_is_laid_over_the_plan_whole(
    money: tuple[int, int | None], first: date, every: str, data: st.DataObject
) -> None:
    amount, each = money
    found = planned(amount, each, first, every)
    taken = data.draw(st.integers(0, amount), label="taken")
    by_hand = data.draw(st.integers(0, amount - taken), label="handed back")
    over = standings(found, taken, by_hand)
    assert sum(each.taken for each in over) == taken
    assert sum(each.by_hand for each in over) == by_hand
    assert sum(each.left for each in over) == amount - taken - by_hand
    assert all(min(each.taken, each.by_hand, each.left) >= 0 for each in over)


@pytest.mark.parametrize(
    ("amount", "each"), [(0, None), (-5, 1), (100, 0), (100, -1), (10**12, 1), (1201, 1)]
)
def test_no_plan_is_made_of_nonsense(amount: int, each: int | None) -> None:
    with pytest.raises(ValueError, match=r"above zero|too many"):
        plan(amount, each, date(2026, 1, 31), "monthly")


def test_the_longest_plan_there_is() -> None:
    assert len(plan(MOST_INSTALMENTS, 1, date(2026, 1, 31), "monthly")) == MOST_INSTALMENTS
