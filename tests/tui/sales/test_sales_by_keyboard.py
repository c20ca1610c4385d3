"""Sales, returns, products and stock by keyboard."""

import pytest
from textual.pilot import Pilot

from models.book.book import Book
from models.sales.actions import add_product, add_sale
from models.sales.drafts import ProductDraft, SaleDraft
from models.sales.queries import product, products, sales, stock
from tests.models.wages.bookkeeping import hire
from tests.tui.picture import SIZES, pick, press, screen_text, showing, write
from tests.tui.waiting import settle
from tui.sales.return_form import ReturnForm
from tui.sales.sale_form import SaleForm
from tui.widgets.dialogs import Notice


def sell(book: Book, sku: str, quantity: str, day: str = "2026-05-18", **more: str) -> None:
    values = {"date": day, "sku": sku, "quantity": quantity, "unit_price": "10", **more}
    add_sale(book, SaleDraft.model_validate(values))


@pytest.fixture
def shop(book: Book) -> Book:
    """Two products, one of which has a maker."""
    hire(book, "W-1", work_name="Ann [/B]")
    for sku, name, maker in (("A-1", "Basket [b", "W-1"), ("B-2", "김치 항아리", "")):
        values = {"sku": sku, "name": name, "price": "12.5", "maker": maker, "maker_share": "20"}
        add_product(book, ProductDraft.model_validate(values))
    return book


async def field(pilot: Pilot[None], name: str, text: str) -> None:
    form = pilot.app.screen
    assert hasattr(form, "rows")
    form.rows[name].field.entry.focus()
    await settle(pilot)
    await write(pilot, text)


async def test_a_sale_takes_the_price_of_its_product(shop: Book) -> None:
    async with showing(shop, "sales") as pilot:
        assert "Nothing sold in this month." in screen_text(pilot.app)
        await press(pilot, "n")
        await pick(pilot, "A-1")
        form = pilot.app.screen
        assert isinstance(form, SaleForm)
        assert form.values()["unit_price"] == "12.5"
        assert form.values()["currency"] == "CNY"
        await field(pilot, "quantity", "4")
        await field(pilot, "discount", "60")
        assert "The discount is larger than the line." in await press(pilot, "ctrl+s")
        await field(pilot, "discount", "5")
        await field(pilot, "channel", "Fair [x]")
        await field(pilot, "ref", "R-7")
        text = await press(pilot, "ctrl+s")
        assert "45.00" in text
        assert "net 45.00 CNY" in text
        assert "Fair [x]" in text
    (row,) = sales(shop).all()
    assert (row.quantity, row.net, row.maker, row.ref) == (40_000, 4_500, "W-1", "R-7")


async def test_a_return_offers_what_is_left_and_its_refund(shop: Book) -> None:
    sell(shop, "A-1", "4", discount="5", ref="R-7")
    async with showing(shop, "sales") as pilot:
        text = await press(pilot, "r")
        assert isinstance(pilot.app.screen, ReturnForm)
        assert "refund 35.00 CNY" in text
        await write(pilot, "5")
        assert "From above zero to 4 can come back." in await press(pilot, "ctrl+s")
        await write(pilot, "1")
        assert "refund 8.75 CNY" in screen_text(pilot.app)
        await field(pilot, "date", "17 may")
        assert "It was sold on 2026-05-18" in await press(pilot, "ctrl+s")
        await write(pilot, "20 may")
        assert "net 26.25 CNY" in await press(pilot, "ctrl+s")
        await press(pilot, "end")
        assert "refund 26.25 CNY" in await press(pilot, "r")
        await press(pilot, "ctrl+s")
        assert "All that order R-7 sold of this came back." in await press(pilot, "end", "r")
    assert [row.net for row in sales(shop).all()] == [3_500, -875, -2_625]


async def test_a_return_of_a_return_is_refused(shop: Book) -> None:
    sell(shop, "A-1", "4", ref="R-7")
    sell(shop, "A-1", "-1", ref="R-7", day="2026-05-19")
    async with showing(shop, "sales") as pilot:
        assert "This is a return itself" in await press(pilot, "r")
        assert isinstance(pilot.app.screen, Notice)


async def test_the_month_before_is_one_key_away_and_filters_narrow_it(shop: Book) -> None:
    sell(shop, "A-1", "1", channel="Fair", day="2026-04-10")
    sell(shop, "B-2", "2", channel="Shop", day="2026-04-11")
    sell(shop, "B-2", "-1", channel="Shop", day="2026-04-12")
    async with showing(shop, "sales") as pilot:
        text = await press(pilot, "left_square_bracket")
        assert "[ April 2026 ]  net 20.00 CNY" in text
        await press(pilot, "f", "enter", "down", "enter")
        text = await press(pilot, "ctrl+s")
        assert "returns only" in text
        assert "net -10.00 CNY" in text
        assert "1–1 of 1" in text
        assert "[ May 2026 ]" in await press(pilot, "right_square_bracket")


async def test_a_sale_is_searched_copied_changed_and_removed(shop: Book) -> None:
    sell(shop, "A-1", "1", ref="R-1")
    sell(shop, "B-2", "2", ref="R-2")
    async with showing(shop, "sales") as pilot:
        await press(pilot, "slash")
        await pilot.press(*"항아리")
        await settle(pilot)
        text = await press(pilot, "enter")
        assert "1–1 of 1" in text
        await press(pilot, "d")
        form = pilot.app.screen
        assert isinstance(form, SaleForm)
        await settle(pilot)
        assert form.values()["ref"] == "", "a copy is another order"
        await field(pilot, "ref", "R-3")
        assert "1–2 of 2" in await press(pilot, "ctrl+s")
        await press(pilot, "home", "e")
        await field(pilot, "quantity", "3")
        assert "30.00" in await press(pilot, "ctrl+s")
        assert "Remove this line" in await press(pilot, "delete")
        await press(pilot, "enter")
        assert sales(shop).count() == 3, "enter does not remove"
        await press(pilot, "delete", "y")
        assert sales(shop).count() == 2


async def test_a_product_is_added_and_wrong_input_stays_in_the_form(shop: Book) -> None:
    async with showing(shop, "sales") as pilot:
        await press(pilot, "l", "n")
        await write(pilot, "A-1")
        await field(pilot, "name", "x [b [/]")
        await field(pilot, "price", "1,25")
        assert "Write decimals with a point" in await press(pilot, "ctrl+s")
        await field(pilot, "price", "1.25")
        text = await press(pilot, "ctrl+s")
        assert "The book has this already." in text or "taken" in text
        await field(pilot, "sku", "C-3")
        assert "x [b [/]" in await press(pilot, "ctrl+s")
        assert product(shop, "C-3").price == 12_500
        assert products(shop).count() == 3


async def test_stock_moves_what_the_products_show(shop: Book) -> None:
    async with showing(shop, "sales") as pilot:
        await press(pilot, "l", "l", "n")
        await pick(pilot, "B-2")
        await field(pilot, "quantity", "0")
        await press(pilot, "ctrl+s")
        assert "The quantity must not be zero." in screen_text(pilot.app)
        await field(pilot, "quantity", "-3")
        await field(pilot, "reason", "fell [down")
        assert "fell [down" in await press(pilot, "ctrl+s")
        assert product(shop, "B-2").stock == -30_000
        await press(pilot, "delete", "y")
        assert stock(shop).count() == 0


async def test_the_summary_shows_each_currency_and_the_month_before(demo: Book) -> None:
    async with showing(demo, "sales") as pilot:
        text = await press(pilot, "u")
        assert "Sales of May 2026" in text
        assert "against April 2026" in text
        text = await press(pilot, "left_square_bracket")
        assert "Sales of April 2026" in text
        assert "Gross wages" in text
        await press(pilot, "end")
        assert "USD" in screen_text(pilot.app)


async def test_a_month_without_sales_says_so(shop: Book) -> None:
    async with showing(shop, "sales") as pilot:
        assert "Nothing was sold in this month." in await press(pilot, "u")


@pytest.mark.parametrize("size", SIZES)
async def test_sales_look_as_they_did(demo: Book, size: tuple[int, int], snapshot: object) -> None:
    async with showing(demo, "sales", size=size) as pilot:
        assert screen_text(pilot.app) == snapshot
        assert await press(pilot, "n") == snapshot
        assert await press(pilot, "escape", "r") == snapshot
        assert await press(pilot, "escape", "f") == snapshot
        assert await press(pilot, "escape", "u") == snapshot
        assert await press(pilot, "escape", "l") == snapshot
        assert await press(pilot, "n") == snapshot
        assert await press(pilot, "escape", "l") == snapshot


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_stay_in_line_in_sales(
    book: Book, hostile_names: tuple[str, ...], size: tuple[int, int], snapshot: object
) -> None:
    for number, hostile in enumerate(hostile_names, 1):
        name = "".join(filter(str.isprintable, hostile))
        values = {"sku": f"H-{number}", "name": name, "price": "10", "category": name}
        add_product(book, ProductDraft.model_validate(values))
        sell(book, f"H-{number}", str(number), channel=name, note=name, ref=name)
    async with showing(book, "sales", size=size) as pilot:
        assert screen_text(pilot.app) == snapshot
        assert await press(pilot, "u") == snapshot
        assert await press(pilot, "escape", "l") == snapshot
