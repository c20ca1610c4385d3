"""Faults of a file: every one is listed with its place, and nothing changes."""

from datetime import date

import pytest

from models.book.book import Book
from models.errors import RefusedError
from models.sales.queries import products
from models.shifts.queries import shifts
from tests.models.exchange.bringing import HEADER, Import, contents

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
