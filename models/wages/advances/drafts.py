"""Advances and what is handed back of them, as they are typed or imported."""

from decimal import Decimal
from functools import partial
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from models import fields
from models.drafts import Draft, FieldProblemError, typed
from models.employees.drafts import Code, Day, Note
from models.language import gettext as _
from models.periods import PAY_PERIOD_KINDS
from models.wages.instalments import MOST_INSTALMENTS
from models.wages.tables import ADVANCE_KINDS

SUB: Final = ADVANCE_KINDS[0]


def instalment_above_zero(value: str) -> Decimal:
    """An instalment as it is typed.

    Raises:
        ValueError: it is no amount, or zero.
    """
    amount = fields.amount(value)
    if amount == 0:
        raise ValueError(
            _("An instalment of zero would never repay it; leave it empty to take all at once.")
        )
    return amount


class AdvanceDraft(Draft):
    """An advance in major units of the employee's currency.

    Empty: `instalment` takes all at once; `first_due` is the last day of the pay period that the
    money was given in; `every` is the programme's pay period; `kind` is a sub.
    """

    employee: Code
    day: Day = Field(alias="date")
    amount: Annotated[Decimal, typed(fields.amount_above_zero)]
    instalment: Annotated[Decimal, typed(instalment_above_zero)] | None = None
    first_due: Day | None = None
    kind: Annotated[str, typed(partial(fields.choice, options=ADVANCE_KINDS))] = SUB
    note: Note = ""
    every: Annotated[str, typed(partial(fields.choice, options=PAY_PERIOD_KINDS))] | None = None
    agreed: Annotated[bool, typed(fields.yes_or_no)] = False

    @model_validator(mode="after")
    def _can_be_repaid(self) -> Self:
        if self.first_due is not None and self.first_due < self.day:
            message = _("This is before the money is given.")
            raise FieldProblemError("first_due", message)
        if self.instalment is not None and self.amount > self.instalment * MOST_INSTALMENTS:
            message = _("That makes more than {n} instalments; take more each time.")
            raise FieldProblemError("instalment", message.format(n=f"{MOST_INSTALMENTS:,}"))
        return self


class SettlementDraft(Draft):
    """Money handed back by hand on a day, in major units; without an amount, all that is owed."""

    amount: Annotated[Decimal, typed(fields.amount_above_zero)] | None = None
    day: Day = Field(alias="date")
    note: Note = ""
