"""Importing a file: every row checked, every fault listed, all or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.book.book import Book
from models.drafts import Draft, numbered
from models.errors import Problem, RefusedError
from models.exchange.kinds import KINDS, Kind
from models.exchange.reading import Table, read_table
from models.language import gettext as _
from models.recording import record

Progress = Callable[[int, int], None]
_STEP: Final = 1_000


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import. With `skip_bad`, `problems` are those of the rows left out."""

    kind: str
    file: str
    rows: int
    added: int
    skipped: int
    problems: tuple[Problem, ...]
    ignored_columns: tuple[str, ...]
    dry_run: bool

    @property
    def bad(self) -> int:
        """How many rows were left out because something is wrong with them."""
        return len({problem.row for problem in self.problems})


def import_file(
    book: Book,
    kind: str,
    path: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    dry_run: bool = False,
    skip_bad: bool = False,
    on_progress: Progress | None = None,
) -> ImportReport:
    """Bring the rows of a file into the book.

    `mapping` says which column of the file is which of ours: ours to theirs. What the book has
    already is skipped and counted.

    Raises:
        FileRefusedError: the file cannot be read as a table.
        RefusedError: with every fault, where and what, unless `skip_bad`; nothing changed.
    """
    table = read_table(path)
    chosen = KINDS[kind]
    places, ignored = _places(chosen, table, mapping or {})
    drafts, problems = _drafts(chosen.draft, table, places, on_progress)
    try:
        outcome = record(
            book,
            f"{kind}.import",
            chosen.recorder,
            drafts,
            problems=problems,
            skip_bad=skip_bad,
            dry_run=dry_run,
        )
    except RefusedError as error:
        found = [problem.at(file=table.file) for problem in error.problems]
        raise RefusedError(error.message, found) from None
    return ImportReport(
        kind=kind,
        file=table.file,
        rows=sum(any(cell.strip() for cell in row) for row in table.rows),
        added=outcome.added,
        skipped=outcome.skipped,
        problems=tuple(problem.at(file=table.file) for problem in outcome.problems),
        ignored_columns=ignored,
        dry_run=dry_run,
    )


def parse_mapping(text: str) -> dict[str, str]:
    """`ours=Theirs,…` as a mapping.

    Raises:
        RefusedError: a part has no `=`.
    """
    mapping = {}
    for part in text.split(","):
        ours, equals, theirs = part.partition("=")
        if not equals or not ours.strip() or not theirs.strip():
            message = _("“{part}” is not of the form ours=Theirs.").format(part=part.strip())
            raise RefusedError(message)
        mapping[ours.strip()] = theirs.strip()
    return mapping


def _places(
    kind: Kind, table: Table, mapping: Mapping[str, str]
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Where in a row each of our columns stands, and which of theirs nobody wants.

    Raises:
        RefusedError: a required column is missing, stands twice, or is mapped to nothing.
    """
    problems = [
        _column_problem(table, ours, _("There is no such column in {kind}.").format(kind=kind.name))
        for ours in mapping
        if ours not in kind.columns
    ]
    theirs = [folded(name) for name in table.header]
    places: dict[str, int] = {}
    for column in kind.columns:
        wanted = folded(mapping.get(column, column))
        if theirs.count(wanted) > 1:
            problems.append(_column_problem(table, column, _("This column stands twice.")))
        elif wanted in theirs:
            places[column] = theirs.index(wanted)
        elif column in mapping or column in kind.draft.required():
            message = _("There is no column {name}.").format(name=mapping.get(column, column))
            problems.append(_column_problem(table, column, message))
    if problems:
        raise RefusedError(problems[0].message, problems)
    used = set(places.values())
    ignored = [name for place, name in enumerate(table.header) if place not in used and name]
    return places, tuple(ignored)


def _drafts(
    draft: type[Draft], table: Table, places: Mapping[str, int], on_progress: Progress | None
) -> tuple[list[tuple[int, Draft]], list[Problem]]:
    drafts, problems = [], []
    total = len(table.rows)
    width = len(table.header)
    for number, row in enumerate(table.rows, 1):
        if on_progress and number % _STEP == 0:
            on_progress(number, total)
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > width and any(cell.strip() for cell in row[width:]):
            message = _("This row has more cells than there are columns.")
            problems.append(Problem(message, row=number, value=row[width]))
            continue
        values = {name: row[place] for name, place in places.items() if place < len(row)}
        parsed, faults = draft.parse(values)
        if parsed is None:
            problems += numbered(faults, number)
        else:
            drafts.append((number, parsed))
    return drafts, problems


def folded(name: str) -> str:
    """A heading as columns are recognised by: case and spaces make no difference."""
    return name.strip().casefold().replace(" ", "_")


def _column_problem(table: Table, column: str, message: str) -> Problem:
    return Problem(message, column=column, file=table.file)
