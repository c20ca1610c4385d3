"""Payslips from the menu of reports: which run, how, where to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.queries import runs
from models.wages.rows import RunRow
from tui.section import BookScreen
from tui.wages.print_form import Found, Look, LookForm, find_printers
from tui.wages.printing import papers_of, put_on_paper
from tui.wages.words import run_label
from tui.widgets.choice import Choice
from tui.widgets.dialogs import Notice
from tui.widgets.field_row import Field

_RUNS = 60


@dataclass(frozen=True, slots=True)
class Chosen:
    """A run, and how its payslips are printed."""

    run: RunRow
    look: Look


class RunForm(LookForm[Chosen]):
    """Which run, and how."""

    def __init__(self, runs_there: Sequence[RunRow], found: Found, last: Mapping[str, str]) -> None:
        """Offer the runs that are there, newest first, and what printers were found."""
        title = _("Payslips of a pay run")
        super().__init__(title, found, last, run=str(runs_there[0].number))
        self._runs = {str(run.number): run for run in runs_there}

    def fields(self) -> Sequence[Field]:
        """The run, and how."""
        offered = [(run_label(run), number) for number, run in self._runs.items()]
        return [
            Field("run", N_("Pay run"), Choice(offered, required=True), wide=True),
            *super().fields(),
        ]

    def save(self, values: dict[str, str]) -> Chosen:
        """Read what was chosen."""
        return Chosen(self._runs[values["run"]], self.look_of(values))


def ask_payslips(screen: BookScreen) -> None:
    """Ask for a run, and how and where to; then print or write its payslips."""
    book = screen.book

    def read() -> tuple[list[RunRow], Found]:
        newest = runs(book).page(0, _RUNS)
        return [run for run in newest if run.status != "void" and run.employees], find_printers()

    def ask(there: tuple[list[RunRow], Found]) -> None:
        if there[0]:
            screen.app.push_screen(RunForm(*there, screen.wagebook.printed_last), go_on)
        else:
            advice = _("Compute one first: press 4 for Wages, then c.")
            screen.app.push_screen(Notice(_("There is no pay run yet."), advice))

    def go_on(chosen: Chosen | None) -> None:
        if chosen is not None:
            put_on_paper(screen, papers_of(screen, chosen.run), chosen.look)

    screen.do(read, ask, group="runs")
