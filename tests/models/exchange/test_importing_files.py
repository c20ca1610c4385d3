"""Importing: columns, rows and cells as people write them."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.book.book import Book
from models.employees.queries import employees, terms
from models.errors import RefusedError
from models.exchange.importing import import_file, parse_mapping
from models.sales.queries import products, sales
from models.shifts.queries import shifts
from tests.models.exchange.bringing import HEADER, Import, contents


def test_columns_stand_in_any_order_and_case(staffed: Book, bring: Import) -> None:
    report = bring(
        "shifts",
        "NOTE; End ;START;Break Minutes;Date;colour;Employee\n"
        '"a; b\nc";16:00;08:00;30;2026-05-04;red;W-001\n',
    )
    assert report.ignored_columns == ("colour",)
    (row,) = shifts(staffed).all()
    assert (row.start, row.end, row.break_minutes, row.note) == ("08:00", "16:00", 30, "a; b c")


def test_a_mapping_renames_columns_and_its_mistakes_are_named(staffed: Book, bring: Import) -> None:
    content = "Who,When,Start,End\nW-001,2026-05-04 00:00,08:00,16:00\n"
    mapping = parse_mapping("employee=Who, date=when")
    assert bring("shifts", content, mapping=mapping).added == 1
    with pytest.raises(RefusedError) as caught:
        bring("shifts", content, mapping={"employee": "Nobody", "colour": "Who", "date": "When"})
    assert [p.column for p in caught.value.problems] == ["colour", "employee"]
    for wrong in ("employee", "=x", "a=", "employee=Who,,"):
        with pytest.raises(RefusedError, match="form ours=Theirs"):
            parse_mapping(wrong)


def test_blank_rows_are_left_out_and_still_count_as_rows_of_the_file(bring: Import) -> None:
    content = (
        HEADER + "\n ,,,,,,\nW-001,2026-05-04,08:00,16:00,,,\n\nW-404,2026-05-04,08:00,16:00,,,\n"
    )
    with pytest.raises(RefusedError) as caught:
        bring("shifts", content)
    assert [p.row for p in caught.value.problems] == [5]
    report = bring("shifts", content, skip_bad=True)
    assert (report.rows, report.added, report.bad) == (2, 1, 1)


def test_cells_beyond_the_header_may_be_empty(bring: Import) -> None:
    assert bring("shifts", HEADER + "W-001,2026-05-04,08:00,16:00,,,,, ,\n").added == 1


def test_a_short_row_has_nothing_in_its_last_columns(bring: Import) -> None:
    assert bring("shifts", HEADER + "W-001,2026-05-04,08:00,16:00\n").added == 1


def test_a_file_with_a_header_alone_adds_nothing(staffed: Book, bring: Import) -> None:
    before = contents(staffed)
    report = bring("shifts", HEADER)
    assert (report.rows, report.added) == (0, 0)
    assert contents(staffed) == before


def test_a_sale_of_an_unknown_product_opens_it_with_its_first_name_and_price(
    staffed: Book, bring: Import
) -> None:
    bring(
        "sales",
        "date,sku,quantity,unit_price,name\n"
        "2026-05-04,A1,1,5,\n2026-05-04,A1,1,6,Bag\n2026-05-04,A1,1,7,Sack\n",
    )
    (found,) = products(staffed).all()
    assert (found.sku, found.name, found.price, found.provisional) == ("A1", "Bag", 50000, True)
    described = bring("products", "sku,name,price\nA1,Canvas bag,8\n")
    assert described.added == 1
    (found,) = products(staffed).all()
    assert (found.name, found.price, found.provisional) == ("Canvas bag", 80000, False)
    assert bring("products", "sku,name,price\nA1,Other,9\n").skipped == 1


def test_hostile_names_go_in_and_come_out_unchanged(staffed: Book, bring: Import) -> None:
    names = ["Ann [/B]", "[A1]", "x [b", "가" * 40, "Maria 🧵👩\u200d🌾", "=1+1", "'; DROP TABLE"]
    rows = "".join(f'H-{n},"{name}",2026-01-01\n' for n, name in enumerate(names))
    bring("employees", "code,work_name,joined_on\n" + rows)
    found = [row.work_name for row in employees(staffed, on=date(2026, 5, 1), search="H-").all()]
    assert found == names


def test_first_terms_come_with_the_employee_and_are_not_taken_twice(
    staffed: Book, bring: Import
) -> None:
    content = (
        "code,joined_on,basis,rate,daily_hours,rest_days,rules\n"
        'W-009,2026-02-01,monthly,4000.5,7.5,"SU,SA",plain\n'
    )
    assert bring("employees", content).added == 1
    assert bring("employees", content).skipped == 1
    (row,) = terms(staffed, employee="W-009").all()
    assert (row.rate, row.daily_minutes, row.rest_days, row.rules) == (
        40005000,
        450,
        "SA,SU",
        "PLAIN",
    )


def test_a_spreadsheet_is_imported_as_it_looks(staffed: Book, tmp_path: Path) -> None:
    from datetime import datetime, time

    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["employee", "date", "start", "end", "break_minutes", "rate"])
    sheet.append(["W-001", datetime(2026, 5, 4), time(8), time(16, 30), 30, 20.1])
    sheet.append(["W-001", "2026-05-05", "08:00", "16:00", 30.0, None])
    sheet.append([None, None, None, None, None, None])
    workbook.save(tmp_path / "s.xlsx")
    assert import_file(staffed, "shifts", tmp_path / "s.xlsx").added == 2
    first, second = shifts(staffed).all()
    assert (first.day, first.start, first.end, first.rate) == (
        date(2026, 5, 4),
        "08:00",
        "16:30",
        201000,
    )
    assert (second.break_minutes, second.rate) == (30, None)


def test_a_rate_of_zero_for_one_shift_is_zero_and_not_no_rate(staffed: Book, bring: Import) -> None:
    bring("shifts", HEADER + "W-001,2026-05-04,08:00,16:00,,0,\n")
    (row,) = shifts(staffed).all()
    assert row.rate == 0


def test_returns_that_come_before_their_sale_in_the_file_find_it(
    staffed: Book, bring: Import
) -> None:
    content = "date,sku,quantity,unit_price,ref\n2026-05-06,BAG,-1,10,A1\n2026-05-05,BAG,1,10,A1\n"
    assert bring("sales", content).added == 2
    assert sales(staffed, returns=True).count() == 1
