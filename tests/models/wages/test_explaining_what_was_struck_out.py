"""A payslip is explained by what it was computed from, also once that is struck out."""

from models.book.actions import change_settings
from models.book.book import Book
from models.wages.actions import void_run
from models.wages.explanation import explanation
from models.wages.striking import strike_out
from tests.models.wages.bookkeeping import FEBRUARY, hire, make, run, slips, work
from tests.models.wages.struck import DAY


def explained(book: Book, number: int) -> list[object]:
    slip = slips(book, number)["U"]
    found = explanation(book, slip)
    return [
        (line.code, line.amount, found.week(line), found.days(line), found.records(line))
        for line in slip.lines
    ]


def test_a_payslip_is_explained_by_what_it_was_computed_from_also_once_that_is_struck_out(
    book: Book,
) -> None:
    hire(book, "U", "hourly", "12", rules="US", currency="USD")
    work(book, "U", *(f"2026-01-{day:02d}" for day in range(5, 10)), start="08:00", end="17:12")
    make(book, "U", DAY, "10", "2")
    run(book, approve=True)
    before = explained(book, 1)
    assert any(week for _code, _amount, week, *_rest in before)
    strike_out(book, "piece", 1, why="never made")
    assert explained(book, 1) == before
    void_run(book, 1, reason="paid anew")
    slip = slips(book, run(book))["U"]
    (line,) = (each for each in slip.lines if each.code == "OVERTIME")
    (part,) = explanation(book, slip).week(line)
    assert part.formula == "46 h × 12.00 = 552.00"


def test_a_paid_holiday_is_named_though_leave_on_another_was_struck_out(book: Book) -> None:
    change_settings(book, {"country": "KR"})
    hire(book, "U", "hourly", "12000", rules="KR", currency="KRW", daily_hours="8", rest_days="SU")
    work(book, "U", "2026-01-01")
    work(book, "U", "2026-02-16", status="paid_leave")
    run(book, approve=True)
    run(book, FEBRUARY, approve=True)
    before = [explained(book, number) for number in (1, 2)]
    assert any(days for _code, _amount, _week, days, _records in before[1])
    strike_out(book, "shift", 2, why="a holiday anyway")
    assert [explained(book, number) for number in (1, 2)] == before
