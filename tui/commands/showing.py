"""`wagebook export` and `wagebook list`: records as a file, as JSON, or as a table."""

import argparse
import csv
import io
import itertools
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from models.language import gettext as _
from models.language import ngettext
from tui.commands.console import Console
from tui.commands.opening import opened
from tui.commands.parsing import UsageError
from tui.commands.progress import progress
from tui.commands.values import in_order

if TYPE_CHECKING:
    from models.exchange.exporting import Export
    from tui.commands.tables import Cell

FORMATS: Final = ("csv", "xlsx", "json")


def export(arguments: argparse.Namespace, console: Console) -> int:
    """Carry out `export`."""
    from models.exchange.exporting import export_rows

    in_order(arguments)
    format_ = _format_of(arguments, console)
    with opened(arguments) as book, progress(_("Writing …")):
        found = export_rows(book, arguments.kind, from_=arguments.from_, to=arguments.to)
        if arguments.out is None:
            _print(found, format_, console)
            return 0
        count = _write(arguments.out, arguments.kind, format_, found)
    if console.json:
        console.document({"kind": arguments.kind, "file": str(arguments.out), "rows": count})
    else:
        text = ngettext("{n} row written to {file}.", "{n} rows written to {file}.", count)
        console.say(text.format(n=count, file=arguments.out))
    return 0


def _format_of(arguments: argparse.Namespace, console: Console) -> str:
    """The format that is asked for, or that the file's name or `--json` means.

    Raises:
        UsageError: the name means none, or a workbook is wanted on the screen.
    """
    out: Path | None = arguments.out
    format_: str | None = arguments.format
    if out is None:
        if format_ == "xlsx":
            raise UsageError(_("An XLSX file needs a name: --out FILE.xlsx"))
        if console.json and format_ == "csv":
            raise UsageError(_("--json and --format csv do not go together without --out."))
        return "json" if console.json else format_ or "csv"
    guessed = out.suffix.lower().removeprefix(".")
    if format_ is None and guessed not in FORMATS:
        raise UsageError(
            _("“{file}” ends in none of .csv, .xlsx, .json; say --format.").format(file=out)
        )
    return format_ or guessed


def _print(export: "Export", format_: str, console: Console) -> None:
    if format_ == "json":
        console.document(_objects(export.columns, export.rows))
    else:
        for line in _csv_lines(export):
            console.write(line)


def _csv_lines(export: "Export") -> Iterator[str]:
    from tui.commands.tables import plain

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    rows = ([plain(cell) for cell in row] for row in export.rows)
    for row in itertools.chain([list(export.columns)], rows):
        writer.writerow(row)
        yield text.getvalue()
        text.seek(0)
        text.truncate()


def _write(path: Path, kind: str, format_: str, export: "Export") -> int:
    """Write the rows; gives back how many."""
    rows = list(export.rows)
    if format_ == "csv":
        from reports.sheets import write_csv

        write_csv(path, export.columns, rows)
    elif format_ == "xlsx":
        from reports.sheets import SheetTable, write_xlsx

        write_xlsx(path, [SheetTable(kind, export.columns, rows)])
    else:
        import json

        from reports.files import write_whole

        text = json.dumps(_objects(export.columns, rows), ensure_ascii=False, indent=2)
        write_whole(path, f"{text}\n".encode())
    return len(rows)


def show(arguments: argparse.Namespace, console: Console) -> int:
    """Carry out `list`."""
    from models.exchange.exporting import listed_rows
    from tui.commands.tables import lines_of

    in_order(arguments)
    with opened(arguments) as book:
        found = listed_rows(
            book,
            arguments.kind,
            from_=arguments.from_,
            to=arguments.to,
            employee=arguments.employee,
        )
        rows = list(found.rows)
    if console.json:
        console.document(_objects(found.columns, rows))
        return 0
    if rows:
        console.say_all(lines_of(found.columns, rows))
    console.say(ngettext("{n} row", "{n} rows", len(rows)).format(n=len(rows)))
    return 0


def _objects(columns: Sequence[str], rows: Iterable[Sequence["Cell"]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, map(_json_cell, row), strict=True)) for row in rows]


def _json_cell(value: "Cell") -> str | int | None:
    """Whole numbers and nothing stay; amounts and dates are text, so that no digit is lost."""
    if value is None or isinstance(value, str | int):
        return value
    return format(value, "f") if isinstance(value, Decimal) else value.isoformat()
