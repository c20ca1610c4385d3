"""Arguments with a meaning: dates, months, numbers of pay runs, maps of columns."""

import argparse
import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from models.language import gettext as _
from tui.commands.parsing import UsageError, value_of

if TYPE_CHECKING:
    from models.periods import Period

_MONTH: Final = re.compile(r"(\d{4})-(\d{1,2})")
_NEXT_PAIR: Final = re.compile(r",(?=\s*\w+\s*=)")
_HIGHEST_RUN: Final = 2**31


def a_date(text: str) -> date:
    """`2026-05-31`."""
    from models import fields

    day: date = value_of(fields.day, text)
    return day


def a_month(text: str) -> "Period":
    """`2026-05`, as the period from its first to its last day."""
    from models.periods import Period, month_of

    def parse(typed: str) -> Period:
        match = _MONTH.fullmatch(typed)
        if not match or not 1 <= int(match[2]) <= 12 or not 1900 <= int(match[1]) <= 2199:
            raise ValueError(
                _("“{value}” is not a month; write it as 2026-05.").format(value=typed)
            )
        return month_of(date(int(match[1]), int(match[2]), 1))

    month: Period = value_of(parse, text)
    return month


def a_run(text: str) -> int:
    """The number of a pay run."""

    def parse(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit()) or not 0 < int(typed) < _HIGHEST_RUN:
            raise ValueError(
                _("“{value}” is not the number of a pay run, such as 3.").format(value=typed)
            )
        return int(typed)

    number: int = value_of(parse, text)
    return number


def count_between(least: int, most: int) -> Any:
    """The type of an argument that is a whole number from `least` to `most`."""

    def parse(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit()) or not least <= int(typed) <= most:
            raise ValueError(
                _("“{value}” is not a whole number from {least} to {most}.").format(
                    value=typed, least=least, most=most
                )
            )
        return int(typed)

    return partial(value_of, parse)


def a_setting(key: str) -> Any:
    """The type of an argument that must be what the setting `key` accepts."""

    def parse(text: str) -> str:
        from models.book.settings import SETTINGS

        value: str = value_of(SETTINGS[key].check, text.strip())
        return value

    return parse


def a_map(text: str) -> dict[str, str]:
    """`ours=Theirs,…`: which column of a file stands for which of ours."""

    def parse(typed: str) -> dict[str, str]:
        pairs: dict[str, str] = {}
        for part in _NEXT_PAIR.split(typed):
            ours, equals, theirs = (side.strip() for side in part.partition("="))
            if not (ours and equals and theirs):
                raise ValueError(
                    _("“{value}” is not a map of columns; write it as ours=Theirs,…").format(
                        value=part
                    )
                )
            if ours in pairs:
                raise ValueError(_("The column {column} is mapped twice.").format(column=ours))
            pairs[ours] = theirs
        return pairs

    columns: dict[str, str] = value_of(parse, text)
    return columns


def a_period(arguments: argparse.Namespace) -> "Period":
    """The days that `--from` and `--to` name.

    Raises:
        UsageError: they would end before they begin.
    """
    from models.periods import Period

    in_order(arguments)
    return Period(arguments.from_, arguments.to)


def in_order(arguments: argparse.Namespace) -> None:
    """Refuse a `--to` before `--from`; either may be missing.

    Raises:
        UsageError: it is.
    """
    first, last = arguments.from_, arguments.to
    if first is not None and last is not None and last < first:
        raise UsageError(_("--to {to} is before --from {from_}.").format(to=last, from_=first))


def add_days(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Give a command `--from` and `--to`."""
    parser.add_argument(
        "--from",
        dest="from_",
        metavar=_("DATE"),
        type=a_date,
        required=required,
        help=_("the first day, as 2026-05-01"),
    )
    parser.add_argument(
        "--to",
        metavar=_("DATE"),
        type=a_date,
        required=required,
        help=_("the last day, itself inside"),
    )
