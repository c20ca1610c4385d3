"""A book on PostgreSQL is made and opened, and what cannot be opened is said plainly."""

import traceback

import pytest
from sqlalchemy import text

from models.book.book import Book
from models.book.opening import create_book, open_book
from models.book.place import Place
from models.errors import BookError, BookMissingError, BookTooNewError, RefusedError

pytestmark = pytest.mark.postgresql


def test_a_server_without_a_book_is_told_from_one_with(url: str) -> None:
    place = Place.of(url)
    with pytest.raises(BookMissingError):
        open_book(place)
    create_book(place, "", {"name": "First"}).close()
    with pytest.raises(RefusedError, match="already"):
        create_book(place, "", {"name": "Second"})
    with open_book(place) as book:
        assert book.programme().name == "First"


def test_a_server_book_of_a_newer_version_is_left_alone(shared: Book, url: str) -> None:
    with shared.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    with pytest.raises(BookTooNewError):
        open_book(Place.of(url))


def test_a_database_that_is_not_there_is_said_plainly(url: str) -> None:
    wrong = Place.of(url.replace("///", "///no"))
    with pytest.raises(BookError) as caught:
        open_book(wrong)
    assert "cannot be reached" in str(caught.value)
    assert "FATAL" not in "".join(traceback.format_exception(caught.value))
