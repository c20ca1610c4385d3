"""The command for the pay register that is signed when wages are handed out."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.language import LANGUAGES
from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.files import refuse_unless_sheet
from tui.commands.opening import opened
from tui.commands.parsing import Commands, UsageError, word
from tui.commands.progress import progress
from tui.commands.values import a_run, count_between

if TYPE_CHECKING:
    from models.wages.register_table import Register
    from models.wages.year_register import YearRegister

_Answer = tuple[Callable[[], dict[str, Any]], Callable[[], Iterable[str]]]


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    register = commands.add("register", _("the pay register to sign, or that of a year"), _register)
    register.add_argument(
        "run", metavar="RUN", nargs="?", type=a_run, help=_("the number of the pay run")
    )
    register.add_argument(
        "--year",
        metavar=_("YYYY"),
        type=count_between(1900, 2199),
        help=_("months and items of a year, with the sums of each site"),
    )
    register.add_argument("--site", type=word, metavar="S", help=_("of a year: only this site"))
    register.add_argument(
        "--out", type=Path, metavar="FILE.(pdf|xlsx|csv)", help=_("write it to this file")
    )
    register.add_argument(
        "--language", choices=LANGUAGES, help=_("of the file; otherwise that of the commands")
    )


def _register(arguments: argparse.Namespace, console: Console) -> int:
    out: Path | None = arguments.out
    if (arguments.run is None) is (arguments.year is None):
        raise UsageError(_("Name a pay run, or a year with --year."))
    if arguments.site is not None and arguments.year is None:
        raise UsageError(_("--site is for the register of a year; name one with --year."))
    refuse_unless_sheet(out)
    document, lines = (_of_run if arguments.year is None else _of_year)(arguments, out)
    if console.json:
        console.document({**document(), "file": str(out)} if out else document())
    elif out is not None:
        console.say(_("Written to {file}.").format(file=out))
    else:
        console.say_all(lines())
    return 0


def _of_run(arguments: argparse.Namespace, out: Path | None) -> _Answer:
    """Read the register of a run and write it to `out`, if that is given."""
    from models.wages.register import registers
    from tui.commands.register_figures import registers_document
    from tui.commands.register_text import registers_lines

    with opened(arguments) as book:
        found = registers(book, arguments.run)
        header = book.programme().payslip_header
    if out is not None:
        _write(out, found, arguments.language, header)
    return lambda: registers_document(found), lambda: registers_lines(found)


def _of_year(arguments: argparse.Namespace, out: Path | None) -> _Answer:
    """Read the register of a year and write it to `out`, if that is given."""
    from models.wages.year_register import year_register
    from tui.commands.year_register_text import year_register_document, year_register_lines

    with opened(arguments) as book:
        found = year_register(book, arguments.year, site=arguments.site)
        header = book.programme().payslip_header
    if out is not None:
        _write_year(out, found, arguments.language, header)
    return lambda: year_register_document(found), lambda: year_register_lines(found)


def _write(out: Path, found: "Sequence[Register]", language: str | None, header: str) -> None:
    """Write the kind of file that the ending of its name says.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    ending = out.suffix.lower()
    with progress(_("Writing …")) as on_progress:
        if ending == ".pdf":
            from reports.register import write_register_pdf

            write_register_pdf(
                out, found, language=language, header=header, on_progress=on_progress
            )
            return
        from reports.register_sheets import write_register_csv, write_register_xlsx

        if ending == ".xlsx":
            write_register_xlsx(out, found, language=language)
        else:
            write_register_csv(out, found)


def _write_year(out: Path, found: "YearRegister", language: str | None, header: str) -> None:
    """Write the kind of file that the ending of its name says.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    ending = out.suffix.lower()
    with progress(_("Writing …")):
        if ending == ".pdf":
            from reports.year_register import write_year_register_pdf

            write_year_register_pdf(out, found, language=language, header=header)
            return
        from reports.year_register_sheets import (
            write_year_register_csv,
            write_year_register_xlsx,
        )

        if ending == ".xlsx":
            write_year_register_xlsx(out, found, language=language)
        else:
            write_year_register_csv(out, found)
