"""What the tests of importing share: a header, and what a book holds."""

from collections.abc import Callable

from sqlalchemy import func, select

from models.book.book import Book
from models.book.schema import METADATA
from models.exchange.importing import ImportReport

Import = Callable[..., ImportReport]
HEADER = "employee,date,start,end,break_minutes,rate,note\n"


def contents(book: Book) -> dict[str, int]:
    """How many rows each table has; the audit is one of them."""
    with book.reading() as connection:
        return {
            name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
            for name, table in METADATA.tables.items()
        }
