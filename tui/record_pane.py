"""A list whose records are added, changed, copied, removed, imported and exported."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, ClassVar, Final

from textual import on
from textual.binding import BindingType

from models.book.settings import Programme
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import Period, month_after, month_before, month_of
from reports.wording import month_text
from tui import keys
from tui.panes import Pane
from tui.widgets.dialogs import Confirm
from tui.widgets.form import FormScreen
from tui.widgets.record_list import ListQuery
from tui.widgets.record_table import RecordTable

_SECONDS_SHOWN: Final = 3
_EVERYTHING: Final = frozenset({"new", "edit", "copy", "remove", "import", "export"})


class RecordPane(Pane):
    """A list with forms. A subclass says `form`, and `remover` where records can be removed."""

    KIND: ClassVar[str] = ""
    """What is imported and exported, a key of `models.exchange.kinds.KINDS`."""

    CAN: ClassVar[frozenset[str]] = _EVERYTHING
    """What can be done with its records."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.NEW,
        keys.EDIT,
        keys.COPY,
        keys.REMOVE,
        keys.IMPORT,
        keys.EXPORT,
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | n | Add a record. |
    | e | Change the marked one. |
    | d | Start a new one from the marked one. |
    | delete | Remove the marked one. |
    | i | Import a file. |
    | x | Export what is shown. |
    """

    def __init__(self) -> None:
        """Make the list; its rows open where they can be changed."""
        super().__init__()
        self.records.table.opens = "edit" in self.CAN

    def form(self, programme: Programme, row: Any, *, change: bool) -> FormScreen[Any]:
        """The form for a new record, filled in like `row` if there is one, or to change `row`."""
        raise NotImplementedError

    def remover(self, row: Any) -> tuple[str, Callable[[], None]]:
        """The question that is asked before `row` is removed, and what removes it."""
        raise NotImplementedError

    def is_closed(self, row: Any, again: Callable[[], object] | None = None) -> bool:  # noqa: ARG002 - for those who override it
        """Whether `row` stays as it is; if so, ask what can be done with it instead.

        Args:
            row: The record.
            again: Shows the form of a new record like it.
        """
        return False

    def shown_days(self) -> tuple[date | None, date | None]:
        """The days that the list shows, for an export."""
        return None, None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with these records."""
        if action in _EVERYTHING:
            return action in self.CAN
        return super().check_action(action, parameters)

    def action_new(self) -> None:
        """Add a record."""
        self._show_form(None, change=False)

    def action_copy(self) -> None:
        """Start a new record from the marked one."""
        if (row := self.records.row) is not None:
            self._show_form(row, change=False)

    def action_edit(self) -> None:
        """Change the marked record."""
        row = self.records.row
        if row is None:
            return
        if not self.is_closed(row, again=partial(self._show_form, row, change=False)):
            self._show_form(row, change=True)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[Any]) -> None:
        event.stop()
        self.action_edit()

    def action_remove(self) -> None:
        """Remove the marked record, after asking."""
        row = self.records.row
        if row is None or self.is_closed(row):
            return
        question, job = self.remover(row)

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.host.do(job, lambda _result: self.saved(_("Removed.")), group="remove")

        self.app.push_screen(Confirm(question, danger=True, yes=_("Remove")), answered)

    def action_import(self) -> None:
        """Import a file."""
        from tui.exchange.importing import import_records

        import_records(self.host, self.KIND, self.reload)

    def action_export(self) -> None:
        """Export what is shown."""
        from tui.exchange.exporting import export_records

        first, last = self.shown_days()
        export_records(self.host, self.KIND, from_=first, to=last)

    def saved(self, sentence: str) -> None:
        """Say what was done, and show it."""
        self.app.notify(sentence, markup=False, timeout=_SECONDS_SHOWN)
        self.reload()

    def _show_form(self, row: Any, *, change: bool) -> None:
        def show(programme: Programme) -> None:
            self.app.push_screen(self.form(programme, row, change=change), self._after_form)

        self.host.do(self.book.programme, show, group="form")

    def _after_form(self, result: object) -> None:
        if result is not None:
            self.saved(_("Saved."))


class MonthPane(RecordPane):
    """A list of the records of one month."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.EARLIER.bind(label=N_("Month"), help=N_("Show the month before."), footer=True),
        keys.LATER.bind(help=N_("Show the month after.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | [ | The month before. |
    | ] | The month after. |
    """

    def __init__(self) -> None:
        """Start in the month of today."""
        super().__init__()
        self._month: Period | None = None

    def asked(self, query: ListQuery) -> dict[str, Any]:
        """What the list asks the book for: its month, the search and the order."""
        return {
            "from_": self.month.starts_on,
            "to": self.month.ends_on,
            "search": query.search,
            "order": query.sort or "day",
            "descending": query.descending,
        }

    @property
    def month(self) -> Period:
        """The month that is shown."""
        return self._month or month_of(self.today)

    def note(self) -> str:
        """Which month it is, between the keys that change it."""
        return f"[ {month_text(self.month)} ]"

    def on_mount(self) -> None:
        """Say which month it is."""
        self.describe()

    def show_month(self, month: Period) -> None:
        """Show another month."""
        self._month = month
        self.describe()
        self.records.refresh_records()

    def shown_days(self) -> tuple[date | None, date | None]:
        """The days of the month."""
        return self.month.starts_on, self.month.ends_on

    def action_earlier(self) -> None:
        """Show the month before."""
        self.show_month(month_before(self.month))

    def action_later(self) -> None:
        """Show the month after."""
        self.show_month(month_after(self.month))
