"""Where other programs went wrong with sales, one by one."""

from datetime import date
from pathlib import Path

import pytest

from models.book.book import Book
from models.employees.actions import add_employee
from models.employees.drafts import EmployeeDraft
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.exchange.importing import import_file
from models.periods import Period, month_of
from models.sales import actions
from models.sales.drafts import ProductDraft, SaleDraft, StockDraft
from models.sales.figures import SalesFigures
from models.sales.queries import product, products, sale, sales
from models.sales.summary import sales_summaries
from models.wages.actions import approve_run, new_run
from models.wages.queries import payslips

APRIL, MAY = month_of(date(2026, 4, 1)), month_of(date(2026, 5, 1))


@pytest.fixture
def shop(book: Book) -> Book:
    for sku, price in (("BAG", "10"), ("CUP", "3")):
        actions.add_product(
            book, ProductDraft.model_validate({"sku": sku, "name": sku.title(), "price": price})
        )
    return book


def sell(book: Book, day: str, quantity: str, price: str = "10", **more: str) -> None:
    values = {"date": day, "sku": "BAG", "quantity": quantity, "unit_price": price, **more}
    actions.add_sale(book, SaleDraft.model_validate(values))


def figures(book: Book, month: Period = MAY) -> SalesFigures:
    return sales_summaries(book, month)[0].totals


def test_a_return_counts_once_and_in_the_month_it_came_back(shop: Book) -> None:
    sell(shop, "2026-04-28", "3", ref="A1")
    before = figures(shop, APRIL)
    sell(shop, "2026-05-02", "-1", ref="A1")
    assert figures(shop, APRIL) == before == SalesFigures(30000, 3000, 0, 0)
    assert figures(shop, MAY) == SalesFigures(-10000, 0, 0, 1000)
    assert sales_summaries(shop, MAY)[0].totals.net == -1000


def test_a_hundred_sold_and_twenty_returned_are_eighty(shop: Book) -> None:
    sell(shop, "2026-05-04", "100", ref="A1")
    sell(shop, "2026-05-05", "-20", ref="A1")
    found = figures(shop)
    assert found == SalesFigures(units=800000, gross=100000, discounts=0, returns=20000)
    assert found.net == 80000
    assert product(shop, "BAG").stock == -800000


def test_more_than_was_sold_cannot_come_back(shop: Book) -> None:
    sell(shop, "2026-05-04", "3", ref="A1")
    sell(shop, "2026-05-05", "-2", ref="A1")
    with pytest.raises(RefusedError) as caught:
        sell(shop, "2026-05-06", "-2", ref="A1")
    assert str(caught.value) == "Order A1 sold 3, of which 2 came back; not 2 more can."
    assert [(p.column, p.value) for p in caught.value.problems] == [("quantity", "-2")]
    sell(shop, "2026-05-06", "-1", ref="A1")
    assert figures(shop).units == 0


def test_a_refund_is_not_larger_than_what_was_paid_after_the_discount(shop: Book) -> None:
    sell(shop, "2026-05-04", "2", discount="5.00", ref="A1")
    with pytest.raises(RefusedError, match=r"larger than the 15\.00 that order A1 paid"):
        sell(shop, "2026-05-05", "-2", ref="A1")
    sell(shop, "2026-05-05", "-2", discount="5.00", ref="A1")
    assert figures(shop) == SalesFigures(0, 2000, 500, 1500)
    assert figures(shop).net == 0


def test_another_product_of_the_order_does_not_pay_for_a_return(shop: Book) -> None:
    sell(shop, "2026-05-04", "5", ref="A1")
    sell(shop, "2026-05-04", "1", "3", ref="A1", sku="CUP")
    with pytest.raises(RefusedError):
        sell(shop, "2026-05-05", "-2", "3", ref="A1", sku="CUP")


def test_a_return_of_an_order_from_before_the_book_is_taken(shop: Book) -> None:
    sell(shop, "2026-05-05", "-2", ref="OLD-7")
    sell(shop, "2026-05-05", "-1")
    assert figures(shop) == SalesFigures(-30000, 0, 0, 3000)


def test_the_same_export_twice_does_not_double_the_month(shop: Book, tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text(
        "date,sku,quantity,unit_price,ref\n"
        "2026-05-04,BAG,2,10,A1\n"
        "2026-05-04,BAG,2,10,A1\n"
        "2026-05-05,BAG,-1,10,A1\n"
        "2026-05-05,CUP,1,3,\n"
    )
    first = import_file(shop, "sales", path)
    month = figures(shop)
    again = import_file(shop, "sales", path)
    assert (first.added, again.added, again.skipped) == (4, 0, 4)
    assert figures(shop) == month == SalesFigures(40000, 4300, 0, 1000)


def test_a_line_with_a_fine_price_is_multiplied_before_it_is_rounded(shop: Book) -> None:
    sell(shop, "2026-05-04", "1000", "0.335")
    sell(shop, "2026-05-04", "3", "0.335")
    sell(shop, "2026-05-04", "1", "0.0049")
    sell(shop, "2026-05-04", "1", "0.005")
    assert sorted(row.gross for row in sales(shop).all()) == [0, 1, 101, 33500]
    assert figures(shop).gross == 33602


def test_a_line_that_is_typed_twice_is_sold_twice(shop: Book) -> None:
    sell(shop, "2026-05-04", "1", ref="A1")
    sell(shop, "2026-05-04", "1", ref="A1")
    assert figures(shop).units == 20000


def test_a_discount_is_no_larger_than_its_line_and_in_whole_cents(shop: Book) -> None:
    with pytest.raises(ValueError, match="larger than the line"):
        SaleDraft.model_validate(
            {
                "date": "2026-05-04",
                "sku": "BAG",
                "quantity": "1",
                "unit_price": "10",
                "discount": "10.01",
            }
        )
    with pytest.raises(RefusedError, match="at most 2 decimals"):
        sell(shop, "2026-05-04", "1", discount="0.005")
    sell(shop, "2026-05-04", "1", discount="10")
    assert figures(shop).net == 0


def test_an_unknown_sku_in_a_form_is_refused_and_opens_nothing(shop: Book) -> None:
    with pytest.raises(RefusedError, match="There is no product SACK"):
        sell(shop, "2026-05-04", "1", sku="SACK")
    assert products(shop).count() == 2


def test_a_sale_keeps_the_maker_and_the_share_of_its_day(book: Book) -> None:
    for code in ("W-001", "W-002"):
        add_employee(book, EmployeeDraft.model_validate({"code": code, "joined_on": "2026-01-01"}))
    bag = {"sku": "BAG", "name": "Bag", "price": "10", "maker": "W-001", "maker_share": "10%"}
    actions.add_product(book, ProductDraft.model_validate(bag))
    sell(book, "2026-05-04", "1")
    changed = {**bag, "maker": "W-002", "maker_share": "50%"}
    actions.change_product(book, "BAG", ProductDraft.model_validate(changed))
    sell(book, "2026-05-05", "1")
    found = [(row.maker, row.maker_share) for row in sales(book).all()]
    assert found == [("W-001", 100000), ("W-002", 500000)]


def test_a_sale_whose_share_was_paid_stays_as_it_is(book: Book) -> None:
    draft = {"code": "W-001", "joined_on": "2026-01-01", "basis": "piece", "rate": "0"}
    add_employee(book, EmployeeDraft.model_validate(draft))
    bag = {"sku": "BAG", "name": "Bag", "price": "10", "maker": "W-001", "maker_share": "12.5%"}
    actions.add_product(book, ProductDraft.model_validate(bag))
    sell(book, "2026-05-04", "8", ref="A1")
    run = new_run(book, period=MAY)
    assert payslips(book, run)[0].gross == 1000
    approve_run(book, run)
    (row,) = sales(book).all()
    with pytest.raises(ClosedRecordError, match=f"run {run}"):
        actions.remove_sales(book, [row.id])
    sell(book, "2026-05-20", "-1", ref="A1")
    assert figures(book) == SalesFigures(70000, 8000, 0, 1000)


def test_a_changed_sale_is_checked_as_a_new_one_and_not_against_itself(shop: Book) -> None:
    sell(shop, "2026-05-04", "3", ref="A1")
    sell(shop, "2026-05-05", "-3", ref="A1")
    back = next(row.id for row in sales(shop, returns=True).all())
    values = {"date": "2026-05-06", "sku": "BAG", "unit_price": "10", "ref": "A1"}
    actions.change_sale(shop, back, SaleDraft.model_validate({**values, "quantity": "-2"}))
    with pytest.raises(RefusedError):
        actions.change_sale(shop, back, SaleDraft.model_validate({**values, "quantity": "-4"}))
    assert sale(shop, back).quantity == -20000


def test_what_was_sold_cannot_shrink_below_what_came_back(shop: Book) -> None:
    sell(shop, "2026-05-04", "3", ref="A1")
    sell(shop, "2026-05-05", "-3", ref="A1")
    sold = next(row.id for row in sales(shop, returns=False).all())
    values = {"date": "2026-05-04", "sku": "BAG", "unit_price": "10", "ref": "A1"}
    with pytest.raises(RefusedError, match="order A1"):
        actions.change_sale(shop, sold, SaleDraft.model_validate({**values, "quantity": "2"}))
    with pytest.raises(RefusedError, match="order A1"):
        actions.remove_sales(shop, [sold])
    assert sale(shop, sold).quantity == 30000
    actions.remove_sales(shop, [row.id for row in sales(shop).all()])
    assert sales(shop).count() == 0


def test_stock_is_opening_and_entries_less_what_was_sold(book: Book) -> None:
    draft = {"sku": "BAG", "name": "Bag", "price": "10", "opening_stock": "5"}
    actions.add_product(book, ProductDraft.model_validate(draft))
    for quantity in ("20", "20", "-3"):
        values = {"sku": "BAG", "date": "2026-05-02", "quantity": quantity, "reason": "count"}
        actions.add_stock(book, StockDraft.model_validate(values))
    sell(book, "2026-05-04", "12", ref="A1")
    sell(book, "2026-05-05", "-2", ref="A1")
    assert product(book, "BAG").stock == (5 + 20 + 20 - 3 - 12 + 2) * 10000


@pytest.mark.parametrize(
    "act",
    [
        lambda book: actions.remove_sales(book, [9]),
        lambda book: sale(book, 9),
        lambda book: product(book, "X"),
        lambda book: actions.remove_stock(book, 9),
        lambda book: actions.change_product(
            book, "X", ProductDraft.model_validate({"sku": "X", "name": "X", "price": "1"})
        ),
    ],
)
def test_what_is_not_there_is_said_so(shop: Book, act: object) -> None:
    with pytest.raises(NotFoundError):
        act(shop)  # type: ignore[operator]


def test_an_sku_that_is_taken_is_refused_at_its_column(shop: Book) -> None:
    draft = ProductDraft.model_validate({"sku": "CUP", "name": "Cup", "price": "1"})
    with pytest.raises(RefusedError) as caught:
        actions.change_product(shop, "BAG", draft)
    assert [problem.column for problem in caught.value.problems] == ["sku"]
