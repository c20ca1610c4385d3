"""Four payslips on a sheet, and payslips on a roll of 80 mm."""

import re
import zlib

import pytest

from reports.payslip import LAYOUTS, payslips_pdf
from tests.bench.payslips import korean_slips
from tests.reports.papers import opened, overlapping, texts, words
from tests.reports.samples import (
    LONG_NAME,
    chinese_slip,
    korean_slip,
    long_slip,
    slip,
)

A4 = (595.3, 841.9)
MM = 72 / 25.4
QUARTERS = ((False, True), (True, True), (False, False), (True, False))  # right half, upper half


def colours(content: bytes) -> set[bytes]:
    """Every colour that the pages of a document are drawn in."""
    streams = re.findall(rb"\nstream\r?\n(.*?)endstream", content, re.DOTALL)
    drawn = b"\n".join(zlib.decompress(each) for each in streams)
    return set(re.findall(rb"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)\b", drawn))


def test_four_lie_on_a_sheet_each_in_its_quarter_in_reading_order() -> None:
    content = payslips_pdf([slip(code=f"W-{n:03d}") for n in range(6)], layout="a4-4up")
    document = opened(content)
    assert len(document) == 2
    assert document[0].get_size() == pytest.approx(A4, abs=0.1)
    for page, codes in enumerate((("W-000", "W-001", "W-002", "W-003"), ("W-004", "W-005"))):
        found = words(content, page)
        places = [
            (word.box[0] > A4[0] / 2, word.box[1] > A4[1] / 2)
            for code in codes
            for word in found
            if word.text == code
        ]
        assert tuple(places) == QUARTERS[: len(codes)]
        assert not overlapping(found)


def test_nothing_but_the_scissors_lies_on_the_cuts_of_a_sheet_of_four() -> None:
    slips = [slip(work_name=LONG_NAME), korean_slip(), chinese_slip(), long_slip(8)]
    content = payslips_pdf(slips, layout="a4-4up", header=LONG_NAME)
    for page in range(len(opened(content))):
        for word in words(content, page):
            left, bottom, right, top = word.box
            on_a_cut = left < A4[0] / 2 < right or bottom < A4[1] / 2 < top
            assert not on_a_cut or word.text == "✂"


def test_on_a_roll_each_payslip_is_a_page_as_long_as_it_needs() -> None:
    slips = [slip(lines=()), slip(), long_slip(25), slip(lines=())]
    sizes = [page.get_size() for page in opened(payslips_pdf(slips, layout="roll-80"))]
    assert [width for width, _height in sizes] == pytest.approx([80 * MM] * 4, abs=0.1)
    short, usual, long, again = (height for _width, height in sizes)
    assert short < usual < long
    assert again == short


def test_a_roll_without_end_is_cut_into_pages_of_a_metre() -> None:
    content = payslips_pdf([long_slip(150)], layout="roll-80")
    heights = [page.get_size()[1] for page in opened(content)]
    assert len(heights) == 2
    assert max(heights) <= 1_000 * MM + 50
    first, second = texts(content)
    assert "continued on the next page" in first
    assert "Signature or thumbprint" in second


def test_a_roll_is_printed_in_black_without_greys() -> None:
    slips = [slip(status="draft"), korean_slip(), long_slip(25)]
    assert colours(payslips_pdf(slips, layout="roll-80")) == {b"0 0 0"}
    assert len(colours(payslips_pdf(slips, layout="a5"))) > 3


@pytest.mark.parametrize("layout", LAYOUTS)
def test_there_is_room_for_a_thumb(layout: str) -> None:
    """Some 15 mm by 30 mm."""
    content = payslips_pdf([slip()], layout=layout)
    boxes = [
        (right - left, top - bottom)
        for one in opened(content)[0].get_objects()
        for left, bottom, right, top in [one.get_bounds()]
        if one.type == 2 and 30 * MM < right - left < 70 * MM and top - bottom > 12 * MM
    ]
    assert boxes


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_order_given_is_kept(layout: str) -> None:
    codes = ["W-003", "W-001", "W-002"]
    printed = "".join(texts(payslips_pdf([slip(code=code) for code in codes], layout=layout)))
    assert sorted(codes, key=printed.index) == codes


@pytest.mark.parametrize(
    ("layout", "pages"), [("a4-2up", 3), ("a4-4up", 2), ("a5", 6), ("roll-80", 6)]
)
def test_a_korean_payslip_of_ten_lines_is_never_cut_in_two(layout: str, pages: int) -> None:
    assert len(opened(payslips_pdf(korean_slips(6), layout=layout))) == pages
