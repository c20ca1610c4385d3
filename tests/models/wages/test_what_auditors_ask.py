"""Closed pay where something else changes as well: currencies, packs, leavers, gaps, codes."""

from datetime import date

import pytest
from sqlalchemy import select

from models.book.actions import change_settings
from models.book.book import Book
from models.errors import RefusedError
from models.periods import Period, month_of
from models.sales.tables import SALE
from models.wages.actions import approve_run, new_run, pay_run, void_run
from models.wages.advances.actions import remove_advances
from models.wages.queries import set_aside
from models.wages.striking import strike_out
from models.wages.verifying import differences
from tests.models.wages.bookkeeping import (
    DAYS,
    FEBRUARY,
    MARCH,
    agree,
    change,
    enter,
    hire,
    lines,
    pay_of,
    run,
    sell,
    slips,
    stock,
    work,
)
from tests.models.wages.lending import lend

APRIL = month_of(date(2026, 4, 1))
CORRECTED = " – correction of payslip 1-W-1 "


# Final settlements


def test_a_final_run_leaves_no_days_out(shop: Book) -> None:
    work(shop, "W-1", "2026-03-03")
    run(shop, MARCH, approve=True)
    work(shop, "W-1", "2026-02-03")
    change(shop, "W-1", left_on="2026-04-14")
    whole = Period(date(2026, 1, 1), date(2026, 4, 14))
    with pytest.raises(RefusedError, match="W-1 has no payslip for 2026-02-01 – 2026-02-28"):
        new_run(shop, period=whole, final=True, codes=["W-1"])
    run(shop, FEBRUARY, approve=True)
    late = Period(date(2026, 4, 10), date(2026, 4, 14))
    with pytest.raises(RefusedError, match="W-1 has no payslip for 2026-04-01 – 2026-04-09"):
        new_run(shop, period=late, final=True, codes=["W-1"])


def test_who_is_settled_is_not_paid_again_with_the_month(book: Book) -> None:
    for code in ("W-1", "W-2"):
        hire(book, code, "monthly", "2800")
    change(book, "W-1", left_on="2026-02-14")
    draft = run(book, FEBRUARY)
    half = Period(date(2026, 2, 1), date(2026, 2, 14))
    final = run(book, half, final=True, codes=["W-1"], approve=True)
    assert pay_of(book, final) == {"W-1": "1400.00"}
    with pytest.raises(RefusedError, match="has changed"):
        approve_run(book, draft)
    void_run(book, draft, reason="W-1 is settled")
    regular = run(book, FEBRUARY, approve=True)
    assert pay_of(book, regular) == {"W-2": "2800.00"}
    assert set_aside(book, regular) == []


def test_who_leaves_repays_a_sub_at_once(book: Book) -> None:
    hire(book, "W-1", "monthly", "2800")
    lend(book, "W-1", "2026-02-05", "100")
    change(book, "W-1", left_on="2026-02-14")
    half = Period(date(2026, 2, 1), date(2026, 2, 14))
    assert pay_of(book, run(book, half, final=True, codes=["W-1"])) == {"W-1": "1300.00"}


# Currencies


def test_a_late_shift_waits_for_pay_in_its_currency(shop: Book) -> None:
    agree(shop, "W-1", "2026-02-01", "hourly", "5", currency="USD")
    work(shop, "W-1", "2026-01-08", "2026-02-03")
    february = slips(shop, run(shop, FEBRUARY, approve=True))["W-1"]
    assert lines(february) == ["Basic pay 40.00"]
    assert "in another currency" in " ".join(february.warning_texts)
    agree(shop, "W-1", "2026-03-01", "hourly", "20", currency="CNY")
    work(shop, "W-1", "2026-03-03")
    march = slips(shop, run(shop, MARCH, approve=True))["W-1"]
    assert lines(march) == ["Basic pay 160.00", f"Basic pay{CORRECTED}160.00"]


def test_a_month_moved_to_another_currency_is_paid_in_it_once(shop: Book) -> None:
    agree(shop, "W-1", "2025-01-02", "hourly", "5", currency="USD")
    for number, month in enumerate((FEBRUARY, MARCH, APRIL), 2):
        work(shop, "W-1", month.starts_on.isoformat())
        got = lines(slips(shop, run(shop, month, approve=True))["W-1"])
        assert got == ["Basic pay 40.00", *([f"Basic pay{CORRECTED}120.00"] * (number == 2))]


# Pay terms, packs and settings


def test_terms_agreed_back_dated_may_name_a_pack_that_the_run_did_not_use(shop: Book) -> None:
    agree(shop, "W-1", "2026-01-01", "hourly", "22", rules="CN")
    work(shop, "W-1", "2026-02-03")
    number = run(shop, FEBRUARY, approve=True)
    assert set_aside(shop, number) == []
    assert f"Basic pay{CORRECTED}48.00" in lines(slips(shop, number)["W-1"])


def test_a_closed_month_that_cannot_be_computed_again_withholds_no_new_pay(shop: Book) -> None:
    agree(shop, "W-1", "2026-01-06", "hourly", "5", currency="USD")
    agree(shop, "W-1", "2026-02-01", "hourly", "20", currency="CNY")
    work(shop, "W-1", "2026-02-03")
    slip = slips(shop, run(shop, FEBRUARY, approve=True))["W-1"]
    assert slip.net == 16_000
    assert "1 earlier payslip cannot be computed again" in " ".join(slip.warning_texts)


def test_a_late_shift_changes_a_bonus_that_was_spread_over_its_closed_week(book: Book) -> None:
    change_settings(book, {"currency": "USD", "country": "US", "pay_rules": "US"})
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", *(f"2026-01-{day:02d}" for day in range(5, 10)))
    run(book, approve=True)
    enter(book, "W-1", "2026-02-10", "BONUS", "500")
    with book.acting("test.earned") as acting:
        acting.connection.exec_driver_sql(
            "UPDATE adjustment SET earned_from = '2026-01-05', earned_to = '2026-01-11'"
        )
    run(book, FEBRUARY, approve=True)
    work(book, "W-1", "2026-01-10", "2026-03-03")
    run(book, MARCH, approve=True)
    paid = sum(slips(book, number)["W-1"].gross for number in (1, 2, 3))
    # 48 h × 20 + 500, half of the regular rate for 8 hours, and 160.00 of March
    assert paid == 96_000 + 50_000 + round(8 * (96_000 + 50_000) / 48 / 2) + 16_000


# What is taken back, and what is given back


def test_expenses_are_not_taken_for_pay_of_before(shop: Book) -> None:
    strike_out(shop, "shift", 1, why="Was not there")
    enter(shop, "W-1", "2026-02-10", "REIMBURSEMENT", "100")
    slip = slips(shop, run(shop, FEBRUARY))["W-1"]
    assert (slip.gross, slip.net) == (10_000, 10_000)


def test_a_deduction_that_was_wrong_is_given_back(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", *DAYS)
    enter(book, "W-1", "2026-01-20", "DEDUCTION", "100", "Tools")
    run(book, approve=True)
    strike_out(book, "adjustment", 1, why="Someone else's tools")
    work(book, "W-1", "2026-02-03", "2026-03-03")
    slip = slips(book, run(book, FEBRUARY, approve=True))["W-1"]
    assert lines(slip) == ["Basic pay 160.00", f"Deduction: Tools{CORRECTED}-100.00"]
    assert slip.net == 26_000
    assert lines(slips(book, run(book, MARCH))["W-1"]) == ["Basic pay 160.00"]


def test_a_deduction_cut_by_its_cap_is_given_back_as_far_as_it_was_taken(book: Book) -> None:
    change_settings(book, {"currency": "THB", "pay_rules": "TH"})
    hire(book, "W-1", "monthly", "2000", daily_hours="8", rest_days="SU")
    enter(book, "W-1", "2026-01-20", "DEDUCTION", "300", "Plate")
    pay_run(book, run(book, approve=True), on=date(2026, 2, 1))
    void_run(book, 1, reason="Not broken")
    again = run(book, approve=True)
    slip = slips(book, again)["W-1"]
    assert [(line.amount, line.carried) for line in slip.lines if line.corrects] == [
        (-200_000, 0),
        (-20_000, 0),
    ]
    assert differences(book, again) == []


# What is said of it


def test_a_leaver_with_nothing_open_is_in_no_later_run(shop: Book) -> None:
    hire(shop, "W-2", "hourly", "20")
    work(shop, "W-2", "2026-03-03")
    change(shop, "W-1", left_on="2026-01-31")
    number = run(shop, MARCH)
    assert set(slips(shop, number)) == {"W-2"}
    assert set_aside(shop, number) == []


def test_a_run_is_verified_though_a_code_is_another_by_now(shop: Book) -> None:
    change(shop, "W-1", code="W-9")
    assert differences(shop, 1) == []


def test_a_run_is_verified_though_an_advance_that_it_could_not_take_is_gone(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", DAYS[0])
    enter(book, "W-1", "2026-01-06", "DEDUCTION", "900")
    number = lend(book, "W-1", "2026-01-10", "100", kind="loan")
    run(book, approve=True)
    remove_advances(book, [number])
    assert differences(book, 1) == []


def test_a_sale_in_another_currency_is_held_by_no_run_that_did_not_pay_it(shop: Book) -> None:
    stock(shop, "CUP", "W-1", "10")
    sell(shop, "CUP", "2026-01-20", "5", currency="USD")
    work(shop, "W-1", "2026-02-03")
    run(shop, FEBRUARY, approve=True)
    with shop.reading() as connection:
        assert connection.execute(select(SALE.c.run_id)).scalar_one() is None
