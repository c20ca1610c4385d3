"""The files that commands write: of which kind they can be, and what they are called."""

from pathlib import Path
from typing import Final

from models.language import gettext as _
from tui.commands.parsing import UsageError

_KINDS: Final = (".pdf", ".xlsx", ".csv")


def refuse_unless_sheet(out: Path | None) -> None:
    """Refuse a file that is neither a PDF nor a sheet; none is no fault.

    Raises:
        UsageError: it is none of them.
    """
    if out is not None and out.suffix.lower() not in _KINDS:
        raise UsageError(_("“{file}” ends in none of .pdf, .xlsx, .csv.").format(file=out))


def refuse_unless_pdf(out: Path | None) -> None:
    """Refuse a file that is no PDF; none is no fault.

    Raises:
        UsageError: it is something else.
    """
    if out is not None and out.suffix.lower() != ".pdf":
        raise UsageError(_("“{file}” does not end in .pdf.").format(file=out))


def file_of(out: Path, currency: str, *, alone: bool) -> Path:
    """The file of one currency: `out`, with the currency in its name unless it is `alone`."""
    return out if alone else out.with_name(f"{out.stem}-{currency}{out.suffix}")
