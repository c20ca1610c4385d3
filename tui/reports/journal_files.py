"""Entries for the books from the menu of reports: of which run, and for which program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.journal import Journal
from models.wages.journal_queries import advance_journal, run_journal
from models.wages.queries import runs
from models.wages.rows import RunRow
from tui.reports.days import DAYS, day_fields, month_before_this, read_days
from tui.reports.written import ask_and_write
from tui.section import BookScreen
from tui.wages.words import run_label
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.progress import Progress

_ADVANCES: Final = "advances"
_FORMS: Final = {
    "hledger": (N_("hledger, Ledger"), ".journal"),
    "beancount": (N_("beancount"), ".beancount"),
    "csv": (N_("Text file (CSV)"), ".csv"),
}
_RUNS: Final = 60


@dataclass(frozen=True, slots=True)
class Chosen:
    """A run, or None for advances given in some days; the format, and whether codes are named."""

    run: int | None
    form: str
    by_employee: bool
    first: date | None = None
    last: date | None = None

    @property
    def name(self) -> str:
        """What the file is called unless said otherwise."""
        what = f"run-{self.run}" if self.run else _ADVANCES
        return f"journal-{what}{_FORMS[self.form][1]}"

    def read(self, book: Book) -> Journal:
        """The entries; reads the book, so only for workers.

        Raises:
            RefusedError: nothing of the run belongs in the books.
        """
        if self.run:
            return run_journal(book, self.run, by_employee=self.by_employee)
        return advance_journal(book, first=self.first, last=self.last, by_employee=self.by_employee)


class JournalForm(FormScreen[Chosen]):
    """Which entries, and how."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, there: Sequence[RunRow], today: date) -> None:
        """Offer runs, newest first, and the advances of the month before today's."""
        first = str(there[0].number) if there else _ADVANCES
        days = month_before_this(today)
        super().__init__({"what": first, "form": "hledger", "names": "no", **days})
        self._runs = there
        self._today = today

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Entries for the books")

    def fields(self) -> Sequence[Field]:
        """What is entered, for which program, and whose."""
        offered = [(run_label(run), str(run.number)) for run in self._runs]
        offered.append((_("Advances given, and repaid by hand"), _ADVANCES))
        forms = [(_(label), form) for form, (label, _ending) in _FORMS.items()]
        names = [(_("totals, which name nobody"), "no"), (_("by the code of employees"), "yes")]
        return [
            Field("what", N_("Entries of"), Choice(offered, required=True), wide=True),
            *day_fields(self._today),
            Field("form", N_("File for"), Choice(forms, required=True)),
            Field("names", N_("Amounts"), Choice(names, required=True), wide=True),
        ]

    def field_changed(self, name: str) -> None:
        """A run has days of its own."""
        if name == "what":
            for day in DAYS:
                self.show_field(day, shown=self.values()["what"] == _ADVANCES)

    def save(self, values: dict[str, str]) -> Chosen:
        """Read what was chosen.

        Raises:
            RefusedError: the days end before they start.
        """
        form, by_employee = values["form"], values["names"] == "yes"
        if values["what"] != _ADVANCES:
            return Chosen(int(values["what"]), form, by_employee)
        return Chosen(None, form, by_employee, *read_days(values))


def ask_journal(screen: BookScreen) -> None:
    """Ask for a run, or for advances, and for format and path; then write the entries."""
    book = screen.book

    def read() -> list[RunRow]:
        return [run for run in runs(book).page(0, _RUNS) if is_booked(run)]

    def ask(there: list[RunRow]) -> None:
        screen.app.push_screen(JournalForm(there, screen.today), go_on)

    def go_on(chosen: Chosen | None) -> None:
        if chosen is not None:
            ask_and_write(
                screen,
                _("Entries for the books"),
                chosen.name,
                lambda path, progress: _write(book, chosen, path, progress),
            )

    screen.do(read, ask, group="runs")


def is_booked(run: RunRow) -> bool:
    """Whether a run is in the books: approved, or paid, even if it was voided afterwards."""
    return run.status in ("approved", "paid") or (run.status == "void" and run.paid_on is not None)


def _write(book: Book, chosen: Chosen, path: Path, progress: Progress) -> None:
    """Write the entries; runs in a worker's thread.

    Raises:
        FileRefusedError: the file cannot be written.
        RefusedError: the format cannot have an account by its name.
    """
    from reports.journal import write_journal

    journal = chosen.read(book)
    progress.step(0, 0)
    write_journal(path, journal, chosen.form)
