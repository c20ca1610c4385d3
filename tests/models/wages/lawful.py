"""What the tests of pay by the laws' own examples share: an example, its source, and the check.

Figures here are exact until a line is rounded. Where a publisher rounded half-way, the published
figure stands beside ours, and how far such rounding can carry it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from models.money import amount_text
from models.rules.values import Rules
from models.wages.engine.values import Adjustment, PayFigures, ShiftWork, Terms
from tests.models.wages.paying import day, entered, law, paid, shift, terms


@dataclass(frozen=True)
class Published:
    """A figure as its publisher printed it, who rounded or cut off half-way.

    Half-way figures were taken to a `step` and stand for so many `times` of it; `of` is the line
    that is meant, or the gross.
    """

    amount: str
    step: str
    times: str | int = 1
    of: str = "gross"


@dataclass(frozen=True)
class Example:
    """An example of a law, an agency or a calculator: what is given, and what is paid.

    `lines` are the sums of the lines with these codes (zero: there is none), in major units like
    all amounts; `deductions` is what is taken off, and `carried` what is left for later.
    """

    source: str
    given: Mapping[str, Any]
    gross: str | None = None
    lines: Mapping[str, str] = field(default_factory=dict)
    deductions: str | None = None
    carried: str | None = None
    published: Published | None = None

    def check(self, rules: str) -> None:
        """Pay what is given under a pack, unless it names its own rules, and compare."""
        figures = paid(**{"rules": rules, **self.given})
        expected = _expected(self)
        assert {name: _amount(figures, name) for name in expected} == expected, self.source
        if self.published:
            _differs_by_rounding(self.published, expected[self.published.of])


def example(source: str, **told: Any) -> Example:
    """An example: names of `Example` are what it says, all other names are what is given."""
    says = {name: told.pop(name) for name in Example.__dataclass_fields__ if name in told}
    return Example(source, told, **says)


def cases(*tables: Mapping[str, Example]) -> Sequence[Any]:
    """The parameters of a test: each example under its sentence."""
    return [pytest.param(each, id=name) for table in tables for name, each in table.items()]


def contracted(
    basis: str,
    rate: int | str,
    currency: str,
    minutes: int = 480,
    rest: tuple[str, ...] = ("SA", "SU"),
) -> Terms:
    """Terms for so many minutes on each day but the rest days."""
    return terms(
        basis,
        rate,
        currency=currency,
        daily_minutes=minutes,
        weekly_minutes=minutes * (7 - len(rest)),
        rest_days=rest,
    )


def deduction(
    on: str, amount: int, currency: str, kind: str = "", *, agreed: bool = False
) -> Adjustment:
    """A deduction of a kind, agreed to in writing or not."""
    plain: Adjustment = entered(on, "DEDUCTION", amount, currency=currency)
    return replace(plain, kind=kind, agreed=agreed)


def worked(hours: int | str, first: str = "05", **more: Any) -> list[ShiftWork]:
    """So many hours from a day on, ten a day."""
    days, rest = divmod(Fraction(hours), 10)
    each_day = ["10"] * days + [str(rest)] * bool(rest)
    begun = day(first)
    return [
        shift(begun + timedelta(days=number), length, **more)
        for number, length in enumerate(each_day)
    ]


def before_todays_minimum(pack: str, on: str = "2026-01-05") -> Rules:
    """A pack's rules without its minimum wage, for examples older than it."""
    rules = law(pack, on)
    lower = rules.minimum_wage.model_copy(update={"hourly": None})
    return rules.model_copy(update={"minimum_wage": lower})


def _expected(example: Example) -> dict[str, str]:
    totals = {"gross": example.gross, "deductions": example.deductions, "carried": example.carried}
    return {**{name: text for name, text in totals.items() if text is not None}, **example.lines}


def _amount(figures: PayFigures, name: str) -> str:
    minor = {
        "gross": figures.gross,
        "deductions": figures.deductions,
        "carried": sum(line.carried for line in figures.lines),
    }.get(name, sum(line.amount for line in figures.lines if line.code == name))
    return amount_text(minor, figures.currency)


def _differs_by_rounding(published: Published, ours: str) -> None:
    apart = abs(Fraction(published.amount) - Fraction(ours))
    assert 0 < apart <= Fraction(published.step) * Fraction(published.times)
