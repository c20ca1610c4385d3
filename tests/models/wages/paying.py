"""What pay tests say their examples in: terms, work and amounts in, the payslip's lines as text."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import count
from typing import Any

from models import fields
from models.money import RATE_SCALE, amount_text, minor_digits, round_half_up, to_minor
from models.periods import Period, month_of
from models.rules.shipped import shipped_pack
from models.rules.values import Rules
from models.shifts.calendar import Calendar
from models.wages.engine.pay import compute
from models.wages.engine.segments import RulesOf
from models.wages.engine.values import (
    Adjustment,
    Line,
    MakerSale,
    Minimums,
    PayFigures,
    PayInput,
    PieceWork,
    ShiftWork,
    Terms,
)
from models.wages.wording import formula

PLAIN = shipped_pack("PLAIN").on(date(2026, 1, 1))
TOP_UP = PLAIN.model_copy(
    update={"minimum_wage": PLAIN.minimum_wage.model_copy(update={"below": "top_up"})}
)


def law(pack: str, on: str = "2026-05-01") -> Rules:
    """What a shipped pack says on a day."""
    return shipped_pack(pack).on(date.fromisoformat(on))


JANUARY = month_of(date(2026, 1, 1))  # begins on a Thursday
LONG_AGO = "2020-01-01"

Examples = Mapping[str, tuple[dict[str, Any], list[str]]]
"""By their sentence: what is given, and the payslip's lines as `told` gives them."""

_ids = count(1)


def day(text: str) -> date:
    """`"2026-01-15"`, or in short `"15"` or `"02-15"` for days of 2026."""
    return date.fromisoformat({2: "2026-01-", 5: "2026-"}.get(len(text), "") + text)


def span(starts: str, ends: str) -> Period:
    return Period(day(starts), day(ends))


def rate(value: str | int) -> int:
    return int(Fraction(value) * RATE_SCALE)


def terms(basis: Any, value: str | int, starts: str = LONG_AGO, **more: Any) -> Terms:
    if "guaranteed" in more:
        more["guaranteed_hourly"] = rate(more.pop("guaranteed"))
    return Terms(day(starts), basis, rate(value), more.pop("currency", "CNY"), **more)


def shift(on: str | date, hours: str | int = 8, *, pay: Any = None, **more: Any) -> ShiftWork:
    """A shift of so many hours, `at` a time by the clock; `pay` is its own rate."""
    on = day(on) if isinstance(on, str) else on
    own = None if pay is None else rate(pay)
    minutes = more.pop("minutes", int(Fraction(hours) * 60))
    starts = fields.time_of_day(more.pop("at", "09:00"))
    return ShiftWork(next(_ids), on, minutes, rate=own, starts=starts, **more)


def shifts(first: str, last: str, hours: str | int = 8, **more: Any) -> list[ShiftWork]:
    """A shift on each day from `first` to `last`."""
    return [shift(on, hours, **more) for on in span(first, last).dates()]


def pieces(on: str, task: str, quantity: str | int, value: str | int) -> PieceWork:
    return PieceWork(next(_ids), day(on), task, rate(quantity), rate(value))


def entered(
    on: str, item: Any, amount: str | int, note: str = "", currency: str = "CNY", **more: Any
) -> Adjustment:
    minor = to_minor(Fraction(amount), currency)
    return Adjustment(next(_ids), day(on), item, minor, currency, note, **more)


def sale(on: str, net: str | int, share: str | int, currency: str = "CNY") -> MakerSale:
    return MakerSale(next(_ids), day(on), to_minor(Fraction(net), currency), currency, rate(share))


def pay_input(period: Period = JANUARY, **given: Any) -> PayInput:
    agreed = given.pop("terms")
    agreed = tuple(agreed) if isinstance(agreed, Sequence) else (agreed,)
    left = given.pop("left", None)
    minimum = {name: rate(given.pop(name)) for name in ("hourly", "monthly") if name in given}
    if minimum:
        given["minimums"] = Minimums(agreed[-1].currency, **minimum)
    for name in ("shifts", "pieces", "adjustments", "sales"):
        given[name] = tuple(given.get(name, ()))
    holidays = frozenset(day(on) for on in given.pop("holidays", ()))
    given.setdefault("calendars", {"": Calendar(holidays)})
    return PayInput(period, day(given.pop("joined", LONG_AGO)), left and day(left), agreed, **given)


def paid(period: Period = JANUARY, *, rules: Rules | str = PLAIN, **given: Any) -> PayFigures:
    """The payslip of what is given; it has one. `rules` may name a shipped pack."""
    figures = compute(pay_input(period, **given), rules_of(rules))
    assert figures is not None
    return figures


def rules_of(rules: Rules | str) -> RulesOf:
    """The same rules on every day, or those of a shipped pack by their dates."""
    if isinstance(rules, str):
        return lambda _terms, day: shipped_pack(rules).on(day)
    return lambda _terms, _day: rules


def told(figures: PayFigures) -> list[str]:
    """Each line as `BASE 5,483.87: 10,000.00 × 17 ÷ 31 days`."""
    lines = []
    for line in figures.lines:
        text = formula(line, figures.currency).partition(" = ")[0]
        code = f"{line.code} [{line.detail}]" if line.detail else line.code
        lines.append(f"{code} {amount_text(line.amount, figures.currency, grouped=True)}: {text}")
    return lines


def _product(text: str) -> Fraction:
    text = re.sub(r"÷ \((\S+) ÷ (\S+)\)", r"÷ \1 × \2", text)
    value, sign = Fraction(1), "×"
    for part in re.split(r" ([×÷]) ", f"1 × {text}"):
        if part in ("×", "÷"):
            sign = part
        else:
            value = value * _number(part) if sign == "×" else value / _number(part)
    return value


def _number(text: str) -> Fraction:
    said = text.replace(",", "").replace("−", "-")
    figures = [Fraction(found) for found in re.findall(r"-?\d+\.?\d*", said)]
    if "min" in text:
        hours = figures[0] if " h " in text else Fraction(0)
        return hours + figures[-1] / 60
    (number,) = figures
    return number / 100 if text.endswith("%") else number


def follows(line: Line, currency: str) -> bool:
    """Whether a formula's own numbers come to its amount: a product rounded once, less the rest."""
    reckoning, _equals, printed = formula(line, currency).partition(" = ")
    product, *taken = reckoning.split(", less ")
    unit = 10 ** minor_digits(currency)
    amount = round_half_up(_product(product) * unit)
    amount -= sum(int(_number(part) * unit) for part in taken)
    says = to_minor(_number(printed), currency) if printed else amount
    return amount == says == line.amount


MONTHLY = terms("monthly", 10_000)
CLERK = terms("monthly", 5200, weekly_minutes=40 * 60)  # 5,200 × 12 ÷ 52 ÷ 40 h is 30 an hour
HOURLY = terms("hourly", "21.5")
BASKETS = terms("piece", 0, guaranteed=10)
