"""A year's register on paper and in files: the whole programme first, then each site."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.book.book import Book
from models.errors import NotFoundError
from models.wages.register import registers
from models.wages.year_register import YearRegister, year_register
from reports.year_register import year_register_pdf
from reports.year_register_sheets import write_year_register_xlsx
from tests.reports.papers import opened, overlapping, texts, words


@pytest.fixture
def year(demo: Book) -> YearRegister:
    return year_register(demo, 2026)


def test_sites_add_up_to_the_programme_and_months_to_the_registers(
    demo: Book, year: YearRegister
) -> None:
    whole = year.total.tables[0]
    for row in whole.rows:
        of_sites = [
            one.months
            for part in year.sites
            for one in part.tables[0].rows
            if (one.kind, one.code, one.rule) == (row.kind, row.code, row.rule)
        ]
        assert tuple(map(sum, zip(*of_sites, strict=True))) == row.months
    for number in (1, 2):
        found = registers(demo, number)[0]
        month = found.run.period.ends_on.month - 1
        for code in ("gross", "deductions", "net", "paid"):
            assert whole.row(code).months[month] == found.total.figures.get(code, 0)


def test_every_site_has_a_page_on_which_nothing_overlaps(year: YearRegister) -> None:
    content = year_register_pdf(year, header="Riverside programme")
    pages = texts(content)
    names = ["All sites", *(part.site for part in year.sites)]
    assert len(pages) == len(names) > 2
    for number, (name, page) in enumerate(zip(names, pages, strict=True)):
        assert name in page
        assert f"page {number + 1} of {len(pages)}" in page
        assert "Amount paid" in page
        found = words(content, number)
        assert not overlapping(found)
        width, _height = opened(content)[number].get_size()
        assert all(word.box[0] > 20 and word.box[2] < width - 20 for word in found)


def test_the_workbook_has_a_sheet_for_each_site_with_numbers(
    year: YearRegister, tmp_path: Path
) -> None:
    write_year_register_xlsx(tmp_path / "y.xlsx", year)
    book = load_workbook(tmp_path / "y.xlsx")
    assert book.sheetnames == [
        "All sites CNY", *(f"{part.site} CNY" for part in year.sites),
    ]  # fmt: skip
    paid = next(row for row in book.worksheets[0].values if row[0] == "Amount paid")
    assert sum(Decimal(str(each)) for each in paid[1:-1]) == Decimal(str(paid[-1]))
    assert Decimal(str(paid[-1])) * 100 == year.total.tables[0].row("paid").total


def test_a_year_without_pay_has_no_register(demo: Book) -> None:
    with pytest.raises(NotFoundError, match="no approved payslip for a period that ends in 1999"):
        year_register(demo, 1999)
