"""Payslips on paper: two to an A4 sheet with a line to cut along, or one to an A5 page.

Each is in its worker's own language. A slip with many lines goes on in the next half or page, and
says so. Nothing on it names the organisation unless a header is given.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from models.language import speaking
from models.wages.rows import PayslipRow
from reports.files import write_whole
from reports.page import A4, A5, MUTED, Sheet, Size
from reports.payslip_form import Form
from reports.payslip_parts import Part, parts_of

Layout = Literal["a4-2up", "a5"]
SlipLanguage = Literal["auto", "en", "ko", "zh"]
OnProgress = Callable[[int, int], None]

LAYOUTS: Final[tuple[Layout, ...]] = ("a4-2up", "a5")


@dataclass(frozen=True, slots=True)
class _Plan:
    """How slips lie on paper: the sheet, the upper edges of its slips, a slip's height and form."""

    sheet: Size
    tops: tuple[float, ...]
    height: float
    form: Form


_PLANS: Final[dict[str, _Plan]] = {
    "a4-2up": _Plan(
        A4,
        (A4[1] - 24, A4[1] / 2 - 24),
        A4[1] / 2 - 44,
        Form(x=36, width=A4[0] - 72, label=150, amount=84, facts=4),
    ),
    "a5": _Plan(
        A5,
        (A5[1] - 30,),
        A5[1] - 56,
        Form(x=30, width=A5[0] - 60, label=112, amount=76, facts=2, foot=84),
    ),
}


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
        layout: `a4-2up` or `a5`.
        language: one for all, or `auto` for each worker's own.
        header: a line above each slip; empty prints none.
        on_progress: is told how many slips are laid out, and of how many; it may raise to stop.
    """
    plan = _PLANS[layout]
    sheet = Sheet(plan.sheet)
    place = 0
    for count, slip in enumerate(slips, start=1):
        with speaking(slip.language if language == "auto" else language):
            for part in parts_of(slip, plan.form, plan.height, header):
                place = _put(sheet, plan, place, part)
        if on_progress:
            on_progress(count, len(slips))
    if place or not slips:
        sheet.next_page()
    return sheet.finished()


def write_payslips(
    path: Path,
    slips: Sequence[PayslipRow],
    *,
    layout: Layout = "a4-2up",
    language: SlipLanguage = "auto",
    header: str = "",
    on_progress: OnProgress | None = None,
) -> None:
    """Write the payslips to `path` as PDF, whole or not at all; see `payslips_pdf`.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    content = payslips_pdf(
        slips, layout=layout, language=language, header=header, on_progress=on_progress
    )
    write_whole(path, content)


def _put(sheet: Sheet, plan: _Plan, place: int, part: Part) -> int:
    """Draw a part in the next free place; gives back the place after it, 0 for a new sheet."""
    if place == 0 and len(plan.tops) > 1:
        _cut_line(sheet)
    part(sheet, plan.tops[place])
    if place + 1 < len(plan.tops):
        return place + 1
    sheet.next_page()
    return 0


def _cut_line(sheet: Sheet) -> None:
    middle = sheet.height / 2
    sheet.text(10, middle - 3.4, "✂", 10, colour=MUTED)
    sheet.line(22, middle, sheet.width, middle, colour=MUTED, dash=(3, 3))
