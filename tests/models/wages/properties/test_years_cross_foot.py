"""Whatever payslips a year has, its months and items add up to the same, in each currency."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.wages.engine.values import LINE_CODES, Minutes
from models.wages.year_figures import SlipOfYear, SumOfLines, year_tables
from tests.models.wages.properties.making import steady

GROUPS = {"DEDUCTION": "deduction", "ADVANCE": "deduction", "ROUNDING": "rounding"}
AMOUNTS = st.integers(-(10**12), 10**12)


@st.composite
def a_slip(draw: st.DrawFn) -> tuple[SlipOfYear, list[SumOfLines]]:
    """A payslip and its lines, corrections below zero among them."""
    month, currency = draw(st.integers(1, 12)), draw(st.sampled_from(("CNY", "KRW")))
    lines = [
        SumOfLines(month, currency, GROUPS.get(code, "earning"), code, rule, draw(AMOUNTS))
        for code, rule in draw(
            st.lists(st.tuples(st.sampled_from(LINE_CODES), st.sampled_from(("", "rest_day"))))
        )
    ]
    sums = Counter[str]()
    for line in lines:
        sums[line.group] += line.amount
    net = sums["earning"] - sums["deduction"]
    minutes = Minutes(*draw(st.tuples(*[st.integers(0, 10_000)] * 5)))
    slip = SlipOfYear(
        month, currency, sums["earning"], sums["deduction"], net, net + sums["rounding"], minutes
    )
    return replace(slip, paid_out=draw(st.booleans())), lines


@steady
@given(st.lists(a_slip(), max_size=30))
def test_months_and_items_cross_foot(drawn: list[tuple[SlipOfYear, list[SumOfLines]]]) -> None:
    slips = [slip for slip, _lines in drawn]
    lines = [line for _slip, lines in drawn for line in lines]
    tables = year_tables(slips, lines, own="KRW", advances={}, account={})
    assert {table.currency for table in tables} == {slip.currency for slip in slips}
    for table in tables:
        mine = [slip for slip in slips if slip.currency == table.currency]
        by_kind = {
            kind: [row for row in table.rows if row.kind == kind]
            for kind in ("earning", "deduction", "rounding")
        }
        for month in range(12):
            earned, off, rounded = (
                sum(row.months[month] for row in rows) for rows in by_kind.values()
            )
            assert table.row("gross").months[month] == earned
            assert table.row("deductions").months[month] == off
            assert table.row("net").months[month] == earned - off
            assert table.row("paid").months[month] == earned - off + rounded
        for code in ("gross", "deductions", "net", "paid"):
            assert table.row(code).total == sum(getattr(slip, code) for slip in mine)
        assert table.row("payslips").total == len(mine)
        assert table.waiting == sum(slip.paid for slip in mine if not slip.paid_out)


def test_the_programme_s_own_currency_comes_first() -> None:
    slips = [SlipOfYear(1, each, 1, 0, 1, 1, Minutes()) for each in ("CNY", "KRW", "USD")]
    tables = year_tables(slips, [], own="KRW", advances={"USD": 5}, account={})
    assert [table.currency for table in tables] == ["KRW", "CNY", "USD"]
    assert [table.advances for table in tables] == [0, 0, 5]
