"""A first look into a file: which of its columns are ours, and what importing it would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models.book.book import Book
from models.exchange.importing import ImportReport, folded, import_file
from models.exchange.kinds import KINDS
from models.exchange.reading import Table, read_table
from tui.widgets.progress import Progress


@dataclass(frozen=True)
class Look:
    """What was found in a file.

    Attributes:
        kind: What its rows are taken for.
        path: The file.
        table: Its header and rows.
        mapping: Ours to theirs, for each column that was found.
        missing: Columns that must be there and are not.
        report: What an import would do; None while columns are missing.
    """

    kind: str
    path: Path
    table: Table
    mapping: Mapping[str, str]
    missing: tuple[str, ...]
    report: ImportReport | None = None

    @property
    def bad_rows(self) -> set[int]:
        """The numbers of the rows with something wrong in them."""
        problems = self.report.problems if self.report else ()
        return {problem.row for problem in problems if problem.row is not None}

    @property
    def added(self) -> int:
        """How many rows an import would add."""
        return self.report.added if self.report else 0


def look_at(
    book: Book, kind: str, path: Path, mapping: Mapping[str, str], progress: Progress
) -> Look:
    """Read a file and try its import; nothing is changed.

    Raises:
        FileRefusedError: the file cannot be read as a table.
        RefusedError: two columns have the same name.
    """
    table = read_table(path)
    chosen = KINDS[kind]
    found = {**_matching(chosen.columns, table.header), **mapping}
    found = {ours: theirs for ours, theirs in found.items() if theirs}
    missing = tuple(column for column in chosen.draft.required() if column not in found)
    if missing:
        return Look(kind, path, table, found, missing)
    report = import_file(
        book, kind, path, mapping=found, dry_run=True, skip_bad=True, on_progress=progress.step
    )
    return Look(kind, path, table, found, (), report)


def _matching(columns: tuple[str, ...], header: tuple[str, ...]) -> dict[str, str]:
    theirs = {folded(name): name for name in header if name}
    return {column: theirs[column] for column in columns if column in theirs}
