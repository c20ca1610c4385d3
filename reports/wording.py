"""Dates, spans, percentages and pages in words of the language in use, and how wide words are."""

from contextlib import AbstractContextManager, nullcontext
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Final
from unicodedata import east_asian_width

from babel.dates import format_date, format_interval, format_skeleton, get_month_names

from models.language import gettext as _
from models.language import language, speaking
from models.periods import Period
from models.sales.figures import percent_text

_LOCALES: Final = {"en": "en_GB", "ko": "ko_KR", "zh": "zh_Hans_CN"}
_CACHED_TEXTS: Final = 4_096


def spoken(language: str | None) -> AbstractContextManager[None]:
    """Speak `language` in a block; None goes on in the language in use."""
    return nullcontext() if language is None else speaking(language)


def date_text(day: date) -> str:
    """`31 May 2026`, `2026년 5월 31일`, `2026年5月31日`."""
    return _date(day, language())


@lru_cache(_CACHED_TEXTS)
def _date(day: date, spoken: str) -> str:
    return format_date(day, "long", locale=_LOCALES[spoken])


def span_text(first: date, last: date) -> str:
    """The days from `first` to `last` without their year: `1–14 May`, `5월 1일~14일`."""
    return _span(first, last, "MMMd", language())


def period_text(period: Period) -> str:
    """A pay period with its year: `1–31 May 2026`."""
    return _span(period.starts_on, period.ends_on, "yMMMd", language())


@lru_cache(_CACHED_TEXTS)
def _span(first: date, last: date, skeleton: str, spoken: str) -> str:
    locale = _LOCALES[spoken]
    if first == last:
        return format_skeleton(skeleton, first, locale=locale)
    return format_interval(first, last, skeleton, locale=locale)


def month_text(month: Period) -> str:
    """`May 2026`, `2026년 5월`."""
    return format_skeleton("yMMMM", month.starts_on, locale=_LOCALES[language()])


def months_text(first: Period, last: Period) -> str:
    """The months from one to another: `April – September 2026`, `2026년 4월~9월`."""
    if first == last:
        return month_text(first)
    return _span(first.starts_on, last.starts_on, "yMMMM", language())


def percentage(value: Fraction | None) -> str:
    """`12.50 %`, or a dash where there is nothing to compare with."""
    text = percent_text(value)
    return "–" if text is None else _("{number} %").format(number=text)


def month_names() -> tuple[str, ...]:
    """The twelve months in short: `Jan`, `1월`."""
    names = get_month_names("abbreviated", "stand-alone", _LOCALES[language()])
    return tuple(names[number] for number in range(1, 13))


def clock_text(minutes: int, *, grouped: bool = False) -> str:
    """Hours and minutes in little room: `168:20`; `grouped` puts commas between thousands."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else ""
    return f"{sign}{hours:,}:{rest:02d}" if grouped else f"{sign}{hours}:{rest:02d}"


def page_text(number: int, pages: int) -> str:
    """`page 1 of 2`."""
    return _("page {n} of {all}").format(n=number, all=pages)


def columns_wide(text: str) -> int:
    """How many columns of a terminal or of a sheet `text` takes: Hangul and Hanzi take two each."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
