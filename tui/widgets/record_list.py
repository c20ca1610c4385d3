"""A record table with what every section needs above it: search, filter and count."""

import dataclasses
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Label

from models.language import gettext as _
from models.language import gettext_noop as N_
from tui import keys
from tui.text import safe
from tui.widgets.columns import Column
from tui.widgets.record_table import RecordTable
from tui.widgets.records import Records

T = TypeVar("T")

_DEBOUNCE_SECONDS: Final = 0.15


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list is asked to show.

    Attributes:
        search: What was typed into the search, without spaces around it; may be empty.
        sort: The `Column.sortable` to order by; None for the order that comes naturally.
        descending: Whether to turn that order around.
    """

    search: str = ""
    sort: str | None = None
    descending: bool = False


class SearchInput(Input):
    """The search of a list: enter and down go to the rows, escape clears it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "leave", "To the rows", show=False),
        Binding("escape", "clear", "Clear the search", show=False),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | down | Go to the rows. |
    | escape | Clear the search and go to the rows. |
    """

    class Left(Message):
        """The search is done with."""

    def action_leave(self) -> None:
        """Go to the rows."""
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Search for nothing and go to the rows."""
        self.value = ""
        self.post_message(self.Left())


class _Rows(RecordTable[T]):
    """The rows of a list, from which one key leads to its search."""

    # A priority binding moves the focus before the next key is handed out: what is typed right
    # after it goes into the search, and is not taken for commands.
    BINDINGS: ClassVar[list[BindingType]] = [dataclasses.replace(keys.SEARCH.bind(), priority=True)]

    def action_search(self) -> None:
        """Go to the search of the list."""
        if isinstance(self.parent, RecordList):
            self.parent.action_search()


class RecordList(Vertical, Generic[T]):
    """A `RecordTable` that searches and sorts by itself through `source`."""

    class SearchChanged(Message):
        """Someone stopped typing for a moment; `search` is what stands there now."""

        def __init__(self, records: "RecordList[Any]", search: str) -> None:
            super().__init__()
            self.records = records
            self.search = search

        @property
        def control(self) -> "RecordList[Any]":
            """The list."""
            return self.records

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        key: Callable[[T], Hashable],
        source: Callable[[ListQuery], Records[T]],
        query: ListQuery = ListQuery(),
        empty: str = N_("There is nothing here yet."),
        id: str | None = None,
    ) -> None:
        """Make a list; it shows its first rows as soon as it is mounted.

        Args:
            columns: The columns, from left to right.
            key: What tells a row from all others, such as its code.
            source: Makes the records for a query. It is called in a handler and must not read
                anything itself: its `count` and `page` do, in a worker.
            query: What to show first.
            empty: What stands there when there are no rows, a message id.
            id: The widget's id.
        """
        super().__init__(id=id)
        self.table: RecordTable[T] = _Rows(columns, key=key, empty=empty)
        self.query_now = query
        self._source = source
        self._empty = empty
        self._typing: Timer | None = None

    def compose(self) -> ComposeResult:
        """Search, filter and count on one line, and the table under it."""
        with Horizontal(classes="bar"):
            yield Label("/", classes="search-sign", markup=False)
            yield SearchInput(
                self.query_now.search,
                placeholder=_("Search"),
                compact=True,
                max_length=100,
                classes="search",
            )
            yield Label("", classes="filter", markup=False)
            yield Label("", classes="count", markup=False)
        yield self.table

    def on_mount(self) -> None:
        """Read the first rows; the rows have the focus, or keys would be typed into the search."""
        self._ask(self.query_now)
        if self.screen.focused in (None, self.query_one(SearchInput)):
            self.focus_table()

    def refresh_records(self) -> None:
        """Make the source anew, after a filter changed, and stay on the cursor's record."""
        self._ask(self.query_now, keep_cursor=True)

    def reload(self) -> None:
        """Read the same source again, after something was saved."""
        self.table.reload()

    def seek(self, key: Hashable) -> None:
        """Read the same source again and go to the record with `key`, after it was added."""
        self.table.seek(key)

    @property
    def row(self) -> T | None:
        """The cursor's row, if there is one."""
        return self.table.row

    def describe_filter(self, text: str) -> None:
        """Say, in words that are already translated, which rows the filter lets through."""
        self.query_one(".filter", Label).update(safe(text))

    def action_search(self) -> None:
        """Go to the search."""
        # `Widget.focus` waits its turn behind keys that are already under way; this does not.
        self.screen.set_focus(self.query_one(SearchInput))

    def focus_table(self) -> None:
        """Go to the rows."""
        self.table.focus()

    def _ask(self, query: ListQuery, *, keep_cursor: bool = False) -> None:
        self.query_now = query
        self.table.empty = N_("Nothing matches the search.") if query.search else self._empty
        self.table.show(
            self._source(query),
            sort=query.sort,
            descending=query.descending,
            keep_cursor=keep_cursor,
        )

    @on(Input.Changed)
    def _wait_for_typing(self, event: Input.Changed) -> None:
        event.stop()
        if self._typing is not None:
            self._typing.stop()
        self._typing = self.set_timer(_DEBOUNCE_SECONDS, self._search)

    def _search(self) -> None:
        search = self.query_one(SearchInput).value.strip()
        if search == self.query_now.search:
            return
        self._ask(replace(self.query_now, search=search))
        self.post_message(self.SearchChanged(self, search))

    @on(Input.Submitted)
    @on(SearchInput.Left)
    def _leave_search(self, event: Message) -> None:
        event.stop()
        self._search()
        self.focus_table()

    @on(RecordTable.SortRequested)
    def _sort(self, event: RecordTable.SortRequested) -> None:
        event.stop()
        query = replace(self.query_now, sort=event.key, descending=event.descending)
        self._ask(query, keep_cursor=True)

    @on(RecordTable.Counted)
    def _count(self) -> None:
        first, last = self.table.visible_rows
        total = self.table.count
        text = _("{first}–{last} of {total}").format(
            first=f"{first:,}", last=f"{last:,}", total=f"{total:,}"
        )
        self.query_one(".count", Label).update(safe(text if total else ""))
