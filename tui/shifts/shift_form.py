"""The form of a shift."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import RATE_DECIMALS, decimal_text
from models.shifts.actions import add_shift, change_shift
from models.shifts.drafts import ShiftDraft
from models.shifts.hours import DAY_MINUTES, clock
from models.shifts.queries import ShiftRow, shifts
from models.wages.engine.segments import EARNING_STATUSES
from models.wages.late import closed_period
from models.wages.wording import hours_text
from tui.shifts.repeating import RepeatingForm, Saved
from tui.shifts.words import STATUSES
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import draft_of, in_place
from tui.widgets.inputs import DateInput, IntegerInput, RateInput, TextInput, TimeInput


class EndInput(TimeInput):
    """The end of a shift: it says how long the shift is, and whether it ends the day after."""

    def __init__(self, start: TimeInput) -> None:
        """Measure from the time in `start`."""
        super().__init__(required=True)
        self._start = start

    def _echo(self, value: time) -> str:
        start = self._start.reading.value
        if start is None:
            return super()._echo(value)
        minutes = (value.hour - start.hour) * 60 + value.minute - start.minute
        overnight = minutes <= 0
        length = hours_text(minutes + DAY_MINUTES if overnight else minutes)
        if overnight:
            return _("{hours}, next day").format(hours=length)
        return f"{self._plain(value)}, {length}"


def shift_values(row: ShiftRow) -> dict[str, str]:
    """What a form of this shift starts with, the employee apart."""
    return {
        "date": row.day.isoformat(),
        "start": row.start,
        "end": row.end,
        "break_minutes": str(row.break_minutes),
        "status": row.status,
        "rate": "" if row.rate is None else decimal_text(row.rate, RATE_DECIMALS),
        "activity": row.activity,
        "note": row.note,
    }


class ShiftForm(RepeatingForm):
    """A new shift, or one that is changed."""

    def title_text(self) -> str:
        """What stands above the form."""
        return _("New shift") if self.editing is None else _("Change the shift")

    def fields(self) -> Sequence[Field]:
        """Who, when, and what came of it."""
        start = TimeInput(required=True)
        statuses = [(_(label), status) for status, label in STATUSES.items()]
        day = DateInput(today=lambda: self.today, required=True)
        return [
            Field("employee", N_("Employee"), self.picker, N_("A part of the code or name.")),
            Field("date", N_("Date"), day, N_("15, 15 oct, mon, -1")),
            Field("start", N_("Start"), start, N_("8, 8:30, 22:00")),
            Field("end", N_("End"), EndInput(start), N_("At or before the start: the day after.")),
            Field("break_minutes", N_("Break, minutes"), IntegerInput(), N_("Unpaid.")),
            Field("status", N_("Status"), Choice(statuses, required=True)),
            Field("rate", N_("Rate an hour"), RateInput(), N_("Only if not that of the terms.")),
            Field("activity", N_("Activity"), TextInput(max_length=80)),
            Field("note", N_("Note"), TextInput(max_length=500), wide=True),
        ]

    def field_changed(self, name: str) -> None:
        """Another start changes how long the shift is; work on a later day is planned."""
        if name == "start":
            self.rows["end"].annotate()
        if name == "date" and self.editing is None:
            self._guess_status(self.rows["date"].reading.value)

    def _guess_status(self, day: date | None) -> None:
        status = self.rows["status"].field.entry
        before, fitting = (
            ("worked", "planned")
            if day and day > self.today
            else (
                "planned",
                "worked",
            )
        )
        if day is not None and status.reading.text == before:
            status.put(fitting)

    def save(self, values: dict[str, str]) -> Saved:
        """Write the shift down.

        Raises:
            RefusedError: something is wrong with what was typed, or it overlaps another shift.
        """
        draft = draft_of(ShiftDraft, values)
        with in_place("start", _("This shift is in the book already.")):
            if self.editing is None:
                add_shift(self.book, draft)
            else:
                change_shift(self.book, self.editing, draft)
        earns = draft.status in EARNING_STATUSES
        late_for = closed_period(self.book, draft.employee, draft.day) if earns else None
        saved = self.saved(values, draft.day)
        return replace(saved, number=_number_of(self.book, draft), late_for=late_for)


def _number_of(book: Book, draft: ShiftDraft) -> int | None:
    """The id of the shift that was written down; no other of that employee starts with it."""
    same_day = shifts(book, employee=draft.employee, from_=draft.day, to=draft.day, struck=False)
    return next((row.id for row in same_day.all() if row.start == clock(draft.start)), None)
