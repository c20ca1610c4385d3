"""Times of day as people type them."""

import re
import unicodedata
from datetime import time
from typing import Final

from models.language import gettext as _
from tui.widgets.reading import NotUnderstoodError

_FORM: Final = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h시时点]? ?(?P<minute>\d{2})[분分]?|[시时点h])?(?: ?(?P<half>am|pm))?"
)


def read_time(text: str) -> time:
    """The time of day that `text` means: `9`, `930`, `9:30`, `22:00`, `9.30 pm`, `9시 30분`.

    `24:00` is midnight, `00:00`.

    Raises:
        NotUnderstoodError: it is not a time of day.
    """
    match = _FORM.fullmatch(unicodedata.normalize("NFKC", text).strip().casefold())
    if match is None:
        raise _not_a_time(text)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = _on_24_hours(hour, match["half"], text)
    if (hour, minute) == (24, 0):
        hour = 0
    if hour > 23 or minute > 59:
        raise _not_a_time(text)
    return time(hour, minute)


def _on_24_hours(hour: int, half: str, text: str) -> int:
    if not 1 <= hour <= 12:
        raise _not_a_time(text)
    return hour % 12 + (12 if half == "pm" else 0)


def _not_a_time(text: str) -> NotUnderstoodError:
    sentence = _("“{text}” is not a time of day. Try 9, 9:30 or 22:00.")
    return NotUnderstoodError(sentence.format(text=text.strip()))
