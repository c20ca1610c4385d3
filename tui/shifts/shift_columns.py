"""How shifts are shown: the columns of their list, and what stands beside it."""

from collections.abc import Callable, Sequence
from datetime import date

from textual.content import Content

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import RATE_DECIMALS, decimal_text
from models.shifts.queries import ShiftRow
from models.wages.wording import hours_text
from tui.shifts.words import clock_hours, held_by, status_label, status_tone, status_words
from tui.striking import dimmed, struck_text
from tui.text import safe
from tui.widgets.columns import Column
from tui.widgets.dates import date_in_words
from tui.widgets.facts import facts, titled

Row = ShiftRow


def shift_columns(when: Callable[[date], str], *, of_one: bool) -> Sequence[Column[Row]]:
    """The columns.

    Args:
        when: How dates are written.
        of_one: Whether all shifts are one employee's, so that nobody need be named.
    """
    who = (
        Column[Row]("employee", N_("Code"), lambda r: r.employee, 7, sortable="employee"),
        Column[Row]("work_name", N_("Name"), lambda r: r.work_name, 8, 2, sortable="work_name"),
    )
    what = (Column[Row]("activity", N_("Activity"), lambda r: r.activity, 16, 2),)
    columns = (
        Column[Row]("day", N_("Date"), lambda r: when(r.day), 13, sortable="day"),
        *(() if of_one else who),
        Column[Row]("time", N_("Time"), lambda r: f"{r.start}–{r.end}", 11),
        Column[Row](
            "minutes",
            N_("Hours"),
            lambda r: clock_hours(r.minutes),
            5,
            align="right",
            sortable="minutes",
        ),
        Column[Row](
            "status", N_("Status"), status_words, 19, 1, sortable="status", tone=status_tone
        ),
        *(what if of_one else ()),
    )
    return dimmed(columns)


def about_shift(row: Row) -> Content:
    """Everything about the shift."""
    return titled(
        f"{row.employee}  {row.work_name}",
        Content(""),
        facts(
            [
                (_("Date"), date_in_words(row.day)),
                (_("Time"), f"{row.start}–{row.end}"),
                (_("Break"), hours_text(row.break_minutes) if row.break_minutes else ""),
                (_("Hours"), hours_text(row.minutes)),
                (_("Status"), status_label(row.status)),
                (_("Paid by"), held_by(row.run_id) if row.run_id else ""),
                (_("Struck out"), row.struck_why),
                (_("Site"), row.site),
                (_("Rate an hour"), _rate(row)),
                (_("Activity"), row.activity),
                (_("Note"), row.note),
            ]
        ),
    )


def shift_in_brief(row: Row) -> Content:
    """What the columns have no room for."""
    pause = _("break {minutes} min").format(minutes=row.break_minutes)
    pause = pause if row.break_minutes else ""
    held = held_by(row.run_id) if row.run_id else ""
    parts = (struck_text(row), held, row.site, pause, _rate(row), row.activity, row.note)
    return safe(" · ".join(part for part in parts if part))


def _rate(row: Row) -> str:
    return "" if row.rate is None else decimal_text(row.rate, RATE_DECIMALS, grouped=True, keep=2)
