"""The register of a year from the menu of reports: which year, which site, where to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.book.book import Book
from models.employees.queries import sites
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.queries import runs
from models.wages.year_register import year_register
from tui.reports.journal_files import is_booked
from tui.reports.written import FORMS, ask_and_write
from tui.section import BookScreen
from tui.widgets.choice import Choice
from tui.widgets.dialogs import Notice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.progress import Progress


@dataclass(frozen=True, slots=True)
class Chosen:
    """A year, of one site or (None) of all of them, and the ending of the file."""

    year: int
    site: str | None
    ending: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the form offers: years that were paid, the newest first, and sites."""

    years: Sequence[int]
    sites: Sequence[str]


class YearForm(FormScreen[Chosen]):
    """Which year, which site, and in which form."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, known: Known) -> None:
        """Offer the newest year of all sites."""
        super().__init__({"year": str(known.years[0])})
        self._known = known

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Register of a year")

    def fields(self) -> Sequence[Field]:
        """The year, the site and the form."""
        years = [(str(year), str(year)) for year in self._known.years]
        places = [(site, site) for site in self._known.sites]
        forms = [(_(label), ending) for ending, label in FORMS.items()]
        return [
            Field("year", N_("Year"), Choice(years, required=True)),
            Field("site", N_("Site"), Choice(places), N_("Nothing chosen: all sites.")),
            Field("form", N_("File"), Choice(forms, value="pdf", required=True)),
        ]

    def save(self, values: dict[str, str]) -> Chosen:
        """Read what was chosen."""
        return Chosen(int(values["year"]), values["site"] or None, values["form"])


def ask_year_register(screen: BookScreen) -> None:
    """Ask for year, site, form and path, then write the register."""
    book = screen.book

    def read() -> Known:
        years = {run.period.ends_on.year for run in runs(book).all() if is_booked(run)}
        return Known(sorted(years, reverse=True), sites(book))

    def ask(known: Known) -> None:
        if known.years:
            screen.app.push_screen(YearForm(known), go_on)
        else:
            advice = _("A year has one once a pay run of it is approved.")
            screen.app.push_screen(Notice(_("There is no approved pay run yet."), advice))

    def go_on(chosen: Chosen | None) -> None:
        if chosen is not None:
            ask_and_write(
                screen,
                _("Register of a year"),
                f"register-{chosen.year}.{chosen.ending}",
                lambda path, progress: _write(book, chosen, path, progress),
            )

    screen.do(read, ask, group="runs")


def _write(book: Book, chosen: Chosen, path: Path, progress: Progress) -> None:
    """Write the register; runs in a worker's thread.

    Raises:
        NotFoundError: the site has no payslip in that year.
        FileRefusedError: the file cannot be written.
    """
    found = year_register(book, chosen.year, site=chosen.site)
    progress.step(0, 0)
    if chosen.ending == "pdf":
        from reports.year_register import write_year_register_pdf

        write_year_register_pdf(path, found, header=book.programme().payslip_header)
    elif chosen.ending == "xlsx":
        from reports.year_register_sheets import write_year_register_xlsx

        write_year_register_xlsx(path, found)
    else:
        from reports.year_register_sheets import write_year_register_csv

        write_year_register_csv(path, found)
