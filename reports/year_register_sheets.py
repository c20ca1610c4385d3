"""A year of a programme or a site as a workbook and as a text file."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.money import Money
from models.wages.year_figures import MONTHS, YearRow
from models.wages.year_register import YearPart, YearRegister
from reports import year_words as words
from reports.sales_summary import spoken
from reports.sheets import Row, SheetTable, Value, write_csv, write_xlsx
from reports.wording import month_names

CSV_COLUMNS: Final = (
    *("year", "row", "site", "currency", "group", "item"),
    *(f"{month:02d}" for month in range(1, MONTHS + 1)),
    "total",
)


def write_year_register_xlsx(
    path: Path, register: YearRegister, *, language: str | None = None
) -> None:
    """Write the year as a workbook with real numbers: all sites, then each, for each currency.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    with spoken(language):
        write_xlsx(
            path,
            [
                SheetTable(
                    f"{part.name} {table.currency}",
                    (_("Item"), *month_names(), _("Total")),
                    [(words.row_label(row), *_values(row, table.currency)) for row in table.rows],
                )
                for part in register.parts
                for table in part.tables
            ],
        )


def write_year_register_csv(path: Path, register: YearRegister) -> None:
    """Write the year as one table; `row` is total or site, hours are minutes.

    Headings, groups and items are codes, the same in every language, so that scripts can rely on
    them.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    rows = [row for part in register.parts for row in _csv_rows(register, part)]
    write_csv(path, CSV_COLUMNS, rows, guard=True)


def _csv_rows(register: YearRegister, part: YearPart) -> Iterator[Row]:
    kind = "site" if part in register.sites else "total"
    for table in part.tables:
        for row in table.rows:
            item = f"{row.code}:{row.rule}" if row.rule else row.code
            lead = (register.year, kind, part.site, table.currency, row.kind, item)
            figures: list[Value] = [*row.months, row.total]
            if row.kind not in ("minutes", "payslips"):
                figures = [Money(each, table.currency) for each in (*row.months, row.total)]
            yield (*lead, *figures)


def _values(row: YearRow, currency: str) -> Iterator[Value]:
    for figure in (*row.months, row.total):
        if row.kind == "minutes":
            yield timedelta(minutes=figure)
        else:
            yield figure if row.kind == "payslips" else Money(figure, currency)
