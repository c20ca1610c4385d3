"""Whom a run pays, whom it cannot pay, and what it leaves for the next."""

from datetime import date

import pytest

from models.book.book import Book
from models.errors import RefusedError
from models.periods import Period
from models.wages import queries
from models.wages.actions import approve_run, new_run, recompute_run, void_run
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    JANUARY,
    agree,
    enter,
    hire,
    kept,
    lines,
    make,
    pay_of,
    run,
    sell,
    slips,
    stock,
    work,
)

# Who is paid


def test_a_run_may_be_of_one_site(crew: Book) -> None:
    number = run(crew, site="Loft")
    assert set(pay_of(crew, number)) == {"H", "P"}
    assert queries.run(crew, number).site == "Loft"


def test_a_run_may_be_of_chosen_employees(crew: Book) -> None:
    number = run(crew, codes=["P", "H", "H"])
    recompute_run(crew, number)
    assert set(pay_of(crew, number)) == {"H", "P"}


def test_employees_with_nothing_to_pay_are_set_aside_with_the_reason(crew: Book) -> None:
    hire(crew, "Z", "hourly", "20")
    number = run(crew)
    assert "Z" not in pay_of(crew, number)
    assert [(row.code, row.reason) for row in queries.set_aside(crew, number)] == [
        ("Z", "There are no shifts, pieces or other pay in this period.")
    ]


def test_a_run_with_nobody_to_pay_is_refused_or_not_approved(book: Book) -> None:
    with pytest.raises(RefusedError, match="nothing to pay"):
        run(book)
    hire(book, "Z", "hourly", "20")
    number = run(book)
    with pytest.raises(RefusedError, match="Run 1 has no payslips to approve"):
        approve_run(book, number)


def test_those_who_have_not_joined_or_have_left_are_not_in_the_run(crew: Book) -> None:
    hire(crew, "OLD", "monthly", "3000", left_on="2025-12-31")
    hire(crew, "NEW", "monthly", "3000", joined_on="2026-02-01")
    number = run(crew)
    assert set(pay_of(crew, number)) == {"H", "M", "P"}
    assert queries.set_aside(crew, number) == []


def test_what_is_open_for_a_leaver_is_still_paid(crew: Book) -> None:
    hire(crew, "OLD", "monthly", "3000", left_on="2025-12-31")
    enter(crew, "OLD", "2026-01-05", "BONUS", "70")
    assert pay_of(crew, run(crew))["OLD"] == "70.00"


# One who cannot be paid


def test_one_without_terms_is_set_aside_and_the_others_are_paid(crew: Book) -> None:
    hire(crew, "N")
    work(crew, "N", "2026-01-08")
    number = run(crew, approve=True)
    assert set(pay_of(crew, number)) == {"H", "M", "P"}
    assert [(row.code, row.reason) for row in queries.set_aside(crew, number)] == [
        ("N", "There are no pay terms on 2026-01-08.")
    ]
    agree(crew, "N", "2026-01-01", "hourly", "20")
    assert pay_of(crew, run(crew, codes=["N"])) == {"N": "160.00"}


def test_one_with_terms_in_two_currencies_is_set_aside(crew: Book) -> None:
    agree(crew, "M", "2026-01-15", "monthly", "900", currency="USD")
    number = run(crew)
    assert set(pay_of(crew, number)) == {"H", "P"}
    assert "different currencies" in queries.set_aside(crew, number)[0].reason


def test_an_amount_beyond_any_book_is_set_aside(crew: Book) -> None:
    make(crew, "P", "2026-01-09", "999999999999", "999999999999")
    number = run(crew, approve=True)
    assert set(pay_of(crew, number)) == {"H", "M"}
    assert "too large" in queries.set_aside(crew, number)[0].reason


# Several currencies


def test_a_run_adds_up_in_the_programmes_currency_only(crew: Book) -> None:
    hire(crew, "K", "monthly", "2100000", currency="KRW")
    number = run(crew)
    assert pay_of(crew, number)["K"] == "2100000"
    row = queries.run(crew, number)
    assert (row.currency, row.gross, row.employees) == ("CNY", 552_500, 4)
    assert queries.wages_gross(crew, JANUARY) == {"CNY": 552_500, "KRW": 2_100_000}


def test_an_amount_in_the_old_currency_is_not_taken_in_the_new_one(crew: Book) -> None:
    agree(crew, "M", "2026-02-01", "monthly", "900", currency="USD")
    number = run(crew, FEBRUARY, codes=["M"])
    slip = slips(crew, number)["M"]
    assert (slip.currency, slip.deductions, slip.net) == ("USD", 0, 90_000)
    assert "another currency" in slip.warning_texts[0]


# What is carried forward


def test_a_deduction_is_carried_forward_and_never_takes_more_than_is_owed(book: Book) -> None:
    hire(book, "H", "hourly", "20")
    for day in ("2026-01-05", "2026-02-05", "2026-03-05"):
        work(book, "H", day)
    enter(book, "H", "2026-01-20", "DEDUCTION", "400", "Tools")
    taken = []
    for month in (JANUARY, FEBRUARY, Period(date(2026, 3, 1), date(2026, 3, 31))):
        slip = slips(book, run(book, month, approve=True))["H"]
        taken.append((slip.deductions, slip.net))
        assert lines(slip)[-1].startswith("Deduction: Tools")
    assert taken == [(16_000, 0), (16_000, 0), (8_000, 8_000)]
    assert kept(book)


def test_a_deduction_waits_for_pay_and_a_bonus_belongs_to_its_period(book: Book) -> None:
    hire(book, "H", "hourly", "20")
    work(book, "H", "2026-02-05")
    enter(book, "H", "2026-01-20", "DEDUCTION", "30")
    enter(book, "H", "2026-01-20", "BONUS", "50")
    assert pay_of(book, run(book, FEBRUARY, approve=True)) == {"H": "130.00"}
    assert pay_of(book, run(book, off_cycle=True)) == {"H": "50.00"}


def test_a_share_below_zero_is_carried_forward_under_the_payslips_number(book: Book) -> None:
    hire(book, "P", "piece", "0")
    stock(book, "BAG", "P", "10%")
    sell(book, "BAG", "2026-01-10", "-50")
    assert pay_of(book, run(book, approve=True)) == {"P": "0.00"}
    make(book, "P", "2026-02-05", "100", "1")
    slip = slips(book, run(book, FEBRUARY, approve=True))["P"]
    assert lines(slip) == ["Piece-work: mats 100.00", "Deduction: 1-P 50.00"]


def test_a_run_whose_rest_a_later_run_took_is_not_void(book: Book) -> None:
    hire(book, "H", "hourly", "20")
    work(book, "H", "2026-01-05", "2026-02-05")
    enter(book, "H", "2026-01-20", "DEDUCTION", "200")
    first = run(book, approve=True)
    second = run(book, FEBRUARY, approve=True)
    with pytest.raises(RefusedError, match="Run 2 has taken what run 1 carried forward"):
        void_run(book, first, reason="Wrong")
    void_run(book, second, reason="Wrong")
    void_run(book, first, reason="Wrong")
    assert queries.adjustments(book).count() == 1
    assert kept(book)


def test_a_draft_that_took_the_rest_of_a_void_run_is_not_approved(book: Book) -> None:
    hire(book, "H", "hourly", "20")
    work(book, "H", "2026-01-05", "2026-02-05")
    enter(book, "H", "2026-01-20", "DEDUCTION", "200")
    first = run(book, approve=True)
    second = run(book, FEBRUARY)
    void_run(book, first, reason="Wrong")
    with pytest.raises(RefusedError, match="recompute it first"):
        approve_run(book, second)


# Progress


def test_a_run_says_how_far_it_is_and_can_be_stopped(crew: Book) -> None:
    said: list[tuple[int, int]] = []
    new_run(crew, period=JANUARY, on_progress=lambda done, of: said.append((done, of)))
    assert said == [(1, 3), (2, 3), (3, 3)]

    class StoppedError(Exception):
        pass

    def stop(_done: int, _of: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        new_run(crew, period=FEBRUARY, on_progress=stop)
    assert queries.runs(crew).count() == 1
