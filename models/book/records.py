"""A query that is read by the page: the same one behind lists, exports and commands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from sqlalchemy import ColumnElement, FromClause, Row, Select, func, or_, select, true

if TYPE_CHECKING:
    from models.book.book import Book

T_co = TypeVar("T_co", covariant=True)

_CHUNK: Final = 2_000


@dataclass(frozen=True)
class Records(Generic[T_co]):
    """Rows of a statement, each made into a frozen value by `make`.

    The statement has a total order, so that pages neither repeat nor miss a row.
    """

    book: "Book"
    statement: Select[Any]
    make: Callable[[Row[Any]], T_co]

    def count(self) -> int:
        """How many rows there are."""
        counting = select(func.count()).select_from(self.statement.order_by(None).subquery())
        with self.book.reading() as connection:
            return int(connection.execute(counting).scalar_one())

    def page(self, offset: int, limit: int) -> Sequence[T_co]:
        """At most `limit` rows from the `offset`-th on."""
        with self.book.reading() as connection:
            rows = connection.execute(self.statement.limit(limit).offset(offset)).all()
        return [self.make(row) for row in rows]

    def all(self) -> Iterator[T_co]:
        """Every row, read in chunks from one consistent view of the book."""
        with self.book.reading() as connection:
            result = connection.execution_options(yield_per=_CHUNK).execute(self.statement)
            for row in result:
                yield self.make(row)

    def first(self) -> T_co | None:
        """The first row, if there is one."""
        rows = self.page(0, 1)
        return rows[0] if rows else None


def matching(search: str, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether any of `columns` contains `search`, in any case; `%` and `_` mean themselves."""
    return or_(*(column.icontains(search, autoescape=True) for column in columns))


def standing(table: FromClause) -> ColumnElement[bool]:
    """Whether a record counts: it was not struck out. Where none can be, all do."""
    struck_as = table.c.get("struck_as")
    return true() if struck_as is None else struck_as.is_(None)


def ordering(
    columns: dict[str, ColumnElement[Any]],
    order: str,
    *,
    descending: bool,
    last: ColumnElement[Any],
) -> list[ColumnElement[Any]]:
    """ORDER BY the column called `order`, then by `last`, which is unique."""
    column = columns.get(order, next(iter(columns.values())))
    return [column.desc(), last.desc()] if descending else [column.asc(), last.asc()]
