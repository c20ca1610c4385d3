"""Choosing an employee in a form."""

from collections.abc import Sequence
from datetime import date

from models.book.book import Book
from models.employees.queries import employees
from tui.widgets.picker import Candidate, Picker

_MOST = 50


def candidate(code: str, work_name: str) -> Candidate[str]:
    """An employee as a picker shows them: `W-014  Li Wei`."""
    return Candidate(code, f"{code}  {work_name}".rstrip())


def employee_picker(
    book: Book, today: date, *, chosen: Candidate[str] | None = None, required: bool = True
) -> Picker[str]:
    """A picker of employees by code or name, those who work here now first.

    Args:
        book: The open book.
        today: The day that it is.
        chosen: Who is chosen at first.
        required: Whether choosing nobody is a problem.
    """

    def find(text: str) -> Sequence[Candidate[str]]:
        code, _space, _name = text.partition("  ")
        found = [
            candidate(row.code, row.work_name)
            for status in ("current", "left")
            for row in employees(book, on=today, search=code, status=status).page(0, _MOST)
        ]
        # A whole code comes first, so that enter takes it.
        return sorted(found, key=lambda each: str(each.value).casefold() != code.casefold())

    return Picker(find, chosen=chosen, required=required)
