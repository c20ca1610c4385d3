"""Naming a file to open or to write."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from models.language import gettext as _
from tui import keys
from tui.text import safe
from tui.widgets.dialogs import Confirm
from tui.widgets.key_bar import KeyBar
from tui.widgets.paths import common_beginning, completions, expand

Purpose = Literal["open", "save", "folder"]


class PathInput(Input):
    """An input of a path; tab completes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", show=False),
        Binding("down", "app.focus_next", "To the files", show=False),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | tab | Complete the path; with nothing to complete, go on. |
    | down | Go to the files. |
    """

    candidates: Sequence[str] = ()

    def action_complete(self) -> None:
        """Write as much as is certain; when that is nothing new, go to the next widget."""
        common = common_beginning(list(self.candidates))
        if len(common) > len(self.value):
            self.value = common
            self.cursor_position = len(common)
        else:
            self.screen.focus_next()


class PathDialog(ModalScreen[Path | None]):
    """Asks for a file or a folder; gives back its path, or None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.CANCEL)
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Take the path. |
    | tab | Complete it. |
    | escape | Leave. |
    """

    class _Listed(Message, bubble=False):
        def __init__(self, found: Sequence[str]) -> None:
            super().__init__()
            self.found = found

    class _Checked(Message, bubble=False):
        def __init__(self, path: Path, problem: str, *, exists: bool) -> None:
            super().__init__()
            self.path = path
            self.problem = problem
            self.exists = exists

    def __init__(
        self,
        title: str,
        purpose: Purpose = "open",
        *,
        value: str = "",
        suffixes: tuple[str, ...] = (),
    ) -> None:
        """Ask for a path.

        Args:
            title: What is asked for, already translated.
            purpose: A file that is there, a file to write, or a folder that is there.
            value: The path to start with; `~/` unless said.
            suffixes: What the files listed end in, in small letters with the dot.
        """
        super().__init__()
        self._title = title
        self._purpose: Purpose = purpose
        self._value = value or "~/"
        self._suffixes = suffixes

    def compose(self) -> ComposeResult:
        """The input, what it can go on to, and two buttons."""
        with Vertical(classes="dialog"):
            yield Label(safe(self._title), classes="dialog-title")
            yield PathInput(self._value, compact=True, select_on_focus=False)
            yield Label("", classes="field-error", markup=False)
            yield OptionList(markup=False, compact=True)
            yield Label(_("Tab completes the path. ~ is your home folder."), classes="dialog-hint")
            with Horizontal(classes="buttons"):
                yield Button(_("OK"), variant="primary", id="ok", compact=True)
                yield Button(_("Cancel"), id="cancel", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """List the first folder."""
        self._list(self._value)

    @on(Input.Changed)
    def _list_again(self, event: Input.Changed) -> None:
        self._say("")
        self._list(event.value)

    @work(thread=True, exclusive=True, exit_on_error=False, group="paths")
    def _list(self, text: str) -> None:
        suffixes = () if self._purpose == "save" else self._suffixes
        found = completions(text, suffixes=suffixes)
        if self._purpose == "folder":
            found = [each for each in found if each.endswith("/")]
        if not get_current_worker().is_cancelled:
            self.post_message(self._Listed(found))

    @on(_Listed)
    def _show_list(self, message: _Listed) -> None:
        self.query_one(PathInput).candidates = message.found
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(safe(each)) for each in message.found])

    @on(OptionList.OptionSelected)
    def _take_listed(self, event: OptionList.OptionSelected) -> None:
        path_input = self.query_one(PathInput)
        path_input.value = path_input.candidates[event.option_index]
        path_input.focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#ok")
    def _take(self) -> None:
        self._check(self.query_one(PathInput).value)

    @work(thread=True, exclusive=True, exit_on_error=False, group="check")
    def _check(self, text: str) -> None:
        path = expand(text)
        self.post_message(self._Checked(path, self._problem_of(path), exists=path.is_file()))

    def _problem_of(self, path: Path) -> str:
        if self._purpose == "folder":
            return "" if path.is_dir() else _("There is no such folder.")
        if path.is_dir():
            return _("This is a folder. Please name a file in it.")
        if self._purpose == "open":
            return "" if path.is_file() else _("There is no such file.")
        return "" if path.parent.is_dir() else _("There is no such folder.")

    @on(_Checked)
    def _checked(self, message: _Checked) -> None:
        if message.problem:
            self._say(message.problem)
            self.query_one(PathInput).focus()
        elif self._purpose == "save" and message.exists:
            self._ask_to_write_over(message.path)
        else:
            self.dismiss(message.path)

    def _ask_to_write_over(self, path: Path) -> None:
        def leave(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.dismiss(path)

        question = _("There is already a file {name}. Write over it?").format(name=path.name)
        self.app.push_screen(Confirm(question, danger=True), leave)

    def _say(self, problem: str) -> None:
        self.query_one(".field-error", Label).update(safe(f"! {problem}" if problem else ""))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave without a path."""
        self.dismiss(None)
