"""A payslip with a correction, an instalment and rounding, on the screen."""

from datetime import date

import pytest

from models.book.book import Book
from models.periods import month_of
from models.rules.actions import change_programme
from models.wages.actions import approve_run, pay_run
from tests.models.wages.bookkeeping import hire, run, work
from tests.models.wages.lending import lend
from tests.tui.picture import SIZES, press, showing

FEBRUARY, MARCH = (month_of(date(2026, month, 1)) for month in (2, 3))
FIRST_SLIP = ("enter", "enter")


@pytest.fixture
def settled(book: Book) -> Book:
    """A paid February, a shift of it found late, and March as a draft; whole tens are paid."""
    change_programme(book, {"cash_smallest": "10"})
    hire(book, "W-1", "daily", "120.50", work_name="Ann [/B]")
    work(book, "W-1", "2026-02-05", "2026-02-06")
    lend(book, "W-1", "2026-02-10", "150", instalment="100", first_due="2026-02-28")
    paid = run(book, FEBRUARY)
    approve_run(book, paid)
    pay_run(book, paid, on=date(2026, 3, 1))
    work(book, "W-1", "2026-02-07", "2026-03-05")
    run(book, MARCH)
    return book


@pytest.mark.parametrize("size", SIZES)
async def test_the_sums_lead_to_what_is_handed_over_and_what_is_owed_is_said(
    settled: Book, size: tuple[int, int]
) -> None:
    async with showing(settled, "wages", size=size) as pilot:
        text = " ".join((await press(pilot, *FIRST_SLIP)).split())
        for said in (
            "Gross 241.00",
            "Deductions 50.00",
            "Net 191.00",
            "Rounding -1.00",
            "To be paid 190.00",
            "owed before − 50.00",
            "Rounded up before: 9.00",
        ):
            assert said in text


async def test_a_correction_names_its_payslip_where_it_is_explained(settled: Book) -> None:
    async with showing(settled, "wages") as pilot:
        text = await press(pilot, *FIRST_SLIP, "down", "enter")
        assert "Basic pay – correction of payslip 1-W-1" in text
        assert "3 days × 120.50 = 361.50 − 241.00 paid before = 120.50" in text
        assert "Sat 7 Feb" in text


async def test_the_marked_line_is_read_in_full_where_the_columns_cut_it(settled: Book) -> None:
    whole = (
        "Basic pay – correction of payslip 1-W-1: "
        "3 days × 120.50 = 361.50 − 241.00 paid before = 120.50"
    )
    async with showing(settled, "wages") as pilot:
        assert whole in " ".join((await press(pilot, *FIRST_SLIP, "down")).split())


async def test_an_instalment_is_explained_by_its_advance(settled: Book) -> None:
    async with showing(settled, "wages") as pilot:
        text = await press(pilot, *FIRST_SLIP, "down", "down", "enter")
        assert "50.00 − 50.00 = 0.00 still owed" in text
        assert "Tue 10 Feb" in text
        assert "50.00 owed" in text


async def test_a_paid_payslip_says_when_and_what_rounding_did(settled: Book) -> None:
    async with showing(settled, "wages") as pilot:
        text = " ".join((await press(pilot, "down", *FIRST_SLIP)).split())
        for said in ("paid on 1 March 2026", "Rounding 9.00", "Paid 150.00", "to be taken back"):
            assert said in text
