"""Dates as people type them. Pure: today's date is an argument."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from babel.dates import format_date, format_skeleton
from dateutil.relativedelta import relativedelta

from models.language import gettext as _
from models.language import language
from tui.widgets.reading import NotUnderstoodError

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS_KO: Final = "월화수목금토일"
_WEEKDAYS_ZH: Final = "一二三四五六日"
_NEAR: Final = {
    "today": 0, "now": 0, "오늘": 0, "今天": 0,
    "tomorrow": 1, "내일": 1, "明天": 1,
    "yesterday": -1, "어제": -1, "昨天": -1,
}  # fmt: skip
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199

_Match = re.Match[str]


def read_date(text: str, today: date) -> date:
    """The day that `text` means to someone who types it on `today`.

    Understands `2026-10-16`, `today`, `tomorrow`, `+7`, `-1w`, `+2m`, `fri` (the coming one, today
    included), `last fri`, `15` (of this month), `15 oct`, `oct 15 2026`, `15/10` and
    `15/10/2026`, and in Korean and Chinese `오늘`, `금요일`, `10월 15일`, `周五`, `10月15日`.
    A date without a year is the one nearest to today.

    Raises:
        NotUnderstoodError: it is not a date, or there is no such day.
    """
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().replace(",", " ").split())
    if words in _NEAR:
        return _bounded(today + timedelta(days=_NEAR[words]))
    for pattern, meaning in _FORMS:
        if match := pattern.fullmatch(words):
            return meaning(match, today)
    raise NotUnderstoodError(
        _("“{text}” is not a date. Try 2026-10-16, 15 oct, fri or +7.").format(text=text.strip())
    )


def date_in_words(day: date) -> str:
    """`day` with its weekday, in the language in use: `Fri 16 Oct 2026`."""
    if language() == "en":
        return format_date(day, "EEE d MMM y", locale="en")
    return format_skeleton("yMMMEd", day, locale=language())


@lru_cache(maxsize=4096)
def _written(day: date, english: str, skeleton: str, locale: str) -> str:
    if locale == "en":
        return format_date(day, english, locale="en")
    return format_skeleton(skeleton, day, locale=locale)


def short_date(day: date) -> str:
    """`day` for a table: `16 Oct 2026`."""
    return _written(day, "d MMM y", "yMd", language())


def weekday_date(day: date) -> str:
    """`day` for a table of one period, with its weekday and without the year: `Fri 16 Oct`."""
    return _written(day, "EEE d MMM", "MEd", language())


def _bounded(day: date) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise NotUnderstoodError(_("The year {year} is too far away.").format(year=day.year))
    return day


def _no_such_day(day: int, month: int, year: int | None) -> NotUnderstoodError:
    if not 1 <= month <= 12:
        return NotUnderstoodError(_("There is no month {month}.").format(month=month))
    name = format_date(date(2000, month, 1), "MMMM", locale=language())
    if year is None or day > 29 or day < 1:
        return NotUnderstoodError(_("There is no {day} {month}.").format(day=day, month=name))
    sentence = _("There is no {day} {month} in {year}.")
    return NotUnderstoodError(sentence.format(day=day, month=name, year=year))


def _on(day: int, month: int, year: int) -> date:
    year += 2000 if year < 100 else 0
    try:
        return _bounded(date(year, month, day))
    except NotUnderstoodError:
        raise
    except ValueError:
        raise _no_such_day(day, month, year) from None


def _nearest(day: int, month: int, today: date) -> date:
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue
    if not candidates:
        raise _no_such_day(day, month, today.year)
    return _bounded(min(candidates, key=lambda candidate: abs(candidate - today)))


def _day_month(day: str, month: int, year: str | None, today: date) -> date:
    return _on(int(day), month, int(year)) if year else _nearest(int(day), month, today)


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


def _iso(match: _Match, _today: date) -> date:
    return _on(int(match["day"]), int(match["month"]), int(match["year"]))


def _shifted(match: _Match, today: date) -> date:
    count = int(match["sign"] + match["count"])
    unit = {"": "days", "d": "days", "w": "weeks", "m": "months", "y": "years"}[match["unit"]]
    steps = {unit: count}
    try:
        return _bounded(today + relativedelta(**steps))  # type: ignore[arg-type] # `steps` has one of the units
    except (OverflowError, ValueError) as error:
        if isinstance(error, NotUnderstoodError):
            raise
        raise NotUnderstoodError(_("That date is too far away.")) from None


def _coming(number: int, when: str | None, today: date) -> date:
    ahead = (number - today.weekday()) % 7
    if when == "last":
        ahead -= 7
    elif when == "next" and ahead == 0:
        ahead = 7
    return today + timedelta(days=ahead)


def _weekday(match: _Match, today: date) -> date:
    return _coming(_WEEKDAYS.index(match["name"][:3]), match["when"], today)


def _weekday_cjk(match: _Match, today: date) -> date:
    name = (match["ko"] or match["zh"]).replace("天", "日")
    names = _WEEKDAYS_KO if match["ko"] else _WEEKDAYS_ZH
    return _coming(names.index(name), None, today)


def _named(match: _Match, today: date) -> date:
    return _day_month(match["day"], _month_number(match["month"]), match["year"], today)


def _numbered(match: _Match, today: date) -> date:
    return _day_month(match["day"], int(match["month"]), match["year"], today)


def _of_this_month(match: _Match, today: date) -> date:
    return _on(int(match["day"]), today.month, today.year)


_MONTH_NAME = "(?P<month>" + "|".join(f"{m}[a-z]*" for m in _MONTHS) + r")\.?"
_WEEKDAY_NAME = "(?P<name>" + "|".join(f"{d}[a-z]*" for d in _WEEKDAYS) + ")"
_YEAR = r"(?P<year>\d{4}|\d{2})"

_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[_Match, date], date]], ...]] = (
    (re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"), _iso),
    (re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"), _iso),
    (re.compile(r"(?P<sign>[+-]) ?(?P<count>\d{1,5}) ?(?P<unit>[dwmy]?)"), _shifted),
    (re.compile(rf"((?P<when>last|next|this) )?{_WEEKDAY_NAME}"), _weekday),
    (
        re.compile(r"(?P<ko>[월화수목금토일])요일|(?:周|星期|礼拜)(?P<zh>[一二三四五六日天])"),
        _weekday_cjk,
    ),
    (re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? ?{_MONTH_NAME}( ?{_YEAR})?"), _named),
    (re.compile(rf"{_MONTH_NAME} ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?( {_YEAR})?"), _named),
    (re.compile(rf"(?P<day>\d{{1,2}})([-/.])(?P<month>\d{{1,2}})(?:\2{_YEAR})?\.?"), _numbered),
    (
        re.compile(
            r"((?P<year>\d{4})[년年] ?)?(?P<month>\d{1,2})[월月] ?(?P<day>\d{1,2})[일日号]?"
        ),
        _numbered,
    ),
    (re.compile(r"(?P<day>\d{1,2})"), _of_this_month),
)
