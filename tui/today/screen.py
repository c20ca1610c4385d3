"""What needs doing now, on one screen."""

from textual.app import ComposeResult
from textual.widgets import Static

from tui.section import SectionScreen


class TodayScreen(SectionScreen):
    """What needs doing now."""

    SECTION = "today"

    def compose_body(self) -> ComposeResult:
        """Nothing yet."""
        yield Static("today")
