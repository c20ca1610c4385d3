"""Shifts and holidays as they are typed or imported."""

from functools import partial
from typing import Annotated, Self

from pydantic import Field, model_validator

from models import fields
from models.drafts import Draft, FieldProblemError, typed
from models.employees.drafts import Code, Day, Name, Note, Rate
from models.language import gettext as _
from models.shifts.hours import DAY_MINUTES
from models.shifts.tables import DAY_KINDS, SHIFT_STATUSES

Time = Annotated[int, typed(fields.time_of_day)]
Status = Annotated[str, typed(partial(fields.choice, options=SHIFT_STATUSES))]


def _minutes(value: str) -> int:
    minutes = fields.whole(value)
    if minutes < 0:
        raise ValueError(_("{value} is below zero.").format(value=value))
    return minutes


class ShiftDraft(Draft):
    """A shift by the wall clock: an end at or before the start is on the next day."""

    employee: Code
    day: Day = Field(alias="date")
    start: Time
    end: Time
    break_minutes: Annotated[int, typed(_minutes)] = 0
    status: Status = "worked"
    rate: Rate | None = None
    activity: Name = ""
    note: Note = ""

    @property
    def ends(self) -> int:
        """The end in minutes after midnight of the shift's day."""
        return self.end if self.end > self.start else self.end + DAY_MINUTES

    @model_validator(mode="after")
    def _break_fits(self) -> Self:
        if self.break_minutes >= self.ends - self.start:
            raise FieldProblemError(
                "break_minutes", _("The break is as long as the shift or longer.")
            )
        return self


class HolidayDraft(Draft):
    """A day on the programme's calendar, over what its country's calendar says."""

    day: Day = Field(alias="date")
    name: Name
    kind: Annotated[str, typed(partial(fields.choice, options=DAY_KINDS))] = "holiday"
