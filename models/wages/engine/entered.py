"""Amounts entered by hand: bonus, allowance, reimbursement, and deductions within what there is."""

from collections.abc import Sequence
from fractions import Fraction

from models.money import RATE_SCALE, minor_digits
from models.rules.values import Rules
from models.wages.engine.values import DEDUCTION, EARNING, Adjustment, Line, Source

ADDED = ("BONUS", "ALLOWANCE", "REIMBURSEMENT")


def added_lines(adjustments: Sequence[Adjustment], currency: str) -> list[Line]:
    """A line for each amount that is paid on top, in the order of the items and days."""
    chosen = [each for each in adjustments if each.item in ADDED and each.currency == currency]
    chosen.sort(key=lambda each: (ADDED.index(each.item), each.day, each.id))
    return [
        Line(
            code=each.item,
            group=EARNING,
            quantity=Fraction(1),
            unit="amount",
            rate=_as_rate(each.amount, currency),
            amount=each.amount,
            detail=each.note,
            starts_on=each.day,
            ends_on=each.day,
            sources=(Source("adjustment", each.id, each.amount),),
        )
        for each in chosen
    ]


def deduction_lines(
    adjustments: Sequence[Adjustment], gross: int, currency: str, rules: Rules
) -> list[Line]:
    """A line for each deduction, oldest first, within the cap and never below a net of zero.

    What does not fit is carried forward.
    """
    room = gross
    lines = []
    for each in sorted(adjustments, key=lambda each: (each.day, each.id)):
        if each.item != "DEDUCTION" or each.currency != currency:
            continue
        taken = min(each.amount, room)
        room -= taken
        lines.append(
            Line(
                code="DEDUCTION",
                group=DEDUCTION,
                quantity=Fraction(1),
                unit="amount",
                rate=_as_rate(each.amount, currency),
                amount=taken,
                detail=each.note,
                starts_on=each.day,
                ends_on=each.day,
                carried=each.amount - taken,
                sources=(Source("adjustment", each.id, each.amount),),
            )
        )
    return lines


def _as_rate(minor: int, currency: str) -> int:
    return minor * RATE_SCALE // int(10 ** minor_digits(currency))
