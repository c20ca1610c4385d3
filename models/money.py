"""Money, rates and the one rounding rule.

An amount is an integer count of minor units (cents, won) and a currency. A rate (a price, a wage
for an hour or a piece, a percentage) and a quantity keep four decimals and are stored as integers
counted in ten-thousandths. Nothing here, or anywhere, is a float.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from babel.numbers import list_currencies

RATE_DECIMALS: Final = 4
RATE_SCALE: Final = 10**RATE_DECIMALS

# Decimals of currencies that have other than two, as CLDR 47 has them. Books count in these, so
# that a later list which gives a currency more or fewer decimals cannot change what stands there.
_DECIMALS: Final = {
    0: "ADP AFN ALL BIF BYR CLP DJF ESP GNF IQD IRR ISK ITL JPY KMF KPW KRW LAK LBP LUF MGA MGF MMK"
    " MRO PYG RSD RWF SLL SOS STD SYP TMM TRL UGX UYI VND VUV XAF XOF XPF YER ZMK ZWD",
    3: "BHD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_DIGITS: Final = {code: digits for digits, codes in _DECIMALS.items() for code in codes.split()}


class CurrencyMismatchError(ValueError):
    """Two amounts of different currencies were put together."""


# Codes of ISO 4217 that are no money: metals, baskets, bonds, tests, and "no currency".
_NO_MONEY: Final = frozenset(
    ("XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX")
)


@cache
def is_currency(code: str) -> bool:
    """Whether `code` is a currency of ISO 4217, written in capitals."""
    return code in list_currencies() and code not in _NO_MONEY


def minor_digits(currency: str) -> int:
    """How many decimals amounts of `currency` have: 2 for CNY, 0 for KRW."""
    return _DIGITS.get(currency, 2)


def round_half_up(value: Fraction | Decimal | int) -> int:
    """The nearest integer to `value`; a half goes away from zero."""
    exact = Fraction(value)
    return round_ratio(exact.numerator, exact.denominator)


def round_ratio(over: int, under: int) -> int:
    """The nearest integer to `over` ÷ `under`, which is above zero; a half goes away from zero."""
    magnitude = (2 * abs(over) + under) // (2 * under)
    return magnitude if over >= 0 else -magnitude


def to_minor(major: Fraction | Decimal | int, currency: str) -> int:
    """An exact amount in major units as minor units of `currency`, rounded half up once."""
    return round_half_up(Fraction(major) * 10 ** minor_digits(currency))


def is_whole_minor(major: Decimal, currency: str) -> bool:
    """Whether `major` has no more decimals than `currency` has."""
    return Fraction(major * 10 ** minor_digits(currency)).denominator == 1


def scaled(value: Decimal | int) -> int:
    """A rate or quantity of at most four decimals as ten-thousandths.

    Raises:
        ValueError: `value` has more than four decimals.
    """
    exact = Fraction(value) * RATE_SCALE
    if exact.denominator != 1:
        raise ValueError(f"{value} has more than four decimals")
    return exact.numerator


def unscaled(ten_thousandths: int) -> Fraction:
    """The exact rate or quantity that is stored as `ten_thousandths`."""
    return Fraction(ten_thousandths, RATE_SCALE)


def decimal_text(value: int, decimals: int, *, grouped: bool = False, keep: int = 0) -> str:
    """`value` counted in units of 10^-decimals, written out.

    Trailing zeros beyond `keep` decimals are dropped; `grouped` puts commas between thousands:
    `decimal_text(12500000, 4, grouped=True, keep=2)` is `"1,250.00"`.
    """
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), 10**decimals)
    fraction = f"{rest:0{decimals}d}" if decimals else ""
    while len(fraction) > keep and fraction.endswith("0"):
        fraction = fraction[:-1]
    integer = f"{whole:,}" if grouped else str(whole)
    return f"{sign}{integer}.{fraction}" if fraction else f"{sign}{integer}"


def amount_text(minor: int, currency: str, *, grouped: bool = False) -> str:
    """`minor` units of `currency` in major units with all its digits: `"4220.00"`, `"96000"`."""
    digits = minor_digits(currency)
    return decimal_text(minor, digits, grouped=grouped, keep=digits)


def rate_text(ten_thousandths: int, currency: str, *, grouped: bool = False) -> str:
    """A rate with the currency's digits, and more only where the rate has them."""
    return decimal_text(
        ten_thousandths, RATE_DECIMALS, grouped=grouped, keep=minor_digits(currency)
    )


def quantity_text(ten_thousandths: int, *, grouped: bool = False) -> str:
    """A quantity without needless decimals: `"12"`, `"2.5"`."""
    return decimal_text(ten_thousandths, RATE_DECIMALS, grouped=grouped)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount: `minor` units of `currency`, as in `Money(422000, "CNY")` for 4,220.00 yuan."""

    minor: int
    currency: str

    @classmethod
    def of(cls, major: Fraction | Decimal | int, currency: str) -> "Money":
        """Round an exact amount in major units, half up, to the minor unit."""
        return cls(to_minor(major, currency), currency)

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise CurrencyMismatchError(f"{self.currency} and {other.currency}")
        return other.minor

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    @property
    def plain(self) -> str:
        """For files and scripts: `"4220.00"`."""
        return amount_text(self.minor, self.currency)

    @property
    def grouped(self) -> str:
        """For people: `"4,220.00"`."""
        return amount_text(self.minor, self.currency, grouped=True)

    def __str__(self) -> str:
        return f"{self.grouped} {self.currency}"
