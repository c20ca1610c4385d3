"""Returns against a sale: how much can come back, and the refund that follows."""

from datetime import date

import pytest

from models.book.book import Book
from models.employees.actions import add_employee
from models.employees.drafts import EmployeeDraft
from models.errors import RefusedError
from models.sales.actions import add_product, add_sale, change_product
from models.sales.drafts import ProductDraft, SaleDraft
from models.sales.queries import net_by_currency, sales
from models.sales.returns import ReturnDraft, add_return, returnable


@pytest.fixture
def sold(book: Book) -> Book:
    """Three at 10, less 1 for the line, on order R-1."""
    add_product(book, ProductDraft.model_validate({"sku": "A", "name": "A", "price": "10"}))
    sell(book, "3", discount="1", ref="R-1")
    return book


def sell(book: Book, quantity: str, **more: str) -> None:
    values = {"date": "2026-01-10", "sku": "A", "quantity": quantity, "unit_price": "10", **more}
    add_sale(book, SaleDraft.model_validate(values))


def give_back(book: Book, quantity: str, sale_id: int = 1, day: str = "2026-02-01") -> None:
    values = {"date": day, "quantity": quantity}
    add_return(book, sale_id, ReturnDraft.model_validate(values))


def test_parts_that_come_back_one_by_one_refund_all_that_was_paid(sold: Book) -> None:
    for _each in range(3):
        give_back(sold, "1")
    nets = [row.net for row in sales(sold).all()]
    assert nets == [2900, -967, -967, -966]
    assert net_by_currency(sales(sold)) == {"CNY": 0}


def test_a_return_counts_in_the_month_in_which_it_came_back(sold: Book) -> None:
    give_back(sold, "3")
    january = sales(sold, to=date(2026, 1, 31))
    february = sales(sold, from_=date(2026, 2, 1))
    assert net_by_currency(january) == {"CNY": 2900}
    assert net_by_currency(february) == {"CNY": -2900}


def test_whoever_had_the_share_of_the_sale_gives_it_back(book: Book) -> None:
    for code in ("W-1", "W-2"):
        employee = {"code": code, "joined_on": "2026-01-01"}
        add_employee(book, EmployeeDraft.model_validate(employee))
    product = {"sku": "A", "name": "A", "price": "10", "maker": "W-1", "maker_share": "10%"}
    add_product(book, ProductDraft.model_validate(product))
    sell(book, "2", ref="R-1")
    now = {**product, "maker": "W-2", "maker_share": "25%"}
    change_product(book, "A", ProductDraft.model_validate(now))
    give_back(book, "1")
    sold, back = sales(book).all()
    assert (back.maker, back.maker_share) == (sold.maker, sold.maker_share) == ("W-1", 100_000)


def test_more_than_is_left_does_not_come_back(sold: Book) -> None:
    give_back(sold, "2")
    assert returnable(sold, 1).left == 10_000
    with pytest.raises(RefusedError, match="Only 1 can still come back"):
        give_back(sold, "2")
    give_back(sold, "1")
    with pytest.raises(RefusedError, match="All that order R-1 sold"):
        returnable(sold, 1)


def test_nothing_comes_back_before_it_was_sold(sold: Book) -> None:
    with pytest.raises(RefusedError) as refusal:
        give_back(sold, "1", day="2026-01-09")
    assert [problem.column for problem in refusal.value.problems] == ["date"]


@pytest.mark.parametrize("quantity", ["0", "-1", "x", ""])
def test_a_return_needs_a_quantity_above_zero(quantity: str) -> None:
    draft, problems = ReturnDraft.parse({"date": "2026-02-01", "quantity": quantity})
    assert draft is None
    assert [problem.column for problem in problems] == ["quantity"]


def test_a_return_is_not_returned(sold: Book) -> None:
    give_back(sold, "1")
    with pytest.raises(RefusedError, match="This is a return itself"):
        returnable(sold, 2)


def test_a_sale_without_an_order_can_come_back_too(sold: Book) -> None:
    sell(sold, "2", discount="3")
    given = returnable(sold, 2)
    assert (given.left, given.refund(10_000), given.refund(20_000)) == (20_000, 850, 1_700)
    give_back(sold, "2", sale_id=2)
    assert net_by_currency(sales(sold, from_=date(2026, 2, 1))) == {"CNY": -1700}


def test_two_lines_of_one_order_share_what_can_come_back(sold: Book) -> None:
    sell(sold, "1", ref="R-1")
    give_back(sold, "3")
    assert returnable(sold, 1).left == 10_000
    assert returnable(sold, 1).refund(10_000) == 1000
