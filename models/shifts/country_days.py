"""What the calendar of a country says of the days of a year, from the `holidays` library.

The library is imported when a country is first asked for: it would slow down everything else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from models.language import LANGUAGES, language, speaking
from models.language import gettext as _

if TYPE_CHECKING:
    from holidays import HolidayBase

CountryDayKind = Literal["holiday", "rest_day", "working_day"]

NAME_LENGTH: Final = 80
_BETWEEN_NAMES: Final = "; "
_LOCALES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("en_US", "en_GB", "en"),
    "ko": ("ko", "ko_KR"),
    "zh": ("zh_CN", "zh"),
}
# Until 2025 Korea's Labour Day was a paid holiday of workers and of no public office; the library
# has it among the holidays of banks.
_CATEGORIES: Final[Mapping[str, tuple[str, ...]]] = {"KR": ("public", "bank")}
# In China a holiday on a weekend moves the weekend and not the holiday: the day off in its place
# is a rest day (work on it is paid twice), the holiday itself stays one (three times).
_MOVES_THE_WEEKEND: Final = frozenset({"CN"})


@dataclass(frozen=True, slots=True)
class CountryDay:
    """What a country's calendar says of a day.

    A `rest_day` is a day off in the place of one on a weekend, which then is a `working_day`.
    """

    name: str
    kind: CountryDayKind


def country_days(country: str, year: int) -> Mapping[date, CountryDay]:
    """The days of `year` that are special in a country (two letters), in their order.

    The names are in the language in use where the library knows them, else in English or in the
    country's own. A country that the library does not know, or none, has no such days.
    """
    return _days(country, year, language())


def country_day(country: str, day: date) -> CountryDay | None:
    """What a country's calendar says of `day`; None on an ordinary day."""
    return country_days(country, day.year).get(day)


def says_the_same(country: str, day: date, kind: str, name: str) -> bool:
    """Whether a country's calendar says this of `day`, in any language that is spoken here."""
    said = [_days(country, day.year, each).get(day) for each in LANGUAGES]
    return any(each is not None and (each.kind, each.name) == (kind, name) for each in said)


@lru_cache(maxsize=512)
def _days(country: str, year: int, spoken: str) -> Mapping[date, CountryDay]:
    found = _of_library(country, year, spoken)
    if found is None:
        return MappingProxyType({})
    moved = _moved(country, year, spoken)
    with speaking(spoken):
        days = {day: _day_off(found, name, is_moved=day in moved) for day, name in found.items()}
        working = CountryDay(_("Working day (weekend moved)"), "working_day")
    days |= {day: working for day in found.weekend_workdays if day.year == year and day not in days}
    return MappingProxyType(dict(sorted(days.items())))


def _moved(country: str, year: int, spoken: str) -> frozenset[date]:
    """The days that are off only because a holiday lies on a weekend, where they are rest days."""
    if country not in _MOVES_THE_WEEKEND:
        return frozenset()
    every, itself = (_of_library(country, year, spoken, observed=each) for each in (True, False))
    return frozenset(every or ()) - frozenset(itself or ())


def _day_off(found: "HolidayBase", name: str, *, is_moved: bool) -> CountryDay:
    original = _substituted_from(found, name)
    if original:
        return CountryDay(_("Day off (in place of {day})").format(day=original), "rest_day")
    return CountryDay(_shown(name), "rest_day" if is_moved else "holiday")


def _of_library(
    country: str, year: int, spoken: str, *, observed: bool = True
) -> "HolidayBase | None":
    from holidays import country_holidays

    try:
        known = country_holidays(country)
    except NotImplementedError:
        return None
    return country_holidays(
        country,
        years=year,
        expand=False,
        observed=observed,
        categories=_CATEGORIES.get(country),
        language=_locale(known, spoken),
    )


def _locale(known: "HolidayBase", spoken: str) -> str | None:
    """The language to ask for names in: what is spoken, English, or the country's own.

    One is always named where there are several: the library else looks at the environment.
    """
    wanted = chain(_LOCALES[spoken], _LOCALES["en"])
    return next(
        (each for each in wanted if each in known.supported_languages), known.default_language
    )


def _substituted_from(found: "HolidayBase", name: str) -> str:
    """The weekend day that a day off stands for, as `YYYY-MM-DD`; nothing if it stands for none.

    The library says it in the name only; the name is read by the template that it was made with.
    """
    label = getattr(found, "substituted_label", None)
    if not label:
        return ""
    before, _place, after = found.tr(label).partition("%s")
    for each in name.split(_BETWEEN_NAMES):
        if each.startswith(before) and each.endswith(after):
            day = each.removeprefix(before).removesuffix(after)
            written = datetime.strptime(day, found.tr(found.substituted_date_format))
            return written.date().isoformat()
    return ""


def _shown(name: str) -> str:
    """A name as the book can hold it."""
    return name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1].rstrip() + "…"
