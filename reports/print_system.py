"""Asking the system's print programs (those of CUPS), and what is said where they say no."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Final

from models.errors import RefusedError
from models.language import gettext as _

PATIENCE: Final = 20.0
"""Seconds that a program gets to answer."""


class PrintError(RefusedError):
    """Nothing was printed."""


class NoPrintSystemError(PrintError):
    """There is no print system on this machine, or it does not run."""


class NoPrinterError(PrintError):
    """There is no printer to print on."""


class UnknownPrinterError(PrintError):
    """There is no printer of the name that was given."""


class PrinterRefusedError(PrintError):
    """The print system did not take the job."""


class PrintTimeoutError(PrintError):
    """The print system did not answer in time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program of the print system said, and whether it did what was asked."""

    done: bool
    text: str
    complaint: str


def ask(
    program: str, *arguments: str, content: bytes | None = None, patience: float = PATIENCE
) -> Answer:
    """Run a program of the print system without a shell and give back what it says in English.

    Args:
        program: Its name, such as `lpstat`.
        arguments: What follows it; nothing in them is interpreted by a shell.
        content: What it reads from its standard input, handed over through a pipe.
        patience: Seconds to wait for it.

    Raises:
        NoPrintSystemError: there is no such program on this machine.
        PrintTimeoutError: it did not answer in time.
    """
    path = shutil.which(program)
    if path is None:
        raise NoPrintSystemError(_("There is no print system (CUPS) here."))
    try:
        done = subprocess.run(  # noqa: S603 - no shell; what a person typed is never an option
            [path, *arguments],
            input=content or b"",
            capture_output=True,
            env=_environment(),
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = _("The print system gave no answer within {n} seconds.")
        raise PrintTimeoutError(message.format(n=round(patience))) from None
    except OSError as error:
        message = _("The print system cannot be asked: {reason}.")
        raise NoPrintSystemError(message.format(reason=error.strerror or error)) from None
    return Answer(done.returncode == 0, _text(done.stdout), _text(done.stderr))


def _environment() -> dict[str, str]:
    """Answers in English, to be read by a program; nothing that opens a book."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WAGEBOOK")}
    # CUPS looks at LC_MESSAGES first, whatever LC_ALL says.
    return {**kept, "LC_ALL": "C", "LC_MESSAGES": "C", "LANG": "C"}


def _text(output: bytes) -> str:
    return output.decode("utf-8", errors="replace").strip("\n")
