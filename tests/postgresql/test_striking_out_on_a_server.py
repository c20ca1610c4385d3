"""Striking out on PostgreSQL: the same answers as from a book on disk."""

from datetime import date
from pathlib import Path

import pytest

from models.book.book import Book
from models.checking import check_book
from models.errors import RefusedError
from models.exchange.exporting import export_rows, listed_rows
from models.exchange.importing import import_file
from models.sales.queries import products
from models.sales.returns import ReturnDraft, add_return
from models.sales.summary import sales_summaries
from models.shifts.queries import shifts, totals
from models.wages.striking import strike_out, unstrike
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    JANUARY,
    enter,
    hire,
    make,
    pay_of,
    run,
    sell,
    stock,
    work,
)

pytestmark = pytest.mark.postgresql

DAY = "2026-01-05"
KINDS = {"shifts": "shift", "pieces": "piece", "adjustments": "adjustment", "sales": "sale"}


def refused(act: object) -> str:
    with pytest.raises(RefusedError) as error:
        act()  # type: ignore[operator]
    return error.value.message


def said(book: Book, folder: Path) -> list[object]:
    """What a book says of a month in which everything was wrong."""
    hire(book, "W-1", "hourly", "20")
    hire(book, "Y-1", "hourly", "20", age_band="16-17", rules="KR")
    work(book, "W-1", DAY)
    work(book, "Y-1", DAY, end="16:00")
    make(book, "W-1", DAY, "10", "2")
    enter(book, "W-1", DAY, "BONUS", "50")
    stock(book, "MAT", "W-1", "10%")
    sell(book, "MAT", DAY, "3", ref="A1")
    run(book, approve=True)
    answers: list[object] = []
    file = folder / "shifts.csv"
    file.write_text(f"employee,date,start,end\nW-1,{DAY},09:00,17:00\n")
    back = ReturnDraft.model_validate({"date": DAY, "quantity": "1"})
    add_return(book, 1, back)
    answers.append(refused(lambda: strike_out(book, "sale", 1, why="wrong")))
    run(book, FEBRUARY, codes=["Y-1"], approve=False)
    for kind in ("shift", "piece", "adjustment"):
        strike_out(book, kind, 1, why="wrong")  # type: ignore[arg-type]
    strike_out(book, "shift", 2, why="another day")
    work(book, "Y-1", DAY, start="16:00", end="20:00")
    answers.append(refused(lambda: unstrike(book, "shift", 2)))
    again = import_file(book, "shifts", file)
    answers += [again.added, again.skipped]
    work(book, "W-1", DAY, end="18:00")
    answers.append(refused(lambda: unstrike(book, "shift", 1)))
    answers.append(totals(shifts(book), before=date(2026, 2, 1)).worked)
    answers.append(sales_summaries(book, JANUARY))
    answers.append([row.stock for row in products(book).all()])
    for kind in KINDS:
        answers.append(sorted(map(repr, export_rows(book, kind).rows)))
        answers.append(sorted(map(repr, listed_rows(book, kind).rows)))
    number = run(book, FEBRUARY, codes=["W-1"], approve=True)
    answers.append(pay_of(book, number))
    answers.append(refused(lambda: unstrike(book, "piece", 1)))
    assert [promise for promise in check_book(book) if not promise.kept] == []
    return answers


def test_what_was_struck_out_counts_no_more_on_either(
    shared: Book, book: Book, tmp_path: Path
) -> None:
    assert said(shared, tmp_path) == said(book, tmp_path)
