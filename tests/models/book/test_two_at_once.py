"""Two programs with one book: each sees a whole state, and of two that want the same, one wins."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from models.book.actions import change_settings
from models.book.audit import broken_links
from models.book.book import Book
from models.book.opening import open_book
from models.book.tables import AUDIT
from models.checking import check_book
from models.errors import RefusedError
from models.wages.actions import approve_run
from models.wages.queries import runs
from tests.conftest import PASSPHRASE


def test_of_two_who_approve_a_run_at_once_one_wins_and_the_other_is_told(demo: Book) -> None:
    run = next(row.number for row in runs(demo).all() if row.status == "draft")
    start = Barrier(2)

    def approve(book: Book) -> str:
        start.wait()
        try:
            approve_run(book, run)
        except RefusedError as error:
            return error.message
        return "approved"

    with open_book(demo.place, PASSPHRASE) as other, ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(approve, (demo, other)))
    assert said == [f"Run {run} is approved, so this cannot be done with it.", "approved"]
    assert [promise for promise in check_book(demo) if not promise.kept] == []


def test_many_writers_make_one_audit_chain(book: Book) -> None:
    def write(number: int) -> None:
        change_settings(book, {"name": f"Name {number}"})

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(24)))
    with book.reading() as connection:
        assert broken_links(connection) == []
        assert connection.execute(select(func.count()).select_from(AUDIT)).scalar() == 25


def test_one_reading_sees_one_state_while_another_writes(book: Book) -> None:
    counting = select(func.count()).select_from(AUDIT)
    with book.reading() as connection:
        before = connection.execute(counting).scalar()
        change_settings(book, {"name": "Changed"})
        assert connection.execute(counting).scalar() == before
    with book.reading() as connection:
        assert connection.execute(counting).scalar() == (before or 0) + 1


def test_an_amount_beyond_any_book_is_refused_and_not_called_damage(book: Book) -> None:
    def act() -> None:
        with book.acting("test") as acting:
            acting.connection.execute(AUDIT.insert().values(id=2**63))

    with pytest.raises(RefusedError, match="larger than the book can hold"):
        act()
