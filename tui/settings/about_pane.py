"""The program itself, where the book lies, and whether the book keeps its promises."""

from importlib.metadata import version
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from models.checking import Promise, check_book
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui import keys
from tui.panes import Pane
from tui.text import safe
from tui.widgets.columns import Column, Tone
from tui.widgets.dialogs import Notice
from tui.widgets.facts import facts
from tui.widgets.progress import Progress
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords, Records


class AboutPane(Pane):
    """Version and place, and every promise of the book once it was verified."""

    TITLE = N_("About")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.CHECK)
    """
    | Key(s) | Description |
    | :- | :- |
    | c | Verify every promise that the book makes. |
    """

    def __init__(self) -> None:
        """Nothing is verified yet."""
        self._promises: list[Promise] = []
        super().__init__()

    def make_list(self) -> RecordList[Promise]:
        """The promises."""
        return RecordList(
            (
                Column[Promise]("kept", N_("Kept"), _kept, 8, tone=_tone),
                Column[Promise]("name", N_("The book promises"), lambda p: p.name, 30, 1),
            ),
            key=lambda promise: promise.name,
            source=self._source,
            empty=N_("Not verified yet. c verifies every promise that the book makes."),
        )

    def _source(self, query: ListQuery) -> Records[Promise]:
        search = query.search.casefold()
        return ListRecords([each for each in self._promises if search in each.name.casefold()])

    def compose(self) -> ComposeResult:
        """What the program is, and the promises below it."""
        yield Static(self._facts(), classes="about-facts", markup=False)
        yield from super().compose()

    def _facts(self) -> Content:
        programme = self.host.wagebook.programme_name
        known = facts(
            [
                ("Wagebook", version("wagebook")),
                (_("Programme"), programme),
                (_("Book"), str(self.book.place)),
            ]
        )
        sentences = Content(
            _(
                "Wagebook computes what it is told, and shows how. It is not legal advice: have "
                "someone who knows the law of the place look at the pay rules that you use."
            )
        )
        return Content("\n").join([known, Content(""), sentences.stylize("$muted")])

    def about(self, row: Promise) -> Content:
        """Where a promise is not kept."""
        return Content("\n").join([safe(row.name), Content(""), *map(safe, _details(row))])

    def brief(self, row: Promise) -> Content:
        """Where a promise is not kept, the first places."""
        return safe(" ".join(_details(row)))

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[Promise]) -> None:
        event.stop()
        self.app.push_screen(Notice(event.row.name, "\n".join(_details(event.row))))

    def action_check(self) -> None:
        """Verify every promise."""
        self.host.do_long(_("Verifying the book…"), self._check, self._show)

    def _check(self, progress: Progress) -> list[Promise]:
        progress.step(0, 0)
        return check_book(self.book)

    def _show(self, promises: list[Promise]) -> None:
        self._promises = promises
        self.records.refresh_records()
        broken = sum(not promise.kept for promise in promises)
        if broken:
            self.host.notify(_("A promise is broken."), severity="error", markup=False)
        else:
            self.host.notify(_("Every promise is kept."), markup=False)


def _kept(promise: Promise) -> str:
    return _("✓ yes") if promise.kept else _("! NO")


def _tone(promise: Promise) -> Tone:
    return "good" if promise.kept else "bad"


def _details(promise: Promise) -> list[str]:
    return list(promise.details) or [_("Nothing is wrong with it.")]
