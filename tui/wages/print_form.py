"""How payslips are printed: on which printer or into a file, on what paper, in which language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast

from textual.widgets import Button

from models.language import gettext as _
from models.language import gettext_noop as N_
from reports.print_system import PrintError
from reports.printers import Printer, printers
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from reports.payslip import Layout, SlipLanguage

R = TypeVar("R")

_LAYOUTS: Final = {
    "a4-2up": N_("A4, two on a page"),
    "a4-4up": N_("A4, four on a page"),
    "a5": N_("A5, one on a page"),
    "roll-80": N_("receipt roll, 80 mm wide"),
}
_LANGUAGES: Final = {
    "auto": N_("each worker's own"),
    "en": "English",
    "ko": "한국어",
    "zh": "简体中文",
}
FILE: Final = "/"
"""Stands for a file: no printer's name has a slash."""


_PATIENCE: Final = 4.0
"""Seconds that somebody waits for the form; a PDF file is always there to be chosen."""


@dataclass(frozen=True, slots=True)
class Look:
    """How payslips are laid out, in which language, and where they go: no printer is a file."""

    layout: "Layout"
    language: "SlipLanguage"
    printer: Printer | None = None

    @property
    def texts(self) -> dict[str, str]:
        """The same by the fields of a form, to begin the next one with."""
        to = self.printer.name if self.printer else FILE
        return {"layout": self.layout, "language": self.language, "to": to}


@dataclass(frozen=True, slots=True)
class Found:
    """The printers that there are; `why` says why there is none."""

    printers: Sequence[Printer] = ()
    why: str = ""


def find_printers() -> Found:
    """Ask the print system for its printers; takes a moment, so it is for a worker's thread."""
    try:
        found = printers(patience=_PATIENCE)
    except PrintError as error:
        return Found(why=error.message)
    return Found(found, "" if found else _("No printer is set up on this machine."))


class LookForm(FormScreen[R], Generic[R]):
    """Paper, language, and where to. A subclass says what becomes of them, and may ask for more."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, title: str, found: Found, last: Mapping[str, str], **more: str) -> None:
        """Ask how `title`, already translated, is printed.

        Args:
            title: What is printed.
            found: The printers to offer.
            last: What was chosen last, by field.
            more: What the other fields of a subclass start with.
        """
        self._title = title
        self._found = found
        self._printers = {printer.name: printer for printer in found.printers}
        super().__init__({**more, **self._chosen_before(last)})

    def _chosen_before(self, last: Mapping[str, str]) -> dict[str, str]:
        """What was chosen last as far as it is still there, else the usual printer, else a file."""
        chosen = {"to": usual_place(self._found.printers), **last}
        return chosen if chosen["to"] in self._printers else {**chosen, "to": FILE}

    def title_text(self) -> str:
        """What stands above the form."""
        return self._title

    def fields(self) -> Sequence[Field]:
        """Paper, language, and where to."""
        layouts = [(_(label), name) for name, label in _LAYOUTS.items()]
        languages = [(_(label), code) for code, label in _LANGUAGES.items()]
        file = f"{_('PDF file')} · {self._found.why}" if self._found.why else _("PDF file")
        places = [(_place(printer), name) for name, printer in self._printers.items()]
        return [
            Field("layout", N_("Paper"), Choice(layouts, value="a4-2up", required=True)),
            Field("language", N_("Language"), Choice(languages, value="auto", required=True)),
            Field("to", N_("Where to"), Choice([*places, (file, FILE)], required=True), wide=True),
        ]

    def field_changed(self, name: str) -> None:
        """The button says whether it prints or goes on to a file."""
        if name == "to":
            self.SAVE_LABEL = N_("Go on") if self.values()["to"] == FILE else N_("Print")
            self.query_one("#save", Button).label = _(self.SAVE_LABEL)
            self.query_one(KeyBar).refresh(recompose=True)

    def look_of(self, values: Mapping[str, str]) -> Look:
        """The look that was chosen."""
        layout, language = values["layout"], values["language"]
        printer = self._printers.get(values["to"])
        return Look(cast("Layout", layout), cast("SlipLanguage", language), printer)


class SlipForm(LookForm[Look]):
    """How payslips that are chosen already are printed."""

    def save(self, values: dict[str, str]) -> Look:
        """Read what was chosen."""
        return self.look_of(values)


def usual_place(printers: Sequence[Printer]) -> str:
    """The name of the usual printer if it takes jobs, else the sign for a file."""
    return next((each.name for each in printers if each.is_default and each.takes_jobs), FILE)


def _place(printer: Printer) -> str:
    usual = _("usual printer") if printer.is_default else ""
    return " · ".join(part for part in (printer.name, usual, printer.note) if part)
