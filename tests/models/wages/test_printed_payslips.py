"""The day on which a payslip was printed first: noted once, for payslips that stand."""

from datetime import date

import pytest
from sqlalchemy import func, select

from models.book.book import Book
from models.book.tables import AUDIT
from models.wages.actions import pay_run, void_run
from models.wages.printed import mark_printed
from models.wages.queries import payslip
from tests.models.wages.bookkeeping import FEBRUARY, JANUARY, hire, run, slips, work

FIRST, LATER = date(2026, 2, 3), date(2026, 2, 20)


@pytest.fixture
def workshop(book: Book) -> Book:
    """Two people who are paid by the hour, in January and in February."""
    for code in ("W-1", "W-2"):
        hire(book, code, "hourly", "20")
        work(book, code, "2026-01-05", "2026-02-05")
    return book


def audited(book: Book) -> list[tuple[str, str, str]]:
    statement = select(AUDIT.c.action, AUDIT.c.subject, AUDIT.c.details).order_by(AUDIT.c.id)
    with book.reading() as connection:
        found = connection.execute(statement.where(AUDIT.c.action == "payslips.print"))
        return [tuple(row) for row in found]


def entries(book: Book) -> int:
    with book.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(AUDIT)).scalar() or 0)


def printed_on(book: Book, number: int) -> dict[str, date | None]:
    return {code: slip.printed_on for code, slip in slips(book, number).items()}


def test_a_payslip_keeps_the_day_on_which_it_was_printed_first(workshop: Book) -> None:
    number = run(workshop, approve=True)
    assert mark_printed(workshop, ["1-W-1"], on=FIRST) == 1
    assert mark_printed(workshop, ["1-W-1", "1-W-2"], on=LATER) == 1
    assert printed_on(workshop, number) == {"W-1": FIRST, "W-2": LATER}


@pytest.mark.parametrize("status", ["draft", "approved", "paid", "void"])
def test_only_payslips_of_runs_that_stand_are_marked(workshop: Book, status: str) -> None:
    number = run(workshop, approve=status != "draft")
    if status == "paid":
        pay_run(workshop, number, on=FIRST)
    if status == "void":
        void_run(workshop, number, reason="wrong month")
    stands = status in ("approved", "paid")
    before = entries(workshop)
    assert mark_printed(workshop, ["1-W-1", "1-W-2"], on=FIRST) == (2 if stands else 0)
    assert payslip(workshop, "1-W-1").printed_on == (FIRST if stands else None)
    assert entries(workshop) == before + stands, "nothing marked leaves no entry"


def test_one_printing_is_one_entry_of_the_audit_and_names_no_worker_but_a_single_one(
    workshop: Book,
) -> None:
    run(workshop, JANUARY, approve=True)
    run(workshop, FEBRUARY, approve=True)
    mark_printed(workshop, ["2-W-1", "1-W-1", "1-W-2"], on=FIRST)
    mark_printed(workshop, ["2-W-1", "2-W-2"], on=LATER)
    mark_printed(workshop, ["2-W-1", "2-W-2"], on=LATER)
    assert audited(workshop) == [
        ("payslips.print", "1, 2", '{"on": "2026-02-03", "payslips": 3}'),
        ("payslips.print", "2-W-2", '{"on": "2026-02-20", "payslips": 1}'),
    ]


def test_no_number_and_unknown_numbers_mark_nothing(workshop: Book) -> None:
    run(workshop, approve=True)
    before = entries(workshop)
    assert mark_printed(workshop, [], on=FIRST) == 0
    assert mark_printed(workshop, ["9-W-1"], on=FIRST) == 0
    assert entries(workshop) == before


def test_more_payslips_than_one_statement_takes_are_all_marked(workshop: Book) -> None:
    number = run(workshop, approve=True)
    unknown = [f"9-W-{n}" for n in range(1200)]
    assert mark_printed(workshop, ["1-W-2", *unknown, "1-W-1"], on=FIRST) == 2
    assert set(printed_on(workshop, number).values()) == {FIRST}
