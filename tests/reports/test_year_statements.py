"""A worker's year: the same figures on paper, in a workbook and in a text file."""

import csv
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from models.wages.engine.values import Minutes
from models.wages.year_figures import SlipOfYear, SumOfLines, Year, year_tables
from reports.year_sheets import (
    CSV_COLUMNS,
    write_year_statement_csv,
    write_year_statement_xlsx,
)
from reports.year_statement import write_year_statement_pdf, year_statement_pdf
from tests.reports.papers import opened, overlapping, squeezed, texts, words
from tests.reports.samples import HOSTILE_NAMES

ITEMS = (
    ("earning", "BASE", "", 300_000),
    ("earning", "OVERTIME", "", 12_345),
    ("earning", "OVERTIME", "contracted", 1_111),
    ("earning", "PIECE", "", 45_600),
    ("deduction", "DEDUCTION", "", 8_000),
    ("deduction", "ADVANCE", "", 10_000),
    ("rounding", "ROUNDING", "", 44),
)


def a_year(currency: str = "CNY", scale: int = 1, **more: Any) -> Year:
    """A year of nine months' payslips, all alike but for the month of a correction."""
    slips, lines = [], []
    for month in range(1, 10):
        for group, code, rule, amount in ITEMS:
            less = -2 if month == 5 and code == "DEDUCTION" else 1
            lines.append(SumOfLines(month, currency, group, code, rule, less * scale * amount))
        mine = [line for line in lines if line.month == month]
        gross, off, rounding = (
            sum(line.amount for line in mine if line.group == group)
            for group in ("earning", "deduction", "rounding")
        )
        slips.append(
            SlipOfYear(
                month, currency, gross, off, gross - off, gross - off + rounding,
                Minutes(worked=168 * 60 + month, overtime=600), month < 9,
            )
        )  # fmt: skip
    tables = year_tables(
        slips, lines, own="CNY", advances={currency: 50_000}, account={currency: 56}
    )
    values = {"code": "W-014", "work_name": "Maple", "language": "ko", "year": 2026, **more}
    return Year(tables=tables, **values)


def test_every_figure_of_the_year_is_printed() -> None:
    year = a_year()
    [page] = texts(year_statement_pdf(year, language="en"))
    for row in year.tables[0].rows:
        if row.kind not in ("minutes", "payslips"):
            assert f"{row.total // 100:,}.{row.total % 100:02d}" in page
    assert "1512:45" in squeezed(page).replace(",", "")
    assert "-160.00" in page, "a deduction given back stands below zero"
    assert "2026" in page
    assert "Sept" in page


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Net pay"), ("ko", "공제 후 금액"), ("zh", "扣款后工资")]
)
def test_it_is_in_the_language_chosen_or_the_workers_own(language: str, said: str) -> None:
    assert said in texts(year_statement_pdf(a_year(), language=language))[0]
    assert said in texts(year_statement_pdf(a_year(language=language)))[0]


def test_a_name_stands_on_it_only_where_it_is_asked_for(tmp_path: Path) -> None:
    year = a_year()
    assert "Maple" not in texts(year_statement_pdf(year))[0]
    assert "Maple" in texts(year_statement_pdf(year, named=True))[0]
    for ending, write in (
        ("xlsx", write_year_statement_xlsx),
        ("csv", write_year_statement_csv),
    ):
        path = tmp_path / f"year.{ending}"
        for named in (False, True):
            write(path, year, named=named)
            assert ("Maple" in content_of(path)) is named


def content_of(path: Path) -> str:
    if path.suffix == ".csv":
        return path.read_text()
    book = load_workbook(path)
    return repr([[cell.value for cell in row] for sheet in book for row in sheet])


def test_nothing_names_the_organisation_unless_a_header_is_given() -> None:
    assert "Riverside" not in texts(year_statement_pdf(a_year()))[0]
    assert "Riverside" in texts(year_statement_pdf(a_year(), header="Riverside"))[0]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_hostile_names_and_long_amounts_stay_in_their_place(name: str, language: str) -> None:
    year = a_year("KRW", 1_000, work_name=name, code="W-" + "9" * 18)
    content = year_statement_pdf(year, language=language, named=True, header=name * 3)
    for page, sheet in enumerate(opened(content)):
        width, height = sheet.get_size()
        assert (round(width), round(height)) == (842, 595), "A4 across"
        found = words(content, page)
        assert not overlapping(found)
        assert all(word.embedded for word in found)
        assert all(word.box[0] > 20 and word.box[2] < width - 20 for word in found)
        assert all(word.box[1] > 15 and word.box[3] < height - 15 for word in found)


def test_many_items_go_on_on_a_second_page_under_the_same_months() -> None:
    slips = [SlipOfYear(1, "CNY", 40, 0, 40, 40, Minutes())]
    lines = [SumOfLines(1, "CNY", "earning", "BASE", f"rule {n}", 1) for n in range(40)]
    tables = year_tables(slips, lines, own="CNY", advances={}, account={})
    pages = texts(year_statement_pdf(Year("W-1", "", "en", 2026, tables)))
    assert len(pages) == 2
    assert all("Jan" in page and "Dec" in page for page in pages)
    assert "page 2 of 2" in pages[1]


def test_each_currency_has_its_own_page() -> None:
    both = Year("W-1", "", "en", 2026, (*a_year().tables, *a_year("KRW").tables))
    first, second = texts(year_statement_pdf(both))
    assert "CNY" in first
    assert "KRW" not in first
    assert "KRW" in second


def test_the_workbook_cross_foots_with_real_numbers(tmp_path: Path) -> None:
    path, year = tmp_path / "year.xlsx", a_year()
    write_year_statement_xlsx(path, year, language="en")
    book = load_workbook(path)
    assert book.sheetnames == ["W-014 2026 CNY", "About CNY"]
    head, *rows = list(book["W-014 2026 CNY"].iter_rows(values_only=True))
    assert [str(title) for title in head[:3]] == ["Item", "Jan", "Feb"]
    named = {str(row[0]): row for row in rows}
    for row in rows:
        if not isinstance(row[13], timedelta):
            assert sum(Decimal(str(each)) for each in row[1:13]) == Decimal(str(row[13]))
    items = [Decimal(str(row[13])) for row in rows[: list(named).index("Total earnings")]]
    assert sum(items) == Decimal(str(named["Total earnings"][13]))
    worked = named["Hours worked"]
    assert worked[13] == timedelta(minutes=year.tables[0].row("worked").total)
    assert sum((each for each in worked[1:13] if each), timedelta()) == worked[13]


def test_the_text_file_has_codes_in_every_language(tmp_path: Path) -> None:
    path, year = tmp_path / "year.csv", a_year()
    write_year_statement_csv(path, year)
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert [row["item"] for row in rows] == [
        "BASE", "OVERTIME", "OVERTIME:contracted", "PIECE", "gross", "DEDUCTION", "ADVANCE",
        "deductions", "net", "ROUNDING", "paid", "worked", "overtime", "payslips",
    ]  # fmt: skip
    for row in rows:
        months = [Decimal(row[f"{month:02d}"]) for month in range(1, 13)]
        assert sum(months) == Decimal(row["total"])
    assert rows[0]["01"] == "3000.00"
    assert rows[11]["01"] == str(168 * 60 + 1), "hours are minutes"


def test_no_name_is_a_formula_in_the_text_file(tmp_path: Path) -> None:
    path, year = tmp_path / "year.csv", a_year()
    write_year_statement_csv(path, replace(year, work_name="=1+1"), named=True)
    with path.open(newline="") as file:
        row = next(csv.DictReader(file))
    assert row["work_name"] == "'=1+1"


def test_the_same_year_gives_the_same_bytes_that_say_nothing_of_their_maker() -> None:
    content = year_statement_pdf(a_year())
    assert content == year_statement_pdf(a_year())
    assert not any(opened(content).get_metadata_dict().values())


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    for ending, write in (
        ("pdf", write_year_statement_pdf),
        ("xlsx", write_year_statement_xlsx),
        ("csv", write_year_statement_csv),
    ):
        path = tmp_path / f"year.{ending}"
        write(path, a_year())
        assert path.stat().st_mode & 0o777 == 0o600
