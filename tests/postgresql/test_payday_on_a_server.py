"""Corrections, advances, single payments and void runs: on PostgreSQL as on disk."""

from datetime import date

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.checking import check_book
from models.errors import RefusedError
from models.wages.actions import mark_uncollected, pay_run, void_run
from models.wages.advances.queries import advances
from models.wages.queries import run as run_row
from models.wages.striking import strike_out
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    agree,
    enter,
    hire,
    lines,
    run,
    slips,
    work,
)
from tests.models.wages.lending import lend

pytestmark = pytest.mark.postgresql


def a_payday(book: Book) -> list[object]:
    """Two months of two workers with everything that turns up late, and what comes of it."""
    change_settings(book, {"currency": "KRW", "pay_rules": "KR", "cash_smallest": "100"})
    for code in ("W-1", "W-2"):
        hire(book, code, "hourly", "11050", weekly_hours="40", rest_days="SU")
        work(book, code, "2026-01-05", "2026-01-06", "2026-01-07")
    more = {"kind": "loan", "agreed": "yes", "first_due": "2026-01-31"}
    lend(book, "W-1", "2026-01-20", "50000", instalment="20000", **more)
    run(book, approve=True)
    pay_run(book, 1, on=date(2026, 2, 5), codes=["W-1"])
    before = run_row(book, 1).uncollected
    mark_uncollected(book, 1, codes=["W-1"])
    pay_run(book, 1, on=date(2026, 2, 6))
    mark_uncollected(book, 1, codes=["W-1"])
    pay_run(book, 1, on=date(2026, 2, 7), codes=["W-1"])
    with pytest.raises(RefusedError, match="Run 1 is paid"):
        pay_run(book, 1, on=date(2026, 2, 7), codes=["W-1"])
    work(book, "W-1", "2026-01-08", end="21:00")
    strike_out(book, "shift", 4, why="Was ill")
    agree(book, "W-2", "2026-01-01", "hourly", "12000", weekly_hours="40", rest_days="SU")
    enter(book, "W-2", "2026-01-30", "BONUS", "5000")
    for code in ("W-1", "W-2"):
        work(book, code, "2026-02-03", "2026-02-04")
    run(book, FEBRUARY, approve=True)
    pay_run(book, 2, on=date(2026, 3, 5))
    void_run(book, 2, reason="Counted twice")
    run(book, FEBRUARY, approve=True)
    paid = [
        (slip.code, lines(slip), slip.paid, slip.advances, slip.account)
        for number in (1, 2, 3)
        for slip in slips(book, number).values()
    ]
    owed = [row.outstanding for row in advances(book).all()]
    assert [promise for promise in check_book(book) if not promise.kept] == []
    return [before, paid, owed]


def test_a_payday_comes_out_the_same_as_on_disk(shared: Book, book: Book) -> None:
    assert a_payday(shared) == a_payday(book)
