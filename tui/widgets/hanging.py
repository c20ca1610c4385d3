"""Lines that begin with a sign or a name; what goes on below stands under their words."""

from collections.abc import Iterable

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

Hung = tuple[Content, Content]
"""What a line begins with, and its words."""


class Hanging(Visual):
    """Lines that are wrapped to the width there is, each behind its own beginning."""

    def __init__(self, lines: Iterable[Hung]) -> None:
        """Show `lines`, one below the other."""
        self._lines = tuple(lines)

    def __str__(self) -> str:
        """The lines before they are wrapped."""
        return "\n".join(f"{begins.plain}{words.plain}" for begins, words in self._lines)

    def wrapped(self, width: int) -> Content:
        """The lines in `width` cells."""
        return Content("\n").join(part for line in self._lines for part in _wrapped(*line, width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines as they are drawn; see `Visual`."""
        return self.wrapped(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - of Visual
        """The cells that the longest line takes."""
        widths = (begins.cell_length + words.cell_length for begins, words in self._lines)
        return max(widths, default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines they come to in `width` cells."""
        return self.wrapped(width).get_height(rules, width)


def _wrapped(begins: Content, words: Content, width: int) -> Iterable[Content]:
    room = max(1, width - begins.cell_length)
    first, *more = words.wrap(room) or [Content("")]
    indent = " " * begins.cell_length
    return [begins + first, *(Content(indent) + line for line in more)]
