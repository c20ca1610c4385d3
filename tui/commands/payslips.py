"""Commands for payslips: one on the screen, a run's on paper."""

import argparse
from pathlib import Path
from typing import Final

from models.language import gettext as _
from models.language import ngettext
from tui.commands.console import Console
from tui.commands.later import comes_later
from tui.commands.opening import opened
from tui.commands.parsing import Commands, UsageError, word
from tui.commands.progress import progress
from tui.commands.values import a_run

LANGUAGES: Final = ("auto", "en", "ko", "zh")
LAYOUTS: Final = ("a4-2up", "a5")


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    one = commands.add("payslip", _("show one payslip"), _payslip)
    one.add_argument("number", metavar="NUMBER", type=word, help=_("its number, such as 1-W-014"))
    one.add_argument(
        "--explain", action="store_true", help=_("with the rule and the records behind each line")
    )
    many = commands.add("payslips", _("print the payslips of a run to a PDF"), _payslips)
    many.add_argument("run", metavar="RUN", type=a_run, help=_("the number of the pay run"))
    many.add_argument("--out", type=Path, metavar="FILE.pdf", help=_("where to"))
    many.add_argument(
        "--print",
        nargs="?",
        const="",
        metavar="PRINTER",
        help=_("on a printer, in a later version"),
    )
    many.add_argument(
        "--language",
        choices=LANGUAGES,
        default="auto",
        help=_("each worker's own (auto), or one for all"),
    )
    many.add_argument(
        "--layout", choices=LAYOUTS, default="a4-2up", help=_("two to an A4 sheet, or A5")
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
    out = _out(arguments)
    from models.wages.queries import payslips
    from reports.payslip import write_payslips

    with opened(arguments) as book:
        slips = payslips(book, arguments.run)
        header = book.programme().payslip_header
    with progress(_("Writing payslips …")) as on_progress:
        write_payslips(
            out,
            slips,
            layout=arguments.layout,
            language=arguments.language,
            header=header,
            on_progress=on_progress,
        )
    if console.json:
        console.document({"run": arguments.run, "file": str(out), "payslips": len(slips)})
    else:
        text = ngettext(
            "{n} payslip written to {file}.", "{n} payslips written to {file}.", len(slips)
        )
        console.say(text.format(n=len(slips), file=out))
    return 0


def _out(arguments: argparse.Namespace) -> Path:
    """The PDF to write.

    Raises:
        UsageError: none is named, or a printer is.
    """
    if arguments.print is not None:
        comes_later("--print")
    out: Path | None = arguments.out
    if out is None:
        raise UsageError(_("Name the file to write: --out FILE.pdf"))
    if out.suffix.lower() != ".pdf":
        raise UsageError(_("“{file}” does not end in .pdf.").format(file=out))
    return out
