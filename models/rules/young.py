"""Who is too young to be employed, and what young employees may not work. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import pgettext
from models.rules.values import AgeBand, Rules

ADULT: Final = "18+"

# How old someone is, in words; message ids.
AGES: Final = {
    "18+": N_("18 or older"),
    "16-17": N_("16 or 17"),
    "15": N_("15"),
    "14": N_("14"),
    "under 16": N_("under 16"),
    "under 14": N_("under 14"),
}

# The ages that a band leaves open, where a law may let one be employed and not another.
_INSIDE: Final = {"under 16": ("15", "14")}

_DAY: Final = 24 * 60
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class YoungShift:
    """A shift of a young employee, and what they work beside it.

    `starts` and `ends` are by the clock in minutes after midnight of `day`, past midnight above
    1440. `minutes` are the paid ones; `of_day` and `of_week` are those of the other shifts, worked
    or planned, of the same day and week. `school_week` says whether that week has a school day.
    """

    day: date
    starts: int
    ends: int
    minutes: int
    kind: Literal["normal", "rest_day", "holiday"] = "normal"
    of_day: int = 0
    of_week: int = 0
    school_week: bool = False


@dataclass(frozen=True, slots=True)
class Excess:
    """A limit that a shift is beyond: the column to look at, and a sentence with the article."""

    column: str
    message: str


def is_refused(rules: Rules, age: str) -> bool:
    """Whether the age band is below what the rules let work, or may be."""
    return age in rules.young_workers.refused


def refusal(rules: Rules, age: str) -> str | None:
    """Why nobody of this age band may be employed under the rules; None if they may.

    Rules that only point it out refuse nobody.
    """
    if rules.young_workers.warn or not is_refused(rules, age):
        return None
    allowed = [inside for inside in _INSIDE.get(age, ()) if not is_refused(rules, inside)]
    message = _("Age {age}: too young to be employed under the pay rules {pack} ({article}).")
    if allowed:
        message = _(
            "“{age}” is not precise enough for the pay rules {pack}: write {ages} if that is the"
            " age; who is younger may not be employed ({article})."
        )
    return message.format(
        age=_(AGES[age]),
        pack=rules.pack,
        ages=_(" or ").join(allowed),
        article=rules.young_workers.cited,
    )


def caution(rules: Rules, age: str) -> str | None:
    """What there is to say of someone of this age band who is employed all the same."""
    if not is_refused(rules, age):
        return None
    message = _("Age {age}: younger than people may be employed ({article}).")
    pointed_out = message.format(age=_(AGES[age]), article=rules.young_workers.cited)
    return refusal(rules, age) or pointed_out


def excesses(rules: Rules, age: str, shift: YoungShift) -> list[Excess]:
    """What of a shift the rules do not let someone of this age band work."""
    message = _("Age {age}: {excess} ({article}).")
    return [
        Excess(
            column,
            message.format(age=_(AGES[age]), excess=excess, article=rules.young_workers.cited),
        )
        for band in rules.young_workers.bands
        if age in band.ages
        for column, excess in _excesses(rules, band, shift)
    ]


def is_school_day(day: date, kind: str) -> bool:
    """Whether there is school: Monday to Friday, no holiday, not in summer."""
    return day.weekday() < _SATURDAY and kind != "holiday" and not in_summer(day)


def in_summer(day: date) -> bool:
    """Whether `day` lies between 1 June and Labor Day, the first Monday of September."""
    september = date(day.year, 9, 1)
    labor_day = september + timedelta(days=-september.weekday() % 7)
    return date(day.year, 6, 1) <= day <= labor_day


def _excesses(rules: Rules, band: AgeBand, shift: YoungShift) -> Iterator[tuple[str, str]]:
    yield from _of_the_day(band, shift)
    yield from _by_the_clock(band, shift)
    yield from _in_all(band, shift)
    if not band.overtime:
        yield from _overtime(rules, shift)


def _of_the_day(band: AgeBand, shift: YoungShift) -> Iterator[tuple[str, str]]:
    if band.free_days or shift.kind == "normal":
        return
    message = _("no work on rest days, and {day} is one")
    if shift.kind == "holiday":
        message = _("no work on public holidays, and {day} is one")
    yield "date", message.format(day=shift.day)


def _by_the_clock(band: AgeBand, shift: YoungShift) -> Iterator[tuple[str, str]]:
    if band.earliest is not None and shift.starts < band.earliest:
        message = _("no work before {limit}, and this shift starts at {time}")
        yield "start", message.format(limit=_clock(band.earliest), time=_clock(shift.starts))
    latest = _latest(band, shift.day)
    if latest is not None and shift.ends > latest:
        message = _("no work after {limit}, and this shift ends at {time}")
        yield "end", message.format(limit=_clock(latest), time=_clock(shift.ends))


def _latest(band: AgeBand, day: date) -> int | None:
    """When the window of a day closes; one that only opens closes at midnight."""
    summer = band.summer_latest is not None and in_summer(day)
    latest = band.summer_latest if summer else band.latest
    if latest is None:
        return None if band.earliest is None else _DAY
    return latest or _DAY


def _in_all(band: AgeBand, shift: YoungShift) -> Iterator[tuple[str, str]]:
    limit = band.daily
    message = _("at most {limit} a day, and {day} would have {hours}")
    if band.school_day is not None and is_school_day(shift.day, shift.kind):
        limit = band.school_day
        message = _("at most {limit} on a school day, and {day} would have {hours}")
    yield from _beyond("end", message, limit, shift.minutes + shift.of_day, shift.day)
    limit = band.weekly
    message = _("at most {limit} a week, and the week of {day} would have {hours}")
    if band.school_week is not None and shift.school_week:
        limit = band.school_week
        message = _("at most {limit} in a week with school, and that of {day} would have {hours}")
    yield from _beyond("date", message, limit, shift.minutes + shift.of_week, shift.day)


def _overtime(rules: Rules, shift: YoungShift) -> Iterator[tuple[str, str]]:
    normal = rules.normal_hours
    message = _("no overtime beyond {limit} a day, and {day} would have {hours}")
    yield from _beyond("end", message, normal.daily, shift.minutes + shift.of_day, shift.day)
    message = _("no overtime beyond {limit} a week, and the week of {day} would have {hours}")
    yield from _beyond("date", message, normal.weekly, shift.minutes + shift.of_week, shift.day)


def _beyond(
    column: str, message: str, limit: int | None, minutes: int, day: date
) -> Iterator[tuple[str, str]]:
    if limit is not None and minutes > limit:
        yield column, message.format(limit=_duration(limit), hours=_duration(minutes), day=day)


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not rest:
        return pgettext("duration", "{hours} h").format(hours=hours)
    if not hours:
        return pgettext("duration", "{minutes} min").format(minutes=rest)
    return pgettext("duration", "{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _clock(minutes: int) -> str:
    """A time as `HH:MM`; midnight at the end of the day is `24:00`."""
    hours, rest = divmod(minutes if minutes <= _DAY else minutes % _DAY, 60)
    return f"{hours:02d}:{rest:02d}"
