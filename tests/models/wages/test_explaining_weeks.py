"""What a week earned behind a line at its average: the parts always add up to the pool."""

from fractions import Fraction

import pytest

from models.book.book import Book
from models.periods import Period
from models.wages.drafts import AdjustmentDraft
from models.wages.explanation import Explanation, explanation
from models.wages.records import add_adjustment
from models.wages.rows import LineRow
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    JANUARY,
    agree,
    hire,
    make,
    run,
    sell,
    slips,
    stock,
    work,
)

WEEK = ("2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09")
AMERICAN = {"rules": "US", "currency": "USD"}


def bonus(book: Book, day: str, amount: str, **more: str) -> None:
    values = {"employee": "U", "date": day, "item": "BONUS", "amount": amount, **more}
    add_adjustment(book, AdjustmentDraft.model_validate(values))


def long_week(book: Book) -> None:
    """46 hours in the second week of January."""
    work(book, "U", *WEEK, start="08:00", end="17:12")


def overtime(book: Book, period: Period = JANUARY, **which: bool) -> tuple[Explanation, LineRow]:
    slip = slips(book, run(book, period, **which))["U"]
    (line,) = (line for line in slip.lines if line.code == "OVERTIME" and line.pool)
    return explanation(book, slip), line


def parts(found: Explanation, line: LineRow) -> list[str]:
    week = found.week(line)
    assert sum((part.exact for part in week), Fraction(0)) == line.pool
    return [f"{part.label}: {part.formula}" for part in week]


def _one_rate(book: Book) -> list[str]:
    hire(book, "U", "hourly", "12", **AMERICAN)
    long_week(book)
    return ["Basic pay: 46 h × 12.00 = 552.00"]


def _with_a_bonus(book: Book) -> list[str]:
    _one_rate(book)
    bonus(book, "2026-01-09", "46", note="speed")
    return ["Basic pay: 46 h × 12.00 = 552.00", "Bonus: speed: 46.00 as entered"]


def _bonus_of_two_weeks(book: Book) -> list[str]:
    _one_rate(book)
    work(book, "U", "2026-01-12", "2026-01-13", "2026-01-14", start="08:00", end="16:00")
    bonus(book, "2026-01-20", "70", earned_from="2026-01-05", earned_to="2026-01-18")
    return ["Basic pay: 46 h × 12.00 = 552.00", "Bonus: 46 h × 70.00 ÷ 70 h = 46.00"]


def _several_rates(book: Book) -> list[str]:
    hire(book, "U", "hourly", "12", **AMERICAN)
    work(book, "U", *WEEK)
    work(book, "U", "2026-01-10", rate="20")
    return ["Basic pay: 40 h × 12.00 = 480.00", "Basic pay: 8 h × 20.00 = 160.00"]


def _by_the_day(book: Book) -> list[str]:
    hire(book, "U", "daily", "100", **AMERICAN)
    long_week(book)
    return ["Basic pay: 5 days × 100.00 = 500.00"]


def _by_the_week(book: Book) -> list[str]:
    hire(book, "U", "weekly", "800", weekly_hours="40", **AMERICAN)
    long_week(book)
    return ["Basic pay: 46 h × 800.00 ÷ 40 h = 920.00"]


def _pieces_and_a_share(book: Book) -> list[str]:
    hire(book, "U", "piece", "0", **AMERICAN)
    long_week(book)
    make(book, "U", "2026-01-05", "400", "1", task="knives")
    make(book, "U", "2026-01-06", "91", "1", task="forks")
    stock(book, "BAG", "U", "10%", currency="USD")
    sell(book, "BAG", "2026-01-08", "50", currency="USD")
    sell(book, "BAG", "2026-01-20", "7", currency="USD")
    return [
        "Piece-work: forks: 91 pcs × 1.00 = 91.00",
        "Piece-work: knives: 400 pcs × 1.00 = 400.00",
        "Maker's share: net sales 500.00 × 10 % = 50.00",
    ]


def _guaranteed(book: Book) -> list[str]:
    hire(book, "U", "piece", "0", guaranteed_hourly="11", **AMERICAN)
    long_week(book)
    make(book, "U", "2026-01-05", "400", "1", task="knives")
    return [
        "Piece-work: knives: 400 pcs × 1.00 = 400.00",
        "Top-up to the guaranteed wage: 106.00",
    ]


def _a_raise_inside_the_week(book: Book) -> list[str]:
    _one_rate(book)
    agree(book, "U", "2026-01-09", "hourly", "15", **AMERICAN)
    return [
        "Basic pay: 36 h 48 min × 12.00 = 441.60",
        "Basic pay: 9 h 12 min × 15.00 = 138.00",
    ]


@pytest.mark.parametrize(
    "enter_it",
    [
        _one_rate,
        _with_a_bonus,
        _bonus_of_two_weeks,
        _several_rates,
        _by_the_day,
        _by_the_week,
        _pieces_and_a_share,
        _guaranteed,
        _a_raise_inside_the_week,
    ],
)
def test_the_parts_of_a_week_add_up_to_its_pool(book: Book, enter_it: object) -> None:
    expected = enter_it(book)  # type: ignore[operator]
    assert parts(*overtime(book)) == expected


def test_a_week_that_an_earlier_run_paid_in_part_is_told_as_a_whole(book: Book) -> None:
    hire(book, "U", "piece", "0", **AMERICAN)
    work(book, "U", *(f"2026-01-{day}" for day in (26, 27, 28, 29, 30)), end="18:00")
    make(book, "U", "2026-01-27", "400", "1", task="knives")
    run(book, approve=True)
    make(book, "U", "2026-02-01", "50", "1", task="knives")
    line = overtime(book, FEBRUARY, approve=True)
    make(book, "U", "2026-01-28", "999", "9", task="found later")
    assert parts(*line) == ["Piece-work: knives: 450 pcs × 1.00 = 450.00"]
    again = explanation(book, line[0].slip)
    assert parts(again, line[1]) == ["Piece-work: knives: 450 pcs × 1.00 = 450.00"]


def test_a_bonus_known_later_is_all_that_its_earlier_weeks_are_about(book: Book) -> None:
    hire(book, "U", "hourly", "12", **AMERICAN)
    long_week(book)
    run(book, approve=True)
    work(book, "U", "2026-02-03")
    bonus(book, "2026-02-20", "92", earned_from="2026-01-05", earned_to="2026-01-11")
    assert parts(*overtime(book, FEBRUARY)) == ["Bonus: 46 h × 92.00 ÷ 46 h = 92.00"]


def test_premiums_on_piece_work_are_told_by_its_pieces_on_those_days(book: Book) -> None:
    more = {"rules": "TH", "currency": "THB", "daily_hours": "8", "rest_days": "SU"}
    hire(book, "U", "piece", "0", **more)
    work(book, "U", *WEEK, start="08:00", end="18:00")
    make(book, "U", "2026-01-05", "500", "5")
    work(book, "U", "2026-01-11")
    make(book, "U", "2026-01-11", "80", "5")
    assert parts(*overtime(book)) == ["Piece-work: mats: 500 pcs × 5.00 = 2,500.00"]


def test_what_cannot_be_found_any_more_is_said_to_be_other_pay(book: Book) -> None:
    _with_a_bonus(book)
    found, line = overtime(book)
    with book.acting("test") as acting:
        acting.connection.exec_driver_sql("DELETE FROM adjustment")
    again = explanation(book, found.slip)
    assert parts(again, line)[-1] == "Other pay of this week: 46.00"


def test_a_line_that_is_not_at_a_week_s_average_has_no_week(book: Book) -> None:
    _one_rate(book)
    found, _overtime = overtime(book)
    assert found.week(found.slip.lines[0]) == ()
