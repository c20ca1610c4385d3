"""What a person typed, one value at a time.

Each function takes text and gives back the value, or raises ValueError with a plain sentence that
says what is wrong. Drafts, settings, imports and forms all read values through these.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final
from zoneinfo import available_timezones

from models.language import gettext as _
from models.money import RATE_DECIMALS, is_currency, scaled
from models.periods import WEEKDAYS

_DATE: Final = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?", re.A
)
_TIME: Final = re.compile(r"(\d{1,2}):(\d{2})(?::00)?", re.A)
_NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.A)
_CODE: Final = re.compile(r"([^\W\d]|[0-9./-])+")  # letters of any script, but one kind of digits
_PACK: Final = re.compile(r"[A-Z][A-Z0-9-]{0,19}", re.A)
LARGEST: Final = Decimal(10) ** 12
_LONGEST_NUMBER, _LONGEST_SHOWN = 40, 40
_MINUTES_OF_DAY: Final = 24 * 60
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2199


def text(value: str, limit: int) -> str:
    """One line of text of at most `limit` characters, runs of white space made one space."""
    line = _composed(" ".join(value.split()))
    if not line.isprintable() and any(unicodedata.category(each) in ("Cc", "Cs") for each in line):
        raise ValueError(_("This has characters that cannot be printed."))
    if len(line) > limit:
        raise ValueError(
            _("This is {length} characters long; at most {limit} fit.").format(
                length=len(line), limit=limit
            )
        )
    return line


def code(value: str, limit: int = 20) -> str:
    """An employee's code: letters, digits, `-`, `_`, `.` and `/`, without spaces."""
    value = _composed(value)
    if not _CODE.fullmatch(value):
        raise ValueError(
            _("“{value}” is not a code; use letters, digits, - _ . and / only.").format(
                value=_shown(value)
            )
        )
    return text(value, limit)


@lru_cache(maxsize=4096)
def day(value: str) -> date:
    """A date as `YYYY-MM-DD`; a time behind it is left out."""
    match = _DATE.fullmatch(value)
    if not match:
        raise ValueError(
            _("“{value}” is not a date; write it as 2026-05-31.").format(value=_shown(value))
        )
    year, month, number = (int(part) for part in match.groups())
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        raise ValueError(_("The year {year} is out of range.").format(year=year))
    try:
        return date(year, month, number)
    except ValueError:
        raise ValueError(
            _("“{value}” is not a day of the calendar.").format(value=_shown(value))
        ) from None


@lru_cache(maxsize=4096)
def time_of_day(value: str) -> int:
    """A time as `HH:MM`, in minutes after midnight; `24:00` is midnight at the end."""
    match = _TIME.fullmatch(value)
    hours, minutes = (int(match[1]), int(match[2])) if match else (99, 99)
    total = hours * 60 + minutes
    if minutes > 59 or total > _MINUTES_OF_DAY:
        raise ValueError(
            _("“{value}” is not a time; write it as 08:30.").format(value=_shown(value))
        )
    return total % _MINUTES_OF_DAY


@lru_cache(maxsize=8192)
def number(value: str) -> Decimal:
    """A number with a point and no separators."""
    if len(value) > _LONGEST_NUMBER or not _NUMBER.fullmatch(value):
        raise ValueError(
            _("“{value}” is not a number; write it with a point and no separators.").format(
                value=_shown(value)
            )
        )
    try:
        result = Decimal(value)
    except InvalidOperation:  # pragma: no cover - the pattern admits only decimals
        raise ValueError(_("“{value}” is not a number.").format(value=_shown(value))) from None
    if abs(result) >= LARGEST:
        raise ValueError(_("{value} is too large.").format(value=_shown(value)))
    return result


def whole(value: str) -> int:
    """A whole number; `3.0` is one."""
    result = number(value)
    if result != result.to_integral_value():
        raise ValueError(_("{value} is not a whole number.").format(value=_shown(value)))
    return int(result)


def quantity(value: str) -> int:
    """A number of at most four decimals, in ten-thousandths."""
    return _scaled(number(value), value)


def rate(value: str) -> int:
    """A price or rate of at least zero and at most four decimals, in ten-thousandths."""
    result = number(value)
    if result < 0:
        raise ValueError(_("{value} is below zero.").format(value=_shown(value)))
    return _scaled(result, value)


def amount(value: str) -> Decimal:
    """An amount of at least zero in major units; its currency says later how many decimals."""
    result = number(value)
    if result < 0:
        raise ValueError(_("{value} is below zero.").format(value=_shown(value)))
    return result


def amount_above_zero(value: str) -> Decimal:
    """An amount above zero in major units."""
    result = amount(value)
    if result == 0:
        raise ValueError(_("The amount must be above zero."))
    return result


def share(value: str) -> int:
    """A percentage from 0 to 100, with or without its sign, in ten-thousandths of a percent."""
    result = rate(value.removesuffix("%").strip())
    if result > 100 * 10**RATE_DECIMALS:
        raise ValueError(_("{value} is more than 100 %.").format(value=_shown(value)))
    return result


def hours(value: str, limit: int = 7 * 24) -> int:
    """Contracted hours such as `8` or `7.5`, above zero and at most `limit`, in minutes."""
    minutes = number(value) * 60
    if minutes > limit * 60:
        raise ValueError(_("{value} is too large.").format(value=_shown(value)))
    if minutes <= 0 or minutes != minutes.to_integral_value():
        raise ValueError(
            _("“{value}” is not a number of hours above zero in whole minutes.").format(
                value=_shown(value)
            )
        )
    return int(minutes)


def choice(value: str, options: tuple[str, ...]) -> str:
    """One of `options`."""
    if value not in options:
        raise ValueError(
            _("“{value}” is none of: {options}.").format(
                value=_shown(value), options=", ".join(options)
            )
        )
    return value


def yes_or_no(value: str) -> bool:
    """`yes` or `no`."""
    return choice(value.lower(), ("yes", "no")) == "yes"


def currency(value: str) -> str:
    """The three letters of a currency."""
    if not is_currency(value.upper()):
        raise ValueError(
            _("“{value}” is not a currency; write its three letters, such as CNY.").format(
                value=_shown(value)
            )
        )
    return value.upper()


def timezone(value: str) -> str:
    """The name of a time zone, such as `Asia/Seoul`."""
    if value not in available_timezones():
        raise ValueError(
            _("“{value}” is not a time zone; one is, for example, Asia/Seoul.").format(
                value=_shown(value)
            )
        )
    return value


def rest_days(value: str) -> str:
    """Weekdays such as `SA,SU`, in the order of the week, separated by commas."""
    days = [part for part in re.split(r"[,; ]+", value.upper()) if part]
    for part in days:
        choice(part, WEEKDAYS)
    return ",".join(part for part in WEEKDAYS if part in days)


def rules(value: str) -> str:
    """The name of a pay-rule pack, in capitals: letters, digits and `-`."""
    name = value.upper()
    if not _PACK.fullmatch(name):
        raise ValueError(
            _("“{value}” is not the name of a pay-rule pack; use letters, digits and -.").format(
                value=_shown(value)
            )
        )
    return name


def _scaled(value: Decimal, typed: str) -> int:
    try:
        return scaled(value)
    except ValueError:
        raise ValueError(
            _("{value} has more than four decimals.").format(value=_shown(typed))
        ) from None


def _composed(value: str) -> str:
    """Letters and their accents, syllables and their parts as one character each."""
    return value if value.isascii() else unicodedata.normalize("NFC", value)


def _shown(value: str) -> str:
    """What was typed, as a sentence can repeat it: short, on one line, without odd characters."""
    line = "".join(each for each in " ".join(value.split()) if each.isprintable())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"
