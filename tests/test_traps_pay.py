"""Where other payroll programs have gone wrong: a test for each, named after the trap."""

from datetime import date
from decimal import Decimal

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.errors import ClosedRecordError, RefusedError
from models.money import amount_text
from models.periods import Period
from models.sales.actions import change_product
from models.sales.drafts import ProductDraft
from models.shifts.queries import shifts
from models.wages import queries
from models.wages.actions import approve_run, pay_run, recompute_run
from models.wages.cash_kit import cash_kits
from models.wages.drafts import AdjustmentDraft
from models.wages.records import change_adjustment
from models.wages.register import registers
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    JANUARY,
    agree,
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
from tests.models.wages.paying import follows


def test_running_a_period_again_does_not_overwrite_a_payslip_that_was_paid(book: Book) -> None:
    hire(book, "A", "monthly", "5000")
    number = run(book, approve=True)
    pay_run(book, number, on=date(2026, 2, 1))
    before = queries.payslips(book, number)
    agree(book, "A", "2026-01-10", "monthly", "9000")
    with pytest.raises(RefusedError, match="A has a payslip"):
        run(book)
    with pytest.raises(RefusedError, match="Run 1 is paid"):
        recompute_run(book, number)
    assert queries.payslips(book, number) == before


def test_a_late_joiners_start_date_is_not_carried_over_to_the_next_employee(book: Book) -> None:
    hire(book, "A", "monthly", "10000")
    hire(book, "B", "monthly", "10000", joined_on="2026-01-15")
    hire(book, "C", "monthly", "10000")
    hire(book, "D", "monthly", "10000", left_on="2026-01-15")
    hire(book, "E", "monthly", "10000")
    assert pay_of(book, run(book)) == {
        "A": "10000.00",
        "B": "5483.87",
        "C": "10000.00",
        "D": "4838.71",
        "E": "10000.00",
    }


def test_todays_rate_is_not_used_for_a_past_month(book: Book) -> None:
    hire(book, "A", "hourly", "20")
    agree(book, "A", "2026-05-01", "hourly", "50")
    work(book, "A", "2026-01-05")
    assert pay_of(book, run(book)) == {"A": "160.00"}


def test_a_rate_that_changes_inside_a_period_is_split_there(book: Book) -> None:
    hire(book, "A", "monthly", "10000")
    agree(book, "A", "2026-01-11", "monthly", "12000")
    assert lines(slips(book, run(book))["A"]) == ["Basic pay 3225.81", "Basic pay 8129.03"]


def test_todays_share_is_not_used_for_a_sale_of_before(book: Book) -> None:
    hire(book, "A", "piece", "0")
    hire(book, "B", "piece", "0")
    stock(book, "BAG", "A", "10%")
    sell(book, "BAG", "2026-01-05", "10")
    changed = {"sku": "BAG", "name": "Bag", "price": "90", "maker": "B", "maker_share": "50%"}
    change_product(book, "BAG", ProductDraft.model_validate(changed))
    sell(book, "BAG", "2026-01-06", "10")
    assert pay_of(book, run(book)) == {"A": "10.00", "B": "50.00"}


def test_overlapping_periods_are_refused_and_not_only_equal_ones(book: Book) -> None:
    hire(book, "A", "monthly", "5000")
    run(book, Period(date(2026, 1, 1), date(2026, 1, 15)), approve=True)
    for overlapping in (JANUARY, Period(date(2026, 1, 15), date(2026, 2, 14))):
        with pytest.raises(RefusedError, match="periods may not overlap"):
            run(book, overlapping)
    enter(book, "A", "2026-01-10", "BONUS", "50")
    off_cycle = Period(date(2026, 1, 1), date(2026, 1, 15))
    assert pay_of(book, run(book, off_cycle, off_cycle=True)) == {"A": "50.00"}


def test_an_override_of_zero_is_not_read_as_no_override(book: Book) -> None:
    hire(book, "A", "hourly", "20")
    work(book, "A", "2026-01-05", rate="0")
    work(book, "A", "2026-01-06")
    assert pay_of(book, run(book)) == {"A": "160.00"}


def test_a_recomputation_neither_loses_nor_doubles_what_was_typed_by_hand(book: Book) -> None:
    hire(book, "A", "monthly", "5000")
    enter(book, "A", "2026-01-10", "BONUS", "50")
    enter(book, "A", "2026-01-11", "DEDUCTION", "20")
    number = run(book)
    first = queries.payslips(book, number)
    recompute_run(book, number)
    recompute_run(book, number)
    assert queries.payslips(book, number) == first
    assert lines(first[0]) == ["Basic pay 5000.00", "Bonus 50.00", "Deduction 20.00"]


def test_one_bad_payslip_is_set_aside_with_its_reason_and_blocks_nobody(book: Book) -> None:
    hire(book, "A", "monthly", "5000")
    hire(book, "B")  # without terms
    hire(book, "C", "monthly", "5000")
    work(book, "B", "2026-01-05")
    number = run(book, approve=True)
    assert set(pay_of(book, number)) == {"A", "C"}
    (aside,) = queries.set_aside(book, number)
    assert (aside.code, aside.reason) == ("B", "There are no pay terms on 2026-01-05.")
    agree(book, "B", "2026-01-01", "hourly", "20")
    assert pay_of(book, run(book, codes=["B"], approve=True)) == {"B": "160.00"}


def test_who_joins_or_leaves_inside_the_period_gets_neither_nothing_nor_less(book: Book) -> None:
    for code, basis, rate in (
        ("H", "hourly", "20"),
        ("D", "daily", "150"),
        ("M", "monthly", "3100"),
    ):
        hire(book, code, basis, rate, joined_on="2026-01-15", left_on="2026-01-16")
        work(book, code, "2026-01-15")
        work(book, code, "2026-01-16", status="absent")
    assert pay_of(book, run(book)) == {"H": "160.00", "D": "150.00", "M": "100.00"}


def test_absence_does_not_inflate_the_overtime_rate(book: Book) -> None:
    hire(book, "A", "monthly", "5200", weekly_hours="40")
    work(book, "A", *(f"2026-01-{day:02d}" for day in (5, 6, 7, 8)), start="08:00", end="19:00")
    work(book, "A", "2026-01-12", "2026-01-13", "2026-01-14", status="absent")
    slip = slips(book, run(book))["A"]
    assert lines(slip) == [
        "Basic pay 4696.77",
        "Hours beyond those contracted 120.00",
    ]  # 4 h at 30, not at 33.21


def test_printed_lines_add_up_to_the_printed_totals_and_these_to_the_run(demo: Book) -> None:
    for run_row in queries.runs(demo).all():
        found = queries.payslips(demo, run_row.number)
        for slip in found:
            gross = sum(Decimal(line.money.plain) for line in slip.earnings)
            deductions = sum(Decimal(line.money.plain) for line in slip.taken_off)
            assert gross == Decimal(amount_text(slip.gross, slip.currency))
            assert deductions == Decimal(amount_text(slip.deductions, slip.currency))
            assert gross - deductions == Decimal(amount_text(slip.net, slip.currency)) >= 0
            rounding = sum(line.amount for line in slip.lines if line.group == "rounding")
            assert slip.net + rounding == slip.paid >= 0
            products = [line for line in slip.lines if line.code not in ("ROUNDING", "ADVANCE")]
            assert all(follows(line, slip.currency) for line in products)
        mine = [slip for slip in found if slip.currency == run_row.currency]
        for name in ("gross", "deductions", "net", "paid"):
            assert sum(getattr(slip, name) for slip in mine) == getattr(run_row, name)


def test_the_cash_and_register_totals_do_not_differ_from_the_payslips(demo: Book) -> None:
    closed = [row for row in queries.runs(demo).all() if row.status in ("approved", "paid")]
    assert closed
    for row in closed:
        found = queries.payslips(demo, row.number)
        for kit in cash_kits(demo, row.number):
            cash = [s for s in found if s.payment_method == "cash" and s.currency == kit.currency]
            assert kit.total == sum(slip.paid for slip in cash)
            assert kit.total == sum(note.value * note.count for note in kit.notes)
            assert kit.total == sum(site.total for site in kit.sites)
        for register in registers(demo, row.number):
            mine = [slip for slip in found if slip.currency == register.currency]
            assert register.total.figures["paid"] == sum(slip.paid for slip in mine)


def test_no_exchange_rate_of_today_is_applied_to_a_run_of_last_month(book: Book) -> None:
    hire(book, "A", "hourly", "20")
    hire(book, "B", "hourly", "5", currency="USD")
    for code in ("A", "B"):
        work(book, code, "2026-01-05")
    number = run(book, approve=True)
    before = slips(book, number)
    change_settings(book, {"currency": "KRW"})
    assert slips(book, number) == before
    assert {code: (slip.net, slip.currency) for code, slip in before.items()} == {
        "A": (16_000, "CNY"),
        "B": (4_000, "USD"),
    }
    kits = {kit.currency: kit.total for kit in cash_kits(book, number)}
    assert (kits["CNY"], kits["USD"]) == (16_000, 4_000)


def test_two_shifts_on_one_day_do_not_count_as_two_days(book: Book) -> None:
    hire(book, "A", "daily", "150")
    work(book, "A", "2026-01-05", start="08:00", end="12:00")
    work(book, "A", "2026-01-05", start="13:00", end="17:00")
    slip = slips(book, run(book))["A"]
    assert (slip.net, slip.minutes.worked) == (15_000, 480)


def test_hours_are_not_rounded_entry_by_entry(book: Book) -> None:
    hire(book, "A", "hourly", "25")
    work(book, "A", *(f"2026-01-{day:02d}" for day in range(1, 13)), start="09:00", end="09:50")
    slip = slips(book, run(book))["A"]
    assert (slip.net, slip.lines[0].formula) == (25_000, "10 h × 25.00 = 250.00")


def test_a_shift_that_ends_in_the_next_period_is_paid_once(book: Book) -> None:
    hire(book, "A", "hourly", "20")
    work(book, "A", "2026-01-31", start="22:00", end="06:00")
    work(book, "A", "2026-02-02")
    both = [pay_of(book, run(book, month, approve=True)) for month in (JANUARY, FEBRUARY)]
    assert both == [{"A": "160.00"}, {"A": "160.00"}]


def test_a_night_when_clocks_change_has_the_hours_that_it_had(book: Book) -> None:
    change_settings(book, {"timezone": "Europe/London"})
    hire(book, "A", "hourly", "20")
    for night in ("2026-03-28", "2026-06-10", "2026-10-24"):
        work(book, "A", night, start="22:00", end="06:00")
    slip = slips(book, run(book, Period(date(2026, 3, 1), date(2026, 10, 31))))["A"]
    assert [row.minutes for row in shifts(book).all()] == [7 * 60, 8 * 60, 9 * 60]
    assert slip.net == 24 * 2_000


def test_a_closed_record_is_never_edited_and_a_correction_is_a_new_one(book: Book) -> None:
    hire(book, "A", "hourly", "20")
    work(book, "A", "2026-01-05")
    enter(book, "A", "2026-01-10", "BONUS", "50")
    number = run(book)
    approve_run(book, number)
    (row,) = queries.adjustments(book).all()
    draft = {"employee": "A", "date": "2026-01-10", "item": "BONUS", "amount": "60"}
    with pytest.raises(ClosedRecordError, match="run 1"):
        change_adjustment(book, row.id, AdjustmentDraft.model_validate(draft))
    enter(book, "A", "2026-01-10", "BONUS", "10", "Correction of run 1")
    assert pay_of(book, run(book, off_cycle=True)) == {"A": "10.00"}
    assert pay_of(book, number) == {"A": "210.00"}


def test_pieces_of_one_task_at_two_prices_are_two_lines(book: Book) -> None:
    hire(book, "A", "piece", "0")
    make(book, "A", "2026-01-05", "3", "0.3333")
    make(book, "A", "2026-01-06", "3", "0.3334")
    assert lines(slips(book, run(book))["A"]) == ["Piece-work: mats 1.00", "Piece-work: mats 1.00"]
