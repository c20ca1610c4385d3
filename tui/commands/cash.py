"""The command for the cash of a pay run: notes and coins, and the papers to share them out by."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.errors import RefusedError
from models.language import LANGUAGES
from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.files import file_of, refuse_unless_pdf, refuse_unless_sheet
from tui.commands.opening import opened
from tui.commands.parsing import Commands, UsageError, word
from tui.commands.progress import progress
from tui.commands.values import a_run, count_between

if TYPE_CHECKING:
    from models.wages.cash import CashKit

_LABELS_ON_SHEET: Final = 24


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    cash = commands.add("cash", _("the notes and coins of a pay run"), _cash)
    cash.add_argument("run", metavar="RUN", type=a_run, help=_("the number of the pay run"))
    cash.add_argument(
        "--notes", type=word, default="", metavar="100,50,…", help=_("only these notes and coins")
    )
    cash.add_argument(
        "--without", type=word, default="", metavar="50,…", help=_("notes and coins to leave out")
    )
    cash.add_argument(
        "--uncollected",
        action="store_true",
        help=_("only what was not paid out yet: what to count back"),
    )
    cash.add_argument(
        "--out",
        type=Path,
        metavar="FILE.(pdf|xlsx|csv)",
        help=_("write the withdrawal slip and the cash sheet to this file"),
    )
    cash.add_argument(
        "--envelopes",
        type=Path,
        metavar="FILE.pdf",
        help=_("write labels for the envelopes (70 × 37 mm, 24 to an A4 sheet)"),
    )
    cash.add_argument("--names", action="store_true", help=_("labels with the work name, too"))
    cash.add_argument("--no-amounts", action="store_true", help=_("labels without the amount"))
    cash.add_argument(
        "--first-label",
        type=count_between(1, _LABELS_ON_SHEET),
        default=1,
        metavar="N",
        help=_("the first label of the sheet that is still there"),
    )
    cash.add_argument("--language", choices=LANGUAGES, help=_("the language of the papers"))


def _cash(arguments: argparse.Namespace, console: Console) -> int:
    _check_endings(arguments)
    from models.wages.cash_kit import cash_kits

    with opened(arguments) as book:
        kits = cash_kits(
            book,
            arguments.run,
            notes=arguments.notes,
            left_out=arguments.without,
            uncollected=arguments.uncollected,
        )
        header = book.programme().payslip_header
    files = _written(arguments, kits, header)
    if console.json:
        from tui.commands.cash_figures import cash_document

        document = cash_document(kits)
        console.document(
            {**document, "files": [str(file) for file in files]} if files else document
        )
    elif files:
        console.say(*(_("Written to {file}.").format(file=file) for file in files))
    else:
        from tui.commands.cash_text import cash_lines

        for kit in kits:
            console.say_all(cash_lines(kit))
    return 0


def _check_endings(arguments: argparse.Namespace) -> None:
    out: Path | None = arguments.out
    envelopes: Path | None = arguments.envelopes
    refuse_unless_sheet(out)
    refuse_unless_pdf(envelopes)
    if out is not None and out == envelopes:
        raise UsageError(_("--out and --envelopes name the same file."))


def _written(arguments: argparse.Namespace, kits: Sequence["CashKit"], header: str) -> list[Path]:
    """Write the files that are asked for; a text file has one currency, so several get several."""
    if arguments.envelopes is not None and not any(kit.employees for kit in kits):
        raise RefusedError(_("There is nobody to make an envelope for."))
    out: Path | None = arguments.out
    files = []
    if out is not None:
        with progress(_("Writing …")):
            files += _write_sheet(out, kits, arguments.language, header)
    if arguments.envelopes is not None:
        _write_labels(arguments, kits)
        files.append(arguments.envelopes)
    return files


def _write_sheet(
    out: Path, kits: Sequence["CashKit"], language: str | None, header: str
) -> list[Path]:
    ending = out.suffix.lower()
    if ending == ".pdf":
        from reports.cash_sheet import write_cash_sheet_pdf

        write_cash_sheet_pdf(out, kits, language=language, header=header)
        return [out]
    from reports.cash_files import write_cash_sheet_csv, write_cash_sheet_xlsx

    if ending == ".xlsx":
        write_cash_sheet_xlsx(out, kits, language=language)
        return [out]
    files = []
    for kit in kits:
        files.append(file_of(out, kit.currency, alone=len(kits) == 1))
        write_cash_sheet_csv(files[-1], kit)
    return files


def _write_labels(arguments: argparse.Namespace, kits: Sequence["CashKit"]) -> None:
    from reports.cash_labels import write_envelope_labels

    with progress(_("Writing …")):
        write_envelope_labels(
            arguments.envelopes,
            kits,
            names=arguments.names,
            amounts=not arguments.no_amounts,
            first=arguments.first_label,
            language=arguments.language,
        )
