"""What is behind a payslip line, in words of the language in use."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import language, speaking
from models.money import amount_text, quantity_text, rate_text
from models.rules.values import ALWAYS
from models.wages.engine.values import Terms
from models.wages.explaining import Behind
from models.wages.explanation import Explanation
from models.wages.paid_by import RuleBehind
from models.wages.rows import LineRow
from models.wages.wording import basis_label, hours_text

T = TypeVar("T")

# Where neither a rule nor the pay terms say how much it is.
_ENTERED: Final = {
    "PIECE": N_("The price of a piece is the one written down with the pieces."),
    "MAKER_SHARE": N_("The share is the product's on the day of the sale."),
    "BONUS": N_("The amount was entered by hand."),
    "ALLOWANCE": N_("The amount was entered by hand."),
    "REIMBURSEMENT": N_("The amount was entered by hand."),
    "DEDUCTION": N_("The amount was entered by hand."),
}


@dataclass(frozen=True, slots=True)
class ToldRule:
    """A rule in words; where that stands; and that with the pack's version and the verified mark.

    The two are empty where the pack says nothing of it.
    """

    text: str
    source: str
    article: str


@dataclass(frozen=True, slots=True)
class Told:
    """A line and why it is so, in one language.

    Attributes:
        language: The code of the language.
        label: What the line is called.
        formula: What it was computed from, with its numbers.
        rules: Each rule behind it.
        terms: The pay terms behind it, or where else its rate comes from, and the holidays that
            it pays; empty without any.
        week: What the week earned, if the line is paid at its average: what, and how much.
    """

    language: str
    label: str
    formula: str
    rules: tuple[ToldRule, ...]
    terms: str
    week: tuple[tuple[str, str], ...]


def told(explained: Explanation, line: LineRow) -> Told:
    """A line of a payslip explained in the language in use."""
    rules = explained.rules(line)
    return Told(
        language=language(),
        label=line.label,
        formula=line.formula,
        rules=tuple(ToldRule(rule.text, rule.source, article(rule)) for rule in rules),
        terms=" · ".join(filter(None, (_terms(explained, line), _days(explained, line)))),
        week=tuple((part.label, part.formula) for part in explained.week(line)),
    )


def in_both_languages(worker: str, say: Callable[[], T]) -> tuple[T, ...]:
    """What is said in the language in use and in the worker's; once where they are the same."""
    mine = say()
    if worker == language():
        return (mine,)
    with speaking(worker):
        return mine, say()


def counted_text(behind: Behind) -> str:
    """How much of a record a line counts: `2 h`, `12`, `245.00`; of an advance what was owed."""
    quantity, row = behind.source.quantity, behind.row
    if row.kind == "shift":
        return hours_text(quantity)
    if row.kind == "piece":
        return quantity_text(quantity, grouped=True)
    amount = amount_text(quantity, row.currency, grouped=True)
    return _("{amount} owed").format(amount=amount) if row.kind == "advance" else amount


def article(rule: RuleBehind) -> str:
    """`Labor Standards Act, Article 56(1) · KR of 2026-01-01 · verified`."""
    return " · ".join(_article(rule))


def _article(rule: RuleBehind) -> Iterator[str]:
    if rule.source:
        yield rule.source
    if rule.rules is not None:
        yield pack_text(rule)
    if rule.verified is not None:
        yield _("verified") if rule.verified else _("! not verified")


def pack_text(rule: RuleBehind) -> str:
    """`KR of 2026-01-01`: the pack and the first day of its version, where it has one."""
    if rule.rules is None or rule.rules.starts_on <= ALWAYS:
        return rule.pack
    day = rule.rules.starts_on.isoformat()
    return _("{pack} of {day}").format(pack=rule.pack, day=day)


def _terms(explained: Explanation, line: LineRow) -> str:
    terms = explained.terms(line)
    if terms is None:
        return _(_ENTERED[line.code]) if line.code in _ENTERED and not line.rule else ""
    if line.pool is not None:
        return ""
    if line.code == "MINIMUM_TOP_UP":
        return _guarantee(terms) if not line.rule else ""
    if line.rate == terms.rate:
        return _("Pay terms from {day}: {basis}, {rate}").format(
            day=terms.starts_on.isoformat(),
            basis=basis_label(terms.basis),
            rate=rate_text(terms.rate, terms.currency, grouped=True),
        )
    return _guarantee(terms) if line.rate == terms.guaranteed_hourly else _own_rate(line)


def _days(explained: Explanation, line: LineRow) -> str:
    days = ", ".join(day.isoformat() for day in explained.days(line))
    return _("For: {days}").format(days=days) if days else ""


def _guarantee(terms: Terms) -> str:
    if terms.guaranteed_hourly is None:
        return ""
    return _("Pay terms from {day}: guaranteed {rate} an hour").format(
        day=terms.starts_on.isoformat(),
        rate=rate_text(terms.guaranteed_hourly, terms.currency, grouped=True),
    )


def _own_rate(line: LineRow) -> str:
    """Hours at a rate that is not the terms' are those of shifts with a rate of their own."""
    return _("The rate is the one written down with the shifts.") if line.unit == "hour" else ""
