"""A worker's year as a workbook and as a text file."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.language import speaking
from models.money import Money
from models.wages.year_figures import MONTHS, Year, YearRow, YearTable
from reports import year_words as words
from reports.cells import Value
from reports.sheets import Row, SheetTable, write_csv, write_xlsx
from reports.wording import month_names

CODED_COLUMNS: Final = (
    *("currency", "group", "item"),
    *(f"{month:02d}" for month in range(1, MONTHS + 1)),
    "total",
)
"""What `coded` fills in."""

CSV_COLUMNS: Final = ("year", "employee", *CODED_COLUMNS)


def write_year_statement_xlsx(
    path: Path, year: Year, *, language: str = "auto", named: bool = False
) -> None:
    """Write the year as a workbook with real numbers: for each currency the months, and the notes.

    Args:
        path: where to.
        year: figures that are already right.
        language: `auto` for the worker's own, or one of `LANGUAGES`.
        named: whether the work name is in it.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    with speaking(words.spoken_in(year, language)):
        write_xlsx(
            path, [sheet for table in year.tables for sheet in _sheets(year, table, named=named)]
        )


def write_year_statement_csv(path: Path, year: Year, *, named: bool = False) -> None:
    """Write the year as one table; hours are minutes, and `work_name` stands last if asked for.

    Headings, groups and items are codes, the same in every language, so that scripts can rely on
    them: the codes of payslip lines, and `gross`, `deductions`, `net` and `paid`.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    columns = (*CSV_COLUMNS, "work_name") if named else CSV_COLUMNS
    name = (year.work_name,) if named else ()
    rows = [
        (year.year, year.code, *coded(table, row), *name)
        for table in year.tables
        for row in table.rows
    ]
    write_csv(path, columns, rows, guard=True)


def _sheets(year: Year, table: YearTable, *, named: bool) -> Iterator[SheetTable]:
    yield months_sheet(f"{year.code} {year.year} {table.currency}", table)
    about: list[Row] = [(_("Employee"), year.code)]
    if named:
        about.append((_("Name"), year.work_name))
    about += [(_("Year"), year.year), (_("Currency"), table.currency)]
    about += [(_("Note"), sentence) for sentence in words.notes(table)]
    yield SheetTable(_("About {currency}").format(currency=table.currency), ("", ""), about)


def months_sheet(name: str, table: YearTable) -> SheetTable:
    """Items down, months across, as a sheet of that name in the language in use."""
    return SheetTable(
        name,
        (_("Item"), *month_names(), _("Total")),
        [(words.row_label(row), *_values(row, table.currency)) for row in table.rows],
    )


def _values(row: YearRow, currency: str) -> list[Value]:
    return [_value(row, figure, currency) for figure in (*row.months, row.total)]


def _value(row: YearRow, figure: int, currency: str) -> Value:
    if row.kind == "minutes":
        return timedelta(minutes=figure)
    return figure if row.kind == "payslips" else Money(figure, currency)


def coded(table: YearTable, row: YearRow) -> Row:
    """A row for a text file from its currency on: group, item, months, total; hours are minutes."""
    item = f"{row.code}:{row.rule}" if row.rule else row.code
    figures = (*row.months, row.total)
    values: list[Value] = (
        list(figures)
        if row.kind in ("minutes", "payslips")
        else [Money(figure, table.currency) for figure in figures]
    )
    return (table.currency, row.kind, item, *values)
