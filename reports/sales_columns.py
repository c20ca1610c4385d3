"""The columns of a sales summary, the same on paper, in a spreadsheet and in a text file."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import pgettext
from models.money import Money, amount_text, quantity_text
from models.sales.figures import SalesFigures, SalesGroup, SalesSummary, percent_text
from reports.wording import month_text, percentage

FIGURES: Final = ("units", "gross", "discounts", "returns", "net")

_TITLES: Final = {
    "units": N_("Units"),
    "gross": N_("Gross"),
    "discounts": N_("Discounts"),
    "returns": N_("Returns"),
    "net": N_("Net"),
}


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One breakdown of the month: its code, its heading, what its key is called, its groups."""

    code: str
    title: str
    key: str
    groups: Sequence[SalesGroup]


def breakdowns(summary: SalesSummary) -> tuple[Breakdown, ...]:
    """Channels and makers, which are few, before products, which are many."""
    return (
        Breakdown("channel", _("Channels"), _("Channel"), summary.by_channel),
        Breakdown("maker", _("Makers"), _("Maker"), summary.by_maker),
        Breakdown("product", _("Products"), _("SKU"), summary.by_product),
    )


def figure_titles() -> tuple[str, ...]:
    """The headings of the figures, in the language in use."""
    return tuple(_(_TITLES[code]) for code in FIGURES)


def key_text(group: SalesGroup) -> str:
    """What a group is called; sales without a channel or a maker are gathered under `not given`."""
    return group.key or pgettext("sales group", "not given")


def name_text(group: SalesGroup) -> str:
    """A group's name, where it says more than its key."""
    return "" if group.name == group.key else group.name


def figure_texts(figures: SalesFigures, currency: str) -> tuple[str, ...]:
    """The figures for people: thousands grouped."""
    amounts = (figures.gross, figures.discounts, figures.returns, figures.net)
    return (
        quantity_text(figures.units, grouped=True),
        *(amount_text(minor, currency, grouped=True) for minor in amounts),
    )


def figure_values(figures: SalesFigures, currency: str) -> tuple[Decimal | Money, ...]:
    """The figures as numbers."""
    amounts = (figures.gross, figures.discounts, figures.returns, figures.net)
    return (
        Decimal(quantity_text(figures.units)),
        *(Money(minor, currency) for minor in amounts),
    )


def headline(summary: SalesSummary) -> tuple[tuple[str, str], ...]:
    """The figures beside the sum: counts, the month before, wages."""
    before = amount_text(summary.previous_net, summary.currency, grouped=True)
    return (
        (_("Orders"), f"{summary.orders:,}"),
        (_("Lines"), f"{summary.lines:,}"),
        (_("Units"), quantity_text(summary.totals.units, grouped=True)),
        (_("Net, {month}").format(month=month_text(summary.previous_month)), before),
        (_("Change from the month before"), percentage(summary.change_percent)),
        (_("Wages in percent of net sales"), percentage(summary.wages_to_sales_percent)),
    )


Value = str | int | Decimal | Money | None


def total_values(summary: SalesSummary) -> tuple[tuple[str, Value], ...]:
    """Every headline figure with its name, as numbers, for a spreadsheet."""
    titles = dict(zip(FIGURES, figure_titles(), strict=True))
    figures = figure_values(summary.totals, summary.currency)
    wages = summary.wages_gross
    return (
        (_("Month"), month_text(summary.month)),
        (_("Currency"), summary.currency),
        (_("Orders"), summary.orders),
        (_("Lines"), summary.lines),
        *zip(titles.values(), figures, strict=True),
        (_("Month before"), month_text(summary.previous_month)),
        (_("Net of the month before"), Money(summary.previous_net, summary.currency)),
        (_("Change from the month before, %"), _decimal(percent_text(summary.change_percent))),
        (_("Gross wages"), None if wages is None else Money(wages, summary.currency)),
        (
            _("Wages in percent of net sales"),
            _decimal(percent_text(summary.wages_to_sales_percent)),
        ),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
