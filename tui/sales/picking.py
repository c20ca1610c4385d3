"""Products to pick in a form, by any part of their SKU or name."""

from models.book.book import Book
from models.sales.queries import ProductRow, products
from tui.widgets.picker import Candidate

_SHOWN = 50


class FindProducts:
    """Finds products for a `Picker`, and remembers those it found."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._found: dict[str, ProductRow] = {}

    def __call__(self, text: str) -> list[Candidate[str]]:
        """The products whose SKU or name has `text` in it."""
        rows = products(self._book, search=text).page(0, _SHOWN)
        self._found.update((row.sku, row) for row in rows)
        return [
            Candidate(row.sku, f"{row.sku}  {row.name}  {row.price_text} {row.currency}")
            for row in rows
        ]

    def product(self, sku: str) -> ProductRow | None:
        """A product that was found before."""
        return self._found.get(sku)
