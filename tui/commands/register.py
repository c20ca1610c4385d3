"""The command for the pay register that is signed when wages are handed out."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.language import LANGUAGES
from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.opening import opened
from tui.commands.parsing import Commands, UsageError
from tui.commands.progress import progress
from tui.commands.values import a_run

if TYPE_CHECKING:
    from models.wages.register_table import Register

ENDINGS: Final = (".pdf", ".xlsx", ".csv")


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    register = commands.add("register", _("the pay register to sign"), _register)
    register.add_argument("run", metavar="RUN", type=a_run, help=_("the number of the pay run"))
    register.add_argument(
        "--out", type=Path, metavar="FILE.(pdf|xlsx|csv)", help=_("write it to this file")
    )
    register.add_argument(
        "--language", choices=LANGUAGES, help=_("of the file; otherwise that of the commands")
    )


def _register(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.register import registers

    out: Path | None = arguments.out
    if out is not None and out.suffix.lower() not in ENDINGS:
        raise UsageError(_("“{file}” ends in none of .pdf, .xlsx, .csv.").format(file=out))
    with opened(arguments) as book:
        found = registers(book, arguments.run)
        header = book.programme().payslip_header
    if out is not None:
        _write(out, found, arguments.language, header)
    if console.json:
        from tui.commands.register_figures import registers_document

        document = registers_document(found)
        console.document({**document, "file": str(out)} if out else document)
    elif out is not None:
        console.say(_("Written to {file}.").format(file=out))
    else:
        from tui.commands.register_text import registers_lines

        console.say_all(registers_lines(found))
    return 0


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
