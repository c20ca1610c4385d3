"""The journal of pay runs on a real book: what belongs in it, and what its accounts close to."""

from collections import Counter
from datetime import date

import pytest

from models.accounts import USES
from models.book.actions import change_settings
from models.book.book import Book
from models.errors import NotFoundError, RefusedError
from models.money import amount_text
from models.periods import month_of
from models.wages.actions import mark_uncollected, pay_run, void_run
from models.wages.advances.queries import advances
from models.wages.journal import Journal
from models.wages.journal_queries import advance_journal, run_journal
from models.wages.queries import payslips
from models.wages.striking import strike_out
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    JANUARY,
    change,
    enter,
    hire,
    run,
    sell,
    stock,
    work,
)
from tests.models.wages.lending import hand_back, lend

PAYDAY = date(2026, 2, 2)
_USES = {use.default: use.key for use in USES.values()}


def told(journal: Journal) -> list[str]:
    """Each transaction on a line: `01-31: wages 480.00, payable -480.00`."""
    return [
        f"{each.on:%m-%d}: "
        + ", ".join(
            " ".join(
                filter(
                    None,
                    [
                        _USES[posting.account.name],
                        amount_text(posting.amount, each.currency),
                        posting.employee,
                        posting.corrects and f"({posting.corrects})",
                    ],
                )
            )
            for posting in each.postings
        )
        for each in journal.transactions
    ]


def entries(book: Book, number: int, **how: bool) -> list[str]:
    return told(run_journal(book, number, **how))


def take(book: Book, code: str, day: str, amount: str, kind: str = "", note: str = "") -> None:
    enter(book, code, day, "DEDUCTION", amount, note, kind=kind)


@pytest.fixture
def two(book: Book) -> Book:
    """W-1 is paid in cash and W-2 by the bank; January of 240.00 each is approved as run 1."""
    hire(book, "W-1", "hourly", "30")
    hire(book, "W-2", "hourly", "30", payment_method="bank")
    work(book, "W-1", "2026-01-05")
    work(book, "W-2", "2026-01-05")
    run(book, approve=True)
    return book


def test_an_approved_run_is_owed_until_it_is_paid_employee_by_employee(two: Book) -> None:
    owed = "01-31: wages 480.00, payable -480.00"
    journal = run_journal(two, 1)
    assert told(journal) == [owed]
    assert journal.notes == ("Nobody of run 1 was paid yet: only what is owed is here.",)
    assert journal.open == (("CNY", 48_000),)
    pay_run(two, 1, on=PAYDAY, codes=["W-1"])
    journal = run_journal(two, 1)
    assert told(journal) == [owed, "02-02: payable 240.00, cash -240.00"]
    assert journal.notes == (
        "1 employee of run 1 was not paid yet: that pay stays in wages payable.",
    )
    assert journal.open == (("CNY", 24_000),)
    pay_run(two, 1, on=date(2026, 2, 5))
    journal = run_journal(two, 1)
    assert told(journal)[2:] == ["02-05: payable 240.00, bank -240.00"]
    assert (journal.notes, journal.open) == ((), (("CNY", 0),))
    mark_uncollected(two, 1, codes=["W-1"])
    assert entries(two, 1) == [owed, "02-05: payable 240.00, bank -240.00"]


def test_a_draft_and_an_unpaid_void_run_do_not_belong_in_the_books(two: Book) -> None:
    work(two, "W-1", "2026-02-03")
    draft = run(two, FEBRUARY)
    with pytest.raises(RefusedError, match=f"Run {draft} is a draft"):
        run_journal(two, draft)
    void_run(two, 1, reason="wrong")
    with pytest.raises(RefusedError, match="Run 1 is void and nobody was paid"):
        run_journal(two, 1)
    with pytest.raises(NotFoundError, match="There is no pay run 9"):
        run_journal(two, 9)


def test_of_a_void_run_what_was_paid_stands_and_a_later_run_takes_it_back(two: Book) -> None:
    take(two, "W-1", "2026-02-01", "10", "statutory")
    work(two, "W-1", "2026-02-03")
    second = run(two, FEBRUARY, approve=True)
    pay_run(two, second, on=date(2026, 3, 2))
    void_run(two, second, reason="wrong month")
    journal = run_journal(two, second)
    assert told(journal) == [
        "02-28: wages 240.00, statutory -10.00, payable -230.00",
        "03-02: payable 230.00, cash -230.00",
    ]
    assert journal.notes == ("Run 2 is void. What was paid stands; a later run takes it back.",)
    work(two, "W-1", "2026-02-04")
    third = run(two, FEBRUARY, approve=True)
    assert ", ".join(entries(two, third)) == (
        "02-28: wages 480.00, wages -240.00 (2), statutory -10.00, statutory 10.00 (2), "
        "payable -240.00"
    )
    (wages,) = entries(two, third, by_employee=True)
    assert "statutory -10.00 W-1, statutory 10.00 W-1 (2-W-1)" in wages


def test_a_shift_struck_out_comes_back_from_the_account_it_went_to(two: Book) -> None:
    pay_run(two, 1, on=PAYDAY)
    strike_out(two, "shift", 1, why="Was not there")
    work(two, "W-1", "2026-02-03", "2026-02-04")
    number = run(two, FEBRUARY, codes=["W-1"], approve=True)
    assert entries(two, number) == ["02-28: wages 480.00, wages -240.00 (1), payable -240.00"]


def test_each_kind_of_deduction_has_its_account(two: Book) -> None:
    kinds = {"": "1", "statutory": "2", "agreed": "3", "loss": "4", "employer": "5", "loan": "6"}
    for kind, amount in kinds.items():
        take(two, "W-1", "2026-02-01", amount, kind)
    work(two, "W-1", "2026-02-03")
    number = run(two, FEBRUARY, codes=["W-1"], approve=True)
    (wages,) = entries(two, number)
    assert wages == (
        "02-28: wages 240.00, statutory -2.00, agreed -3.00, deductions -1.00, losses -4.00, "
        "charges -5.00, loans -6.00, payable -219.00"
    )


def test_what_a_payslip_could_not_take_keeps_its_account_on_the_next(two: Book) -> None:
    take(two, "W-1", "2026-02-01", "300", "loss", "broken loom")
    work(two, "W-1", "2026-02-03")
    work(two, "W-1", "2026-03-03")
    run(two, FEBRUARY, codes=["W-1"], approve=True)
    number = run(two, month_of(date(2026, 3, 1)), codes=["W-1"], approve=True)
    assert entries(two, number) == ["03-31: wages 240.00, losses -60.00, payable -180.00"]


def test_a_share_below_zero_is_taken_back_from_the_makers_shares(book: Book) -> None:
    hire(book, "W-1", "hourly", "30")
    stock(book, "CUP", "W-1", "50")
    sell(book, "CUP", "2025-12-10", "4")
    sell(book, "CUP", "2026-01-10", "-4")
    run(book, approve=True)
    work(book, "W-1", "2026-02-03")
    number = run(book, FEBRUARY, approve=True)
    assert entries(book, number) == ["02-28: wages 240.00, shares -20.00, payable -220.00"]


def test_advances_close_to_what_is_outstanding(two: Book) -> None:
    first = lend(two, "W-1", "2026-01-10", "400", instalment="60", kind="loan")
    lend(two, "W-2", "2026-02-10", "40", kind="sub")
    hand_back(two, first, "2026-02-12", "30")
    work(two, "W-1", "2026-02-03")
    work(two, "W-2", "2026-02-03")
    runs = [1, run(two, FEBRUARY, approve=True)]
    by_hand = advance_journal(two)
    assert told(by_hand) == [
        "01-10: advances 400.00, cash -400.00",
        "02-10: advances 40.00, cash -40.00",
        "02-12: advances -30.00, cash 30.00",
    ]
    assert told(advance_journal(two, first=date(2026, 2, 10), last=date(2026, 2, 11))) == [
        "02-10: advances 40.00, cash -40.00"
    ]
    assert told(advance_journal(two, last=date(2026, 1, 31), by_employee=True)) == [
        "01-10: advances 400.00 W-1, cash -400.00"
    ]
    sums = balances(by_hand, *(run_journal(two, number) for number in runs))
    outstanding = sum(each.outstanding for each in advances(two).all())
    assert sums["advances"] == outstanding > 0


def balances(*journals: Journal) -> Counter[str]:
    """What the accounts of these journals come to, in minor units, by their uses."""
    sums: Counter[str] = Counter()
    for journal in journals:
        for each in journal.transactions:
            assert sum(posting.amount for posting in each.postings) == 0
            for posting in each.postings:
                sums[_USES[posting.account.name]] += posting.amount
    return sums


def test_months_of_the_demo_close_to_its_payslips(demo: Book) -> None:
    paid = [slip for number in (1, 2) for slip in payslips(demo, number)]
    mark_uncollected(demo, 2, codes=[paid[-1].code])
    sums = balances(*(run_journal(demo, number) for number in (1, 2)))
    assert sums["payable"] == -paid[-1].paid
    money = sum(sums[way] for way in ("cash", "bank", "wallet"))
    assert money == -sum(slip.paid for slip in paid[:-1])
    spent = sum(sums[use.key] for use in USES.values() if use.kind == "expense")
    assert spent == sum(slip.gross for slip in paid)
    assert sums["rounding"] == sum(slip.account.after - slip.account.before for slip in paid)
    assert sums["advances"] == -sum(slip.advances.before - slip.advances.after for slip in paid)


def test_what_a_leaver_keeps_of_rounding_is_spent(book: Book) -> None:
    change_settings(book, {"cash_smallest": "1"})
    hire(book, "W-1", "hourly", "30.03")
    work(book, "W-1", "2026-01-05")
    change(book, "W-1", left_on="2026-01-31")
    run(book, JANUARY, approve=True)
    assert entries(book, 1) == ["01-31: wages 240.24, given_up 0.76, payable -241.00"]
