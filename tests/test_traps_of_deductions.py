"""Where other payroll programs have gone wrong in what they take off: a test for each trap."""

from datetime import date

import pytest

from models.book.book import Book
from models.money import amount_text
from models.periods import Period, month_of
from models.wages.advances.queries import advance_plan
from models.wages.instalments import plan
from tests.models.wages.bookkeeping import enter, hire, run, slips, work
from tests.models.wages.lending import lend, skip


def test_a_deduction_taken_over_several_months_takes_what_is_owed_to_the_cent(book: Book) -> None:
    hire(book, "A", "hourly", "33.33")
    enter(book, "A", "2026-01-31", "DEDUCTION", "100", "Loan")
    taken = []
    for month in range(1, 6):
        work(book, "A", f"2026-{month:02d}-05", start="09:00", end="10:00")
        period = Period(date(2026, month, 1), date(2026, month, 28))
        taken.append(slips(book, run(book, period, codes=["A"], approve=True))["A"].deductions)
        if month == 1:  # the deduction is dated after this period
            assert taken == [0]
    assert taken[1:] == [3_333, 3_333, 3_333, 1]
    assert sum(taken) == 10_000


@pytest.mark.parametrize(
    ("amount", "instalment", "expected"),
    [
        ("300", "100", ["100.00", "100.00", "100.00"]),
        ("250", "100", ["100.00", "100.00", "50.00"]),
        ("80", "100", ["80.00"]),
        ("80", "", ["80.00"]),
        ("100.01", "100", ["100.00", "0.01"]),
    ],
)
def test_the_last_instalment_takes_no_more_than_is_owed(
    book: Book, amount: str, instalment: str, expected: list[str]
) -> None:
    hire(book, "A", "monthly", "5000")
    number = lend(book, "A", "2026-01-10", amount, instalment=instalment)
    taken = [amount_text(each, "CNY") for each in _deductions(book, months=5)]
    assert taken == [*expected, *["0.00"] * (5 - len(expected))]
    assert advance_plan(book, number).advance.outstanding == 0


@pytest.mark.parametrize(
    ("instalment", "expected"),
    [("33.33", [3_333, 3_333, 3_334, 0]), ("33.34", [3_334, 3_334, 3_332, 0])],
)
def test_three_instalments_of_100_divided_by_3_do_not_take_99_99(
    book: Book, instalment: str, expected: list[int]
) -> None:
    hire(book, "A", "monthly", "5000")
    lend(book, "A", "2026-01-10", "100", instalment=instalment)
    assert _deductions(book, months=4) == expected


def _deductions(book: Book, *, months: int) -> list[int]:
    """What was taken of A in each of so many months from January 2026 on."""
    found = []
    for month in range(1, months + 1):
        number = run(book, month_of(date(2026, month, 1)), approve=True)
        found.append(slips(book, number)["A"].deductions)
    return found


@pytest.mark.parametrize(
    ("first", "days"),
    [
        ("2026-01-31", "31 28 31 30 31 30 31 31 30 31 30 31"),
        ("2026-01-30", "30 28 30 30 30 30 30 30 30 30 30 30"),
        ("2026-01-28", "28 28 28 28 28 28 28 28 28 28 28 28"),
        ("2024-01-31", "31 29 31 30 31 30 31 31 30 31 30 31"),
        ("2026-02-28", "28 31 30 31 30 31 31 30 31 30 31 31"),
    ],
)
def test_due_dates_do_not_drift_from_the_31st_to_the_28th_for_good(first: str, days: str) -> None:
    due = [each.due_on for each in plan(12, 1, date.fromisoformat(first), "monthly")]
    assert " ".join(str(day.day) for day in due) == days
    assert len({(day.year, day.month) for day in due}) == 12


def test_a_skipped_instalment_does_not_move_the_days_of_the_others(book: Book) -> None:
    hire(book, "A", "monthly", "5000")
    number = lend(book, "A", "2026-01-10", "300", instalment="100", first_due="2026-01-31")
    skip(book, number, "2026-02-28")
    assert _deductions(book, months=5) == [10_000, 0, 10_000, 10_000, 0]


def test_a_deduction_does_not_make_net_pay_negative(book: Book) -> None:
    hire(book, "A", "hourly", "20")
    work(book, "A", "2026-01-05")
    enter(book, "A", "2026-01-10", "DEDUCTION", "100", "Boots")
    enter(book, "A", "2026-01-11", "DEDUCTION", "100", "Tools")
    slip = slips(book, run(book))["A"]
    assert (slip.gross, slip.deductions, slip.net) == (16_000, 16_000, 0)
    assert [line.carried for line in slip.taken_off] == [0, 4_000]
    assert "40.00 could not be taken" in slip.warning_texts[0]
