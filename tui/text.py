"""Text that people typed, made safe to show.

Square brackets are markup to Textual and to Rich, tabs and control characters move the cursor, and
a Hangul syllable is two cells wide. Everything that comes from the book or from a file passes
through here on its way to the screen.
"""

import unicodedata
from typing import Final, Literal

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.content import Content

Align = Literal["left", "right"]

ELLIPSIS: Final = "…"
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_CONTROL_PICTURES: Final = 0x2400
_VARIATION_SELECTORS: Final = range(0xFE00, 0xFE10)


def _harmless(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    code = ord(character)
    if category == "Cc":
        return chr(_CONTROL_PICTURES + code) if code < ord(" ") else _REPLACEMENT
    if category == "Cs":
        return _REPLACEMENT
    # Joiners, direction marks and variation selectors have no width of their own, and terminals
    # disagree about the width of what they join: without them every column stays in line.
    if category == "Cf" or code in _VARIATION_SELECTORS:
        return ""
    return character


def clean(text: str) -> str:
    """`text` on one line, without characters that move the cursor or turn the direction.

    White space becomes a space, a control character its picture (`␛`), invisible marks vanish.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_harmless, text))


def safe(text: str, style: str = "") -> Content:
    """`text` for a widget: label, button, option, title. Brackets stay brackets."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def safe_lines(text: str) -> Content:
    """Like `safe`, for text of several lines: its line breaks stay."""
    return Content("\n".join(clean(line) for line in text.splitlines()))


def cell(text: str, style: str = "", *, align: Align = "left") -> Text:
    """`text` for a cell of Textual's `DataTable`."""
    return Text(clean(text), style=style, justify=align, no_wrap=True, overflow="ellipsis")


def width_of(text: str) -> int:
    """How many cells of the terminal `text` takes once it is clean."""
    return cell_len(clean(text))


def cut(text: str, width: int) -> str:
    """`text` cleaned, in at most `width` cells; an ellipsis stands for what was cut."""
    text = clean(text)
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def fit(text: str, width: int, align: Align = "left") -> str:
    """`text` cut or padded to exactly `width` cells."""
    text = cut(text, width)
    padding = " " * max(0, width - cell_len(text))
    return padding + text if align == "right" else text + padding
