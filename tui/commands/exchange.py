"""Commands for records in files and on the screen: import, export, list."""

import argparse
import csv
import io
import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from models.language import gettext as _
from models.language import ngettext
from tui.commands.console import Console, problem_document, problem_line
from tui.commands.later import comes_later
from tui.commands.opening import opened
from tui.commands.parsing import Commands, Parser, UsageError, word
from tui.commands.progress import progress
from tui.commands.values import a_map, add_days, in_order

if TYPE_CHECKING:
    from models.exchange.exporting import Export
    from models.exchange.importing import ImportReport

KINDS: Final = (
    "employees",
    "terms",
    "shifts",
    "pieces",
    "adjustments",
    "holidays",
    "products",
    "stock",
    "sales",
)
LATER: Final = ("advances",)
FORMATS: Final = ("csv", "xlsx", "json")

Cell = str | int | Decimal | date | None


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    bring = commands.add("import", _("bring the rows of a CSV or XLSX file into the book"), _import)
    _add_kind(bring)
    bring.add_argument("file", metavar="FILE", type=Path, help=_("a CSV or XLSX file"))
    bring.add_argument("--format", type=word, metavar="F", help=_("a known export of another app"))
    bring.add_argument(
        "--map",
        type=a_map,
        default={},
        metavar=_("ours=Theirs,…"),
        help=_("columns by other names"),
    )
    bring.add_argument("--dry-run", action="store_true", help=_("check everything, change nothing"))
    bring.add_argument("--skip-bad", action="store_true", help=_("leave out rows with a fault"))
    export = commands.add("export", _("write records to a file that imports again"), _export)
    _add_kind(export)
    export.add_argument("--out", type=Path, metavar="FILE", help=_("where to; else on the screen"))
    export.add_argument("--format", choices=FORMATS, help=_("by the file's name, else CSV"))
    add_days(export)
    show = commands.add("list", _("show records on the screen"), _list)
    _add_kind(show)
    add_days(show)
    show.add_argument("--employee", type=word, metavar=_("CODE"), help=_("of this employee only"))


def _add_kind(parser: Parser) -> None:
    parser.add_argument(
        "kind", metavar="KIND", choices=(*KINDS, *LATER), help=", ".join((*KINDS, *LATER))
    )


def _import(arguments: argparse.Namespace, console: Console) -> int:
    _refuse_later(arguments)
    if arguments.format is not None:
        comes_later("--format")
    from models.exchange.importing import import_file

    with (
        opened(arguments) as book,
        progress(_("Reading {file} …").format(file=arguments.file)) as tell,
    ):
        report = import_file(
            book,
            arguments.kind,
            arguments.file,
            mapping=arguments.map,
            dry_run=arguments.dry_run,
            skip_bad=arguments.skip_bad,
            on_progress=tell,
        )
    if console.json:
        console.document(_report_document(report))
    else:
        console.say(*_report_lines(report))
    return 0


def _report_document(report: "ImportReport") -> dict[str, Any]:
    return {
        "kind": report.kind,
        "file": report.file,
        "rows": report.rows,
        "added": report.added,
        "skipped": report.skipped,
        "bad": report.bad,
        "ignored_columns": list(report.ignored_columns),
        "dry_run": report.dry_run,
        "problems": [problem_document(problem) for problem in report.problems],
    }


def _report_lines(report: "ImportReport") -> Iterator[str]:
    yield ngettext("{n} row read from {file}.", "{n} rows read from {file}.", report.rows).format(
        n=report.rows, file=report.file
    )
    yield _("{n} added.").format(n=report.added)
    if report.skipped:
        yield _("{n} skipped, because the book has them already.").format(n=report.skipped)
    if report.ignored_columns:
        yield _("Columns left aside: {columns}.").format(columns=", ".join(report.ignored_columns))
    if report.problems:
        yield _("{n} left out:").format(n=report.bad)
        yield from (f"  {problem_line(problem)}" for problem in report.problems)
    if report.dry_run:
        yield _("This was a dry run: nothing was changed.")


def _export(arguments: argparse.Namespace, console: Console) -> int:
    from models.exchange.exporting import export_rows

    _refuse_later(arguments)
    in_order(arguments)
    format_ = _format_of(arguments, console)
    with opened(arguments) as book, progress(_("Writing …")):
        export = export_rows(book, arguments.kind, from_=arguments.from_, to=arguments.to)
        if arguments.out is None:
            _print(export, format_, console)
            return 0
        count = _write(arguments.out, arguments.kind, format_, export)
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


def _list(arguments: argparse.Namespace, console: Console) -> int:
    from models.exchange.exporting import export_rows
    from tui.commands.tables import lines_of

    _refuse_later(arguments)
    in_order(arguments)
    with opened(arguments) as book:
        export = export_rows(
            book,
            arguments.kind,
            from_=arguments.from_,
            to=arguments.to,
            employee=arguments.employee,
        )
        rows = list(export.rows)
    if console.json:
        console.document(_objects(export.columns, rows))
        return 0
    if rows:
        console.say_all(lines_of(export.columns, rows))
    console.say(ngettext("{n} row", "{n} rows", len(rows)).format(n=len(rows)))
    return 0


def _objects(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, map(_json_cell, row), strict=True)) for row in rows]


def _json_cell(value: Cell) -> str | int | None:
    """Whole numbers and nothing stay; amounts and dates are text, so that no digit is lost."""
    if value is None or isinstance(value, str | int):
        return value
    return format(value, "f") if isinstance(value, Decimal) else value.isoformat()


def _refuse_later(arguments: argparse.Namespace) -> None:
    if arguments.kind in LATER:
        comes_later(f"{arguments.command} {arguments.kind}")
