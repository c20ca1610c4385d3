"""Sales: what was sold and came back, the products, and their stock."""

from typing import ClassVar

from textual.binding import BindingType

from tui import keys
from tui.panes import Pane, PanedScreen
from tui.record_pane import MonthPane
from tui.sales.products import ProductsPane
from tui.sales.sales import SalesPane
from tui.sales.stock import StockPane
from tui.sales.summary_screen import SummaryScreen


class SalesScreen(PanedScreen):
    """Sales, products and stock."""

    SECTION = "sales"
    PANES: ClassVar[tuple[type[Pane], ...]] = (SalesPane, ProductsPane, StockPane)

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.SUMMARY)
    """
    | Key(s) | Description |
    | :- | :- |
    | u | The figures of the month. |
    """

    def action_summary(self) -> None:
        """Show the figures of the month that the list shows."""
        month = self.pane.month if isinstance(self.pane, MonthPane) else None
        self.app.push_screen(SummaryScreen(month))
