"""Payslips as a PDF file: how, where to, and then the writing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.queries import payslips
from models.wages.rows import PayslipRow, RunRow
from tui.reports.written import ask_and_write
from tui.section import BookScreen
from tui.widgets.choice import Choice
from tui.widgets.dialogs import Notice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.progress import Progress

if TYPE_CHECKING:
    from reports.payslip import Layout, SlipLanguage

_LAYOUTS = {
    "a4-2up": N_("A4, two on a page"),
    "a5": N_("A5, one on a page"),
}
_LANGUAGES = {
    "auto": N_("each worker's own"),
    "en": "English",
    "ko": "한국어",
    "zh": "简体中文",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How payslips are laid out, and in which language."""

    layout: "Layout"
    language: "SlipLanguage"


class LookForm(FormScreen[Look]):
    """Layout and language of payslips."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, title: str) -> None:
        """Ask how `title`, already translated, is printed."""
        super().__init__()
        self._title = title

    def title_text(self) -> str:
        """What stands above the form."""
        return self._title

    def fields(self) -> Sequence[Field]:
        """Layout and language."""
        return look_fields()

    def save(self, values: dict[str, str]) -> Look:
        """Read what was chosen."""
        return look_of(values)


def look_fields() -> list[Field]:
    """The fields that a `Look` is made of."""
    layouts = [(_(label), name) for name, label in _LAYOUTS.items()]
    languages = [(_(label), code) for code, label in _LANGUAGES.items()]
    return [
        Field("layout", N_("Paper"), Choice(layouts, value="a4-2up", required=True)),
        Field("language", N_("Language"), Choice(languages, value="auto", required=True)),
    ]


def look_of(values: dict[str, str]) -> Look:
    """The look that was chosen."""
    return Look(cast("Layout", values["layout"]), cast("SlipLanguage", values["language"]))


def print_run(screen: BookScreen, run: RunRow) -> None:
    """Make the payslips of a run as PDF."""
    book = screen.book
    title = _("Payslips of pay run {run}").format(run=run.number)
    if run.status == "void" or not run.employees:
        screen.app.push_screen(Notice(_("There is no payslip to print in this run.")))
        return
    ask_look(screen, title, lambda: payslips(book, run.number), run_file(run))


def print_slip(screen: BookScreen, slip: PayslipRow) -> None:
    """Make one payslip as PDF."""
    title = _("Payslip {number}").format(number=slip.number)
    number = slip.number.replace("/", "-")
    ask_look(screen, title, lambda: [slip], f"payslip-{number}.pdf")


def run_file(run: RunRow) -> str:
    """The name that is offered for the file of a run's payslips."""
    return f"payslips-{run.period.ends_on:%Y-%m}-run-{run.number}.pdf"


def ask_look(
    screen: BookScreen, title: str, read: Callable[[], Sequence[PayslipRow]], name: str
) -> None:
    """Ask for layout, language and path, then write.

    Args:
        screen: The screen over which this happens.
        title: What is printed, already translated.
        read: Reads the payslips with their lines; called in a worker's thread.
        name: The name that is offered for the file.
    """

    def go_on(look: Look | None) -> None:
        if look is not None:
            ask_path(screen, title, read, name, look)

    screen.app.push_screen(LookForm(title), go_on)


def ask_path(
    screen: BookScreen,
    title: str,
    read: Callable[[], Sequence[PayslipRow]],
    name: str,
    look: Look,
) -> None:
    """Ask where to, then write; the arguments are those of `ask_look`."""
    book = screen.book

    def write(path: Path, progress: Progress) -> None:
        from reports.payslip import write_payslips

        write_payslips(
            path,
            read(),
            layout=look.layout,
            language=look.language,
            header=book.programme().payslip_header,
            on_progress=progress.step,
        )

    ask_and_write(screen, title, name, write)
