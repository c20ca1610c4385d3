"""Payslips on paper: two or four to an A4 sheet with lines to cut along, on A5, or on a roll.

Each is in its worker's own language. A slip with many lines goes on in the next part or page, and
says so; one that was printed before says that it is a copy. Nothing on it names the organisation
unless a header is given.
"""

from collections.abc import Sequence
from typing import Final, Literal

from models.language import speaking
from models.wages.rows import PayslipRow
from reports.blocks import OnProgress
from reports.files import writer_of
from reports.payslip_layouts import LAYOUTS, PLANS, Layout
from reports.payslip_parts import parts_of

__all__ = ["LAYOUTS", "Layout", "OnProgress", "SlipLanguage", "payslips_pdf", "write_payslips"]

SlipLanguage = Literal["auto", "en", "ko", "zh"]


def payslips_pdf(
    slips: Sequence[PayslipRow],
    *,
    layout: Layout = "a4-2up",
    language: SlipLanguage = "auto",
    header: str = "",
    on_progress: OnProgress | None = None,
) -> bytes:
    """The payslips as one PDF document, in the order given.

    Args:
        slips: figures that are already right, with their lines.
        layout: one of `LAYOUTS`; on `roll-80` each payslip is a page as long as it needs.
        language: one for all, or `auto` for each worker's own.
        header: a line above each slip; empty prints none.
        on_progress: is told how many slips are laid out, and of how many; it may raise to stop.
    """
    plan = PLANS[layout]
    sheet = plan.new_sheet()
    place = 0
    for count, slip in enumerate(slips, start=1):
        with speaking(slip.language if language == "auto" else language):
            for part in parts_of(slip, plan.form, plan.room, header):
                place = plan.put(sheet, place, part)
        if on_progress:
            on_progress(count, len(slips))
    if place or not slips:
        sheet.next_page()
    return sheet.finished()


write_payslips: Final = writer_of(payslips_pdf)
"""Write the payslips to a path as PDF, whole or not at all; see `payslips_pdf`."""
