"""What is unusual about a payslip, against the one before it and by itself."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from models.day_words import period_text
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import Money, amount_text, round_half_up
from models.periods import Period
from models.wages.rows import PayslipRow
from models.wages.wording import warning_text

# The worst first: who gets nothing, then what a law forbids, then what is easily a slip of the pen.
KINDS: Final = (
    "set_aside",
    "missed",
    "not_in_run",
    "nothing_paid",
    "below_minimum",
    "no_shifts",
    "planned_shifts",
    "changed",
    "not_taken",
    "other",
    "loans_not_taken",
    "topped_up",
    "corrects",
    "first_payslip",
)
CHANGE: Final = Fraction(1, 5)
"""A change of pay beyond this part of the pay before is unusual."""

_BY_WARNING: Final = {
    "planned_shifts": "planned_shifts",
    "below_minimum_hourly": "below_minimum",
    "below_minimum_monthly": "below_minimum",
    "carried_forward": "not_taken",
    "over_the_cap": "not_taken",
    "loans_not_taken": "loans_not_taken",
}
_NO_SHIFTS: Final = {
    "hourly": N_("No shifts in this period, although pay is by the hour."),
    "daily": N_("No shifts in this period, although pay is by the day."),
}


@dataclass(frozen=True, slots=True)
class Unusual:
    """One thing to look at; `payslip` is its number, empty where there is none.

    `text` is a sentence in the language in use.
    """

    kind: str
    code: str
    work_name: str
    payslip: str
    text: str

    @property
    def rank(self) -> int:
        """How bad it is: 0 is the worst."""
        return KINDS.index(self.kind)


@dataclass(frozen=True, slots=True)
class Before:
    """What an employee was paid last: amounts are minor units of `currency`."""

    period: Period
    currency: str
    gross: int
    net: int


def unusual_in(slip: PayslipRow, before: Before | None, *, regular: bool) -> Iterator[Unusual]:
    """What is unusual about a payslip with its lines.

    Args:
        slip: the payslip.
        before: what the employee was paid last by a regular run.
        regular: whether the run pays a whole period, so that it can be held against the last one.
    """

    def found(kind: str, text: str) -> Unusual:
        return Unusual(kind, slip.code, slip.work_name, slip.number, text)

    if not slip.paid:
        yield found("nothing_paid", _("Nothing is paid out."))
    if regular and _without_shifts(slip):
        yield found("no_shifts", _(_NO_SHIFTS[slip.basis]))
    if regular and (text := _against(slip, before)):
        yield found("changed" if before else "first_payslip", text)
    for warning in slip.warnings:
        kind = _BY_WARNING.get(warning.code, "other")
        yield found(kind, warning_text(warning, slip.currency))
    for text in _topped_up(slip):
        yield found("topped_up", text)
    for text in _corrected(slip):
        yield found("corrects", text)


def _without_shifts(slip: PayslipRow) -> bool:
    own = [line for line in slip.lines if not line.corrects]
    on_leave = any(line.code == "LEAVE" for line in own)
    return slip.basis in _NO_SHIFTS and not slip.minutes.worked and not on_leave


def _against(slip: PayslipRow, before: Before | None) -> str:
    """How the pay differs from the one before; empty where it hardly does."""
    if before is None:
        return _("First payslip.")
    if before.currency != slip.currency:
        return _("Net pay is {now}, last time {then} ({period}).").format(
            now=Money(slip.net, slip.currency),
            then=Money(before.net, before.currency),
            period=period_text(before.period),
        )
    if _differs(slip.net, before.net):
        rose = _("Net pay rose{percent} from {then} to {now} (before: {period}).")
        fell = _("Net pay fell{percent} from {then} to {now} (before: {period}).")
        return _change(rose, fell, slip.net, before.net, before)
    if _differs(slip.gross, before.gross):
        rose = _("Gross pay rose{percent} from {then} to {now} (before: {period}).")
        fell = _("Gross pay fell{percent} from {then} to {now} (before: {period}).")
        return _change(rose, fell, slip.gross, before.gross, before)
    return ""


def _differs(now: int, then: int) -> bool:
    return abs(now - then) > CHANGE * then


def _change(rose: str, fell: str, now: int, then: int, before: Before) -> str:
    percent = round_half_up(Fraction(100 * abs(now - then), then)) if then else None
    return (rose if now > then else fell).format(
        percent="" if percent is None else " " + _("{number} %").format(number=percent),
        then=amount_text(then, before.currency, grouped=True),
        now=amount_text(now, before.currency, grouped=True),
        period=period_text(before.period),
    )


def _topped_up(slip: PayslipRow) -> Iterator[str]:
    """By what it was topped up to: with how much."""
    sums: dict[str, int] = defaultdict(int)
    for line in slip.lines:
        if line.code == "MINIMUM_TOP_UP" and not line.corrects:
            sums[line.label] += line.amount
    for label, amount in sums.items():
        text = _("{line}: {amount}")
        yield text.format(line=label, amount=amount_text(amount, slip.currency, grouped=True))


def _corrected(slip: PayslipRow) -> Iterator[str]:
    """By earlier payslip: what its corrections add to this net pay, or take from it."""
    sums: dict[str, int] = defaultdict(int)
    for line in slip.lines:
        if line.corrects and line.group in ("earning", "deduction"):
            sums[line.corrects] += -line.amount if line.group == "deduction" else line.amount
    for number, amount in sums.items():
        text = amount_text(abs(amount), slip.currency, grouped=True)
        more = _("Corrects payslip {number}: {amount} more.")
        less = _("Corrects payslip {number}: {amount} less.")
        yield (less if amount < 0 else more).format(number=number, amount=text)
