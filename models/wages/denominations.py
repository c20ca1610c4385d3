"""Which notes and coins there are: those in use by currency, and those that a person names."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from models import fields
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.money import amount_text, is_whole_minor, minor_digits, to_minor

MOST_NOTES: Final = 16  # as many as a sheet has columns for

# In circulation by what each central bank publishes of its notes and coins (read in 2026), in major
# units. Values that hardly anyone can get hold of (2 US dollars, 2,000 yen) are left out; small
# coins that are still legal tender stay where wages are counted as finely as that.
_IN_USE: Final = {
    "AUD": "100 50 20 10 5 2 1 0.5 0.2 0.1 0.05",
    "BDT": "1000 500 200 100 50 20 10 5 2 1",
    "CAD": "100 50 20 10 5 2 1 0.25 0.1 0.05",
    "CHF": "1000 200 100 50 20 10 5 2 1 0.5 0.2 0.1 0.05",
    "CNY": "100 50 20 10 5 1 0.5 0.1 0.05 0.02 0.01",
    "EUR": "200 100 50 20 10 5 2 1 0.5 0.2 0.1 0.05 0.02 0.01",
    "GBP": "50 20 10 5 2 1 0.5 0.2 0.1 0.05 0.02 0.01",
    "HKD": "1000 500 100 50 20 10 5 2 1 0.5 0.2 0.1",
    "IDR": "100000 50000 20000 10000 5000 2000 1000 500 200 100",
    "INR": "500 200 100 50 20 10 5 2 1",
    "JPY": "10000 5000 1000 500 100 50 10 5 1",
    "KHR": "100000 50000 20000 10000 5000 2000 1000 500 100",
    "KRW": "50000 10000 5000 1000 500 100 50 10 5 1",
    "KZT": "20000 10000 5000 2000 1000 500 200 100 50 20 10 5",
    "LAK": "100000 50000 20000 10000 5000 2000 1000 500",
    "MMK": "10000 5000 1000 500 200 100 50",
    "MNT": "20000 10000 5000 1000 500 100 50 20 10",
    "MYR": "100 50 20 10 5 1 0.5 0.2 0.1 0.05",
    "NPR": "1000 500 100 50 20 10 5 2 1",
    "NZD": "100 50 20 10 5 2 1 0.5 0.2 0.1",
    "PHP": "1000 500 200 100 50 20 10 5 1 0.25 0.05 0.01",
    "RUB": "5000 2000 1000 500 200 100 50 10 5 2 1",
    "SGD": "100 50 10 5 2 1 0.5 0.2 0.1 0.05",
    "THB": "1000 500 100 50 20 10 5 2 1 0.5 0.25 0.1 0.05 0.01",
    "TWD": "2000 1000 500 100 50 10 5 1",
    "USD": "100 50 20 10 5 1 0.25 0.1 0.05 0.01",
    "VND": "500000 200000 100000 50000 20000 10000 5000 2000 1000",
}
_SERIES: Final = tuple(
    step * 10**power for power in range(6) for step in (1, 2, 5) if step * 10**power <= 100_000
)


def usual_notes(currency: str, smallest: int | None = None) -> tuple[int, ...]:
    """The notes and coins in use, largest first, in minor units.

    A currency that is not known has a series of 1, 2 and 5 from its minor unit on. With `smallest`
    there is nothing below it, and it is itself one of them.
    """
    known = _IN_USE.get(currency)
    values = {to_minor(Decimal(text), currency) for text in known.split()} if known else {*_SERIES}
    if smallest:
        values = {value for value in values if value >= smallest} | {smallest}
    return tuple(sorted(values, reverse=True))


def parse_notes(text: str, currency: str) -> tuple[int, ...]:
    """Notes and coins as typed in major units, `100,50,0.5`: in minor units, largest first.

    Raises:
        RefusedError: with every fault; one of them is no amount above zero, finer than the currency
            is counted or named twice, or there are none, or more than a sheet has columns for.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    values, problems = [], []
    for part in parts:
        try:
            value = _value_of(part, currency)
        except ValueError as error:
            problems.append(Problem(str(error), column="notes", value=part))
            continue
        if value in values:
            twice = _("{value} is named twice.").format(value=part)
            problems.append(Problem(twice, column="notes", value=part))
        values.append(value)
    if not parts or len(parts) > MOST_NOTES:
        message = _("Name notes and coins, such as 100,50,20; at most {n}.").format(n=MOST_NOTES)
        problems.append(Problem(message, column="notes", value=text))
    if problems:
        raise RefusedError(problems[0].message, problems)
    return tuple(sorted(values, reverse=True))


def without(notes: Sequence[int], left_out: Sequence[int], currency: str) -> tuple[int, ...]:
    """`notes` without those left out.

    Raises:
        RefusedError: one that is left out is not among them, or none would remain.
    """
    problems = [
        Problem(_not_there(value, currency), column="without", value=amount_text(value, currency))
        for value in left_out
        if value not in notes
    ]
    rest = tuple(value for value in notes if value not in left_out)
    if not problems and not rest:
        problems.append(Problem(_("No note or coin remains."), column="without"))
    if problems:
        raise RefusedError(problems[0].message, problems)
    return rest


def _value_of(part: str, currency: str) -> int:
    major = fields.number(part)
    if major <= 0:
        raise ValueError(
            _("A note or coin is worth more than zero, not {value}.").format(value=part)
        )
    if not is_whole_minor(major, currency):
        raise ValueError(
            _("Amounts in {currency} have at most {n} decimals.").format(
                currency=currency, n=minor_digits(currency)
            )
        )
    return to_minor(major, currency)


def _not_there(value: int, currency: str) -> str:
    return _("There is no {value} among the notes and coins of {currency}.").format(
        value=amount_text(value, currency, grouped=True), currency=currency
    )
