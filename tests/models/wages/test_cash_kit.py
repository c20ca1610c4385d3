"""The cash kit of a run on a real book."""

from datetime import date

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.employees.actions import record_employees
from models.employees.drafts import EmployeeDraft
from models.errors import NotFoundError, RefusedError
from models.recording import record
from models.wages.actions import approve_run, mark_uncollected, pay_run, void_run
from models.wages.cash import CashKit
from models.wages.cash_kit import cash_kits
from models.wages.queries import payslips, runs
from models.wages.register import registers
from tests.models.wages.bookkeeping import enter, hire, run

PAYDAY = date(2026, 2, 5)


@pytest.fixture
def four(book: Book) -> int:
    """An approved run that pays two at the workshop, one without a site, and one by bank."""
    hire(book, "W-1", "monthly", "3456.7", site="Workshop")
    hire(book, "W-2", "monthly", "1060", site="Workshop")
    hire(book, "W-3", "monthly", "80")
    hire(book, "W-4", "monthly", "5000", payment_method="bank")
    return run(book, approve=True)


def told(kit: CashKit) -> dict[str, str]:
    """Who gets which notes, as `1×5000 2×1000` in minor units."""
    return {
        pay.code: " ".join(f"{note.count}×{note.value}" for note in pay.notes)
        for pay in kit.employees
    }


def cash_of(book: Book, number: int, currency: str) -> int:
    """What the payslips of a run pay in cash."""
    return sum(
        slip.paid
        for slip in payslips(book, number)
        if slip.payment_method == "cash" and slip.currency == currency
    )


def test_notes_are_counted_for_everyone_paid_in_cash_by_site_and_in_all(
    book: Book, four: int
) -> None:
    (kit,) = cash_kits(book, four)
    assert (kit.run, kit.currency, kit.uncollected) == (four, "CNY", False)
    assert told(kit) == {
        "W-3": "1×5000 1×2000 1×1000",
        "W-1": "34×10000 1×5000 1×500 1×100 1×50 2×10",
        "W-2": "10×10000 1×5000 1×1000",
    }
    assert [(site.site, site.total) for site in kit.sites] == [("", 8_000), ("Workshop", 451_670)]
    assert kit.total == 459_670
    assert kit.pieces == sum(note.count for note in kit.notes) == 55


def test_the_cash_of_many_is_what_payslips_and_register_say_by_site_and_in_all(
    book: Book,
) -> None:
    change_settings(book, {"cash_smallest": "0.5"})
    drafts = [
        EmployeeDraft.model_validate(
            {
                "code": f"W-{n:03d}",
                "joined_on": "2025-01-01",
                "basis": "monthly",
                "rate": f"{1_000 + n}.{n % 10 * 11:02d}" if n % 9 else f"{1_000_000 + n * 1_731}",
                "currency": "KRW" if n % 9 == 0 else "CNY",
                "site": ("", "North", "South")[n % 3],
                "payment_method": ("cash", "cash", "bank", "wallet")[n % 4],
            }
        )
        for n in range(200)
    ]
    record(book, "employees.import", record_employees, list(enumerate(drafts, 1)))
    number = run(book, approve=True)
    kits = cash_kits(book, number)
    assert [len(kit.employees) for kit in kits] == [88, 12]
    for kit, register in zip(kits, registers(book, number), strict=True):
        assert kit.currency == register.currency
        assert kit.total == cash_of(book, number, kit.currency) == register.total.in_cash
        assert [(site.site, site.total) for site in kit.sites] == [
            (part.site, part.in_cash) for part in register.sites if part.in_cash
        ]
    assert all(pay.paid % 50 == 0 for pay in kits[0].employees)
    assert kits[0].notes[-1].value == 50


def test_the_cash_total_does_not_differ_from_the_payslips(demo: Book) -> None:
    for row in runs(demo).all():
        if row.status in ("approved", "paid"):
            for kit in cash_kits(demo, row.number, notes="100,50,20,10,5,1,0.1,0.01"):
                assert kit.total == cash_of(demo, row.number, kit.currency) > 0
                assert kit.total == sum(note.amount for note in kit.notes)
                assert kit.total == sum(site.total for site in kit.sites)
                assert kit.total == sum(pay.paid for pay in kit.employees)


def test_other_notes_may_be_named_and_some_left_out(book: Book, four: int) -> None:
    (kit,) = cash_kits(book, four, left_out="10,5")
    assert told(kit)["W-2"] == "10×10000 3×2000"
    assert told(kit)["W-3"] == "4×2000"
    (kit,) = cash_kits(book, four, notes="0.1,20,50", left_out="50")
    assert told(kit)["W-3"] == "4×2000"
    assert kit.values == (2_000, 10)


def test_notes_that_cannot_make_the_amounts_are_refused_with_everyone_named(
    book: Book, four: int
) -> None:
    with pytest.raises(RefusedError) as refused:
        cash_kits(book, four, notes="50")
    sentence = (
        "{} CNY, and no notes and coins were found that make it exactly; "
        "the smallest is 50.00 CNY. Choose others."
    )
    assert [problem.message for problem in refused.value.problems] == [
        sentence.format(who) for who in ("W-3 gets 80.00", "W-1 gets 3,456.70", "W-2 gets 1,060.00")
    ]
    assert [problem.value for problem in refused.value.problems] == ["W-3", "W-1", "W-2"]


def test_nothing_below_the_programmes_smallest_coin_is_fetched(book: Book, four: int) -> None:
    change_settings(book, {"cash_smallest": "0.1"})
    (kit,) = cash_kits(book, four)
    assert kit.values[-1] == 10
    change_settings(book, {"cash_smallest": "0.5"})
    with pytest.raises(RefusedError, match=r"W-1 gets 3,456\.70 CNY.*smallest is 0\.50 CNY"):
        cash_kits(book, four)
    (kit,) = cash_kits(book, four, notes="100,10,1,0.1")
    assert kit.total == 459_670


def test_only_an_approved_run_has_cash(book: Book) -> None:
    hire(book, "W-1", "monthly", "1000")
    number = run(book)
    with pytest.raises(RefusedError, match="Run 1 is a draft; its cash is worked out once"):
        cash_kits(book, number)
    approve_run(book, number)
    assert cash_kits(book, number)[0].total == 100_000
    void_run(book, number, reason="wrong month")
    with pytest.raises(RefusedError, match="Run 1 is void, so it pays no cash"):
        cash_kits(book, number)
    with pytest.raises(NotFoundError, match="There is no pay run 9"):
        cash_kits(book, 9)


def test_what_was_not_collected_is_counted_back(book: Book, four: int) -> None:
    assert cash_kits(book, four, uncollected=True)[0].total == 459_670
    pay_run(book, four, on=PAYDAY, codes=["W-1", "W-3"])
    (kit,) = cash_kits(book, four, uncollected=True)
    assert (kit.uncollected, told(kit)) == (True, {"W-2": "10×10000 1×5000 1×1000"})
    pay_run(book, four, on=PAYDAY)
    (kit,) = cash_kits(book, four, uncollected=True)
    assert (kit.total, kit.notes, kit.employees) == (0, (), ())
    mark_uncollected(book, four, codes=["W-3"])
    assert told(cash_kits(book, four, uncollected=True)[0]) == {"W-3": "1×5000 1×2000 1×1000"}
    assert cash_kits(book, four)[0].total == 459_670


def test_each_currency_has_a_kit_of_its_own_the_programmes_first(book: Book) -> None:
    hire(book, "W-1", "monthly", "1000000", currency="KRW")
    hire(book, "W-2", "monthly", "700", currency="CNY")
    hire(book, "W-3", "monthly", "55.5", currency="USD")
    number = run(book, approve=True)
    kits = cash_kits(book, number, notes="100")
    assert [(kit.currency, kit.total) for kit in kits] == [
        ("CNY", 70_000),
        ("KRW", 1_000_000),
        ("USD", 5_550),
    ]
    assert [told(kit) for kit in kits] == [
        {"W-2": "7×10000"},
        {"W-1": "20×50000"},
        {"W-3": "1×5000 1×500 2×25"},
    ]


def test_a_run_without_cash_gives_an_empty_kit(book: Book) -> None:
    hire(book, "W-1", "monthly", "1000", payment_method="bank", currency="USD")
    hire(book, "W-2", "piece", "0")
    enter(book, "W-2", "2026-01-05", "BONUS", "10")
    enter(book, "W-2", "2026-01-05", "DEDUCTION", "10")
    (kit,) = cash_kits(book, run(book, approve=True))
    assert (kit.currency, kit.total, kit.notes, kit.sites) == ("CNY", 0, (), ())
