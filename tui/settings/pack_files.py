"""Packs from and to files, over a screen."""

from collections.abc import Callable
from pathlib import Path

from models.language import gettext as _
from models.rules.actions import save_file
from models.rules.packs import read_pack
from models.rules.queries import pack_names, pack_text
from models.rules.reading import checked_file
from reports.files import write_whole
from tui.section import BookScreen
from tui.widgets.dialogs import Confirm
from tui.widgets.path_dialog import PathDialog

Done = Callable[[str, Path], None]
"""What is done once a pack, by its name, was read from a file."""


def import_pack(screen: BookScreen, done: Done) -> None:
    """Ask for a file and keep the pack in it, after a question where it replaces one."""
    PackImport(screen, done).ask()


class PackImport:
    """One import under way: each step hands over to the next."""

    def __init__(self, screen: BookScreen, done: Done) -> None:
        """Import over `screen`; `done` shows what came of it."""
        self._screen = screen
        self._done = done
        self._path = Path()

    def ask(self) -> None:
        """Ask for the file."""
        title = _("Read a pay-rule pack from which file?")
        folder = self._screen.wagebook.folder
        dialog = PathDialog(title, value=folder, suffixes=(".toml",))
        self._screen.app.push_screen(dialog, self._chosen)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self._path = path
            self._screen.wagebook.folder = f"{path.parent}/"
            self._screen.do(self._look, self._looked, group="pack")

    def _look(self) -> tuple[str, bool]:
        """The name of the pack in the file, and whether the book has one of that name."""
        name = read_pack(checked_file(self._path)).name
        with self._screen.book.reading() as connection:
            return name, name in pack_names(connection)

    def _looked(self, found: tuple[str, bool]) -> None:
        name, is_there = found
        if not is_there:
            self._save(sure=True)
            return
        question = _("There is a pack {pack} already. Put this one in its place?")
        detail = _("Approved pay runs keep the rules that they were computed by.")
        dialog = Confirm(question.format(pack=name), detail)
        self._screen.app.push_screen(dialog, lambda sure: self._save(sure=bool(sure)))

    def _save(self, *, sure: bool) -> None:
        if sure:
            book, path = self._screen.book, self._path
            self._screen.do(lambda: save_file(book, path), self._saved, group="pack")

    def _saved(self, name: str) -> None:
        self._done(name, self._path)


def export_pack(screen: BookScreen, name: str) -> None:
    """Write the text of a pack to a file that the manager names."""

    def named(path: Path | None) -> None:
        if path is not None:
            screen.wagebook.folder = f"{path.parent}/"
            screen.do(lambda: write(path), written, group="pack")

    def write(path: Path) -> Path:
        write_whole(path, pack_text(screen.book, name).encode())
        return path

    def written(path: Path) -> None:
        sentence = _("The pack {pack} was written to {file}.").format(pack=name, file=path)
        screen.notify(sentence, markup=False)

    title = _("Write the pack {pack} to which file?").format(pack=name)
    value = f"{screen.wagebook.folder}{name.lower()}.toml"
    screen.app.push_screen(PathDialog(title, "save", value=value), named)
