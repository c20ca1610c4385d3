"""The list of pay runs."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.queries import runs
from models.wages.rows import RunRow
from models.wages.wording import run_status_label
from reports.wording import period_text
from tui import keys
from tui.panes import Pane
from tui.wages.compute import start_compute
from tui.wages.payday import PaydayScreen
from tui.wages.printing import print_run
from tui.wages.run_screen import RunScreen
from tui.wages.words import amount, kind_text, people_text, run_title, tone_of, totals, way
from tui.widgets.columns import Column
from tui.widgets.facts import facts, titled
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import MadeRecords, Records

_COLUMNS = (
    Column[RunRow]("number", N_("No."), lambda r: str(r.number), width=4, align="right"),
    Column[RunRow]("period", N_("Period"), lambda r: period_text(r.period), width=16, flex=1),
    Column[RunRow]("kind", N_("Kind"), kind_text, width=9, from_width=88),
    Column[RunRow](
        "status", N_("Status"), lambda r: run_status_label(r.status), width=8, tone=tone_of
    ),
    Column[RunRow]("people", N_("People"), lambda r: str(r.employees), width=6, align="right"),
    Column[RunRow](
        "gross", N_("Gross"), lambda r: amount(r.gross, r.currency), width=11, align="right"
    ),
    Column[RunRow]("net", N_("Net"), lambda r: amount(r.net, r.currency), width=11, align="right"),
    Column[RunRow](
        "aside",
        N_("Aside"),
        lambda r: str(r.set_aside or ""),
        width=5,
        align="right",
        from_width=88,
        tone=lambda _run: "bad",
    ),
)


class RunsPane(Pane):
    """Pay runs, newest first."""

    TITLE = N_("Pay runs")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.COMPUTE.bind(help=N_("Compute a draft of the wages of a period.")),
        keys.PAYDAY.bind(help=N_("Walk through the payday of the marked run, or begin one.")),
        keys.PRINT.bind(help=N_("Print the payslips of the run, or make a PDF of them.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | c | Compute a draft. |
    | y | The payday of the marked run; where there is none, a new one. |
    | p | Print the payslips of the marked run. |
    """

    def __init__(self) -> None:
        """Make the list; which run is the newest is known once it was read."""
        super().__init__()
        self._newest: int | None = None

    def make_list(self) -> RecordList[RunRow]:
        """Runs by their numbers."""
        return RecordList(
            _COLUMNS,
            key=lambda run: run.number,
            source=self._source,
            empty=N_("No pay run yet. Press c to compute the wages of a period."),
        )

    def _source(self, query: ListQuery) -> Records[RunRow]:
        return MadeRecords(lambda: runs(self.book, search=query.search))

    @on(RecordTable.Counted)
    def _go_to_newest(self) -> None:
        """Go on with a run that was computed since, here or on another screen."""
        first = self.records.table.pages.row(0)
        newest = first.number if first is not None else 0
        if self._newest is not None and newest > self._newest:
            self.records.table.cursor = 0
        self._newest = max(newest, self._newest or 0)

    def about(self, row: RunRow) -> Content:
        """What kind of run, its sums and what to look at."""
        return titled(
            run_title(row),
            Content.assemble(way(row), "\n"),
            facts(
                [
                    (_("Kind"), people_text(row)),
                    (_("People"), str(row.employees)),
                    *totals(row),
                    (_("Set aside"), str(row.set_aside or "")),
                ]
            ),
        )

    def brief(self, row: RunRow) -> Content:
        """The same in one line."""
        return Content.assemble((people_text(row), "$muted"), "   ", way(row))

    def action_compute(self) -> None:
        """Compute a draft."""
        start_compute(self.host)

    def action_payday(self) -> None:
        """Walk through the payday of the marked run, or begin one."""
        row = self.records.row
        self.app.push_screen(PaydayScreen(row.number if row else None))

    def action_print(self) -> None:
        """Print the payslips of the marked run."""
        if (row := self.records.row) is not None:
            print_run(self.host, row)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[RunRow]) -> None:
        event.stop()
        self.app.push_screen(RunScreen(event.row.number))
