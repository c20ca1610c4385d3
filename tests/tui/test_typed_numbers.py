from datetime import time
from decimal import Decimal

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from models.money import Money
from tui.widgets.numbers import read_decimal, read_integer, read_money, read_rate
from tui.widgets.reading import NotUnderstoodError
from tui.widgets.times import read_time


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("1,250", "CNY", 125000),
        ("1250.00", "CNY", 125000),
        ("1 250", "CNY", 125000),
        ("1 250.5", "CNY", 125050),
        ("¥1,250", "CNY", 125000),
        ("1250 cny", "CNY", 125000),
        ("96,000원", "KRW", 96000),
        ("96000.00", "KRW", 96000),
        ("0", "GBP", 0),
        ("１２５０", "CNY", 125000),
        (".5", "GBP", 50),
    ],
)
def test_an_amount_is_understood_the_way_people_type_it(typed, currency, minor):
    assert read_money(typed, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("typed", "currency", "sentence"),
    [
        ("1.255", "CNY", "CNY has 2 decimals."),
        ("96000.5", "KRW", "KRW has no decimals."),
        ("1,25", "CNY", "Write decimals with a point, and thousands in threes: 1,250.50."),
        ("12,50,000", "CNY", "Write decimals with a point, and thousands in threes: 1,250.50."),
        ("-5", "CNY", "This cannot be below zero."),
        ("1e5", "CNY", "“1e5” is not a number."),
        ("nan", "CNY", "“nan” is not a number."),
        ("[/B]", "CNY", "“[/B]” is not a number."),
        ("9" * 30, "CNY", "This number is too large."),
    ],
)
def test_what_is_no_amount_is_refused_in_a_plain_sentence(typed, currency, sentence):
    with pytest.raises(NotUnderstoodError) as refused:
        read_money(typed, currency)
    assert refused.value.message == sentence


def test_a_negative_amount_is_taken_where_it_makes_sense():
    assert read_money("−5", "CNY", negative=True) == Money(-500, "CNY")


@given(st.integers(-(10**13), 10**13))
def test_an_amount_that_is_written_out_reads_as_itself(minor):
    money = Money(minor, "CNY")
    assert read_money(money.plain, "CNY", negative=True) == money
    assert read_money(str(money), "CNY", negative=True) == money


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_is_refused(typed):
    try:
        assert read_decimal(typed).is_finite()
    except NotUnderstoodError:
        event("refused")


def test_a_rate_has_at_most_four_decimals():
    assert read_rate("12.3456") == Decimal("12.3456")
    with pytest.raises(NotUnderstoodError, match="At most 4 decimals"):
        read_rate("12.34567")


def test_a_whole_number_keeps_its_bounds():
    assert read_integer("1,000", least=0, most=1000) == 1000
    for typed in ("1.5", "-1", "1001"):
        with pytest.raises(NotUnderstoodError):
            read_integer(typed, least=0, most=1000)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)),
        ("09", time(9)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("22:00", time(22)),
        ("24:00", time(0)),
        ("9pm", time(21)),
        ("12 am", time(0)),
        ("9시 30분", time(9, 30)),
        ("9时30分", time(9, 30)),
        ("9点", time(9)),
    ],
)
def test_a_time_is_understood_the_way_people_type_it(typed, meant):
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["25", "9:60", "24:01", "13pm", "noon", "9:3", "[b]", "99999"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(NotUnderstoodError, match="is not a time of day"):
        read_time(typed)
