"""Pieces and adjustments as they are typed or imported."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from models import fields
from models.drafts import Draft, typed
from models.employees.drafts import Code, Day, Name, Note, Rate
from models.language import gettext as _
from models.wages.tables import ITEMS


def _quantity_above_zero(value: str) -> int:
    quantity = fields.quantity(value)
    if quantity <= 0:
        raise ValueError(_("The quantity must be above zero."))
    return quantity


def _item(value: str) -> str:
    return fields.choice(value.upper(), ITEMS)


class PieceDraft(Draft):
    """Pieces of one task made on one day; quantity and rate in ten-thousandths."""

    employee: Code
    day: Day = Field(alias="date")
    task: Name
    quantity: Annotated[int, typed(_quantity_above_zero)]
    rate: Rate
    note: Note = ""


class AdjustmentDraft(Draft):
    """An amount in major units of the employee's currency, above zero."""

    employee: Code
    day: Day = Field(alias="date")
    item: Annotated[str, typed(_item)]
    amount: Annotated[Decimal, typed(fields.amount_above_zero)]
    note: Note = ""
