"""A pay-rule pack as values: what one version of it says."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

# A version from this day on has been in force for as long as anyone was paid.
ALWAYS: Final = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one pack from a day on; the pack's file says where each comes from."""

    pack: str
    starts_on: date
    verified: bool
    source: str
    part_of_salary: Literal["calendar_days"]
    beyond_contracted: Fraction
    below_minimum: Literal["warning", "top_up"]
    deduction_cap: Fraction
