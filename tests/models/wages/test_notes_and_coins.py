"""Notes and coins: which there are, and what amounts are made of."""

import pytest
from babel.numbers import list_currencies

from models.errors import RefusedError
from models.money import amount_text, is_currency
from models.wages.cash import NoteCount, Purse
from models.wages.denominations import MOST_NOTES, parse_notes, usual_notes, without

KNOWN = ("CNY", "KRW", "THB", "LAK", "USD", "EUR", "GBP", "VND", "JPY", "MMK", "KHR", "MNT")


def paid(amount: int, *values: int) -> str | None:
    """`3 × 20` and so on."""
    notes = Purse(values).pays(amount)
    return None if notes is None else " ".join(f"{note.count}×{note.value}" for note in notes)


@pytest.mark.parametrize(
    ("amount", "values", "expected"),
    [
        (0, (100,), ""),
        (388, (100, 50, 20, 10, 5, 2, 1), "3×100 1×50 1×20 1×10 1×5 1×2 1×1"),
        (60, (50, 20), "3×20"),
        (60, (50, 20, 1), "3×20"),
        (70, (50, 20, 1), "1×50 1×20"),
        (80, (50, 20), "4×20"),
        (130, (100, 50, 20), "1×50 4×20"),
        (1_060, (100, 50, 20), "10×100 3×20"),
        (140, (100, 70, 12, 8), "2×70"),
        (10, (50, 20), None),
        (30, (50, 20), None),
        (65, (50, 20), None),
        (7, (10,), None),
        (1_000_060, (50, 20), "20000×50 3×20"),
        (99_99, (100_00, 3), "3333×3"),
        (100_01, (100_00, 3), None),
    ],
)
def test_an_amount_is_made_exactly_or_not_at_all(
    amount: int, values: tuple[int, ...], expected: str | None
) -> None:
    assert paid(amount, *values) == expected


def test_coins_of_a_half_and_a_fifth_make_every_tenth_above_them() -> None:
    purse = Purse(usual_notes("GBP", 20))
    assert purse.values[-2:] == (50, 20)
    for amount in (60, 80, 1_960, 123_460):
        notes = purse.pays(amount)
        assert notes is not None
        assert sum(note.amount for note in notes) == amount
    assert purse.pays(30) is None


def test_a_thousand_amounts_that_need_a_second_look_are_made_exactly() -> None:
    purse = Purse(
        (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
    )
    for amount in range(10_000_100, 10_100_100, 100):
        notes = purse.pays(amount)
        assert notes is not None
        assert sum(note.amount for note in notes) == amount


def test_notes_that_share_no_measure_give_up_rather_than_go_on_for_ever() -> None:
    assert Purse((10**11 + 3, 10**11 - 7)).pays(10**13 + 1) is None


@pytest.mark.parametrize("currency", KNOWN)
def test_a_known_currency_has_its_notes_and_coins_largest_first(currency: str) -> None:
    notes = usual_notes(currency)
    assert list(notes) == sorted(set(notes), reverse=True)
    assert len(notes) <= MOST_NOTES


def test_every_currency_has_notes_and_coins_that_fit_a_sheet() -> None:
    for currency in list_currencies():
        if is_currency(currency):
            assert 1 <= len(usual_notes(currency)) <= MOST_NOTES


def test_some_series_as_banks_hand_them_out() -> None:
    def text(currency: str, smallest: int | None = None) -> str:
        return " ".join(amount_text(value, currency) for value in usual_notes(currency, smallest))

    assert text("CNY", 10) == "100.00 50.00 20.00 10.00 5.00 1.00 0.50 0.10"
    assert text("KRW", 10) == "50000 10000 5000 1000 500 100 50 10"
    assert text("LAK") == "100000 50000 20000 10000 5000 2000 1000 500"
    assert text("UGX").split()[-4:] == ["10", "5", "2", "1"]
    assert text("KWD").split()[:3] == ["100.000", "50.000", "20.000"]


def test_nothing_is_below_the_smallest_and_it_is_itself_one_of_them() -> None:
    assert usual_notes("CNY", 25)[-2:] == (50, 25)
    assert usual_notes("VND", 500)[-2:] == (1_000, 500)
    assert usual_notes("CNY", 50_000) == (50_000,)


def test_notes_are_typed_in_major_units_in_any_order() -> None:
    assert parse_notes("50, 100,0.5,1", "CNY") == (10_000, 5_000, 100, 50)
    assert parse_notes("5000,1000,", "KRW") == (5_000, 1_000)
    assert parse_notes("0.25", "KWD") == (250,)


@pytest.mark.parametrize(
    ("typed", "currency", "messages"),
    [
        ("100,fifty", "CNY", ["“fifty” is not a number; write it with a point and no separators."]),
        (
            "100,0,-5",
            "CNY",
            [
                "A note or coin is worth more than zero, not 0.",
                "A note or coin is worth more than zero, not -5.",
            ],
        ),
        ("100,0.005", "CNY", ["Amounts in CNY have at most 2 decimals."]),
        ("0.5", "KRW", ["Amounts in KRW have at most 0 decimals."]),
        ("100,50,100.00", "CNY", ["100.00 is named twice."]),
        ("50,000", "KRW", ["A note or coin is worth more than zero, not 000."]),
        (" , ", "CNY", ["Name notes and coins, such as 100,50,20; at most 16."]),
        (
            ",".join(str(n) for n in range(1, 18)),
            "CNY",
            ["Name notes and coins, such as 100,50,20; at most 16."],
        ),
        ("inf", "CNY", ["“inf” is not a number; write it with a point and no separators."]),
    ],
)
def test_every_fault_in_typed_notes_is_said(typed: str, currency: str, messages: list[str]) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_notes(typed, currency)
    assert [problem.message for problem in refused.value.problems] == messages
    assert {problem.column for problem in refused.value.problems} == {"notes"}


def test_a_note_may_be_left_out_if_it_is_there_and_another_remains() -> None:
    assert without((100, 50, 20), (50,), "CNY") == (100, 20)
    with pytest.raises(RefusedError, match=r"no 0\.30 among the notes and coins of CNY"):
        without((100, 50), (30,), "CNY")
    with pytest.raises(RefusedError, match="No note or coin remains"):
        without((100,), (100,), "CNY")


def test_a_count_knows_what_it_is_worth() -> None:
    assert NoteCount(5_000, 3).amount == 15_000
