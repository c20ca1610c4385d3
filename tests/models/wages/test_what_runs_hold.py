"""What an approved run holds stays as it is, and a draft is approved only as the book still is."""

from collections.abc import Callable

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.errors import ClosedRecordError, RefusedError
from models.sales.actions import change_sale, remove_sales
from models.sales.drafts import SaleDraft
from models.sales.queries import sales
from models.shifts.actions import change_shift, remove_shifts, set_shift_status
from models.shifts.drafts import ShiftDraft
from models.shifts.queries import shifts
from models.wages import queries
from models.wages.actions import approve_run, recompute_run
from models.wages.drafts import AdjustmentDraft, PieceDraft
from models.wages.records import (
    change_adjustment,
    change_piece,
    remove_adjustments,
    remove_pieces,
)
from tests.models.wages.bookkeeping import (
    agree,
    enter,
    hire,
    kept,
    make,
    pay_of,
    run,
    sell,
    slips,
    work,
)

# What an approved run holds


def test_a_shift_of_an_approved_run_stays_as_it_is(crew: Book) -> None:
    run(crew, approve=True)
    draft = ShiftDraft.model_validate(
        {"employee": "H", "date": "2026-01-05", "start": "09:00", "end": "19:00"}
    )
    for row in shifts(crew).all():  # that of M only counts towards the salary, and is held too
        for act in (
            lambda key=row.id: change_shift(crew, key, draft),
            lambda key=row.id: set_shift_status(crew, [key], "absent"),
            lambda key=row.id: remove_shifts(crew, [key]),
        ):
            with pytest.raises(ClosedRecordError, match="approved pay run 1"):
                act()


def test_pieces_of_an_approved_run_stay_as_they_are(crew: Book) -> None:
    run(crew, approve=True)
    (row,) = queries.pieces(crew).all()
    draft = PieceDraft.model_validate(
        {"employee": "P", "date": "2026-01-07", "task": "mats", "quantity": "9", "rate": "9"}
    )
    with pytest.raises(ClosedRecordError, match="approved pay run 1"):
        change_piece(crew, row.id, draft)
    with pytest.raises(ClosedRecordError, match="approved pay run 1"):
        remove_pieces(crew, [row.id])


def test_adjustments_of_an_approved_run_stay_as_they_are(crew: Book) -> None:
    run(crew, approve=True)
    draft = AdjustmentDraft.model_validate(
        {"employee": "H", "date": "2026-01-20", "item": "BONUS", "amount": "99"}
    )
    for row in queries.adjustments(crew).all():
        with pytest.raises(ClosedRecordError, match="approved pay run 1"):
            change_adjustment(crew, row.id, draft)
        with pytest.raises(ClosedRecordError, match="approved pay run 1"):
            remove_adjustments(crew, [row.id])


def test_a_sale_of_which_a_share_was_paid_stays_as_it_is(crew: Book) -> None:
    run(crew, approve=True)
    (row,) = sales(crew).all()
    draft = SaleDraft.model_validate(
        {"sku": "BAG", "date": "2026-01-10", "quantity": "6", "unit_price": "10"}
    )
    with pytest.raises(ClosedRecordError, match="approved pay run 1"):
        change_sale(crew, row.id, draft)
    with pytest.raises(ClosedRecordError, match="approved pay run 1"):
        remove_sales(crew, [row.id])


def test_a_draft_holds_nothing(crew: Book) -> None:
    run(crew)
    remove_shifts(crew, [row.id for row in shifts(crew, employee="H").all()])
    assert shifts(crew, employee="H").count() == 0


def test_planned_shifts_stay_open_and_are_paid_when_they_are_confirmed(crew: Book) -> None:
    work(crew, "H", "2026-01-30", status="planned")
    number = run(crew, approve=True)
    assert slips(crew, number)["H"].warning_texts == (
        "1 planned shift is not marked worked and is not paid.",
    )
    planned = [row.id for row in shifts(crew, status="planned").all()]
    set_shift_status(crew, planned, "worked")
    assert pay_of(crew, run(crew, off_cycle=True)) == {"H": "160.00"}


# Approving what the book still says

CHANGES: dict[str, Callable[[Book], None]] = {
    "a shift": lambda book: work(book, "H", "2026-01-28"),
    "pieces": lambda book: make(book, "P", "2026-01-28", "1", "1"),
    "an adjustment": lambda book: enter(book, "M", "2026-01-28", "BONUS", "1"),
    "a sale": lambda book: sell(book, "BAG", "2026-01-28", "1"),
    "terms": lambda book: agree(book, "M", "2026-01-28", "monthly", "6000"),
    "an employee": lambda book: hire(book, "N", "monthly", "3000"),
    "the minimum wage": lambda book: change_settings(book, {"minimum_hourly_wage": "30"}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_run_is_not_approved_when_the_book_says_something_else(crew: Book, name: str) -> None:
    number = run(crew)
    CHANGES[name](crew)
    with pytest.raises(RefusedError, match="The book has changed since run 1 was computed"):
        approve_run(crew, number)
    recompute_run(crew, number)
    approve_run(crew, number)
    assert kept(crew)


def test_a_change_of_another_month_is_no_change_of_this_one(crew: Book) -> None:
    number = run(crew)
    work(crew, "H", "2026-02-10")
    agree(crew, "M", "2026-02-01", "monthly", "6000")
    approve_run(crew, number)
    assert pay_of(crew, number)["M"] == "4900.00"


def test_recomputing_gives_the_same_payslips(crew: Book) -> None:
    number = run(crew)
    before = queries.payslips(crew, number)
    for _again in range(2):
        recompute_run(crew, number)
        assert queries.payslips(crew, number) == before
