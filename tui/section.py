"""What every section looks like: the bar of sections on top, its own part, the keys below."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from models.book.book import Book
from models.language import gettext as _
from tui import keys
from tui.text import safe
from tui.widgets.key_bar import KeyBar
from tui.working import WorkingScreen

if TYPE_CHECKING:
    from tui.app import WagebookApp


class SectionTab(Static):
    """One section's number and name; a click goes there."""

    def __init__(self, command: keys.Command, *, here: bool) -> None:
        """Show the section of `command`."""
        number = command.keys[0]
        label = Content.assemble((number, "$footer-key-foreground bold"), " ", _(command.label))
        super().__init__(label, classes="-here" if here else "")
        self._action = command.action

    async def on_click(self) -> None:
        """Go to the section."""
        await self.app.run_action(f"app.{self._action}")


class SectionBar(Horizontal):
    """The sections, the one that is shown marked, and the programme's name."""

    def __init__(self, here: str, programme: str) -> None:
        """Mark the section `here`."""
        super().__init__()
        self._here = here
        self._programme = programme

    def compose(self) -> ComposeResult:
        """A tab for each section."""
        for command in keys.SECTIONS:
            yield SectionTab(command, here=command.id == f"section.{self._here}")
        yield Static(safe(self._programme), classes="programme")


class BookScreen(WorkingScreen):
    """A screen over the open book: its part in the middle, the keys that matter below."""

    SECTION: str = ""
    """The section that the bar marks."""

    @property
    def wagebook(self) -> "WagebookApp":
        """The app."""
        return cast("WagebookApp", self.app)

    @property
    def book(self) -> Book:
        """The open book."""
        return self.wagebook.book

    @property
    def today(self) -> date:
        """The day that it is for this app."""
        return self.wagebook.today

    def compose(self) -> ComposeResult:
        """The bar, the screen's own part, and the keys."""
        yield SectionBar(self.SECTION, self.wagebook.programme_name)
        with Vertical(classes="section-body"):
            yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """The screen's own part."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read what is shown anew: when the screen comes to the front, and after a change."""

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """What was read may have been changed on another screen; so may the programme's name."""
        for label in self.query(".programme").results(Static):
            label.update(safe(self.wagebook.programme_name))
        self.reload()


class SectionScreen(BookScreen):
    """One of the seven sections."""

    BINDINGS: ClassVar[list[BindingType]] = []


class DetailScreen(BookScreen):
    """A screen that a section opened; escape goes back to it."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.BACK)
    """
    | Key(s) | Description |
    | :- | :- |
    | escape | Back. |
    """

    def action_back(self) -> None:
        """Go back to the section."""
        self.dismiss(None)
