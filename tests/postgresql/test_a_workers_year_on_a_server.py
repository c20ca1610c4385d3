"""A worker's year and letter are the same from a server as from disk."""

from collections.abc import Callable
from datetime import date

import pytest

from models.book.book import Book
from models.periods import month_of
from models.wages.actions import pay_run
from models.wages.income import Confirmation, confirmation
from models.wages.year import year_of, years_of
from models.wages.year_figures import Year
from tests.models.wages.bookkeeping import FEBRUARY, enter, hire, run, work
from tests.models.wages.lending import hand_back, lend

pytestmark = pytest.mark.postgresql

Papers = tuple[list[int], Year, Confirmation]


@pytest.fixture
def papers() -> Callable[[Book], Papers]:
    """Two months of work with an advance, and what is read of them."""

    def make(book: Book) -> Papers:
        hire(book, "W-1", "hourly", "20", work_name="Maple")
        work(book, "W-1", "2026-01-05", "2026-01-06", "2026-02-03")
        enter(book, "W-1", "2026-01-20", "DEDUCTION", "30", "lunch")
        number = lend(book, "W-1", "2026-01-10", "100", instalment="40", first_due="2026-01-31")
        for period in (month_of(date(2026, 1, 1)), FEBRUARY):
            pay_run(book, run(book, period, approve=True), on=period.ends_on)
        hand_back(book, number, "2026-03-01", "5")
        on = date(2026, 4, 1)
        return years_of(book, "W-1"), year_of(book, "W-1", 2026), confirmation(book, "W-1", on=on)

    return make


def test_years_and_letters_are_the_same_as_from_disk(
    shared: Book, book: Book, papers: Callable[[Book], Papers]
) -> None:
    there, here = papers(shared), papers(book)
    assert there == here
    assert here[1].tables[0].advances == 1_500
