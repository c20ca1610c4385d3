"""The monthly summary on small examples: the lines that went in, and the literal figures."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from models.book.book import Book
from models.employees.actions import add_employee
from models.employees.drafts import EmployeeDraft
from models.exchange.importing import import_file
from models.money import amount_text, quantity_text
from models.periods import month_of
from models.recording import record
from models.sales.actions import record_sales
from models.sales.drafts import SaleDraft
from models.sales.figures import (
    SalesFigures,
    SalesSummary,
    line_amounts,
    percent_of,
    percent_text,
    total,
)
from models.sales.summary import sales_summaries
from models.sales.tables import SALE

MAY = month_of(date(2026, 5, 1))

EXAMPLE = """
date,       sku, quantity, unit_price, discount, ref, channel, maker, currency, name
2026-04-30, BAG,        4,      12.50,         , A0, Shop,        ,         , Bag
2026-05-01, BAG,        3,      12.50,     1.50, A1, Shop,   W-001,         , Bag
2026-05-01, CUP,       10,     0.3335,         , A1, Shop,        ,         , Cup
2026-05-02, BAG,       -1,      12.50,         , A1, Shop,   W-001,         , Bag
2026-05-31, CUP,        2,          3,        1, A2, Market,      ,         , Cup
2026-05-31, CUP,        2,          3,        1, A2, Market,      ,         , Cup
2026-05-31, HAT,        1,          0,         ,   , ,       W-002,         , Hat
2026-05-31, HAT,        1,          0,         ,   , ,       W-002,         , Hat
2026-06-01, BAG,        9,      12.50,         , A3, Shop,        ,         , Bag
2026-05-05, MUG,        2,       4.99,         , U1, Web,         ,      USD, Mug
2026-05-05, TEA,        1,       1500,      100, K1, Web,         ,      KRW, Tea
"""

EXPECTED = """
CNY orders 4 lines 7 before 50.00
  total         18 52.84 3.50 12.50 36.84
  product BAG    2 37.50 1.50 12.50 23.50
  product CUP   14 15.34 2.00 0.00 13.34
  product HAT    2 0.00 0.00 0.00 0.00
  channel Shop  12 40.84 1.50 12.50 26.84
  channel Market 4 12.00 2.00 0.00 10.00
  channel -      2 0.00 0.00 0.00 0.00
  maker W-001    2 37.50 1.50 12.50 23.50
  maker -       14 15.34 2.00 0.00 13.34
  maker W-002    2 0.00 0.00 0.00 0.00
  day 2026-05-01 13 40.84 1.50 0.00 39.34
  day 2026-05-02 -1 0.00 0.00 12.50 -12.50
  day 2026-05-31 6 12.00 2.00 0.00 10.00
KRW orders 1 lines 1 before 0
  total          1 1500 100 0 1400
  product TEA    1 1500 100 0 1400
  channel Web    1 1500 100 0 1400
  maker -        1 1500 100 0 1400
  day 2026-05-05 1 1500 100 0 1400
USD orders 1 lines 1 before 0.00
  total          2 9.98 0.00 0.00 9.98
  product MUG    2 9.98 0.00 0.00 9.98
  channel Web    2 9.98 0.00 0.00 9.98
  maker -        2 9.98 0.00 0.00 9.98
  day 2026-05-05 2 9.98 0.00 0.00 9.98
"""


def _squeezed(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.strip().splitlines()]


def _figures(figures: SalesFigures, currency: str) -> str:
    amounts = (figures.gross, figures.discounts, figures.returns, figures.net)
    written = " ".join(amount_text(amount, currency) for amount in amounts)
    return f"{quantity_text(figures.units)} {written}"


def _written(summary: SalesSummary) -> Iterator[str]:
    code = summary.currency
    before = amount_text(summary.previous_net, code)
    yield f"{code} orders {summary.orders} lines {summary.lines} before {before}"
    yield f"total {_figures(summary.totals, code)}"
    for name, groups in (
        ("product", summary.by_product),
        ("channel", summary.by_channel),
        ("maker", summary.by_maker),
        ("day", summary.by_day),
    ):
        for group in groups:
            yield f"{name} {group.key or '-'} {_figures(group.figures, code)}"


@pytest.fixture
def staffed(book: Book) -> Book:
    for code in ("W-001", "W-002"):
        draft = {"code": code, "joined_on": "2026-01-01"}
        add_employee(book, EmployeeDraft.model_validate(draft))
    return book


def test_the_summary_of_a_small_month_is_literally_this(staffed: Book, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    lines = EXAMPLE.strip().splitlines()
    path.write_text("\n".join(",".join(c.strip() for c in line.split(",")) for line in lines))
    import_file(staffed, "sales", path)
    found = [line for each in sales_summaries(staffed, MAY) for line in _written(each)]
    assert found == _squeezed(EXPECTED)


def test_a_month_without_sales_is_one_empty_summary_in_the_own_currency(book: Book) -> None:
    (summary,) = sales_summaries(book, MAY)
    assert (summary.currency, summary.lines, summary.orders) == ("CNY", 0, 0)
    assert summary.totals == SalesFigures()
    assert (summary.change_percent, summary.wages_to_sales_percent) == (None, None)


def test_lines_without_an_order_number_are_an_order_each(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    rows = "".join(f"2026-05-01,BAG,1,10,{ref}\n" for ref in ("", "", "A", "A", "B"))
    path.write_text("date,sku,quantity,unit_price,ref\n" + rows)
    import_file(book, "sales", path)
    assert sales_summaries(book, MAY)[0].orders == 4


def _summary(net: int, before: int, wages: int | None) -> SalesSummary:
    return SalesSummary(
        month=MAY,
        currency="CNY",
        orders=1,
        lines=1,
        totals=SalesFigures(0, net, 0, 0),
        by_product=(),
        by_channel=(),
        by_maker=(),
        by_day=(),
        previous_month=MAY,
        previous_net=before,
        wages_gross=wages,
    )


@pytest.mark.parametrize(
    ("net", "before", "wages", "change", "share"),
    [
        (3884, 5000, 1942, "-22.32", "50.00"),
        (5000, 5000, 0, "0.00", "0.00"),
        (10000, 3, 1, "333233.33", "0.01"),
        (1, 3, None, "-66.67", None),
        (100, 0, 50, None, "50.00"),
        (100, -50, 50, None, "50.00"),
        (0, 100, 50, "-100.00", None),
        (-100, 100, 50, "-200.00", None),
    ],
)
def test_percentages_are_rounded_once_and_missing_where_they_mean_nothing(
    net: int, before: int, wages: int | None, change: str | None, share: str | None
) -> None:
    summary = _summary(net, before, wages)
    assert percent_text(summary.change_percent) == change
    assert percent_text(summary.wages_to_sales_percent) == share


def test_a_half_is_rounded_up_and_a_hair_below_zero_keeps_its_sign() -> None:
    assert percent_text(Fraction(5, 1000)) == "0.01"
    assert percent_text(Fraction(-5, 1000)) == "-0.01"
    assert percent_text(Fraction(-4, 1000)) == "0.00"
    assert percent_of(1, 0) is None


@given(
    st.integers(-(10**9), 10**9).filter(bool),
    st.integers(0, 10**9),
    st.sampled_from(["CNY", "KRW", "KWD"]),
)
def test_a_return_is_worth_what_the_sale_was(quantity: int, price: int, currency: str) -> None:
    gross, net = line_amounts(quantity, price, 0, currency)
    back, refund = line_amounts(-quantity, price, 0, currency)
    assert gross == back >= 0
    assert net == -refund
    exact = abs(Fraction(quantity * price, 10**8)) * {"CNY": 100, "KRW": 1, "KWD": 1000}[currency]
    assert abs(gross - exact) <= Fraction(1, 2)


LINES = st.lists(
    st.tuples(
        st.sampled_from(["2026-05-01", "2026-05-17", "2026-05-31", "2026-04-30"]),
        st.sampled_from(["BAG", "CUP", "hat"]),
        st.sampled_from(["2", "1", "-1", "0.5", "-3.25", "1000"]),
        st.sampled_from(["0", "0.3335", "12.50", "999.9999"]),
        st.sampled_from(["", "", "W-001", "W-002"]),
        st.sampled_from(["", "Shop", "시장"]),
        st.sampled_from(["CNY", "CNY", "USD", "KRW"]),
    ),
    min_size=1,
    max_size=25,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(LINES)
def test_every_breakdown_adds_up_to_the_totals(staffed: Book, lines: list[tuple[str, ...]]) -> None:
    names = ("date", "sku", "quantity", "unit_price", "maker", "channel", "currency")
    drafts = [
        (n, SaleDraft.model_validate(dict(zip(names, line, strict=True))))
        for n, line in enumerate(lines, 1)
    ]
    with staffed.acting("test") as acting:
        acting.connection.execute(delete(SALE))
    record(staffed, "sales.import", record_sales, drafts)
    summaries = sales_summaries(staffed, MAY)
    inside = [draft for _n, draft in drafts if draft.day in MAY]
    assert sum(summary.lines for summary in summaries) == len(inside)
    for summary in summaries:
        mine = [draft for draft in inside if draft.currency == summary.currency]
        by_hand = [line_amounts(d.quantity, d.unit_price, 0, summary.currency) for d in mine]
        assert summary.totals.units == sum(draft.quantity for draft in mine)
        assert summary.totals.net == sum(net for _gross, net in by_hand)
        for groups in (
            summary.by_product,
            summary.by_channel,
            summary.by_maker,
            summary.by_day,
        ):
            assert total(group.figures for group in groups) == summary.totals
            assert len({group.key for group in groups}) == len(groups)
        for ranked in (summary.by_product, summary.by_channel, summary.by_maker):
            nets = [group.figures.net for group in ranked]
            assert nets == sorted(nets, reverse=True)
