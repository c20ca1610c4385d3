"""What a person types, one value at a time: what is taken, what is refused, and how it is said."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import fields
from models.money import decimal_text, quantity_text, rate_text, scaled

ARABIC, FULL_WIDTH, DEVANAGARI = "١٢٣", "１２３", "१२३"
LONG = "9" * 100_000

TAKEN: list[tuple[Callable[[str], Any], str, Any]] = [
    (fields.day, "2026-05-31", date(2026, 5, 31)),
    (fields.day, "2026-2-3", date(2026, 2, 3)),
    (fields.day, "2010-12-01 08:26", date(2010, 12, 1)),
    (fields.day, "2010-12-01T08:26:00.123", date(2010, 12, 1)),
    (fields.day, "2024-02-29", date(2024, 2, 29)),
    (fields.time_of_day, "08:30", 510),
    (fields.time_of_day, "8:30", 510),
    (fields.time_of_day, "00:00", 0),
    (fields.time_of_day, "24:00", 0),
    (fields.time_of_day, "23:59:00", 1439),
    (fields.number, "-12.50", Decimal("-12.50")),
    (fields.number, "+3", Decimal(3)),
    (fields.number, ".5", Decimal("0.5")),
    (fields.number, "007", Decimal(7)),
    (fields.whole, "3.0", 3),
    (fields.rate, "0", 0),
    (fields.rate, "12.3456", 123456),
    (fields.rate, "12.34560000", 123456),
    (fields.quantity, "-2.5", -25000),
    (fields.amount, "0.00", Decimal(0)),
    (fields.amount_above_zero, "0.01", Decimal("0.01")),
    (fields.share, "12.5%", 125000),
    (fields.share, "12.5 %", 125000),
    (fields.share, "100", 1_000_000),
    (fields.hours, "7.75", 465),
    (fields.currency, "cny", "CNY"),
    (fields.rest_days, "su; sa", "SA,SU"),
    (fields.rest_days, "SA,SA", "SA"),
    (fields.rules, "plain", "PLAIN"),
    (fields.code, "W-014", "W-014"),
    (fields.code, "작업-1", "작업-1"),
    (lambda value: fields.text(value, 10), " two \t words\n", "two words"),
    (lambda value: fields.text(value, 40), "가" * 40, "가" * 40),
    (lambda value: fields.text(value, 80), "Maria 🧵👩\u200d🌾", "Maria 🧵👩\u200d🌾"),
]


@pytest.mark.parametrize(("parse", "typed", "value"), TAKEN)
def test_what_is_written_right_is_taken(
    parse: Callable[[str], Any], typed: str, value: Any
) -> None:
    assert parse(typed) == value


REFUSED: list[tuple[Callable[[str], Any], str]] = [
    *(
        (fields.number, text)
        for text in (
            "10,5",
            "1,250.00",
            "1 000",
            "1e3",
            "1E3",
            "NaN",
            "nan",
            "Infinity",
            "-inf",
            "sNaN",
            "0x10",
            "1_000",
            "--1",
            "+-1",
            ".",
            "-",
            "",
            " ",
            "1.2.3",
            "½",
            "²",
            "¥5",
            "5元",
            "1\n",
            "1\x00",
            ARABIC,
            FULL_WIDTH,
            DEVANAGARI,
            "1٫5",
            "-" + ARABIC,
            "999999999999.5" + "9" * 40 + "x",
            "1000000000000",
            LONG,
            "0." + "0" * 50_000 + "1",
        )
    ),
    *(
        (fields.day, text)
        for text in (
            "2026-02-31",
            "2026-02-30",
            "2025-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "0000-01-01",
            "1899-12-31",
            "2200-01-01",
            "31/05/2026",
            "05-31-2026",
            "2026/05/31",
            "20260531",
            "26-05-31",
            "2026-05-31x",
            "2026-05-31 25",
            "yesterday",
            "",
            "2026-05-31\n",
            "2026-05-31\x00",
            "٢٠٢٦-٠٥-٣١",
            "２０２６-０５-３１",
            LONG,
        )
    ),
    *(
        (fields.time_of_day, text)
        for text in (
            "24:01",
            "25:00",
            "08:60",
            "8",
            "0830",
            "8:3",
            "08.30",
            "-1:00",
            "08:30:15",
            "8:30 PM",
            "٠٨:٣٠",
            "０８:３０",
            "",
            LONG,
        )
    ),
    *((fields.whole, text) for text in ("3.5", "x", "1e2", ARABIC)),
    *((fields.rate, text) for text in ("-1", "-0.0001", "1.23456", "x")),
    *((fields.quantity, text) for text in ("1.23456", "-0.00001")),
    *((fields.amount, text) for text in ("-0.01", "x")),
    (fields.amount_above_zero, "0"),
    *((fields.share, text) for text in ("101", "-1%", "12%%", "%", "100.0001", ARABIC + "%")),
    *((fields.hours, text) for text in ("168.01", "999999", "0", "-8", "0.001", "x")),
    *((fields.currency, text) for text in ("", "XX", "YUAN", "元", "C N")),
    *((fields.rest_days, text) for text in ("SATURDAY", "SA,XX", "6")),
    *((fields.rules, text) for text in ("../x", "PLAIN.TOML", "", "plain\x00")),
    *(
        (fields.code, text)
        for text in ("", "W 1", "W\t1", "W;1", "W\x001", "=1+1", "W\u202e1", "x" * 21, ARABIC)
    ),
    *(
        (lambda value: fields.text(value, 40), text)
        for text in ("가" * 41, "a\x00b", "a\x1b[31m", "\ud800", LONG)
    ),
]


@pytest.mark.parametrize(
    ("parse", "typed"), REFUSED, ids=[repr(typed)[:24] for _parse, typed in REFUSED]
)
def test_what_is_not_understood_is_refused_in_a_short_sentence(
    parse: Callable[[str], Any], typed: str
) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        parse(typed)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert len(sentence) < 250
    assert "\x1b" not in sentence
    assert "\n" not in sentence


def test_composed_and_decomposed_letters_are_the_same_text() -> None:
    assert fields.text("\u1100\u1161", 9) == "가"
    assert fields.text("e\u0301", 9) == "é"
    assert fields.code("\u1100\u1161-1") == "가-1"


RATES = st.integers(min_value=0, max_value=10**16 - 1)
CURRENCIES = st.sampled_from(["CNY", "KRW", "USD", "KWD", "THB"])


@given(RATES, CURRENCIES)
def test_a_rate_that_is_written_out_is_read_as_the_same(rate: int, currency: str) -> None:
    assert fields.rate(rate_text(rate, currency)) == rate
    assert fields.rate(decimal_text(rate, 4)) == rate


@given(st.integers(min_value=-(10**16) + 1, max_value=10**16 - 1))
def test_a_quantity_that_is_written_out_is_read_as_the_same(quantity: int) -> None:
    assert fields.quantity(quantity_text(quantity)) == quantity


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_itself(day: date) -> None:
    assert fields.day(day.isoformat()) == day
    assert fields.day(f"{day.year}-{day.month}-{day.day}") == day


@given(st.integers(min_value=0, max_value=1439))
def test_every_minute_of_a_day_is_read_as_itself(minute: int) -> None:
    assert fields.time_of_day(f"{minute // 60:02d}:{minute % 60:02d}") == minute


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**6, places=6))
def test_more_than_four_decimals_are_refused_and_never_rounded(value: Decimal) -> None:
    text = f"{value:f}"
    if value * 10_000 == int(value * 10_000):
        assert fields.rate(text) == scaled(value)
    else:
        with pytest.raises(ValueError, match="four decimals"):
            fields.rate(text)


@given(st.text(max_size=30))
def test_any_text_at_all_is_either_read_or_refused(typed: str) -> None:
    said = []
    for parse in (
        fields.number,
        fields.day,
        fields.time_of_day,
        fields.rate,
        fields.share,
        fields.hours,
        fields.code,
        fields.currency,
        fields.rest_days,
        lambda value: fields.text(value, 20),
    ):
        try:
            parse(typed)
        except ValueError as error:
            said.append(str(error))
    assert all(sentence.endswith(".") for sentence in said)


@given(st.text(max_size=60))
def test_a_text_that_was_taken_is_taken_again_unchanged(typed: str) -> None:
    try:
        taken = fields.text(typed, 60)
    except ValueError:
        return
    assert fields.text(taken, 60) == taken
