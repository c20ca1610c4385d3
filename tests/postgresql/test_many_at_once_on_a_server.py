"""Several programs with one book on PostgreSQL: each sees a whole state, and one wins."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import text

from models.book.actions import change_settings
from models.book.audit import broken_links
from models.book.book import Book
from models.book.opening import open_book
from models.book.place import Place
from models.errors import RefusedError
from models.wages import actions as wages
from tests.models.wages.bookkeeping import kept
from tests.postgresql.files_of_may import MAY

pytestmark = pytest.mark.postgresql


def test_one_reading_sees_one_state_while_others_write(shared: Book) -> None:
    with shared.reading() as connection:
        before = connection.execute(text("SELECT count(*) FROM audit_entry")).scalar()
        change_settings(shared, {"name": "Changed"})
        after = connection.execute(text("SELECT count(*) FROM audit_entry")).scalar()
    assert before == after


def test_many_writers_make_one_chain(shared: Book) -> None:
    def write(number: int) -> None:
        change_settings(shared, {"name": f"Name {number}"})

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(24)))
    with shared.reading() as connection:
        assert broken_links(connection) == []
        assert connection.execute(text("SELECT count(*) FROM audit_entry")).scalar() == 25


def test_of_two_who_approve_a_run_at_once_one_wins_and_the_other_is_told(
    shared: Book, url: str, full: Callable[[Book], Book]
) -> None:
    run = wages.new_run(full(shared), period=MAY)
    start = Barrier(2)

    def approve(book: Book) -> str:
        start.wait()
        try:
            wages.approve_run(book, run)
        except RefusedError as error:
            return error.message
        return "approved"

    with open_book(Place.of(url)) as other, ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(approve, (shared, other)))
    assert said == [f"Run {run} is approved, so this cannot be done with it.", "approved"]
    assert kept(shared)
