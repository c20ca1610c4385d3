"""A small crew for the tests of pay runs."""

import pytest

from models.book.book import Book
from tests.models.wages.bookkeeping import (
    enter,
    hire,
    make,
    sell,
    stock,
    work,
)


@pytest.fixture
def crew(book: Book) -> Book:
    """One employee by the hour, one by the month, one by the piece who also gets a share."""
    hire(book, "H", "hourly", "20", site="Loft")
    hire(book, "M", "monthly", "5000", site="Yard")
    hire(book, "P", "piece", "0", site="Loft")
    work(book, "H", "2026-01-05", "2026-01-06")
    work(book, "M", "2026-01-05")
    make(book, "P", "2026-01-07", "100", "1.5")
    stock(book, "BAG", "P", "10%")
    sell(book, "BAG", "2026-01-10", "5")
    enter(book, "H", "2026-01-20", "BONUS", "50", "New year")
    enter(book, "M", "2026-01-20", "DEDUCTION", "100", "Boots")
    return book
