"""What is read of advances: frozen rows with their derived texts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from models.money import Money
from models.rules.values import Rule
from models.wages.advances.wording import advance_kind_label, withheld_text


@dataclass(frozen=True, slots=True)
class AdvanceRow:
    """An advance and how far it is repaid, in minor units of `currency`.

    `next_due` and `next_amount` are the first instalment of which something is left. `withheld` is
    the rule that keeps it from being taken from wages, if there is one.
    """

    id: int
    employee: str
    work_name: str
    day: date
    kind: str
    amount: int
    currency: str
    instalment: int | None
    first_due: date
    every: str
    agreed: bool
    note: str
    taken: int
    by_hand: int
    instalments: int
    next_due: date | None
    next_amount: int
    withheld: Rule | None = field(default=None, compare=False)

    @property
    def outstanding(self) -> int:
        """What is owed."""
        return self.amount - self.taken - self.by_hand

    @property
    def owed(self) -> Money:
        """What is owed, with its currency."""
        return Money(self.outstanding, self.currency)

    @property
    def kind_label(self) -> str:
        """What kind it is, in the language in use."""
        return advance_kind_label(self.kind)

    @property
    def withheld_text(self) -> str:
        """That it is not taken from wages, and why; empty where it is."""
        return withheld_text(self.withheld.cited) if self.withheld and self.outstanding else ""


def owed_in_all(rows: Iterable[AdvanceRow]) -> list[Money]:
    """What is owed of advances in each currency in which something is."""
    owed: dict[str, int] = {}
    for row in rows:
        owed[row.currency] = owed.get(row.currency, 0) + row.outstanding
    return [Money(minor, currency) for currency, minor in sorted(owed.items()) if minor]


@dataclass(frozen=True, slots=True)
class Part:
    """What one payslip took of one instalment, in minor units."""

    payslip: str
    amount: int


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One instalment of a plan: what it is, what came of it, and what is left; minor units."""

    number: int
    due_on: date
    amount: int
    skipped: bool
    taken: int
    by_hand: int
    payslips: tuple[Part, ...] = ()

    @property
    def left(self) -> int:
        """What is still to be taken."""
        return self.amount - self.taken - self.by_hand


@dataclass(frozen=True, slots=True)
class RepaymentRow:
    """What was repaid on a day, in minor units: by a payslip, or by hand where that is empty."""

    id: int
    day: date
    amount: int
    payslip: str
    note: str


@dataclass(frozen=True, slots=True)
class AdvancePlan:
    """An advance with its whole plan and everything that was repaid."""

    advance: AdvanceRow
    steps: tuple[PlanStep, ...]
    repayments: tuple[RepaymentRow, ...]


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """What an employee owes in one currency at the end of a day, in minor units."""

    employee: str
    work_name: str
    currency: str
    lent: int
    repaid: int

    @property
    def outstanding(self) -> int:
        """What is owed."""
        return self.lent - self.repaid
