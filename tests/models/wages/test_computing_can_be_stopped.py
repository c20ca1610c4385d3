"""A computation that is cancelled half way leaves the book as it was."""

import pytest

from models.book.book import Book
from models.wages.actions import approve_run, new_run, recompute_run
from models.wages.queries import payslips, run, runs
from tests.models.wages.bookkeeping import JANUARY, enter, hire, work


class StoppedError(Exception):
    pass


def stop_at_second(done: int, total: int) -> None:
    assert total == 3
    if done == 2:
        raise StoppedError


@pytest.fixture
def three(book: Book) -> Book:
    for code in ("W-1", "W-2", "W-3"):
        hire(book, code, "hourly", "10")
        work(book, code, "2026-01-05")
    return book


def test_a_stopped_draft_is_not_there(three: Book) -> None:
    with pytest.raises(StoppedError):
        new_run(three, period=JANUARY, on_progress=stop_at_second)
    assert runs(three).count() == 0


def test_a_stopped_recomputation_keeps_the_draft(three: Book) -> None:
    number = new_run(three, period=JANUARY)
    before = payslips(three, number)
    enter(three, "W-1", "2026-01-06", "BONUS", "5")
    with pytest.raises(StoppedError):
        recompute_run(three, number, on_progress=stop_at_second)
    assert payslips(three, number) == before


def test_a_stopped_approval_approves_nothing(three: Book) -> None:
    number = new_run(three, period=JANUARY)
    with pytest.raises(StoppedError):
        approve_run(three, number, on_progress=stop_at_second)
    assert run(three, number).status == "draft"


def test_progress_is_told_for_each_employee(three: Book) -> None:
    told: list[tuple[int, int]] = []
    new_run(three, period=JANUARY, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("search", "found"), [("2026-01", 1), ("draft", 1), ("7", 0), ("1", 1), ("%", 0)]
)
def test_runs_are_searched_by_number_days_and_status(three: Book, search: str, found: int) -> None:
    new_run(three, period=JANUARY)
    assert runs(three, search=search).count() == found
