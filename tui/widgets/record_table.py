"""A table of records that reads no more rows than it shows.

Textual's own table holds every cell of every row: ten thousand rows freeze the screen for seconds.
This one draws the lines in view and fetches pages of rows in a worker, so that a million rows cost
what twenty do.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar, Final, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from models.language import gettext as _
from models.language import gettext_noop as N_
from tui import keys
from tui.text import cut, fit
from tui.widgets.columns import GAP, GUTTER, Column, Placed, heading, place, row_cells
from tui.widgets.paged_view import HEADER_ROWS, PagedView

T = TypeVar("T")
R = TypeVar("R")

_MARKER: Final = "▸ "


class RecordTable(PagedView[T], can_focus=True):
    """Rows of a `Records` source under headings, with a cursor on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.OPEN, keys.SORT, keys.REVERSE),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "turn(-1)", "Page up", show=False),
        Binding("pagedown,space", "turn(1)", "Page down", show=False),
        Binding("home,g", "first", "First", show=False),
        Binding("end,G", "last", "Last", show=False),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Open the row. |
    | s | Sort by the next column that can be sorted. |
    | S | Turn the order around. |
    | up, k | One row up. |
    | down, j | One row down. |
    | pageup | One screen up. |
    | pagedown, space | One screen down. |
    | home, g | The first row. |
    | end, G | The last row. |
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "record-table--header",
        "record-table--sorted",
        "record-table--cursor",
        "record-table--waiting",
        "record-table--muted",
        "record-table--good",
        "record-table--warning",
        "record-table--bad",
    }
    """
    | Class | Description |
    | :- | :- |
    | `record-table--header` | The headings. |
    | `record-table--sorted` | The heading of the column that orders the rows. |
    | `record-table--cursor` | The cursor's row. |
    | `record-table--waiting` | A row that is being fetched, or the sentence in place of rows. |
    | `record-table--muted`, `--good`, `--warning`, `--bad` | Cells by their tone. |
    """

    cursor: reactive[int] = reactive(0, init=False)
    """The place of the cursor's row, from 0."""

    class Opened(Message, Generic[R]):
        """A row was opened, with enter or a second click."""

        def __init__(self, table: "RecordTable[R]", row: R) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        def control(self) -> "RecordTable[R]":
            """The table."""
            return self.table

    class Highlighted(Message, Generic[R]):
        """The cursor came to a row; `row` is None when there are no rows."""

        def __init__(self, table: "RecordTable[R]", row: R | None) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        def control(self) -> "RecordTable[R]":
            """The table."""
            return self.table

    class SortRequested(Message):
        """Another order was asked for; answer with `show(source, sort=key, descending=…)`."""

        def __init__(self, table: "RecordTable[Any]", key: str, *, descending: bool) -> None:
            super().__init__()
            self.table = table
            self.key = key
            self.descending = descending

        @property
        def control(self) -> "RecordTable[Any]":
            """The table."""
            return self.table

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        key: Callable[[T], Hashable],
        empty: str = N_("There is nothing here yet."),
        opens: bool = True,
        id: str | None = None,
    ) -> None:
        """Make an empty table; `show` fills it.

        Args:
            columns: The columns, from left to right.
            key: What tells a row from all others, such as its code.
            empty: What stands there when there are no rows, a message id.
            opens: Whether there is anything to open a row for.
            id: The widget's id.
        """
        super().__init__(key=key, id=id)
        self.opens = opens
        self.columns = tuple(columns)
        self.empty = empty
        self._placed: list[Placed[T]] = []
        self._placed_for = -1

    @property
    def row(self) -> T | None:
        """The cursor's row; None when there is none or it is still being fetched."""
        return self.pages.row(self.cursor)

    def current(self) -> tuple[int, T | None]:
        """Where the cursor is, and its row."""
        return self.cursor, self.row

    def arrived(self, cursor: int | None) -> None:
        """Show the rows that came in."""
        if cursor is not None:
            self.set_reactive(RecordTable.cursor, cursor)
            self._follow_cursor()
        self._announce()
        self.refresh()

    # Moving.

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self) -> None:
        """Bring the cursor's row into view and say what it is."""
        self._follow_cursor()
        self.fetch_missing()
        self._announce()
        self.refresh()

    def _follow_cursor(self) -> None:
        height, top = self.body_height, self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)

    def _announce(self) -> None:
        self.post_message(self.Counted(self))
        if self.row is not None or not self.count:
            self.post_message(self.Highlighted(self, self.row))

    def action_move(self, rows: int) -> None:
        """Move the cursor some rows down, or up."""
        self.cursor += rows

    def action_turn(self, screens: int) -> None:
        """Move the cursor a screenful down, or up."""
        self.cursor += screens * max(1, self.body_height - 1)

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = self.count - 1

    def action_open(self) -> None:
        """Open the cursor's row."""
        if (row := self.row) is not None:
            self.post_message(self.Opened(self, row))

    # Sorting.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open and to sort only where there is something to it."""
        if action == "open":
            return self.opens
        if action in ("sort", "reverse"):
            return any(column.sortable for column in self.columns)
        return super().check_action(action, parameters)

    def action_sort(self) -> None:
        """Ask for the order of the next column that can be sorted."""
        orders = [item.column.sortable for item in self._layout() if item.column.sortable]
        if orders:
            after = orders.index(self.sort) + 1 if self.sort in orders else 0
            self._request_sort(orders[after % len(orders)])

    def action_reverse(self) -> None:
        """Ask for the same order turned around."""
        if self.sort is not None:
            self._request_sort(self.sort)

    def _request_sort(self, order: str) -> None:
        descending = order == self.sort and not self.descending
        self.post_message(self.SortRequested(self, order, descending=descending))

    # The mouse.

    def on_click(self, event: events.Click) -> None:
        """Sort by a heading, or go to a row; a second click opens it."""
        event.stop()
        if event.y < HEADER_ROWS:
            self._click_heading(event.x)
            return
        index = self.scroll_offset.y + event.y - HEADER_ROWS
        if index < self.count:
            self.cursor = index
            if event.chain == 2:
                self.action_open()

    def _click_heading(self, x: int) -> None:
        for item in self._layout():
            if item.start <= x < item.start + item.width + GAP and item.column.sortable:
                self._request_sort(item.column.sortable)

    # Drawing.

    def on_resize(self) -> None:
        """Keep the cursor's row in view and fetch what more is in view."""
        self._resize_body()
        self._follow_cursor()
        self.fetch_missing()
        self.post_message(self.Counted(self))

    def _layout(self) -> list[Placed[T]]:
        width = self.scrollable_content_region.width
        if width != self._placed_for:
            self._placed, self._placed_for = place(self.columns, width), width
        return self._placed

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of what is in view: the headings, then the rows."""
        width = self.scrollable_content_region.width
        if y < HEADER_ROWS:
            return self._draw_header(width)
        index = self.scroll_offset.y + y - HEADER_ROWS
        if index < self.count:
            return self._draw_row(index, width)
        return self._draw_line(self._sentence() if y == HEADER_ROWS + 1 else "", width, "waiting")

    def _sentence(self) -> str:
        if self.count:
            return ""
        if self.problem:
            return f"! {self.problem}"
        return _("Reading…") if self.is_loading else _(self.empty)

    def _draw_line(self, text: str, width: int, part: str) -> Strip:
        style = self._style_of(part)
        return Strip([Segment(fit(" " * GUTTER + cut(text, width - GUTTER), width), style)], width)

    def _draw_header(self, width: int) -> Strip:
        plain = self._style_of("header")
        sorted_by = self._style_of("sorted")
        segments = [Segment(" " * GUTTER, plain)]
        for item in self._layout():
            is_order = self.sort is not None and item.column.sortable == self.sort
            text = heading(item, self.sort, descending=self.descending)
            segments += [
                Segment(text, sorted_by if is_order else plain),
                Segment(" " * GAP, plain),
            ]
        return Strip(segments).adjust_cell_length(width, plain)

    def _draw_row(self, index: int, width: int) -> Strip:
        row = self.pages.row(index)
        if row is None:
            return self._draw_line("·  ·  ·", width, "waiting")
        marked = index == self.cursor
        plain = self._style_of("cursor") if marked else self.rich_style
        segments = [Segment(_MARKER if marked else " " * GUTTER, plain)]
        for text, tone in row_cells(self._layout(), row):
            style = plain if marked or tone == "plain" else self._style_of(tone)
            segments += [Segment(text, style), Segment(" " * GAP, plain)]
        return Strip(segments).adjust_cell_length(width, plain)

    def _style_of(self, part: str) -> Style:
        return self.get_component_rich_style(f"record-table--{part}")
