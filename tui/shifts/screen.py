"""The section of the shifts: shifts, pieces and holidays, one key apart."""

from models.book.settings import Programme
from models.periods import month_of, pay_period_of
from tui.panes import PanedScreen
from tui.shifts.holidays_pane import HolidaysPane
from tui.shifts.pieces_pane import PiecesPane
from tui.shifts.shifts_pane import ShiftsPane


class ShiftsScreen(PanedScreen):
    """Who worked when, and what was made, in one pay period."""

    SECTION = "shifts"
    PANES = (ShiftsPane, PiecesPane, HolidaysPane)

    def __init__(self) -> None:
        """Begin with the month that it is; what the programme's pay period is has to be read."""
        super().__init__()
        self.period = month_of(self.wagebook.today)
        self.kind = "monthly"
        self.week_starts = "MO"

    def on_mount(self) -> None:
        """Read how long the programme's pay periods are."""
        self.do(self.book.programme, self._use, group="programme")

    def _use(self, programme: Programme) -> None:
        now = (self.kind, self.week_starts)
        if now != (programme.pay_period, programme.week_starts):
            self.kind, self.week_starts = programme.pay_period, programme.week_starts
            self.period = pay_period_of(self.today, self.kind, self.week_starts)
            self.reload()
