"""What one book exports, another imports, and exports the same again."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from models.book.book import Book
from models.book.opening import create_book
from models.book.place import Place
from models.exchange.exporting import export_rows
from models.exchange.importing import import_file
from models.exchange.kinds import KINDS
from models.periods import month_of
from models.sales.summary import sales_summaries

ORDER = (
    "employees",
    "terms",
    "holidays",
    "products",
    "stock",
    "shifts",
    "pieces",
    "adjustments",
    "advances",
    "sales",
)
Write = Callable[[Path, tuple[str, ...], list[tuple[Any, ...]]], None]


def write_csv(path: Path, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows(
            [columns, *(["" if cell is None else str(cell) for cell in row] for row in rows)]
        )


def write_xlsx(path: Path, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (columns, *rows):
        sheet.append([float(cell) if isinstance(cell, Decimal) else cell for cell in row])
    workbook.save(path)


def rows_of(book: Book, kind: str) -> list[tuple[Any, ...]]:
    return list(export_rows(book, kind).rows)


@pytest.fixture
def other(tmp_path: Path, demo: Book) -> Iterator[Book]:
    place = Place(folder=tmp_path / "other.book")
    with create_book(place, "p", demo.settings()) as book:
        yield book


@pytest.mark.parametrize(
    ("write", "suffix"), [(write_csv, "csv"), (write_xlsx, "xlsx")], ids=["CSV", "XLSX"]
)
def test_an_export_imports_into_an_empty_book_and_exports_the_same_again(
    demo: Book, other: Book, tmp_path: Path, write: Write, suffix: str
) -> None:
    assert set(ORDER) == set(KINDS)
    for kind in ORDER:
        path = tmp_path / f"{kind}.{suffix}"
        rows = rows_of(demo, kind)
        assert rows, kind
        write(path, KINDS[kind].columns, rows)
        import_file(other, kind, path)
        assert sorted(map(repr, rows_of(other, kind))) == sorted(map(repr, rows)), kind
        assert import_file(other, kind, path).added == 0, kind
        assert import_file(demo, kind, path).added == 0, kind
    month = month_of(date(2026, 4, 1))
    mine, theirs = sales_summaries(demo, month)[0], sales_summaries(other, month)[0]
    assert (mine.totals, mine.by_channel) == (theirs.totals, theirs.by_channel)


def test_an_export_between_two_days_has_both_of_them(demo: Book) -> None:
    first, last = date(2026, 3, 9), date(2026, 3, 13)
    for kind, place in (("shifts", 1), ("pieces", 1), ("sales", 0), ("stock", 1)):
        days = {row[place] for row in export_rows(demo, kind, from_=first, to=last).rows}
        assert all(first <= day <= last for day in days), kind
    shift_days = {row[1] for row in export_rows(demo, "shifts", from_=first, to=last).rows}
    assert {first, last} <= shift_days
    assert min(row[1] for row in rows_of(demo, "shifts")) < first


def test_an_export_of_one_employee_has_nobody_else(demo: Book) -> None:
    code = rows_of(demo, "shifts")[0][0]
    for kind in ("employees", "terms", "shifts"):
        assert {row[0] for row in export_rows(demo, kind, employee=code).rows} == {code}
