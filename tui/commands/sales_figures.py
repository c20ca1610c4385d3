"""Sales summaries in the shape that scripts rely on."""

from collections.abc import Sequence
from typing import Any

from models.money import RATE_SCALE, amount_text, quantity_text
from models.periods import Period
from models.sales.figures import SalesFigures, SalesGroup, SalesSummary, percent_text


def summary_document(summary: SalesSummary) -> dict[str, Any]:
    """One month's sales in one currency."""
    currency = summary.currency
    return {
        "month": _month(summary.month),
        "currency": summary.currency,
        "totals": {
            "orders": summary.orders,
            "lines": summary.lines,
            **_sums(summary.totals, summary.currency),
        },
        "by_product": _groups(summary, summary.by_product, "sku", "name"),
        "by_channel": _groups(summary, summary.by_channel, "channel"),
        "by_maker": _groups(summary, summary.by_maker, "maker", "name"),
        "by_day": _groups(summary, summary.by_day, "date"),
        "previous": {
            "month": _month(summary.previous_month),
            "net": amount_text(summary.previous_net, currency),
        },
        "change_percent": percent_text(summary.change_percent),
        "wages_gross": None
        if summary.wages_gross is None
        else amount_text(summary.wages_gross, currency),
        "wages_to_sales_percent": percent_text(summary.wages_to_sales_percent),
    }


def summaries_document(summaries: Sequence[SalesSummary]) -> dict[str, Any]:
    """The summary in the programme's currency, and those in others beside it."""
    document = summary_document(summaries[0])
    if len(summaries) > 1:
        document["other_currencies"] = [summary_document(other) for other in summaries[1:]]
    return document


def units_number(units: int) -> int | str:
    """Units as an integer, or as text where they are not whole."""
    whole, rest = divmod(units, RATE_SCALE)
    return quantity_text(units) if rest else whole


def _groups(
    summary: SalesSummary, groups: Sequence[SalesGroup], key: str, name: str = ""
) -> list[dict[str, Any]]:
    return [
        {
            key: group.key,
            **({name: group.name} if name else {}),
            **_sums(group.figures, summary.currency),
        }
        for group in groups
    ]


def _sums(figures: SalesFigures, currency: str) -> dict[str, Any]:
    return {
        "units": units_number(figures.units),
        "gross": amount_text(figures.gross, currency),
        "discounts": amount_text(figures.discounts, currency),
        "returns": amount_text(figures.returns, currency),
        "net": amount_text(figures.net, currency),
    }


def _month(month: Period) -> str:
    return month.starts_on.strftime("%Y-%m")
