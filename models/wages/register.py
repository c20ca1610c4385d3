"""The pay register of a run, as it is signed when wages are handed out."""

from models.book.book import Book
from models.errors import RefusedError
from models.language import gettext as _
from models.wages.queries import payslips, run
from models.wages.register_table import Register, registers_of


def registers(book: Book, number: int) -> tuple[Register, ...]:
    """The register of a run for each currency that it pays in, its own currency first.

    Raises:
        NotFoundError: there is no such run.
        RefusedError: the run is void: nobody is to sign for it.
    """
    row = run(book, number)
    if row.status == "void":
        message = _("Run {run} is void; nothing of it is to be paid out or signed for.")
        raise RefusedError(message.format(run=number))
    return registers_of(row, payslips(book, number))
