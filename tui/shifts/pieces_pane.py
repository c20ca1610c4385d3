"""The list of pieces made."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.book.records import Records
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import RATE_DECIMALS, decimal_text, quantity_text
from models.wages.queries import PieceRow, pieces
from models.wages.records import remove_pieces
from tui import keys
from tui.employees.picking import candidate
from tui.shifts.piece_form import PieceForm, piece_values
from tui.shifts.repeating import Saved
from tui.shifts.words import held_by
from tui.shifts.work_pane import WorkPane
from tui.striking import dimmed, signed, struck_text
from tui.text import safe
from tui.widgets.columns import Column
from tui.widgets.dates import date_in_words, short_date, weekday_date
from tui.widgets.facts import facts, titled
from tui.widgets.picker import Candidate
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable

Row = PieceRow


class PiecesPane(WorkPane):
    """The pieces made in a period."""

    TITLE = N_("Pieces")
    KIND = "pieces"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.NEW.bind(help=N_("Write down pieces made.")),
        keys.EDIT.bind(help=N_("Change the marked entry.")),
        keys.COPY.bind(help=N_("A new entry like this.")),
        keys.REMOVE.bind(help=N_("Remove the marked entry, or strike it out.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | n | Write down pieces made. |
    | e, enter | Change the marked entry. |
    | d | A new entry like this. |
    | delete | Remove the marked entry, or strike it out. |
    """

    def make_list(self) -> RecordList[Row]:
        """The list, by day."""
        when = weekday_date if self.HAS_PERIOD else short_date
        columns: Sequence[Column[Row]] = (
            Column[Row]("day", N_("Date"), lambda r: when(r.day), 13, sortable="day"),
            *(self._who() if self.HAS_PERIOD else ()),
            Column[Row]("task", N_("Task"), _task, 12, 1, sortable="task"),
            Column[Row](
                "quantity", N_("Quantity"), _quantity, 10, align="right", sortable="quantity"
            ),
            Column[Row]("rate", N_("Rate"), _rate, 8, align="right"),
            Column[Row]("run", N_("Paid by"), _run, 7, from_width=78),
        )
        return RecordList(
            dimmed(columns),
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="day", descending=self.NEWEST_FIRST),
            empty=N_("No pieces here. n writes some down, i imports a file."),
        )

    def _who(self) -> Sequence[Column[Row]]:
        return (
            Column[Row]("employee", N_("Code"), lambda r: r.employee, 7, sortable="employee"),
            Column[Row](
                "work_name", N_("Name"), lambda r: r.work_name, 10, 1, sortable="work_name"
            ),
        )

    def _source(self, query: ListQuery) -> Records[Row]:
        return pieces(
            self.book,
            **self.days,
            employee=self.code,
            search=query.search,
            order=query.sort or "day",
            descending=query.descending,
        )

    def about(self, row: Row) -> Content:
        """Everything about the entry."""
        return titled(
            f"{row.employee}  {row.work_name}",
            Content(""),
            facts(
                [
                    (_("Date"), date_in_words(row.day)),
                    (_("Task"), row.task),
                    (_("Quantity"), _quantity(row)),
                    (_("Rate a piece"), _rate(row)),
                    (_("Paid by"), _run(row)),
                    (_("Struck out"), row.struck_why),
                    (_("Note"), row.note),
                ]
            ),
        )

    def brief(self, row: Row) -> Content:
        """What the columns have no room for."""
        parts = (struck_text(row), _run(row), row.note)
        return safe(" · ".join(part for part in parts if part))

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[Row]) -> None:
        event.stop()
        self.action_edit()

    def action_new(self) -> None:
        """Write down pieces made."""
        initial = {"date": self.first_day.isoformat()}
        self._ask(self.whose, initial, start="date" if self.whose else "")

    def action_copy(self) -> None:
        """Write down an entry like the marked one."""
        if (row := self.records.row) is not None:
            employee = candidate(row.employee, row.work_name)
            self._ask(employee, {**piece_values(row), "note": ""}, start="date")

    def _ask(
        self, employee: Candidate[str] | None, initial: Mapping[str, str], *, start: str
    ) -> None:
        form = PieceForm(
            self.book, today=self.today, employee=employee, initial=initial, start=start
        )
        self.app.push_screen(form, self._saved)

    def _saved(self, saved: Saved | None) -> None:
        if saved is not None and saved.again:
            same = {name: saved.values[name] for name in ("task", "rate")}
            initial = {**same, "date": saved.next_day.isoformat()}
            self._ask(saved.employee, initial, start="quantity")

    def action_edit(self) -> None:
        """Change the marked entry, unless an approved run holds it."""
        row = self.records.row
        if row is None:
            return
        employee, initial = candidate(row.employee, row.work_name), piece_values(row)
        if self.is_closed(row, again=partial(self._ask, employee, initial, start="quantity")):
            return
        form = PieceForm(
            self.book,
            today=self.today,
            employee=employee,
            editing=row.id,
            initial=initial,
            start="quantity",
        )
        self.app.push_screen(form)

    def name_of(self, row: Row) -> str:
        """Whose, when and what."""
        return _name(row)

    def action_remove(self) -> None:
        """Remove the marked entry, after a question."""
        row = self.records.row
        if row is not None and not self.is_closed(row):
            job = partial(remove_pieces, self.book, [row.id])
            self.ask_to_remove(_("Remove these pieces?"), _name(row), job)


def _task(row: Row) -> str:
    return signed(row, row.task)


def _quantity(row: Row) -> str:
    return quantity_text(row.quantity, grouped=True)


def _rate(row: Row) -> str:
    return decimal_text(row.rate, RATE_DECIMALS, grouped=True, keep=2)


def _run(row: Row) -> str:
    return "" if row.run_id is None else held_by(row.run_id)


def _name(row: Row) -> str:
    return f"{row.employee}, {row.day.isoformat()}, {row.task}"
