"""Writing records to a file that imports again, from a screen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from models.book.book import Book
from models.errors import FileRefusedError
from models.exchange.choice import Cell
from models.exchange.exporting import Export, export_rows
from models.language import gettext as _
from models.language import ngettext
from tui.exchange.words import kind_name
from tui.section import BookScreen
from tui.widgets.path_dialog import PathDialog
from tui.widgets.progress import Progress

_STEP: Final = 500


def export_records(
    screen: BookScreen,
    kind: str,
    *,
    from_: date | None = None,
    to: date | None = None,
    employee: str | None = None,
) -> None:
    """Write records to a file that the manager names: CSV or XLSX, by its ending.

    Args:
        screen: The screen over which this happens.
        kind: What is written, a key of `models.exchange.kinds.KINDS`.
        from_: The first day, if only some days are wanted.
        to: The last day, itself inside.
        employee: The code of the employee, if only one is wanted.
    """

    def named(path: Path | None) -> None:
        if path is None:
            return
        screen.wagebook.folder = f"{path.parent}/"
        screen.do_long(
            _("Writing {file}…").format(file=path.name),
            lambda progress: write_records(
                screen.book, kind, path, progress, from_=from_, to=to, employee=employee
            ),
            lambda count: _say(screen, path, count),
        )

    title = _("Write {kind} to which file? Its name ends in .csv or .xlsx.")
    name = "-".join([kind, *filter(None, [employee]), *_days(from_, to)]).replace("/", "-")
    dialog = PathDialog(
        title.format(kind=kind_name(kind)), "save", value=f"{screen.wagebook.folder}{name}.csv"
    )
    screen.app.push_screen(dialog, named)


def write_records(
    book: Book,
    kind: str,
    path: Path,
    progress: Progress,
    *,
    from_: date | None = None,
    to: date | None = None,
    employee: str | None = None,
) -> int:
    """Write the records of `kind` and give back how many there were.

    Raises:
        FileRefusedError: the file cannot be written, or its name ends in neither.
    """
    from reports.sheets import SheetTable, write_csv, write_xlsx

    suffix = path.suffix.casefold()
    if suffix not in (".csv", ".xlsx"):
        message = _("The name of the file has to end in .csv or .xlsx: {file}")
        raise FileRefusedError(message.format(file=path.name))
    export = export_rows(book, kind, from_=from_, to=to, employee=employee)
    rows = list(_counting(export, progress))
    if suffix == ".csv":
        write_csv(path, export.columns, rows)
    else:
        write_xlsx(path, [SheetTable(kind_name(kind), export.columns, rows)])
    return len(rows)


def _counting(export: Export, progress: Progress) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(export.rows, 1):
        if number % _STEP == 0:
            progress.step(number, 0)
        yield row


def _days(*days: date | None) -> list[str]:
    return [day.isoformat() for day in days if day is not None]


def _say(screen: BookScreen, path: Path, count: int) -> None:
    sentence = ngettext("{n} row was written to {file}.", "{n} rows were written to {file}.", count)
    screen.notify(sentence.format(n=f"{count:,}", file=path), markup=False)
