"""Which records are read, and what tells those apart that a pay run may hold."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, Protocol

Cell = str | int | Decimal | date | None

MARKS: Final = ("id", "run", "struck")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records to read: days are both inside, None is no limit.

    With `marks` the records of a kind that is `marked` end with `MARKS`, and those that were struck
    out are among them.
    """

    from_: date | None = None
    to: date | None = None
    employee: str | None = None
    marks: bool = False

    @property
    def days(self) -> dict[str, Any]:
        """What the query of a `marked` kind is asked for, but for whose records."""
        return {"from_": self.from_, "to": self.to, "struck": self.marks}


class Marked(Protocol):
    """A record with the run that holds it, and why it was struck out."""

    @property
    def id(self) -> int:
        """What commands name it by."""

    @property
    def run_id(self) -> int | None:
        """The approved run that holds it."""

    @property
    def struck_why(self) -> str:
        """Empty unless it was struck out."""


def marks(row: Marked, choice: Choice) -> tuple[Cell, ...]:
    """The cells of `MARKS`, where they are asked for."""
    return (row.id, row.run_id, row.struck_why or None) if choice.marks else ()
