"""Returns against a sale line: how much can still come back, and for what refund."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from pydantic import Field
from sqlalchemy import case, func, select

from models import fields
from models.book.book import Book
from models.book.records import standing
from models.drafts import Draft, typed
from models.employees.drafts import Day, Note
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.money import amount_text, decimal_text, quantity_text, round_half_up
from models.sales.actions import add_sale
from models.sales.drafts import SaleDraft
from models.sales.figures import line_amounts
from models.sales.queries import SaleRow, sale
from models.sales.tables import PRODUCT, SALE


def _above_zero(value: str) -> int:
    quantity = fields.quantity(value)
    if quantity <= 0:
        raise ValueError(_("The quantity must be above zero."))
    return quantity


class ReturnDraft(Draft):
    """What came back: a quantity above zero, in ten-thousandths."""

    day: Day = Field(alias="date")
    quantity: Annotated[int, typed(_above_zero)]
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Returnable:
    """A sale line and what of it can still come back.

    Attributes:
        sale: The line.
        left: How much of it can come back, in ten-thousandths.
        refundable: How much its order has paid and not got back, in minor units.
        is_last: Whether nothing of the order is left once `left` came back.
    """

    sale: SaleRow
    left: int
    refundable: int
    is_last: bool

    def refund(self, quantity: int) -> int:
        """What is given back for `quantity`, in minor units: the price less its discount.

        When the last of an order comes back, the rest of what was paid does, so that parts that
        were rounded add up to the whole.
        """
        gross, _net = line_amounts(quantity, self.sale.unit_price, 0, self.sale.currency)
        if quantity == self.left and self.is_last:
            return min(gross, self.refundable)
        discount = round_half_up(Fraction(self.sale.discount * quantity, self.sale.quantity))
        return min(gross - discount, self.refundable)


def returnable(book: Book, sale_id: int) -> Returnable:
    """What of a sale line can still come back.

    Raises:
        RefusedError: it is a return itself or was struck out, or all of it came back.
        NotFoundError: there is none with this id.
    """
    row = sale(book, sale_id)
    if row.quantity < 0:
        raise RefusedError(_("This is a return itself; choose the sale that came back."))
    if row.struck_as is not None:
        raise RefusedError(_("This sale was struck out: it never was, so nothing comes back."))
    if not row.ref:
        return Returnable(row, row.quantity, row.net, is_last=True)
    sold, paid, back, refunded = _order(book, row)
    left = min(row.quantity, sold - back)
    if left <= 0:
        raise RefusedError(_("All that order {ref} sold of this came back.").format(ref=row.ref))
    return Returnable(row, left, paid - refunded, is_last=left == sold - back)


def add_return(book: Book, sale_id: int, draft: ReturnDraft) -> None:
    """Write down what came back of a sale, with its refund, in the month it came back.

    Raises:
        RefusedError: more comes back than is left, or before it was sold.
    """
    given = returnable(book, sale_id)
    _check(given, draft)
    row = given.sale
    gross, _net = line_amounts(draft.quantity, row.unit_price, 0, row.currency)
    values = {
        "date": draft.day,
        "sku": row.sku,
        "quantity": -draft.quantity,
        "unit_price": row.unit_price,
        "discount": amount_text(gross - given.refund(draft.quantity), row.currency),
        "ref": row.ref,
        "channel": row.channel,
        "currency": row.currency,
        "maker": row.maker,
        "note": draft.note,
    }
    made, problems = SaleDraft.parse(values)
    if made is None:
        raise RefusedError(problems[0].message, problems)
    add_sale(book, made)


def _check(given: Returnable, draft: ReturnDraft) -> None:
    problems = []
    if draft.quantity > given.left:
        message = _("Only {n} can still come back.").format(n=quantity_text(given.left))
        problems.append(Problem(message, column="quantity", value=decimal_text(draft.quantity, 4)))
    if draft.day < given.sale.day:
        message = _("It was sold on {day}; it cannot come back before.").format(day=given.sale.day)
        problems.append(Problem(message, column="date", value=draft.day.isoformat()))
    if problems:
        raise RefusedError(problems[0].message, problems)


def _order(book: Book, row: SaleRow) -> tuple[int, int, int, int]:
    """What the order sold of the product, was paid for it, got back of it and refunded."""
    back = SALE.c.quantity < 0
    sums = (
        select(
            func.sum(case((back, 0), else_=SALE.c.quantity)),
            func.sum(case((back, 0), else_=SALE.c.net)),
            func.sum(case((back, -SALE.c.quantity), else_=0)),
            func.sum(case((back, -SALE.c.net), else_=0)),
        )
        .join(PRODUCT, PRODUCT.c.id == SALE.c.product_id)
        .where(SALE.c.ref == row.ref, PRODUCT.c.sku == row.sku, standing(SALE))
    )
    with book.reading() as connection:
        sold, paid, returned, refunded = connection.execute(sums).one()
    return int(sold), int(paid), int(returned), int(refunded)
