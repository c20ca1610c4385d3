"""Importing a file from a screen: choose it, look at what it would change, and then import."""

from collections.abc import Callable, Mapping
from pathlib import Path

from models.exchange.importing import ImportReport, import_file
from models.language import gettext as _
from models.language import ngettext
from tui.exchange.look import Look, look_at
from tui.exchange.mapping import MappingForm
from tui.exchange.preview import COLUMNS, IMPORT, PreviewScreen
from tui.exchange.words import kind_name
from tui.section import BookScreen
from tui.widgets.path_dialog import PathDialog

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")


def import_records(screen: BookScreen, kind: str, done: Callable[[], None]) -> None:
    """Import a file that the manager chooses, after a preview.

    Args:
        screen: The screen over which all of this happens.
        kind: What the rows are, a key of `models.exchange.kinds.KINDS`.
        done: Called when something was added, to show the records anew.
    """
    Import(screen, kind, done).ask()


class Import:
    """One import under way: each step hands over to the next."""

    def __init__(self, screen: BookScreen, kind: str, done: Callable[[], None]) -> None:
        """Import records of `kind` over `screen`; `done` shows them."""
        self._screen = screen
        self._kind = kind
        self._done = done
        self._path = Path()

    def ask(self) -> None:
        """Ask for the file."""
        title = _("Import {kind} from which file?").format(kind=kind_name(self._kind))
        dialog = PathDialog(title, value=self._screen.wagebook.folder, suffixes=SUFFIXES)
        self._screen.app.push_screen(dialog, self._chosen)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self._path = path
            self._screen.wagebook.folder = f"{path.parent}/"
            self._look({})

    def _look(self, mapping: Mapping[str, str]) -> None:
        title = _("Reading {file}…").format(file=self._path.name)
        book, kind, path = self._screen.book, self._kind, self._path
        self._screen.do_long(
            title, lambda progress: look_at(book, kind, path, mapping, progress), self._looked
        )

    def _looked(self, look: Look) -> None:
        if look.missing:
            self._ask_columns(look)
            return
        self._screen.app.push_screen(PreviewScreen(look), lambda way: self._go_on(look, way))

    def _go_on(self, look: Look, way: str | None) -> None:
        if way == COLUMNS:
            self._ask_columns(look)
        elif way == IMPORT:
            self._run(look)

    def _ask_columns(self, look: Look) -> None:
        def answered(mapping: dict[str, str] | None) -> None:
            if mapping is not None:
                self._look(mapping)

        self._screen.app.push_screen(MappingForm(look), answered)

    def _run(self, look: Look) -> None:
        book = self._screen.book
        self._screen.do_long(
            _("Importing {file}…").format(file=self._path.name),
            lambda progress: import_file(
                book,
                look.kind,
                look.path,
                mapping=look.mapping,
                skip_bad=bool(look.bad_rows),
                on_progress=progress.step,
            ),
            self._say,
        )

    def _say(self, report: ImportReport) -> None:
        self._screen.notify(_sentence(report), markup=False)
        self._done()


def _sentence(report: ImportReport) -> str:
    added = ngettext("{n} row was added.", "{n} rows were added.", report.added)
    sentences = [added.format(n=f"{report.added:,}")]
    if report.skipped:
        skipped = ngettext(
            "{n} was in the book already.", "{n} were in the book already.", report.skipped
        )
        sentences.append(skipped.format(n=f"{report.skipped:,}"))
    if report.bad:
        left_out = ngettext("{n} was left out.", "{n} were left out.", report.bad)
        sentences.append(left_out.format(n=f"{report.bad:,}"))
    return " ".join(sentences)
