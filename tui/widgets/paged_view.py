"""The reading half of a record table: pages of rows, fetched by a worker when they are needed."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from textual import work
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.worker import Worker, WorkerState, get_current_worker

from models.errors import WagebookError
from models.language import gettext as _
from tui.widgets.records import PAGE_ROWS, Locating, Pages, Records

T = TypeVar("T")
R = TypeVar("R")

HEADER_ROWS: Final = 1


@dataclass(frozen=True)
class _Found(Generic[R]):
    """What a worker read: pages of a source by number, and where the cursor belongs.

    `key` is the record that was looked for, if any.
    """

    source: Records[R]
    count: int
    pages: dict[int, Sequence[R]]
    cursor: int | None = None
    key: Hashable = None


def _read_around(
    source: Records[R], cursor: int, key: Hashable, key_of: Callable[[R], Hashable]
) -> _Found[R]:
    """Count `source` and read the page of the row with `key`, or of `cursor` without it."""
    count = source.count()
    if key is not None and isinstance(source, Locating):
        index = source.index_of(key)
        cursor = cursor if index is None else index
    cursor = max(0, min(cursor, count - 1))
    here = cursor // PAGE_ROWS
    pages: dict[int, Sequence[R]] = {}
    # The record is most often on the page where it was, or on the one before or after it.
    for number in (here, here - 1, here + 1):
        if not 0 <= number * PAGE_ROWS < count:
            continue
        pages[number] = source.page(number * PAGE_ROWS, PAGE_ROWS)
        keys_here = [] if key is None else [key_of(row) for row in pages[number]]
        if key in keys_here:
            cursor = number * PAGE_ROWS + keys_here.index(key)
        if key is None or key in keys_here:
            break
    return _Found(source, count, pages, cursor, key)


class PagedView(ScrollView, Generic[T]):
    """A scrolling view that knows its rows by pages. `RecordTable` draws it."""

    class Counted(Message, namespace="record_table"):
        """The number of rows, or which of them are in view, changed."""

        def __init__(self, table: "PagedView[Any]") -> None:
            super().__init__()
            self.table = table

        @property
        def control(self) -> "PagedView[Any]":
            """The table."""
            return self.table

    class Failed(Message, namespace="record_table"):
        """The source could not be read; `error` is what it raised."""

        def __init__(self, table: "PagedView[Any]", error: BaseException) -> None:
            super().__init__()
            self.table = table
            self.error = error

        @property
        def control(self) -> "PagedView[Any]":
            """The table."""
            return self.table

    class _Read(Message, bubble=False, namespace="paged_view"):
        def __init__(self, found: _Found[Any], *, fresh: bool) -> None:
            super().__init__()
            self.found = found
            self.fresh = fresh

    def __init__(self, *, key: Callable[[T], Hashable], id: str | None) -> None:
        """Make an empty view whose rows are told apart by `key`."""
        super().__init__(id=id)
        self.key_of = key
        self.sort: str | None = None
        self.descending = False
        self.problem: str | None = None
        self.pages: Pages[T] = Pages()
        self._sought: Hashable = None
        self._source: Records[T] | None = None
        self._loading_all = False
        self._fetching = False

    @property
    def count(self) -> int:
        """How many rows the source has."""
        return self.pages.count

    @property
    def is_loading(self) -> bool:
        """Whether the source is being counted and its first rows are on their way."""
        return self._loading_all

    @property
    def body_height(self) -> int:
        """How many rows fit under the headings."""
        return max(1, self.scrollable_content_region.height - HEADER_ROWS)

    @property
    def visible_rows(self) -> tuple[int, int]:
        """The first and last row in view, counted from 1; (0, 0) when there are none."""
        first = self.scroll_offset.y
        return (first + 1 if self.count else 0), min(first + self.body_height, self.count)

    def current(self) -> tuple[int, T | None]:
        """Where the cursor is, and its row if it is here."""
        raise NotImplementedError

    def arrived(self, cursor: int | None) -> None:
        """Rows came in; after a fresh reading the cursor belongs on row `cursor`."""
        raise NotImplementedError

    def show(
        self,
        source: Records[T],
        *,
        sort: str | None = None,
        descending: bool = False,
        keep_cursor: bool = False,
    ) -> None:
        """Show another source; the rows there are stay until its first rows have come.

        Args:
            source: Where the rows come from.
            sort: The `Column.sortable` whose order they are in, for the marker.
            descending: Whether that order is turned around.
            keep_cursor: Look for the cursor's record among the new rows; otherwise start on top.
        """
        self._source = source
        self.sort, self.descending = sort, descending
        self._load(keep_cursor=keep_cursor)

    def reload(self) -> None:
        """Read the source again; the cursor stays on its record where it is still there."""
        if self._source is not None:
            self._load(keep_cursor=True)

    def seek(self, key: Hashable) -> None:
        """Read the source again and go to the record with `key`, if it is among the rows."""
        # Until it was looked for, no other reading may lead back to where the cursor was.
        self._sought = key
        self.reload()

    def _load(self, *, keep_cursor: bool) -> None:
        self._loading_all = self._fetching = True
        self.problem = None
        cursor, row = self.current() if keep_cursor else (0, None)
        key = None if row is None else self.key_of(row)
        if self._source is not None:
            self._read_afresh(self._source, cursor, key if self._sought is None else self._sought)
        self.refresh()

    @work(thread=True, exclusive=True, exit_on_error=False, group="records")
    def _read_afresh(self, source: Records[T], cursor: int, key: Hashable) -> None:
        self._hand_over(_read_around(source, cursor, key, self.key_of), fresh=True)

    @work(thread=True, exclusive=True, exit_on_error=False, group="records")
    def _read_pages(self, source: Records[T], count: int, numbers: Sequence[int]) -> None:
        pages = {number: source.page(number * PAGE_ROWS, PAGE_ROWS) for number in numbers}
        self._hand_over(_Found(source, count, pages), fresh=False)

    def _hand_over(self, found: _Found[T], *, fresh: bool) -> None:
        if not get_current_worker().is_cancelled:
            self.post_message(self._Read(found, fresh=fresh))

    def on_paged_view__read(self, message: _Read) -> None:
        """Take the rows that a worker read, unless another source is shown by now."""
        found: _Found[T] = message.found
        if found.source is not self._source or (self._loading_all and not message.fresh):
            return
        self._fetching = False
        if message.fresh:
            self._loading_all = False
            self._sought = None if found.key == self._sought else self._sought
            self.pages = Pages(found.count)
        for number, rows in found.pages.items():
            self.pages.keep(number, rows)
        self._resize_body()
        self.arrived(found.cursor)
        self.fetch_missing()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say so when the source could not be read."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        self._fetching = self._loading_all = False
        self.pages = Pages()
        known = isinstance(error, WagebookError)
        self.problem = str(error) if known else _("This list could not be read.")
        self._resize_body()
        self.arrived(0)
        self.post_message(self.Failed(self, error))

    def fetch_missing(self) -> None:
        """Send a worker for rows in view that are not here, unless one is under way."""
        if self._fetching or self._source is None or self.problem:
            return
        first, (cursor, _row) = self.scroll_offset.y, self.current()
        missing = self.pages.missing(first, first + self.body_height)
        missing = missing or self.pages.missing(cursor, cursor)
        if missing:
            self._fetching = True
            self._read_pages(self._source, self.count, missing)

    def _resize_body(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, self.count + HEADER_ROWS)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Fetch the rows that came into view."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.fetch_missing()
            self.post_message(self.Counted(self))
