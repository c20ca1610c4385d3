"""The monthly sales summary: the same figures on paper, in a workbook and in a text file."""

import csv
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from models.sales.figures import SalesFigures, SalesGroup
from reports.charts import ticks
from reports.sales_sheets import write_sales_summary_csv, write_sales_summary_xlsx
from reports.sales_summary import sales_summary_pdf, write_sales_summary_pdf
from tests.reports.papers import opened, overlapping, squeezed, texts, words
from tests.reports.samples import HOSTILE_NAMES, summary


def test_the_headline_figures_are_printed() -> None:
    printed = squeezed(texts(sales_summary_pdf(summary()))[0])
    one = summary()
    for figure in (one.totals.gross, one.totals.discounts, one.totals.returns, one.totals.net):
        assert f"{figure // 100:,}.{figure % 100:02d}" in printed
    assert "May2026·GBP" in printed
    assert "900.00" in printed


def test_every_product_is_printed_over_many_pages_with_headings_and_numbers() -> None:
    one = summary(300)
    pages = texts(sales_summary_pdf(one))
    assert len(pages) > 5
    everything = "".join(pages)
    for group in one.by_product:
        assert everything.count(group.key) == 1
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
        assert "SKU" in page
    assert everything.count("Total") == 3


def test_nothing_overlaps_and_nothing_leaves_the_page() -> None:
    groups = tuple(
        SalesGroup(name[:24], name * 3, SalesFigures(10**9, 10**12, 10**10, 10**10))
        for name in HOSTILE_NAMES
    )
    content = sales_summary_pdf(
        summary(currency="KRW", by_product=groups, by_maker=groups, by_channel=groups),
        header=HOSTILE_NAMES[6] * 3,
    )
    for page, sheet in enumerate(opened(content)):
        width, height = sheet.get_size()
        found = words(content, page)
        assert not overlapping(found)
        assert all(word.box[0] > 0 and word.box[2] < width - 30 for word in found)
        assert all(word.box[1] > 0 and word.box[3] < height for word in found)


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Sales summary"), ("ko", "판매 월보"), ("zh", "销售月报")]
)
def test_it_is_in_the_managers_language(language: str, title: str) -> None:
    assert title in texts(sales_summary_pdf(summary(), language=language))[0]


def test_an_empty_month_still_prints() -> None:
    empty = summary(
        0, by_day=(), by_channel=(), by_maker=(), previous_net=0, wages_gross=None, orders=0
    )
    printed = texts(sales_summary_pdf(empty))[0]
    assert "0.00" in printed
    assert "–" in printed


def test_several_currencies_follow_one_another(tmp_path: Path) -> None:
    both = [summary(), summary(currency="KRW")]
    printed = "".join(texts(sales_summary_pdf(both)))
    assert "May 2026 · GBP" in printed
    assert "May 2026 · KRW" in printed
    write_sales_summary_xlsx(tmp_path / "both.xlsx", both)
    assert "Products KRW" in load_workbook(tmp_path / "both.xlsx").sheetnames


def test_the_scale_of_the_chart_holds_every_value() -> None:
    for lowest, highest in ((0, 0), (0, 7), (-20_000, 99_999), (-5, 0), (0, 10**13)):
        scale = ticks(lowest, highest)
        assert scale[0] <= lowest <= highest <= scale[-1]
        assert 0 in scale
        assert len(scale) <= 6


def test_the_workbook_has_numbers_that_equal_the_summary(tmp_path: Path) -> None:
    one, path = summary(40), tmp_path / "sales.xlsx"
    write_sales_summary_xlsx(path, one)
    book = load_workbook(path)
    assert book.sheetnames == ["Totals", "Products", "Makers", "Channels", "Days"]
    products = book["Products"]
    *rows, total = list(products.iter_rows(min_row=2, values_only=True))
    assert len(rows) == 40
    for position in range(2, 7):
        assert sum(Decimal(str(row[position])) for row in rows) == Decimal(str(total[position]))
    assert Decimal(str(total[6])) * 100 == one.totals.net
    assert products["D2"].number_format == "#,##0.00"
    assert products["A1"].font.b
    assert products.freeze_panes == "A2"
    assert products.auto_filter.ref == "A1:G41"
    assert len(products._charts) == 1
    assert book["Days"]["A2"].is_date
    assert dict(book["Totals"].iter_rows(values_only=True))["Net"] == total[6]


def test_won_have_no_decimals(tmp_path: Path) -> None:
    path = tmp_path / "sales.xlsx"
    write_sales_summary_xlsx(path, summary(currency="KRW"), language="ko")
    book = load_workbook(path)
    assert book.sheetnames[0] == "합계"
    assert book["제품별"]["D2"].number_format == "#,##0"


def test_the_text_file_has_the_columns_and_figures_of_the_others(tmp_path: Path) -> None:
    one, path = summary(3), tmp_path / "sales.csv"
    write_sales_summary_csv(path, one)
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        "month", "currency", "group", "key", "name",
        "units", "gross", "discounts", "returns", "net",
    ]  # fmt: skip
    assert rows[0]["group"] == "total"
    products = [row for row in rows if row["group"] == "product"]
    assert sum(Decimal(row["net"]) for row in products) == Decimal(rows[0]["net"])


def test_a_workbook_says_nothing_about_its_maker(tmp_path: Path) -> None:
    path = tmp_path / "sales.xlsx"
    write_sales_summary_xlsx(path, summary())
    with ZipFile(BytesIO(path.read_bytes())) as parts:
        content = b"".join(parts.read(name) for name in parts.namelist())
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert b"creator" not in parts.read("docProps/core.xml")
        assert b"Application" not in parts.read("docProps/app.xml")
    assert b"openpyxl" not in content.replace(b"http://openpyxl.", b"")
    assert path.stat().st_mode & 0o777 == 0o600


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    def stop(_done: int, _all: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_sales_summary_pdf(tmp_path / "sales.pdf", summary(), on_progress=stop)
    assert not list(tmp_path.iterdir())
