"""Choosing one record among many by typing a part of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, Self, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import DescendantBlur
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from models.language import gettext as _
from tui.text import clean, safe
from tui.widgets.reading import Reading

V = TypeVar("V")

_DEBOUNCE_SECONDS: Final = 0.15
_SHOWN: Final = 50


@dataclass(frozen=True)
class Candidate(Generic[V]):
    """Something to pick: what it stands for, and how it is shown."""

    value: V
    label: str


class _Matches(OptionList, can_focus=False):
    """The candidates under the input; the input keeps the focus."""


class Picker(Vertical, Generic[V]):
    """An input that offers what matches it; up, down and enter choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next match", show=False),
        Binding("up", "move(-1)", "Previous match", show=False),
        # With priority, so that what is typed ahead reaches the field after this one.
        Binding("enter", "take", "Choose", show=False, priority=True),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | down | The next match. |
    | up | The match before. |
    | enter | Choose the match. |
    """

    class Changed(Message):
        """Another record was chosen, or none."""

        def __init__(self, picker: "Picker[Any]") -> None:
            super().__init__()
            self.picker = picker

        @property
        def control(self) -> "Picker[Any]":
            """The picker."""
            return self.picker

    class _Found(Message, bubble=False):
        def __init__(self, text: str, candidates: Sequence[Candidate[Any]]) -> None:
            super().__init__()
            self.text = text
            self.candidates = candidates

    def __init__(
        self,
        find: Callable[[str], Sequence[Candidate[V]]],
        *,
        chosen: Candidate[V] | None = None,
        required: bool = False,
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        """Make a picker.

        Args:
            find: The candidates for what was typed, best first; called in a worker's thread.
            chosen: What is chosen at first.
            required: Whether choosing nothing is a problem.
            placeholder: What an empty input shows.
            id: The widget's id.
        """
        super().__init__(id=id)
        self.required = required
        self._find = find
        self._chosen = chosen
        self._candidates: list[Candidate[V]] = []
        self._typing: Timer | None = None
        self._input = Input(
            clean(chosen.label) if chosen else "",
            placeholder or _("Type to search"),
            compact=True,
            max_length=100,
        )
        self._matches = _Matches(markup=False, compact=True)

    def compose(self) -> ComposeResult:
        """The input, and the matches over what is below it."""
        yield self._input
        yield self._matches

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - as in Widget
        """Go to the input."""
        self._input.focus(scroll_visible)
        return self

    @property
    def reading(self) -> Reading[V]:
        """What is chosen; `text` is the value as a string, such as a code."""
        raw = self._input.value
        if self._chosen is not None:
            return Reading(raw, str(self._chosen.value), self._chosen.value)
        if raw.strip():
            return Reading(raw, raw.strip(), problem=_("Please choose one from the list."))
        return Reading(raw, "", problem=_("Please choose one.") if self.required else None)

    def choose(self, candidate: Candidate[V]) -> None:
        """Choose `candidate`."""
        self._chosen = candidate
        self._input.value = clean(candidate.label)
        self._hide()
        self.post_message(self.Changed(self))

    def put(self, text: str) -> None:
        """Look for the record whose value is written `text`, and choose it once it is found."""
        self._chosen = None
        with self.prevent(Input.Changed):
            self._input.value = text
        if text:
            self._search(text)

    @on(Input.Changed)
    def _wait_for_typing(self, event: Input.Changed) -> None:
        if self._chosen is not None and event.value == clean(self._chosen.label):
            return
        self._chosen = None
        if self._typing is not None:
            self._typing.stop()
        self._typing = self.set_timer(_DEBOUNCE_SECONDS, lambda: self._search(self._input.value))

    @work(thread=True, exclusive=True, exit_on_error=False, group="picker")
    def _search(self, text: str) -> None:
        found = self._find(text.strip())[:_SHOWN]
        if not get_current_worker().is_cancelled:
            self.post_message(self._Found(text, found))

    @on(_Found)
    def _offer(self, message: _Found) -> None:
        self._candidates = list(message.candidates)
        exact = [each for each in self._candidates if str(each.value) == message.text.strip()]
        if not self._input.has_focus and (exact or len(self._candidates) == 1):
            self.choose((exact or self._candidates)[0])
            return
        self._matches.clear_options()
        self._matches.add_options([Option(safe(each.label)) for each in self._candidates])
        self._matches.highlighted = 0 if self._candidates else None
        self.set_class(bool(self._candidates) and self._input.has_focus, "-open")

    def _hide(self) -> None:
        if self._typing is not None:
            self._typing.stop()
        self.remove_class("-open")

    def action_move(self, rows: int) -> None:
        """Highlight the next match, or open the list."""
        if not self.has_class("-open"):
            self._search("" if self._chosen else self._input.value)
        elif self._matches.highlighted is not None:
            last = len(self._candidates) - 1
            self._matches.highlighted = max(0, min(last, self._matches.highlighted + rows))

    def action_take(self) -> None:
        """Choose the highlighted match, if the list is open, and go to the next field."""
        highlighted = self._matches.highlighted
        if self.has_class("-open") and highlighted is not None:
            self.choose(self._candidates[highlighted])
        self.screen.focus_next()

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.choose(self._candidates[event.option_index])

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Close the list; a single match is what was meant."""
        typed = bool(self._input.value.strip())
        if self._chosen is None and typed and len(self._candidates) == 1:
            self.choose(self._candidates[0])
        self._hide()
