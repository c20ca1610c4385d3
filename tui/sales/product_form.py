"""The form of a product."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import decimal_text, quantity_text
from models.sales.actions import add_product, change_product
from models.sales.drafts import ProductDraft
from models.sales.queries import ProductRow
from tui.employees.picking import employee_picker
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of
from tui.widgets.inputs import RateInput, TextInput


class ProductForm(FormScreen[bool]):
    """Name, price, and who made it for what share."""

    def __init__(
        self, book: Book, today: date, currency: str, row: ProductRow | None, *, change: bool
    ) -> None:
        """Make the form.

        Args:
            book: The open book.
            today: The day that it is.
            currency: The programme's.
            row: The product to start from.
            change: Change `row` instead of adding one like it.
        """
        super().__init__(_typed(row, copied=not change) if row else {"currency": currency})
        self._book = book
        self._today = today
        self._changed = row.sku if row and change else None

    def title_text(self) -> str:
        """What stands above the form."""
        if self._changed is None:
            return _("New product")
        return _("Change product {sku}").format(sku=self._changed)

    def fields(self) -> Sequence[Field]:
        """What it is, what it costs, who made it."""
        return [
            Field("sku", N_("SKU"), TextInput(max_length=64, required=True), N_("Its own code.")),
            Field("name", N_("Name"), TextInput(max_length=120, required=True), wide=True),
            Field("price", N_("Price"), RateInput(required=True), N_("For one.")),
            Field("currency", N_("Currency"), TextInput(max_length=3)),
            Field(
                "maker",
                N_("Maker"),
                employee_picker(self._book, self._today, required=False),
                N_("Who has the share; may be empty."),
            ),
            Field(
                "maker_share",
                N_("Maker's share"),
                RateInput(unit="%"),
                N_("In percent of net sales."),
            ),
            Field("cost", N_("Cost"), RateInput(), N_("What making one costs.")),
            Field(
                "opening_stock",
                N_("Opening stock"),
                RateInput(negative=True),
                N_("How many there were at first."),
            ),
            Field("category", N_("Category"), TextInput(max_length=80)),
        ]

    def save(self, values: dict[str, str]) -> bool:
        """Write the product down.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        draft = draft_of(ProductDraft, values)
        if self._changed is None:
            add_product(self._book, draft)
        else:
            change_product(self._book, self._changed, draft)
        return True


def _typed(row: ProductRow, *, copied: bool) -> Mapping[str, str]:
    return {
        "sku": "" if copied else row.sku,
        "name": row.name,
        "price": decimal_text(row.price, 4),
        "currency": row.currency,
        "maker": row.maker or "",
        "maker_share": quantity_text(row.maker_share) if row.maker_share else "",
        "cost": "" if row.cost is None else decimal_text(row.cost, 4),
        "opening_stock": "" if copied else quantity_text(row.opening_stock),
        "category": row.category,
    }
