"""Spreadsheets hold numbers and dates; text in them is never a formula."""

import csv
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.money import Money
from reports.cells import number_format, plain_text
from reports.sheets import SheetTable, write_csv, write_xlsx
from tests.reports.samples import HOSTILE_NAMES

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=cmd|"/C calc"!A0', "#N/A", "-")


@pytest.mark.parametrize("text", [*FORMULAS, *HOSTILE_NAMES])
def test_text_is_stored_as_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rows.xlsx"
    write_xlsx(path, [SheetTable(text, (text, "b"), [(text, 1)], (text, 1))])
    sheet = load_workbook(path).worksheets[0]
    for place in ("A1", "A2", "A3"):
        assert sheet[place].value == text
        assert sheet[place].data_type in {"s", "inlineStr"}


def test_values_keep_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    row = (
        Money(422_050, "CNY"), Money(96_000, "KRW"), Decimal("12.3456"), 7,
        date(2026, 5, 31), time(22, 0), True, None, datetime(2026, 5, 31, 8, 30),
    )  # fmt: skip
    write_xlsx(path, [SheetTable("rows", tuple("abcdefghi"), [row])])
    cells = load_workbook(path)["rows"][2]
    assert [cell.value for cell in cells] == [
        4220.5, 96_000, 12.3456, 7,
        datetime(2026, 5, 31), time(22, 0), True, None, datetime(2026, 5, 31, 8, 30),
    ]  # fmt: skip
    assert [cell.number_format for cell in cells[:3]] == ["#,##0.00", "#,##0", "#,##0.0000"]


def test_signs_that_a_workbook_cannot_hold_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    write_xlsx(path, [SheetTable("rows", ("a",), [("bell\x07",), ("x" * 40_000,)])])
    sheet = load_workbook(path)["rows"]
    assert sheet["A2"].value == "bell"
    assert len(sheet["A3"].value) == 32_767


def test_sheets_of_one_name_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    write_xlsx(path, [SheetTable("a/b" * 20, ("a",), []), SheetTable("a/b" * 20, ("a",), [])])
    names = load_workbook(path).sheetnames
    assert len(set(names)) == 2
    assert all(len(name) <= 31 for name in names)


def test_columns_are_as_wide_as_what_stands_in_them(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    write_xlsx(path, [SheetTable("rows", ("a", "b"), [("x", "가나다라마바사아자차")])])
    widths = load_workbook(path)["rows"].column_dimensions
    assert widths["B"].width == 23
    assert widths["A"].width == 9


def test_a_text_file_reads_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    rows = [(text, 1) for text in (*FORMULAS, *HOSTILE_NAMES, 'quote " comma ,', "two\nlines")]
    write_csv(path, ("code", "n"), rows)
    with path.open(newline="", encoding="utf-8") as file:
        header, *read = list(csv.reader(file))
    assert header == ["code", "n"]
    assert [row[0] for row in read] == [text for text, _ in rows]


def test_no_text_is_a_formula_in_a_file_to_look_at(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    rows = [(text, Decimal(-1)) for text in (*FORMULAS, *HOSTILE_NAMES)]
    write_csv(path, ("code", "n"), rows, guard=True)
    with path.open(newline="", encoding="utf-8") as file:
        _header, *read = list(csv.reader(file))
    assert not any(row[0][:1] in set("=+-@") for row in read)
    assert [row[0].removeprefix("'") for row in read] == [text for text, _ in rows]
    assert {row[1] for row in read} == {"-1"}


def test_a_length_of_time_adds_up_beyond_a_day(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    write_xlsx(path, [SheetTable("rows", ("hours",), [(timedelta(hours=168, minutes=20),)])])
    cell = load_workbook(path)["rows"]["A2"]
    assert (cell.value, cell.number_format) == (timedelta(hours=168, minutes=20), "[h]:mm")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Money(422_000, "CNY"), "4220.00"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (date(2026, 5, 31), "2026-05-31"),
        (time(8, 30), "08:30"),
        (timedelta(hours=168, minutes=5), "168:05"),
        (-timedelta(minutes=90), "-1:30"),
        (12, "12"),
    ],
)
def test_values_in_text_files_have_the_form_that_imports_again(value: object, text: str) -> None:
    assert plain_text(value) == text  # type: ignore[arg-type]


def test_a_number_shows_the_decimals_it_was_given_with() -> None:
    assert number_format(Decimal("1000")) == "#,##0"
    assert number_format(Decimal("0.10")) == "#,##0.00"
