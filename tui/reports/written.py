"""Writing a file that the manager names, and saying where it lies."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from tui.section import BookScreen
from tui.widgets.dialogs import Notice
from tui.widgets.path_dialog import PathDialog
from tui.widgets.progress import Progress

FORMS: Final = {
    "pdf": N_("PDF, to read and print"),
    "xlsx": N_("Spreadsheet (XLSX)"),
    "csv": N_("Text file (CSV)"),
}
"""The kinds of file that figures are written as, by the ending of their names."""


def ask_and_write(
    screen: BookScreen,
    title: str,
    name: str,
    write: Callable[[Path, Progress], None],
) -> None:
    """Ask for a path, write there with progress shown, and say where the file lies.

    Args:
        screen: The screen over which this happens.
        title: What is written, already translated.
        name: The name that is offered for the file; its ending is what is written.
        write: Writes the file whole or not at all; runs in a thread.
    """
    ending = Path(name).suffix

    def named(path: Path | None) -> None:
        if path is None:
            return
        whole = path if path.suffix.casefold() == ending else path.with_name(path.name + ending)
        screen.wagebook.folder = f"{whole.parent}/"
        screen.do_long(
            _("Writing {file}…").format(file=whole.name),
            lambda progress: write(whole, progress),
            lambda _result: _tell(screen, whole),
        )

    value = f"{screen.wagebook.folder}{name}"
    screen.app.push_screen(PathDialog(title, "save", value=value, suffixes=(ending,)), named)


def _tell(screen: BookScreen, path: Path) -> None:
    text = _("It lies at\n{path}\nand only you can read it.").format(path=path)
    screen.app.push_screen(Notice(_("The file is written."), text))
