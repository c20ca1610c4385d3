"""The typefaces on paper, and which of them prints a piece of text.

No single face covers Hangul, simplified Chinese and every currency sign, so a text is cut into runs
by what each face has. The reader's language says which face is tried first. What no face has is
printed as `?`, never as an empty box.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from models.language import language

FONTS: Final = Path(__file__).parent / "fonts"
MISSING: Final = "?"

_KOREAN: Final = ("NotoSansKR", "NotoSansSC", "NotoSans")
_CHINESE: Final = ("NotoSansSC", "NotoSansKR", "NotoSans")
_CACHED_TEXTS: Final = 16_384

# A name in hanja is set in one face: mixing Korean and Chinese forms of a stroke looks like a slip.
_HAN_OR_OTHER: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+|[^\u3400-\u9fff\uf900-\ufaff]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that one face covers. `width` is that at a size of one point."""

    face: str
    text: str
    width: float


@cache
def widths(face: str) -> dict[str, float]:
    """The width of each character that `face` has, at a size of one point; loads the face."""
    font = TTFont(face, str(FONTS / f"{face}.ttf"), shapable=False)
    registerFont(font)
    has = font.face.charToGlyph
    return {chr(code): width / 1000 for code, width in font.face.charWidths.items() if code in has}


def faces(*, bold: bool, spoken: str) -> tuple[str, ...]:
    """The faces in the order in which they are tried for a reader of the language `spoken`."""
    families = _CHINESE if spoken == "zh" else _KOREAN
    regular = tuple(f"{family}-Regular" for family in families)
    return (*(f"{family}-Bold" for family in families), *regular) if bold else regular


def printable(text: str) -> str:
    """`text` composed and on one line: tabs and breaks become spaces, invisible signs go."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():
        return composed
    return "".join(_visible(sign) for sign in composed)


def _visible(sign: str) -> str:
    if sign.isspace() or unicodedata.category(sign) == "Cc":
        return " "
    return "" if unicodedata.category(sign) in {"Cf", "Cs"} else sign


def runs(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    """`text` in runs, for a reader of the language in use."""
    return _runs(text, bold, language())


@lru_cache(_CACHED_TEXTS)
def _runs(text: str, bold: bool, spoken: str) -> tuple[Run, ...]:  # noqa: FBT001 - a cache is asked by position
    order = faces(bold=bold, spoken=spoken)
    clean = printable(text)
    pieces = (piece for part in _HAN_OR_OTHER.findall(clean) for piece in _pieces(part, order))
    return tuple(
        _run(face, "".join(part for _, part in parts))
        for face, parts in groupby(pieces, lambda piece: piece[0])
    )


def _pieces(text: str, order: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    whole = _covering(text, order)
    if whole:
        yield whole, text
        return
    for sign in text:
        face = _covering(sign, order)
        yield (face, sign) if face else (order[0], MISSING)


def _covering(text: str, order: tuple[str, ...]) -> str | None:
    signs = set(text)
    return next((face for face in order if widths(face).keys() >= signs), None)


def _run(face: str, text: str) -> Run:
    return Run(face, text, sum(map(widths(face).__getitem__, text)))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide `text` is at `size` points."""
    return size * _width(text, bold, language())


@lru_cache(_CACHED_TEXTS)
def _width(text: str, bold: bool, spoken: str) -> float:  # noqa: FBT001 - a cache is asked by position
    return sum(run.width for run in _runs(text, bold, spoken))
