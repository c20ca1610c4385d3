"""Choosing one of a few things to do."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from models.language import gettext_noop as N_
from tui import keys
from tui.text import safe
from tui.widgets.key_bar import KeyBar

V = TypeVar("V")


class Choose(ModalScreen[V | None], Generic[V]):
    """A question with a few answers under each other; gives back the answer, or None."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.OPEN.bind(label=N_("Choose"), help=N_("Take the marked answer.")),
        keys.CANCEL.bind(label=N_("Back"), help=N_("Go back to where you were.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Take the marked answer. |
    | escape | Leave. |
    """

    def __init__(
        self, question: str, answers: Sequence[tuple[str, V]], *, marked: V | None = None
    ) -> None:
        """Ask `question`.

        Args:
            question: What is to be chosen, already translated.
            answers: Labels, already translated, and what they stand for.
            marked: The answer that is marked at first; the first unless given.
        """
        super().__init__()
        self._question = question
        self._answers = answers
        self._marked = marked

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="dialog small"):
            yield Label(safe(self._question), classes="dialog-title")
            yield OptionList(*(Option(safe(label)) for label, _value in self._answers))
        yield KeyBar()

    def on_mount(self) -> None:
        """Mark the first answer, or the one that holds now."""
        values = [value for _label, value in self._answers]
        options = self.query_one(OptionList)
        options.highlighted = values.index(self._marked) if self._marked in values else 0
        options.focus()

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._answers[event.option_index][1])

    def action_open(self) -> None:
        """Take the marked answer."""
        self.query_one(OptionList).action_select()

    def action_cancel(self) -> None:
        """Leave."""
        self.dismiss(None)
