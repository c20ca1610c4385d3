"""The monthly sales summary as a workbook and as a text file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.money import Money
from models.sales.figures import SalesGroup, SalesSummary
from reports import sales_columns as columns
from reports.sales_summary import Summaries, listed
from reports.sheets import ChartOf, Row, SheetTable, write_csv, write_xlsx
from reports.wording import spoken

CSV_COLUMNS: Final = ("month", "currency", "group", "key", "name", *columns.FIGURES)

_BARS: Final = 15


def write_sales_summary_xlsx(
    path: Path, summaries: Summaries, *, language: str | None = None
) -> None:
    """Write the summary as a workbook with real numbers: totals, then each breakdown.

    Args:
        path: where to.
        summaries: one, or one for each currency.
        language: the manager's; None is the language in use.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    with spoken(language):
        several = listed(summaries)
        write_xlsx(
            path,
            [
                table
                for summary in several
                for table in _sheets(summary, summary.currency if len(several) > 1 else "")
            ],
        )


def write_sales_summary_csv(path: Path, summaries: Summaries) -> None:
    """Write the summary as one table; `group` is total, channel, maker or product.

    Headings and groups are codes, the same in every language, so that scripts can rely on them.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    rows = [row for summary in listed(summaries) for row in _csv_rows(summary)]
    write_csv(path, CSV_COLUMNS, rows)


def _sheets(summary: SalesSummary, suffix: str) -> Iterator[SheetTable]:
    yield SheetTable(
        _named(_("Totals"), suffix), (_("Figure"), _("Value")), columns.total_values(summary)
    )
    for breakdown in reversed(columns.breakdowns(summary)):
        yield SheetTable(
            _named(breakdown.title, suffix),
            (breakdown.key, _("Name"), *columns.figure_titles()),
            [_row(group, summary) for group in breakdown.groups],
            (_("Total"), None, *columns.figure_values(summary.totals, summary.currency)),
            ChartOf(_("Largest net sales"), 1, 2 + len(columns.FIGURES), _BARS),
        )
    yield _days(summary, suffix)


def _days(summary: SalesSummary, suffix: str) -> SheetTable:
    return SheetTable(
        _named(_("Days"), suffix),
        (_("Date"), _("Net")),
        [
            (date.fromisoformat(group.key), Money(group.figures.net, summary.currency))
            for group in summary.by_day
        ],
    )


def _named(name: str, suffix: str) -> str:
    return f"{name} {suffix}".rstrip()


def _row(group: SalesGroup, summary: SalesSummary) -> Row:
    return (
        columns.key_text(group),
        group.name,
        *columns.figure_values(group.figures, summary.currency),
    )


def _csv_rows(summary: SalesSummary) -> Iterator[Row]:
    yield _csv_row(summary, "total", SalesGroup("", "", summary.totals))
    for breakdown in columns.breakdowns(summary):
        yield from (_csv_row(summary, breakdown.code, group) for group in breakdown.groups)


def _csv_row(summary: SalesSummary, code: str, group: SalesGroup) -> Row:
    month = summary.month.starts_on.strftime("%Y-%m")
    values = columns.figure_values(group.figures, summary.currency)
    return (month, summary.currency, code, group.key, group.name, *values)
