"""What the law does not let be entered ends an import with 1, each fault in its row and column."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Wagebook

Written = Callable[[str, str | bytes], Path]

EMPLOYEES = (
    "code,joined_on,age_band,basis,rate,currency,rules,rest_days\n"
    'Y-1,2026-01-01,15,hourly,11000,KRW,KR,"SA,SU"\n'
    'W-1,2026-01-01,18+,hourly,11000,KRW,KR,"SA,SU"\n'
)


@pytest.fixture
def korean(empty: Wagebook, written: Written) -> Wagebook:
    """`wagebook` on a book with a worker of 15 and a grown-up under the Korean rules."""
    assert empty("import", "employees", written("employees.csv", EMPLOYEES)).status == 0
    return empty


def found(problems: list[dict[str, object]]) -> list[tuple[object, ...]]:
    return [(each["row"], each["column"], each["value"]) for each in problems]


def test_an_employee_below_the_age_is_refused(empty: Wagebook, written: Written) -> None:
    file = written("employees.csv", EMPLOYEES.replace(",15,", ",14,"))
    answer = empty("import", "employees", file, "--json")
    assert answer.status == 1
    assert found(answer.error["problems"]) == [(1, "age_band", "14")]
    assert answer.error["message"] == (
        "Age 14: too young to be employed under the pay rules KR"
        " (Labor Standards Act, Articles 64, 69 and 70(2))."
    )
    assert empty("list", "employees", "--json").json == []


def test_shifts_beyond_the_limits_of_the_age_are_refused(
    korean: Wagebook, written: Written
) -> None:
    file = written(
        "shifts.csv",
        "employee,date,start,end,status\n"
        "Y-1,2026-05-06,09:00,16:00,\n"
        "Y-1,2026-05-07,16:00,23:30,planned\n"
        "W-1,2026-05-07,16:00,23:30,\n"
        "Y-1,2026-05-09,09:00,10:00,\n",
    )
    answer = korean("import", "shifts", file, "--json")
    assert answer.status == 1
    assert found(answer.error["problems"]) == [
        (2, "end", "23:30"),
        (2, "end", "23:30"),
        (4, "date", "2026-05-09"),
    ]
    said = korean("import", "shifts", file)
    assert said.status == 1
    assert (
        "shifts.csv row 4, date: Age 15: no work on rest days, and 2026-05-09 is one"
        " (Labor Standards Act, Articles 64, 69 and 70(2))." in said.err
    )
    report = korean("import", "shifts", file, "--skip-bad", "--json")
    assert report.status == 0
    assert (report.json["added"], report.json["bad"]) == (2, 2)


def test_a_deduction_without_a_legal_basis_is_refused(korean: Wagebook, written: Written) -> None:
    file = written(
        "adjustments.csv",
        "employee,date,item,amount,kind,legal_basis,agreed,earned_from,earned_to\n"
        "W-1,2026-05-06,DEDUCTION,2000,statutory,,,,\n"
        "W-1,2026-05-06,DEDUCTION,3000,loan,Loan of 3 May,yes,,\n"
        "W-1,2026-05-06,BONUS,4000,,,,2026-05-01,2026-04-01\n",
    )
    answer = korean("import", "adjustments", file, "--json")
    assert answer.status == 1
    assert found(answer.error["problems"]) == [
        (1, "legal_basis", ""),
        (3, "earned_to", "2026-04-01"),
    ]
    assert "Labor Standards Act, Articles 21 and 43(1)" in answer.error["problems"][0]["message"]
    assert korean("import", "adjustments", file, "--skip-bad").status == 0
    (row,) = korean("list", "adjustments", "--json").json
    assert (row["kind"], row["legal_basis"], row["agreed"]) == ("loan", "Loan of 3 May", "yes")


def test_exported_adjustments_have_all_columns_and_import_again(
    korean: Wagebook, written: Written, tmp_path: Path
) -> None:
    file = written(
        "adjustments.csv",
        "employee,date,item,amount,note,kind,legal_basis,agreed,earned_from,earned_to\n"
        "W-1,2026-05-06,DEDUCTION,3000,phone,loan,Loan of 3 May,yes,,\n"
        "W-1,2026-05-07,BONUS,4000,,,,,2026-04-01,2026-04-30\n",
    )
    assert korean("import", "adjustments", file).status == 0
    out = tmp_path / "out.csv"
    assert korean("export", "adjustments", "--out", out).status == 0
    assert out.read_text(encoding="utf-8-sig").splitlines() == file.read_text().splitlines()
    again = korean("import", "adjustments", out, "--json").json
    assert (again["added"], again["skipped"]) == (0, 2)
