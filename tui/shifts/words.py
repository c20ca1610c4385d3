"""What is stored of shifts and of the calendar, in words for the screen."""

from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import pgettext
from models.shifts.holidays import HolidayRow
from models.shifts.queries import ShiftRow
from tui.striking import signed
from tui.widgets.columns import Tone

STATUSES: Final = {
    "worked": N_("worked"),
    "planned": N_("planned"),
    "absent": N_("absent"),
    "paid_leave": N_("paid leave"),
    "unpaid_leave": N_("unpaid leave"),
}

_TONES: Final[dict[str, Tone]] = {
    "planned": "warning",
    "absent": "bad",
    "paid_leave": "good",
    "unpaid_leave": "muted",
}

DAY_KINDS: Final = {
    "holiday": N_("public holiday"),
    "rest_day": N_("rest day"),
    "working_day": N_("working day"),
    "struck_out": N_("struck out"),
}

_DAY_TONES: Final[dict[str, Tone]] = {
    "holiday": "good",
    "working_day": "warning",
    "struck_out": "muted",
}

_ORIGINS: Final = {"country": N_("country"), "programme": N_("programme")}


def day_kind(row: HolidayRow) -> str:
    """`public holiday`, `working day` …, in the language in use."""
    return _(DAY_KINDS[row.kind])


def day_kind_tone(row: HolidayRow) -> Tone:
    """How the kind of a day is coloured."""
    return _DAY_TONES.get(row.kind, "plain")


def origin_words(row: HolidayRow) -> str:
    """Whose calendar says so, in the language in use."""
    return _(_ORIGINS[row.origin])


def status_label(status: str) -> str:
    """`worked`, `paid leave` …, in the language in use."""
    return _(STATUSES[status])


def status_words(row: ShiftRow) -> str:
    """The status, and the approved run that holds the shift; or that it was struck out."""
    if row.struck_as is not None:
        return signed(row, pgettext("shift", "struck out"))
    status = status_label(row.status)
    return status if row.run_id is None else f"{status} · {held_by(row.run_id)}"


def status_tone(row: ShiftRow) -> Tone:
    """How the status is coloured."""
    return _TONES.get(row.status, "plain")


def held_by(run: int) -> str:
    """`run 3`: the approved run that has paid a record."""
    return _("run {run}").format(run=run)


def clock_hours(minutes: int) -> str:
    """`7:30` for 450 minutes."""
    return f"{minutes // 60:,}:{minutes % 60:02d}"


def total_hours(minutes: int) -> str:
    """`2,585 h`, `7:30 h`: short enough to stand beside other figures."""
    hours = clock_hours(minutes) if minutes % 60 else f"{minutes // 60:,}"
    return pgettext("duration", "{hours} h").format(hours=hours)


def shift_name(row: ShiftRow) -> str:
    """`W-014, 2026-05-20 08:00–17:00`."""
    return f"{row.employee}, {row.day.isoformat()} {row.start}–{row.end}"
