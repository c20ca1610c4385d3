"""What turns up after a payslip is closed: corrected on the next one, line by line."""

from datetime import date

import pytest

from models.book.book import Book
from models.errors import RefusedError
from models.periods import Period
from models.wages.actions import new_run, pay_run, void_run
from models.wages.queries import payslip
from models.wages.striking import strike_out
from tests.models.wages.bookkeeping import (
    DAYS,
    FEBRUARY,
    JANUARY,
    MARCH,
    agree,
    change,
    enter,
    hire,
    lines,
    make,
    pay_of,
    run,
    sell,
    slips,
    stock,
    work,
)

LATER = ("2026-02-03", "2026-02-04")


def test_a_forgotten_shift_is_paid_with_the_next_run_and_names_the_payslip(shop: Book) -> None:
    work(shop, "W-1", *LATER)
    work(shop, "W-1", "2026-01-08")
    number = run(shop, FEBRUARY, approve=True)
    slip = slips(shop, number)["W-1"]
    assert lines(slip) == ["Basic pay 320.00", "Basic pay – correction of payslip 1-W-1 160.00"]
    corrected = slip.lines[1]
    assert corrected.corrects == "1-W-1"
    assert corrected.formula == "32 h × 20.00 = 640.00 − 480.00 paid before = 160.00"
    assert (slip.gross, slip.net) == (48_000, 48_000)
    assert pay_of(shop, 1) == {"W-1": "480.00"}


def test_a_correction_is_paid_once(shop: Book) -> None:
    work(shop, "W-1", "2026-01-08", *LATER)
    run(shop, FEBRUARY, approve=True)
    work(shop, "W-1", "2026-03-03")
    assert lines(slips(shop, run(shop, MARCH))["W-1"]) == ["Basic pay 160.00"]
    with pytest.raises(RefusedError, match="nothing to pay"):
        new_run(shop, period=JANUARY, off_cycle=True)


def test_a_second_correction_starts_from_the_first(shop: Book) -> None:
    work(shop, "W-1", "2026-01-08", *LATER)
    run(shop, FEBRUARY, approve=True)
    work(shop, "W-1", "2026-01-09", "2026-03-03")
    slip = slips(shop, run(shop, MARCH, approve=True))["W-1"]
    assert lines(slip) == ["Basic pay 160.00", "Basic pay – correction of payslip 1-W-1 160.00"]
    assert slip.lines[1].formula == "40 h × 20.00 = 800.00 − 640.00 paid before = 160.00"


def test_a_rate_agreed_back_dated_is_paid_for_the_closed_days(shop: Book) -> None:
    agree(shop, "W-1", "2026-01-07", "hourly", "23")
    work(shop, "W-1", *LATER)
    slip = slips(shop, run(shop, FEBRUARY))["W-1"]
    assert lines(slip) == [
        "Basic pay 368.00",
        "Basic pay – correction of payslip 1-W-1 -160.00",
        "Basic pay – correction of payslip 1-W-1 184.00",
    ]
    assert slip.gross == 36_800 + 2_400


def test_a_lower_rate_agreed_back_dated_is_taken_back_only_as_far_as_pay_goes(shop: Book) -> None:
    agree(shop, "W-1", "2025-06-01", "hourly", "5")
    work(shop, "W-1", *LATER)
    february = slips(shop, run(shop, FEBRUARY, approve=True))["W-1"]
    assert (february.gross, february.net) == (0, 0)
    assert lines(february) == ["Basic pay 80.00", "Basic pay – correction of payslip 1-W-1 -80.00"]
    assert february.lines[1].carried == -28_000
    assert "280.00 could not be taken" in " ".join(february.warning_texts)
    work(shop, "W-1", *(f"2026-03-{day:02d}" for day in range(2, 12)))
    march = slips(shop, run(shop, MARCH, approve=True))["W-1"]
    assert lines(march) == ["Basic pay 400.00", "Basic pay – correction of payslip 1-W-1 -280.00"]


def test_a_returned_product_of_a_closed_month_takes_its_share_back(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    stock(book, "CUP", "W-1", "10")
    sell(book, "CUP", "2026-01-10", "10")
    run(book, approve=True)
    sell(book, "CUP", "2026-01-20", "-4")
    work(book, "W-1", *LATER)
    slip = slips(book, run(book, FEBRUARY))["W-1"]
    assert lines(slip) == [
        "Basic pay 320.00",
        "Maker's share – correction of payslip 1-W-1 -4.00",
    ]


def test_a_shift_that_was_wrong_is_struck_out_and_the_right_one_takes_its_place(
    shop: Book,
) -> None:
    strike_out(shop, "shift", 1, why="Went home at noon")
    work(shop, "W-1", DAYS[0], end="13:00")
    work(shop, "W-1", *LATER)
    slip = slips(shop, run(shop, FEBRUARY, approve=True))["W-1"]
    assert lines(slip) == ["Basic pay 320.00", "Basic pay – correction of payslip 1-W-1 -80.00"]
    assert lines(payslip(shop, "1-W-1")) == ["Basic pay 480.00"]
    work(shop, "W-1", "2026-03-03")
    assert lines(slips(shop, run(shop, MARCH))["W-1"]) == ["Basic pay 160.00"]


def test_leaving_before_the_end_of_a_paid_month_takes_back_the_days_after(book: Book) -> None:
    hire(book, "W-1", "monthly", "3100")
    run(book, approve=True)
    change(book, "W-1", left_on="2026-01-28")
    enter(book, "W-1", "2026-02-02", "BONUS", "500")
    slip = slips(book, run(book, FEBRUARY))["W-1"]
    assert lines(slip) == ["Bonus 500.00", "Basic pay – correction of payslip 1-W-1 -300.00"]


def test_the_payslip_that_was_corrected_stands_as_it_was(shop: Book) -> None:
    before = payslip(shop, "1-W-1")
    work(shop, "W-1", "2026-01-08", *LATER)
    run(shop, FEBRUARY, approve=True)
    assert payslip(shop, "1-W-1") == before


def test_a_draft_with_corrections_comes_out_the_same_when_it_is_computed_twice(shop: Book) -> None:
    work(shop, "W-1", "2026-01-08", *LATER)
    first = slips(shop, run(shop, FEBRUARY))["W-1"]
    void_run(shop, 2, reason="Again")
    second = slips(shop, run(shop, FEBRUARY))["W-1"]
    assert [(line.label, line.amount) for line in first.lines] == [
        (line.label, line.amount) for line in second.lines
    ]


# Void runs that were paid


def test_a_paid_run_that_is_void_is_taken_back_line_by_line(shop: Book) -> None:
    make(shop, "W-1", "2026-01-09", "10", "3")
    pay_run(shop, run(shop, approve=True, off_cycle=True), on=date(2026, 2, 1))
    pay_run(shop, 1, on=date(2026, 2, 1))
    void_run(shop, 2, reason="Made by someone else")
    work(shop, "W-1", *LATER)
    with shop.acting("test.unmake") as acting:
        acting.connection.exec_driver_sql("DELETE FROM piece")
    slip = slips(shop, run(shop, FEBRUARY, approve=True))["W-1"]
    assert lines(slip) == [
        "Basic pay 320.00",
        "Piece-work: mats – correction of payslip 2-W-1 -30.00",
    ]


def test_a_void_month_that_was_paid_is_paid_again_less_what_was_handed_over(shop: Book) -> None:
    enter(shop, "W-1", "2026-01-20", "DEDUCTION", "30", "Tools")
    void_run(shop, 1, reason="Tools forgotten")
    pay_run(shop, run(shop, approve=True), on=date(2026, 2, 2))
    void_run(shop, 2, reason="A shift too few")
    work(shop, "W-1", "2026-01-08")
    again = slips(shop, run(shop, approve=True))["W-1"]
    assert lines(again) == [
        "Basic pay 640.00",
        "Basic pay – correction of payslip 2-W-1 -480.00",
        "Deduction: Tools – correction of payslip 2-W-1 -30.00",
        "Deduction: Tools 30.00",
    ]
    assert (again.gross, again.deductions, again.net) == (16_000, 0, 16_000)


def test_a_month_that_is_paid_again_as_it_was_hands_over_nothing(shop: Book) -> None:
    enter(shop, "W-1", "2026-01-20", "DEDUCTION", "30", "Tools")
    void_run(shop, 1, reason="Tools forgotten")
    pay_run(shop, run(shop, approve=True), on=date(2026, 2, 2))
    void_run(shop, 2, reason="Wrong day")
    again = slips(shop, run(shop, approve=True))["W-1"]
    assert (again.gross, again.deductions, again.paid, again.warnings) == (0, 0, 0, ())


def test_what_a_void_month_paid_too_much_follows_until_it_is_taken_back(shop: Book) -> None:
    pay_run(shop, 1, on=date(2026, 2, 2))
    void_run(shop, 1, reason="Not our worker's hours")
    with shop.acting("test.unmake") as acting:
        acting.connection.exec_driver_sql("DELETE FROM shift")
    work(shop, "W-1", *LATER)
    first = slips(shop, run(shop, FEBRUARY, approve=True))["W-1"]
    assert (first.gross, first.net) == (0, 0)
    work(shop, "W-1", "2026-03-03", "2026-03-04")
    second = slips(shop, run(shop, MARCH, approve=True))["W-1"]
    assert lines(second) == ["Basic pay 320.00", "Basic pay – correction of payslip 1-W-1 -160.00"]
    assert second.net == 16_000


def test_a_run_that_was_corrected_is_not_voided_before_its_correction(shop: Book) -> None:
    work(shop, "W-1", "2026-01-08", *LATER)
    run(shop, FEBRUARY, approve=True)
    with pytest.raises(RefusedError, match="void run 2 first"):
        void_run(shop, 1, reason="x")
    void_run(shop, 2, reason="x")
    void_run(shop, 1, reason="x")
    assert pay_of(shop, run(shop)) == {"W-1": "640.00"}


def test_only_who_was_paid_in_a_void_run_gives_back(shop: Book) -> None:
    hire(shop, "W-2", "hourly", "10")
    work(shop, "W-2", *DAYS)
    void_run(shop, 1, reason="W-2 was forgotten")
    pay_run(shop, run(shop, approve=True), on=date(2026, 2, 1), codes=["W-1"])
    void_run(shop, 2, reason="Typed wrongly")
    assert pay_of(shop, run(shop)) == {"W-1": "0.00", "W-2": "240.00"}


# Final settlements


def test_a_final_run_pays_the_days_since_the_last_payslip(book: Book) -> None:
    hire(book, "W-1", "monthly", "3100")
    run(book, approve=True)
    change(book, "W-1", left_on="2026-02-14")
    both = Period(date(2026, 1, 1), date(2026, 2, 14))
    slip = slips(book, run(book, both, final=True, codes=["W-1"], approve=True))["W-1"]
    assert lines(slip) == ["Basic pay 1550.00"]
    with pytest.raises(RefusedError, match="nothing to pay"):
        new_run(book, period=FEBRUARY, codes=["W-1"], off_cycle=True)


def test_a_final_run_is_for_named_people_who_leave(shop: Book) -> None:
    with pytest.raises(RefusedError, match="Say whose final settlement"):
        new_run(shop, period=FEBRUARY, final=True)
    with pytest.raises(RefusedError, match="W-1 does not leave by"):
        new_run(shop, period=FEBRUARY, final=True, codes=["W-1"])
