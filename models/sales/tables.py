"""Products, their stock, and what was sold or came back."""

from datetime import date

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.book.base import holds, table_of, whole


class Product(SQLModel, table=True):
    """Something the programme sells. Price and cost are ten-thousandths of a major unit.

    A product that a sales import added is `provisional`: its name and price are those of its
    first sale until someone describes it. `maker_share` is a percentage in ten-thousandths
    (12.5 % is 125000).
    """

    __table_args__ = (
        whole("price", "cost", "maker_share", "opening_stock"),
        holds("price >= 0", "price_not_negative"),
        holds("cost IS NULL OR cost >= 0", "cost_not_negative"),
        holds("maker_share BETWEEN 0 AND 1000000", "maker_share"),
        holds("sku <> ''", "sku_given"),
    )

    id: int | None = Field(default=None, primary_key=True)
    sku: str = Field(max_length=64, unique=True)
    name: str = Field(max_length=120)
    price: int = Field(sa_type=BigInteger)
    currency: str = Field(max_length=3)
    maker_share: int = 0
    maker_id: int | None = Field(default=None, foreign_key="employee.id", index=True)
    cost: int | None = Field(default=None, sa_type=BigInteger)
    opening_stock: int = Field(default=0, sa_type=BigInteger)
    category: str = Field(default="", max_length=80)
    provisional: bool = False


class StockEntry(SQLModel, table=True):
    """Pieces made or received (above zero) or lost (below), in ten-thousandths."""

    __tablename__ = "stock_entry"
    __table_args__ = (
        whole("quantity"),
        holds("quantity <> 0", "quantity_given"),
        UniqueConstraint("fingerprint", "occurrence"),
    )

    id: int | None = Field(default=None, primary_key=True)
    product_id: int = Field(foreign_key="product.id", index=True)
    day: date
    quantity: int = Field(sa_type=BigInteger)
    reason: str = Field(default="", max_length=200)
    fingerprint: str = Field(max_length=32)
    occurrence: int


class Sale(SQLModel, table=True):
    """One line of a sale or, with a quantity below zero, of a return.

    `quantity` and `unit_price` are ten-thousandths; `discount`, `gross` and `net` are minor
    units, gross before the discount and never negative, net signed. Maker and share are those
    of the day the line was recorded: what the product says later does not change them.
    `run_id` is the approved run that paid the share; a wrong line that it holds is struck out,
    counted last by the run that was approved as `struck_as`.
    """

    __table_args__ = (
        whole("quantity", "unit_price", "discount", "gross", "net", "maker_share"),
        holds("quantity <> 0", "quantity_given"),
        holds("unit_price >= 0", "price_not_negative"),
        holds("discount >= 0 AND discount <= gross", "discount_inside"),
        holds(
            "(quantity > 0 AND net = gross - discount)"
            " OR (quantity < 0 AND net = discount - gross)",
            "net_adds_up",
        ),
        holds("maker_share BETWEEN 0 AND 1000000", "maker_share"),
        UniqueConstraint("fingerprint", "occurrence"),
    )

    id: int | None = Field(default=None, primary_key=True)
    product_id: int = Field(foreign_key="product.id", index=True)
    day: date = Field(index=True)
    quantity: int = Field(sa_type=BigInteger)
    unit_price: int = Field(sa_type=BigInteger)
    discount: int = Field(default=0, sa_type=BigInteger)
    gross: int = Field(sa_type=BigInteger)
    net: int = Field(sa_type=BigInteger)
    currency: str = Field(max_length=3)
    ref: str = Field(default="", max_length=64)
    channel: str = Field(default="", max_length=80)
    maker_id: int | None = Field(default=None, foreign_key="employee.id", index=True)
    maker_share: int = 0
    note: str = Field(default="", max_length=500)
    fingerprint: str = Field(max_length=32)
    occurrence: int
    run_id: int | None = Field(default=None, foreign_key="pay_run.id", index=True)
    struck_as: int | None = None
    struck_why: str = Field(default="", max_length=200)


PRODUCT = table_of(Product)
STOCK_ENTRY = table_of(StockEntry)
SALE = table_of(Sale)
