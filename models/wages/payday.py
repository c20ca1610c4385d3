"""Where the payday of a run stands, read from the book."""

from models.book.book import Book
from models.wages.looked_through import looked_through
from models.wages.payday_steps import Payday, payday_of
from models.wages.queries import payslip_list, run
from models.wages.unusual import unusual


def payday(book: Book, number: int) -> Payday:
    """Where the payday of a run stands.

    Raises:
        NotFoundError: there is no such run.
    """
    row = run(book, number)
    slips = list(payslip_list(book, number).all())
    with book.reading() as connection:
        looked = looked_through(connection, number)
    found = unusual(book, number) if row.status == "draft" else ()
    return payday_of(row, slips, unusual=found, looked=looked)
