"""Copying a pack from a screen: asking for the name of the copy."""

from collections.abc import Callable, Sequence

from models import fields
from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.rules.actions import copy_pack
from tui.section import BookScreen
from tui.widgets.checked import CheckedInput
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen


class CopyForm(FormScreen[str]):
    """The name of a copy; gives it back."""

    SAVE_LABEL = N_("Copy")

    def __init__(self, book: Book, pack: str) -> None:
        """Copy `pack`."""
        super().__init__()
        self._book = book
        self._pack = pack

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Copy the pack {pack} under a name of your own").format(pack=self._pack)

    def fields(self) -> Sequence[Field]:
        """The name."""
        name = CheckedInput(fields.rules, echo=fields.rules, required=True, max_length=20)
        return [Field("name", N_("Name"), name, N_("Letters, digits and -."))]

    def save(self, values: dict[str, str]) -> str:
        """Copy it.

        Raises:
            RefusedError: the name is taken.
        """
        return copy_pack(self._book, self._pack, values["name"])


def copy_under_a_name(screen: BookScreen, pack: str, done: Callable[[str], None]) -> None:
    """Ask for a name and copy a pack under it; `done` gets the name."""

    def copied(name: str | None) -> None:
        if name is not None:
            done(name)

    screen.app.push_screen(CopyForm(screen.book, pack), copied)
