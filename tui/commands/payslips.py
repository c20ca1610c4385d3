"""Commands for payslips: one on the screen, a run's on paper."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.errors import Problem, RefusedError
from models.language import LANGUAGES
from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.opening import opened
from tui.commands.parsing import Commands, Parser, word
from tui.commands.progress import progress
from tui.commands.values import a_run
from tui.commands.ways_out import ToFile, ToPrinter

if TYPE_CHECKING:
    from models.wages.rows import PayslipRow

LAYOUTS: Final = ("a4-2up", "a4-4up", "a5", "roll-80")


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    one = commands.add("payslip", _("show one payslip"), _payslip)
    one.add_argument("number", metavar="NUMBER", type=word, help=_("its number, such as 1-W-014"))
    one.add_argument(
        "--explain", action="store_true", help=_("with the rule and the records behind each line")
    )
    many = commands.add("payslips", _("the payslips of a run on paper, or as a PDF"), _payslips)
    many.add_argument("run", metavar="RUN", type=a_run, help=_("the number of the pay run"))
    _add_ways_out(many)
    many.add_argument(
        "--employee",
        nargs="+",
        action="extend",
        type=word,
        default=[],
        metavar=_("CODE"),
        help=_("only those of these employees"),
    )
    many.add_argument(
        "--language",
        choices=("auto", *LANGUAGES),
        default="auto",
        help=_("each worker's own (auto), or one for all"),
    )
    many.add_argument(
        "--layout",
        choices=LAYOUTS,
        default="a4-2up",
        help=_("two or four to an A4 sheet, A5, or a roll 80 mm wide"),
    )


def _add_ways_out(many: Parser) -> None:
    ways = many.add_mutually_exclusive_group()
    ways.add_argument("--out", type=Path, metavar="FILE.pdf", help=_("a PDF file to write"))
    ways.add_argument(
        "--print",
        nargs="?",
        const="",
        metavar="PRINTER",
        help=_("a printer; the default one unless it is named"),
    )


def _payslip(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.explanation import explanation
    from models.wages.queries import payslip
    from tui.commands.pay_figures import payslip_document
    from tui.commands.payslip_text import payslip_lines

    with opened(arguments) as book:
        slip = payslip(book, arguments.number)
        explained = explanation(book, slip) if arguments.explain else None
    if console.json:
        console.document(payslip_document(slip, explained))
    else:
        console.say_all(payslip_lines(slip, explained))
    return 0


def _payslips(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.printed import mark_printed
    from models.wages.queries import payslips

    to_file = arguments.print is None
    way = ToFile.of(arguments.out) if to_file else ToPrinter.of(arguments.print)
    with opened(arguments) as book:
        slips = _wanted(payslips(book, arguments.run), arguments.employee)
        with progress(way.doing) as on_progress:
            way.put(
                slips,
                layout=arguments.layout,
                language=arguments.language,
                header=book.programme().payslip_header,
                on_progress=on_progress,
            )
        mark_printed(book, [slip.number for slip in slips], on=date.today())
    if console.json:
        console.document({"run": arguments.run, **way.document(), "payslips": len(slips)})
    else:
        console.say(*way.sentences(len(slips)))
    return 0


def _wanted(slips: Sequence["PayslipRow"], codes: Sequence[str]) -> Sequence["PayslipRow"]:
    """The payslips of these employees, or all, in the order of the run.

    Raises:
        RefusedError: there is none, or an employee has none in the run.
    """
    if not slips:
        raise RefusedError(_("There is no payslip to print in this run."))
    there = {slip.code for slip in slips}
    message = _("{code} has no payslip in this run.")
    problems = [
        Problem(message.format(code=code), column="employee", value=code)
        for code in codes
        if code not in there
    ]
    if problems:
        raise RefusedError(problems[0].message, problems)
    return [slip for slip in slips if slip.code in codes] if codes else slips
