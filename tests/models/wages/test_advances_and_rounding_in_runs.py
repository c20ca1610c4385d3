"""Advances taken and pay rounded up, run after run, with what is owed before and after."""

from datetime import date

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.checking import check_book
from models.periods import month_of
from models.wages.actions import pay_run, void_run
from models.wages.advances.queries import advances
from models.wages.engine.values import Balance
from models.wages.rows import PayslipRow
from tests.models.wages import lending
from tests.models.wages.bookkeeping import change, enter, hire, lines, run, slips

MONTHS = [month_of(date(2026, month, 1)) for month in range(1, 13)]


def lend(book: Book, amount: str, day: str = "2026-01-10", **more: str) -> int:
    return lending.lend(book, "W-1", day, amount, **more)


def month(book: Book, number: int) -> PayslipRow:
    """The approved payslip of W-1 for a month of 2026."""
    return slips(book, run(book, MONTHS[number - 1], approve=True))["W-1"]


def taken(slip: PayslipRow) -> int:
    return sum(line.amount for line in slip.lines if line.code == "ADVANCE")


def owed(book: Book) -> int:
    return sum(row.outstanding for row in advances(book).all())


@pytest.fixture
def salaried(book: Book) -> Book:
    hire(book, "W-1", "monthly", "1000")
    return book


def test_the_last_instalment_takes_what_is_owed_and_no_more(salaried: Book) -> None:
    lend(salaried, "100", kind="loan", instalment="33.34")
    got = [month(salaried, number) for number in (1, 2, 3, 4)]
    assert [taken(slip) for slip in got] == [3_334, 3_334, 3_332, 0]
    assert [slip.advances for slip in got] == [
        Balance(10_000, 6_666),
        Balance(6_666, 3_332),
        Balance(3_332, 0),
        Balance(0, 0),
    ]
    assert [slip.net for slip in got] == [96_666, 96_666, 96_668, 100_000]
    assert owed(salaried) == 0


def test_a_skipped_instalment_is_taken_at_the_end(salaried: Book) -> None:
    loan = lend(salaried, "90", kind="loan", instalment="30")
    lending.skip(salaried, loan, "2026-02-28")
    assert [taken(month(salaried, number)) for number in (1, 2, 3, 4, 5)] == [
        3_000,
        0,
        3_000,
        3_000,
        0,
    ]


def test_several_advances_are_taken_side_by_side_subs_first(salaried: Book) -> None:
    lend(salaried, "60", kind="loan", instalment="20")
    lend(salaried, "50", "2026-01-20")
    slip = month(salaried, 1)
    assert lines(slip)[1:] == ["Advance repaid 50.00", "Advance repaid 20.00"]
    assert slip.advances == Balance(11_000, 4_000)


def test_what_is_handed_back_early_shortens_the_end(salaried: Book) -> None:
    loan = lend(salaried, "90", kind="loan", instalment="30")
    month(salaried, 1)
    lending.hand_back(salaried, loan, "2026-02-03", "45")
    assert [taken(month(salaried, number)) for number in (2, 3)] == [1_500, 0]
    assert owed(salaried) == 0


def test_an_advance_never_takes_more_than_there_is(salaried: Book) -> None:
    lend(salaried, "1500")
    first = month(salaried, 1)
    assert (first.net, first.advances) == (0, Balance(150_000, 50_000))
    assert month(salaried, 2).net == 50_000


def test_a_loan_is_taken_within_the_caps_of_the_pack(book: Book) -> None:
    change_settings(book, {"currency": "THB", "pay_rules": "TH"})
    hire(book, "W-1", "monthly", "20000", daily_hours="8", rest_days="SU")
    lend(book, "5000", kind="loan")
    assert [taken(month(book, number)) for number in (1, 2, 3)] == [200_000, 200_000, 100_000]


def test_a_loan_in_korea_is_not_set_off_against_wages_without_free_consent(book: Book) -> None:
    change_settings(book, {"currency": "KRW", "pay_rules": "KR"})
    hire(book, "W-1", "monthly", "2500000", weekly_hours="40", rest_days="SU")
    lend(book, "300000", kind="loan", instalment="100000")
    slip = month(book, 1)
    assert taken(slip) == 0
    assert any("may not be taken from wages" in text for text in slip.warning_texts)
    lend(book, "200000", kind="loan", instalment="100000", agreed="yes")
    assert taken(month(book, 2)) == 200_000  # what was due in January and February


def test_voiding_a_run_opens_what_it_took_of_an_advance(salaried: Book) -> None:
    lend(salaried, "100", kind="loan", instalment="40")
    month(salaried, 1)
    assert owed(salaried) == 6_000
    void_run(salaried, 1, reason="Typed wrongly")
    assert owed(salaried) == 10_000
    assert taken(month(salaried, 1)) == 4_000


def test_a_void_run_that_was_paid_gives_the_instalment_back(salaried: Book) -> None:
    lend(salaried, "100", kind="loan", instalment="40")
    month(salaried, 1)
    pay_run(salaried, 1, on=date(2026, 2, 1))
    void_run(salaried, 1, reason="Typed wrongly")
    enter(salaried, "W-1", "2026-01-30", "BONUS", "200")
    again = month(salaried, 1)
    # 1,000 + 200 − 40 is due; 960 was handed over.
    assert again.net == 116_000 - 96_000
    assert (again.advances, owed(salaried)) == (Balance(10_000, 6_000), 6_000)


# Rounding up to the smallest coin


@pytest.fixture
def cash(book: Book) -> Book:
    change_settings(book, {"cash_smallest": "1"})
    hire(book, "W-1", "monthly", "100.30")
    return book


def test_pay_in_cash_is_rounded_up_and_taken_back_next_time(cash: Book) -> None:
    got = [month(cash, number) for number in range(1, 5)]
    assert [slip.paid for slip in got] == [10_100, 10_000, 10_000, 10_100]
    assert [slip.account.after for slip in got] == [70, 40, 10, 80]
    assert {slip.gross for slip in got} == {slip.net for slip in got} == {10_030}
    assert all(slip.net + slip.rounding == slip.paid for slip in got)


def test_what_rounding_gave_is_never_more_than_a_coin(cash: Book) -> None:
    for number in range(1, 9):
        slip = month(cash, number)
        assert 0 <= slip.account.after < 100
        assert slip.paid % 100 == 0


def test_the_rounding_account_is_cleared_when_someone_leaves(cash: Book) -> None:
    month(cash, 1)
    change(cash, "W-1", left_on="2026-02-28")
    last = month(cash, 2)
    assert (last.paid, last.account) == (10_000, Balance(70, 0))


def test_pay_to_a_bank_is_not_rounded_and_gives_back_what_cash_pay_rounded(cash: Book) -> None:
    month(cash, 1)
    change(cash, "W-1", payment_method="bank")
    second = month(cash, 2)
    assert (second.paid, second.account) == (9_960, Balance(70, 0))
    assert month(cash, 3).paid == 10_030


# What `wagebook check` verifies


@pytest.mark.parametrize(
    ("damage", "detail"),
    [
        ("UPDATE repayment SET amount = amount + 5", "took another instalment"),
        ("UPDATE advance SET amount = 1000", "is repaid than was lent"),
        ("DELETE FROM repayment", "took another instalment"),
    ],
)
def test_advances_that_do_not_close_are_found(salaried: Book, damage: str, detail: str) -> None:
    lend(salaried, "100", kind="loan", instalment="40")
    month(salaried, 1)
    assert [promise for promise in check_book(salaried) if not promise.kept] == []
    with salaried.acting("test.damage") as acting:
        acting.connection.exec_driver_sql(damage)
    (broken,) = [promise for promise in check_book(salaried) if not promise.kept]
    assert detail in " ".join(broken.details)
