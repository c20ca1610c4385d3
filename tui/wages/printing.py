"""Payslips on paper or as a PDF file: how, where to, and then the printing or writing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import WagebookError
from models.language import gettext as _
from models.language import ngettext
from models.wages.printed import mark_printed
from models.wages.queries import payslip, payslips
from models.wages.rows import PayslipRow, RunRow
from reports.print_system import PrintError
from reports.printers import Printer
from tui.reports.written import ask_and_write
from tui.section import BookScreen
from tui.wages.print_form import Found, Look, SlipForm, find_printers
from tui.widgets.dialogs import Confirm, Notice
from tui.widgets.progress import Progress


@dataclass(frozen=True, slots=True)
class Papers:
    """What is to be printed.

    Attributes:
        title: What it is, already translated.
        read: Reads the payslips with their lines; called in a worker's thread.
        file: The name that is offered for a file.
    """

    title: str
    read: Callable[[], Sequence[PayslipRow]]
    file: str


def print_run(screen: BookScreen, run: RunRow) -> None:
    """Print the payslips of a run."""
    if run.status == "void" or not run.employees:
        screen.app.push_screen(Notice(_("There is no payslip to print in this run.")))
    else:
        _ask(screen, papers_of(screen, run))


def print_slip(screen: BookScreen, slip: PayslipRow) -> None:
    """Print one payslip."""
    title = _("Payslip {number}").format(number=slip.number)
    file = f"payslip-{slip.number.replace('/', '-')}.pdf"
    book = screen.book
    _ask(screen, Papers(title, lambda: [payslip(book, slip.number)], file))


def papers_of(screen: BookScreen, run: RunRow) -> Papers:
    """The payslips of a run, to be printed."""
    title = _("Payslips of pay run {run}").format(run=run.number)
    file = f"payslips-{run.period.ends_on:%Y-%m}-run-{run.number}.pdf"
    book = screen.book
    return Papers(title, lambda: payslips(book, run.number), file)


def _ask(screen: BookScreen, papers: Papers) -> None:
    """Ask how and where to, then print or write."""

    def go_on(look: Look | None) -> None:
        if look is not None:
            put_on_paper(screen, papers, look)

    def ask(found: Found) -> None:
        form = SlipForm(papers.title, found, screen.wagebook.printed_last)
        screen.app.push_screen(form, go_on)

    screen.do(find_printers, ask, group="printers")


def put_on_paper(screen: BookScreen, papers: Papers, look: Look) -> None:
    """Print, or ask for a path and write a PDF there; the next form begins with this look."""
    screen.wagebook.printed_last = look.texts
    if look.printer is None:
        _write(screen, papers, look)
    else:
        _print(screen, papers, look, look.printer)


def _print(screen: BookScreen, papers: Papers, look: Look, printer: Printer) -> None:
    def job(progress: Progress) -> tuple[int, str]:
        from reports.printing import print_payslips

        slips = papers.read()
        name = print_payslips(printer, slips, **_how(screen, look, progress))
        _mark(screen, slips)
        return len(slips), name

    def tell(done: tuple[int, str]) -> None:
        title = _("The printer has it.")
        screen.app.push_screen(Notice(title, _told(printer, *done)), lambda _: screen.reload())

    def refused(error: WagebookError) -> None:
        if isinstance(error, PrintError):
            _offer_file(screen, papers, look, error)
        else:
            screen.app.push_screen(Notice.of(error))

    screen.do_long(_("Printing payslips…"), job, tell, refused=refused)


def _told(printer: Printer, count: int, job: str) -> str:
    text = ngettext(
        "{n} payslip is with {printer} as job {job}.",
        "{n} payslips are with {printer} as job {job}.",
        count,
    )
    told = text.format(n=count, printer=printer.name, job=job)
    if not printer.is_paused:
        return told
    return "\n".join([told, _("It waits there: the printer is {note}.").format(note=printer.note)])


def _offer_file(screen: BookScreen, papers: Papers, look: Look, error: PrintError) -> None:
    """Say why nothing was printed, and go on to a file if that is wanted."""

    def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
        if sure:
            _write(screen, papers, look)

    detail = _("Do you want a PDF file instead?")
    screen.app.push_screen(Confirm(error.message, detail), answered)


def _write(screen: BookScreen, papers: Papers, look: Look) -> None:
    def write(path: Path, progress: Progress) -> None:
        from reports.payslip import write_payslips

        slips = papers.read()
        write_payslips(path, slips, **_how(screen, look, progress))
        _mark(screen, slips)

    ask_and_write(screen, papers.title, papers.file, write)


def _how(screen: BookScreen, look: Look, progress: Progress) -> dict[str, Any]:
    """What payslips are laid out with, on a printer as in a file."""
    return {
        "layout": look.layout,
        "language": look.language,
        "header": screen.book.programme().payslip_header,
        "on_progress": progress.step,
    }


def _mark(screen: BookScreen, slips: Sequence[PayslipRow]) -> None:
    mark_printed(screen.book, [slip.number for slip in slips], on=screen.today)
