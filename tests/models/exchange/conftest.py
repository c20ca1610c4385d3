"""A book with two employees, and files that come into it."""

from pathlib import Path
from typing import Any

import pytest

from models.book.book import Book
from models.exchange.importing import ImportReport, import_file
from tests.models.exchange.bringing import Import
from tests.models.wages.bookkeeping import hire


@pytest.fixture
def staffed(book: Book) -> Book:
    for code in ("W-001", "W-002"):
        hire(book, code, "hourly", "20", joined_on="2026-01-01")
    return book


@pytest.fixture
def bring(tmp_path: Path, staffed: Book) -> Import:
    def bring(kind: str, content: str, **options: Any) -> ImportReport:
        path = tmp_path / f"{kind}.csv"
        path.write_text(content, newline="")
        return import_file(staffed, kind, path, **options)

    return bring
