"""Who is too young for the pay rules of their terms."""

from datetime import date
from pathlib import Path

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.employees.actions import change_employee
from models.employees.drafts import EmployeeDraft
from models.employees.packs import too_young
from models.employees.queries import employee, employees, terms
from models.errors import RefusedError
from models.exchange.importing import import_file
from tests.models.wages.bookkeeping import agree, hire

TODAY = date(2026, 5, 20)


def change(book: Book, code: str, **values: str) -> None:
    draft = {"code": code, "joined_on": "2025-01-01", **values}
    change_employee(book, code, EmployeeDraft.model_validate(draft))


@pytest.mark.parametrize(
    ("rules", "age", "said"),
    [
        pytest.param("CN", "15", "too young to be employed under the pay rules CN", id="named"),
        pytest.param("", "14", "too young to be employed under the pay rules TH", id="default"),
        pytest.param("KR", "under 16", "write 15 if that is the age", id="not precise"),
    ],
)
def test_an_employee_with_terms_below_the_age_is_refused(
    book: Book, rules: str, age: str, said: str
) -> None:
    change_settings(book, {"pay_rules": "TH"})
    with pytest.raises(RefusedError, match=said) as caught:
        hire(book, "Y-1", "hourly", "20", rules=rules, age_band=age)
    assert [(each.column, each.value) for each in caught.value.problems] == [("age_band", age)]
    assert employees(book, on=TODAY).count() == 0


def test_terms_below_the_age_are_refused_and_others_taken(book: Book) -> None:
    hire(book, "Y-1", age_band="14")
    with pytest.raises(RefusedError, match=r"too young .* KR") as caught:
        agree(book, "Y-1", "2026-01-01", "hourly", "20", rules="KR")
    assert [(each.column, each.value) for each in caught.value.problems] == [("rules", "KR")]
    agree(book, "Y-1", "2026-01-01", "hourly", "20", rules="US")
    agree(book, "Y-1", "2026-02-01", "hourly", "20")
    assert terms(book).count() == 2


def test_an_age_below_that_of_the_terms_is_refused_and_another_taken(book: Book) -> None:
    hire(book, "Y-1", "hourly", "20", rules="KR", age_band="16-17")
    with pytest.raises(RefusedError, match=r"too young .* KR") as caught:
        change(book, "Y-1", age_band="14")
    assert [(each.column, each.value) for each in caught.value.problems] == [("age_band", "14")]
    change(book, "Y-1", age_band="15")
    assert employee(book, "Y-1", on=TODAY).age_band == "15"


def test_what_else_is_said_of_someone_too_young_can_still_be_changed(book: Book) -> None:
    hire(book, "Y-1", "hourly", "20", age_band="14")
    change_settings(book, {"pay_rules": "CN"})
    change(book, "Y-1", age_band="14", work_name="Lee")
    assert employee(book, "Y-1", on=TODAY).work_name == "Lee"


def test_the_employee_s_age_is_pointed_out_where_it_is_not_refused(book: Book) -> None:
    hire(book, "Y-1", "hourly", "20", age_band="15")
    hire(book, "Y-2", "hourly", "20", age_band="16-17")
    hire(book, "Y-3", "hourly", "20", age_band="15", rules="KR")
    said = too_young(book, "Y-1", on=TODAY)
    assert said is not None
    assert said.startswith("Age 15: younger than people may be employed (ILO ")
    assert [too_young(book, code, on=TODAY) for code in ("Y-2", "Y-3", "Y-4")] == [None] * 3


def test_an_import_names_each_employee_and_terms_below_the_age(book: Book, tmp_path: Path) -> None:
    file = tmp_path / "employees.csv"
    file.write_text(
        "code,joined_on,age_band,basis,rate,rules\n"
        "Y-1,2026-01-01,15,hourly,20,KR\n"
        "Y-2,2026-01-01,15,hourly,20,CN\n"
        "Y-3,2026-01-01,under 14,,,\n"
        "Y-4,2026-01-01,under 16,hourly,20,US\n"
        "Y-5,2026-01-01,13,hourly,20,US\n",
        encoding="utf-8",
    )
    with pytest.raises(RefusedError) as caught:
        import_file(book, "employees", file)
    assert [(each.row, each.column, each.value) for each in caught.value.problems] == [
        (2, "age_band", "15"),
        (4, "age_band", "under 16"),
        (5, "age_band", "13"),
    ]
    assert import_file(book, "employees", file, skip_bad=True).added == 2
    file = tmp_path / "terms.csv"
    file.write_text(
        "employee,from,basis,rate,rules\nY-1,2026-02-01,hourly,21,KR\nY-3,2026-02-01,hourly,20,KR\n",
        encoding="utf-8",
    )
    with pytest.raises(RefusedError) as caught:
        import_file(book, "terms", file)
    assert [(each.row, each.column, each.value) for each in caught.value.problems] == [
        (2, "rules", "KR")
    ]
