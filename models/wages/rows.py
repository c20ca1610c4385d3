"""What the queries of this room give back: frozen rows with their derived texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final

from models.money import Money, round_half_up
from models.periods import Period
from models.rules.values import Rule
from models.wages.engine.values import NO_BALANCE, Balance, Line, Minutes, PayWarning
from models.wages.settled_wording import balance_texts, correction_label
from models.wages.wording import cap_text, formula, line_label, warning_text

_BY_OUTPUT: Final = ("piece", "sales_share")


@dataclass(frozen=True, slots=True)
class LineRow(Line):
    """A stored payslip line with its currency and its texts.

    `cap` is the rule that reduced a deduction, where its pack can be read.
    """

    currency: str = ""
    cap: Rule | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """The line's name, in the language in use."""
        label = line_label(self.code, self.detail, self.rule)
        return correction_label(label, self.corrects) if self.corrects else label

    @property
    def formula(self) -> str:
        """What the amount was computed from, in the language in use."""
        return formula(self, self.currency)

    @property
    def reason(self) -> str:
        """Why a deduction is less than was entered; empty where no rule reduced it."""
        if self.group != "deduction" or self.rule != "deductions":
            return ""
        return cap_text(self.cap.cited if self.cap else "")

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.amount, self.currency)


@dataclass(frozen=True, slots=True)
class PayslipRow:
    """One payslip as it stands in the book. Amounts are minor units of `currency`.

    `status` is that of its run, but "paid" as soon as this employee was paid. `advances` is what
    was lent and not repaid, `account` what rounding paid out and has not taken back. `printed_on`
    is the day on which it was printed first. `minutes` are of its own period; `corrected_hours` are
    those that earlier payslips lacked or had too many, by their numbers.
    """

    number: str
    run: int
    status: str
    code: str
    work_name: str
    site: str
    language: str
    payment_method: str
    period: Period
    currency: str
    basis: str
    pack: str
    pack_from: date
    gross: int
    deductions: int
    net: int
    paid: int
    minutes: Minutes
    lines: tuple[LineRow, ...] = ()
    warnings: tuple[PayWarning, ...] = ()
    paid_on: date | None = None
    printed_on: date | None = None
    advances: Balance = NO_BALANCE
    account: Balance = NO_BALANCE
    corrected_hours: Mapping[str, Minutes] = field(default_factory=dict)

    @property
    def rounding(self) -> int:
        """What is paid beyond net pay, or taken back of that (below zero)."""
        return self.paid - self.net

    @property
    def earnings(self) -> tuple[LineRow, ...]:
        """The lines that make up the gross."""
        return tuple(line for line in self.lines if line.group == "earning")

    @property
    def taken_off(self) -> tuple[LineRow, ...]:
        """The lines that make up the deductions."""
        return tuple(line for line in self.lines if line.group == "deduction")

    @property
    def hourly_equivalent(self) -> int | None:
        """What piece-work and a maker's share come to for an hour worked, in minor units.

        Pieces at their plain price, shares, and for piece-work its top-ups, without any premium
        and without what corrects earlier pay. None where there is neither, or no hours were
        recorded.
        """
        paid = [line for line in self._of_period if line.unit in _BY_OUTPUT]
        if not paid or not self.equivalent_minutes:
            return None
        if self.basis == "piece":
            paid += [line for line in self._of_period if line.code == "MINIMUM_TOP_UP"]
        plain = sum((Fraction(line.amount) / line.factor for line in paid), Fraction(0))
        return round_half_up(plain * 60 / self.equivalent_minutes)

    @property
    def equivalent_units(self) -> frozenset[str]:
        """What `hourly_equivalent` is for: `piece`, `sales_share`, or both."""
        return frozenset(line.unit for line in self._of_period if line.unit in _BY_OUTPUT)

    @property
    def equivalent_minutes(self) -> int:
        """The minutes of `hourly_equivalent`: of piece-work, those without a rate of their own."""
        if self.basis != "piece":
            return self.minutes.worked
        base = [line for line in self._of_period if line.code == "BASE" and line.unit == "hour"]
        own = sum((line.quantity for line in base), Fraction(0))
        return int(self.minutes.worked - own * 60)

    @property
    def _of_period(self) -> tuple[LineRow, ...]:
        """The lines that do not correct an earlier payslip."""
        return tuple(line for line in self.lines if not line.corrects)

    @property
    def warning_texts(self) -> tuple[str, ...]:
        """The warnings as sentences, in the language in use."""
        return tuple(warning_text(warning, self.currency) for warning in self.warnings)

    @property
    def balance_texts(self) -> tuple[str, ...]:
        """What is owed before and after this payslip, as sentences, in the language in use."""
        return balance_texts(self.advances, self.account, self.rounding, self.currency)


@dataclass(frozen=True, slots=True)
class RunRow:
    """One pay run with its totals in minor units of `currency`.

    That is the programme's own; payslips in another currency are not in the totals. `uncollected`
    counts the payslips of an approved run that were not paid yet.
    """

    number: int
    status: str
    kind: str
    period: Period
    site: str
    currency: str
    employees: int
    gross: int
    deductions: int
    net: int
    paid: int
    set_aside: int
    uncollected: int = 0
    paid_on: date | None = None
    void_reason: str = ""

    @property
    def rounding(self) -> int:
        """What is paid beyond net pay, or taken back of that (below zero)."""
        return self.paid - self.net


@dataclass(frozen=True, slots=True)
class SetAsideRow:
    """An employee whom a run could not pay, and why."""

    code: str
    work_name: str
    reason: str
