"""What an input made of the text that was typed into it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class NotUnderstoodError(ValueError):
    """A typed text means nothing here; `message` says why in one plain sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Reading(Generic[T_co]):
    """A typed text and what it was understood as.

    Attributes:
        raw: What stands in the input, character for character.
        text: What a draft is given: the plain form (`2026-10-16`, `1250.00`) of what was
            understood, and `raw` where nothing was.
        value: What was understood; None for an empty input or one with a problem.
        echo: What was understood, for people (`Fri 16 Oct 2026`); may be empty.
        problem: What is wrong, in one sentence.
    """

    raw: str
    text: str
    value: T_co | None = None
    echo: str = ""
    problem: str | None = None
