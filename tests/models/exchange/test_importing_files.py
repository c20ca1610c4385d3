"""Importing: every fault listed with its place, all or nothing, and again without harm."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select

from models.book.book import Book
from models.book.schema import METADATA
from models.employees.actions import add_employee, change_employee
from models.employees.drafts import EmployeeDraft
from models.employees.queries import employees, sites, terms
from models.errors import RefusedError
from models.exchange.importing import ImportReport, import_file, parse_mapping
from models.sales.queries import products, sales
from models.shifts.queries import shifts
from models.wages.queries import pieces
from models.wages.records import remove_pieces

Import = Callable[..., ImportReport]
HEADER = "employee,date,start,end,break_minutes,rate,note\n"


@pytest.fixture
def staffed(book: Book) -> Book:
    for code in ("W-001", "W-002"):
        draft = {"code": code, "joined_on": "2026-01-01", "basis": "hourly", "rate": "20"}
        add_employee(book, EmployeeDraft.model_validate(draft))
    return book


@pytest.fixture
def bring(tmp_path: Path, staffed: Book) -> Import:
    def bring(kind: str, content: str, **options: object) -> ImportReport:
        path = tmp_path / f"{kind}.csv"
        path.write_text(content, newline="")
        return import_file(staffed, kind, path, **options)  # type: ignore[arg-type]

    return bring


def contents(book: Book) -> dict[str, int]:
    """How many rows each table has; the audit is one of them."""
    with book.reading() as connection:
        return {
            name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
            for name, table in METADATA.tables.items()
        }


TEN_FAULTS = (
    HEADER
    + "W-001,2026-02-31,08:00,16:00,,,\n"
    + "W-001,2026-05-01,25:00,16:00,,,\n"
    + "W-001,2026-05-02,08:00,,,,\n"
    + "W-001,2026-05-03,08:00,16:00,-5,,\n"
    + "W-001,2026-05-04,08:00,16:00,,-20,\n"
    + "W-404,2026-05-05,08:00,16:00,,,\n"
    + "W-001,2026-05-06,22:00,06:00,,,\n"
    + "W-001,2026-05-07,05:00,09:00,,,\n"
    + "W-001,2025-12-31,08:00,16:00,,,\n"
    + f"W-001,2026-05-09,08:00,16:00,,,{'x' * 501}\n"
    + "W-001,2026-05-10,08:00,16:00,,,,too many\n"
    + "W-001,2026-05-11,08:00,16:00,480,1.23456,\n"
)


def test_ten_different_faults_are_all_listed_with_their_place_and_nothing_changes(
    staffed: Book, bring: Import
) -> None:
    before = contents(staffed)
    with pytest.raises(RefusedError) as caught:
        bring("shifts", TEN_FAULTS)
    listed = [(p.row, p.column, (p.value or "")[:10]) for p in caught.value.problems]
    assert listed == [
        (1, "date", "2026-02-31"),
        (2, "start", "25:00"),
        (3, "end", ""),
        (4, "break_minutes", "-5"),
        (5, "rate", "-20"),
        (6, "employee", "W-404"),
        (8, "start", "05:00"),
        (9, "date", "2025-12-31"),
        (10, "note", "x" * 10),
        (11, None, "too many"),
        (12, "rate", "1.23456"),
    ]
    assert {problem.file for problem in caught.value.problems} == {"shifts.csv"}
    assert all(problem.message.endswith(".") for problem in caught.value.problems)
    assert "2026-05-06 22:00–06:00" in caught.value.problems[6].message
    assert str(caught.value) == "11 things are wrong; nothing was changed."
    assert contents(staffed) == before


def test_skip_bad_takes_the_good_rows_and_lists_the_others(staffed: Book, bring: Import) -> None:
    report = bring("shifts", TEN_FAULTS, skip_bad=True)
    assert (report.rows, report.added, report.skipped, report.bad) == (12, 1, 0, 11)
    assert len(report.problems) == 11
    assert [row.day for row in shifts(staffed).all()] == [date(2026, 5, 6)]


def test_several_faults_of_one_row_are_all_listed(bring: Import) -> None:
    with pytest.raises(RefusedError) as caught:
        bring("shifts", HEADER + "W 1,x,y,z,w,v,\n")
    assert [p.column for p in caught.value.problems] == [
        "employee",
        "date",
        "start",
        "end",
        "break_minutes",
        "rate",
    ]


@pytest.mark.parametrize("content", [HEADER + "W-001,2026-05-04,08:00,16:00,,,\n", TEN_FAULTS])
@pytest.mark.parametrize("skip_bad", [False, True])
def test_a_dry_run_says_what_would_happen_and_changes_nothing(
    staffed: Book, bring: Import, content: str, skip_bad: bool
) -> None:
    before = contents(staffed)
    if content == TEN_FAULTS and not skip_bad:
        with pytest.raises(RefusedError):
            bring("shifts", content, dry_run=True)
    else:
        report = bring("shifts", content, dry_run=True, skip_bad=skip_bad)
        assert report.dry_run
        assert report.added == 1
    assert contents(staffed) == before


def test_columns_stand_in_any_order_and_case(staffed: Book, bring: Import) -> None:
    report = bring(
        "shifts",
        "NOTE; End ;START;Break Minutes;Date;colour;Employee\n"
        '"a; b\nc";16:00;08:00;30;2026-05-04;red;W-001\n',
    )
    assert report.ignored_columns == ("colour",)
    (row,) = shifts(staffed).all()
    assert (row.start, row.end, row.break_minutes, row.note) == ("08:00", "16:00", 30, "a; b c")


def test_a_missing_required_column_is_named(staffed: Book, bring: Import) -> None:
    with pytest.raises(RefusedError) as caught:
        bring("shifts", "employee,date,begin\nW-001,2026-05-04,08:00\n")
    assert [p.column for p in caught.value.problems] == ["start", "end"]


def test_a_column_that_stands_twice_is_named(bring: Import) -> None:
    with pytest.raises(RefusedError) as caught:
        bring("shifts", "employee,date,start,end,Date\nW-001,2026-05-04,08:00,16:00,2026-05-05\n")
    assert [(p.column, p.message) for p in caught.value.problems] == [
        ("date", "This column stands twice.")
    ]


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


def test_two_identical_lines_are_both_real_and_stay_so(staffed: Book, bring: Import) -> None:
    line = "W-001,2026-05-04,sew,10,1.5,\n"
    two = "employee,date,task,quantity,rate,note\n" + line * 2
    assert bring("pieces", two).added == 2
    again = bring("pieces", two)
    assert (again.added, again.skipped) == (0, 2)
    third = bring("pieces", two + line)
    assert (third.added, third.skipped) == (1, 2)
    assert pieces(staffed).count() == 3


def test_of_identical_lines_one_that_was_removed_does_not_come_back(
    staffed: Book, bring: Import
) -> None:
    header, line = "employee,date,task,quantity,rate\n", "W-001,2026-05-04,sew,10,1.5\n"
    bring("pieces", header + line * 3)
    remove_pieces(staffed, [next(row.id for row in pieces(staffed).all())])
    assert bring("pieces", header + line * 2).added == 0
    assert bring("pieces", header + line * 4).added == 2
    assert pieces(staffed).count() == 4


def test_pieces_are_found_again_after_their_employee_got_another_code(
    staffed: Book, bring: Import
) -> None:
    header, line = "employee,date,task,quantity,rate\n", "W-001,2026-05-04,sew,10,1.5\n"
    bring("pieces", header + line)
    draft = {"code": "W-900", "joined_on": "2026-01-01"}
    change_employee(staffed, "W-001", EmployeeDraft.model_validate(draft))
    assert bring("pieces", header + line.replace("W-001", "W-900")).added == 0


def test_skipping_rows_that_are_there_opens_no_site(staffed: Book, bring: Import) -> None:
    before = contents(staffed)
    report = bring("employees", "code,site,joined_on\nW-001,Elsewhere,2026-01-01\n")
    assert (report.added, report.skipped) == (0, 1)
    assert sites(staffed) == []
    assert contents(staffed) == before


def test_a_bad_sale_opens_no_product(staffed: Book, bring: Import) -> None:
    before = contents(staffed)
    report = bring(
        "sales",
        "date,sku,quantity,unit_price,maker\n2026-05-04,NEW,1,5,W-404\n",
        skip_bad=True,
    )
    assert (report.added, report.bad) == (0, 1)
    assert products(staffed).count() == 0
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


def test_contracted_hours_beyond_a_day_or_a_week_are_listed_faults(bring: Import) -> None:
    with pytest.raises(RefusedError) as caught:
        bring(
            "terms",
            "employee,from,basis,rate,daily_hours,weekly_hours\n"
            "W-001,2026-02-01,hourly,20,25,40\n"
            "W-001,2026-03-01,hourly,20,8,169\n",
        )
    assert [(p.row, p.column) for p in caught.value.problems] == [
        (1, "daily_hours"),
        (2, "weekly_hours"),
    ]


def test_an_amount_beyond_any_book_is_a_listed_fault(bring: Import) -> None:
    with pytest.raises(RefusedError) as caught:
        bring(
            "sales",
            "date,sku,quantity,unit_price\n2026-05-04,A1,999999999999,999999999999\n",
        )
    assert [(p.row, p.column) for p in caught.value.problems] == [(1, "unit_price")]


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


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("W-9,2026-02-01,2026-01-01,hourly,20", "left_on"),
        ("W-9,2026-02-01,,hourly,", "rate"),
        ("W-9,2026-02-01,,,20", "basis"),
        ("W-9,2026-02-01,,hourly,0", "rate"),
        ("W-9,2026-02-31,,,", "joined_on"),
        (",2026-02-01,,,", "code"),
        ("W-9,2026-02-01,,yearly,20", "basis"),
    ],
)
def test_what_does_not_go_together_is_said_at_its_column(
    bring: Import, row: str, column: str
) -> None:
    with pytest.raises(RefusedError) as caught:
        bring("employees", f"code,joined_on,left_on,basis,rate\n{row}\n")
    assert [problem.column for problem in caught.value.problems] == [column]


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
