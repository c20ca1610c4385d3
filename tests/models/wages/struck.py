"""What the tests of striking out share: a record of each kind, and how it is stored."""

from sqlalchemy import select

from models.book.book import Book
from models.wages.claims import TABLES

DAY = "2026-01-05"
KIND = {"shifts": "shift", "pieces": "piece", "adjustments": "adjustment", "sales": "sale"}


def row(book: Book, table: str) -> dict[str, object]:
    with book.reading() as connection:
        found = connection.execute(select(TABLES[KIND[table]])).mappings().first()
    assert found is not None
    return dict(found)
