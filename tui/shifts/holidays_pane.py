"""The public holidays."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from models.book.book import Book
from models.book.records import Records
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.shifts.actions import add_holiday, change_holiday, remove_holiday
from models.shifts.drafts import HolidayDraft
from models.shifts.queries import HolidayRow, holidays
from tui import keys
from tui.exchange.exporting import export_records
from tui.exchange.importing import import_records
from tui.panes import Pane
from tui.widgets.columns import Column
from tui.widgets.dates import date_in_words
from tui.widgets.dialogs import Confirm
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of, in_place
from tui.widgets.inputs import DateInput, TextInput
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable

Row = HolidayRow


class HolidayForm(FormScreen[str]):
    """A public holiday, new or changed."""

    def __init__(self, book: Book, today: date, row: Row | None = None) -> None:
        """Change `row`, or make a new one."""
        super().__init__({"date": row.day.isoformat(), "name": row.name} if row else None)
        self._book = book
        self._today = today
        self._row = row

    def title_text(self) -> str:
        """What stands above the form."""
        return _("New holiday") if self._row is None else _("Change the holiday")

    def fields(self) -> Sequence[Field]:
        """The day and its name."""
        day = DateInput(today=lambda: self._today, required=True)
        return [
            Field("date", N_("Date"), day, N_("1 oct, 2026-10-01")),
            Field("name", N_("Name"), TextInput(max_length=80, required=True)),
        ]

    def save(self, values: dict[str, str]) -> str:
        """Put it on the calendar.

        Raises:
            RefusedError: that day is a holiday already.
        """
        draft = draft_of(HolidayDraft, values)
        with in_place("date", _("That day is a public holiday already.")):
            if self._row is None:
                add_holiday(self._book, draft)
            else:
                change_holiday(self._book, self._row.id, draft)
        return draft.name


class HolidaysPane(Pane):
    """All public holidays."""

    TITLE = N_("Holidays")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.NEW.bind(help=N_("Put a holiday on the calendar.")),
        keys.EDIT.bind(help=N_("Change the marked holiday.")),
        keys.REMOVE.bind(help=N_("Take the marked holiday off the calendar."), footer=True),
        keys.IMPORT,
        keys.EXPORT,
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | n | Put a holiday on the calendar. |
    | e, enter | Change the marked holiday. |
    | delete | Take the marked holiday off the calendar. |
    | i | Import holidays. |
    | x | Export the holidays. |
    """

    def make_list(self) -> RecordList[Row]:
        """The list, by day."""
        return RecordList(
            (
                Column[Row]("day", N_("Date"), lambda r: date_in_words(r.day), 18, sortable="day"),
                Column[Row]("name", N_("Name"), lambda r: r.name, 20, 1),
            ),
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="day", descending=True),
            empty=N_("No holidays yet. n puts one on the calendar, i imports a file."),
        )

    def _source(self, query: ListQuery) -> Records[Row]:
        return holidays(self.book, search=query.search, descending=query.descending)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[Row]) -> None:
        event.stop()
        self.action_edit()

    def action_new(self) -> None:
        """Put a holiday on the calendar."""
        self.app.push_screen(HolidayForm(self.book, self.today))

    def action_edit(self) -> None:
        """Change the marked holiday."""
        if (row := self.records.row) is not None:
            self.app.push_screen(HolidayForm(self.book, self.today, row))

    def action_remove(self) -> None:
        """Take the marked holiday off, after a question."""
        row = self.records.row
        if row is None:
            return

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.host.do(
                    lambda: remove_holiday(self.book, row.id),
                    lambda _nothing: self.host.reload(),
                    group="act",
                )

        question = _("Take {name} off the calendar?").format(name=row.name)
        detail = f"{date_in_words(row.day)}"
        self.app.push_screen(Confirm(question, detail, danger=True), answered)

    def action_import(self) -> None:
        """Import holidays."""
        import_records(self.host, "holidays", self.host.reload)

    def action_export(self) -> None:
        """Export the holidays."""
        export_records(self.host, "holidays")
