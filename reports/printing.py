"""Handing a PDF to a printer through a pipe: nothing of it is written to disk by Wagebook.

What the print system keeps of a job is its own matter; docs/safety.md says how to turn that off.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from models.language import gettext as _
from models.wages.rows import PayslipRow
from reports.print_system import PATIENCE, PrinterRefusedError, PrintTimeoutError, ask
from reports.printers import Printer, in_its_words

if TYPE_CHECKING:
    from reports.payslip import Layout, OnProgress, SlipLanguage

_JOB: Final = re.compile(r"request id is (\S+)")
_PAGE: Final = re.compile(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]")
_SHEETS: Final = {(210, 297): "A4", (148, 210): "A5"}
_POINTS_PER_MM: Final = 72 / 25.4


def print_payslips(
    printer: Printer,
    slips: Sequence[PayslipRow],
    *,
    layout: "Layout" = "a4-2up",
    language: "SlipLanguage" = "auto",
    header: str = "",
    on_progress: "OnProgress | None" = None,
) -> str:
    """Print payslips of one run and give back the name of the job; see `payslips_pdf`.

    The job is titled by the run alone: titles are seen in queues and kept in logs.

    Raises:
        PrintError: the printer did not take the job.
    """
    from reports.payslip import payslips_pdf

    refuse_unless_taking(printer)
    content = payslips_pdf(
        slips, layout=layout, language=language, header=header, on_progress=on_progress
    )
    title = f"Wagebook {slips[0].run}" if slips else "Wagebook"
    return print_pdf(printer, content, title=title)


def print_pdf(
    printer: Printer, content: bytes, *, title: str, patience: float = 3 * PATIENCE
) -> str:
    """Hand a PDF to a printer and give back the name of the job.

    Args:
        printer: One of those that are set up.
        content: The PDF, as reports make it; it says what paper to ask for.
        title: The name of the job in queues and logs; no personal data.
        patience: Seconds to wait until the print system has taken it.

    Raises:
        PrinterRefusedError: the print system did not take the job; with its reason.
        NoPrintSystemError: there is no print system.
        PrintTimeoutError: it did not answer in time.
    """
    # Joined to their letters, a printer's name and a title are never read as options. No
    # payslip stands on the back of another.
    paper = f"-omedia={_paper(content)}"
    options = (f"-d{printer.name}", f"-t{title}", "-osides=one-sided", paper)
    try:
        answer = ask("lp", *options, "-", content=content, patience=patience)
    except PrintTimeoutError as error:
        advice = _("See whether the job is in its queue before you print again.")
        raise PrintTimeoutError(f"{error.message} {advice}") from None
    job = _JOB.search(answer.text)
    if not answer.done or job is None:
        raise _refused(printer, in_its_words("lp", answer.complaint))
    return job[1]


def refuse_unless_taking(printer: Printer) -> None:
    """Refuse before the work is done where it is known that the printer takes no jobs.

    Raises:
        PrinterRefusedError: it takes none; with its reason.
    """
    if not printer.takes_jobs:
        raise _refused(printer, printer.reason or _("it does not say why"))


def _paper(content: bytes) -> str:
    """The paper that holds every page of a PDF: a sheet by its name, or a length of a roll."""
    pages = [
        # Lengths of paper, never money: rounded to whole millimetres at once.
        sorted(round(float(side) / _POINTS_PER_MM) for side in match.groups())
        for match in _PAGE.finditer(content)
    ]
    short, long = (max(page[side] for page in pages) for side in (0, 1))
    return _SHEETS.get((short, long), f"Custom.{short}x{long + 1}mm")


def _refused(printer: Printer, reason: str) -> PrinterRefusedError:
    message = _("The printer “{name}” does not take the job: {reason}.")
    return PrinterRefusedError(message.format(name=printer.name, reason=reason.rstrip(".")))
