"""Wages in the books: what is debited and credited, and that both are always the same."""

from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.accounts import USES, Account, Chart
from models.errors import RefusedError
from models.periods import month_of
from models.wages.engine.values import LINE_CODES, Balance
from models.wages.journal import (
    BookedLine,
    BookedSlip,
    Handed,
    Transaction,
    advance_transactions,
    deduction_use,
    earning_use,
    run_transactions,
)

JANUARY = month_of(date(2026, 1, 1))
PAYDAY = date(2026, 2, 2)
CHART: Chart = {use.key: Account(use.key, use.kind) for use in USES.values()}


def slip(code: str = "W-1", *lines: BookedLine, paid: int | None = None, **more) -> BookedSlip:
    net = sum(line.amount for line in lines)
    values = {"currency": "CNY", "payment_method": "cash", "paid_on": PAYDAY, **more}
    paid = net if paid is None else paid
    values.setdefault("account", Balance(0, paid - net))
    return BookedSlip(f"7-{code}", code, lines=lines, net=net, paid=paid, **values)


def told(transactions: tuple[Transaction, ...]) -> list[str]:
    """Each transaction on a line: `2026-01-31 CNY: wages 100, payable -100`."""
    return [
        f"{each.on} {each.currency}: "
        + ", ".join(
            " ".join(filter(None, [p.account.name, str(p.amount), p.employee, p.corrects]))
            for p in each.postings
        )
        for each in transactions
    ]


def entries(*slips: BookedSlip, by_employee: bool = False) -> list[str]:
    return told(run_transactions(7, JANUARY, slips, CHART, by_employee=by_employee))


def test_earnings_are_debited_and_what_is_withheld_and_payable_credited() -> None:
    assert entries(
        slip("W-1", BookedLine("wages", 900), BookedLine("advances", -100)),
        slip("W-2", BookedLine("wages", 500), BookedLine("premiums", 50), payment_method="bank"),
    ) == [
        "2026-01-31 CNY: wages 1400, premiums 50, advances -100, payable -1350",
        "2026-02-02 CNY: payable 800, cash -800",
        "2026-02-02 CNY: payable 550, bank -550",
    ]


def test_pay_of_several_days_and_ways_is_a_transaction_for_each() -> None:
    days = [
        ("W-1", "cash", PAYDAY),
        ("W-2", "wallet", PAYDAY),
        ("W-3", "cash", date(2026, 2, 9)),
        ("W-4", "cash", PAYDAY),
        ("W-5", "cash", None),
    ]
    slips = [
        slip(code, BookedLine("wages", 100), payment_method=way, paid_on=on)
        for code, way, on in days
    ]
    assert entries(*slips) == [
        "2026-01-31 CNY: wages 500, payable -500",
        "2026-02-02 CNY: payable 200, cash -200",
        "2026-02-02 CNY: payable 100, wallet -100",
        "2026-02-09 CNY: payable 100, cash -100",
    ]


def test_pay_before_the_period_ends_stands_before_what_was_earned() -> None:
    early = slip("W-1", BookedLine("wages", 100), paid_on=date(2026, 1, 30))
    assert [line[:10] for line in entries(early)] == ["2026-01-30", "2026-01-31"]


def test_currencies_are_never_added_together() -> None:
    assert entries(
        slip("W-1", BookedLine("wages", 100)),
        slip("W-2", BookedLine("wages", 30), currency="USD", paid_on=None),
    ) == [
        "2026-01-31 CNY: wages 100, payable -100",
        "2026-01-31 USD: wages 30, payable -30",
        "2026-02-02 CNY: payable 100, cash -100",
    ]


def test_rounding_is_owed_by_the_worker_until_it_is_taken_back() -> None:
    up = slip("W-1", BookedLine("wages", 9970), paid=10000)
    down = slip("W-2", BookedLine("wages", 10030), paid=10000, account=Balance(30, 0))
    assert entries(up)[0] == "2026-01-31 CNY: wages 9970, rounding 30, payable -10000"
    assert entries(down)[0] == "2026-01-31 CNY: wages 10030, rounding -30, payable -10000"
    assert entries(up, down)[0] == "2026-01-31 CNY: wages 20000, payable -20000"


def test_rounding_that_a_leaver_keeps_is_an_expense() -> None:
    leaver = slip("W-1", BookedLine("wages", 9970), paid=10000, account=Balance(20, 0))
    assert entries(leaver)[0] == (
        "2026-01-31 CNY: wages 9970, given_up 50, rounding -20, payable -10000"
    )


CORRECTED = slip(
    "W-1",
    BookedLine("wages", 900),
    BookedLine("wages", 40, "3-W-1", "3"),
    BookedLine("statutory", 5, "3-W-1", "3"),
    BookedLine("pieces", -60, "4-W-1", "4"),
)


def test_a_correction_is_in_the_account_of_what_it_corrects_and_names_it() -> None:
    assert entries(CORRECTED, slip("W-2", BookedLine("wages", 10, "3-W-2", "3")))[0] == (
        "2026-01-31 CNY: wages 900, wages 50 3, pieces -60 4, statutory 5 3, payable -895"
    )


def test_by_employee_each_amount_has_a_code_but_money_leaves_in_one_sum() -> None:
    others = slip("W-2", BookedLine("wages", 100))
    assert entries(others, CORRECTED, by_employee=True) == [
        (
            "2026-01-31 CNY: wages 900 W-1, wages 40 W-1 3-W-1, wages 100 W-2, "
            "pieces -60 W-1 4-W-1, statutory 5 W-1 3-W-1, payable -885 W-1, payable -100 W-2"
        ),
        "2026-02-02 CNY: payable 885 W-1, payable 100 W-2, cash -985",
    ]


def test_totals_say_nothing_of_anyone() -> None:
    transactions = run_transactions(7, JANUARY, [CORRECTED], CHART, by_employee=False)
    assert "W-1" not in repr(transactions)


def test_what_comes_to_nothing_is_left_out() -> None:
    assert entries(slip("W-1")) == []
    back = slip("W-1", BookedLine("wages", 100), BookedLine("wages", -100, "3-W-1", "3"))
    assert entries(back) == ["2026-01-31 CNY: wages 100, wages -100 3"]


def test_a_payslip_that_does_not_add_up_is_refused_by_its_number() -> None:
    wrong = BookedSlip("7-W-1", "W-1", "CNY", "cash", (BookedLine("wages", 100),), 99, 99)
    with pytest.raises(RefusedError, match="7-W-1 does not add up"):
        entries(wrong)


def test_advances_leave_the_till_and_come_back_to_it() -> None:
    handed = [
        Handed(PAYDAY, "loan", "W-1", "CNY", 500),
        Handed(PAYDAY, "sub", "W-2", "CNY", 60),
        Handed(PAYDAY, "sub", "W-3", "CNY", 40),
        Handed(PAYDAY, "loan", "W-1", "CNY", -200),
        Handed(date(2026, 1, 5), "loan", "W-1", "KRW", 90000),
    ]
    plain = advance_transactions(handed, CHART, by_employee=False)
    assert told(plain) == [
        "2026-01-05 KRW: advances 90000, cash -90000",
        "2026-02-02 CNY: advances 500, cash -500",
        "2026-02-02 CNY: advances 100, cash -100",
        "2026-02-02 CNY: advances -200, cash 200",
    ]
    assert [each.description for each in plain][1:] == [
        "Loans given",
        "Subs given",
        "Advances repaid by hand",
    ]
    by_employee = told(advance_transactions(handed, CHART, by_employee=True))
    assert by_employee[2] == "2026-02-02 CNY: advances 60 W-2, advances 40 W-3, cash -100"


def test_every_line_of_a_payslip_has_an_account() -> None:
    for code in set(LINE_CODES) - {"DEDUCTION", "ADVANCE", "ROUNDING"}:
        assert USES[earning_use(code)].kind == "expense"
    for kind in ("", "statutory", "agreed", "loss", "employer", "loan"):
        assert deduction_use(kind) in USES


amounts = st.integers(-(10**12), 10**12)
lines = st.builds(
    lambda use, amount, run: BookedLine(use, amount, f"{run}-W" if run else "", run),
    st.sampled_from([key for key in USES if key not in ("payable", "rounding", "given_up")]),
    amounts,
    st.sampled_from(["", "", "3", "4"]),
)


@st.composite
def booked(draw: st.DrawFn) -> BookedSlip:
    return slip(
        draw(st.sampled_from(["W-1", "W-2", "가-3"])),
        *draw(st.lists(lines, max_size=8)),
        paid=draw(amounts),
        account=Balance(draw(amounts), draw(amounts)),
        currency=draw(st.sampled_from(["CNY", "KRW"])),
        payment_method=draw(st.sampled_from(["cash", "bank", "wallet"])),
        paid_on=draw(st.sampled_from([None, PAYDAY, date(2026, 1, 20)])),
    )


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(booked(), max_size=6), st.booleans())
def test_debits_equal_credits_and_accounts_close_to_what_is_open(
    slips: list[BookedSlip], by_employee: bool
) -> None:
    left: dict[tuple[str, str], int] = defaultdict(int)
    for each in run_transactions(7, JANUARY, slips, CHART, by_employee=by_employee):
        assert sum(posting.amount for posting in each.postings) == 0
        assert all(posting.amount for posting in each.postings)
        for posting in each.postings:
            left[posting.account.name, each.currency] += posting.amount
    for currency in ("CNY", "KRW"):
        own = [each for each in slips if each.currency == currency]
        # Drawn lines may be in the accounts that wages are paid from; what is paid comes on top.
        drawn = {
            way: sum(line.amount for each in own for line in each.lines if line.use == way)
            for way in ("cash", "bank", "wallet", "advances")
        }
        for way in ("cash", "bank", "wallet"):
            paid = [each.paid for each in own if each.paid_on and each.payment_method == way]
            assert left[way, currency] == drawn[way] - sum(paid)
        assert left["advances", currency] == drawn["advances"]
        assert left["payable", currency] == -sum(each.paid for each in own if not each.paid_on)
        assert left["rounding", currency] == sum(
            each.account.after - each.account.before for each in own
        )
