"""A pay-rule pack as values: what one version of it says.

Hours are minutes here and hours in a pack's file; multipliers, premiums and divisors are exact.
Each rule carries its source and whether the text of that source was read.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

from models import fields
from models.language import gettext as _
from models.language import language
from models.periods import DayKind

# A version from this day on has been in force for as long as anyone was paid.
ALWAYS: Final = date(1900, 1, 1)

_ENTRY: Final = re.compile(r"\d+(\.\d+)?(/\d+)?", re.A)


def _exact(value: Any) -> Fraction:
    text = value if isinstance(value, str) else ""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        text = str(value)
    if not _ENTRY.fullmatch(text):
        raise ValueError(_("Write a number such as 1.5, or a fraction in quotes such as “1/5”."))
    try:
        return Fraction(text)
    except ZeroDivisionError:
        raise ValueError(_("Nothing can be divided by zero.")) from None


def _above_zero(value: Any) -> Fraction:
    number = _exact(value)
    if number <= 0:
        raise ValueError(_("This must be above zero."))
    return number


def _hours(value: Any) -> int:
    return fields.hours("" if isinstance(value, bool) else str(value))


def _rate(value: Any) -> int:
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    rate = fields.rate(text)
    if not rate:
        raise ValueError(_("This must be above zero."))
    return rate


def _clock(value: Any) -> int:
    return fields.time_of_day(value if isinstance(value, str) else "")


def _source(value: Any) -> Any:
    texts = value.values() if isinstance(value, dict) else [value]
    known = not isinstance(value, dict) or set(value) <= set(get_args(Language))
    if not (known and texts and all(isinstance(text, str) and text.strip() for text in texts)):
        raise ValueError(
            _("Write a text in quotes, or one for each of the languages en, ko and zh.")
        )
    return value


Multiplier = Annotated[Fraction, BeforeValidator(_above_zero)]
Hours = Annotated[int, BeforeValidator(_hours)]
Rate = Annotated[int, BeforeValidator(_rate)]
Clock = Annotated[int, BeforeValidator(_clock)]
Switch = Annotated[bool, Strict()]
Language = Literal["en", "ko", "zh"]
Source = Annotated[str | Mapping[Language, str], BeforeValidator(_source)]
Age = Literal["18+", "16-17", "15", "14", "under 16", "under 14"]
DeductionKind = Literal["", "statutory", "agreed", "loss", "employer", "loan"]

_PLAIN: Final = Fraction(1)

AGE_BANDS: Final[tuple[str, ...]] = get_args(Age)
DEDUCTION_KINDS: Final[tuple[str, ...]] = get_args(DeductionKind)


class Rule(BaseModel):
    """What every rule carries: where it stands, and whether that text was read.

    `source` is a text, or one for each language.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, arbitrary_types_allowed=True
    )

    source: Source
    verified: Switch

    @property
    def cited(self) -> str:
        """The source in the language in use or, where it does not name it, in English."""
        if isinstance(self.source, str):
            return self.source
        known = {str(code): text for code, text in self.source.items()}
        return known.get(language()) or known.get("en") or next(iter(known.values()), "")


class NormalHours(Rule):
    """Hours that are no overtime: of a day and of a week, in minutes; None is no limit.

    With `part_time` those who are contracted for fewer hours have theirs as the limits.
    """

    daily: Hours | None = None
    weekly: Hours | None = None
    part_time: Switch = False


class Overtime(Rule):
    """Pay for overtime.

    `hours`: each hour beyond the normal ones earns the multiplier of its rate. `regular_rate`:
    each hour of a workweek beyond the weekly limit earns the multiplier of everything earned in
    that week ÷ its hours, of which once is paid already.
    """

    method: Literal["hours", "regular_rate"] = "hours"
    multiplier: Multiplier


class Contracted(Rule):
    """Hours of salaried staff beyond those contracted that are no overtime."""

    multiplier: Multiplier


class Night(Rule):
    """What hours by the clock earn on top of everything else, as a share of the hourly rate."""

    from_: Clock = Field(alias="from")
    to: Clock
    premium: Multiplier


class FreeDay(Rule):
    """Pay for work on a rest day or public holiday.

    `multiplier` is for hourly, daily and piece pay, `salaried` what is added to a salary, and
    `beyond` what hours beyond a day's normal ones earn under either.
    """

    multiplier: Multiplier
    salaried: Multiplier
    beyond: Multiplier | None = None


class PublicHoliday(FreeDay):
    """Pay for work on a public holiday, and for the holiday itself.

    Hourly and daily staff whose contracted day it is are paid their day: `always`, only if they do
    not work (`unworked`), or not (`none`).
    """

    day_paid: Literal["always", "unworked", "none"] = "none"


class WeeklyHoliday(Rule):
    """A paid holiday for a week whose contracted days were all attended.

    It is due from `at_least` contracted minutes on; contracted ÷ `full_week` × `day`, at most
    `day`. Salaries contain it.
    """

    at_least: Hours
    full_week: Hours
    day: Hours


class HourlyRate(Rule):
    """The hours by which a salary or a day's pay is divided for the rate of an hour.

    A month's salary: `month_hours`, or `month_days` times a day's hours; without either, 52 ÷ 12
    contracted weeks. A week's: `week_hours`, else the contracted ones. A day's: `day_hours`, or
    with `own_day` those of the terms where they say.
    """

    month_hours: Multiplier | None = None
    month_days: Multiplier | None = None
    week_hours: Hours | None = None
    day_hours: Hours = 480
    own_day: Switch = False


class PartOfSalary(Rule):
    """What is due of a month's salary in a month not fully worked.

    `calendar_days`: by the days of that month. `paid_days`: contracted days paid × salary ÷
    `days`. `days`: a day is the salary ÷ `days`, whatever the month.
    """

    by: Literal["calendar_days", "paid_days", "days"]
    days: Multiplier | None = None


class MinimumWage(Rule):
    """The least that an hour of work is paid, in ten-thousandths of the pack's currency.

    The programme may enter a higher one. `below` is what happens where pay lacks it.
    """

    hourly: Rate | None = None
    below: Literal["warning", "top_up"]


class DeductionCap(BaseModel):
    """The most that deductions of some kinds may take.

    `share` of the pay, of all of them together or of `each` kind; nothing below the minimum wage
    with `above_minimum`, nor out of overtime pay with `not_overtime`. One `unless_agreed` does not
    bind what the worker agreed to in writing.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    kinds: tuple[DeductionKind, ...] = Field(min_length=1)
    share: Multiplier | None = None
    each: Switch = False
    above_minimum: Switch = False
    not_overtime: Switch = False
    unless_agreed: Switch = False


class Deductions(Rule):
    """What may be taken off. Net pay is never below zero in any case.

    `loans` says whether the instalments of loans are taken from wages always, or only where the
    worker agreed to it in writing. A sub is wages already earned: it is always taken.
    """

    legal_basis: Switch = False
    loans: Literal["allowed", "agreed"] = "allowed"
    caps: tuple[DeductionCap, ...] = ()


class AgeBand(BaseModel):
    """What employees of these age bands may not do; minutes, None is no limit."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    ages: tuple[Age, ...] = Field(min_length=1)
    daily: Hours | None = None
    school_day: Hours | None = None
    weekly: Hours | None = None
    school_week: Hours | None = None
    earliest: Clock | None = None
    latest: Clock | None = None
    summer_latest: Clock | None = None
    overtime: Switch = True
    free_days: Switch = True


class YoungWorkers(Rule):
    """Who may not be employed at all, and the limits of those who are young.

    `refused` are the age bands below the law's age; with `warn` they are only pointed out.
    """

    refused: tuple[Age, ...] = ()
    warn: Switch = False
    bands: tuple[AgeBand, ...] = ()


class Rules(BaseModel):
    """The rules of one pack from a day on; a rule that is None asks for nothing.

    Without `premiums` (a workplace too small for them) overtime, night and free days earn the
    plain rate.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    pack: str
    title: str
    country: str = ""
    currency: str = ""
    starts_on: date
    premiums: Switch = True

    normal_hours: NormalHours
    overtime: Overtime | None = None
    contracted: Contracted | None = None
    night: Night | None = None
    rest_day: FreeDay | None = None
    public_holiday: PublicHoliday | None = None
    weekly_holiday: WeeklyHoliday | None = None
    hourly_rate: HourlyRate
    part_of_salary: PartOfSalary
    minimum_wage: MinimumWage
    deductions: Deductions
    young_workers: YoungWorkers

    @property
    def rules(self) -> Iterator[tuple[str, Rule]]:
        """Each rule that there is, under its name in the pack's file."""
        for name in type(self).model_fields:
            rule = getattr(self, name)
            if isinstance(rule, Rule):
                yield name, rule

    def free_day(self, kind: DayKind) -> FreeDay | None:
        """The rule of a free day, if it is one and the pack has a rule for it."""
        if kind == "normal":
            return None
        return self.public_holiday if kind == "holiday" else self.rest_day

    def without_premiums(self) -> "Rules":
        """The same rules with what only larger workplaces owe left out: plain pay for all hours."""
        changed: dict[str, Any] = {"night": None, "public_holiday": None}
        if self.overtime is not None:
            changed["overtime"] = self.overtime.model_copy(update={"multiplier": _PLAIN})
        if self.rest_day is not None:
            plain = dict.fromkeys(("multiplier", "salaried", "beyond"), _PLAIN)
            changed["rest_day"] = self.rest_day.model_copy(update=plain)
        return self.model_copy(update=changed)
