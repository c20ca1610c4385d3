"""The measures of a payslip."""

from dataclasses import dataclass
from typing import Final

GAP: Final = 8.0


@dataclass(frozen=True, slots=True)
class Form:
    """The measures of one payslip: where it begins, how wide it is, and how large its type.

    `label` and `amount` are the widths of the first and the last column; `facts` is how many facts
    stand side by side.
    """

    x: float
    width: float
    label: float
    amount: float
    facts: int
    text: float = 9.0
    small: float = 8.0
    leading: float = 11.0
    padding: float = 3.6
    foot: float = 60.0

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def formula_x(self) -> float:
        """Where the middle column begins."""
        return self.x + self.label + GAP

    @property
    def formula(self) -> float:
        """How wide the middle column is."""
        return self.width - self.label - self.amount - 2 * GAP
