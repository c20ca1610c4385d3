"""What the queries of this room give back: frozen rows with their derived texts."""

from dataclasses import dataclass
from datetime import date

from models.money import Money
from models.periods import Period
from models.wages.engine.values import Line, Minutes, PayWarning
from models.wages.wording import formula, line_label, warning_text


@dataclass(frozen=True, slots=True)
class LineRow(Line):
    """A stored payslip line with its currency and its texts."""

    currency: str = ""

    @property
    def label(self) -> str:
        """The line's name, in the language in use."""
        return line_label(self.code, self.detail, self.rule)

    @property
    def formula(self) -> str:
        """What the amount was computed from, in the language in use."""
        return formula(self, self.currency)

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.amount, self.currency)


@dataclass(frozen=True, slots=True)
class PayslipRow:
    """One payslip as it stands in the book. Amounts are minor units of `currency`."""

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
    advance_balance: int = 0

    @property
    def earnings(self) -> tuple[LineRow, ...]:
        """The lines that make up the gross."""
        return tuple(line for line in self.lines if line.group == "earning")

    @property
    def taken_off(self) -> tuple[LineRow, ...]:
        """The lines that make up the deductions."""
        return tuple(line for line in self.lines if line.group == "deduction")

    @property
    def warning_texts(self) -> tuple[str, ...]:
        """The warnings as sentences, in the language in use."""
        return tuple(warning_text(warning, self.currency) for warning in self.warnings)


@dataclass(frozen=True, slots=True)
class RunRow:
    """One pay run with its totals in minor units of `currency`.

    That is the programme's own; payslips in another currency are not in the totals.
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
    paid_on: date | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class SetAsideRow:
    """An employee whom a run could not pay, and why."""

    code: str
    work_name: str
    reason: str
