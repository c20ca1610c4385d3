"""Records in and out of files, and what is said of a bad one."""

import csv
import io
import json
import stat
from datetime import date

import pytest

from models.exchange.kinds import KINDS as BOOK_KINDS
from tui.commands.exchange import KINDS

HEAD = "employee,date,start,end,break_minutes,status,rate\n"


def _rows(answer):
    return list(csv.DictReader(io.StringIO(answer.out)))


def test_every_kind_of_the_book_has_its_commands():
    assert set(KINDS) == set(BOOK_KINDS)


def test_an_export_of_every_kind_imports_again_and_adds_nothing(january, tmp_path):
    for kind in KINDS:
        file = tmp_path / f"{kind}.csv"
        wrote = january("export", kind, "--out", file, "--json").json
        again = january("import", kind, file, "--json").json
        assert again["kind"] == kind
        assert again["file"] == f"{kind}.csv"
        assert again["rows"] == again["skipped"] == wrote["rows"] > 0
        assert (again["added"], again["bad"], again["problems"]) == (0, 0, [])
        assert again["ignored_columns"] == []
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_export_fills_an_empty_book_with_the_same_records(january, tmp_path, wagebook):
    other = tmp_path / "other.book"
    wagebook("new", "--name", "X", "--currency", "CNY", "--timezone", "Asia/Seoul", "--book", other)
    for kind in KINDS:
        file = tmp_path / f"{kind}.xlsx"
        january("export", kind, "--out", file)
        added = wagebook("import", kind, file, "--json", "--book", other).json
        before = january("export", kind, "--format", "json").json
        after = wagebook("export", kind, "--json", "--book", other).json
        assert added["added"] + added["skipped"] == len(before)
        assert after == before


def test_records_are_listed_with_the_columns_of_their_file(january):
    shifts = january("list", "shifts", "--employee", "W-001", "--json").json
    assert [shift["date"] for shift in shifts] == ["2026-01-05", "2026-01-06"]
    assert shifts[1]["start"] == "22:00"
    assert shifts[1]["break_minutes"] == 60
    assert shifts[1]["rate"] is None
    within = january("list", "shifts", "--from", "2026-01-06", "--to", "2026-01-06", "--json").json
    assert len(within) == 1
    products = january("list", "products", "--json").json
    assert products[0]["maker_share"] == "12.5%"
    assert products[0]["price"] == "25.00"


def test_a_table_stays_in_line_with_wide_characters_and_keeps_brackets(january):
    from rich.cells import cell_len

    lines = january("list", "employees").out.splitlines()
    assert "Ann [/B]" in lines[3]
    starts = {cell_len(line[: line.index("2026-01-")]) for line in lines[2:6]}
    assert len(starts) == 1
    assert lines[-1] == "4 rows"


def test_export_goes_to_the_screen_as_csv_or_json(january):
    sales = _rows(january("export", "sales"))
    assert [row["quantity"] for row in sales] == ["10", "-1", "2.5"]
    assert sales[0]["discount"] == "5.00"
    assert january("export", "sales", "--json").json[2]["unit_price"] == "10.015"


def test_export_writes_json_to_a_file(january, tmp_path):
    january("export", "pieces", "--out", tmp_path / "pieces.json")
    pieces = json.loads((tmp_path / "pieces.json").read_text(encoding="utf-8"))
    assert [piece["quantity"] for piece in pieces] == ["12", "10.5"]


def test_an_export_that_cannot_be_written_leaves_what_was_there(january, tmp_path):
    answer = january("export", "sales", "--out", tmp_path / "none" / "sales.csv", "--json")
    assert answer.status == 1
    assert "no folder" in answer.error["message"]


def test_ten_faults_are_all_listed_with_file_row_column_and_value(january, written):
    file = written(
        "shifts.csv",
        HEAD + "W-001,2026-02-31,08:00,16:00,,,\n"
        "W-099,2026-01-12,08:00,16:00,,,\n"
        "W-001,2026-01-12,8 o'clock,16:00,,,\n"
        "W-001,2026-01-13,08:00,25:00,,,\n"
        "W-001,2026-01-14,08:00,16:00,480,,\n"
        "W-001,2026-01-15,08:00,16:00,-5,,\n"
        "W-001,2026-01-16,08:00,16:00,,asleep,\n"
        "W-001,2026-01-17,08:00,16:00,,,-15.00\n"
        "W-002,2026-01-02,08:00,16:00,,,\n"
        "W-001,2026-01-07,05:00,09:00,,,\n"
        "W-001,2026-01-20,08:00,16:00,,,\n",
    )
    answer = january("import", "shifts", file, "--json")
    assert answer.status == 1
    problems = answer.error["problems"]
    assert answer.error["message"] == "10 things are wrong; nothing was changed."
    assert [problem["row"] for problem in problems] == list(range(1, 11))
    assert {problem["file"] for problem in problems} == {"shifts.csv"}
    assert [(problem["column"], problem["value"]) for problem in problems] == [
        ("date", "2026-02-31"),
        ("employee", "W-099"),
        ("start", "8 o'clock"),
        ("end", "25:00"),
        ("break_minutes", "480"),
        ("break_minutes", "-5"),
        ("status", "asleep"),
        ("rate", "-15.00"),
        ("date", "2026-01-02"),
        ("start", "05:00"),
    ]
    assert "2026-01-06 22:00–06:00" in problems[9]["message"]
    spoken = january("import", "shifts", file).err.splitlines()
    assert len(spoken) == 11
    assert spoken[8].strip() == "shifts.csv row 8, rate: -15.00 is below zero."
    assert len(january("list", "shifts", "--json").json) == 3


def test_bad_rows_can_be_left_out_and_are_still_named(january, written):
    file = written(
        "shifts.csv", HEAD + "W-001,2026-02-31,08:00,16:00,,,\nW-001,2026-01-20,08:00,16:00,,,\n"
    )
    report = january("import", "shifts", file, "--skip-bad", "--json")
    assert report.status == 0
    assert (report.json["rows"], report.json["added"], report.json["bad"]) == (2, 1, 1)
    assert report.json["problems"][0]["message"] == "“2026-02-31” is not a day of the calendar."
    assert "row 1, date" in january("import", "shifts", file, "--skip-bad").out


def test_a_dry_run_tells_all_and_changes_nothing(january, written):
    file = written("shifts.csv", HEAD + "W-001,2026-01-20,08:00,16:00,,,\n")
    report = january("import", "shifts", file, "--dry-run", "--json").json
    assert (report["added"], report["dry_run"]) == (1, True)
    assert "nothing was changed" in january("import", "shifts", file, "--dry-run").out
    assert january("import", "shifts", file, "--json").json["added"] == 1
    wrong = written("wrong.csv", HEAD + "W-001,2026-01-40,08:00,16:00,,,\n")
    assert january("import", "shifts", wrong, "--dry-run").status == 1


@pytest.mark.parametrize(
    ("kind", "content", "sentence"),
    [
        ("sales", b"", "The file it.csv is empty."),
        ("sales", b"\x89PNG\r\n\x1a\n\x00\x00", "neither a CSV file in UTF-8 nor an XLSX file"),
        ("sales", b"PK\x03\x04 broken", "neither a CSV file in UTF-8 nor an XLSX file"),
        ("stock", b"sku,date,quantity\nNO-1,2026-01-05,3\n", "There is no product NO-1."),
        ("stock", b"sku,date\nB-1,2026-01-05\n", "There is no column quantity."),
        ("terms", b"employee,from,basis,rate\nW-001,2026-02-01,hourly,-1\n", "-1 is below zero."),
        ("holidays", b"date,name\n2026-02-31,No day\n", "is not a day of the calendar."),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(january, written, kind, content, sentence):
    answer = january("import", kind, written("it.csv", content))
    assert (answer.status, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1
    assert sentence in answer.err


def test_a_file_that_is_not_there_is_refused(january, tmp_path):
    assert "There is no file" in january("import", "sales", "none.csv", "--json").error["message"]
    assert "is a folder" in january("import", "sales", tmp_path).err


def test_a_name_of_forty_syllables_and_one_like_markup_are_kept(empty, written):
    name = "가나다라마바사아자차" * 4
    file = written(
        "people.csv",
        "code,work_name,joined_on,shoe_size\n"
        f"W-1,{name},2026-01-01,38\nW-2,Ann [/B],2026-01-01,40\n",
    )
    report = empty("import", "employees", file, "--json").json
    assert (report["added"], report["ignored_columns"]) == (2, ["shoe_size"])
    people = empty("list", "employees", "--json").json
    assert [person["work_name"] for person in people] == [name, "Ann [/B]"]
    assert name in empty("list", "employees").out
    too_long = written("long.csv", f"code,work_name,joined_on\nW-3,{name * 3},2026-01-01\n")
    refused = empty("import", "employees", too_long, "--json").error["problems"][0]
    assert refused["column"] == "work_name"


def test_what_would_move_the_cursor_is_not_sent_to_a_terminal(empty, written):
    file = written("people.csv", "code,joined_on\n\x1b[2J\x07evil,2026-01-01\n")
    answer = empty("import", "employees", file)
    assert answer.status == 1
    assert "\x1b" not in answer.err
    assert "\x07" not in answer.err


def test_columns_of_another_program_are_mapped(empty, written):
    file = written("orders.csv", "No,Code,When,How many,Each\n7,B-1,2026-01-05 09:30:00,3,2.55\n")
    answer = empty(
        "import",
        "sales",
        file,
        "--map",
        "ref=No, sku=Code, date=When, quantity=How many, unit_price=Each",
    )
    assert answer.status == 0
    sale = empty("list", "sales", "--json").json[0]
    assert (sale["date"], sale["sku"], sale["quantity"]) == ("2026-01-05", "B-1", "3")
    wrong = empty("import", "sales", file, "--map", "ref=Number", "--json")
    assert wrong.status == 1
    messages = [problem["message"] for problem in wrong.error["problems"]]
    assert "There is no column Number." in messages


def test_the_calendar_of_the_country_is_listed_with_what_was_entered_over_it(empty, written):
    assert empty("list", "holidays", "--json").json == []
    empty("settings", "country", "CN")
    file = written("own.csv", "date,name,kind\n2026-10-01,,struck_out\n2026-10-20,Own,holiday\n")
    assert "This is required." in empty("import", "holidays", file).err
    file = written("own.csv", "date,name,kind\n2026-10-01,-,struck_out\n2026-10-20,Own,\n")
    assert empty("import", "holidays", file, "--json").json["added"] == 2
    october = ("--from", "2026-10-01", "--to", "2026-10-31", "--json")
    found = {row["date"]: row for row in empty("list", "holidays", *october).json}
    assert found["2026-10-01"] == {
        "date": "2026-10-01",
        "name": "National Day",
        "kind": "struck_out",
    }
    assert found["2026-10-02"]["kind"] == "holiday"
    assert found["2026-10-05"]["kind"] == "rest_day"
    assert found["2026-10-10"]["kind"] == "working_day"
    assert found["2026-10-20"]["name"] == "Own"


def test_the_calendar_of_two_years_is_listed_unless_days_are_given(empty):
    empty("settings", "country", "KR")
    years = {row["date"][:4] for row in empty("list", "holidays", "--json").json}
    this = date.today().year
    assert years == {str(this), str(this + 1)}
    may = ("--from", "2025-05-01", "--to", "2025-05-31")
    english = empty("list", "holidays", *may).out
    assert "Workers' Day" in english
    assert "3 rows" in english
    korean = empty("export", "holidays", *may, WAGEBOOK_LANGUAGE="ko")
    assert _rows(korean)[0] == {"date": "2025-05-01", "name": "근로자의날", "kind": "holiday"}
