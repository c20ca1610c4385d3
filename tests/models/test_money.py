"""Money: one rounding rule, exact rates, and amounts that read back as they were written."""

from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import get_currency_precision, list_currencies
from hypothesis import given
from hypothesis import strategies as st

from models.money import (
    CurrencyMismatchError,
    Money,
    amount_text,
    decimal_text,
    is_currency,
    is_whole_minor,
    minor_digits,
    quantity_text,
    rate_text,
    round_half_up,
    scaled,
    to_minor,
    unscaled,
)

DIGITS = {"CNY": 2, "USD": 2, "GBP": 2, "THB": 2, "KRW": 0, "JPY": 0, "KWD": 3}
currencies = st.sampled_from(sorted(DIGITS))
minors = st.integers(-(10**15), 10**15)
exact = st.fractions(-(10**9), 10**9)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("0.5", 1), ("1.5", 2), ("2.5", 3), ("-0.5", -1), ("-2.5", -3), ("2.4999", 2), ("-2.4", -2)],
)
def test_a_half_goes_away_from_zero(value: str, rounded: int) -> None:
    assert round_half_up(Fraction(value)) == rounded
    assert round_half_up(Decimal(value)) == rounded


@given(exact)
def test_rounding_never_moves_a_value_by_more_than_a_half(value: Fraction) -> None:
    assert abs(round_half_up(value) - value) <= Fraction(1, 2)


@given(exact)
def test_rounding_treats_what_is_owed_and_what_is_due_alike(value: Fraction) -> None:
    assert round_half_up(-value) == -round_half_up(value)


@given(st.integers(-(10**18), 10**18))
def test_rounding_leaves_whole_numbers_alone(value: int) -> None:
    assert round_half_up(value) == value


@given(exact, exact)
def test_rounding_keeps_the_order_of_values(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert round_half_up(low) <= round_half_up(high)


def test_rounding_is_exact_where_a_float_would_not_be() -> None:
    assert to_minor(Decimal("1.005"), "CNY") == 101
    assert to_minor(Decimal("2.675"), "CNY") == 268
    assert to_minor(Fraction(10_000 * 17, 31), "CNY") == 548_387


@pytest.mark.parametrize("currency", DIGITS)
def test_each_currency_has_its_own_smallest_unit(currency: str) -> None:
    assert minor_digits(currency) == DIGITS[currency]
    assert to_minor(1, currency) == 10 ** DIGITS[currency]


def test_the_list_of_currencies_has_given_none_other_decimals_than_books_count_in() -> None:
    changed = {
        code: get_currency_precision(code)
        for code in list_currencies()
        if get_currency_precision(code) != minor_digits(code)
    }
    assert changed == {}


@given(minors, currencies)
def test_an_amount_reads_back_as_it_was_written(minor: int, currency: str) -> None:
    for grouped in (False, True):
        text = amount_text(minor, currency, grouped=grouped)
        assert to_minor(Decimal(text.replace(",", "")), currency) == minor


@given(minors, currencies)
def test_an_amount_is_written_with_all_digits_of_its_currency(minor: int, currency: str) -> None:
    _whole, point, decimals = amount_text(minor, currency).partition(".")
    assert (len(decimals), bool(point)) == (DIGITS[currency], DIGITS[currency] > 0)


@given(st.integers(0, 10**16))
def test_a_rate_reads_back_as_it_was_written(ten_thousandths: int) -> None:
    assert scaled(Decimal(rate_text(ten_thousandths, "CNY"))) == ten_thousandths
    assert scaled(Decimal(quantity_text(ten_thousandths))) == ten_thousandths
    assert unscaled(ten_thousandths) * 10_000 == ten_thousandths


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (amount_text(422_000, "CNY"), "4220.00"),
        (amount_text(96_000, "KRW"), "96000"),
        (amount_text(-5, "CNY"), "-0.05"),
        (amount_text(-123_456_789, "CNY", grouped=True), "-1,234,567.89"),
        (rate_text(215_000, "CNY"), "21.50"),
        (rate_text(155, "CNY"), "0.0155"),
        (rate_text(103_200_000, "KRW", grouped=True), "10,320"),
        (rate_text(5_000, "KRW"), "0.5"),
        (quantity_text(120_000), "12"),
        (quantity_text(-25_000), "-2.5"),
        (decimal_text(12_500_000, 4, grouped=True, keep=2), "1,250.00"),
        (decimal_text(0, 4, keep=2), "0.00"),
    ],
)
def test_numbers_are_written_as_people_write_them(text: str, expected: str) -> None:
    assert text == expected


def test_a_fifth_decimal_of_a_rate_is_refused_and_not_rounded_away() -> None:
    assert scaled(Decimal("0.1234")) == 1_234
    with pytest.raises(ValueError, match="more than four decimals"):
        scaled(Decimal("0.12345"))


def test_decimals_beyond_those_of_the_currency_are_seen() -> None:
    assert is_whole_minor(Decimal("1.50"), "CNY")
    assert not is_whole_minor(Decimal("1.505"), "CNY")
    assert not is_whole_minor(Decimal("1.5"), "KRW")


def test_only_currencies_are_currencies() -> None:
    assert is_currency("CNY")
    assert not any(is_currency(code) for code in ("cny", "XXQ", "", "YUAN"))


@given(minors, minors, currencies)
def test_money_adds_and_subtracts_in_its_own_currency(one: int, other: int, currency: str) -> None:
    total = Money(one, currency) + Money(other, currency)
    assert total == Money(one + other, currency)
    assert total - Money(other, currency) == Money(one, currency)
    assert -Money(one, currency) == Money(-one, currency)


def test_money_of_two_currencies_is_never_put_together() -> None:
    with pytest.raises(CurrencyMismatchError):
        Money(1, "CNY") + Money(1, "USD")
    with pytest.raises(CurrencyMismatchError):
        Money(1, "CNY") - Money(1, "USD")


def test_money_says_its_currency() -> None:
    assert str(Money(422_000, "CNY")) == "4,220.00 CNY"
    assert Money.of(Fraction(1, 3), "CNY") == Money(33, "CNY")
    assert (Money(422_000, "CNY").plain, Money(0, "CNY").plain) == ("4220.00", "0.00")
    assert bool(Money(1, "CNY"))
    assert not Money(0, "CNY")
