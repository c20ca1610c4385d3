"""What may be taken off pay that is for work of before: its overtime and its minimum are kept."""

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.wages.striking import strike_out
from tests.models.wages.bookkeeping import FEBRUARY, agree, enter, hire, pay_of, run, slips, work
from tests.models.wages.lending import lend


def programme(book: Book, currency: str, country: str, minimum: str = "") -> None:
    change_settings(
        book,
        {
            "currency": currency,
            "country": country,
            "pay_rules": country,
            "minimum_hourly_wage": minimum,
        },
    )


def taken(book: Book, number: int) -> dict[str, list[int]]:
    """What each line of deductions of W-1 takes."""
    slip = slips(book, number)["W-1"]
    return {line.code: line.amount for line in slip.taken_off}


def test_overtime_that_comes_late_is_kept_from_what_serves_the_employer(book: Book) -> None:
    """29 CFR 531.37: a late shift of ten hours beyond forty, 12.00 and half of it on top."""
    programme(book, "USD", "US")
    hire(book, "W-1", "hourly", "12")
    days = [f"2026-01-{day:02d}" for day in range(5, 10)]
    work(book, "W-1", *days)
    run(book, approve=True)
    work(book, "W-1", "2026-01-10", end="19:00")
    enter(book, "W-1", "2026-02-02", "DEDUCTION", "500", "tools", kind="employer")
    number = run(book, FEBRUARY)
    assert (taken(book, number), pay_of(book, number)) == ({"DEDUCTION": 0}, {"W-1": "180.00"})


def test_the_minimum_wage_of_hours_that_come_late_is_kept_from_a_loss(book: Book) -> None:
    """1994 Provisions 16: sixteen late hours at 20.00, of which 18.00 each must remain."""
    programme(book, "CNY", "CN", minimum="18")
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", "2026-01-05")
    run(book, approve=True)
    work(book, "W-1", "2026-01-06", "2026-01-07")
    enter(book, "W-1", "2026-02-02", "DEDUCTION", "500", "broken loom", kind="loss")
    assert taken(book, run(book, FEBRUARY)) == {"DEDUCTION": 3_200}


def test_lines_that_only_take_the_place_of_others_are_no_wages(book: Book) -> None:
    """Five worked days that were paid leave add nothing: the minimum of February's hours stays."""
    programme(book, "USD", "US")
    hire(book, "W-1", "hourly", "7.25")
    days = [f"2026-01-{day:02d}" for day in range(5, 10)]
    work(book, "W-1", *days)
    run(book, approve=True)
    for key in range(1, 6):
        strike_out(book, "shift", key, why="was on leave")
    work(book, "W-1", *days, status="paid_leave")
    work(book, "W-1", *(f"2026-02-{day:02d}" for day in range(2, 7)))
    enter(book, "W-1", "2026-02-02", "DEDUCTION", "500", "tools", kind="employer")
    assert taken(book, run(book, FEBRUARY)) == {"DEDUCTION": 0}


def test_a_rate_agreed_back_dated_makes_room_for_its_difference_alone(book: Book) -> None:
    programme(book, "CNY", "CN", minimum="18")
    hire(book, "W-1", "hourly", "18")
    work(book, "W-1", *(f"2026-01-{day:02d}" for day in (5, 6, 7, 8, 9, 12, 13, 14, 15, 16)))
    run(book, approve=True)
    agree(book, "W-1", "2026-01-12", "hourly", "18.50")
    work(book, "W-1", *(f"2026-02-{day:02d}" for day in range(2, 7)))
    enter(book, "W-1", "2026-02-02", "DEDUCTION", "500", "broken loom", kind="loss")
    number = run(book, FEBRUARY)
    assert pay_of(book, number) == {"W-1": "720.00"}, (
        "740.00 and 20.00 more, of which 40 h at 18.00"
    )
    assert taken(book, number) == {"DEDUCTION": 4_000}


@pytest.mark.parametrize("lent", ["2026-01-02", "2026-01-30"])
def test_a_loss_leaves_the_minimum_wage_whenever_the_loan_was_given(book: Book, lent: str) -> None:
    programme(book, "CNY", "CN", minimum="18")
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", *(f"2026-01-{day:02d}" for day in (5, 6, 7, 8, 9, 12, 13, 14, 15, 16)))
    enter(book, "W-1", "2026-01-20", "DEDUCTION", "300", "broken loom", kind="loss")
    lend(book, "W-1", lent, "100", kind="loan", instalment="100", first_due="2026-01-31")
    number = run(book)
    assert taken(book, number) == {"ADVANCE": 10_000, "DEDUCTION": 6_000}
    assert pay_of(book, number) == {"W-1": "1440.00"}, "80 hours at 18.00"
