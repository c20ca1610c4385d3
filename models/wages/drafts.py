"""Pieces and adjustments as they are typed or imported."""

from decimal import Decimal
from functools import partial
from typing import Annotated, Self, TypeVar

from pydantic import Field, ValidationInfo, field_validator, model_validator

from models import fields
from models.drafts import Draft, FieldProblemError, typed
from models.employees.drafts import Code, Day, Name, Note, Rate
from models.language import gettext as _
from models.rules.values import DEDUCTION_KINDS
from models.wages.tables import ITEMS

T = TypeVar("T")


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
    """An amount in major units of the employee's currency, above zero.

    What a deduction is for, its basis in law and whether it was agreed to in writing belong to
    deductions, the days in which it was earned to a bonus.
    """

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

    @field_validator("kind", "legal_basis", "agreed")
    @classmethod
    def _only_of_a_deduction(cls, value: T, info: ValidationInfo) -> T:
        if value and info.data.get("item", "DEDUCTION") != "DEDUCTION":
            raise ValueError(_("Only a deduction has this."))
        return value

    @field_validator("earned_from", "earned_to")
    @classmethod
    def _only_of_a_bonus(cls, value: T, info: ValidationInfo) -> T:
        if info.data.get("item", "BONUS") != "BONUS":
            raise ValueError(_("Only a bonus has days in which it was earned."))
        return value

    @model_validator(mode="after")
    def _earned_days_go_together(self) -> Self:
        if self.earned_from is None and self.earned_to is None:
            return self
        if self.earned_from is None or self.earned_to is None:
            lacking = "earned_from" if self.earned_from is None else "earned_to"
            message = _("Give both days, the first and the last in which the bonus was earned.")
            raise FieldProblemError(lacking, message)
        if self.earned_to < self.earned_from:
            raise FieldProblemError("earned_to", _("The last day is before the first."))
        return self
