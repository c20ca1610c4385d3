"""The form of a sale."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import amount_text, decimal_text, is_currency, quantity_text
from models.sales.actions import add_sale, change_sale
from models.sales.drafts import SaleDraft
from models.sales.queries import SaleRow
from tui.employees.picking import employee_picker
from tui.sales.picking import FindProducts
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of
from tui.widgets.inputs import DateInput, MoneyInput, RateInput, TextInput
from tui.widgets.picker import Picker


class SaleForm(FormScreen[bool]):
    """What was sold, when, for how much, and where."""

    def __init__(
        self, book: Book, today: date, currency: str, row: SaleRow | None, *, change: bool
    ) -> None:
        """Make the form.

        Args:
            book: The open book.
            today: The day that it is.
            currency: The programme's.
            row: The line to start from.
            change: Change `row` instead of adding one like it.
        """
        started = {"date": today.isoformat(), "quantity": "1", "currency": currency}
        initial = _typed(row, copied=not change) if row else started
        super().__init__(initial, start="quantity" if row else "")
        self._book = book
        self._today = today
        self._currency = row.currency if row else currency
        self._changed = row.id if row and change else None
        self._products = FindProducts(book)
        self._priced = row.sku if row else ""

    def title_text(self) -> str:
        """What stands above the form."""
        return _("New sale") if self._changed is None else _("Change a sale")

    def fields(self) -> Sequence[Field]:
        """What, how much, and where."""
        return [
            Field("sku", N_("Product"), Picker(self._products, required=True), wide=True),
            Field("date", N_("Date"), DateInput(today=lambda: self._today, required=True)),
            Field(
                "quantity",
                N_("Quantity"),
                RateInput(negative=True, required=True),
                N_("Below zero came back."),
            ),
            Field(
                "unit_price",
                N_("Price"),
                RateInput(unit=self._currency, required=True),
                N_("For one."),
            ),
            Field("discount", N_("Discount"), MoneyInput(self._currency), N_("On the whole line.")),
            Field("currency", N_("Currency"), TextInput(max_length=3)),
            Field("channel", N_("Channel"), TextInput(max_length=80), N_("Such as Shop, Fair.")),
            Field("ref", N_("Order or receipt"), TextInput(max_length=64)),
            Field(
                "maker",
                N_("Maker"),
                employee_picker(self._book, self._today, required=False),
                N_("Empty: the product's."),
            ),
            Field("note", N_("Note"), TextInput(max_length=500), wide=True),
        ]

    def field_changed(self, name: str) -> None:
        """Fill in the price of the product that was chosen, and count in the line's currency."""
        if name == "currency":
            self._count_in(self.values()["currency"].upper())
        if name == "sku":
            product = self._products.product(self.values()["sku"])
            if product is not None and product.sku != self._priced:
                self._priced = product.sku
                self.rows["currency"].field.entry.put(product.currency)
                self.rows["unit_price"].field.entry.put(decimal_text(product.price, 4))

    def _count_in(self, currency: str) -> None:
        if not is_currency(currency):
            return
        price, discount = (self.rows[name].field.entry for name in ("unit_price", "discount"))
        if isinstance(price, RateInput) and isinstance(discount, MoneyInput):
            price.unit = discount.currency = currency

    def save(self, values: dict[str, str]) -> bool:
        """Write the line down.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        draft = draft_of(SaleDraft, values)
        if self._changed is None:
            add_sale(self._book, draft)
        else:
            change_sale(self._book, self._changed, draft)
        return True


def _typed(row: SaleRow, *, copied: bool) -> Mapping[str, str]:
    return {
        "sku": row.sku,
        "date": row.day.isoformat(),
        "quantity": quantity_text(row.quantity),
        "unit_price": decimal_text(row.unit_price, 4),
        "discount": amount_text(row.discount, row.currency) if row.discount else "",
        "currency": row.currency,
        "channel": row.channel,
        # A copy is another order: with the same number it would be a line of the old one.
        "ref": "" if copied else row.ref,
        "maker": row.maker or "",
        "note": row.note,
    }
