"""A month's sales in one currency: the figures, the days, and what sold best."""

from collections.abc import Sequence
from fractions import Fraction

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from models.language import gettext as _
from models.money import amount_text, quantity_text
from models.sales.figures import SalesGroup, SalesSummary
from reports.wording import month_text, percentage
from tui.text import safe
from tui.widgets.facts import on_one_line
from tui.widgets.spark import Bar, BarChart, sparkline

_TOP = 5


class SummaryView(Vertical):
    """One `SalesSummary`."""

    def __init__(self, summary: SalesSummary) -> None:
        """Show `summary`."""
        super().__init__(classes="summary")
        self._summary = summary

    def compose(self) -> ComposeResult:
        """Figures, days, and the best of three kinds."""
        summary = self._summary
        yield Static(headline(summary), markup=False)
        yield Static(figures(summary), markup=False)
        yield Static(days(summary), classes="summary-days", markup=False)
        with Horizontal(classes="summary-bests"):
            yield self._best(_("Products"), summary.by_product)
            with Vertical(classes="summary-best"):
                yield self._best(_("Channels"), summary.by_channel)
                yield self._best(_("Makers"), [each for each in summary.by_maker if each.key])

    def _best(self, title: str, groups: Sequence[SalesGroup]) -> Vertical:
        currency = self._summary.currency
        bars = [
            Bar(
                _label(group),
                group.figures.net,
                amount_text(group.figures.net, currency, grouped=True),
            )
            for group in groups[:_TOP]
        ]
        best = Vertical(
            Static(safe(title, "$primary bold"), markup=False),
            BarChart(bars),
            classes="summary-best",
        )
        best.display = bool(bars)
        return best


def _label(group: SalesGroup) -> str:
    if group.name and group.name != group.key:
        return f"{group.key}  {group.name}"
    return group.key or _("not given")


def _money(summary: SalesSummary, minor: int) -> str:
    return amount_text(minor, summary.currency, grouped=True)


def headline(summary: SalesSummary) -> Content:
    """The net of the month against the month before."""
    net = f"{_money(summary, summary.totals.net)} {summary.currency}"
    values = {
        "month": month_text(summary.previous_month),
        "net": _money(summary, summary.previous_net),
    }
    if summary.change_percent is None:
        before = _("{month}: {net}").format(**values)
    else:
        sentence = _("{change} against {month} ({net})")
        before = sentence.format(change=change_text(summary.change_percent), **values)
    return Content.assemble(
        (_("Net sales") + "  ", "$muted"), (net, "bold"), "   ", (before, "$muted")
    )


def change_text(change: Fraction) -> str:
    """`▲ 4.35 %`, `▼ 4.35 %`."""
    sign = "▲ " if change > 0 else "▼ " if change < 0 else ""
    return f"{sign}{percentage(abs(change))}"


def figures(summary: SalesSummary) -> Content:
    """What the net is made of, how much was sold, and what wages cost against it."""
    totals = summary.totals
    first = on_one_line(
        [
            (_("Gross"), _money(summary, totals.gross)),
            (_("Discounts"), _money(summary, totals.discounts)),
            (_("Returns"), _money(summary, totals.returns)),
        ]
    )
    second = on_one_line(
        [
            (_("Orders"), f"{summary.orders:,}"),
            (_("Lines"), f"{summary.lines:,}"),
            (_("Units"), quantity_text(totals.units, grouped=True)),
        ]
    )
    if summary.wages_gross is not None:
        wages = _("{amount}, {percent} of net sales").format(
            amount=_money(summary, summary.wages_gross),
            percent=percentage(summary.wages_to_sales_percent),
        )
        second = Content.assemble(second, "   ", on_one_line([(_("Gross wages"), wages)]))
    return Content("\n").join([first, second])


def days(summary: SalesSummary) -> Content:
    """The net of each day as a small chart."""
    nets = {group.key: group.figures.net for group in summary.by_day}
    values = [nets.get(day.isoformat(), 0) for day in summary.month.dates()]
    chart = sparkline(values)
    last = str(summary.month.days)
    return Content.assemble(
        (_("Days") + "  ", "$muted"), ("1 ", "$muted"), (chart, "$primary"), (f" {last}", "$muted")
    )
