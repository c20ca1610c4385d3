"""Short questions and answers over the screen. Texts given to them are already translated."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label

from models.errors import Problem, WagebookError
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui import keys
from tui.text import safe, safe_lines
from tui.widgets.columns import Column
from tui.widgets.inputs import TextInput
from tui.widgets.key_bar import KeyBar
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords


class Confirm(ModalScreen[bool]):
    """A question with yes and no; gives back whether it was yes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.YES, keys.NO),
        Binding("left,right,up,down", "app.focus_next", "Other answer", show=False),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | y | Yes. |
    | n, escape | No. |
    | left, right | The other answer. |
    """

    def __init__(
        self,
        question: str,
        detail: str = "",
        *,
        yes: str = "",
        no: str = "",
        danger: bool = False,
    ) -> None:
        """Ask `question`.

        Args:
            question: One sentence.
            detail: What follows from a yes, in a few lines.
            yes: The word for yes, such as “Approve”.
            no: The word for no.
            danger: It cannot be undone: marked as such, and no is the answer of enter.
        """
        super().__init__()
        self._question = question
        self._detail = detail
        self._yes = yes
        self._no = no
        self._danger = danger

    @property
    def key_words(self) -> Mapping[str, tuple[str, str]]:
        """The keys are called what the buttons are called; see `keys.available`."""
        return {
            keys.YES.id: (self._yes or _(keys.YES.label), _(keys.YES.help)),
            keys.NO.id: (self._no or _(keys.NO.label), _(keys.NO.help)),
        }

    def compose(self) -> ComposeResult:
        """The question and two buttons."""
        yes, no = self._yes or _("Yes"), self._no or _("No")
        with Vertical(classes="dialog small -danger" if self._danger else "dialog small"):
            sign = "! " if self._danger else ""
            yield Label(safe(sign + self._question), classes="dialog-title")
            if self._detail:
                yield Label(safe_lines(self._detail), classes="dialog-text")
            with Horizontal(classes="buttons"):
                yield Button(
                    safe(f"{yes} (y)"),
                    variant="error" if self._danger else "primary",
                    id="yes",
                    compact=True,
                )
                yield Button(safe(f"{no} (n)"), id="no", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Start on the answer that does no harm."""
        self.query_one("#no" if self._danger else "#yes").focus()

    def action_answer(self, sure: bool) -> None:  # noqa: FBT001 - called by a binding
        """Give the answer back."""
        self.dismiss(sure)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the answer of the button back."""
        self.dismiss(event.button.id == "yes")


class Ask(ModalScreen[str | None]):
    """A question that is answered with one line of text, such as why; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.CANCEL)
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Give the answer. |
    | escape | Leave. |
    """

    def __init__(
        self,
        question: str,
        detail: str = "",
        *,
        value: str = "",
        yes: str = "",
        max_length: int = 200,
    ) -> None:
        """Ask `question`; an empty answer is not taken. `yes` is the word for giving it."""
        super().__init__()
        self._question = question
        self._detail = detail
        self._value = value
        self._yes = yes
        self._max_length = max_length

    def compose(self) -> ComposeResult:
        """The question, an input and two buttons."""
        with Vertical(classes="dialog small"):
            yield Label(safe(self._question), classes="dialog-title")
            if self._detail:
                yield Label(safe_lines(self._detail), classes="dialog-text")
            yield TextInput(self._value, required=True, max_length=self._max_length)
            yield Label("", classes="field-error", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(safe(self._yes or _("OK")), variant="primary", id="ok", compact=True)
                yield Button(_("Cancel"), id="cancel", compact=True)
        yield KeyBar()

    @on(Input.Submitted)
    @on(Button.Pressed, "#ok")
    def _answer(self) -> None:
        reading = self.query_one(TextInput).reading
        if reading.value is None:
            self.query_one(".field-error", Label).update(safe(f"! {reading.problem}"))
            self.query_one(TextInput).focus()
            return
        self.dismiss(reading.value)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


def _place(problem: Problem) -> str:
    return "" if problem.row is None else str(problem.row)


_PROBLEM_COLUMNS = (
    Column[Problem]("row", N_("Row"), _place, width=6, align="right"),
    Column[Problem]("column", N_("Column"), lambda p: p.column or "", width=12),
    Column[Problem]("value", N_("Value"), lambda p: p.value or "", width=14),
    Column[Problem]("message", N_("What is wrong"), lambda p: p.message, width=20, flex=1),
)


class Notice(ModalScreen[None]):
    """A sentence to read, and the list of what is wrong when there is one."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.BACK.bind(label=N_("Close")))
    """
    | Key(s) | Description |
    | :- | :- |
    | escape | Close. |
    """

    def __init__(self, title: str, text: str = "", problems: Sequence[Problem] = ()) -> None:
        """Show `title`, `text` of any number of lines, and `problems` in a table."""
        super().__init__()
        self._title = title
        self._text = text
        self._problems = problems

    @classmethod
    def of(cls, error: WagebookError) -> "Notice":
        """Show what `error` says."""
        return cls(error.message, problems=error.problems)

    def compose(self) -> ComposeResult:
        """Title, text, table, and the whole of the problem that the cursor is on."""
        with Vertical(classes="dialog" if self._problems else "dialog small"):
            yield Label(safe(self._title), classes="dialog-title")
            if self._text:
                yield Label(safe_lines(self._text), classes="dialog-text")
            if self._problems:
                # Two problems may read the same: the object itself is what tells them apart.
                yield RecordTable(_PROBLEM_COLUMNS, key=id, opens=False)
                yield Label("", classes="dialog-detail", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Close"), variant="primary", id="close", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the table."""
        for table in self.query(RecordTable):
            table.show(ListRecords(self._problems))
            table.focus()

    @on(RecordTable.Highlighted)
    def _show_whole(self, event: RecordTable.Highlighted[Problem]) -> None:
        if (problem := event.row) is not None:
            where = f"{problem.file}: " if problem.file else ""
            self.query_one(".dialog-detail", Label).update(safe(where + problem.message))

    @on(Button.Pressed)
    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)
