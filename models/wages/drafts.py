"""Pieces and adjustments as they are typed or imported."""

from decimal import Decimal
from functools import partial
from typing import Annotated

from pydantic import Field

from models import fields
from models.drafts import Draft, typed
from models.employees.drafts import Code, Day, Name, Note, Rate
from models.language import gettext as _
from models.rules.values import DEDUCTION_KINDS
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
    kind: Annotated[str, typed(partial(fields.choice, options=DEDUCTION_KINDS[1:]))] = ""
    legal_basis: Annotated[str, typed(partial(fields.text, limit=200))] = ""
    agreed: Annotated[bool, typed(fields.yes_or_no)] = False
    earned_from: Day | None = None
    earned_to: Day | None = None
