"""One employee: the facts, and the terms, shifts, pieces and payslips under them."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from models.employees.packs import too_young
from models.employees.queries import EmployeeRow, employee
from models.language import gettext_noop as N_
from tui import keys
from tui.employees.forms import EmployeeForm, Known, employee_values, read_known
from tui.employees.panes import EmployeePiecesPane, EmployeeShiftsPane, PayslipsPane, TermsPane
from tui.employees.papers import ask_paper
from tui.employees.words import employee_facts
from tui.panes import PanedScreen
from tui.section import BookScreen, DetailScreen
from tui.text import safe
from tui.widgets.facts import facts


def edit_employee(
    screen: BookScreen, row: EmployeeRow, done: Callable[[str | None], None] | None = None
) -> None:
    """Change the facts of an employee; `done` gets the code, which may be another one now."""

    def show(known: Known) -> None:
        initial = employee_values(row)
        form = EmployeeForm(
            screen.book, known, today=screen.today, editing=row.code, initial=initial
        )
        screen.app.push_screen(form, done)

    screen.do(lambda: read_known(screen.book), show, group="form")


class EmployeeScreen(PanedScreen, DetailScreen):
    """An employee."""

    SECTION = "employees"
    PANES = (TermsPane, EmployeeShiftsPane, EmployeePiecesPane, PayslipsPane)

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.EDIT.bind(help=N_("Change what is said of the employee.")),
        keys.PRINT.bind(
            label=N_("Papers"), help=N_("Make a statement of a year, or a letter that confirms.")
        ),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | e | Change what is said of the employee. |
    | p | Make a statement of a year, or a letter that confirms. |
    """

    def __init__(self, code: str) -> None:
        """Show the employee with `code`."""
        super().__init__()
        self.code = code
        self.row: EmployeeRow | None = None

    def compose_head(self) -> ComposeResult:
        """Code, name and facts, and what there is to say of the age."""
        yield Static(safe(self.code), classes="record-title", markup=False)
        with Horizontal(classes="record-facts"):
            yield Static("", id="facts-left", markup=False)
            yield Static("", id="facts-right", markup=False)
        yield Static("", classes="record-caution", markup=False)

    def reload(self) -> None:
        """Read the employee and the list that is shown."""
        self.do(self._read, self._show, group="employee")
        super().reload()

    def _read(self) -> tuple[EmployeeRow, str | None]:
        row = employee(self.book, self.code, on=self.today)
        return row, too_young(self.book, self.code, on=self.today)

    def _show(self, known_of: tuple[EmployeeRow, str | None]) -> None:
        row, caution = known_of
        self.row = row
        below = self.query_one(".record-caution", Static)
        below.update(safe(f"! {caution}") if caution else "")
        below.display = caution is not None
        self.query_one(".record-title", Static).update(safe(f"{row.code}  {row.work_name}"))
        known = employee_facts(row)
        half = (len(known) + 1) // 2
        self.query_one("#facts-left", Static).update(facts(known[:half]))
        self.query_one("#facts-right", Static).update(facts(known[half:]))

    def action_edit(self) -> None:
        """Change what is said of the employee."""
        if self.row is not None:
            edit_employee(self, self.row, self._changed)

    def action_print(self) -> None:
        """Make a statement of a year, or a letter that confirms employment and earnings."""
        if self.row is not None:
            ask_paper(self, self.row.code, self.row.work_name)

    def _changed(self, code: str | None) -> None:
        if code is not None:
            self.code = code
            self.reload()
