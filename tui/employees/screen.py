"""The employees: a list, and each of them one key away."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from models.employees.queries import EmployeeRow, TermsRow, employees, newest_terms, sites
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import rate_text
from models.wages.wording import basis_label
from tui import keys
from tui.employees.employee_screen import EmployeeScreen, edit_employee
from tui.employees.filtering import EmployeeFilter, EmployeeFilterForm
from tui.employees.forms import EmployeeForm, Known, employee_values, read_known, terms_values
from tui.employees.words import days_words, employee_facts, pay_words
from tui.exchange.exporting import export_records
from tui.exchange.importing import import_records
from tui.panes import Pane
from tui.section import SectionScreen
from tui.text import safe
from tui.widgets.choose import Choose
from tui.widgets.columns import Column
from tui.widgets.facts import facts, titled
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import Records

Row = EmployeeRow

KINDS: Final = {
    "employees": N_("Employees, with their first pay terms"),
    "terms": N_("Pay terms"),
}


class EmployeesPane(Pane):
    """The list of employees."""

    TITLE = N_("Employees")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.NEW.bind(help=N_("Take on an employee.")),
        keys.EDIT.bind(help=N_("Change what is said of the employee."), footer=False),
        keys.COPY.bind(help=N_("Take on another one like this.")),
        keys.FILTER,
        keys.IMPORT,
        keys.EXPORT,
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | n | Take on an employee. |
    | e | Change what is said of the employee. |
    | d | Take on another one like this. |
    | f | Choose who is shown. |
    | i | Import employees or pay terms. |
    | x | Export them. |
    """

    def __init__(self) -> None:
        """Show who works here now."""
        self.filter = EmployeeFilter()
        super().__init__()

    def make_list(self) -> RecordList[Row]:
        """The list; it shows who works here now."""
        return RecordList(
            (
                Column[Row]("code", N_("Code"), lambda r: r.code, 6, sortable="code"),
                Column[Row](
                    "work_name", N_("Name"), lambda r: r.work_name, 11, 3, sortable="work_name"
                ),
                Column[Row]("site", N_("Site"), lambda r: r.site, 11, 2, sortable="site"),
                Column[Row]("basis", N_("Basis"), _basis, 10, sortable="basis"),
                Column[Row]("pay", N_("Pay"), _pay, 12, align="right"),
                Column[Row](
                    "joined_on", N_("Since"), self._days, 14, from_width=74, sortable="joined_on"
                ),
            ),
            key=lambda row: row.code,
            source=self._source,
            query=ListQuery(sort="code"),
            empty=N_("Nobody is shown. n takes on an employee, i imports a file, f shows others."),
        )

    def _source(self, query: ListQuery) -> Records[Row]:
        return employees(
            self.book,
            on=self.today,
            search=query.search,
            status=self.filter.status,
            site=self.filter.site,
            basis=self.filter.basis,
            order=query.sort or "code",
            descending=query.descending,
        )

    def _days(self, row: Row) -> str:
        return days_words(row, self.today)

    def on_mount(self) -> None:
        """Say who is shown."""
        self.records.describe_filter(self.filter.in_words())

    def about(self, row: Row) -> Content:
        """Everything about the employee that the list has no room for."""
        return titled(f"{row.code}  {row.work_name}", Content(""), facts(employee_facts(row)))

    def brief(self, row: Row) -> Content:
        """Pay and days."""
        return safe(f"{pay_words(row)} · {days_words(row, self.today)}")

    # Opening and changing.

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[Row]) -> None:
        event.stop()
        self.app.push_screen(EmployeeScreen(event.row.code))

    def action_new(self) -> None:
        """Take on an employee."""
        self._ask_for_new({})

    def _ask_for_new(self, initial: Mapping[str, str]) -> None:
        def show(known: Known) -> None:
            form = EmployeeForm(self.book, known, today=self.today, initial=initial)
            self.app.push_screen(form, self._added)

        self.host.do(lambda: read_known(self.book), show, group="form")

    def _added(self, code: str | None) -> None:
        if code is not None:
            self.host.notify(_("{code} was added.").format(code=code), markup=False)

    def action_edit(self) -> None:
        """Change what is said of the employee."""
        if (row := self.records.row) is not None:
            edit_employee(self.host, row)

    def action_copy(self) -> None:
        """Take on another one with the same site, language and terms."""
        row = self.records.row
        if row is None:
            return

        def show(found: TermsRow | None) -> None:
            same = ("site", "language", "age_band", "payment_method")
            values = {name: employee_values(row)[name] for name in same}
            self._ask_for_new({**values, **(terms_values(found) if found else {})})

        self.host.do(lambda: newest_terms(self.book, row.code), show, group="form")

    # The list.

    def action_filter(self) -> None:
        """Choose who is shown."""

        def use(chosen: EmployeeFilter | None) -> None:
            if chosen is not None:
                self.filter = chosen
                self.records.describe_filter(chosen.in_words())
                self.records.refresh_records()

        self.host.do(
            lambda: list(sites(self.book)),
            lambda names: self.app.push_screen(EmployeeFilterForm(self.filter, names), use),
            group="form",
        )

    def action_import(self) -> None:
        """Import employees or pay terms."""
        self._choose_kind(
            _("What is in the file?"), lambda kind: import_records(self.host, kind, self.reload)
        )

    def action_export(self) -> None:
        """Export employees or pay terms."""
        self._choose_kind(_("What is exported?"), lambda kind: export_records(self.host, kind))

    def _choose_kind(self, question: str, then: Callable[[str], None]) -> None:
        answers = [(_(label), kind) for kind, label in KINDS.items()]
        self.app.push_screen(Choose(question, answers), lambda kind: then(kind) if kind else None)


class EmployeesScreen(SectionScreen):
    """The section of the employees."""

    SECTION = "employees"

    def compose_body(self) -> ComposeResult:
        """The list."""
        yield EmployeesPane()

    def reload(self) -> None:
        """Read the list anew."""
        for pane in self.query(EmployeesPane):
            pane.reload()


def _basis(row: Row) -> str:
    return basis_label(row.basis) if row.basis else ""


def _pay(row: Row) -> str:
    if not row.rate or row.currency is None:
        return "–"
    return f"{rate_text(row.rate, row.currency, grouped=True)} {row.currency}"
