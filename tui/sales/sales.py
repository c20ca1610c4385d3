"""Sale lines and returns, by month."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from models.book.records import Records
from models.book.settings import Programme
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import Money, amount_text, quantity_text, rate_text
from models.sales.actions import remove_sales
from models.sales.queries import SaleRow, channels, net_by_currency, sales
from models.sales.returns import returnable
from tui import keys
from tui.record_pane import MonthPane
from tui.sales.filter_form import SalesFilter, SalesFilterForm
from tui.sales.return_form import ReturnForm
from tui.sales.sale_form import SaleForm
from tui.striking import StrikingPane, dimmed, signed, struck_text
from tui.text import clean, safe
from tui.widgets.columns import Column, Tone
from tui.widgets.dates import date_in_words
from tui.widgets.facts import facts, titled
from tui.widgets.form import FormScreen
from tui.widgets.record_list import ListQuery, RecordList


def _tone(row: SaleRow) -> Tone:
    return "bad" if row.quantity < 0 else "plain"


def _name(row: SaleRow) -> str:
    return signed(row, row.name)


def _quantity(row: SaleRow) -> str:
    return quantity_text(row.quantity, grouped=True)


_COLUMNS = (
    Column[SaleRow]("day", N_("Day"), lambda r: r.day.isoformat(), width=10, sortable="day"),
    Column[SaleRow]("sku", N_("SKU"), lambda r: r.sku, width=7, sortable="sku"),
    Column[SaleRow]("name", N_("Product"), _name, width=12, flex=1, sortable="name"),
    Column[SaleRow](
        "quantity", N_("Qty"), _quantity, width=5, align="right", sortable="quantity", tone=_tone
    ),
    Column[SaleRow](
        "net", N_("Net"), lambda r: r.net_text, width=11, align="right", sortable="net", tone=_tone
    ),
    Column[SaleRow]("currency", "", lambda r: r.currency, width=3, tone=lambda _row: "muted"),
    Column[SaleRow]("channel", N_("Channel"), lambda r: r.channel, width=12, sortable="channel"),
    Column[SaleRow]("ref", N_("Ref"), lambda r: r.ref, width=8, sortable="ref", from_width=90),
)


class SalesPane(StrikingPane, MonthPane):
    """What was sold and what came back."""

    TITLE = N_("Sales")
    KIND = "sales"
    ADVICE = N_("Only for a sale that never was: its month changes. What came back is a return.")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.RETURN, keys.FILTER)
    """
    | Key(s) | Description |
    | :- | :- |
    | r | Write down what came back of the marked sale. |
    | f | Narrow the list down to a channel, a maker, returns. |
    """

    def __init__(self) -> None:
        """Show all of the month."""
        super().__init__()
        self._filter = SalesFilter()
        self._net = ""

    def make_list(self) -> RecordList[SaleRow]:
        """The month's lines, newest first."""
        return RecordList(
            dimmed(_COLUMNS),
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="day", descending=True),
            empty=N_("Nothing sold in this month. Press n for a sale, i to import a file."),
        )

    def _found(self, query: ListQuery) -> Records[SaleRow]:
        return sales(
            self.book,
            channel=self._filter.channel,
            maker=self._filter.maker,
            returns=self._filter.returns,
            **self.asked(query),
        )

    def _source(self, query: ListQuery) -> Records[SaleRow]:
        found = self._found(query)
        self.host.do(lambda: net_by_currency(found), self._show_net, group="net")
        return found

    def reload(self) -> None:
        """Read the list and its net anew."""
        super().reload()
        found = self._found(self.records.query_now)
        self.host.do(lambda: net_by_currency(found), self._show_net, group="net")

    def _show_net(self, sums: dict[str, int]) -> None:
        self._net = "  ".join(str(Money(minor, currency)) for currency, minor in sums.items())
        self.describe()

    def note(self) -> str:
        """The month, and the net of what is shown of it."""
        net = _("net {amount}").format(amount=self._net) if self._net else ""
        return f"{super().note()}  {net}".rstrip()

    def about(self, row: SaleRow) -> Content:
        """The whole line."""
        price = rate_text(row.unit_price, row.currency, grouped=True)
        discount = amount_text(row.discount, row.currency, grouped=True) if row.discount else ""
        share = _("{maker}, {percent} %").format(
            maker=row.maker, percent=quantity_text(row.maker_share)
        )
        return titled(
            _("Return") if row.quantity < 0 else _("Sale"),
            Content(f"{clean(row.name)}\n"),
            facts(
                [
                    (_("Day"), date_in_words(row.day)),
                    (_("SKU"), row.sku),
                    (_("Quantity"), f"{_quantity(row)} × {price}"),
                    (_("Discount"), discount),
                    (_("Net"), f"{row.net_text} {row.currency}"),
                    (_("Channel"), row.channel),
                    (_("Order"), row.ref),
                    (_("Maker"), share if row.maker else ""),
                    (_("Share paid"), _("run {run}").format(run=row.run_id) if row.run_id else ""),
                    (_("Struck out"), row.struck_why),
                ]
            ),
            Content(f"\n{clean(row.note)}"),
        )

    def brief(self, row: SaleRow) -> Content:
        """The order, the maker and the note."""
        order = _("order {ref}").format(ref=row.ref) if row.ref else ""
        maker = _("maker {code}").format(code=row.maker) if row.maker else ""
        parts = (struck_text(row), row.name, order, maker, row.note)
        return safe(" · ".join(part for part in parts if part))

    def name_of(self, row: SaleRow) -> str:
        """When, what, and for how much."""
        return _("{day}, {n} × {product}, net {net} {currency}").format(
            day=row.day,
            n=_quantity(row),
            product=row.name,
            net=row.net_text,
            currency=row.currency,
        )

    def form(self, programme: Programme, row: SaleRow | None, *, change: bool) -> FormScreen[bool]:
        """The form."""
        return SaleForm(self.book, self.today, programme.currency, row, change=change)

    def remover(self, row: SaleRow) -> tuple[str, Callable[[], None]]:
        """The question before a line is removed, and what removes it."""
        question = _("Remove this line: {n} × {product}, net {net} {currency}?").format(
            n=_quantity(row), product=row.name, net=row.net_text, currency=row.currency
        )
        return question, partial(remove_sales, self.book, [row.id])

    def action_give_back(self) -> None:
        """Write down what came back of the marked sale."""
        row = self.records.row
        if row is None:
            return

        def show(form: ReturnForm) -> None:
            self.app.push_screen(form, self._after_form)

        self.host.do(
            lambda: ReturnForm(self.book, self.today, returnable(self.book, row.id)),
            show,
            group="return",
        )

    def action_filter(self) -> None:
        """Narrow the list down."""

        def narrow(chosen: SalesFilter | None) -> None:
            if chosen is not None:
                self._filter = chosen
                self.records.describe_filter(chosen.words())
                self.records.refresh_records()

        def show(names: list[str]) -> None:
            form = SalesFilterForm(self.book, self.today, names, self._filter)
            self.app.push_screen(form, narrow)

        self.host.do(lambda: channels(self.book), show, group="filter")
