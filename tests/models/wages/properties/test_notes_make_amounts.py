"""Whatever notes and coins there are: what is counted out is the amount, and sums are sums."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from models.periods import month_of
from models.wages.cash import CashPay, Purse, added, by_site, kit_of
from models.wages.denominations import usual_notes
from tests.models.wages.bookkeeping import JANUARY

many = settings(max_examples=300, deadline=None, derandomize=True)
values = st.sets(st.integers(1, 60), min_size=1, max_size=6).map(lambda each: tuple(sorted(each)))


@cache
def fewest(notes: tuple[int, ...], amount: int) -> int | None:
    """By trying everything: how few pieces make an amount."""
    best: list[int | None] = [0]
    for target in range(1, amount + 1):
        ways = [best[target - value] for value in notes if value <= target]
        known = [way for way in ways if way is not None]
        best.append(min(known) + 1 if known else None)
    return best[amount]


@many
@given(values, st.lists(st.integers(0, 2_000), min_size=1, max_size=4))
def test_notes_make_the_amount_in_the_fewest_pieces_or_nothing_can(
    notes: tuple[int, ...], amounts: list[int]
) -> None:
    purse = Purse(notes)
    for amount in amounts:
        paid, least = purse.pays(amount), fewest(notes, amount)
        assert (paid is None) == (least is None)
        if paid is not None:
            assert sum(note.amount for note in paid) == amount
            assert sum(note.count for note in paid) == least
            assert {note.value for note in paid} <= set(notes)
            assert [note.value for note in paid] == sorted({n.value for n in paid}, reverse=True)


@many
@given(values.map(lambda notes: tuple({1, *notes})), st.integers(1, 50), st.integers(1, 2_000))
def test_a_scale_of_the_notes_changes_nothing(
    notes: tuple[int, ...], scale: int, amount: int
) -> None:
    plain = Purse(notes).pays(amount)
    scaled = Purse([value * scale for value in notes]).pays(amount * scale)
    assert plain is not None
    assert scaled is not None
    assert [(note.value * scale, note.count) for note in plain] == [
        (note.value, note.count) for note in scaled
    ]


@many
@given(
    st.sampled_from(("CNY", "KRW", "THB", "USD", "EUR", "GBP", "JPY", "PHP", "XYZ")),
    st.lists(st.tuples(st.sampled_from(("", "North", "South")), st.integers(1, 10**9)), max_size=9),
)
def test_a_kit_adds_up_over_employees_and_over_sites(
    currency: str, paid: list[tuple[str, int]]
) -> None:
    purse = Purse(usual_notes(currency))
    pays = [
        CashPay(str(n), f"W-{n}", "", site, amount, purse.pays(amount) or ())
        for n, (site, amount) in enumerate(sorted(paid))
    ]
    kit = kit_of(by_site(pays), 1, month_of(JANUARY.starts_on), currency, purse.values)
    assert kit.total == sum(amount for _site, amount in paid)
    assert kit.total == sum(note.amount for note in kit.notes)
    assert kit.notes == added(pay.notes for pay in kit.employees)
    assert kit.notes == added(site.notes for site in kit.sites)
    for site in kit.sites:
        assert site.total == sum(note.amount for note in site.notes)
        assert site.total == sum(pay.paid for pay in site.employees)
    for pay in kit.employees:
        assert pay.paid == sum(note.amount for note in pay.notes)
