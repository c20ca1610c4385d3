"""A book whose calendar is that of a country."""

import pytest

from models.book.actions import change_settings
from models.book.book import Book


@pytest.fixture
def china(book: Book) -> Book:
    change_settings(book, {"country": "CN"})
    return book
