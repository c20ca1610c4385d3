"""Numbers and amounts as people type them: exact, and never guessed at.

Commas and spaces stand between thousands and the point before decimals. A comma anywhere else is
refused: `1,25` could be meant either way, and a wage is no place to guess.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from babel.numbers import get_currency_symbol

from models.language import gettext as _
from models.language import ngettext
from models.money import RATE_DECIMALS, Money, is_whole_minor, minor_digits
from tui.widgets.reading import NotUnderstoodError

_MOST_DIGITS: Final = 15
_PLAIN: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_GROUPED: Final = re.compile(r"[+-]?\d{1,3}([,  '_]\d{3})+(\.\d*)?")
_SEPARATORS: Final = str.maketrans("", "", ",  '_")
_MINUS_SIGNS: Final = str.maketrans("−–", "--")


def read_decimal(text: str, *, negative: bool = False) -> Decimal:
    """The number that `text` means: `1250`, `1,250.5`, `1 250`, `-3`.

    Args:
        text: What was typed.
        negative: Whether a number below zero makes sense here.

    Raises:
        NotUnderstoodError: it is not a number, or it is below zero and may not be.
    """
    typed = unicodedata.normalize("NFKC", text).translate(_MINUS_SIGNS).strip()
    if not (_PLAIN.fullmatch(typed) or _GROUPED.fullmatch(typed)):
        raise _not_a_number(text, typed)
    number = Decimal(typed.translate(_SEPARATORS))
    if number < 0 and not negative:
        raise NotUnderstoodError(_("This cannot be below zero."))
    if number.adjusted() >= _MOST_DIGITS:
        raise NotUnderstoodError(_("This number is too large."))
    return abs(number) if number == 0 else number


def _not_a_number(text: str, typed: str) -> NotUnderstoodError:
    if re.fullmatch(r"[+-]?[\d.,]*,\d*", typed):
        sentence = _("Write decimals with a point, and thousands in threes: 1,250.50.")
        return NotUnderstoodError(sentence)
    return NotUnderstoodError(_("“{text}” is not a number.").format(text=text.strip()))


def read_money(text: str, currency: str, *, negative: bool = False) -> Money:
    """The amount of `currency` that `text` means; its sign or code may stand beside the number.

    Raises:
        NotUnderstoodError: it is not an amount, or has more decimals than the currency.
    """
    number = read_decimal(_without_currency(text, currency), negative=negative)
    if not is_whole_minor(number, currency):
        raise NotUnderstoodError(_too_precise(currency))
    return Money.of(number, currency)


def _without_currency(text: str, currency: str) -> str:
    bare = text.strip()
    for sign in (currency, get_currency_symbol(currency, locale="en"), "¥", "₩", "元", "원"):
        bare = re.sub(rf"^{re.escape(sign)}|{re.escape(sign)}$", "", bare, flags=re.I).strip()
    return bare


def _too_precise(currency: str) -> str:
    digits = minor_digits(currency)
    if digits == 0:
        return _("{currency} has no decimals.").format(currency=currency)
    sentence = ngettext("{currency} has {n} decimal.", "{currency} has {n} decimals.", digits)
    return sentence.format(currency=currency, n=digits)


def read_rate(text: str, *, negative: bool = False) -> Decimal:
    """A rate or quantity of at most four decimals.

    Raises:
        NotUnderstoodError: it is not a number, or has more than four decimals.
    """
    number = read_decimal(text, negative=negative)
    if number != round(number, RATE_DECIMALS):
        raise NotUnderstoodError(_("At most {n} decimals.").format(n=RATE_DECIMALS))
    return number


def read_integer(text: str, least: int | None = None, most: int | None = None) -> int:
    """A whole number from `least` to `most`, both inside.

    Raises:
        NotUnderstoodError: it is not a whole number, or lies outside.
    """
    number = read_decimal(text, negative=least is None or least < 0)
    if number != number.to_integral_value():
        raise NotUnderstoodError(_("This has to be a whole number."))
    if least is not None and number < least:
        raise NotUnderstoodError(_("This has to be at least {n}.").format(n=least))
    if most is not None and number > most:
        raise NotUnderstoodError(_("This can be at most {n}.").format(n=most))
    return int(number)
