"""A month's sales as lines of text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from models.language import gettext as _
from models.language import ngettext
from models.money import amount_text, quantity_text
from models.sales.figures import SalesFigures, SalesGroup, SalesSummary, percent_text
from tui.commands.tables import Cell, lines_of

_MOST: Final = 15


def summary_lines(summary: SalesSummary) -> Iterator[str]:
    """The totals, then the largest products, channels and makers."""
    month = summary.month.starts_on.strftime("%Y-%m")
    yield _("Sales in {month}, in {currency}").format(month=month, currency=summary.currency)
    yield ""
    yield from lines_of((_("figure"), _("value")), list(_totals(summary)))
    breakdowns = (
        (_("product"), summary.by_product),
        (_("channel"), summary.by_channel),
        (_("maker"), summary.by_maker),
    )
    for title, groups in breakdowns:
        if any(group.key for group in groups):
            yield ""
            yield from _breakdown(title, groups, summary.currency)


def _totals(summary: SalesSummary) -> Iterator[tuple[Cell, ...]]:
    totals, currency = summary.totals, summary.currency
    yield _("orders"), summary.orders
    yield _("lines"), summary.lines
    yield _("units"), Decimal(quantity_text(totals.units))
    yield _("gross sales"), _amount(totals.gross, currency)
    yield _("discounts"), _amount(totals.discounts, currency)
    yield _("returns"), _amount(totals.returns, currency)
    yield _("net sales"), _amount(totals.net, currency)
    before = summary.previous_month.starts_on.strftime("%Y-%m")
    yield (
        _("net sales in {month}").format(month=before),
        _amount(summary.previous_net, currency),
    )
    if summary.change_percent is not None:
        yield _("change in %"), Decimal(percent_text(summary.change_percent) or 0)
    if summary.wages_gross is not None:
        yield _("gross wages"), _amount(summary.wages_gross, currency)
    if summary.wages_to_sales_percent is not None:
        yield _("wages in % of sales"), Decimal(percent_text(summary.wages_to_sales_percent) or 0)


def _breakdown(title: str, groups: Sequence[SalesGroup], currency: str) -> Iterator[str]:
    columns = (title, _("name"), _("units"), _("gross"), _("discounts"), _("returns"), _("net"))
    rows = [(*_names(group), *_figures(group.figures, currency)) for group in groups[:_MOST]]
    yield from lines_of(columns, rows)
    more = len(groups) - _MOST
    if more > 0:
        yield ngettext("and {n} more", "and {n} more", more).format(n=more)


def _names(group: SalesGroup) -> tuple[Cell, ...]:
    return group.key or "–", group.name if group.name != group.key else ""


def _figures(figures: SalesFigures, currency: str) -> tuple[Cell, ...]:
    return (
        Decimal(quantity_text(figures.units)),
        _amount(figures.gross, currency),
        _amount(figures.discounts, currency),
        _amount(figures.returns, currency),
        _amount(figures.net, currency),
    )


def _amount(minor: int, currency: str) -> Decimal:
    return Decimal(amount_text(minor, currency))
