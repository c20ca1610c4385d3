"""Work in a period that was closed without the worker: nobody forgets it."""

from datetime import date

from models.book.book import Book
from models.today import what_needs_doing
from models.wages.missed import missed_records
from models.wages.unusual import unusual
from tests.models.wages.bookkeeping import FEBRUARY, JANUARY, hire, pay_of, run, work


def test_work_of_a_month_that_was_closed_without_the_worker_is_told(book: Book) -> None:
    for code in ("W-1", "W-2"):
        hire(book, code, "hourly", "20")
    work(book, "W-1", "2026-01-05", "2026-02-03")
    run(book, approve=True)
    work(book, "W-2", "2026-01-20", "2026-01-21")
    number = run(book, FEBRUARY)
    (told,) = [each.text for each in unusual(book, number) if each.kind == "missed"]
    assert told.startswith("2 records of 1–31 Jan 2026 are on no payslip; a run of that")
    (missed,) = what_needs_doing(book, date(2026, 2, 10)).missed
    assert (missed.code, missed.period, missed.count) == ("W-2", JANUARY, 2)
    run(book, JANUARY, codes=["W-2"], approve=True)
    with book.reading() as connection:
        assert missed_records(connection) == ()


def test_work_after_an_off_cycle_run_of_a_month_that_was_closed_for_others_is_told(
    book: Book,
) -> None:
    for code in ("W-1", "W-2"):
        hire(book, code, "hourly", "20")
        work(book, code, "2026-01-05")
    run(book, codes=["W-1"], off_cycle=True, approve=True)
    run(book, approve=True)
    work(book, "W-1", "2026-01-06", "2026-02-03")
    (missed,) = what_needs_doing(book, date(2026, 2, 10)).missed
    assert (missed.code, missed.period, missed.count) == ("W-1", JANUARY, 1)
    assert pay_of(book, run(book, JANUARY, codes=["W-1"], approve=True)) == {"W-1": "160.00"}
    assert what_needs_doing(book, date(2026, 2, 10)).missed == ()
