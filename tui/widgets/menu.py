"""A short menu of things to do, each with a line or two about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from models.language import gettext_noop as N_
from tui import keys
from tui.text import safe
from tui.widgets.hanging import Hanging


@dataclass(frozen=True, slots=True)
class MenuItem:
    """Something to do: texts are already translated, and may hold what people typed.

    Attributes:
        id: Its name, unlike that of any other in the menu.
        title: What to do, in a few words.
        detail: A sentence about it.
        sign: A character in front of it that says how pressing it is, if it is.
        tone: The colour of the sign, such as `$warning`.
    """

    id: str
    title: str
    detail: str = ""
    sign: str = ""
    tone: str = "$primary"

    def content(self, *, marked: bool) -> Hanging:
        """The item as it is drawn."""
        begins = Content.assemble(
            ("▸ " if marked else "  ", "bold"),
            (f"{self.sign} " if self.sign else "", f"{self.tone} bold"),
        )
        lines = [(begins, safe(self.title, "bold"))]
        if self.detail:
            lines.append((Content(" " * begins.cell_length), safe(self.detail, "$muted")))
        return Hanging(lines)


class Menu(OptionList):
    """Items to go through with the arrows and to do with enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(
            keys.OPEN.bind(action="select", label=N_("Go"), help=N_("Do what the mark is on."))
        ),
        Binding("k", "cursor_up", "Up", show=False),
        Binding("j", "cursor_down", "Down", show=False),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Do what the mark is on. |
    | up, k | The item before. |
    | down, j | The next item. |
    """

    def __init__(self, items: Sequence[MenuItem] = ()) -> None:
        """Offer `items`."""
        super().__init__(markup=False, classes="menu")
        self.items: dict[str, MenuItem] = {}
        self._marked: str | None = None
        self.offer(items)

    def offer(self, items: Sequence[MenuItem]) -> None:
        """Offer other items; the mark stays on its item if that is still among them."""
        marked, self._marked = self._marked, None
        self.items = {item.id: item for item in items}
        self.clear_options()
        self.add_options([Option(item.content(marked=False), id=item.id) for item in items])
        order = list(self.items)
        self.highlighted = order.index(marked) if marked in order else (0 if order else None)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark: the colour of the line is not the only sign of where one is."""
        super().watch_highlighted(highlighted)
        option = self.highlighted_option
        self._draw(self._marked, marked=False)
        self._marked = option.id if option else None
        self._draw(self._marked, marked=True)

    def _draw(self, item_id: str | None, *, marked: bool) -> None:
        if item_id is not None and item_id in self.items:
            self.replace_option_prompt(item_id, self.items[item_id].content(marked=marked))
