"""What is said once a file is written."""

from pathlib import Path

from models.language import gettext as _
from tui.section import BookScreen
from tui.widgets.dialogs import Notice


def tell_written(screen: BookScreen, path: Path) -> None:
    """Say where the file lies, and who can read it."""
    title = _("Written.")
    text = _("It lies at\n{path}\nand only you can read it.").format(path=path)
    screen.app.push_screen(Notice(title, text))
