"""Fitting text into a width: shortened, made smaller, or broken into lines."""

import re
from functools import lru_cache
from typing import Final

from models.language import language
from reports.typefaces import printable, text_width

ELLIPSIS: Final = "…"

_CACHED_TEXTS: Final = 8_192
_SMALLEST: Final = 5.0
# Korean is broken between words like English; Chinese between any two characters.
_PIECES: Final = re.compile(
    r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]|[^\s\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+|\s+"
)


def shortened(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """`text`, cut with an ellipsis where it is wider than `width`."""
    return _shortened(text, round(width, 2), size, bold, language())


@lru_cache(_CACHED_TEXTS)
def _shortened(
    text: str,
    width: float,
    size: float,
    bold: bool,  # noqa: FBT001 - a cache is asked by position
    _spoken: str,
) -> str:
    text = printable(text)
    if text_width(text, size, bold=bold) <= width:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        cut = text[:middle].rstrip() + ELLIPSIS
        if text_width(cut, size, bold=bold) <= width:
            fits = middle
        else:
            too_long = middle
    return text[:fits].rstrip() + ELLIPSIS


def size_to_fit(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """The largest size up to `size` at which `text` fits, and never one too small to read."""
    natural = text_width(text, size, bold=bold)
    return size if natural <= width else max(_SMALLEST, size * width / natural)


def wrapped(
    text: str, width: float, size: float, *, bold: bool = False, most: int = 4
) -> tuple[str, ...]:
    """`text` in at most `most` lines that fit `width`; the last one is shortened if need be."""
    return _wrapped(text, round(width, 2), size, bold, most, language())


@lru_cache(_CACHED_TEXTS)
def _wrapped(
    text: str,
    width: float,
    size: float,
    bold: bool,  # noqa: FBT001 - a cache is asked by position
    most: int,
    _spoken: str,
) -> tuple[str, ...]:
    text = printable(text).strip()
    if text_width(text, size, bold=bold) <= width:
        return (text,)
    lines = _broken(_PIECES.findall(text), width, size, bold=bold)
    if len(lines) <= most:
        return tuple(lines)
    last = shortened(" ".join(lines[most - 1 :]), width, size, bold=bold)
    return (*lines[: most - 1], last)


def _broken(pieces: list[str], width: float, size: float, *, bold: bool) -> list[str]:
    lines, used = [""], 0.0
    for piece in pieces:
        wide = text_width(piece, size, bold=bold)
        if used + wide <= width:
            lines[-1] += piece
            used += wide
            continue
        if piece.isspace():
            continue
        lines += _short_enough(piece, width, size, bold=bold)
        used = text_width(lines[-1], size, bold=bold)
    return [line.rstrip() for line in lines if line.strip()]


def _short_enough(piece: str, width: float, size: float, *, bold: bool) -> list[str]:
    parts = [""]
    for sign in piece:
        if parts[-1] and text_width(parts[-1] + sign, size, bold=bold) > width:
            parts.append("")
        parts[-1] += sign
    return parts
