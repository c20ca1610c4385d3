"""Where a record table gets its rows from, and the pages of them that it keeps."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

PAGE_ROWS: Final = 200
PAGES_KEPT: Final = 16


class Records(Protocol[T_co]):
    """Rows in a settled order, read in pages. Both methods are called in a worker's thread."""

    def count(self) -> int:
        """How many rows there are."""

    def page(self, offset: int, limit: int) -> Sequence[T_co]:
        """At most `limit` rows from the one at `offset` (the first is 0) on."""


@runtime_checkable
class Locating(Protocol):
    """Records that can also say where a row stands; without it the table looks nearby."""

    def index_of(self, key: Hashable) -> int | None:
        """The place of the row with `key`, or None when it is not among the rows."""


class ListRecords(Generic[T]):
    """Records that are all at hand, for short lists and for tests."""

    def __init__(self, rows: Sequence[T] = ()) -> None:
        """Take the rows in the order in which they are shown."""
        self._rows = rows

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def page(self, offset: int, limit: int) -> Sequence[T]:
        """At most `limit` rows from the one at `offset` on."""
        return self._rows[offset : offset + limit]


class MadeRecords(Generic[T]):
    """Records that have to be read to be made; that is done by whoever reads them, in a worker."""

    def __init__(self, make: Callable[[], Records[T]]) -> None:
        """Call `make` once, when the rows are first asked for."""
        self._make = make
        self._made: Records[T] | None = None

    def count(self) -> int:
        """How many rows there are."""
        self._made = self._make()
        return self._made.count()

    def page(self, offset: int, limit: int) -> Sequence[T]:
        """At most `limit` rows from the one at `offset` on."""
        made = self._made or self._make()
        return made.page(offset, limit)


@dataclass
class Pages(Generic[T]):
    """The pages of one source that were read last.

    Attributes:
        count: How many rows the source has.
    """

    count: int = 0
    _pages: OrderedDict[int, Sequence[T]] = field(default_factory=OrderedDict)

    def keep(self, number: int, rows: Sequence[T]) -> None:
        """Keep page `number`; the one that was not looked at for longest goes."""
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)

    def row(self, index: int) -> T | None:
        """The row at `index`, or None while its page is not here."""
        number, place = divmod(index, PAGE_ROWS)
        rows = self._pages.get(number)
        if rows is None or place >= len(rows):
            return None
        self._pages.move_to_end(number)
        return rows[place]

    def missing(self, first: int, last: int) -> list[int]:
        """The numbers of the pages between two rows, both inside, that are not here."""
        last = min(last, self.count - 1)
        if last < 0:
            return []
        wanted = range(max(0, first) // PAGE_ROWS, last // PAGE_ROWS + 1)
        return [number for number in wanted if number not in self._pages]
