"""Pages as pictures: ink where it belongs, white where scissors and printers need it."""

from itertools import pairwise

from PIL import Image, ImageOps

from reports.payslip import payslips_pdf
from reports.sales_summary import sales_summary_pdf
from tests.reports.papers import opened
from tests.reports.samples import chinese_slip, korean_slip, long_slip, summary

SCALE = 2


def picture(content: bytes, page: int = 0) -> Image.Image:
    return opened(content)[page].render(scale=SCALE).to_pil().convert("L")


def ink(image: Image.Image, box: tuple[float, float, float, float]) -> float:
    """The share of dark points inside a box given in points from the upper left."""
    part = image.crop(tuple(round(edge * SCALE) for edge in box))
    dark = sum(part.histogram()[:128])
    return dark / (part.width * part.height)


def test_both_halves_carry_a_slip_and_the_cut_is_dashed() -> None:
    image = picture(payslips_pdf([korean_slip(), chinese_slip()]))
    assert ink(image, (36, 20, 559, 400)) > 0.005
    assert ink(image, (36, 440, 559, 830)) > 0.005
    strip = image.crop((60 * SCALE, 420 * SCALE, 500 * SCALE, 422 * SCALE))
    darkest = [min(column) for column in zip(*_rows(strip), strict=True)]
    changes = sum((one < 200) != (other < 200) for one, other in pairwise(darkest))
    assert changes > 100


def _rows(image: Image.Image) -> list[bytes]:
    points = image.tobytes()
    return [points[n : n + image.width] for n in range(0, len(points), image.width)]


def test_around_the_cut_and_at_the_edges_the_paper_is_white() -> None:
    image = picture(payslips_pdf([long_slip(40), long_slip(40)]))
    for box in (
        (0, 0, 595, 14), (0, 829, 595, 842), (0, 30, 8, 400), (570, 30, 595, 400),
        (30, 403, 595, 419), (30, 423, 595, 439),
    ):  # fmt: skip
        assert ink(image, box) == 0


def test_a_draft_is_marked_across_the_page_and_stays_legible() -> None:
    plain = picture(payslips_pdf([korean_slip(status="approved")]))
    draft = picture(payslips_pdf([korean_slip(status="draft")]))
    middle = (150, 100, 450, 330)
    assert abs(ink(draft, middle) - ink(plain, middle)) < 0.001
    greys = [sum(one.histogram()[200:240]) for one in (plain, draft)]
    assert greys[1] > greys[0] + 10_000


def test_the_chart_is_drawn_and_reads_without_colour() -> None:
    image = picture(sales_summary_pdf(summary()))
    chart = (95, 215, 559, 375)
    assert 0.05 < ink(image, chart) < 0.6
    assert ImageOps.grayscale(image).getextrema()[0] < 60
