"""Books that pay runs are tested on: a small crew, and months that are closed."""

import pytest

from models.book.book import Book
from tests.models.wages.bookkeeping import DAYS, enter, hire, make, pay_of, run, sell, stock, work
from tests.models.wages.struck import DAY


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


@pytest.fixture
def shop(book: Book) -> Book:
    """W-1 is paid 20.00 an hour and has worked three days of January, which is approved."""
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", *DAYS)
    assert pay_of(book, run(book, approve=True)) == {"W-1": "480.00"}
    return book


@pytest.fixture
def january(book: Book) -> Book:
    """One record of each kind, all held by run 1."""
    hire(book, "W-1", "hourly", "20", work_name="Ann")
    work(book, "W-1", DAY)
    make(book, "W-1", DAY, "10", "2")
    enter(book, "W-1", DAY, "BONUS", "50", note="well done")
    stock(book, "MAT", "W-1", "10%", opening_stock="20")
    sell(book, "MAT", DAY, "3", ref="A1")
    run(book, approve=True)
    return book
