"""The command for the monthly sales summary."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.files import file_of, refuse_unless_sheet
from tui.commands.opening import opened
from tui.commands.parsing import Commands
from tui.commands.progress import progress
from tui.commands.values import a_month

if TYPE_CHECKING:
    from models.book.book import Book
    from models.periods import Period
    from models.sales.figures import SalesSummary


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    summary = commands.add("sales-summary", _("a month's sales"), _sales_summary)
    summary.add_argument("month", metavar="YYYY-MM", type=a_month, help=_("the month"))
    summary.add_argument(
        "--out", type=Path, metavar="FILE.(pdf|xlsx|csv)", help=_("write it to this file")
    )


def _sales_summary(arguments: argparse.Namespace, console: Console) -> int:
    out: Path | None = arguments.out
    refuse_unless_sheet(out)
    with opened(arguments) as book:
        summaries = _summaries(book, arguments.month)
        header = book.programme().payslip_header
    files = _write(out, summaries, header) if out else []
    if console.json:
        from tui.commands.sales_figures import summaries_document

        document = summaries_document(summaries)
        console.document({**document, "files": [str(file) for file in files]} if out else document)
    elif files:
        console.say(*(_("Written to {file}.").format(file=file) for file in files))
    else:
        from tui.commands.summary_text import summary_lines

        for summary in summaries:
            console.say_all(summary_lines(summary))
    return 0


def _summaries(book: "Book", month: "Period") -> list["SalesSummary"]:
    from models.sales.summary import sales_summaries, with_wages
    from models.wages.queries import wages_gross

    wages = wages_gross(book, month)
    return [
        with_wages(summary, wages.get(summary.currency)) for summary in sales_summaries(book, month)
    ]


def _write(out: Path, summaries: Sequence["SalesSummary"], header: str) -> list[Path]:
    """Write one file for each currency, with the currency in its name where there are several."""
    files = []
    with progress(_("Writing …")):
        for summary in summaries:
            file = file_of(out, summary.currency, alone=len(summaries) == 1)
            _writer(out.suffix.lower(), header)(file, summary)
            files.append(file)
    return files


def _writer(ending: str, header: str) -> "Callable[[Path, SalesSummary], None]":
    if ending == ".pdf":
        from reports.sales_summary import write_sales_summary_pdf

        return lambda path, summary: write_sales_summary_pdf(path, summary, header=header)
    from reports.sales_sheets import write_sales_summary_csv, write_sales_summary_xlsx

    return write_sales_summary_xlsx if ending == ".xlsx" else write_sales_summary_csv
