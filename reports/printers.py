"""The system's printers: which there are, which is the usual one, and whether it takes jobs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from models.errors import Problem
from models.language import gettext as _
from reports.print_system import (
    PATIENCE,
    NoPrinterError,
    NoPrintSystemError,
    UnknownPrinterError,
    ask,
)

_TAKES: Final = re.compile(r"(\S+) (not )?accepting requests since ")
_STATE: Final = re.compile(r"printer (\S+) (disabled)?")
_USUAL: Final = re.compile(r"system default destination: (\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer of the system.

    Attributes:
        name: The name that the system calls it by; it has no spaces.
        is_default: Whether it is the one to use where none is named.
        takes_jobs: Whether it takes new jobs.
        is_paused: Whether jobs that it takes wait until somebody starts it again.
        reason: Why it takes no jobs or is paused, in the print system's words; may be empty.
    """

    name: str
    is_default: bool = False
    takes_jobs: bool = True
    is_paused: bool = False
    reason: str = ""

    @property
    def note(self) -> str:
        """What is to know before printing on it, in the language in use; mostly nothing."""
        if not self.takes_jobs:
            told = _("takes no jobs: {reason}") if self.reason else _("takes no jobs")
        elif self.is_paused:
            told = _("paused: {reason}") if self.reason else _("paused")
        else:
            return ""
        return told.format(reason=self.reason)


def printers(*, patience: float = PATIENCE) -> list[Printer]:
    """The printers that are set up, the default one first and the others by name.

    Only what is set up is listed: nothing on the network is looked for.

    Args:
        patience: Seconds to wait for each answer of the print system.

    Raises:
        NoPrintSystemError: there is no print system, or it does not run.
        PrintTimeoutError: it did not answer in time.
    """
    if "is running" not in ask("lpstat", "-r", patience=patience).text:
        raise NoPrintSystemError(_("The print system (CUPS) does not run."))
    taking = ask("lpstat", "-a", patience=patience)
    if not taking.done and "No destinations" not in taking.complaint:
        message = _("The print system cannot be asked: {reason}.")
        raise NoPrintSystemError(message.format(reason=in_its_words("lpstat", taking.complaint)))
    states = ask("lpstat", "-p", patience=patience)
    usual = _USUAL.search(ask("lpstat", "-d", patience=patience).text)
    found = _told(taking.text, states.text, usual[1] if usual else "")
    return sorted(found, key=lambda printer: (not printer.is_default, printer.name.casefold()))


def _told(taking: str, states: str, usual: str) -> Iterator[Printer]:
    """The printers that the answers of `lpstat` tell of."""
    paused = {match[1]: why for match, why in _entries(_STATE, states) if match[2]}
    for match, refusal in _entries(_TAKES, taking):
        name, refuses = match[1], bool(match[2])
        yield Printer(
            name,
            is_default=name == usual,
            takes_jobs=not refuses,
            is_paused=name in paused,
            reason=refusal if refuses else paused.get(name, ""),
        )


def printer_to_use(found: Sequence[Printer], name: str = "") -> Printer:
    """The printer of this name; without a name the default one, or the only one.

    Raises:
        NoPrinterError: there is none, or none is the default one.
        UnknownPrinterError: none of those that were found is called so.
    """
    if not found:
        raise NoPrinterError(_("No printer is set up on this machine."))
    fitting = [each for each in found if (each.name == name if name else each.is_default)]
    if fitting:
        return fitting[0]
    if not name and len(found) == 1:
        return found[0]
    listed = ", ".join(printer.name for printer in found)
    if not name:
        message = _("None of the printers is the default one; name one of them: {printers}.")
        raise NoPrinterError(message.format(printers=listed))
    text = _("There is no printer “{name}”; there are these: {printers}.")
    message = text.format(name=name, printers=listed)
    raise UnknownPrinterError(message, [Problem(message, column="printer", value=name)])


def in_its_words(program: str, complaint: str) -> str:
    """What the print system complains of, without the name of the program in front of it."""
    lines = [line.removeprefix(f"{program}: ").strip() for line in complaint.splitlines()]
    said = "; ".join(line.removeprefix("Error - ").rstrip(".") for line in lines if line)
    return said or _("it does not say why")


def _entries(first: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each entry that begins with `first`, and its reason: the indented line that follows it."""
    lines = text.splitlines()
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        if match := first.match(line):
            yield match, following.strip() if following.startswith(("\t", " ")) else ""
