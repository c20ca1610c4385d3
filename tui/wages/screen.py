"""Wages: the pay runs, and the adjustments and advances that they take in."""

from typing import ClassVar

from tui.panes import Pane, PanedScreen
from tui.wages.adjustments import AdjustmentsPane
from tui.wages.advances import AdvancesPane
from tui.wages.runs import RunsPane


class WagesScreen(PanedScreen):
    """Pay runs, adjustments and advances."""

    SECTION = "wages"
    PANES: ClassVar[tuple[type[Pane], ...]] = (RunsPane, AdjustmentsPane, AdvancesPane)
