"""Products, stock and sales as they are typed or imported."""

from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Annotated, Self

from pydantic import Field, model_validator

from models import fields
from models.drafts import Draft, FieldProblemError, typed
from models.employees.drafts import Code, Currency, Day, Name, Note, Rate
from models.language import gettext as _
from models.money import quantity_text, unscaled

Sku = Annotated[str, typed(partial(fields.text, limit=64))]
Share = Annotated[int, typed(fields.share)]
ProductName = Annotated[str, typed(partial(fields.text, limit=120))]
Reason = Annotated[str, typed(partial(fields.text, limit=200))]
Ref = Annotated[str, typed(partial(fields.text, limit=64))]


def _quantity_not_zero(value: str) -> int:
    quantity = fields.quantity(value)
    if quantity == 0:
        raise ValueError(_("The quantity must not be zero."))
    return quantity


Quantity = Annotated[int, typed(_quantity_not_zero)]


class ProductDraft(Draft):
    """A product; price and cost in ten-thousandths, the share in ten-thousandths of a percent."""

    sku: Sku
    name: ProductName
    price: Rate
    currency: Currency | None = None
    maker_share: Share = 0
    maker: Code | None = None
    cost: Rate | None = None
    opening_stock: Annotated[int, typed(fields.quantity)] = 0
    category: Name = ""


class StockDraft(Draft):
    """Pieces made or received (above zero) or lost (below)."""

    sku: Sku
    day: Day = Field(alias="date")
    quantity: Quantity
    reason: Reason = ""


class SaleDraft(Draft):
    """One line of a sale, or with a quantity below zero of a return.

    Quantity and price are ten-thousandths, the discount is in major units of the currency.
    """

    day: Day = Field(alias="date")
    sku: Sku
    quantity: Quantity
    unit_price: Rate
    discount: Annotated[Decimal, typed(fields.amount)] = Decimal(0)
    ref: Ref = ""
    channel: Name = ""
    currency: Currency | None = None
    maker: Code | None = None
    note: Note = ""
    name: ProductName = ""

    @model_validator(mode="after")
    def _amounts_fit(self) -> Self:
        value = abs(unscaled(self.quantity)) * unscaled(self.unit_price)
        if value >= fields.LARGEST:
            message = _("{value} is too large.").format(value=quantity_text(self.unit_price))
            raise FieldProblemError("unit_price", message)
        if Fraction(self.discount) > value:
            raise FieldProblemError("discount", _("The discount is larger than the line."))
        return self
