"""The measures of a payslip."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

GAP: Final = 8.0

# How much closer type is set, step by step, where that spares the worker a further page: letters,
# small letters, the distance of lines, and the room below a line.
_CLOSER: Final = (
    (0.956, 0.95, 0.927, 0.72),
    (0.889, 0.9, 0.855, 0.56),
    (0.845, 0.88, 0.80, 0.42),
)


@dataclass(frozen=True, slots=True)
class Form:
    """The measures of one payslip: where it begins, how wide it is, and how large its type.

    `label` and `amount` are the widths of the first and the last column; `facts` is how many facts
    stand side by side. On a `narrow` one everything stands below each other, and `label` is the
    width of the names of facts; a line's formula stands below its label unless there is room for it
    between label and amount, `beside` points from the left edge (zero: always below). `box` is the
    share of the width that is left for a signature or a thumbprint.
    """

    x: float
    width: float
    label: float
    amount: float
    facts: int = 1
    narrow: bool = False
    beside: float = 0.0
    title: float = 15.0
    text: float = 9.0
    small: float = 8.0
    tiny: float = 6.2
    leading: float = 11.0
    padding: float = 3.6
    foot: float = 60.0
    box: float = 0.34

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

    @property
    def line(self) -> float:
        """How high a line of one row is."""
        return self.leading + self.padding

    def closer(self) -> Iterator["Form"]:
        """The same with smaller and closer type, step by step."""
        for text, small, leading, padding in _CLOSER:
            yield replace(
                self,
                text=self.text * text,
                small=self.small * small,
                leading=self.leading * leading,
                padding=self.padding * padding,
            )
