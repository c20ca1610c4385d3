"""Formulas and sentences of what has to do with pay that was settled before."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from models.wages.engine.corrections import reversal
from models.wages.engine.values import Balance, Line, Source
from models.wages.rows import LineRow
from models.wages.settled_wording import balance_texts


def line(code: str = "BASE", **more: Any) -> LineRow:
    values: dict[str, Any] = {
        "group": "earning", "quantity": Fraction(168), "unit": "hour", "rate": 100_000,
        "amount": 168_000, "currency": "CNY", **more,
    }  # fmt: skip
    return LineRow(code=code, **values)


def entered(minor: int, code: str = "DEDUCTION", **more: Any) -> LineRow:
    group = "deduction" if code in ("DEDUCTION", "ADVANCE") else "earning"
    values: dict[str, Any] = {
        "group": group, "quantity": Fraction(1), "unit": "amount", "rate": minor * 100,
        "amount": minor, **more,
    }  # fmt: skip
    return line(code, **values)


def undone(one: Line) -> LineRow:
    taken = reversal(one, 1, 0, "3-W-014", "CNY")
    assert isinstance(taken, LineRow)
    return taken


CORRECTS: dict[str, Any] = {"corrects": "3-W-014"}
TOP_UP = line("MINIMUM_TOP_UP", quantity=Fraction(10), rate=100_000, amount=2_000, less=8_000)
OWN: dict[str, Any] = {"sources": (Source("adjustment", 4, 1),)}

CORRECTIONS: dict[str, tuple[LineRow, str]] = {
    "more hours than were paid": (
        line(amount=8_000, less=160_000, **CORRECTS),
        "168 h × 10.00 = 1,680.00 − 1,600.00 paid before = 80.00",
    ),
    "hours that were forgotten": (
        line(quantity=Fraction(8), amount=8_000, **CORRECTS),
        "8 h × 10.00 = 80.00",
    ),
    "hours that are no longer due": (
        line(quantity=Fraction(0), amount=-168_000, less=168_000, **CORRECTS),
        "0 h × 10.00 = 0.00 − 1,680.00 paid before = −1,680.00",
    ),
    "what could not be taken back yet": (
        line(quantity=Fraction(152), amount=-5_000, less=160_000, carried=-3_000, **CORRECTS),
        "152 h × 10.00 = 1,520.00 − 1,600.00 paid before + 30.00 not taken back yet = −50.00",
    ),
    "a top-up": (
        replace(TOP_UP, amount=500, less=9_500, **CORRECTS),
        "10 h × 10.00 = 100.00 − 95.00 earned or paid before = 5.00",
    ),
    "a bonus that was forgotten": (
        entered(5_000, "BONUS", **OWN, **CORRECTS),
        "50.00 as entered",
    ),
    "a bonus that was struck": (
        entered(5_000, "BONUS", quantity=Fraction(0), amount=-5_000, less=5_000, **CORRECTS),
        "0.00 now − 50.00 paid before = −50.00",
    ),
    "a deduction that grew and did not fit": (
        entered(5_000, amount=1_000, less=3_000, carried=1_000, **CORRECTS),
        "50.00 now − 30.00 taken off before − 10.00 carried forward = 10.00",
    ),
    "hours of a void run": (undone(line()), "−168 h × 10.00 = −1,680.00"),
    "minutes of a void run": (
        undone(line(quantity=Fraction(5, 2), amount=2_500)),
        "−2 h 30 min × 10.00 = −25.00",
    ),
    "a top-up of a void run": (
        undone(TOP_UP),
        "−10 h × 10.00 = −100.00 + 80.00 earned or paid before = −20.00",
    ),
    "a bonus of a void run": (undone(entered(5_000, "BONUS", **OWN)), "−50.00, taken back"),
    "a deduction of a void run": (undone(entered(5_000, **OWN)), "−50.00, given back"),
    "a correction of a void run": (
        undone(line(amount=-8_000, quantity=Fraction(152), less=160_000, **CORRECTS)),
        "−152 h × 10.00 = −1,520.00 + 1,600.00 paid before = 80.00",
    ),
    "a deduction of a void run that is not given back yet": (
        replace(undone(entered(5_000)), amount=-2_000, carried=-3_000),
        "−50.00, given back + 30.00 not given back yet = −20.00",
    ),
    "the rest of a void run": (
        entered(-3_000, "BASE", **CORRECTS),
        "−30.00 left over from before",
    ),
}


@pytest.mark.parametrize(("one", "expected"), CORRECTIONS.values(), ids=CORRECTIONS)
def test_a_correction_says_what_was_paid_before_and_adds_up(one: LineRow, expected: str) -> None:
    assert one.formula == expected
    assert one.label.endswith(" – correction of payslip 3-W-014")


def test_the_name_of_a_correction_keeps_what_was_written_down_with_it() -> None:
    one = line("PIECE", unit="piece", detail="baskets", **CORRECTS)
    assert one.label == "Piece-work: baskets – correction of payslip 3-W-014"
    assert line().label == "Basic pay"


def test_a_repaid_advance_shows_its_balance() -> None:
    owed: dict[str, Any] = {"sources": (Source("advance", 7, 30_000),)}
    assert entered(5_000, "ADVANCE", **owed).formula == "300.00 − 50.00 = 250.00 still owed"
    short = entered(5_000, "ADVANCE", amount=3_000, carried=2_000, **owed)
    assert (
        short.formula == "300.00 − 30.00 = 270.00 still owed, 20.00 of it due and carried forward"
    )
    assert short.label == "Advance repaid"
    assert undone(entered(5_000, "ADVANCE", **owed)).formula == "−50.00, given back"


@pytest.mark.parametrize(
    ("minor", "expected"),
    [
        (30, "rounded up to the smallest note or coin"),
        (-30, "taken back of what was rounded up before"),
    ],
)
def test_rounding_says_which_way_it_went(minor: int, expected: str) -> None:
    one = entered(minor, "ROUNDING", group="rounding")
    assert (one.label, one.formula) == ("Rounding", expected)


NOTHING = Balance()
ROUNDED_UP = (
    "Rounded up to the smallest note or coin: 0.60 CNY before + 0.30 CNY = 0.90 CNY to be taken "
    "back."
)
OWED: dict[str, tuple[Balance, Balance, int, tuple[str, ...]]] = {
    "nothing": (NOTHING, NOTHING, 0, ()),
    "an instalment": (
        Balance(30_000, 25_000), NOTHING, 0,
        ("Advances: 300.00 CNY owed before − 50.00 CNY repaid = 250.00 CNY still owed.",),
    ),
    "no instalment": (
        Balance(30_000, 30_000), NOTHING, 0,
        ("Advances: 300.00 CNY owed; nothing of it is taken from this pay.",),
    ),
    "an instalment given back": (
        Balance(25_000, 30_000), NOTHING, 0,
        ("Advances: 250.00 CNY owed before + 50.00 CNY given back = 300.00 CNY owed now.",),
    ),
    "rounded up for the first time": (
        NOTHING, Balance(0, 30), 30,
        ("Rounded up to the smallest note or coin: 0.30 CNY to be taken back later.",),
    ),
    "rounded up again": (
        NOTHING, Balance(60, 90), 30,
        (ROUNDED_UP,),
    ),
    "taken back": (
        NOTHING, Balance(60, 0), -60,
        ("Rounded up before: 0.60 CNY − 0.60 CNY taken back = 0.00 CNY left.",),
    ),
    "no rounding this time": (
        NOTHING, Balance(60, 60), 0,
        ("Rounded up before: 0.60 CNY to be taken back from later pay.",),
    ),
    "someone leaves": (
        NOTHING, Balance(60, 0), -20,
        ("Rounded up before: 0.60 CNY; it is settled, and nothing is owed.",),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("advances", "account", "rounding", "expected"), OWED.values(), ids=OWED)
def test_balances_are_told_so_that_they_add_up(
    advances: Balance, account: Balance, rounding: int, expected: tuple[str, ...]
) -> None:
    assert balance_texts(advances, account, rounding, "CNY") == expected
