"""Amounts entered by hand that are paid on top: bonus, allowance, reimbursement."""

from collections.abc import Sequence
from fractions import Fraction

from models.money import RATE_SCALE, minor_digits
from models.wages.engine.values import EARNING, Adjustment, Line, Source

ADDED = ("BONUS", "ALLOWANCE", "REIMBURSEMENT")


def added_lines(adjustments: Sequence[Adjustment], currency: str) -> list[Line]:
    """A line for each amount that is paid on top, in the order of the items and days."""
    chosen = [
        each
        for each in adjustments
        if each.item in ADDED and each.currency == currency and each.paid_to is None
    ]
    chosen.sort(key=lambda each: (ADDED.index(each.item), each.day, each.id))
    return [
        Line(
            code=each.item,
            group=EARNING,
            quantity=Fraction(1),
            unit="amount",
            rate=as_rate(each.amount, currency),
            amount=each.amount,
            detail=each.note,
            starts_on=each.day,
            ends_on=each.day,
            sources=(Source("adjustment", each.id, each.amount),),
        )
        for each in chosen
    ]


def as_rate(minor: int, currency: str) -> int:
    """An amount of minor units as a rate, in ten-thousandths of the major unit."""
    return minor * RATE_SCALE // int(10 ** minor_digits(currency))
