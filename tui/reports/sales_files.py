"""The month's sales summary as a file: which form, where to, and then the writing."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import Period, month_before, month_of
from models.sales.figures import SalesSummary
from models.sales.summary import sales_summaries, with_wages
from models.wages.queries import wages_gross
from reports.wording import month_text
from tui.reports.written import FORMS, ask_and_write
from tui.section import BookScreen
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.progress import Progress

_MONTHS = 24

Chosen = tuple[Period, str]


class SummaryForm(FormScreen[Chosen]):
    """Which month, and in which form."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, month: Period, newest: Period) -> None:
        """Offer `month`, and the months before `newest`."""
        super().__init__({"month": month.starts_on.isoformat()})
        self._month = month
        self._newest = newest

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Monthly sales summary")

    def fields(self) -> Sequence[Field]:
        """The month and the form."""
        months = [self._newest]
        while len(months) < _MONTHS or months[-1] > self._month:
            months.append(month_before(months[-1]))
        if self._month not in months:
            months.insert(0, self._month)
        offered = [(month_text(month), month.starts_on.isoformat()) for month in months]
        forms = [(_(label), ending) for ending, label in FORMS.items()]
        return [
            Field("month", N_("Month"), Choice(offered, required=True)),
            Field("form", N_("File"), Choice(forms, value="pdf", required=True)),
        ]

    def save(self, values: dict[str, str]) -> Chosen:
        """Read what was chosen."""
        return month_of(date.fromisoformat(values["month"])), values["form"]


def ask_summary_file(screen: BookScreen, month: Period | None = None) -> None:
    """Ask for month, form and path, then write the summary.

    Args:
        screen: The screen over which this happens.
        month: The month to offer; the one before today's unless given.
    """
    newest = month_of(screen.today)

    def go_on(chosen: Chosen | None) -> None:
        if chosen is not None:
            _ask_path(screen, *chosen)

    screen.app.push_screen(SummaryForm(month or month_before(newest), newest), go_on)


def _ask_path(screen: BookScreen, month: Period, ending: str) -> None:
    book = screen.book
    ask_and_write(
        screen,
        _("Sales of {month}").format(month=month_text(month)),
        f"sales-{month.starts_on:%Y-%m}.{ending}",
        lambda path, progress: write_summary(book, month, path, ending, progress),
    )


def read_summaries(book: Book, month: Period) -> list[SalesSummary]:
    """The month's summaries with its wages; reads the book, so only for workers."""
    wages = wages_gross(book, month)
    found = sales_summaries(book, month)
    return [with_wages(summary, wages.get(summary.currency)) for summary in found]


def write_summary(book: Book, month: Period, path: Path, ending: str, progress: Progress) -> None:
    """Write the summary of `month`; runs in a worker's thread.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    summaries = read_summaries(book, month)
    progress.step(0, 0)
    if ending == "pdf":
        from reports.sales_summary import write_sales_summary_pdf

        header = book.programme().payslip_header
        write_sales_summary_pdf(path, summaries, header=header, on_progress=progress.step)
    elif ending == "xlsx":
        from reports.sales_sheets import write_sales_summary_xlsx

        write_sales_summary_xlsx(path, summaries)
    else:
        from reports.sales_sheets import write_sales_summary_csv

        write_sales_summary_csv(path, summaries)
