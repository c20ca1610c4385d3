"""Stock entries: pieces made, received or lost, by month."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from textual.content import Content

from models.book.book import Book
from models.book.records import Records
from models.book.settings import Programme
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import quantity_text
from models.sales.actions import add_stock, remove_stock
from models.sales.drafts import StockDraft
from models.sales.queries import StockRow, stock
from tui.record_pane import MonthPane
from tui.sales.picking import FindProducts
from tui.text import clean
from tui.widgets.columns import Column, Tone
from tui.widgets.dates import date_in_words
from tui.widgets.facts import facts, titled
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of
from tui.widgets.inputs import DateInput, RateInput, TextInput
from tui.widgets.picker import Picker
from tui.widgets.record_list import ListQuery, RecordList


def _quantity(row: StockRow) -> str:
    sign = "+" if row.quantity > 0 else ""
    return sign + quantity_text(row.quantity, grouped=True)


def _tone(row: StockRow) -> Tone:
    return "bad" if row.quantity < 0 else "good"


_COLUMNS = (
    Column[StockRow]("day", N_("Day"), lambda r: r.day.isoformat(), width=10, sortable="day"),
    Column[StockRow]("sku", N_("SKU"), lambda r: r.sku, width=9, sortable="sku"),
    Column[StockRow]("name", N_("Product"), lambda r: r.name, width=16, flex=1, sortable="name"),
    Column[StockRow](
        "quantity", N_("Qty"), _quantity, width=8, align="right", sortable="quantity", tone=_tone
    ),
    Column[StockRow]("reason", N_("Reason"), lambda r: r.reason, width=16, flex=1),
)


class StockForm(FormScreen[bool]):
    """What came into stock or was lost."""

    def __init__(self, book: Book, today: date, row: StockRow | None) -> None:
        """Start from `row`, if there is one."""
        super().__init__(_typed(row) if row else {"date": today.isoformat()})
        self._book = book
        self._today = today

    def title_text(self) -> str:
        """What stands above the form."""
        return _("New stock entry")

    def fields(self) -> Sequence[Field]:
        """What, when, how much and why."""
        product = Picker(FindProducts(self._book), required=True)
        return [
            Field("sku", N_("Product"), product, wide=True),
            Field("date", N_("Date"), DateInput(today=lambda: self._today, required=True)),
            Field(
                "quantity",
                N_("Quantity"),
                RateInput(negative=True, required=True),
                N_("Below zero was lost."),
            ),
            Field("reason", N_("Reason"), TextInput(max_length=200), wide=True),
        ]

    def save(self, values: dict[str, str]) -> bool:
        """Write the entry down.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        draft = draft_of(StockDraft, values)
        add_stock(self._book, draft)
        return True


def _typed(row: StockRow) -> dict[str, str]:
    return {
        "sku": row.sku,
        "date": row.day.isoformat(),
        "quantity": quantity_text(row.quantity),
        "reason": row.reason,
    }


class StockPane(MonthPane):
    """Pieces made, received or lost."""

    TITLE = N_("Stock")
    KIND = "stock"
    CAN = frozenset({"new", "copy", "remove", "import", "export"})

    def make_list(self) -> RecordList[StockRow]:
        """The month's entries, newest first."""
        return RecordList(
            _COLUMNS,
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="day", descending=True),
            empty=N_("No stock entry in this month. Press n to enter one."),
        )

    def _source(self, query: ListQuery) -> Records[StockRow]:
        return stock(self.book, **self.asked(query))

    def about(self, row: StockRow) -> Content:
        """The whole of it."""
        return titled(
            row.name,
            facts(
                [
                    (_("Day"), date_in_words(row.day)),
                    (_("SKU"), row.sku),
                    (_("Quantity"), _quantity(row)),
                ]
            ),
            Content(f"\n{clean(row.reason)}"),
        )

    def form(self, programme: Programme, row: StockRow | None, *, change: bool) -> FormScreen[bool]:  # noqa: ARG002 - entries are struck out and entered anew
        """The form."""
        return StockForm(self.book, self.today, row)

    def remover(self, row: StockRow) -> tuple[str, Callable[[], None]]:
        """The question before an entry is removed, and what removes it."""
        question = _("Remove this entry: {n} × {product}?").format(
            n=_quantity(row), product=row.name
        )
        return question, partial(remove_stock, self.book, row.id)
