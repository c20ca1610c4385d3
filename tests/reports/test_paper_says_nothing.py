"""A document says nothing about who made it, when, or with what."""

import re
import subprocess
import sys

import pytest

from reports.page import A5, Sheet
from reports.payslip import payslips_pdf
from reports.sales_summary import sales_summary_pdf
from tests.reports.papers import opened, words
from tests.reports.samples import chinese_slip, korean_slip, slip, summary

DOCUMENTS = {
    "payslips": lambda: payslips_pdf([slip(), korean_slip(), chinese_slip()]),
    "summary": lambda: sales_summary_pdf(summary()),
}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_metadata_is_empty(kind: str) -> None:
    content = DOCUMENTS[kind]()
    assert not any(opened(content).get_metadata_dict().values())
    for trace in (b"ReportLab", b"reportlab", b"untitled", b"anonymous", b"CreationDate", b"D:2"):
        assert trace not in content
    assert re.search(rb"/Info \d+ 0 R", content)
    assert b"/ID \n[<00><00>]" in content or b"/ID [<00><00>]" in content


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_same_figures_give_the_same_bytes(kind: str) -> None:
    assert DOCUMENTS[kind]() == DOCUMENTS[kind]()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_font_is_embedded(kind: str) -> None:
    content = DOCUMENTS[kind]()
    assert b"Helvetica" not in content
    for page in range(len(opened(content))):
        assert all(word.embedded for word in words(content, page))


def test_hostile_text_prints_as_it_was_typed() -> None:
    sheet = Sheet(A5)
    sheet.text(20, 100, "(a) \\ <b> [/B] 김 伟 ₩", 9)
    sheet.next_page()
    page = opened(sheet.finished())[0].get_textpage()
    assert page.get_text_range() == "(a) \\ <b> [/B] 김 伟 ₩"


def test_importing_the_package_does_not_import_reportlab() -> None:
    code = "import reports, sys; sys.exit('reportlab' in sys.modules or 'openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
