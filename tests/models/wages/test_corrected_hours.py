"""Hours that a closed payslip lacked or had too many: kept with its correction, counted once."""

from datetime import date

import pytest

from models.book.book import Book
from models.periods import Period, month_of
from models.wages.actions import pay_run, void_run
from models.wages.striking import strike_out
from models.wages.year import year_of
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    JANUARY,
    MARCH,
    change,
    enter,
    hire,
    kept,
    run,
    slips,
    work,
)

PAYDAY = date(2026, 2, 5)


def hours(book: Book, kind: str = "worked") -> dict[int, float]:
    """The hours of a kind, by month."""
    [table] = year_of(book, "W-1", 2026).tables
    return {month: each / 60 for month, each in enumerate(table.row(kind).months, 1) if each}


def test_a_forgotten_shift_counts_in_the_month_that_pays_it_and_once(shop: Book) -> None:
    work(shop, "W-1", "2026-01-08", "2026-02-03")
    for month in (FEBRUARY, MARCH):
        work(shop, "W-1", month.ends_on.isoformat())
        run(shop, month, approve=True)
    assert hours(shop) == {1: 24, 2: 8 + 8 + 8, 3: 8}
    assert kept(shop)


def test_a_payslip_says_its_own_hours_and_those_that_it_corrects_apart(shop: Book) -> None:
    work(shop, "W-1", "2026-01-08", "2026-02-03")
    slip = slips(shop, run(shop, FEBRUARY))["W-1"]
    assert slip.minutes.worked == 8 * 60
    assert {number: each.worked for number, each in slip.corrected_hours.items()} == {
        "1-W-1": 8 * 60
    }


def test_hours_that_were_struck_out_count_below_zero(shop: Book) -> None:
    strike_out(shop, "shift", 1, why="was not there")
    work(shop, "W-1", "2026-02-03", "2026-02-04")
    run(shop, FEBRUARY, approve=True)
    assert hours(shop) == {1: 24, 2: 16 - 8}


def test_every_kind_of_hours_is_corrected(book: Book) -> None:
    hire(book, "W-1", "hourly", "20", rules="KR", weekly_hours="40", rest_days="SU")
    work(book, "W-1", "2026-01-05")
    run(book, approve=True)
    work(book, "W-1", "2026-01-06", end="19:00")
    work(book, "W-1", "2026-01-11", start="15:00", end="01:00")
    run(book, FEBRUARY, approve=True)
    assert hours(book) == {1: 8, 2: 20}
    for kind, expected in {"night": 3, "rest_day": 10, "overtime": 2}.items():
        assert hours(book, kind) == {2: expected}, kind


@pytest.mark.parametrize("rules", ["CN", "KR"])
def test_overtime_of_a_week_that_was_paid_is_no_overtime_of_the_next_month(
    book: Book, rules: str
) -> None:
    hire(book, "W-1", "hourly", "20", rules=rules, weekly_hours="40", rest_days="SA,SU")
    work(book, "W-1", "2026-06-29", end="19:00")
    work(book, "W-1", "2026-07-01")
    for month in (date(2026, 6, 1), date(2026, 7, 1)):
        run(book, month_of(month), approve=True)
    assert hours(book) == {6: 10, 7: 8}
    assert hours(book, "overtime") == {6: 2}


def test_hours_that_earn_nothing_beyond_a_salary_are_known_too(book: Book) -> None:
    hire(book, "W-1", "monthly", "3000", weekly_hours="40")
    work(book, "W-1", "2026-01-05")
    run(book, approve=True)
    work(book, "W-1", "2026-01-06")
    run(book, FEBRUARY, approve=True)
    assert hours(book) == {1: 8, 2: 8}


def test_a_correction_that_was_void_is_made_again_and_counts_once(shop: Book) -> None:
    work(shop, "W-1", "2026-01-08", "2026-02-03")
    void_run(shop, run(shop, FEBRUARY, approve=True), reason="too early")
    assert hours(shop) == {1: 24}
    run(shop, FEBRUARY, approve=True)
    assert hours(shop) == {1: 24, 2: 16}


def test_a_payslip_that_takes_the_place_of_a_void_one_has_the_right_hours_already(
    book: Book,
) -> None:
    hire(book, "W-1", "monthly", "3000", weekly_hours="40")
    work(book, "W-1", "2026-01-05", "2026-01-06")
    pay_run(book, run(book, approve=True), on=PAYDAY)
    strike_out(book, "shift", 1, why="was not there")
    work(book, "W-1", "2026-02-03")
    run(book, FEBRUARY, approve=True)
    assert hours(book) == {1: 16}, "eight in February, and eight fewer in January"
    void_run(book, 1, reason="wrong")
    assert hours(book) == {2: 8}
    run(book, JANUARY, approve=True)
    assert hours(book) == {1: 8, 2: 8}


def test_hours_that_an_off_cycle_run_has_paid_are_no_correction(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", "2026-01-05", "2026-01-06")
    begun = Period(date(2026, 1, 1), date(2026, 1, 5))
    run(book, begun, codes=["W-1"], off_cycle=True, approve=True)
    slip = slips(book, run(book, approve=True))["W-1"]
    assert (slip.minutes.worked, slip.corrected_hours) == (8 * 60, {})
    assert hours(book) == {1: 16}


def test_approving_keeps_them_and_computing_again_gives_the_same(shop: Book) -> None:
    work(shop, "W-1", "2026-01-08")
    number = run(shop, FEBRUARY, approve=True)
    change(shop, "W-1", left_on="2026-02-28")
    enter(shop, "W-1", "2026-02-28", "BONUS", "5")
    assert slips(shop, number)["W-1"].corrected_hours["1-W-1"].worked == 8 * 60
    assert kept(shop)
