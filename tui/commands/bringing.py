"""`wagebook import`: the rows of a file into the book, and what came of them."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from models.language import gettext as _
from models.language import ngettext
from tui.commands.console import Console, problem_document, problem_line
from tui.commands.later import comes_later
from tui.commands.opening import opened
from tui.commands.progress import progress

if TYPE_CHECKING:
    from models.exchange.importing import ImportReport


def bring(arguments: argparse.Namespace, console: Console) -> int:
    """Carry out `import`."""
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
