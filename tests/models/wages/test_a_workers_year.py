"""A worker's year: which payslips count, in which month, and that months and items cross-foot."""

from datetime import date

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.errors import NotFoundError
from models.periods import Period, month_of
from models.wages.actions import pay_run, void_run
from models.wages.queries import payslips
from models.wages.year import year_of, years_of
from models.wages.year_figures import YearTable
from tests.models.wages.bookkeeping import FEBRUARY, agree, enter, hire, run, slips, work
from tests.models.wages.lending import hand_back, lend

DAYS = ("2026-01-05", "2026-01-06", "2026-01-07")


@pytest.fixture
def shop(book: Book) -> Book:
    """W-1 is paid 20.00 an hour and has worked three days of January, which is approved."""
    hire(book, "W-1", "hourly", "20", work_name="Maple")
    work(book, "W-1", *DAYS)
    enter(book, "W-1", "2026-01-20", "DEDUCTION", "30", "lunch")
    run(book, approve=True)
    return book


def table_of(book: Book, year: int = 2026) -> YearTable:
    [table] = year_of(book, "W-1", year).tables
    return table


def months(table: YearTable, code: str) -> dict[int, int]:
    """The months of a row in which there is something."""
    return {n: each for n, each in enumerate(table.row(code).months, start=1) if each}


def test_items_and_totals_stand_in_their_month(shop: Book) -> None:
    work(shop, "W-1", "2026-02-03")
    run(shop, FEBRUARY, approve=True)
    table = table_of(shop)
    assert [row.code for row in table.rows] == [
        "BASE", "gross", "DEDUCTION", "deductions", "net", "paid", "worked", "payslips",
    ]  # fmt: skip
    assert months(table, "BASE") == {1: 48_000, 2: 16_000}
    assert months(table, "deductions") == {1: 3_000}
    assert months(table, "net") == {1: 45_000, 2: 16_000}
    assert months(table, "worked") == {1: 24 * 60, 2: 8 * 60}
    assert table.row("paid").total == 61_000


def test_a_draft_never_counts(shop: Book) -> None:
    work(shop, "W-1", "2026-02-03")
    run(shop, FEBRUARY)
    assert months(table_of(shop), "gross") == {1: 48_000}


def test_the_month_is_that_in_which_the_pay_period_ends(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", "2025-12-30", "2026-01-02")
    run(book, Period(date(2025, 12, 22), date(2026, 1, 4)), approve=True)
    assert months(table_of(book), "gross") == {1: 32_000}
    assert years_of(book, "W-1") == [2026]


def test_a_correction_stands_in_the_month_of_the_payslip_that_pays_it(shop: Book) -> None:
    work(shop, "W-1", "2026-01-08", "2026-02-03")
    run(shop, FEBRUARY, approve=True)
    table = table_of(shop)
    assert months(table, "BASE") == {1: 48_000, 2: 16_000 + 16_000}
    assert len([row for row in table.rows if row.kind == "earning"]) == 1


def test_an_approved_run_that_is_void_before_anyone_was_paid_counts_no_more(shop: Book) -> None:
    void_run(shop, 1, reason="wrong rate")
    with pytest.raises(NotFoundError, match=r"W-1 has no approved payslip .* 2026"):
        year_of(shop, "W-1", 2026)


def test_what_was_paid_of_a_void_run_counts_and_what_takes_it_back_does_too(shop: Book) -> None:
    pay_run(shop, 1, on=date(2026, 1, 31))
    void_run(shop, 1, reason="wrong rate")
    assert months(table_of(shop), "gross") == {1: 48_000}
    agree(shop, "W-1", "2025-06-01", "hourly", "30")
    run(shop, approve=True)
    table = table_of(shop)
    handed = sum(slip.paid for number in (1, 2) for slip in payslips(shop, number))
    assert table.row("paid").total == handed == 72_000 - 3_000
    assert table.row("gross").total == 72_000
    assert table.row("deductions").total == 3_000
    assert table.row("worked").total == 24 * 60, "the work was done once"


def test_what_is_approved_and_not_handed_over_yet_is_known(shop: Book) -> None:
    assert table_of(shop).waiting == 45_000
    pay_run(shop, 1, on=date(2026, 1, 31))
    assert table_of(shop).waiting == 0


def test_currencies_are_never_added(shop: Book) -> None:
    agree(shop, "W-1", "2026-02-01", "hourly", "3", currency="USD")
    work(shop, "W-1", "2026-02-03")
    run(shop, FEBRUARY, approve=True)
    own, other = year_of(shop, "W-1", 2026).tables
    assert (own.currency, months(own, "gross")) == ("CNY", {1: 48_000})
    assert (other.currency, months(other, "gross")) == ("USD", {2: 2_400})


def test_advances_are_those_owed_at_the_end_of_the_year(shop: Book) -> None:
    number = lend(shop, "W-1", "2026-02-01", "100", instalment="40", first_due="2026-02-28")
    work(shop, "W-1", "2026-02-03")
    run(shop, FEBRUARY, approve=True)
    hand_back(shop, number, "2027-01-05", "10")
    table = table_of(shop)
    assert table.advances == 6_000
    assert months(table, "ADVANCE") == {2: 4_000}
    work(shop, "W-1", "2027-02-03")
    run(shop, month_of(date(2027, 2, 1)), approve=True)
    assert table_of(shop).advances == 6_000, "what is repaid later was owed then"
    assert table_of(shop, 2027).advances == 0


def test_the_rounding_account_is_that_after_the_last_payslip_of_the_year(shop: Book) -> None:
    change_settings(shop, {"cash_smallest": "1"})
    work(shop, "W-1", "2026-02-03", end="17:01")
    run(shop, FEBRUARY, approve=True)
    table = table_of(shop)
    slip = slips(shop, 2)["W-1"]
    assert table.account == slip.account.after == slip.rounding > 0
    assert months(table, "ROUNDING") == {2: slip.rounding}
    assert table.row("net").total + slip.rounding == table.row("paid").total


def test_everything_cross_foots_over_a_demo_year(demo: Book) -> None:
    for code in ("W-001", "W-005", "W-009", "W-013"):
        for year in years_of(demo, code):
            for table in year_of(demo, code, year).tables:
                cross_foots(table)


def cross_foots(table: YearTable) -> None:
    def sums(kind: str) -> list[int]:
        rows = [row.months for row in table.rows if row.kind == kind]
        return [sum(each) for each in zip(*rows, strict=True)] or [0] * 12

    gross, off, net, paid = (
        list(table.row(code).months) for code in ("gross", "deductions", "net", "paid")
    )
    assert sums("earning") == gross
    assert sums("deduction") == off
    assert net == [one - other for one, other in zip(gross, off, strict=True)]
    assert paid == [one + other for one, other in zip(net, sums("rounding"), strict=True)]


@pytest.mark.parametrize(("code", "year"), [("X", 2026), ("W-1", 2024)])
def test_nobody_and_nothing_are_said_in_a_sentence(shop: Book, code: str, year: int) -> None:
    with pytest.raises(NotFoundError, match=code):
        year_of(shop, code, year)


def test_who_is_paid_one_by_one_counts_at_once(shop: Book) -> None:
    pay_run(shop, 1, on=date(2026, 2, 1), codes=["W-1"])
    assert table_of(shop).row("paid").total == 45_000
