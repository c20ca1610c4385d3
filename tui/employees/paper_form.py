"""Which paper about one worker: the year, or a letter of confirmation, and under which name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.income import MONTHS_TO_AVERAGE
from reports.printers import Printer
from tui.employees.words import LANGUAGES
from tui.wages.print_form import FILE, usual_place
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
PRINTABLE: Final = ("pdf", "letter")

_NAMED: Final = {
    "code": N_("the code only"),
    "work": N_("the work name"),
    "typed": N_("a name typed here"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the form offers: years with payslips, the line at the top of payslips, printers."""

    years: tuple[int, ...]
    header: str
    printers: tuple[Printer, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """What was asked for. `kind` is an ending of a year statement, or `letter`.

    `named` is `code`, `work` or `typed`; `name` is what was typed, for this paper alone. No
    `printer` is a file.
    """

    kind: str
    year: int
    months: int
    language: str
    named: str
    name: str
    header: str
    printer: Printer | None = None


class PaperForm(FormScreen[Paper]):
    """Which paper, of which year, in which language, and under which name."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, code: str, work_name: str, known: Known) -> None:
        """Offer the papers of an employee."""
        kind = "pdf" if known.years else "letter"
        to = usual_place(known.printers)
        super().__init__({"paper": kind, "header": known.header, "to": to})
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
            Field("to", N_("Where to"), Choice(self._places(), required=True), wide=True),
        ]

    def _names(self, *, letter: bool) -> list[tuple[str, str]]:
        """Under what a paper can go; a name is typed for letters only."""
        left_out = {"" if self._work_name else "work", "" if letter else "typed"}
        return [(_(label), kind) for kind, label in _NAMED.items() if kind not in left_out]

    def _places(self) -> list[tuple[str, str]]:
        """The printers, and a file."""
        found = self._known.printers
        places = [(" · ".join(filter(None, (each.name, each.note))), each.name) for each in found]
        return [*places, (_("PDF file"), FILE)]

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
            printable = paper in PRINTABLE and bool(self._known.printers)
            self.show_field("to", shown=printable)
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
        kind, typed = values["paper"], values["named"] == "typed"
        printers = {each.name: each for each in self._known.printers}
        return Paper(
            kind=kind,
            year=int(values["year"] or 0),
            months=int(values["months"]),
            language=values["language"],
            named=values["named"],
            name=values["name"] if typed else "",
            header=values["header"],
            printer=printers.get(values["to"]) if kind in PRINTABLE else None,
        )
