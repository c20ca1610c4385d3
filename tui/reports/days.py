"""From which day to which a file is wanted, as two fields of a form."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import month_before, month_of
from tui.widgets.field_row import Field
from tui.widgets.inputs import DateInput

DAYS: Final = ("from", "to")


def month_before_this(today: date) -> dict[str, str]:
    """The days of the month before today's, to begin with."""
    month = month_before(month_of(today))
    return {"from": str(month.starts_on), "to": str(month.ends_on)}


def day_fields(today: date) -> list[Field]:
    """The two fields, both of which may stay empty."""

    def day() -> DateInput:
        return DateInput(today=lambda: today)

    return [
        Field("from", N_("From"), day(), N_("Empty: from the first day on.")),
        Field("to", N_("To"), day(), N_("Itself inside; empty: to the last.")),
    ]


def read_days(values: Mapping[str, str]) -> tuple[date | None, date | None]:
    """The first and the last day; None where there is no end.

    Raises:
        RefusedError: the days end before they start.
    """
    first, last = (date.fromisoformat(values[day]) if values[day] else None for day in DAYS)
    if first and last and last < first:
        message = _("The last day is before the first.")
        raise RefusedError(message, [Problem(message, column="to")])
    return first, last
