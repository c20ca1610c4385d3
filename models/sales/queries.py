"""What is read of products, stock and sales."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, Select, func, select

from models.book.book import Book
from models.book.records import Records, matching, ordering, standing
from models.employees.tables import EMPLOYEE
from models.errors import NotFoundError
from models.language import gettext as _
from models.money import amount_text, rate_text
from models.sales.tables import PRODUCT, SALE, STOCK_ENTRY


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product; price and cost ten-thousandths, stock and what moved it too.

    `stock` is opening stock and entries less net units sold.
    """

    id: int
    sku: str
    name: str
    price: int
    currency: str
    maker_share: int
    maker: str | None
    cost: int | None
    opening_stock: int
    category: str
    provisional: bool
    stock: int

    @property
    def price_text(self) -> str:
        """The price for people."""
        return rate_text(self.price, self.currency, grouped=True)


@dataclass(frozen=True, slots=True)
class StockRow:
    """One stock entry."""

    id: int
    sku: str
    day: date
    quantity: int
    reason: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SaleRow:
    """One line of a sale or, below zero, a return; `models.sales.tables.Sale` says the units.

    `run_id` is the approved run that paid the share; `struck_as` and why say that it was struck
    out.
    """

    id: int
    day: date
    sku: str
    name: str
    quantity: int
    unit_price: int
    discount: int
    gross: int
    net: int
    currency: str
    ref: str
    channel: str
    maker: str | None
    maker_share: int
    note: str
    run_id: int | None
    struck_as: int | None
    struck_why: str

    @property
    def net_text(self) -> str:
        """The signed net amount for people."""
        return amount_text(self.net, self.currency, grouped=True)


_PRODUCT_ORDERS: Final[dict[str, Any]] = {
    "sku": PRODUCT.c.sku,
    "name": PRODUCT.c.name,
    "price": PRODUCT.c.price,
    "category": PRODUCT.c.category,
    "maker": func.coalesce(EMPLOYEE.c.code, ""),
}
_STOCK_ORDERS: Final[dict[str, Any]] = {
    "day": STOCK_ENTRY.c.day,
    "sku": PRODUCT.c.sku,
    "name": PRODUCT.c.name,
    "quantity": STOCK_ENTRY.c.quantity,
}
_SALE_ORDERS: Final[dict[str, Any]] = {
    "day": SALE.c.day,
    "sku": PRODUCT.c.sku,
    "name": PRODUCT.c.name,
    "quantity": SALE.c.quantity,
    "net": SALE.c.net,
    "channel": SALE.c.channel,
    "ref": SALE.c.ref,
}


def products(
    book: Book,
    *,
    search: str = "",
    category: str | None = None,
    order: str = "sku",
    descending: bool = False,
) -> Records[ProductRow]:
    """Products with their stock."""
    statement = _products()
    if search:
        statement = statement.where(
            matching(search, PRODUCT.c.sku, PRODUCT.c.name, PRODUCT.c.category)
        )
    if category is not None:
        statement = statement.where(PRODUCT.c.category == category)
    by = ordering(_PRODUCT_ORDERS, order, descending=descending, last=PRODUCT.c.id)
    return Records(book, statement.order_by(*by), _product_row)


def product(book: Book, sku: str) -> ProductRow:
    """One product.

    Raises:
        NotFoundError: no product has this SKU.
    """
    found = Records(book, _products().where(PRODUCT.c.sku == sku), _product_row).first()
    if found is None:
        raise NotFoundError(_("There is no product {sku}.").format(sku=sku))
    return found


def stock(
    book: Book,
    *,
    sku: str | None = None,
    from_: date | None = None,
    to: date | None = None,
    search: str = "",
    order: str = "day",
    descending: bool = False,
) -> Records[StockRow]:
    """Stock entries of the days from `from_` to `to`, both inside."""
    statement = select(
        STOCK_ENTRY.c.id,
        PRODUCT.c.sku,
        STOCK_ENTRY.c.day,
        STOCK_ENTRY.c.quantity,
        STOCK_ENTRY.c.reason,
        PRODUCT.c.name,
    ).join(PRODUCT, PRODUCT.c.id == STOCK_ENTRY.c.product_id)
    if sku is not None:
        statement = statement.where(PRODUCT.c.sku == sku)
    if from_ is not None:
        statement = statement.where(STOCK_ENTRY.c.day >= from_)
    if to is not None:
        statement = statement.where(STOCK_ENTRY.c.day <= to)
    if search:
        columns = (PRODUCT.c.sku, PRODUCT.c.name, STOCK_ENTRY.c.reason)
        statement = statement.where(matching(search, *columns))
    by = ordering(_STOCK_ORDERS, order, descending=descending, last=STOCK_ENTRY.c.id)
    return Records(book, statement.order_by(*by), lambda row: StockRow(**row._mapping))


def sales(
    book: Book,
    *,
    from_: date | None = None,
    to: date | None = None,
    sku: str | None = None,
    channel: str | None = None,
    maker: str | None = None,
    returns: bool | None = None,
    struck: bool = True,
    search: str = "",
    order: str = "day",
    descending: bool = False,
) -> Records[SaleRow]:
    """Sale lines of the days from `from_` to `to`, both inside.

    Without `struck`, those that were struck out are left out.
    """
    statement = _sales()
    if from_ is not None:
        statement = statement.where(SALE.c.day >= from_)
    if to is not None:
        statement = statement.where(SALE.c.day <= to)
    for column, value in (
        (PRODUCT.c.sku, sku),
        (SALE.c.channel, channel),
        (EMPLOYEE.c.code, maker),
    ):
        if value is not None:
            statement = statement.where(column == value)
    if not struck:
        statement = statement.where(standing(SALE))
    if returns is not None:
        statement = statement.where(SALE.c.quantity < 0 if returns else SALE.c.quantity > 0)
    if search:
        columns = (PRODUCT.c.sku, PRODUCT.c.name, SALE.c.ref, SALE.c.channel, SALE.c.note)
        statement = statement.where(matching(search, *columns))
    by = ordering(_SALE_ORDERS, order, descending=descending, last=SALE.c.id)
    return Records(book, statement.order_by(*by), _sale_row)


def net_by_currency(found: Records[SaleRow]) -> dict[str, int]:
    """The net of all lines that were `found`, in minor units of each currency, largest first.

    Lines that were struck out do not count.
    """
    lines = found.statement.where(standing(SALE)).order_by(None).subquery()
    net = func.sum(lines.c.net)
    with found.book.reading() as connection:
        sums = select(lines.c.currency, net).group_by(lines.c.currency).order_by(net.desc())
        return {currency: int(minor) for currency, minor in connection.execute(sums)}


def sale(book: Book, sale_id: int) -> SaleRow:
    """One sale line.

    Raises:
        NotFoundError: there is none with this id.
    """
    found = Records(book, _sales().where(SALE.c.id == sale_id), _sale_row).first()
    if found is None:
        raise NotFoundError(_("There is no such sale."))
    return found


def channels(book: Book) -> list[str]:
    """The channels that sales name."""
    with book.reading() as connection:
        statement = select(SALE.c.channel).where(SALE.c.channel != "").distinct()
        return sorted(connection.execute(statement).scalars())


def _products() -> Select[Any]:
    entries = (
        select(func.coalesce(func.sum(STOCK_ENTRY.c.quantity), 0))
        .where(STOCK_ENTRY.c.product_id == PRODUCT.c.id)
        .correlate(PRODUCT)
        .scalar_subquery()
    )
    sold = (
        select(func.coalesce(func.sum(SALE.c.quantity), 0))
        .where(SALE.c.product_id == PRODUCT.c.id, standing(SALE))
        .correlate(PRODUCT)
        .scalar_subquery()
    )
    return select(
        PRODUCT.c.id,
        PRODUCT.c.sku,
        PRODUCT.c.name,
        PRODUCT.c.price,
        PRODUCT.c.currency,
        PRODUCT.c.maker_share,
        EMPLOYEE.c.code.label("maker"),
        PRODUCT.c.cost,
        PRODUCT.c.opening_stock,
        PRODUCT.c.category,
        PRODUCT.c.provisional,
        (PRODUCT.c.opening_stock + entries - sold).label("stock"),
    ).outerjoin(EMPLOYEE, EMPLOYEE.c.id == PRODUCT.c.maker_id)


def _product_row(row: Row[Any]) -> ProductRow:
    return ProductRow(**{**row._mapping, "stock": int(row.stock)})


def _sales() -> Select[Any]:
    return (
        select(
            SALE.c.id,
            SALE.c.day,
            PRODUCT.c.sku,
            PRODUCT.c.name,
            SALE.c.quantity,
            SALE.c.unit_price,
            SALE.c.discount,
            SALE.c.gross,
            SALE.c.net,
            SALE.c.currency,
            SALE.c.ref,
            SALE.c.channel,
            EMPLOYEE.c.code.label("maker"),
            SALE.c.maker_share,
            SALE.c.note,
            SALE.c.run_id,
            SALE.c.struck_as,
            SALE.c.struck_why,
        )
        .join(PRODUCT, PRODUCT.c.id == SALE.c.product_id)
        .outerjoin(EMPLOYEE, EMPLOYEE.c.id == SALE.c.maker_id)
    )


def _sale_row(row: Row[Any]) -> SaleRow:
    return SaleRow(**row._mapping)
