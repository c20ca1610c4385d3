"""Days and periods in words of the language in use."""

from datetime import date
from functools import lru_cache
from typing import Final

from babel.dates import format_date, format_interval, format_skeleton

from models.language import language
from models.periods import Period

LOCALES: Final = {"en": "en_GB", "ko": "ko_KR", "zh": "zh_Hans_CN"}
"""Whose dates they are, by language."""

_CACHED_TEXTS: Final = 4_096


def date_text(day: date) -> str:
    """`31 May 2026`, `2026년 5월 31일`, `2026年5月31日`."""
    return _date(day, language())


@lru_cache(_CACHED_TEXTS)
def _date(day: date, spoken: str) -> str:
    return format_date(day, "long", locale=LOCALES[spoken])


def day_text(day: date) -> str:
    """A day where there is little room: `31 May 2026`, `14 Sept 2026`, `2026년 5월 31일`."""
    return _span(day, day, "yMMMd", language())


def span_text(first: date, last: date) -> str:
    """The days from `first` to `last` without their year: `1–14 May`, `5월 1일~14일`."""
    return _span(first, last, "MMMd", language())


def period_text(period: Period) -> str:
    """A pay period with its year: `1–31 May 2026`."""
    return _span(period.starts_on, period.ends_on, "yMMMd", language())


def month_text(month: Period) -> str:
    """`May 2026`, `2026년 5월`."""
    return format_skeleton("yMMMM", month.starts_on, locale=LOCALES[language()])


def months_text(first: Period, last: Period) -> str:
    """The months from one to another: `April – September 2026`, `2026년 4월~9월`."""
    if first == last:
        return month_text(first)
    return _span(first.starts_on, last.starts_on, "yMMMM", language())


@lru_cache(_CACHED_TEXTS)
def _span(first: date, last: date, skeleton: str, spoken: str) -> str:
    locale = LOCALES[spoken]
    if first == last:
        return format_skeleton(skeleton, first, locale=locale)
    return format_interval(first, last, skeleton, locale=locale)
