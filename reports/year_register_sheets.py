"""A year of a programme or a site as a workbook and as a text file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from models.wages.year_register import YearPart, YearRegister
from reports.sheets import Row, write_csv, write_xlsx
from reports.wording import spoken
from reports.year_sheets import CODED_COLUMNS, coded, months_sheet

CSV_COLUMNS: Final = ("year", "row", "site", *CODED_COLUMNS)


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
                months_sheet(f"{part.name} {table.currency}", table)
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
            yield (register.year, kind, part.site, *coded(table, row))
