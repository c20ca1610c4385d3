"""The products."""

from textual.content import Content

from models.book.records import Records
from models.book.settings import Programme
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import quantity_text, rate_text
from models.sales.queries import ProductRow, products
from tui.record_pane import RecordPane
from tui.sales.product_form import ProductForm
from tui.text import safe
from tui.widgets.columns import Column, Tone
from tui.widgets.facts import facts, titled
from tui.widgets.form import FormScreen
from tui.widgets.record_list import ListQuery, RecordList


def _stock_tone(row: ProductRow) -> Tone:
    return "bad" if row.stock < 0 else "plain"


def _share(row: ProductRow) -> str:
    if not row.maker_share:
        return ""
    return _("{number} %").format(number=quantity_text(row.maker_share))


def _name(row: ProductRow) -> str:
    return f"? {row.name}" if row.provisional else row.name


_COLUMNS = (
    Column[ProductRow]("sku", N_("SKU"), lambda r: r.sku, width=9, sortable="sku"),
    Column[ProductRow]("name", N_("Product"), _name, width=14, flex=2, sortable="name"),
    Column[ProductRow](
        "price", N_("Price"), lambda r: r.price_text, width=10, align="right", sortable="price"
    ),
    Column[ProductRow]("currency", "", lambda r: r.currency, width=3, tone=lambda _row: "muted"),
    Column[ProductRow](
        "stock",
        N_("Stock"),
        lambda r: quantity_text(r.stock, grouped=True),
        width=7,
        align="right",
        tone=_stock_tone,
    ),
    Column[ProductRow]("maker", N_("Maker"), lambda r: r.maker or "", width=8, sortable="maker"),
    Column[ProductRow]("share", N_("Share"), _share, width=7, align="right"),
)


class ProductsPane(RecordPane):
    """What the programme makes and sells."""

    TITLE = N_("Products")
    KIND = "products"
    CAN = frozenset({"new", "edit", "copy", "import", "export"})

    def make_list(self) -> RecordList[ProductRow]:
        """All products by SKU."""
        return RecordList(
            _COLUMNS,
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="sku"),
            empty=N_("No product yet. Press n to add one, i to import a file."),
        )

    def _source(self, query: ListQuery) -> Records[ProductRow]:
        return products(
            self.book,
            search=query.search,
            order=query.sort or "sku",
            descending=query.descending,
        )

    def about(self, row: ProductRow) -> Content:
        """The whole of it."""
        cost = rate_text(row.cost, row.currency, grouped=True) if row.cost is not None else ""
        doubt = _("Added by an import; press e to describe it.") if row.provisional else ""
        return titled(
            row.name,
            facts(
                [
                    (_("SKU"), row.sku),
                    (_("Price"), f"{row.price_text} {row.currency}"),
                    (_("Cost"), cost),
                    (_("Stock"), quantity_text(row.stock, grouped=True)),
                    (_("Maker"), row.maker or ""),
                    (_("Maker's share"), _share(row)),
                    (_("Category"), row.category),
                ]
            ),
            Content(f"\n{doubt}"),
        )

    def brief(self, row: ProductRow) -> Content:
        """Whether it is still to be described, and its category."""
        doubt = _("? Added by an import; press e to describe it.") if row.provisional else ""
        return safe("  ".join(part for part in (doubt, row.name, row.category) if part))

    def form(
        self, programme: Programme, row: ProductRow | None, *, change: bool
    ) -> FormScreen[bool]:
        """The form."""
        return ProductForm(self.book, self.today, programme.currency, row, change=change)
