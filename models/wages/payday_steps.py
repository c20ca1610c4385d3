"""Where a payday stands: its steps in their order, from what the book says. Pure values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from models.money import Money
from models.wages.rows import PayslipRow, RunRow
from models.wages.unusual_pay import Unusual

Step = Literal["compute", "check", "approve", "print", "cash", "tick", "done"]
State = Literal["done", "now", "to_come", "left_out"]

STEPS: Final[tuple[Step, ...]] = ("compute", "check", "approve", "print", "cash", "tick", "done")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many payslips, and their sums in each currency, the largest first."""

    count: int
    sums: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Payday:
    """A pay run on its way.

    Attributes:
        run: The run.
        unusual: What there is to look at in a draft, the worst first.
        looked: Whether a manager has looked through them before the run was approved.
        printed: How many payslips were printed.
        cash: What is paid out in cash.
        paid: Who has got the money.
        open: Who has not, of those who get more than nothing.
        in_the_box: The part of that which is cash.
    """

    run: RunRow
    unusual: tuple[Unusual, ...]
    looked: bool
    printed: int
    cash: Tally
    paid: Tally
    open: Tally
    in_the_box: Tally

    @property
    def states(self) -> dict[Step, State]:
        """How far each step is; of a void run every one is left out."""
        if self.run.status == "void":
            return dict.fromkeys(STEPS, "left_out")
        passed = self._passed()
        states: dict[Step, State] = {}
        for step in STEPS:
            if step in passed:
                states[step] = passed[step]
            else:
                states[step] = "to_come" if "now" in states.values() else "now"
        return states

    def _passed(self) -> dict[Step, State]:
        """The steps that are behind."""
        status = self.run.status
        passed: dict[Step, State] = {"compute": "done"}
        if status == "draft":
            return passed | ({"check": "done"} if self.looked else {})
        passed |= {"check": "done" if self.looked else "left_out", "approve": "done"}
        handing_out = status == "paid" or self.paid.count > 0
        if self.printed >= self.run.employees:
            passed["print"] = "done"
        elif handing_out:
            passed["print"] = "left_out"
        if not self.cash.count:
            passed["cash"] = "left_out"
        elif handing_out:
            passed["cash"] = "done"
        if status == "paid":
            passed |= {"tick": "done", "done": "done"}
        return passed


def payday_of(
    run: RunRow,
    slips: Sequence[PayslipRow],
    *,
    unusual: Sequence[Unusual] = (),
    looked: bool = False,
) -> Payday:
    """Where a run stands, by its payslips."""
    in_cash = [slip for slip in slips if slip.payment_method == "cash" and slip.paid]
    still = [slip for slip in slips if slip.paid and slip.paid_on is None]
    return Payday(
        run=run,
        unusual=tuple(unusual),
        looked=looked,
        printed=sum(slip.printed_on is not None for slip in slips),
        cash=tally(in_cash),
        paid=tally([slip for slip in slips if slip.paid_on is not None]),
        open=tally(still),
        in_the_box=tally([slip for slip in still if slip.payment_method == "cash"]),
    )


def tally(slips: Sequence[PayslipRow]) -> Tally:
    """How many payslips these are, and what they pay."""
    sums: dict[str, int] = {}
    for slip in slips:
        sums[slip.currency] = sums.get(slip.currency, 0) + slip.paid
    largest = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return Tally(len(slips), tuple(Money(minor, currency) for currency, minor in largest))
