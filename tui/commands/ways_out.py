"""Where payslips go to: a PDF file, or a printer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.language import gettext as _
from models.language import ngettext
from tui.commands.files import refuse_unless_pdf
from tui.commands.parsing import UsageError

if TYPE_CHECKING:
    from models.wages.rows import PayslipRow
    from reports.printers import Printer


@dataclass
class ToFile:
    """Payslips go to a PDF file."""

    file: Path

    @classmethod
    def of(cls, out: Path | None) -> "ToFile":
        """The way to the file that `--out` names.

        Raises:
            UsageError: none is named, or one that is no PDF.
        """
        if out is None:
            raise UsageError(_("Say where to: --out FILE.pdf or --print [PRINTER]"))
        refuse_unless_pdf(out)
        return cls(out)

    @property
    def doing(self) -> str:
        """What progress says."""
        return _("Writing payslips …")

    def put(self, slips: Sequence["PayslipRow"], **how: Any) -> None:
        """Write the file; `how` is what `write_payslips` takes."""
        from reports.payslip import write_payslips

        write_payslips(self.file, slips, **how)

    def document(self) -> dict[str, Any]:
        """Where they are, for a script."""
        return {"file": str(self.file)}

    def sentences(self, count: int) -> list[str]:
        """Where they are, for a person."""
        text = ngettext("{n} payslip written to {file}.", "{n} payslips written to {file}.", count)
        return [text.format(n=count, file=self.file)]


@dataclass
class ToPrinter:
    """Payslips go to a printer; `job` is what the print system calls them then."""

    printer: "Printer"
    job: str = field(default="", init=False)

    @classmethod
    def of(cls, name: str) -> "ToPrinter":
        """The way to the printer `name`, or to the default one.

        Raises:
            PrintError: there is no such printer, or it takes no jobs.
        """
        from reports.printers import printer_to_use, printers
        from reports.printing import refuse_unless_taking

        printer = printer_to_use(printers(), name)
        refuse_unless_taking(printer)
        return cls(printer)

    @property
    def doing(self) -> str:
        """What progress says."""
        return _("Printing payslips …")

    def put(self, slips: Sequence["PayslipRow"], **how: Any) -> None:
        """Print them; `how` is what `print_payslips` takes."""
        from reports.printing import print_payslips

        self.job = print_payslips(self.printer, slips, **how)

    def document(self) -> dict[str, Any]:
        """Where they are, for a script."""
        return {"printer": self.printer.name, "job": self.job, "paused": self.printer.is_paused}

    def sentences(self, count: int) -> list[str]:
        """Where they are, for a person; also what holds them up."""
        text = ngettext(
            "{n} payslip handed to the printer “{printer}” as job {job}.",
            "{n} payslips handed to the printer “{printer}” as job {job}.",
            count,
        )
        said = [text.format(n=count, printer=self.printer.name, job=self.job)]
        if self.printer.is_paused:
            said.append(
                _("It waits there, for the printer is {note}.").format(note=self.printer.note)
            )
        return said
