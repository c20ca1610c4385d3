"""The whole text of a pack, edited in place: nothing typed is lost, every fault is listed."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Label, TextArea
from textual.worker import Worker, WorkerState

from models.book.book import Book
from models.errors import Problem, WagebookError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.rules.actions import save_pack
from models.rules.places import line_of
from models.rules.queries import pack_text
from tui import keys
from tui.section import BookScreen
from tui.text import safe
from tui.widgets.columns import Column
from tui.widgets.dialogs import Confirm
from tui.widgets.help import show_help
from tui.widgets.key_bar import KeyBar
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords


class PackTextScreen(ModalScreen[str | None]):
    """The text of a pack; gives back its name once it was saved. A shipped one is only read."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.SAVE.bind(help=N_("Save the text, or list everything that is wrong with it.")),
        keys.CANCEL,
        keys.FORM_HELP,
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | ctrl+s | Save; every fault is listed below, and enter on one goes to its line. |
    | tab | From the text to the faults and back. |
    | escape | Leave; asks first when something was typed. |
    | f1 | Help. |
    """

    class _Saved(Message, bubble=False):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class _Refused(Message, bubble=False):
        def __init__(self, error: WagebookError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, book: Book, name: str, text: str, *, own: bool) -> None:
        """Show `text`, which is that of the pack called `name`."""
        super().__init__()
        self._book = book
        self._pack = name
        self._before = text
        self._own = own

    def compose(self) -> ComposeResult:
        """The text, the faults below it once there are some, and two buttons."""
        title = _("The text of the pack {pack}") if self._own else _("The text of {pack}, to read")
        with Vertical(classes="dialog pack-text"):
            yield Label(safe(title.format(pack=self._pack)), classes="dialog-title")
            yield TextArea(
                self._before, read_only=not self._own, show_line_numbers=True, soft_wrap=False
            )
            yield RecordTable(self._columns(), key=id)
            yield Label("", classes="dialog-detail", markup=False)
            with Horizontal(classes="buttons"):
                if self._own:
                    yield Button(_("Save"), variant="primary", id="save", compact=True)
                yield Button(_("Cancel") if self._own else _("Close"), id="cancel", compact=True)
        yield KeyBar()

    def _columns(self) -> tuple[Column[Problem], ...]:
        return (
            Column[Problem]("line", N_("Row"), self._line_text, 5, align="right"),
            Column[Problem]("column", N_("Place"), lambda p: p.column or "", 26, 1),
            Column[Problem]("value", N_("Value"), lambda p: p.value or "", 10),
            Column[Problem]("message", N_("What is wrong"), lambda p: p.message, 20, 2),
        )

    def on_mount(self) -> None:
        """Start in the text; nothing is known to be wrong yet."""
        self._show_problems(())
        self.query_one(TextArea).focus()

    @property
    def text(self) -> str:
        """What stands in the area now."""
        return self.query_one(TextArea).text

    def _line(self, problem: Problem) -> int | None:
        return line_of(self.text, problem)

    def _line_text(self, problem: Problem) -> str:
        line = self._line(problem)
        return "" if line is None else str(line)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        table: RecordTable[Problem] = self.query_one(RecordTable)
        table.display = self.query_one(".dialog-detail").display = bool(problems)
        table.show(ListRecords(problems))

    @on(RecordTable.Highlighted)
    def _show_whole(self, event: RecordTable.Highlighted[Problem]) -> None:
        if (problem := event.row) is not None:
            whole = " ".join(filter(None, [problem.column, problem.message]))
            self.query_one(".dialog-detail", Label).update(safe(whole))

    @on(RecordTable.Opened)
    def _go_to_line(self, event: RecordTable.Opened[Problem]) -> None:
        area, line = self.query_one(TextArea), self._line(event.row)
        if line is not None:
            area.move_cursor((line - 1, 0), center=True)
        area.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What comes with Wagebook is not saved."""
        if action == "save":
            return self._own
        return super().check_action(action, parameters)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save the text, or list what is wrong with it."""
        self._save(self.text)

    @work(thread=True, exclusive=True, exit_on_error=False, group="save")
    def _save(self, text: str) -> None:
        try:
            name = save_pack(self._book, text, name=self._pack)
        except WagebookError as error:
            self.post_message(self._Refused(error))
        else:
            self.post_message(self._Saved(name))

    @on(_Saved)
    def _leave_saved(self, message: _Saved) -> None:
        self.dismiss(message.name)

    @on(_Refused)
    def _stay(self, message: _Refused) -> None:
        problems = message.error.problems or (Problem(message.error.message),)
        self._show_problems(tuple(problems))
        self.query_one(RecordTable).focus()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Keep what was typed when saving failed for no known reason."""
        if event.state is WorkerState.ERROR:
            self._show_problems((Problem(_("This could not be saved. Nothing was changed.")),))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave; ask first when something was typed."""

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.dismiss(None)

        if self.text == self._before:
            self.dismiss(None)
            return
        question = _("Leave without saving what you typed?")
        self.app.push_screen(Confirm(question, danger=True), answered)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        show_help(self.app)


def edit_text(screen: BookScreen, name: str, *, own: bool) -> None:
    """Show the text of a pack over `screen`, which reads it anew when it comes to the front."""

    def show(text: str) -> None:
        screen.app.push_screen(PackTextScreen(screen.book, name, text, own=own))

    screen.do(_reader(screen.book, name), show, group="text")


def _reader(book: Book, name: str) -> Callable[[], str]:
    return lambda: pack_text(book, name)
