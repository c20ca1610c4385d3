"""The audit: what was done to the book, and when."""

import json
from typing import ClassVar

from textual import on
from textual.content import Content

from models.book.audit import AuditRow
from models.book.queries import audit_entries
from models.book.records import Records
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui.panes import Pane
from tui.settings.words import action_words
from tui.text import safe
from tui.widgets.columns import Column
from tui.widgets.dialogs import Notice
from tui.widgets.facts import facts, titled
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable


class AuditPane(Pane):
    """Every change of the book, newest first."""

    TITLE: ClassVar[str] = N_("Audit")

    def make_list(self) -> RecordList[AuditRow]:
        """The list."""
        return RecordList(
            (
                Column[AuditRow](
                    "id", N_("No."), lambda r: str(r.id), 6, align="right", from_width=78
                ),
                Column[AuditRow]("at", N_("When (UTC)"), _when, 16, sortable="at"),
                Column[AuditRow]("action", N_("What was done"), _what, 22, 1),
                Column[AuditRow]("subject", N_("To what"), lambda r: r.subject, 10, 1),
                Column[AuditRow]("details", N_("Details"), _details, 18, 2, from_width=70),
            ),
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="at", descending=True),
            empty=N_("Nothing was done yet."),
        )

    def _source(self, query: ListQuery) -> Records[AuditRow]:
        return audit_entries(self.book, search=query.search, descending=query.descending)

    def about(self, row: AuditRow) -> Content:
        """The whole entry with its seal."""
        return titled(_what(row), Content(""), facts(_facts(row)))

    def brief(self, row: AuditRow) -> Content:
        """The details, which may be cut in their column."""
        return safe(" · ".join(part for part in (row.subject, _details(row)) if part))

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[AuditRow]) -> None:
        event.stop()
        self.app.push_screen(Notice(_what(event.row), facts(_facts(event.row)).plain))


def _facts(row: AuditRow) -> list[tuple[str, str]]:
    return [
        (_("No."), str(row.id)),
        (_("When (UTC)"), _when(row)),
        (_("To what"), row.subject),
        (_("Details"), _details(row)),
        (_("Seal"), row.hash[:24]),
    ]


def _when(row: AuditRow) -> str:
    return row.at[:16].replace("T", " ")


def _what(row: AuditRow) -> str:
    return action_words(row.action)


def _details(row: AuditRow) -> str:
    values = json.loads(row.details)
    return ", ".join(f"{name} {value}" for name, value in values.items())
