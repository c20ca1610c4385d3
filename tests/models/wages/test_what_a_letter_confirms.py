"""What a letter can confirm: days, pay terms, and the average of what was paid."""

from datetime import date

import pytest

from models.book.book import Book
from models.errors import NotFoundError, RefusedError
from models.periods import month_of
from models.wages.actions import pay_run
from models.wages.income import confirmation
from tests.models.wages.bookkeeping import agree, change, hire, run, work

TODAY = date(2026, 6, 15)


@pytest.fixture
def shop(book: Book) -> Book:
    """W-1 is paid 10.01 an hour and has worked 1, 2, 0 and 4 days of January to April, all paid."""
    hire(book, "W-1", "hourly", "10.01", work_name="Maple")
    for month, days in ((1, 1), (2, 2), (4, 4)):
        work(book, "W-1", *(f"2026-{month:02d}-{day:02d}" for day in range(5, 5 + days)))
        number = run(book, month_of(date(2026, month, 1)), approve=True)
        pay_run(book, number, on=date(2026, month, 28))
    return book


@pytest.mark.parametrize(
    ("months", "paid", "gross"),
    [(3, [2, 4], (2 + 4) * 8008 // 2), (6, [1, 2, 4], 18685), (12, [1, 2, 4], 18685)],
)
def test_the_average_is_of_the_months_that_were_paid(
    shop: Book, months: int, paid: list[int], gross: int
) -> None:
    [average] = confirmation(shop, "W-1", on=TODAY, months=months).averages
    assert [month.starts_on.month for month in average.paid] == paid
    assert (average.currency, average.gross, average.net) == ("CNY", gross, gross)


def test_what_was_not_handed_over_is_no_income(shop: Book) -> None:
    work(shop, "W-1", "2026-05-05")
    run(shop, month_of(date(2026, 5, 1)), approve=True)
    [average] = confirmation(shop, "W-1", on=TODAY).averages
    assert average.paid[-1].starts_on.month == 4


def test_currencies_have_an_average_each(shop: Book) -> None:
    agree(shop, "W-1", "2026-05-01", "hourly", "3", currency="USD")
    work(shop, "W-1", "2026-05-05")
    pay_run(shop, run(shop, month_of(date(2026, 5, 1)), approve=True), on=date(2026, 5, 31))
    cny, usd = confirmation(shop, "W-1", on=TODAY).averages
    assert (cny.currency, len(cny.paid)) == ("CNY", 1)
    assert (usd.currency, usd.gross) == ("USD", 2_400)


def test_the_rate_is_that_of_today_or_of_the_last_day(shop: Book) -> None:
    agree(shop, "W-1", "2026-06-01", "monthly", "3000")
    now = confirmation(shop, "W-1", on=TODAY)
    assert (now.basis, now.rate, now.is_over) == ("monthly", 30_000_000, False)
    change(shop, "W-1", left_on="2026-05-31")
    over = confirmation(shop, "W-1", on=TODAY)
    assert (over.basis, over.rate, over.is_over) == ("hourly", 100_100, True)
    assert over.left_on == date(2026, 5, 31)
    assert not confirmation(shop, "W-1", on=date(2026, 5, 31)).is_over, "the last day is worked"


def test_without_payslips_or_terms_only_employment_is_confirmed(book: Book) -> None:
    hire(book, "W-2")
    bare = confirmation(book, "W-2", on=TODAY)
    assert (bare.joined_on, bare.basis, bare.averages) == (date(2025, 1, 1), None, ())


def test_who_joins_later_or_is_not_known_has_nothing_to_confirm(book: Book) -> None:
    hire(book, "W-2", joined_on="2026-07-01")
    with pytest.raises(RefusedError, match="W-2 joins on 2026-07-01"):
        confirmation(book, "W-2", on=TODAY)
    with pytest.raises(NotFoundError, match="X"):
        confirmation(book, "X", on=TODAY)
