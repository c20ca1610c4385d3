"""The lines on top of a screen of wages: what it is about, how it stands, and its sums."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.text import safe


class Head(Vertical):
    """A title with something beside it, sums under it, and where there is one a line to look at."""

    def __init__(self, *, look: bool = False) -> None:
        """Say nothing yet; `look` keeps room for a line to look at."""
        super().__init__(classes="head")
        self._title = Static("", classes="head-title", markup=False)
        self._way = Static("", classes="head-way", markup=False)
        self._sums = Static("", classes="head-sums", markup=False)
        self._look = Static("", classes="head-look", markup=False)
        self._look.display = look

    def compose(self) -> ComposeResult:
        """The lines."""
        with Horizontal(classes="head-line"):
            yield self._title
            yield self._way
        yield self._sums
        yield self._look

    def say(self, title: str, way: Content, sums: Content, look: Content | None = None) -> None:
        """Say all of it anew; without `look` its line is gone."""
        self._title.update(safe(title, "bold"))
        self._way.update(way)
        self._sums.update(sums)
        self._look.update(look or "")
        self._look.display = look is not None
