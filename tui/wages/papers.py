"""The papers of a payday, one after the other."""

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from models.errors import RefusedError
from models.language import gettext as _
from models.wages.cash_kit import cash_kits
from models.wages.journal_queries import run_journal
from models.wages.register import registers
from models.wages.rows import RunRow
from tui.reports.written import ask_and_write
from tui.section import BookScreen, DetailScreen
from tui.text import safe
from tui.wages.printing import print_run
from tui.wages.words import run_title
from tui.widgets.menu import Menu, MenuItem
from tui.widgets.progress import Progress


def _file(row: RunRow, name: str) -> str:
    """`register-2026-05-run-3.pdf`."""
    stem, _dot, ending = name.partition(".")
    return f"{stem}-{row.period.ends_on:%Y-%m}-run-{row.number}.{ending}"


def ask_register(screen: BookScreen, row: RunRow) -> None:
    """Ask for a path, and write the register to sign."""
    book = screen.book

    def write(path: Path, progress: Progress) -> None:
        from reports.register import write_register_pdf

        found, header = registers(book, row.number), book.programme().payslip_header
        write_register_pdf(path, found, header=header, on_progress=progress.step)

    ask_and_write(screen, _("Pay register to sign"), _file(row, "register.pdf"), write)


def ask_cash_sheet(
    screen: BookScreen, row: RunRow, *, notes: str = "", uncollected: bool = False
) -> None:
    """Ask for a path, and write the withdrawal slip with the cash sheet."""
    book = screen.book

    def write(path: Path, progress: Progress) -> None:
        from reports.cash_sheet import write_cash_sheet_pdf

        kits = cash_kits(book, row.number, notes=notes, uncollected=uncollected)
        header = book.programme().payslip_header
        write_cash_sheet_pdf(path, kits, header=header, on_progress=progress.step)

    ask_and_write(screen, _("Withdrawal slip and cash sheet"), _file(row, "cash.pdf"), write)


def ask_labels(screen: BookScreen, row: RunRow) -> None:
    """Ask for a path, and write the labels of the envelopes."""
    book = screen.book

    def write(path: Path, _progress: Progress) -> None:
        from reports.cash_labels import write_envelope_labels

        kits = cash_kits(book, row.number)
        if not any(kit.employees for kit in kits):
            raise RefusedError(_("There is nobody to make an envelope for."))
        write_envelope_labels(path, kits)

    ask_and_write(screen, _("Envelope labels"), _file(row, "envelopes.pdf"), write)


def ask_journal(screen: BookScreen, row: RunRow, form: str, ending: str) -> None:
    """Ask for a path, and write the journal of the run in a `form` of `reports.journal`."""
    book = screen.book

    def write(path: Path, _progress: Progress) -> None:
        from reports.journal import write_journal

        write_journal(path, run_journal(book, row.number), form)

    ask_and_write(screen, _("Journal of the run"), _file(row, f"journal.{ending}"), write)


_ASKS: dict[str, Callable[[BookScreen, RunRow], None]] = {
    "payslips": print_run,
    "register": ask_register,
    "cash": ask_cash_sheet,
    "labels": ask_labels,
}


class PapersScreen(DetailScreen):
    """What there is to print for a payday."""

    SECTION = "wages"

    def __init__(self, row: RunRow) -> None:
        """Offer the papers of a run."""
        super().__init__()
        self._run = row

    def compose_body(self) -> ComposeResult:
        """The run and its papers."""
        with Vertical(classes="head"):
            yield Static(safe(run_title(self._run), "bold"), classes="head-title", markup=False)
            if self._run.status == "draft":
                later = _("The cash sheet and the labels come once the run is approved.")
                yield Static(safe(later, "$muted"), classes="head-sums", markup=False)
        yield Menu(self._items())

    def _items(self) -> list[MenuItem]:
        payslips = MenuItem(
            "payslips",
            _("Payslips"),
            _("On a printer or as PDF, in each worker's language."),
        )
        register = MenuItem(
            "register",
            _("Pay register to sign"),
            _("PDF: a line for each worker, with room for a signature."),
        )
        if self._run.status == "draft":
            return [payslips, register]
        return [
            payslips,
            register,
            MenuItem(
                "cash",
                _("Withdrawal slip and cash sheet"),
                _("PDF: the notes and coins to fetch, and who gets which."),
            ),
            MenuItem("labels", _("Envelope labels"), _("PDF: a label for each envelope of cash.")),
        ]

    def on_mount(self) -> None:
        """Begin on the first paper."""
        self.query_one(Menu).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        _ASKS[event.option_id or ""](self, self._run)
