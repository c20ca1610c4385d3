"""A month that is paid, voided and computed again, more than once: nothing is handed out for it."""

from datetime import date

import pytest

from models.book.book import Book
from models.wages.actions import pay_run, void_run
from models.wages.advances.queries import advances
from models.wages.rows import PayslipRow
from tests.models.wages.bookkeeping import DAYS, FEBRUARY, enter, hire, kept, run, slips, work
from tests.models.wages.lending import lend

PAYDAY = date(2026, 2, 2)


def paid_and_void(book: Book) -> PayslipRow:
    """The payslip of January as it was paid, before its run was voided."""
    number = run(book, approve=True)
    pay_run(book, number, on=PAYDAY)
    slip = slips(book, number)["W-1"]
    void_run(book, number, reason="again")
    return slip


@pytest.fixture
def worker(book: Book) -> Book:
    """W-1 has earned 480.00 in January."""
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", *DAYS)
    return book


def test_an_instalment_is_taken_once_however_often_the_month_is_voided(worker: Book) -> None:
    number = lend(worker, "W-1", "2026-01-02", "100", instalment="40", first_due="2026-01-31")
    assert paid_and_void(worker).paid == 44_000
    for _again in range(4):
        assert paid_and_void(worker).paid == 0
    slip = slips(worker, run(worker, approve=True))["W-1"]
    assert (slip.gross, slip.deductions, slip.paid, slip.warnings) == (0, 0, 0, ())
    [loan] = advances(worker).all()
    assert (loan.id, loan.outstanding) == (number, 6_000)
    assert kept(worker)


def test_a_deduction_is_taken_once_however_often_the_month_is_voided(worker: Book) -> None:
    enter(worker, "W-1", "2026-01-20", "DEDUCTION", "15", "lunch")
    assert [paid_and_void(worker).paid for _again in range(4)] == [46_500, 0, 0, 0]


def test_expenses_are_paid_back_once_however_often_the_month_is_voided(worker: Book) -> None:
    enter(worker, "W-1", "2026-01-20", "REIMBURSEMENT", "79", "bus")
    assert [paid_and_void(worker).paid for _again in range(4)] == [55_900, 0, 0, 0]
    assert slips(worker, run(worker))["W-1"].warnings == ()


def test_what_is_due_back_to_the_worker_is_not_told_as_too_much_taken(worker: Book) -> None:
    lend(worker, "W-1", "2026-01-02", "100", instalment="40", first_due="2026-01-31")
    paid_and_void(worker)
    enter(worker, "W-1", "2026-02-20", "BONUS", "30")
    [slip] = slips(worker, run(worker, FEBRUARY)).values()
    assert slip.gross == 0
    [warning] = slip.warnings
    assert (warning.code, warning.amounts) == ("carried_forward", (45_000 + 8_000,))
