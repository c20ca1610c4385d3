"""The form of a day of the calendar."""

from collections.abc import Sequence
from datetime import date

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.shifts.drafts import HolidayDraft
from models.shifts.holiday_actions import add_holiday, change_holiday
from models.shifts.holidays import HolidayRow
from tui.shifts.words import DAY_KINDS
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of
from tui.widgets.inputs import DateInput, TextInput


class HolidayForm(FormScreen[date]):
    """A day of the calendar, new, changed or moved; gives back the day that it is on now."""

    def __init__(self, book: Book, today: date, row: HolidayRow | None = None) -> None:
        """Change `row`, or make a new one."""
        initial = {"kind": "holiday"}
        if row is not None:
            initial = {"date": row.day.isoformat(), "name": row.name, "kind": row.kind}
        super().__init__(initial)
        self._book = book
        self._today = today
        self._row = row

    def title_text(self) -> str:
        """What stands above the form."""
        return _("New holiday") if self._row is None else _("Change or move the holiday")

    def fields(self) -> Sequence[Field]:
        """The day, its name, and what it is."""
        day = DateInput(today=lambda: self._today, required=True)
        kinds = [(_(label), kind) for kind, label in DAY_KINDS.items() if kind != "struck_out"]
        return [
            Field("date", N_("Date"), day, N_("1 oct, 2026-10-01")),
            Field("name", N_("Name"), TextInput(max_length=80, required=True)),
            Field("kind", N_("Kind"), Choice(kinds, value="holiday", required=True)),
        ]

    def save(self, values: dict[str, str]) -> date:
        """Put it on the calendar.

        Raises:
            RefusedError: the calendar says something of that day already.
        """
        draft = draft_of(HolidayDraft, values)
        if self._row is None:
            add_holiday(self._book, draft)
        else:
            change_holiday(self._book, self._row.day, draft)
        return draft.day
