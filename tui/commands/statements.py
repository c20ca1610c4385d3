"""Commands for one worker: the year in figures, and a letter that confirms employment and pay."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.errors import Problem, RefusedError
from models.language import LANGUAGES
from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.files import refuse_unless_pdf, refuse_unless_sheet
from tui.commands.opening import opened
from tui.commands.parsing import Commands, Parser, UsageError, value_of, word
from tui.commands.values import count_between

if TYPE_CHECKING:
    from models.wages.income import Confirmation
    from models.wages.year_figures import Year


_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONGEST_NAME: Final = 80


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    year = commands.add("statement", _("a worker's year: what was paid, month by month"), _year)
    _add_employee(year)
    years = count_between(_FIRST_YEAR, _LAST_YEAR)
    year.add_argument("year", metavar="YYYY", type=years, help=_("the year"))
    year.add_argument(
        "--out", type=Path, metavar="FILE.(pdf|xlsx|csv)", help=_("write it to this file")
    )
    _add_language(year)
    year.add_argument("--name", action="store_true", help=_("with the work name beside the code"))
    letter = commands.add("letter", _("a letter that confirms employment and earnings"), _letter)
    _add_employee(letter)
    letter.add_argument("--out", type=Path, metavar="FILE.pdf", help=_("a PDF file to write"))
    _add_language(letter)
    names = letter.add_mutually_exclusive_group()
    names.add_argument(
        "--name", action="store_true", help=_("with the work name in the place of the code")
    )
    names.add_argument(
        "--as",
        dest="as_",
        metavar=_("NAME"),
        type=_a_line,
        help=_("with this name in the place of the code; it is stored nowhere"),
    )
    letter.add_argument(
        "--months",
        type=int,
        choices=(3, 6, 12),
        default=3,
        help=_("over how many months earnings are averaged"),
    )
    letter.add_argument(
        "--header",
        metavar=_("TEXT"),
        type=_a_line_or_none,
        help=_("the line at the top (default: the setting payslip_header)"),
    )


def _add_employee(parser: Parser) -> None:
    parser.add_argument("employee", metavar=_("EMPLOYEE"), type=word, help=_("the worker's code"))


def _add_language(parser: Parser) -> None:
    parser.add_argument(
        "--language",
        choices=("auto", *LANGUAGES),
        default="auto",
        help=_("the worker's own (auto), or another"),
    )


def _a_line(text: str) -> str:
    """A name of one line."""

    def parse(typed: str) -> str:
        line = _a_line_or_none(typed)
        if not line:
            raise ValueError(_("Please type a name."))
        return line

    name: str = value_of(parse, text)
    return name


def _a_line_or_none(text: str) -> str:
    """One line of text, perhaps an empty one."""
    from models import fields

    line: str = value_of(lambda typed: fields.text(typed, _LONGEST_NAME), text)
    return line


def _year(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.year import year_of

    out: Path | None = arguments.out
    refuse_unless_sheet(out)
    with opened(arguments) as book:
        year = year_of(book, arguments.employee, arguments.year)
        header = book.programme().payslip_header
    if out is not None:
        _write(out, year, header, arguments)
    if console.json:
        from tui.commands.year_text import year_document

        document = year_document(year, named=arguments.name)
        console.document({**document, "file": str(out)} if out else document)
    elif out is not None:
        console.say(_("Written to {file}.").format(file=out))
    else:
        from tui.commands.year_text import year_lines

        console.say_all(year_lines(year, named=arguments.name))
    return 0


def _write(out: Path, year: "Year", header: str, arguments: argparse.Namespace) -> None:
    language, named = arguments.language, arguments.name
    if out.suffix.lower() == ".pdf":
        from reports.year_statement import write_year_statement_pdf

        write_year_statement_pdf(out, year, language=language, header=header, named=named)
        return
    from reports.year_sheets import write_year_statement_csv, write_year_statement_xlsx

    if out.suffix.lower() == ".xlsx":
        write_year_statement_xlsx(out, year, language=language, named=named)
    else:
        write_year_statement_csv(out, year, named=named)


def _letter(arguments: argparse.Namespace, console: Console) -> int:
    out: Path | None = arguments.out
    if out is None:
        raise UsageError(_("Name the file to write: --out FILE.pdf"))
    refuse_unless_pdf(out)
    from models.wages.income import confirmation
    from reports.letter import write_letter

    with opened(arguments) as book:
        of = confirmation(book, arguments.employee, on=date.today(), months=arguments.months)
        header = book.programme().payslip_header
    header = header if arguments.header is None else arguments.header
    name = _name(of, arguments)
    write_letter(out, of, language=arguments.language, name=name, header=header)
    if console.json:
        from tui.commands.year_text import confirmation_document

        console.document({**confirmation_document(of), "file": str(out)})
    else:
        console.say(_("Written to {file}.").format(file=out))
    return 0


def _name(of: "Confirmation", arguments: argparse.Namespace) -> str:
    """The name in the place of the code, if there is to be one.

    Raises:
        RefusedError: the work name is asked for, and there is none.
    """
    if not arguments.name:
        return arguments.as_ or ""
    if not of.work_name:
        message = _("{code} has no work name to put on the letter.").format(code=of.code)
        raise RefusedError(message, [Problem(message, column="name")])
    return of.work_name
