"""The first screen: which book."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Middle, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from models.book.book import Book
from models.book.opening import book_exists, open_book
from models.book.place import Place
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui import keys
from tui.commands.opening import passphrase_for, passphrase_is_set
from tui.start.forms import NewForm, UnlockForm, demo_place
from tui.text import safe
from tui.widgets.key_bar import KeyBar
from tui.widgets.path_dialog import PathDialog
from tui.widgets.progress import Progress
from tui.working import WorkingScreen

if TYPE_CHECKING:
    from tui.app import WagebookApp

# The demo's workers are invented, so its passphrase is no secret.
DEMO_PASSPHRASE: Final = "demo"  # noqa: S105 - as said

_WAYS: Final = {
    "open": N_("Open a book"),
    "other": N_("Open another book"),
    "new": N_("Create a new book"),
    "demo": N_("Explore the demo programme"),
}


class StartScreen(WorkingScreen):
    """The ways in: the book that is there, another, a new one, or the demo programme."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.OPEN.bind(label=N_("Choose")))
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Choose. |
    """

    def __init__(self, place: Place) -> None:
        """Offer the book at `place` first."""
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """The name, the three ways, and a sentence about safety."""
        with Middle(), Center(), Vertical(classes="start"):
            yield Static("Wagebook", classes="start-title")
            yield Static(
                _("Employment, pay and sales, on this machine only."), classes="start-line"
            )
            yield OptionList(
                *(Option(safe(_(label)), id=way) for way, label in self._ways().items()),
                classes="start-ways",
            )
            yield Static(safe(self._where()), classes="start-line muted")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the way that fits what is there."""
        ways = self.query_one(OptionList)
        ways.highlighted = 0 if book_exists(self._place) else 1  # a new book
        ways.focus()
        if book_exists(self._place):
            self._unlock(self._place)

    def _ways(self) -> dict[str, str]:
        """Without a book in the usual place there is nothing to open but another."""
        there = book_exists(self._place)
        return {way: label for way, label in _WAYS.items() if there or way != "open"}

    def _where(self) -> str:
        if book_exists(self._place):
            return _("The book at {place}").format(place=self._place)
        return _("There is no book at {place} yet.").format(place=self._place)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._choose(event.option_id or "open")

    def _choose(self, way: str) -> None:
        if way == "open" and book_exists(self._place):
            self._unlock(self._place)
        elif way in ("open", "other"):
            self._ask_which()
        elif way == "new":
            self.app.push_screen(NewForm(self._place), self._opened)
        else:
            self.do_long(_("Making the demo programme…"), self._demo, self._opened)

    def _unlock(self, place: Place) -> None:
        if not place.needs_passphrase or passphrase_is_set():
            self.do(lambda: open_book(place, passphrase_for(place)), self._opened)
        else:
            self.app.push_screen(UnlockForm(place), self._opened)

    def _ask_which(self) -> None:
        self.app.push_screen(PathDialog(_("Which book?"), "folder"), self._chosen_folder)

    def _chosen_folder(self, folder: Path | None) -> None:
        if folder is not None:
            self._unlock(Place(folder=folder))

    def _demo(self, progress: Progress) -> Book:
        place = demo_place(self._place)
        if book_exists(place):
            return open_book(place, DEMO_PASSPHRASE)
        from models.demo import make_demo

        today = cast("WagebookApp", self.app).today
        return make_demo(place, DEMO_PASSPHRASE, today=today, on_progress=progress.step)

    def _opened(self, book: Book | None) -> None:
        if book is not None:
            self.do(lambda: book.programme().name, lambda name: self._enter(book, name))

    def _enter(self, book: Book, name: str) -> None:
        cast("WagebookApp", self.app).open_sections(book, name)
