"""The sites and their time zones."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual import on
from textual.binding import BindingType

from models import fields
from models.book.book import Book
from models.book.records import Records
from models.employees.actions import change_site
from models.employees.drafts import SiteDraft
from models.employees.queries import SiteRow, site_list
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui import keys
from tui.panes import Pane
from tui.widgets.checked import CheckedInput
from tui.widgets.columns import Column
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of
from tui.widgets.inputs import TextInput
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable


class SiteForm(FormScreen[str]):
    """The name and the time zone of a site."""

    def __init__(self, book: Book, row: SiteRow) -> None:
        """Change `row`."""
        super().__init__({"name": row.name, "timezone": row.timezone})
        self._book = book
        self._row = row

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Change the site {name}").format(name=self._row.name)

    def fields(self) -> Sequence[Field]:
        """Name and zone."""
        zone = CheckedInput(fields.timezone, required=True, max_length=64)
        return [
            Field("name", N_("Name"), TextInput(max_length=80, required=True)),
            Field("timezone", N_("Time zone"), zone, N_("For shifts from now on: Asia/Seoul")),
        ]

    def save(self, values: dict[str, str]) -> str:
        """Change the site.

        Raises:
            RefusedError: another site has this name.
        """
        draft = draft_of(SiteDraft, values)
        change_site(self._book, self._row.id, draft)
        return draft.name


class SitesPane(Pane):
    """All sites."""

    TITLE = N_("Sites")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.EDIT.bind(help=N_("Change the marked site's name or time zone."))
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | e, enter | Change the marked site. |
    """

    def make_list(self) -> RecordList[SiteRow]:
        """The list, by name."""
        return RecordList(
            (
                Column[SiteRow]("name", N_("Site"), lambda r: r.name, 20, 2),
                Column[SiteRow]("timezone", N_("Time zone"), lambda r: r.timezone, 22, 1),
                Column[SiteRow]("now", N_("Time now"), _time_now, 8),
                Column[SiteRow](
                    "employees", N_("Employees"), lambda r: str(r.employees), 9, align="right"
                ),
            ),
            key=lambda row: row.id,
            source=self._source,
            empty=N_("No sites yet. Enter one with an employee, and it is here."),
        )

    def _source(self, query: ListQuery) -> Records[SiteRow]:
        return site_list(self.book, search=query.search)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[SiteRow]) -> None:
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Change the marked site."""
        if (row := self.records.row) is not None:
            self.app.push_screen(SiteForm(self.book, row))


def _time_now(row: SiteRow) -> str:
    return datetime.now(ZoneInfo(row.timezone)).strftime("%H:%M")
