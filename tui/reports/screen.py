"""Reports: the papers and files that can be made, and what each will contain."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from models.language import gettext as _
from tui.reports.journal_files import ask_journal
from tui.reports.payslip_files import ask_payslips
from tui.reports.record_files import ask_records
from tui.reports.sales_files import ask_summary_file
from tui.reports.year_files import ask_year_register
from tui.section import SectionScreen
from tui.widgets.menu import Menu, MenuItem


class ReportsScreen(SectionScreen):
    """A menu of papers."""

    SECTION = "reports"

    def compose_body(self) -> ComposeResult:
        """The papers."""
        yield Static(_("What do you want on paper, or in a file?"), classes="menu-title")
        yield Menu(
            [
                MenuItem(
                    "payslips",
                    _("Payslips of a pay run"),
                    _("PDF: every line and how it was computed, in each worker's language."),
                ),
                MenuItem(
                    "sales",
                    _("Monthly sales summary"),
                    _("PDF, spreadsheet or text: totals, days, products, channels, makers."),
                ),
                MenuItem(
                    "journal",
                    _("Entries for the books"),
                    _("Journal of wages for hledger and beancount, or as text."),
                ),
                MenuItem(
                    "year",
                    _("Register of a year"),
                    _("PDF, spreadsheet or text: months and items, in all and for each site."),
                ),
                MenuItem(
                    "records",
                    _("Records of a period"),
                    _("Spreadsheet or text of any list; it can be imported again."),
                ),
            ]
        )
        with Vertical(classes="elsewhere"):
            yield Static(
                _("Register to sign, cash sheet, labels: 4 Wages, y on a pay run, then p."),
                markup=False,
            )
            yield Static(
                _("Year and letter of one worker: 2 Employees, Enter on them, then p."),
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin on the first paper."""
        self.query_one(Menu).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        {
            "payslips": ask_payslips,
            "sales": ask_summary_file,
            "journal": ask_journal,
            "year": ask_year_register,
            "records": ask_records,
        }[event.option_id or ""](self)
