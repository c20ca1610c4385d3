"""The laws that properties of pay are tried under, and how far rounding may carry them apart."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Final

import pytest

from models.money import RATE_SCALE, minor_digits
from models.periods import Period
from models.rules.packs import Pack, read_pack
from models.rules.shipped import shipped_pack
from models.rules.values import Rules
from models.wages.engine.pay import compute
from models.wages.engine.segments import RulesOf
from models.wages.engine.values import PayFigures, PayInput, Terms
from tests.models.wages.paying import JANUARY

_NEW_YEAR: Final = Period(date(2025, 12, 16), date(2026, 1, 15))  # a new version of KR begins


@dataclass(frozen=True)
class Law:
    """A pack, the period that it is tried on, its money, and what an hour is worth about."""

    name: str
    rules_of: RulesOf
    currency: str
    hour: str
    period: Period = JANUARY

    @property
    def unit(self) -> int:
        """Minor units of one major unit."""
        return int(10 ** minor_digits(self.currency))

    def rate(self, hours: Fraction | int) -> int:
        """What so many hours are worth about, as a rate."""
        return int(Fraction(self.hour) * hours * RATE_SCALE)

    def pay(self, given: PayInput) -> PayFigures | None:
        """The payslip of what is given."""
        return compute(given, self.rules_of)

    def gross(self, given: PayInput) -> int:
        """What is earned, in minor units."""
        figures = self.pay(given)
        return figures.gross if figures else 0


@cache
def small_workplace() -> Pack:
    """KR as a workplace of four has it."""
    file = resources.files("models.rules.data") / "kr.toml"
    text = file.read_text(encoding="utf-8").replace('name = "KR"', 'name = "KR-SMALL"')
    return read_pack(text.replace("from = 2018-07-01", "from = 2018-07-01\npremiums = false"))


def _by_pack(pack: Callable[[], Pack]) -> RulesOf:
    return lambda _terms, on: pack().on(on)


def _shipped(name: str) -> RulesOf:
    return _by_pack(lambda: shipped_pack(name))


LAWS: Final = {
    law.name: law
    for law in (
        Law("PLAIN", _shipped("PLAIN"), "CNY", "21.5"),
        Law("KR", _shipped("KR"), "KRW", "12000", _NEW_YEAR),
        Law("KR without premiums", _by_pack(small_workplace), "KRW", "12000", _NEW_YEAR),
        Law("CN", _shipped("CN"), "CNY", "21.5"),
        Law("TH", _shipped("TH"), "THB", "61.25"),
        Law("US", _shipped("US"), "USD", "9.35"),
        Law("LA", _shipped("LA"), "LAK", "15000"),
    )
}

under_each_law = pytest.mark.parametrize("law", LAWS.values(), ids=LAWS.keys())


@cache
def without_minimum(law: Law) -> Law:
    """The same law where nobody earns too little, for what the minimum wage would cover up."""

    changed: dict[tuple[str, date], Rules] = {}

    def rules_of(terms: Terms, on: date) -> Rules:
        rules = law.rules_of(terms, on)
        key = rules.pack, rules.starts_on
        if key not in changed:
            minimum = rules.minimum_wage.model_copy(update={"hourly": None})
            changed[key] = rules.model_copy(update={"minimum_wage": minimum})
        return changed[key]

    return replace(law, rules_of=rules_of)


def slack(*figures: PayFigures | None) -> Fraction:
    """How far the rounding of lines can carry payslips apart, in minor units."""
    return Fraction(sum(len(each.lines) for each in figures if each), 2)
