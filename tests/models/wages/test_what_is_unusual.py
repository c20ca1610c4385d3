"""What someone should look at before a pay run is approved."""

from datetime import date

import pytest

from models.book.book import Book
from models.errors import NotFoundError, RefusedError
from models.money import Money
from models.wages.actions import approve_run, mark_uncollected, pay_run, recompute_run, void_run
from models.wages.looked_through import mark_looked_through
from models.wages.payday import payday
from models.wages.printed import mark_printed
from models.wages.unusual import unusual
from tests.models.wages.bookkeeping import FEBRUARY, JANUARY, enter, hire, run, work
from tests.models.wages.lending import lend

WORK = ("2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09")
BEFORE = "(before: 1–31 Jan 2026)."


def said(book: Book, number: int) -> list[str]:
    return [f"{each.kind} {each.code}: {each.text}" for each in unusual(book, number)]


@pytest.fixture
def bakery(book: Book) -> Book:
    """A paid January: one by the hour with five days of work, one with a monthly salary."""
    hire(book, "W-1", "hourly", "20")
    hire(book, "W-2", "monthly", "3000")
    work(book, "W-1", *WORK)
    number = run(book, approve=True)
    pay_run(book, number, on=date(2026, 2, 1))
    return book


def february(book: Book, days: int) -> int:
    work(book, "W-1", *(f"2026-02-{day:02}" for day in range(2, 2 + days)))
    return run(book, FEBRUARY)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (4, []),
        (5, []),
        (6, []),
        (
            7,
            [f"changed W-1: Net pay rose 40 % from 800.00 to 1,120.00 {BEFORE}"],
        ),
        (
            3,
            [f"changed W-1: Net pay fell 40 % from 800.00 to 480.00 {BEFORE}"],
        ),
    ],
)
def test_only_a_change_beyond_a_fifth_is_unusual(
    bakery: Book, days: int, expected: list[str]
) -> None:
    assert said(bakery, february(bakery, days)) == expected


def test_a_gross_that_changed_is_told_where_the_net_hides_it(bakery: Book) -> None:
    enter(bakery, "W-2", "2026-02-10", "BONUS", "1000")
    enter(bakery, "W-2", "2026-02-10", "DEDUCTION", "1000")
    assert said(bakery, february(bakery, 5)) == [
        f"changed W-2: Gross pay rose 33 % from 3,000.00 to 4,000.00 {BEFORE}"
    ]


def test_a_voided_run_is_nothing_to_compare_with(bakery: Book) -> None:
    void_run(bakery, 1, reason="wrong rates")
    kinds = [each.split(":")[0] for each in said(bakery, february(bakery, 5))]
    assert "first_payslip W-1" in kinds
    assert not any(kind.startswith("changed") for kind in kinds)


def test_the_worst_stands_first_and_each_names_its_payslip(bakery: Book) -> None:
    hire(bakery, "W-3")
    hire(bakery, "W-4", "daily", "100")
    work(bakery, "W-4", "2026-02-20", status="planned")
    work(bakery, "W-1", "2026-01-12")
    enter(bakery, "W-4", "2026-02-10", "ALLOWANCE", "10")
    number = february(bakery, 5)
    hire(bakery, "W-5", "hourly", "20")
    found = unusual(bakery, number)
    assert [(each.kind, each.code, each.payslip) for each in found] == [
        ("set_aside", "W-3", ""),
        ("not_in_run", "W-5", ""),
        ("no_shifts", "W-4", "2-W-4"),
        ("planned_shifts", "W-4", "2-W-4"),
        ("corrects", "W-1", "2-W-1"),
        ("first_payslip", "W-4", "2-W-4"),
    ]
    texts = {each.kind: each.text for each in found}
    assert texts["set_aside"] == "There are no pay terms on 2026-02-01."
    assert texts["no_shifts"] == "No shifts in this period, although pay is by the day."
    assert texts["corrects"] == "Corrects payslip 1-W-1: 160.00 more."


def test_pay_that_deductions_eat_up_is_told(bakery: Book) -> None:
    lend(bakery, "W-2", "2026-01-20", "5000", kind="sub", first_due="2026-02-01")
    kinds = [each.split(":")[0] for each in said(bakery, february(bakery, 5))]
    assert kinds == ["nothing_paid W-2", "changed W-2", "not_taken W-2"]


def test_an_off_cycle_run_is_held_against_nothing(bakery: Book) -> None:
    enter(bakery, "W-1", "2026-02-10", "BONUS", "5")
    assert said(bakery, run(bakery, FEBRUARY, off_cycle=True)) == []


def test_there_is_nothing_unusual_in_a_run_that_is_not_there(book: Book) -> None:
    with pytest.raises(NotFoundError, match="There is no pay run 7"):
        unusual(book, 7)


def states(book: Book, number: int = 1) -> str:
    """The steps by their signs."""
    signs = {"done": "✓", "now": ">", "to_come": ".", "left_out": "-"}
    return "".join(signs[state] for state in payday(book, number).states.values())


def test_where_a_payday_stands_is_read_from_the_book(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    hire(book, "W-2", "hourly", "30")
    for code in ("W-1", "W-2"):
        work(book, code, "2026-01-05")
    number = run(book)
    assert states(book) == "✓>....."
    mark_looked_through(book, number, found=2)
    assert states(book) == "✓✓>...."
    recompute_run(book, number)
    assert states(book) == "✓>....."
    approve_run(book, number)
    assert states(book) == "✓-✓>..."
    mark_printed(book, ["1-W-1", "1-W-2"], on=date(2026, 2, 1))
    assert states(book) == "✓-✓✓>.."
    pay_run(book, number, on=date(2026, 2, 1), codes=["W-1"])
    assert states(book) == "✓-✓✓✓>."
    stands = payday(book, number)
    assert stands.in_the_box.sums == (Money(24000, "CNY"),)
    assert (stands.paid.count, stands.open.count) == (1, 1)
    pay_run(book, number, on=date(2026, 2, 3))
    assert states(book) == "✓-✓✓✓✓✓"
    mark_uncollected(book, number, codes=["W-2"])
    assert states(book) == "✓-✓✓✓>."
    void_run(book, number, reason="a mistake")
    assert states(book) == "-------"


def test_what_was_never_printed_is_left_out_once_money_is_handed_out(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    hire(book, "W-2", "hourly", "20", payment_method="bank")
    work(book, "W-1", "2026-01-05")
    work(book, "W-2", "2026-01-05")
    number = run(book, approve=True)
    pay_run(book, number, on=date(2026, 2, 1), codes=["W-1"])
    assert states(book) == "✓-✓-✓>."


def test_nobody_paid_in_cash_leaves_the_cash_out(book: Book) -> None:
    hire(book, "W-1", "hourly", "20", payment_method="bank")
    work(book, "W-1", "2026-01-05")
    number = run(book, approve=True)
    mark_printed(book, ["1-W-1"], on=date(2026, 2, 1))
    assert states(book, number) == "✓-✓✓->."


def test_only_a_draft_is_looked_through(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    work(book, "W-1", "2026-01-05")
    number = run(book, JANUARY, approve=True)
    with pytest.raises(RefusedError, match="Run 1 is a draft no more"):
        mark_looked_through(book, number, found=0)
    with pytest.raises(NotFoundError):
        mark_looked_through(book, 9, found=0)
