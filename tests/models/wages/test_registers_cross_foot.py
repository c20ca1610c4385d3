"""A register adds up across and down, and to the payslips and the cash, whatever is paid."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.book.book import Book
from models.errors import NotFoundError, RefusedError
from models.periods import Period
from models.wages.actions import approve_run, mark_uncollected, pay_run, void_run
from models.wages.cash_kit import cash_kits
from models.wages.engine.values import Balance, Group, Minutes
from models.wages.queries import payslips
from models.wages.register import registers
from models.wages.register_table import (
    COLUMNS,
    DEDUCTION_CODES,
    EARNING_CODES,
    Count,
    Register,
    RegisterPart,
    columns_of,
    registers_of,
)
from models.wages.rows import LineRow, PayslipRow, RunRow
from tests.models.wages.bookkeeping import enter, hire, make, run, work
from tests.models.wages.properties.making import few

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
RUN = RunRow(
    number=3, status="approved", kind="regular", period=MAY, site="", currency="CNY",
    employees=0, gross=0, deductions=0, net=0, paid=0, set_aside=0,
)  # fmt: skip

amounts = st.integers(-(10**7), 10**7)
small = st.integers(0, 20_000)


@st.composite
def lines(draw: Any, currency: str, group: str, codes: tuple[str, ...]) -> LineRow:
    unit = draw(st.sampled_from(("hour", "piece", "amount")))
    return LineRow(
        code=draw(st.sampled_from(codes)),
        group=group,  # type: ignore[arg-type]
        quantity=Fraction(draw(small), 10),
        unit=unit,
        rate=draw(small),
        amount=draw(amounts),
        corrects=draw(st.sampled_from(("", "", "1-W-001"))),
        currency=currency,
    )


@st.composite
def slips(draw: Any) -> PayslipRow:
    currency = draw(st.sampled_from(("CNY", "CNY", "KRW")))
    earned = draw(st.lists(lines(currency, "earning", EARNING_CODES), max_size=6))
    taken = draw(st.lists(lines(currency, "deduction", DEDUCTION_CODES), max_size=3))
    gross, deductions = (sum(line.amount for line in some) for some in (earned, taken))
    return PayslipRow(
        number="3-W-001", run=3, status=draw(st.sampled_from(("approved", "paid"))), code="W-001",
        work_name="Maple", site=draw(st.sampled_from(("", "North", "South"))), language="en",
        payment_method=draw(st.sampled_from(("cash", "bank", "wallet"))), period=MAY,
        currency=currency, basis=draw(st.sampled_from(("hourly", "piece"))), pack="PLAIN",
        pack_from=MAY.starts_on, gross=gross, deductions=deductions, net=gross - deductions,
        paid=gross - deductions + draw(st.integers(-99, 99)), lines=(*earned, *taken),
        minutes=Minutes(*(draw(small) for _ in range(5))),
        advances=Balance(draw(small), draw(small)),
    )  # fmt: skip


def across(register: Register, figures: Any) -> None:
    """What stands in the columns of one line adds up to its gross, net and paid."""
    shown = {column.code: figures.get(column.code, 0) for column in register.columns}
    earned = sum(shown.get(code, 0) for code in (*EARNING_CODES, "corrections"))
    taken = sum(shown.get(code, 0) for code in (*DEDUCTION_CODES, "deduction_corrections"))
    assert earned == shown["gross"]
    assert taken == shown["deductions"]
    assert shown["gross"] - shown["deductions"] == shown["net"]
    assert shown["net"] + shown["rounding"] == shown["paid"]


def down(register: Register, part: RegisterPart) -> None:
    """Each column of a part is the sum of its rows, and nothing is summed that has no column."""
    summed = [column.code for column in register.columns if column.summed]
    for code in summed:
        assert part.figures.get(code, 0) == sum(row.figures.get(code, 0) for row in part.rows)
    assert set(part.figures) <= set(summed)
    assert sum(count.amount for count in part.by_method.values()) == part.figures.get("paid", 0)


def adds_up(found: Any) -> None:
    for register in found:
        for row in register.total.rows:
            across(register, row.figures)
        for part in (register.total, *register.sites):
            across(register, part.figures)
            down(register, part)
        for column in register.columns:
            if column.summed:
                of_sites = sum(part.figures.get(column.code, 0) for part in register.sites)
                assert of_sites == register.total.figures.get(column.code, 0)
        assert sum(part.in_cash for part in register.sites) == register.total.in_cash


@few
@given(st.lists(slips(), max_size=12))
def test_every_row_and_every_sum_cross_foots(given_slips: list[PayslipRow]) -> None:
    found = registers_of(RUN, given_slips)
    adds_up(found)
    assert [register.currency for register in found] == [
        "CNY", *({slip.currency for slip in given_slips} - {"CNY"}),
    ]  # fmt: skip
    for register in found:
        mine = [slip for slip in given_slips if slip.currency == register.currency]
        assert len(register.total.rows) == len(mine)
        assert register.total.figures.get("paid", 0) == sum(slip.paid for slip in mine)
        open_slips = [slip.paid for slip in mine if slip.status == "approved"]
        assert register.total.uncollected == Count(len(open_slips), sum(open_slips))


@few
@given(st.lists(slips(), max_size=8))
def test_columns_are_those_that_occur_in_printing_order(given_slips: list[PayslipRow]) -> None:
    found = registers_of(RUN, given_slips)
    assert len({register.columns for register in found}) == 1
    codes = [column.code for column in found[0].columns]
    assert codes == [code for code in COLUMNS if code in codes]
    occurring = {code for register in found for row in register.total.rows for code in row.figures}
    assert occurring <= set(codes)
    assert set(codes) & {*EARNING_CODES, *DEDUCTION_CODES} <= occurring


def test_a_run_without_payslips_has_an_empty_register() -> None:
    (register,) = registers_of(RUN, [])
    assert not register.total.rows
    assert not register.sites
    assert register.columns == columns_of([])
    adds_up([register])


@pytest.fixture
def paid_by_hand(book: Book) -> int:
    """Three workers: one by the hour, one by the piece, one in another currency."""
    hire(book, "W-001", "hourly", "15", site="North", payment_method="cash")
    hire(book, "W-002", "piece", "0", site="South", payment_method="cash")
    hire(book, "W-003", "hourly", "9000", currency="KRW", site="North", payment_method="bank")
    work(book, "W-001", "2026-01-05", "2026-01-06")
    work(book, "W-003", "2026-01-05")
    make(book, "W-002", "2026-01-05", "10.5", "3")
    make(book, "W-002", "2026-01-06", "4", "2.25", "baskets")
    enter(book, "W-001", "2026-01-31", "DEDUCTION", "20", "lunch")
    return run(book, approve=True)


def test_what_each_worker_signs_for_stands_in_a_row(book: Book, paid_by_hand: int) -> None:
    yuan, won = registers(book, paid_by_hand)
    first, second = yuan.total.rows
    assert (first.figures["hours"], first.rates, first.basis) == (960, (150_000,), "hourly")
    assert (first.figures["gross"], first.figures["DEDUCTION"]) == (24_000, 2_000)
    assert first.figures["net"] == first.figures["paid"] == 22_000
    assert (second.figures["pieces"], second.rates) == (145_000, (22_500, 30_000))
    assert second.figures["PIECE"] == second.figures["paid"] == 4_050
    assert [part.site for part in yuan.sites] == ["North", "South"]
    assert (won.currency, won.total.figures["paid"]) == ("KRW", 72_000)
    assert won.columns == yuan.columns
    adds_up((yuan, won))


def test_who_has_not_collected_is_counted_until_paid(book: Book, paid_by_hand: int) -> None:
    day = date(2026, 2, 3)
    assert registers(book, paid_by_hand)[0].total.uncollected == Count(2, 26_050)
    assert not registers(book, paid_by_hand)[0].begun
    pay_run(book, paid_by_hand, on=day, codes=["W-001"])
    yuan, won = registers(book, paid_by_hand)
    assert (yuan.total.uncollected, won.total.uncollected) == (Count(1, 4_050), Count(1, 72_000))
    assert [row.paid_on for row in yuan.total.rows] == [day, None]
    pay_run(book, paid_by_hand, on=day)
    assert registers(book, paid_by_hand)[0].total.uncollected == Count()
    mark_uncollected(book, paid_by_hand, codes=["W-002"])
    assert registers(book, paid_by_hand)[0].total.uncollected == Count(1, 4_050)


def test_a_draft_has_nothing_to_collect(book: Book) -> None:
    hire(book, "W-001", "monthly", "3000")
    (register,) = registers(book, run(book))
    assert register.total.uncollected == Count()


def test_a_void_run_has_no_register(book: Book) -> None:
    hire(book, "W-001", "monthly", "3000")
    number = run(book)
    void_run(book, number, reason="wrong month")
    with pytest.raises(RefusedError, match="Run 1 is void; nothing of it is to be paid out"):
        registers(book, number)


def test_a_run_that_is_not_there_has_no_register(book: Book) -> None:
    with pytest.raises(NotFoundError, match="no pay run 7"):
        registers(book, 7)


def test_the_register_of_the_demo_equals_its_payslips_and_its_cash(demo: Book) -> None:
    approve_run(demo, 3)
    for number in (1, 2, 3):
        found, paid = registers(demo, number), payslips(demo, number)
        adds_up(found)
        for register in found:
            cash = [
                slip
                for slip in paid
                if (slip.payment_method, slip.currency) == ("cash", register.currency)
            ]
            assert register.total.in_cash == sum(slip.paid for slip in cash) > 0
            for part in register.sites:
                here = sum(slip.paid for slip in cash if slip.site == part.site)
                assert part.in_cash == here
        kits = {kit.currency: kit for kit in cash_kits(demo, number)}
        for register in found:
            kit = kits[register.currency]
            assert register.total.in_cash == kit.total
            assert {part.site: part.in_cash for part in register.sites if part.in_cash} == {
                site.site: site.total for site in kit.sites
            }


def test_corrections_have_columns_of_their_own() -> None:
    def line(group: Group, code: str, amount: int, corrects: str = "") -> LineRow:
        return LineRow(
            code=code, group=group, quantity=Fraction(1), unit="hour", rate=150_000,
            amount=amount, corrects=corrects, currency="CNY",
        )  # fmt: skip

    own = line("earning", "BASE", 1_500)
    back, again = line("earning", "BASE", -300, "2-W-001"), line("deduction", "DEDUCTION", -80, "2")
    slip = replace(
        bare_slip(), lines=(own, back, again), gross=1_200, deductions=-80, net=1_280, paid=1_280
    )
    (register,) = registers_of(RUN, [slip])
    (row,) = register.total.rows
    assert row.figures["BASE"] == 1_500
    assert (row.figures["corrections"], row.figures["deduction_corrections"]) == (-300, -80)
    assert "DEDUCTION" not in row.figures
    adds_up([register])


def bare_slip() -> PayslipRow:
    return PayslipRow(
        number="3-W-001", run=3, status="approved", code="W-001", work_name="Maple", site="",
        language="en", payment_method="cash", period=MAY, currency="CNY", basis="hourly",
        pack="PLAIN", pack_from=MAY.starts_on, gross=0, deductions=0, net=0, paid=0,
        minutes=Minutes(),
    )  # fmt: skip
