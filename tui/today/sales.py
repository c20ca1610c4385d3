"""The month's sales so far, beside what needs doing."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from models.language import gettext as _
from models.money import amount_text
from models.sales.so_far import SalesSoFar
from reports.wording import month_text, span_text
from tui.sales.summary_view import change_text
from tui.text import safe
from tui.widgets.spark import Bar, BarChart, sparkline


class SalesBox(Vertical):
    """One currency's sales against the month before."""

    def __init__(self, sales: SalesSoFar, *, first: bool) -> None:
        """Show `sales`; only the first currency has its bars where there is little room."""
        super().__init__(classes="sales-box" if first else "sales-box -more")
        self._sales = sales

    def compose(self) -> ComposeResult:
        """A heading, the days, and three bars."""
        yield Static(_heading(self._sales), markup=False)
        yield Static(safe(sparkline(self._sales.by_day), "$primary"), markup=False)
        yield BarChart(_bars(self._sales))


def _heading(sales: SalesSoFar) -> Content:
    title = _("Sales of {month} so far").format(month=month_text(sales.until))
    net = f"{amount_text(sales.net, sales.currency, grouped=True)} {sales.currency}"
    change = sales.change_percent
    against = "" if change is None else f"   {change_text(change)}"
    return Content.assemble((title, "$primary bold"), (f"  {net}", "bold"), against)


def _bars(sales: SalesSoFar) -> list[Bar]:
    same = min(sales.until.days, sales.before.days)
    same_day = sales.before.starts_on.replace(day=same)
    return [
        _bar(span_text(sales.until.starts_on, sales.until.ends_on), sales.net, sales),
        _bar(span_text(sales.before.starts_on, same_day), sales.net_before, sales),
        _bar(
            _("{month} in all").format(month=month_text(sales.before)),
            sales.net_before_in_all,
            sales,
        ),
    ]


def _bar(label: str, net: int, sales: SalesSoFar) -> Bar:
    text = f"{amount_text(net, sales.currency, grouped=True)} {sales.currency}"
    return Bar(label, net, text)
