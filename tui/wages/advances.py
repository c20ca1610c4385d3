"""Advances: money given before payday, and what is still owed of it."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.book.settings import Programme
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.advances.actions import remove_advances
from models.wages.advances.queries import Status, advances
from models.wages.advances.rows import AdvanceRow
from tui import keys
from tui.record_pane import RecordPane
from tui.text import clean, safe
from tui.wages.advance_form import AdvanceForm, SettleForm
from tui.wages.advance_screen import AdvanceScreen
from tui.wages.advance_words import advance_facts, next_words, tone_of
from tui.wages.words import amount
from tui.widgets.columns import Column
from tui.widgets.facts import facts, titled
from tui.widgets.form import FormScreen
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import MadeRecords, Records


def _owed(row: AdvanceRow) -> str:
    return amount(row.outstanding, row.currency) if row.outstanding else _("repaid")


_COLUMNS = (
    Column[AdvanceRow](
        "number", N_("No."), lambda r: str(r.id), width=4, align="right", sortable="number"
    ),
    Column[AdvanceRow]("day", N_("Given on"), lambda r: r.day.isoformat(), 10, sortable="day"),
    Column[AdvanceRow]("employee", N_("Employee"), lambda r: r.employee, 8, sortable="employee"),
    Column[AdvanceRow]("work_name", N_("Name"), lambda r: r.work_name, 8, 1, sortable="work_name"),
    Column[AdvanceRow](
        "kind", N_("Kind"), lambda r: r.kind_label, 16, sortable="kind", from_width=90
    ),
    Column[AdvanceRow](
        "amount",
        N_("Amount"),
        lambda r: amount(r.amount, r.currency),
        width=10,
        align="right",
        sortable="amount",
    ),
    Column[AdvanceRow](
        "outstanding",
        N_("Owed"),
        _owed,
        width=10,
        align="right",
        sortable="outstanding",
        tone=tone_of,
    ),
    Column[AdvanceRow](
        "next", N_("Next due"), lambda r: r.next_due.isoformat() if r.next_due else "", width=10
    ),
)


class AdvancesPane(RecordPane):
    """Advances and what is owed of them."""

    TITLE = N_("Advances")
    KIND = "advances"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.REPAY,
        keys.FILTER.bind(help=N_("Show all advances, or only those still owed.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | r | Write down what was repaid by hand. |
    | f | Show all, or only those still owed. |
    """

    def __init__(self) -> None:
        """Show what is still owed."""
        self._status: Status = "open"
        super().__init__()
        self.records.table.opens = True

    def make_list(self) -> RecordList[AdvanceRow]:
        """Advances, newest first."""
        return RecordList(
            _COLUMNS,
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="day", descending=True),
            empty=N_("Nothing is owed. Press n to write an advance down, f to see all."),
        )

    def _source(self, query: ListQuery) -> Records[AdvanceRow]:
        status = self._status
        return MadeRecords(
            lambda: advances(
                self.book,
                status=status,
                search=query.search,
                order=query.sort or "day",
                descending=query.descending,
            )
        )

    def on_mount(self) -> None:
        """Say which are shown."""
        self._describe()

    def _describe(self) -> None:
        words = {"open": _("still owed"), "all": _("all"), "repaid": _("repaid")}
        self.records.describe_filter(words[self._status])

    def action_filter(self) -> None:
        """Show all, or only those still owed."""
        self._status = "all" if self._status == "open" else "open"
        self._describe()
        self.records.refresh_records()

    def about(self, row: AdvanceRow) -> Content:
        """The whole of it."""
        title = _("Advance {number}").format(number=row.id)
        said = Content(f"\n{clean(next_words(row))}\n{clean(row.note)}")
        return titled(title, facts(advance_facts(row)), said)

    def brief(self, row: AdvanceRow) -> Content:
        """What kind it is, what comes next, and the note."""
        said = (row.kind_label, next_words(row), row.note)
        return safe(" · ".join(part for part in said if part))

    def form(
        self, programme: Programme, row: AdvanceRow | None, *, change: bool
    ) -> FormScreen[int]:
        """The form."""
        return AdvanceForm(self.book, self.today, programme, row, change=change)

    def remover(self, row: AdvanceRow) -> tuple[str, Callable[[], None]]:
        """The question before one is removed, and what removes it."""
        question = _("Remove this advance of {code}, {amount} {currency}?").format(
            code=row.employee, amount=amount(row.amount, row.currency), currency=row.currency
        )
        return question, partial(remove_advances, self.book, [row.id])

    def action_repay(self) -> None:
        """Write down what was repaid by hand."""
        row = self.records.row
        if row is not None and row.outstanding:
            self.app.push_screen(SettleForm(self.book, self.today, row), self._after_form)

    def _after_form(self, result: object) -> None:
        super()._after_form(result)
        if result is not None:
            self.records.seek(result)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[AdvanceRow]) -> None:
        event.stop()
        event.prevent_default()
        self.app.push_screen(AdvanceScreen(event.row.id))
