"""Reading back what was printed."""

import re
from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium
from pypdfium2 import raw


@dataclass(frozen=True)
class Word:
    """A piece of text on a page and the box around it: left, bottom, right, top."""

    text: str
    box: tuple[float, float, float, float]
    size: float
    embedded: bool


def opened(content: bytes) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(BytesIO(content))


def texts(content: bytes) -> list[str]:
    """The text of each page, its lines joined as they were printed."""
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in opened(content)]


def squeezed(text: str) -> str:
    """`text` without what lies between its words, which differs with where lines are broken."""
    return re.sub(r"\s+", "", text)


def words(content: bytes, page: int = 0) -> list[Word]:
    """Every text object of a page."""
    sheet = opened(content)[page]
    return [
        _word(one)
        for one in sheet.get_objects(textpage=sheet.get_textpage())
        if one.type == raw.FPDF_PAGEOBJ_TEXT
    ]


def _word(one: pdfium.PdfTextObj) -> Word:
    embedded = one.get_font().is_embedded
    return Word(one.extract().strip(), one.get_bounds(), one.get_font_size(), embedded)


def overlapping(found: list[Word], *, largest: float = 30) -> list[tuple[str, str]]:
    """Pairs of texts that lie over each other; what is larger than `largest` is a watermark."""
    solid = [word for word in found if word.text.strip() and word.size < largest]
    return [
        (one.text, other.text)
        for index, one in enumerate(solid)
        for other in solid[index + 1 :]
        if _overlap(one.box, other.box)
    ]


def _overlap(one: tuple[float, ...], other: tuple[float, ...], slack: float = 0.6) -> bool:
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )
