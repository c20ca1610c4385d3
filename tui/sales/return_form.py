"""The form of a return against a sale."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import amount_text, quantity_text, scaled
from models.sales.returns import Returnable, ReturnDraft, add_return
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of
from tui.widgets.inputs import DateInput, RateInput, TextInput
from tui.widgets.reading import NotUnderstoodError


class BackInput(RateInput):
    """How much came back, with its refund beside it."""

    def __init__(self, given: Returnable) -> None:
        """Take at most what is left of the sale."""
        super().__init__(required=True)
        self._given = given

    def _read(self, raw: str) -> Decimal:
        value = super()._read(raw)
        if not 0 < scaled(value) <= self._given.left:
            left = quantity_text(self._given.left)
            raise NotUnderstoodError(_("From above zero to {n} can come back.").format(n=left))
        return value

    def _echo(self, value: Decimal) -> str:
        refund = self._given.refund(scaled(value))
        currency = self._given.sale.currency
        return _("refund {amount} {currency}").format(
            amount=amount_text(refund, currency, grouped=True), currency=currency
        )


class ReturnForm(FormScreen[bool]):
    """What came back, and when."""

    def __init__(self, book: Book, today: date, given: Returnable) -> None:
        """Offer all that is left of the sale."""
        super().__init__({"date": today.isoformat(), "quantity": quantity_text(given.left)})
        self._book = book
        self._today = today
        self._given = given

    def title_text(self) -> str:
        """What stands above the form."""
        sale = self._given.sale
        return _("Return of {product}, sold on {day}").format(product=sale.name, day=sale.day)

    def fields(self) -> Sequence[Field]:
        """How much, when, and why."""
        return [
            Field("quantity", N_("Came back"), BackInput(self._given)),
            Field(
                "date",
                N_("On"),
                DateInput(today=lambda: self._today, required=True),
                N_("The month it counts in."),
            ),
            Field("note", N_("Why"), TextInput(max_length=500), wide=True),
        ]

    def save(self, values: dict[str, str]) -> bool:
        """Write the return down.

        Raises:
            RefusedError: more comes back than is left, or before it was sold.
        """
        draft = draft_of(ReturnDraft, values)
        add_return(self._book, self._given.sale.id, draft)
        return True
