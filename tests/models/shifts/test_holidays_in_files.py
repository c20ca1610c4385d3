"""Holidays that come from a file and go out into one."""

import csv
from datetime import date
from pathlib import Path

import pytest

from models.book.book import Book
from models.errors import RefusedError
from models.exchange.exporting import export_rows
from models.exchange.importing import ImportReport, import_file
from models.language import speaking
from models.shifts.holiday_actions import change_holiday, move_holiday, strike_out_holiday
from models.shifts.tables import HOLIDAY
from tests.models.shifts.october import (
    FIRST,
    MOVED_WEEKEND,
    ORDINARY,
    SECOND,
    THIRD,
    calendar,
    day,
    stored,
)


def bring(book: Book, folder: Path, text: str) -> ImportReport:
    file = folder / "holidays.csv"
    file.write_text(text, encoding="utf-8")
    return import_file(book, "holidays", file)


def test_a_plain_file_comes_into_a_book_without_a_country_once(book, tmp_path):
    plain = "date,name\n2026-10-01,National Day\n2026-12-25,Christmas\n"
    assert bring(book, tmp_path, plain).added == 2
    again = bring(book, tmp_path, plain)
    assert (again.added, again.skipped) == (0, 2)
    assert [row[1:] for row in export_rows(book, "holidays").rows] == [
        ("National Day", "holiday"),
        ("Christmas", "holiday"),
    ]


def test_what_the_countrys_calendar_says_is_there_already_in_any_language(china, tmp_path):
    report = bring(
        china,
        tmp_path,
        "date,name,kind\n"
        "2026-10-01,National Day,\n"
        "2026-10-02,国庆节,holiday\n"
        "2026-10-03,Third day,holiday\n"
        "2026-10-05,National Day (observed),holiday\n"
        "2026-10-20,Founding Day,\n"
        "2026-10-20,Founding Day again,\n",
    )
    assert (report.added, report.skipped) == (3, 3)
    assert calendar(china).holidays == {FIRST, SECOND, THIRD, MOVED_WEEKEND[0], ORDINARY}


def test_an_unknown_kind_is_named(book, tmp_path):
    with pytest.raises(RefusedError) as refused:
        bring(book, tmp_path, "date,name,kind\n2026-10-01,National Day,party\n")
    problem = refused.value.problems[0]
    assert (problem.row, problem.column, problem.value) == (1, "kind", "party")


@pytest.mark.parametrize("spoken", ["en", "ko", "zh"])
def test_a_calendar_goes_out_and_comes_in_again(china, tmp_path, spoken):
    move_holiday(china, FIRST, ORDINARY)
    strike_out_holiday(china, date(2026, 10, 10))
    change_holiday(china, SECOND, day(SECOND, "Second, “second”\u3000day, <b>"))
    limits = {"from_": date(2026, 1, 1), "to": date(2027, 12, 31)}
    with speaking(spoken):
        export = export_rows(china, "holidays", **limits)
        rows = list(export.rows)
    assert export.columns == ("date", "name", "kind")
    file = tmp_path / "out.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([export.columns, *rows])
    before = stored(china)
    assert import_file(china, "holidays", file).added == 0
    with china.acting("test") as acting:
        acting.connection.execute(HOLIDAY.delete())
    assert import_file(china, "holidays", file).added == len(before) == 4
    assert {when: kind for when, (_name, kind) in stored(china).items()} == {
        when: kind for when, (_name, kind) in before.items()
    }
