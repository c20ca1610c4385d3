"""Sections with several lists, one key apart, and what a list stands in."""

from datetime import date
from typing import Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from models.book.book import Book
from models.language import gettext as _
from tui import keys
from tui.section import BookScreen
from tui.text import safe
from tui.widgets.record_list import RecordList
from tui.widgets.record_table import RecordTable


class Pane(Vertical):
    """One list of a section with its keys, and what is said about the row that the cursor is on.

    A subclass says `make_list`; it may say `about` a row, and `brief`.
    """

    TITLE: ClassVar[str] = ""
    """Its name in the bar of lists, a message id."""

    def __init__(self) -> None:
        """Make the list."""
        super().__init__(classes="pane")
        self.records = self.make_list()

    def make_list(self) -> RecordList[Any]:
        """The list; called once."""
        raise NotImplementedError

    @property
    def host(self) -> BookScreen:
        """The screen that the pane is on; it does the work with the book."""
        return cast("BookScreen", self.screen)

    @property
    def book(self) -> Book:
        """The open book."""
        return self.host.book

    @property
    def today(self) -> date:
        """The day that it is."""
        return self.host.today

    def compose(self) -> ComposeResult:
        """The list, and beside it (below it where there is no room) what is said about a row."""
        with Horizontal(classes="list-and-aside"):
            yield self.records
            yield Static("", classes="aside", markup=False)
        yield Static("", classes="below", markup=False)

    def about(self, row: Any) -> Content:  # noqa: ARG002 - for those who override it
        """What there is to say about a row where there is room."""
        return Content("")

    def brief(self, row: Any) -> Content:  # noqa: ARG002 - for those who override it
        """The same in one line."""
        return Content("")

    def note(self) -> str:
        """What stands beside the names of the lists while this one is shown."""
        return ""

    def describe(self) -> None:
        """Say anew what `note` says."""
        if isinstance(self.host, PanedScreen):
            self.host.show_note(self)

    @on(RecordTable.Highlighted)
    def _say(self, event: RecordTable.Highlighted[Any]) -> None:
        event.stop()
        row = event.row
        self.query_one(".aside", Static).update(Content("") if row is None else self.about(row))
        self.query_one(".below", Static).update(Content("") if row is None else self.brief(row))

    def reload(self) -> None:
        """Read the list anew."""
        self.records.reload()

    def focus_list(self) -> None:
        """Go to the rows."""
        self.records.focus_table()


class PaneTab(Static):
    """The name of one list; a click shows it."""

    class Chosen(Message):
        """The list of this number was chosen."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, title: str, number: int) -> None:
        """Show the list of this `title`, already translated."""
        super().__init__(Content(title))
        self._number = number

    def on_click(self) -> None:
        """Choose the list."""
        self.post_message(self.Chosen(self._number))


class PanedScreen(BookScreen):
    """A screen of several lists; the first is shown first, the others once they are asked for."""

    PANES: ClassVar[tuple[type[Pane], ...]] = ()

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.LISTS)
    """
    | Key(s) | Description |
    | :- | :- |
    | l | The next list of this screen. |
    """

    def __init__(self) -> None:
        """Make the first list."""
        super().__init__()
        self._made: dict[int, Pane] = {0: self.PANES[0]()}
        self._shown = 0

    @property
    def pane(self) -> Pane:
        """The list that is shown."""
        return self._made[self._shown]

    def compose_head(self) -> ComposeResult:
        """What stands above the lists; nothing unless said."""
        yield from ()

    def compose_body(self) -> ComposeResult:
        """What stands above, the names of the lists, and the first list."""
        yield from self.compose_head()
        with Horizontal(classes="pane-bar"):
            for number, pane in enumerate(self.PANES):
                yield PaneTab(_(pane.TITLE), number)
            yield Static("", classes="pane-note", markup=False)
        yield self.pane

    def on_mount(self) -> None:
        """Mark the list that is shown."""
        self._mark()

    def reload(self) -> None:
        """Read the list that is shown anew."""
        self.pane.reload()

    async def show_pane(self, number: int) -> None:
        """Show the list of this number."""
        self.pane.display = False
        self._shown = number
        if number not in self._made:
            self._made[number] = self.PANES[number]()
            await self.query_one(".section-body").mount(self.pane)
        self.pane.display = True
        self.pane.reload()
        self.pane.focus_list()
        self._mark()

    def show_note(self, pane: Pane) -> None:
        """Show the note of `pane`, if that is the list which is shown."""
        if pane is self.pane:
            self.query_one(".pane-note", Static).update(safe(pane.note()))

    async def action_lists(self) -> None:
        """Show the next list."""
        await self.show_pane((self._shown + 1) % len(self.PANES))

    @on(PaneTab.Chosen)
    async def _show_chosen(self, event: PaneTab.Chosen) -> None:
        await self.show_pane(event.number)

    def _mark(self) -> None:
        for number, tab in enumerate(self.query(PaneTab)):
            tab.set_class(number == self._shown, "-here")
        self.show_note(self.pane)
