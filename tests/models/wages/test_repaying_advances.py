"""Skipping an instalment, taking that back, and settling by hand."""

from datetime import date

import pytest

from models.book.book import Book
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.wages.advances.queries import advance_plan
from models.wages.advances.repaying import undo_settlement, unskip_instalment
from tests.models.wages.bookkeeping import hire
from tests.models.wages.lending import hand_back, lend, plan_of, skip, taken

WHOLE = ["2026-01-31 10000", "2026-02-28 10000", "2026-03-31 5000"]


@pytest.fixture
def loan(book: Book) -> int:
    """250.00 in instalments of 100.00 from the end of January on."""
    hire(book, "A")
    return lend(book, "A", "2026-01-10", "250", instalment="100")


def unskip(book: Book, number: int, day: str) -> None:
    unskip_instalment(book, number, date.fromisoformat(day))


def test_a_skipped_instalment_is_added_at_the_end(book: Book, loan: int) -> None:
    assert plan_of(book, loan) == WHOLE
    skip(book, loan, "2026-02-28")
    assert plan_of(book, loan) == [
        "2026-01-31 10000",
        "2026-02-28 skipped",
        "2026-03-31 10000",
        "2026-04-30 5000",
    ]
    skip(book, loan, "2026-04-30")
    assert plan_of(book, loan)[-2:] == ["2026-04-30 skipped", "2026-05-31 5000"]
    unskip(book, loan, "2026-02-28")
    assert plan_of(book, loan) == WHOLE
    # What the skipped last one had become is no part of the plan as long as the plan ends before.
    skip(book, loan, "2026-01-31")
    assert plan_of(book, loan)[-2:] == ["2026-04-30 skipped", "2026-05-31 5000"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            "2026-02-27",
            "No instalment of advance 1 is due on 2026-02-27; the next is on 2026-02-28.",
        ),
        ("2026-01-31", "The instalment of 2026-01-31 was taken, in whole or in part."),
        ("2026-04-30", "The instalment of 2026-04-30 was repaid by hand."),
        ("2026-03-31", "The instalment of 2026-03-31 is skipped already."),
    ],
)
def test_only_an_open_instalment_is_skipped(book: Book, loan: int, day: str, said: str) -> None:
    skip(book, loan, "2026-03-31")
    taken(book, loan, "2026-01-31", 10_000)
    hand_back(book, loan, "2026-02-02", "10")
    before = plan_of(book, loan)
    with pytest.raises(RefusedError) as caught:
        skip(book, loan, day)
    assert caught.value.message == said
    assert [problem.value for problem in caught.value.problems] == [day]
    assert plan_of(book, loan) == before


def test_an_instalment_of_which_a_part_was_taken_is_not_skipped(book: Book, loan: int) -> None:
    taken(book, loan, "2026-01-31", 4_000)
    with pytest.raises(RefusedError, match="was taken, in whole or in part"):
        skip(book, loan, "2026-01-31")


def test_a_skip_is_not_taken_back_once_a_later_instalment_was_taken(book: Book, loan: int) -> None:
    skip(book, loan, "2026-01-31")
    taken(book, loan, "2026-02-28", 10_000)
    with pytest.raises(RefusedError, match="Since 2026-01-31 a later instalment was taken"):
        unskip(book, loan, "2026-01-31")
    with pytest.raises(RefusedError, match="The instalment of 2026-03-31 was not skipped"):
        unskip(book, loan, "2026-03-31")


def test_what_is_handed_back_shortens_the_end(book: Book, loan: int) -> None:
    hand_back(book, loan, "2026-01-20", "60")
    assert plan_of(book, loan) == ["2026-01-31 10000", "2026-02-28 9000", "2026-03-31 0"]
    assert advance_plan(book, loan).advance.outstanding == 19_000


def test_without_an_amount_everything_is_settled(book: Book, loan: int) -> None:
    taken(book, loan, "2026-01-31", 10_000)
    hand_back(book, loan, "2026-02-01", note="left for home")
    row = advance_plan(book, loan).advance
    assert (row.outstanding, row.next_due, row.by_hand) == (0, None, 15_000)


@pytest.mark.parametrize(
    ("amount", "on", "column", "said"),
    [
        ("150.01", "2026-02-01", "amount", "Only 150.00 CNY is still owed of advance 1."),
        ("10.001", "2026-02-01", "amount", "Amounts in CNY have at most 2 decimals."),
        ("10", "2026-01-09", "date", "The money was given on 2026-01-10 only."),
    ],
)
def test_more_than_is_owed_is_not_settled(
    book: Book, loan: int, amount: str, on: str, column: str, said: str
) -> None:
    taken(book, loan, "2026-01-31", 10_000)
    with pytest.raises(RefusedError) as caught:
        hand_back(book, loan, on, amount)
    assert [(each.column, each.message) for each in caught.value.problems] == [(column, said)]
    assert advance_plan(book, loan).advance.outstanding == 15_000


def test_nothing_is_settled_twice(book: Book, loan: int) -> None:
    hand_back(book, loan, "2026-02-01")
    with pytest.raises(RefusedError, match="Nothing is owed of advance 1 any more"):
        hand_back(book, loan, "2026-02-01")


def test_a_settlement_is_undone_but_not_what_a_payslip_took(book: Book, loan: int) -> None:
    slip = taken(book, loan, "2026-01-31", 10_000)
    repayment = hand_back(book, loan, "2026-02-01", "60")
    undo_settlement(book, repayment)
    assert plan_of(book, loan) == ["2026-01-31 0", *WHOLE[1:]]
    with pytest.raises(NotFoundError, match=f"There is no repayment {repayment}"):
        undo_settlement(book, repayment)
    (by_payslip,) = advance_plan(book, loan).repayments
    with pytest.raises(ClosedRecordError, match=f"Payslip {slip} took this; only voiding"):
        undo_settlement(book, by_payslip.id)


def test_of_an_advance_that_is_not_there_nothing_can_be_done(book: Book, loan: int) -> None:
    for attempt in (skip, unskip, hand_back):
        with pytest.raises(NotFoundError, match="There is no advance 9"):
            attempt(book, loan + 8, "2026-01-31")
