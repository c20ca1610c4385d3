"""How payslips lie on paper: sheets that are cut, single pages, and a roll."""

from dataclasses import dataclass
from typing import Final, Literal

from reports.page import A4, A5, MM, MUTED, Sheet, Size
from reports.payslip_form import Form
from reports.payslip_parts import Part, Room

Layout = Literal["a4-2up", "a4-4up", "a5", "roll-80"]

_HALF_WAY: Final = (A4[0] / 2, A4[1] / 2)
_NO_PLACE: Final = ((0.0, 0.0),)
_ROLL: Final = (80 * MM, 80 * MM)
_LONGEST: Final = 1_000 * MM  # of what printers feed as one page
_TORN: Final = (22.0, 26.0)  # above and below a payslip on a roll


@dataclass(frozen=True, slots=True)
class Plan:
    """A layout.

    Attributes:
        sheet: The size of a page.
        places: For each payslip of a page how far right it lies, and its upper edge.
        room: How high a payslip may be.
        form: Its measures, at the left edge.
        black: Whether it is for a printer without greys.
    """

    sheet: Size
    places: tuple[tuple[float, float], ...]
    room: Room
    form: Form
    black: bool = False

    def new_sheet(self) -> Sheet:
        """A document to draw such payslips on."""
        return Sheet(self.sheet, black=self.black)

    def put(self, sheet: Sheet, place: int, part: Part) -> int:
        """Draw a part in the place of that number; gives back the next, 0 for a new page."""
        if self.room.cut:
            sheet.resize(part.height + sum(_TORN))
            part.draw(sheet, sheet.height - _TORN[0])
        else:
            if place == 0:
                self._cuts(sheet)
            right, top = self.places[place]
            with sheet.moved(right):
                part.draw(sheet, top)
        if place + 1 < len(self.places):
            return place + 1
        sheet.next_page()
        return 0

    def _cuts(self, sheet: Sheet) -> None:
        """Lines to cut along, where more than one payslip lies on a page."""
        middle, height = sheet.width / 2, sheet.height / 2
        if len(self.places) > 1:
            sheet.text(10, height - 3.4, "✂", 10, colour=MUTED)
            sheet.line(22, height, sheet.width, height, colour=MUTED, dash=(3, 3))
        if any(right for right, _top in self.places):
            sheet.line(middle, 0, middle, sheet.height, colour=MUTED, dash=(3, 3))


def _quarters(margin: float) -> tuple[tuple[float, float], ...]:
    """Left and right above, left and right below."""
    across, down = _HALF_WAY
    return tuple((right, top - margin) for top in (A4[1], down) for right in (0.0, across))


PLANS: Final[dict[Layout, Plan]] = {
    "a4-2up": Plan(
        A4,
        ((0, A4[1] - 24), (0, A4[1] / 2 - 24)),
        Room(A4[1] / 2 - 44),
        Form(x=36, width=A4[0] - 72, label=150, amount=84, facts=4),
    ),
    "a4-4up": Plan(
        A4,
        _quarters(22),
        Room(A4[1] / 2 - 40),
        Form(
            x=19, width=A4[0] / 2 - 38, label=70, amount=0, narrow=True, beside=84, title=12,
            text=7.6, small=6.9, leading=9.2, padding=2.6, foot=52, box=0.46, tiny=5.6,
        ),
    ),
    "a5": Plan(
        A5,
        ((0, A5[1] - 30),),
        Room(A5[1] - 56),
        Form(x=30, width=A5[0] - 60, label=112, amount=76, facts=2, foot=84),
    ),
    "roll-80": Plan(
        _ROLL,
        _NO_PLACE,
        Room(_LONGEST, cut=True),
        Form(
            x=4 * MM, width=72 * MM, label=70, amount=0, narrow=True, title=14, text=9.2,
            small=8.2, leading=11.5, padding=3.4, foot=88, box=0.55, tiny=6.8,
        ),
        black=True,
    ),
}  # fmt: skip

LAYOUTS: Final[tuple[Layout, ...]] = tuple(PLANS)
