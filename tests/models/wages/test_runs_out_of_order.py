"""Runs approved in another order than their days, and off-cycle runs before the regular one."""

from datetime import date

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.periods import Period
from tests.models.wages.bookkeeping import FEBRUARY, JANUARY, MARCH, hire, lines, run, slips, work


@pytest.fixture
def korea(book: Book) -> Book:
    """W-1 under KR at 10,500 an hour, 40 hours a week agreed."""
    change_settings(book, {"currency": "KRW", "country": "KR", "pay_rules": "KR"})
    hire(book, "W-1", "hourly", "10500", weekly_hours="40", rest_days="SU")
    return book


def test_a_later_month_that_was_closed_first_pays_its_first_week_once(korea: Book) -> None:
    work(korea, "W-1", "2026-02-27")  # a Friday; its week ends on 1 March
    march = run(korea, MARCH, approve=True)
    assert lines(slips(korea, march)["W-1"]) == ["Weekly paid holiday 84000"]
    february = run(korea, FEBRUARY, approve=True)
    assert lines(slips(korea, february)["W-1"]) == ["Basic pay 84000"]


def test_a_correction_does_not_hold_the_days_of_a_month_that_is_still_open(korea: Book) -> None:
    work(korea, "W-1", "2026-03-17")
    run(korea, MARCH, approve=True)
    work(korea, "W-1", "2026-02-27")
    january = run(korea, JANUARY, approve=True)
    assert lines(slips(korea, january)["W-1"]) == [
        "Weekly paid holiday – correction of payslip 1-W-1 84000"
    ]
    february = run(korea, FEBRUARY, approve=True)
    assert lines(slips(korea, february)["W-1"]) == ["Basic pay 84000"]


def test_what_an_off_cycle_run_paid_of_a_week_is_not_paid_again_with_the_month(
    korea: Book,
) -> None:
    work(korea, "W-1", "2026-01-28")  # its week ends on 1 February
    early = Period(date(2026, 2, 1), date(2026, 2, 13))
    off_cycle = run(korea, early, approve=True, off_cycle=True)
    assert lines(slips(korea, off_cycle)["W-1"]) == ["Weekly paid holiday 84000"]
    run(korea, JANUARY, approve=True)
    february = slips(korea, run(korea, FEBRUARY, approve=True))["W-1"]
    assert lines(february) == [
        "Weekly paid holiday 84000",
        "Weekly paid holiday – correction of payslip 1-W-1 -84000",
    ]
    assert february.net == 0


def test_a_month_begun_by_an_off_cycle_run_pays_the_rest_of_it(korea: Book) -> None:
    days = ["2026-01-05", "2026-01-06"]
    work(korea, "W-1", *days, end="19:00")
    first = Period(date(2026, 1, 1), date(2026, 1, 5))
    run(korea, first, approve=True, off_cycle=True)
    month = slips(korea, run(korea, JANUARY, approve=True))["W-1"]
    assert lines(month) == ["Basic pay 84000", "Overtime 31500", "Weekly paid holiday 84000"]
