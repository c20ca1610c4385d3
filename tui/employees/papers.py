"""Papers about one worker: the year, and a letter of confirmation. What, for whom, where to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.income import MONTHS_TO_AVERAGE, confirmation
from models.wages.year import year_of, years_of
from tui.employees.words import LANGUAGES
from tui.reports.written import ask_and_write
from tui.section import BookScreen
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import TextInput

_PAPERS: Final = {
    "pdf": N_("The year, to read and print (PDF)"),
    "xlsx": N_("The year, as a spreadsheet (XLSX)"),
    "csv": N_("The year, as a text file (CSV)"),
    "letter": N_("Letter: employment and earnings"),
}
_NAMED: Final = {
    "code": N_("the code only"),
    "work": N_("the work name"),
    "typed": N_("a name typed here"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the form offers: the years with payslips, and the line at the top of payslips."""

    years: tuple[int, ...]
    header: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What was asked for. `kind` is an ending of a year statement, or `letter`.

    `named` is `code`, `work` or `typed`; `name` is what was typed, for this paper alone.
    """

    kind: str
    year: int
    months: int
    language: str
    named: str
    name: str
    header: str


class PaperForm(FormScreen[Paper]):
    """Which paper, of which year, in which language, and under which name."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, code: str, work_name: str, known: Known) -> None:
        """Offer the papers of an employee."""
        kind = "pdf" if known.years else "letter"
        super().__init__({"paper": kind, "header": known.header})
        self._code = code
        self._work_name = work_name
        self._known = known

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Papers of {code}").format(code=self._code)

    def fields(self) -> Sequence[Field]:
        """The paper; the year, or the months and the line of a letter; language and name."""
        papers = [
            (_(label), kind)
            for kind, label in _PAPERS.items()
            if kind == "letter" or self._known.years
        ]
        years = [(str(year), str(year)) for year in self._known.years]
        first = years[0][1] if years else None
        months = [(_("{n} months").format(n=n), str(n)) for n in MONTHS_TO_AVERAGE]
        spoken = [(_("the worker's own"), "auto")]
        spoken += [(name, code) for code, name in LANGUAGES.items()]
        names = Choice(self._names(letter=True), value="code", required=True, id="named")
        return [
            Field("paper", N_("Paper"), Choice(papers, required=True), wide=True),
            Field("year", N_("Year"), Choice(years, value=first, required=bool(years))),
            Field("months", N_("Averaged over"), Choice(months, value="3", required=True)),
            Field("language", N_("Language"), Choice(spoken, value="auto", required=True)),
            Field("named", N_("Under"), names),
            Field(
                "name",
                N_("Name"),
                TextInput(max_length=80, required=True),
                N_("It is stored nowhere."),
            ),
            Field("header", N_("Line at the top"), TextInput(max_length=80), N_("Empty: none.")),
        ]

    def _names(self, *, letter: bool) -> list[tuple[str, str]]:
        """Under what a paper can go; a name is typed for letters only."""
        left_out = {"" if self._work_name else "work", "" if letter else "typed"}
        return [(_(label), kind) for kind, label in _NAMED.items() if kind not in left_out]

    def on_mount(self) -> None:
        """Show the fields of the paper that is offered first."""
        super().on_mount()
        self.field_changed("paper")

    def field_changed(self, name: str) -> None:
        """A letter has other fields than a year; a name is typed only where it is asked for."""
        paper = self.values()["paper"]
        letter = paper == "letter"
        if name == "paper":
            self.show_field("language", shown=paper != "csv")
            self.show_field("year", shown=not letter)
            for field in ("months", "header"):
                self.show_field(field, shown=letter)
            named = self.query_one("#named", Choice)
            named.replace_options(self._names(letter=letter))
            if not named.reading.text:
                named.put("code")
        if name in ("paper", "named"):
            self.show_field("name", shown=self.values()["named"] == "typed")

    def save(self, values: dict[str, str]) -> Paper:
        """Read what was chosen."""
        typed = values["named"] == "typed"
        return Paper(
            kind=values["paper"],
            year=int(values["year"] or 0),
            months=int(values["months"]),
            language=values["language"],
            named=values["named"],
            name=values["name"] if typed else "",
            header=values["header"],
        )


def ask_paper(screen: BookScreen, code: str, work_name: str) -> None:
    """Ask which paper of an employee, then where to, and write it."""
    book, today = screen.book, screen.today

    def read() -> Known:
        return Known(tuple(years_of(book, code)), book.programme().payslip_header)

    def go_on(paper: Paper | None) -> None:
        if paper is not None:
            title = _("Papers of {code}").format(code=code)
            ask_and_write(
                screen,
                title,
                _file_name(code, paper),
                lambda path, _progress: write_paper(book, code, paper, path, today),
            )

    screen.do(
        read,
        lambda known: screen.app.push_screen(PaperForm(code, work_name, known), go_on),
        group="form",
    )


def _file_name(code: str, paper: Paper) -> str:
    who = code.replace("/", "-")
    if paper.kind == "letter":
        return f"letter-{who}.pdf"
    return f"year-{paper.year}-{who}.{paper.kind}"


def write_paper(book: Book, code: str, paper: Paper, path: Path, today: date) -> None:
    """Write what was asked for; runs in a worker's thread.

    Raises:
        RefusedError: there is nothing to confirm, or no payslip in the year.
        FileRefusedError: the file cannot be written.
    """
    if paper.kind == "letter":
        from reports.letter import write_letter

        of = confirmation(book, code, on=today, months=paper.months)
        name = of.work_name if paper.named == "work" else paper.name
        write_letter(path, of, language=paper.language, name=name, header=paper.header)
        return
    year, named = year_of(book, code, paper.year), paper.named == "work"
    if paper.kind == "pdf":
        from reports.year_statement import write_year_statement_pdf

        header = book.programme().payslip_header
        write_year_statement_pdf(path, year, language=paper.language, header=header, named=named)
    elif paper.kind == "xlsx":
        from reports.year_sheets import write_year_statement_xlsx

        write_year_statement_xlsx(path, year, language=paper.language, named=named)
    else:
        from reports.year_sheets import write_year_statement_csv

        write_year_statement_csv(path, year, named=named)
