"""Papers about one worker, asked for in one form: printed, or written to a file."""

from datetime import date
from pathlib import Path

from models.book.book import Book
from models.language import gettext as _
from models.wages.income import confirmation
from models.wages.year import year_of, years_of
from reports.printers import Printer
from tui.employees.paper_form import PRINTABLE, Known, Paper, PaperForm
from tui.reports.written import ask_and_write
from tui.section import BookScreen
from tui.wages.print_form import find_printers
from tui.widgets.dialogs import Notice


def ask_paper(screen: BookScreen, code: str, work_name: str) -> None:
    """Ask which paper of an employee, and print it or write it where that is wanted."""
    book, today = screen.book, screen.today

    def read() -> Known:
        found = tuple(find_printers().printers)
        return Known(tuple(years_of(book, code)), book.programme().payslip_header, found)

    def go_on(paper: Paper | None) -> None:
        if paper is None:
            return
        if paper.printer is not None:
            _print(screen, code, paper, paper.printer)
            return
        ask_and_write(
            screen,
            _("Papers of {code}").format(code=code),
            _file_name(code, paper),
            lambda path, _progress: write_paper(book, code, paper, path, today),
        )

    screen.do(
        read,
        lambda known: screen.app.push_screen(PaperForm(code, work_name, known), go_on),
        group="form",
    )


def _print(screen: BookScreen, code: str, paper: Paper, printer: Printer) -> None:
    book, today = screen.book, screen.today

    def job() -> str:
        from reports.printing import print_pdf, refuse_unless_taking

        refuse_unless_taking(printer)
        # Titles of jobs are seen in queues and kept in logs: this one says nothing of the worker.
        content = pdf_of(book, code, paper, today)
        return print_pdf(printer, content, title="Wagebook")

    def tell(name: str) -> None:
        text = _("It is with {printer} as job {job}.").format(printer=printer.name, job=name)
        screen.app.push_screen(Notice(_("The printer has it."), text))

    screen.do_long(_("Printing…"), lambda _progress: job(), tell)


def _file_name(code: str, paper: Paper) -> str:
    who = code.replace("/", "-")
    if paper.kind == "letter":
        return f"letter-{who}.pdf"
    return f"year-{paper.year}-{who}.{paper.kind}"


def pdf_of(book: Book, code: str, paper: Paper, today: date) -> bytes:
    """The letter or the year as PDF; for a worker's thread.

    Raises:
        RefusedError: there is nothing to confirm, or no payslip in the year.
    """
    if paper.kind == "letter":
        from reports.letter import letter_pdf

        of = confirmation(book, code, on=today, months=paper.months)
        name = of.work_name if paper.named == "work" else paper.name
        return letter_pdf(of, language=paper.language, name=name, header=paper.header)
    from reports.year_statement import year_statement_pdf

    year, header = year_of(book, code, paper.year), book.programme().payslip_header
    named = paper.named == "work"
    return year_statement_pdf(year, language=paper.language, header=header, named=named)


def write_paper(book: Book, code: str, paper: Paper, path: Path, today: date) -> None:
    """Write what was asked for; runs in a worker's thread.

    Raises:
        RefusedError: there is nothing to confirm, or no payslip in the year.
        FileRefusedError: the file cannot be written.
    """
    if paper.kind in PRINTABLE:
        from reports.files import write_whole

        write_whole(path, pdf_of(book, code, paper, today))
        return
    from reports.year_sheets import write_year_statement_csv, write_year_statement_xlsx

    year, named = year_of(book, code, paper.year), paper.named == "work"
    if paper.kind == "xlsx":
        write_year_statement_xlsx(path, year, language=paper.language, named=named)
    else:
        write_year_statement_csv(path, year, named=named)
