"""A page to draw on: sizes, colours that also read well in black and white, text in any script.

A document carries nothing about who made it, when, or with what.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Final

from reportlab import rl_config
from reportlab.lib.pagesizes import A4 as _A4
from reportlab.lib.pagesizes import A5 as _A5
from reportlab.pdfbase.pdfdoc import PDFInfo
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from models.language import language
from reports.typefaces import faces, runs, text_width, widths
from reports.wrapping import shortened

# Pages as text would be a quarter larger, and slower to write.
rl_config.useA85 = 0

Size = tuple[float, float]
Colour = tuple[float, float, float]

A4: Final[Size] = _A4
A5: Final[Size] = _A5
A4_ACROSS: Final[Size] = (A4[1], A4[0])
MM: Final = 72 / 25.4
"""Points in a millimetre."""

INK: Final[Colour] = (0.10, 0.12, 0.14)
MUTED: Final[Colour] = (0.30, 0.33, 0.36)
HAIRLINE: Final[Colour] = (0.72, 0.74, 0.76)
BAND: Final[Colour] = (0.945, 0.95, 0.955)
ACCENT: Final[Colour] = (0.09, 0.31, 0.33)
LOSS: Final[Colour] = (0.62, 0.24, 0.18)
GHOST: Final[Colour] = (0.90, 0.90, 0.90)
_BLACK: Final[Colour] = (0, 0, 0)

_SIGNATURE_OF_MAKER: Final = b" ReportLab Generated PDF document (opensource)\n"
_NO_ID: Final = b"[<00><00>]"


class _NoInfo(PDFInfo):
    """The empty account of a document's author, maker and dates."""

    producer = creator = title = author = subject = keywords = ""

    def format(self, document: object) -> bytes:  # noqa: ARG002 (ReportLab's signature)
        return b"<< >>"


def _font(face: str) -> Any:
    return getFont(face)


class Sheet:
    """A document that is drawn page by page. All lengths are points, from the lower left.

    With `black` it is for a printer that has no greys: whatever is drawn is black, and neither
    areas nor watermarks are.
    """

    def __init__(self, size: Size, *, black: bool = False) -> None:
        first = faces(bold=False, spoken=language())[0]
        widths(first)
        # Without a face of our own ReportLab names Helvetica, which is not embedded.
        self._canvas = Canvas(
            BytesIO(),
            pagesize=size,
            invariant=1,
            pageCompression=1,
            initialFontName=first,  # type: ignore[arg-type] # the stub knows only None
        )
        self._document: Any = getattr(self._canvas, "_doc")  # noqa: B009 (no public way)
        self._document.info = _NoInfo()
        self._document._ID = _NO_ID  # noqa: SLF001 (nor to an empty identity)
        self._known: dict[tuple[str, bool, str], list[tuple[str, str]]] = {}
        self._colours: dict[Colour, str] = {}
        self._black = black
        self.width, self.height = size

    def _rgb(self, colour: Colour) -> str:
        if colour not in self._colours:
            shown = _BLACK if self._black else colour
            self._colours[colour] = " ".join(f"{part:.3g}" for part in shown)
        return self._colours[colour]

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: Colour = INK,
        within: float | None = None,
    ) -> None:
        """Write one line that starts at `x`; shortened where it is wider than `within`."""
        if not text:
            return
        if within is not None:
            text = shortened(text, within, size, bold=bold)
        shown = "".join(
            f"{font} {size:.2f} Tf <{codes}> Tj " for font, codes in self._codes(text, bold=bold)
        )
        self._canvas.addLiteral(f"BT {self._rgb(colour)} rg 1 0 0 1 {x:.2f} {y:.2f} Tm {shown}ET")

    def _codes(self, text: str, *, bold: bool) -> list[tuple[str, str]]:
        """The text as (font of the document, character codes in it), remembered for each text."""
        key = (text, bold, language())
        if key not in self._known:
            document = self._document
            self._known[key] = [
                (font.getSubsetInternalName(subset, document), codes.hex())
                for run in runs(text, bold=bold)
                for font in [_font(run.face)]
                for subset, codes in font.splitString(run.text, document)
            ]
        return self._known[key]

    def text_right(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: Colour = INK,
        within: float | None = None,
    ) -> None:
        """Write one line that ends at `x`."""
        if within is not None:
            text = shortened(text, within, size, bold=bold)
        start = x - text_width(text, size, bold=bold)
        self.text(start, y, text, size, bold=bold, colour=colour)

    def text_centred(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: Colour = INK,
    ) -> None:
        """Write one line whose middle is at `x`."""
        start = x - text_width(text, size, bold=bold) / 2
        self.text(start, y, text, size, bold=bold, colour=colour)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        width: float = 0.5,
        colour: Colour = HAIRLINE,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw a straight line."""
        dashes = f"{dash[0]} {dash[1]}" if dash else ""
        self._canvas.addLiteral(
            f"{self._rgb(colour)} RG {width:.2f} w [{dashes}] 0 d "
            f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S"
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        edge: Colour | None = None,
        line: float = 0.5,
    ) -> None:
        """Draw a rectangle from its lower left corner."""
        if self._black:
            fill = None
        if fill is None and edge is None:
            return
        inside = f"{self._rgb(fill)} rg " if fill else ""
        outline = f"{self._rgb(edge)} RG {line:.2f} w [] 0 d " if edge else ""
        paint = {(True, True): "B", (True, False): "f"}.get((bool(fill), bool(edge)), "S")
        self._canvas.addLiteral(
            f"{inside}{outline}{x:.2f} {y:.2f} {width:.2f} {height:.2f} re {paint}"
        )

    def watermark(self, x: float, y: float, text: str, size: float) -> None:
        """Write `text` large, pale and slanted, with its middle at the point; draw it first."""
        if self._black:
            return
        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.rotate(24)
        self.text_centred(0, -size / 3, text, size, bold=True, colour=GHOST)
        self._canvas.restoreState()

    @contextmanager
    def moved(self, right: float) -> Iterator[None]:
        """Draw everything inside the block that far to the right."""
        self._canvas.addLiteral(f"q 1 0 0 1 {right:.2f} 0 cm")
        yield
        self._canvas.addLiteral("Q")

    def resize(self, height: float) -> None:
        """Make this page and those after it `height` points high."""
        self.height = height
        self._canvas.setPageSize((self.width, height))

    def next_page(self) -> None:
        """Close this page; what is drawn from now on is on the next."""
        self._canvas.showPage()

    def finished(self) -> bytes:
        """The whole document. Every page must have been closed."""
        content: bytes = self._canvas.getpdfdata()  # type: ignore[no-untyped-call] # not in the stub
        return content.replace(
            _SIGNATURE_OF_MAKER, b" " * (len(_SIGNATURE_OF_MAKER) - 1) + b"\n", 1
        )
