"""A choice among a few values."""

from collections.abc import Iterable
from typing import TypeVar

from textual.widgets import Select

from models.language import gettext as _
from tui.text import safe
from tui.widgets.reading import Reading

V = TypeVar("V")


class Choice(Select[V]):
    """A compact `Select` of typed values under labels that are safe to show."""

    def __init__(
        self,
        options: Iterable[tuple[str, V]],
        *,
        value: V | None = None,
        required: bool = False,
        id: str | None = None,
    ) -> None:
        """Make a choice.

        Args:
            options: Labels, already translated, and what they stand for.
            value: What is chosen at first; None for nothing.
            required: Whether choosing nothing is a problem.
            id: The widget's id.
        """
        self._labels = [(label, option) for label, option in options]
        super().__init__(
            [(safe(label), option) for label, option in self._labels],
            prompt=_("Choose…"),
            value=Select.NULL if value is None else value,
            compact=True,
            id=id,
        )
        self.required = required

    @property
    def reading(self) -> Reading[V]:
        """What is chosen now; `text` is the value as a string."""
        value = self.selection
        if value is None:
            problem = _("Please choose one.") if self.required else None
            return Reading("", "", problem=problem)
        return Reading(str(value), str(value), value)

    def put(self, text: str) -> None:
        """Choose the value that is written `text`; nothing when there is none."""
        for _label, option in self._labels:
            if str(option) == text:
                self.value = option
                return
        self.clear()

    def replace_options(self, options: Iterable[tuple[str, V]]) -> None:
        """Offer other values; what was chosen stays chosen if it is among them."""
        chosen = self.reading.text
        self._labels = [(label, option) for label, option in options]
        self.set_options([(safe(label), option) for label, option in self._labels])
        self.put(chosen)
