"""What a manager looks at before approving a run: its people, its warnings, what it leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select, union

from models.book.book import Book
from models.shifts.tables import SHIFT
from models.wages.queries import payslip_list, run, set_aside
from models.wages.rows import PayslipRow, RunRow
from models.wages.tables import PAYSLIP, SET_ASIDE


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One employee of a run: with a payslip, or set aside and why."""

    code: str
    work_name: str
    slip: PayslipRow | None = None
    reason: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the manager should look at, as sentences in the language in use."""
        if self.slip is None:
            return (self.reason,)
        return self.slip.warning_texts


@dataclass(frozen=True, slots=True)
class RunReview:
    """A run, how many of its payslips have warnings, and planned shifts that it does not pay."""

    run: RunRow
    warned: int
    planned: int


class RunPeople:
    """The employees of a run in pages: first those set aside, then the payslips."""

    def __init__(
        self, book: Book, number: int, *, search: str, order: str, descending: bool
    ) -> None:
        self._book = book
        self._number = number
        self._search = search
        self._slips = payslip_list(book, number, search=search, order=order, descending=descending)
        self._aside: list[PersonRow] | None = None

    def count(self) -> int:
        """How many employees there are."""
        self._aside = self._read_aside()
        return len(self._aside) + self._slips.count()

    def page(self, offset: int, limit: int) -> Sequence[PersonRow]:
        """At most `limit` rows from the `offset`-th on."""
        if self._aside is None:
            self._aside = self._read_aside()
        aside = self._aside[offset : offset + limit]
        if len(aside) == limit:
            return aside
        first = max(0, offset - len(self._aside))
        slips = self._slips.page(first, limit - len(aside))
        return [*aside, *(PersonRow(slip.code, slip.work_name, slip) for slip in slips)]

    def _read_aside(self) -> list[PersonRow]:
        wanted = self._search.casefold()
        return [
            PersonRow(row.code, row.work_name, reason=row.reason)
            for row in set_aside(self._book, self._number)
            if wanted in f"{row.code} {row.work_name}".casefold()
        ]


def run_review(book: Book, number: int) -> RunReview:
    """A run and what to look at before it is approved.

    Raises:
        NotFoundError: there is no such run.
    """
    row = run(book, number)
    with book.reading() as connection:
        here = PAYSLIP.c.run_id == number
        return RunReview(
            run=row,
            warned=_count(connection, here & (PAYSLIP.c.warnings != "[]")),
            planned=_planned(connection, row),
        )


def slip_numbers(
    book: Book, number: int, *, search: str = "", order: str = "code", descending: bool = False
) -> list[str]:
    """The numbers of a run's payslips, in the order of `payslip_list`."""
    found = payslip_list(book, number, search=search, order=order, descending=descending)
    return [slip.number for slip in found.all()]


def _count(connection: Connection, which: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).where(which)).scalar_one())


def _planned(connection: Connection, row: RunRow) -> int:
    people = union(
        *(
            select(table.c.employee_id).where(table.c.run_id == row.number)
            for table in (PAYSLIP, SET_ASIDE)
        )
    ).subquery()
    inside = SHIFT.c.day.between(row.period.starts_on, row.period.ends_on)
    theirs = SHIFT.c.employee_id.in_(select(people.c.employee_id))
    return _count(connection, inside & theirs & (SHIFT.c.status == "planned"))
