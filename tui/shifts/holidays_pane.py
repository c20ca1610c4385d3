"""The calendar of a year: the country's public holidays, and what the programme made of them."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.shifts.holiday_actions import restore_holiday, strike_out_holiday
from models.shifts.holidays import HolidayCalendar, HolidayRow, holiday_calendar
from tui import keys
from tui.exchange.exporting import export_records
from tui.exchange.importing import import_records
from tui.panes import Pane
from tui.shifts.holiday_form import HolidayForm
from tui.shifts.words import day_kind, day_kind_tone, origin_words
from tui.widgets.columns import Column
from tui.widgets.dates import date_in_words, weekday_date
from tui.widgets.dialogs import Confirm
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable

Row = HolidayRow


class HolidaysPane(Pane):
    """The calendar of one year."""

    TITLE = N_("Holidays")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.EARLIER.bind(help=N_("Show the year before.")),
        keys.LATER.bind(help=N_("Show the year after.")),
        keys.NEW.bind(help=N_("Put a holiday on the calendar.")),
        keys.EDIT.bind(
            help=N_("Change the marked holiday, or move it to another day."), footer=False
        ),
        keys.REMOVE.bind(
            label=N_("Strike out"),
            help=N_("Strike the marked holiday out, or restore it."),
            footer=True,
        ),
        keys.IMPORT.bind(footer=False),
        keys.EXPORT.bind(footer=False),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | [ | The year before. |
    | ] | The year after. |
    | n | Put a holiday on the calendar. |
    | e, enter | Change the marked holiday, or move it. |
    | delete | Strike the marked holiday out, or restore it. |
    | i | Import holidays. |
    | x | Export the calendar of the year. |
    """

    def __init__(self) -> None:
        """Show the year that it is."""
        super().__init__()
        self._year: int | None = None

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._year or self.today.year

    def make_list(self) -> RecordList[Row]:
        """The list, by day."""
        return RecordList(
            (
                Column[Row]("day", N_("Date"), lambda r: weekday_date(r.day), 12, sortable="day"),
                Column[Row]("name", N_("Name"), lambda r: r.name, 20, 1),
                Column[Row]("kind", N_("Kind"), day_kind, 14, tone=day_kind_tone),
                Column[Row]("origin", N_("Source"), origin_words, 9),
            ),
            key=lambda row: row.day,
            source=self._source,
            query=ListQuery(sort="day"),
            empty=N_("No holidays in this year. n puts one on the calendar, i imports a file."),
        )

    def _source(self, query: ListQuery) -> HolidayCalendar:
        return holiday_calendar(
            self.book, *self._days, search=query.search, descending=query.descending
        )

    @property
    def _days(self) -> tuple[date, date]:
        return date(self.year, 1, 1), date(self.year, 12, 31)

    def note(self) -> str:
        """Which year it is, between the keys that change it."""
        return f"[ {self.year} ]"

    def on_mount(self) -> None:
        """Say which year it is."""
        self.describe()

    def show_year(self, year: int) -> None:
        """Show another year."""
        self._year = min(max(year, date.min.year), date.max.year)
        self.describe()
        self.records.refresh_records()

    def action_earlier(self) -> None:
        """Show the year before."""
        self.show_year(self.year - 1)

    def action_later(self) -> None:
        """Show the year after."""
        self.show_year(self.year + 1)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[Row]) -> None:
        event.stop()
        self.action_edit()

    def action_new(self) -> None:
        """Put a holiday on the calendar."""
        self.app.push_screen(HolidayForm(self.book, self.today), self._saved)

    def action_edit(self) -> None:
        """Change the marked holiday, or move it; one that is struck out comes back first."""
        row = self.records.row
        if row is None:
            return
        if row.kind == "struck_out":
            self._ask_to_restore(row)
        else:
            self.app.push_screen(HolidayForm(self.book, self.today, row), self._saved)

    def _saved(self, day: date | None) -> None:
        if day is not None and day.year != self.year:
            self.show_year(day.year)

    def action_remove(self) -> None:
        """Strike the marked holiday out, or restore it, after a question."""
        row = self.records.row
        if row is None:
            return
        if row.kind == "struck_out":
            self._ask_to_restore(row)
            return
        if row.origin == "programme":
            question = _("Take {name} off the calendar?")
            detail = _("What the country's calendar says of the day then holds again.")
        else:
            question = _("Strike {name} out?")
            detail = _("It is then an ordinary day; the same key restores it.")
        self._ask(row, question, detail, partial(strike_out_holiday, self.book, row.day))

    def _ask_to_restore(self, row: Row) -> None:
        question = _("Restore {name}?")
        detail = _("What the country's calendar says of the day then holds again.")
        self._ask(row, question, detail, partial(restore_holiday, self.book, row.day))

    def _ask(self, row: Row, question: str, detail: str, job: Callable[[], None]) -> None:
        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.host.do(job, lambda _nothing: self.host.reload(), group="act")

        text = f"{date_in_words(row.day)}\n{detail}"
        danger = row.origin == "programme" and row.kind != "struck_out"
        self.app.push_screen(Confirm(question.format(name=row.name), text, danger=danger), answered)

    def action_import(self) -> None:
        """Import holidays."""
        import_records(self.host, "holidays", self.host.reload)

    def action_export(self) -> None:
        """Export the calendar of the year."""
        first, last = self._days
        export_records(self.host, "holidays", from_=first, to=last)
