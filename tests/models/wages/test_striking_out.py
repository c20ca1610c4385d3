"""Records that an approved run holds and that were wrong: struck out, never edited."""

import json

import pytest

from models.book.book import Book
from models.book.queries import audit_entries
from models.checking import check_book
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.sales.actions import change_sale, remove_sales
from models.sales.drafts import SaleDraft
from models.shifts.actions import change_shift, remove_shifts, set_shift_status
from models.shifts.drafts import ShiftDraft
from models.wages.actions import void_run
from models.wages.claims import TABLES
from models.wages.drafts import PieceDraft
from models.wages.records import change_piece, remove_adjustments, remove_pieces
from models.wages.striking import strike_out, unstrike
from tests.models.wages.bookkeeping import FEBRUARY, hire, kept, make, run, work
from tests.models.wages.struck import DAY, KIND, row


@pytest.mark.parametrize("kind", KIND)
def test_a_struck_out_record_stays_as_it_was_and_says_when_and_why(
    january: Book, kind: str
) -> None:
    before = row(january, kind)
    assert strike_out(january, KIND[kind], 1, why="  entered twice ") == 1
    assert row(january, kind) == {**before, "struck_as": 1, "struck_why": "entered twice"}
    assert kept(january)


def test_the_newest_approved_run_is_the_last_that_counted_it(january: Book) -> None:
    hire(january, "W-2", "monthly", "1000")
    run(january, FEBRUARY, approve=True)
    strike_out(january, "shift", 1, why="not worked")
    assert row(january, "shifts")["struck_as"] == 2


def test_the_audit_says_which_record_of_which_run_and_nothing_of_anyone(january: Book) -> None:
    strike_out(january, "shift", 1, why="Ann was ill")
    unstrike(january, "shift", 1)
    newest, before = audit_entries(january).page(0, 2)
    assert (before.action, before.subject) == ("shift.strike_out", "1")
    assert (newest.action, newest.subject) == ("shift.restore", "1")
    assert json.loads(before.details) == json.loads(newest.details) == {"run": 1}


@pytest.mark.parametrize("why", ["", "   ", "x" * 201])
def test_striking_out_needs_a_reason_of_a_line(january: Book, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        strike_out(january, "piece", 1, why=why)
    assert refused.value.problems[0].column == "reason"
    assert row(january, "pieces")["struck_as"] is None


def test_what_no_run_holds_is_not_struck_out_but_removed(january: Book) -> None:
    make(january, "W-1", "2026-02-02", "4", "2")
    with pytest.raises(RefusedError, match="it can be changed or removed instead"):
        strike_out(january, "piece", 2, why="wrong")
    remove_pieces(january, [2])


def test_nothing_is_struck_out_or_restored_twice_or_without_being_there(january: Book) -> None:
    strike_out(january, "sale", 1, why="never sold")
    with pytest.raises(RefusedError, match="struck out before: never sold"):
        strike_out(january, "sale", 1, why="again")
    unstrike(january, "sale", 1)
    with pytest.raises(RefusedError, match="was not struck out"):
        unstrike(january, "sale", 1)
    for act in (
        lambda: strike_out(january, "sale", 9, why="x"),
        lambda: unstrike(january, "sale", 9),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_a_struck_out_record_is_neither_changed_nor_removed_even_once_its_run_is_void(
    january: Book,
) -> None:
    for kind in KIND.values():
        strike_out(january, kind, 1, why="wrong")
    void_run(january, 1, reason="all wrong")
    shift = {"employee": "W-1", "date": DAY, "start": "09:00", "end": "10:00"}
    piece = {"employee": "W-1", "date": DAY, "task": "mats", "quantity": "1", "rate": "1"}
    sale = {"sku": "MAT", "date": DAY, "quantity": "1", "unit_price": "1"}
    for act in (
        lambda: change_shift(january, 1, ShiftDraft.model_validate(shift)),
        lambda: set_shift_status(january, [1], "absent"),
        lambda: remove_shifts(january, [1]),
        lambda: change_piece(january, 1, PieceDraft.model_validate(piece)),
        lambda: remove_pieces(january, [1]),
        lambda: remove_adjustments(january, [1]),
        lambda: change_sale(january, 1, SaleDraft.model_validate(sale)),
        lambda: remove_sales(january, [1]),
    ):
        with pytest.raises(ClosedRecordError, match=r"struck out \(“wrong”\) and stays as it is"):
            act()
    for kind in KIND.values():
        assert unstrike(january, kind, 1) is None
    remove_shifts(january, [1])


@pytest.mark.parametrize("kind", KIND)
def test_it_is_restored_until_a_later_run_has_corrected_the_pay(january: Book, kind: str) -> None:
    strike_out(january, KIND[kind], 1, why="a mistake")
    unstrike(january, KIND[kind], 1)
    assert row(january, kind)["struck_as"] is None
    assert row(january, kind)["struck_why"] == ""
    strike_out(january, KIND[kind], 1, why="wrong after all")
    work(january, "W-1", "2026-02-02")
    run(january, FEBRUARY)
    unstrike(january, KIND[kind], 1)
    strike_out(january, KIND[kind], 1, why="wrong for good")


@pytest.mark.parametrize("kind", KIND)
def test_after_a_later_run_of_its_employee_it_is_entered_anew_instead(
    january: Book, kind: str
) -> None:
    hire(january, "W-2", "monthly", "1000")
    strike_out(january, KIND[kind], 1, why="wrong")
    run(january, FEBRUARY, codes=["W-2"], approve=True)
    unstrike(january, KIND[kind], 1)
    strike_out(january, KIND[kind], 1, why="wrong")
    work(january, "W-1", "2026-02-02", "2026-02-03", "2026-02-04")
    run(january, FEBRUARY, codes=["W-1"], approve=True)
    with pytest.raises(RefusedError, match="Pay run 3 has corrected the pay already"):
        unstrike(january, KIND[kind], 1)


def test_a_promise_is_broken_where_nobody_said_why(january: Book) -> None:
    strike_out(january, "piece", 1, why="wrong")
    with january.acting("test") as acting:
        acting.connection.execute(TABLES["piece"].update().values(struck_why=""))
    (broken,) = [promise for promise in check_book(january) if not promise.kept]
    assert broken.details == ("piece 1 was struck out, but not why or when.",)
