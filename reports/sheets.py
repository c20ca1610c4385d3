"""Spreadsheets (XLSX) and text files (CSV) of rows, each written whole or not at all."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter

from reports.cells import Value, cell_of, guarded, head_of, plain_text, total_of
from reports.files import write_whole
from reports.nameless import nameless
from reports.wording import columns_wide

Row = Sequence[Value]

__all__ = ["ChartOf", "Row", "SheetTable", "Value", "write_csv", "write_xlsx", "xlsx_of"]

_WIDEST: Final = 48
_NARROWEST: Final = 9
_LONGEST_NAME: Final = 31
_MEASURED_ROWS: Final = 200
_FORBIDDEN_IN_NAMES: Final = str.maketrans(dict.fromkeys(r"[]:*?/\'", " "))


@dataclass(frozen=True, slots=True)
class ChartOf:
    """Bars to the right of the rows: which columns, counted from 1, name them and measure them.

    Only the first `most` rows are drawn.
    """

    title: str
    names: int
    values: int
    most: int


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet: its name, headings and rows, perhaps a last row they add up to, and a chart."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Row]
    total: Row | None = None
    chart: ChartOf | None = None


def write_csv(
    path: Path, columns: Sequence[str], rows: Iterable[Row], *, guard: bool = False
) -> None:
    """Write rows as comma-separated UTF-8 with a header, in the form in which they import again.

    Text is written as it stands, also where it begins with `=`: this is a file to read back. For
    looking at in a spreadsheet program there is `write_xlsx`; with `guard` a file that nobody reads
    back can be looked at there too, as no text in it is taken for a formula.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    safe = guarded if guard else _as_it_stands
    writer.writerows([plain_text(safe(value)) for value in row] for row in rows)
    write_whole(path, text.getvalue().encode())


def _as_it_stands(value: Value) -> Value:
    return value


def write_xlsx(path: Path, sheets: Sequence[SheetTable]) -> None:
    """Write tables as the sheets of a workbook that says nothing about who made it, or when.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    write_whole(path, xlsx_of(sheets))


def xlsx_of(sheets: Sequence[SheetTable]) -> bytes:
    """The workbook as bytes; see `write_xlsx`."""
    book = Workbook(write_only=True)
    taken: set[str] = set()
    for table in sheets:
        name = _free_name(table.name, taken)
        taken.add(name.casefold())
        _fill(book.create_sheet(name), table)
    content = BytesIO()
    book.save(content)
    return nameless(content.getvalue())


def _free_name(name: str, taken: set[str]) -> str:
    base = name.translate(_FORBIDDEN_IN_NAMES).strip() or "1"
    free, count = base[:_LONGEST_NAME], 1
    while free.casefold() in taken:
        count += 1
        free = f"{base[: _LONGEST_NAME - 4]} {count}"
    return free


def _fill(sheet: Any, table: SheetTable) -> None:
    # Everything about the sheet as a whole must be said before its first row.
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    last = get_column_letter(max(1, len(table.columns)))
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    if table.chart and table.rows:
        sheet.add_chart(_chart(sheet, table, table.chart), _beside(table))
    sheet.append([head_of(sheet, title) for title in table.columns])
    for row in table.rows:
        sheet.append([cell_of(sheet, value) for value in row])
    if table.total is not None:
        sheet.append([total_of(sheet, value) for value in table.total])


def _widths(table: SheetTable) -> list[int]:
    rows = [*islice(table.rows, _MEASURED_ROWS), table.total or ()]
    texts = [[title] for title in table.columns]
    for row in rows:
        for column, value in zip(texts, row, strict=False):
            column.append(plain_text(value))
    return [min(_WIDEST, max(_NARROWEST, max(map(columns_wide, column)) + 3)) for column in texts]


def _beside(table: SheetTable) -> str:
    return f"{get_column_letter(len(table.columns) + 2)}2"


def _chart(sheet: Any, table: SheetTable, of: ChartOf) -> BarChart:
    last = 1 + min(of.most, len(table.rows))
    chart = BarChart()
    chart.type = "bar"
    chart.title = of.title
    chart.legend = None
    chart.height, chart.width = max(5, last), 18
    chart.add_data(Reference(sheet, of.values, 1, of.values, last), titles_from_data=True)
    chart.set_categories(Reference(sheet, of.names, 2, of.names, last))
    chart.x_axis.scaling.orientation = "maxMin"  # the first row on top
    chart.x_axis.delete = chart.y_axis.delete = False
    return chart
