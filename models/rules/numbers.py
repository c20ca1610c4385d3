"""The numbers of a rule as a sentence has them."""

from fractions import Fraction
from typing import Final

from models.language import gettext as _

_DECIMALS: Final = 4


def number_text(number: Fraction) -> str:
    """`1.5`; a fraction that has no end as a decimal is `1/3`."""
    scaled = number * 10**_DECIMALS
    if scaled.denominator != 1:
        return f"{number.numerator}/{number.denominator}"
    whole, decimals = divmod(int(scaled), 10**_DECIMALS)
    return f"{whole}.{decimals:0{_DECIMALS}}".rstrip("0").rstrip(".")


def share_text(share: Fraction) -> str:
    """`half`, or `15 %`: for a sentence that goes on with “of …”."""
    if share == Fraction(1, 2):
        return _("half")
    return _("{number} %").format(number=number_text(share * 100))


def hours_number(minutes: int) -> str:
    """Minutes as hours: `8`, `7.5`."""
    return number_text(Fraction(minutes, 60))


def clock_text(minutes: int) -> str:
    """Minutes after midnight as `22:00`."""
    return "{:02}:{:02}".format(*divmod(minutes, 60))
