"""Runs of a real book under the packs: what they keep, and weeks that several runs share."""

from datetime import date

import pytest
from sqlalchemy import update

from models.book.actions import change_settings
from models.book.book import Book
from models.checking import check_book
from models.errors import RefusedError
from models.periods import Period, month_of
from models.rules.actions import change_rule, copy_pack
from models.rules.tables import KEPT_PACK, RULE_PACK
from models.shifts.drafts import HolidayDraft
from models.shifts.holiday_actions import add_holiday
from models.wages.actions import approve_run, new_run, pay_run, void_run
from models.wages.late import late_records
from models.wages.queries import run as run_row
from models.wages.queries import set_aside
from models.wages.verifying import differences
from tests.models.wages.bookkeeping import (
    agree,
    change,
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

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
EMPTY = 'name = "OURS"\ntitle = "Ours"\n[[versions]]\nfrom = 2020-01-01\n'
WEEK = ("2026-05-11", "2026-05-12", "2026-05-13", "2026-05-14", "2026-05-15")


@pytest.fixture
def korea(book: Book) -> Book:
    change_settings(
        book,
        {"currency": "KRW", "country": "KR", "timezone": "Asia/Seoul", "pay_rules": "KR"},
    )
    return book


def tailor(book: Book, code: str = "W-1", **more: str) -> None:
    hire(book, code, "hourly", "11000", daily_hours="8", weekly_hours="40", rest_days="SU", **more)


def test_a_week_is_paid_with_its_overtime_night_and_weekly_holiday(korea: Book) -> None:
    tailor(korea)
    work(korea, "W-1", *WEEK[:4])
    work(korea, "W-1", WEEK[4], start="15:00", end="01:00")
    assert lines(slips(korea, run(korea, MAY))["W-1"]) == [
        "Basic pay 440000",
        "Overtime 33000",
        "Night work 16500",
        "Public holiday 88000",  # Children's Day, less than a week before
        "Weekly paid holiday 88000",
    ]


def test_an_approved_run_comes_out_the_same_after_everything_around_it_changed(
    korea: Book,
) -> None:
    copy_pack(korea, "KR", "OURS")
    change_settings(korea, {"pay_rules": "OURS", "minimum_hourly_wage": "10320"})
    tailor(korea)
    hire(korea, "W-2", "monthly", "2000000")
    work(korea, "W-1", *WEEK, end="20:00")
    enter(korea, "W-2", "2026-05-10", "BONUS", "5000")
    number = run(korea, MAY, approve=True)
    before = pay_of(korea, number)

    change_rule(korea, "OURS", "overtime", date(2018, 7, 1), {"multiplier": "3"})
    change_settings(korea, {"pay_rules": "PLAIN", "minimum_hourly_wage": "20000"})
    for day in WEEK:
        add_holiday(korea, HolidayDraft(day=date.fromisoformat(day), name="Founding"))

    assert differences(korea, number) == []
    assert pay_of(korea, number) == before
    pay_run(korea, number, on=date(2026, 6, 5))
    assert differences(korea, number) == []


def test_what_was_agreed_back_dated_shows_as_a_difference(korea: Book) -> None:
    tailor(korea)
    work(korea, "W-1", *WEEK)
    number = run(korea, MAY, approve=True)
    agree(
        korea,
        "W-1",
        "2026-05-14",
        "hourly",
        "12000",
        daily_hours="8",
        weekly_hours="40",
        rest_days="SU",
    )
    (found,) = differences(korea, number)
    assert found.number == f"{number}-W-1"
    assert found.stood is not None
    assert found.now is not None
    assert found.now > found.stood


def test_a_run_that_is_not_approved_keeps_nothing(korea: Book) -> None:
    tailor(korea)
    work(korea, "W-1", *WEEK)
    number = run(korea, MAY)
    with pytest.raises(RefusedError, match="keeps nothing"):
        differences(korea, number)


def test_a_pack_that_changes_after_the_draft_asks_for_a_new_one(korea: Book) -> None:
    copy_pack(korea, "KR", "OURS")
    change_settings(korea, {"pay_rules": "OURS"})
    tailor(korea)
    work(korea, "W-1", *WEEK, end="20:00")
    number = run(korea, MAY)
    change_rule(korea, "OURS", "overtime", date(2018, 7, 1), {"multiplier": "2"})
    with pytest.raises(RefusedError, match="has changed"):
        approve_run(korea, number)


def test_a_week_across_two_months_pays_its_overtime_and_holiday_in_the_second(
    korea: Book,
) -> None:
    tailor(korea)
    days = [f"2026-06-{day:02d}" for day in (29, 30)]
    later = [f"2026-07-{day:02d}" for day in (1, 2, 3, 4)]
    work(korea, "W-1", *days, *later)
    june = run(korea, JUNE, approve=True)
    assert lines(slips(korea, june)["W-1"])[0] == "Basic pay 176000"
    july = run(korea, Period(date(2026, 7, 1), date(2026, 7, 31)))
    got = lines(slips(korea, july)["W-1"])
    # 48 hours in the week: eight of them beyond 40, on the Saturday
    assert got[:2] == ["Basic pay 264000", "Overtime 132000"]
    assert "Weekly paid holiday 88000" in got


def test_a_late_shift_pays_what_it_adds_to_its_week(korea: Book) -> None:
    tailor(korea)
    work(korea, "W-1", *WEEK)
    run(korea, MAY, approve=True)
    work(korea, "W-1", "2026-05-16", start="09:00", end="13:00")
    late = new_run(korea, period=MAY, off_cycle=True)
    assert lines(slips(korea, late)["W-1"]) == ["Overtime – correction of payslip 1-W-1 66000"]


def test_late_hours_of_a_salary_are_paid_beyond_it(korea: Book) -> None:
    hire(korea, "W-1", "monthly", "2299000", weekly_hours="40", rest_days="SU")
    work(korea, "W-1", *WEEK)
    run(korea, MAY, approve=True)
    work(korea, "W-1", "2026-05-16", start="09:00", end="13:00")
    late = new_run(korea, period=MAY, off_cycle=True)
    # 4 × 2,299,000 ÷ 209 × 1.5
    assert lines(slips(korea, late)["W-1"]) == ["Overtime – correction of payslip 1-W-1 66000"]


def test_a_worker_under_an_unreadable_pack_is_set_aside_and_the_others_are_paid(
    korea: Book,
) -> None:
    copy_pack(korea, "KR", "OURS")
    tailor(korea)
    tailor(korea, "W-2", rules="OURS")
    hire(korea, "W-3")
    work(korea, "W-1", *WEEK)
    work(korea, "W-2", *WEEK)
    work(korea, "W-3", *WEEK)
    with korea.acting("test.damage") as acting:
        acting.connection.execute(
            update(RULE_PACK).values(
                text='name = "OURS"\ntitle = "x"\n[[versions]]\nfrom = 2020-01-01'
            )
        )
    number = run(korea, MAY)
    assert run_row(korea, number).employees == 1
    reasons = {row.code: row.reason for row in set_aside(korea, number)}
    assert set(reasons) == {"W-2", "W-3"}
    assert "normal_hours" in reasons["W-2"]
    assert reasons["W-3"] == "There are no pay terms on 2026-05-11."


def test_piece_work_under_a_law_is_paid_beside_the_others(korea: Book) -> None:
    hire(korea, "W-1", "piece", "0")
    work(korea, "W-1", WEEK[0], end="20:00")  # 11 hours
    make(korea, "W-1", WEEK[0], "220", "1000")
    assert lines(slips(korea, run(korea, MAY))["W-1"]) == [
        "Piece-work: mats 220000",
        "Overtime 30000",  # 3 h × 220,000 ÷ 11 h × 0.5
    ]


def test_a_kept_pack_that_was_tampered_with_is_found(korea: Book) -> None:
    tailor(korea)
    work(korea, "W-1", *WEEK)
    run(korea, MAY, approve=True)
    assert kept(korea)
    with korea.acting("test.damage") as acting:
        acting.connection.execute(update(KEPT_PACK).values(text=KEPT_PACK.c.text + "\n# more"))
    broken = [promise for promise in check_book(korea) if not promise.kept]
    assert [promise.details for promise in broken] == [
        ("Run 1 has lost the pay-rule pack KR that it keeps.",)
    ]


BORDER = ("2026-06-29", "2026-06-30", "2026-07-01", "2026-07-02", "2026-07-03", "2026-07-04")
JULY = Period(date(2026, 7, 1), date(2026, 7, 31))


def test_an_off_cycle_run_does_not_pay_a_week_again_that_two_months_share(korea: Book) -> None:
    tailor(korea)
    work(korea, "W-1", *BORDER)
    run(korea, JUNE, approve=True)
    run(korea, JULY, approve=True)
    enter(korea, "W-1", "2026-07-20", "ALLOWANCE", "1000")
    late = run(korea, JULY, approve=True, off_cycle=True)
    assert lines(slips(korea, late)["W-1"]) == ["Allowance – correction of payslip 2-W-1 1000"]
    with pytest.raises(RefusedError, match="nothing to pay"):
        run(korea, JULY, off_cycle=True)


def test_a_late_shift_of_the_first_month_still_adds_to_the_week_that_both_share(
    korea: Book,
) -> None:
    tailor(korea)
    work(korea, "W-1", *BORDER[1:])
    run(korea, JUNE, approve=True)
    july = run(korea, JULY, approve=True)
    assert lines(slips(korea, july)["W-1"])[:1] == ["Basic pay 352000"]
    work(korea, "W-1", BORDER[0])
    late = run(korea, JUNE, approve=True, off_cycle=True)
    # The eight hours of Saturday are overtime now: 8 h × 0.5 more than was paid.
    assert lines(slips(korea, late)["W-1"]) == [
        "Basic pay – correction of payslip 1-W-1 88000",
        "Basic pay – correction of payslip 2-W-1 -88000",
        "Overtime – correction of payslip 2-W-1 132000",
    ]
    with pytest.raises(RefusedError, match="nothing to pay"):
        run(korea, JULY, off_cycle=True)


def test_overtime_that_an_off_cycle_run_paid_a_salary_is_not_paid_with_the_salary(
    korea: Book,
) -> None:
    hire(korea, "W-1", "monthly", "2508000", weekly_hours="40", rest_days="SU")
    work(korea, "W-1", *WEEK, "2026-05-16")
    early = run(korea, MAY, approve=True, off_cycle=True)
    assert lines(slips(korea, early)["W-1"]) == ["Overtime 144000"]
    regular = run(korea, MAY, approve=True)
    assert lines(slips(korea, regular)["W-1"]) == ["Basic pay 2508000"]
    assert differences(korea, early) == differences(korea, regular) == []


def test_a_run_is_not_voided_while_a_later_one_pays_what_came_on_top(korea: Book) -> None:
    tailor(korea)
    work(korea, "W-1", *WEEK)
    regular = run(korea, MAY, approve=True)
    work(korea, "W-1", "2026-05-16", start="09:00", end="13:00")
    late = run(korea, MAY, approve=True, off_cycle=True)
    with pytest.raises(RefusedError, match=f"void run {late} first"):
        void_run(korea, regular, reason="typed wrongly")
    void_run(korea, late, reason="typed wrongly")
    void_run(korea, regular, reason="typed wrongly")
    assert "Overtime 66000" in lines(slips(korea, run(korea, MAY))["W-1"])


def test_late_hours_below_the_minimum_wage_are_topped_up(korea: Book) -> None:
    hire(korea, "W-1", "hourly", "9000")
    work(korea, "W-1", WEEK[0])
    run(korea, MAY, approve=True)
    work(korea, "W-1", WEEK[1])
    late = run(korea, MAY, off_cycle=True)
    assert lines(slips(korea, late)["W-1"]) == [
        "Basic pay – correction of payslip 1-W-1 72000",
        "Top-up to the minimum wage – correction of payslip 1-W-1 10560",
    ]


def test_a_late_sale_with_a_makers_share_is_told(korea: Book) -> None:
    tailor(korea)
    work(korea, "W-1", *WEEK)
    stock(korea, "CUP", "W-1", "10")
    run(korea, MAY, approve=True)
    sell(korea, "CUP", "2026-05-20", "3", "10000")
    with korea.reading() as connection:
        assert [(each.period, each.count) for each in late_records(connection)] == [(MAY, 1)]


def test_the_last_week_of_a_leaver_is_paid_also_if_the_leaving_is_written_down_late(
    book: Book,
) -> None:
    change_settings(book, {"currency": "USD", "country": "US", "pay_rules": "US"})
    hire(book, "W-1", "hourly", "20")
    days = [f"2026-07-{day}" for day in range(27, 32)]  # Monday to Friday; the week ends in August
    work(book, "W-1", *days, start="08:00", end="18:00")
    run(book, JULY, approve=True)
    with pytest.raises(RefusedError, match="nothing to pay"):
        run(book, JULY, off_cycle=True)
    change(book, "W-1", left_on="2026-07-31")
    last = run(book, JULY, approve=True, off_cycle=True)
    # 10 h × 20 × 0.5
    assert lines(slips(book, last)["W-1"]) == ["Overtime – correction of payslip 1-W-1 100.00"]
    with pytest.raises(RefusedError, match="nothing to pay"):
        run(book, JULY, off_cycle=True)


@pytest.mark.parametrize("month", [date(2025, 9, 1), date(2026, 2, 1), date(2026, 10, 1)])
def test_a_salary_paid_in_halves_is_the_whole_salary_of_a_month_with_moved_days(
    book: Book, month: date
) -> None:
    """Holidays and moved workdays of the second half are days of the month in the first, too."""
    change_settings(book, {"country": "CN", "pay_rules": "CN"})
    hire(book, "W-1", "monthly", "6000", rest_days="SA,SU")
    whole = month_of(month)
    halves = (
        Period(whole.starts_on, month.replace(day=15)),
        Period(month.replace(day=16), whole.ends_on),
    )
    paid = [slips(book, run(book, half, approve=True))["W-1"].gross for half in halves]
    assert sum(paid) == 600_000


def test_a_day_that_was_missed_costs_the_same_in_whole_months_and_in_halves(book: Book) -> None:
    """22 paid days of 23 at a 21.75th each are the whole salary, in one payslip or in two."""
    change_settings(book, {"country": "CN", "pay_rules": "CN"})
    halves = (
        Period(date(2025, 9, 1), date(2025, 9, 15)),
        Period(date(2025, 9, 16), date(2025, 9, 30)),
    )
    for code, day in (("W-1", "2025-09-04"), ("W-2", "2025-09-24")):
        hire(book, code, "monthly", "6000", rest_days="SA,SU", daily_hours="8")
        work(book, code, day, status="absent")
    gross = [
        {c: s.gross for c, s in slips(book, run(book, half, approve=True)).items()}
        for half in halves
    ]
    assert {code: sum(each[code] for each in gross) for code in ("W-1", "W-2")} == {
        "W-1": 600_000,
        "W-2": 600_000,
    }
