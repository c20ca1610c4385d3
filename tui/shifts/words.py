"""What is stored of shifts, in words for the screen."""

from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.shifts.queries import ShiftRow
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


def status_label(status: str) -> str:
    """`worked`, `paid leave` …, in the language in use."""
    return _(STATUSES[status])


def status_words(row: ShiftRow) -> str:
    """The status, and the approved run that holds the shift."""
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


def shift_name(row: ShiftRow) -> str:
    """`W-014, 2026-05-20 08:00–17:00`."""
    return f"{row.employee}, {row.day.isoformat()} {row.start}–{row.end}"
