"""Wages: the pay runs, and the adjustments that they take in."""

from typing import ClassVar

from tui.panes import Pane, PanedScreen
from tui.wages.adjustments import AdjustmentsPane
from tui.wages.runs import RunsPane


class WagesScreen(PanedScreen):
    """Pay runs and adjustments."""

    SECTION = "wages"
    PANES: ClassVar[tuple[type[Pane], ...]] = (RunsPane, AdjustmentsPane)
