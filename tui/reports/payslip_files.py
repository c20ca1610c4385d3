"""Payslips from the menu of reports: which run, how, where to."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.queries import payslips, runs
from models.wages.rows import RunRow
from models.wages.wording import run_status_label
from reports.wording import period_text
from tui.section import BookScreen
from tui.wages.printing import Look, ask_path, look_fields, look_of, run_file
from tui.widgets.choice import Choice
from tui.widgets.dialogs import Notice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen

_RUNS = 60


@dataclass(frozen=True, slots=True)
class Chosen:
    """A run, and how its payslips are printed."""

    run: RunRow
    look: Look


class RunForm(FormScreen[Chosen]):
    """Which run, and how."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, found: Sequence[RunRow]) -> None:
        """Offer the runs that were `found`, newest first."""
        super().__init__({"run": str(found[0].number)})
        self._runs = {str(run.number): run for run in found}

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Payslips of a pay run")

    def fields(self) -> Sequence[Field]:
        """The run, paper and language."""
        offered = [(_label(run), number) for number, run in self._runs.items()]
        runs_there = Choice(offered, required=True)
        return [Field("run", N_("Pay run"), runs_there, wide=True), *look_fields()]

    def save(self, values: dict[str, str]) -> Chosen:
        """Read what was chosen."""
        return Chosen(self._runs[values["run"]], look_of(values))


def _label(run: RunRow) -> str:
    return f"{run.number} · {period_text(run.period)} · {run_status_label(run.status)}"


def ask_payslips(screen: BookScreen) -> None:
    """Ask for a run, layout, language and path, then write its payslips."""
    book = screen.book

    def read() -> list[RunRow]:
        return [run for run in runs(book).page(0, _RUNS) if run.status != "void" and run.employees]

    def ask(found: list[RunRow]) -> None:
        if found:
            screen.app.push_screen(RunForm(found), go_on)
        else:
            advice = _("Compute one first: press 4 for Wages, then c.")
            screen.app.push_screen(Notice(_("There is no pay run yet."), advice))

    def go_on(chosen: Chosen | None) -> None:
        if chosen is not None:
            run = chosen.run
            title = _("Payslips of pay run {run}").format(run=run.number)
            ask_path(screen, title, lambda: payslips(book, run.number), run_file(run), chosen.look)

    screen.do(read, ask, group="runs")
