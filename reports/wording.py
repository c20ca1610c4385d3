"""Dates, spans, percentages and pages in words of the language in use, and how wide words are."""

from contextlib import AbstractContextManager, nullcontext
from fractions import Fraction
from unicodedata import east_asian_width

from babel.dates import get_month_names

from models.day_words import (
    LOCALES,
    date_text,
    day_text,
    month_text,
    months_text,
    period_text,
    span_text,
)
from models.language import gettext as _
from models.language import language, speaking
from models.sales.figures import percent_text

# Days in words are for papers as well as for sentences of models.
__all__ = (
    "clock_text",
    "columns_wide",
    "date_text",
    "day_text",
    "month_names",
    "month_text",
    "months_text",
    "page_text",
    "percentage",
    "period_text",
    "span_text",
    "spoken",
)


def spoken(language: str | None) -> AbstractContextManager[None]:
    """Speak `language` in a block; None goes on in the language in use."""
    return nullcontext() if language is None else speaking(language)


def percentage(value: Fraction | None) -> str:
    """`12.50 %`, or a dash where there is nothing to compare with."""
    text = percent_text(value)
    return "–" if text is None else _("{number} %").format(number=text)


def month_names() -> tuple[str, ...]:
    """The twelve months in short: `Jan`, `1월`."""
    names = get_month_names("abbreviated", "stand-alone", LOCALES[language()])
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
