"""Employees by code, the days they are employed, and terms that hold from a day on."""

from datetime import date

import pytest

from models.accounts import USES
from models.book.actions import change_settings
from models.book.book import Book
from models.book.settings import SETTINGS
from models.employees import actions
from models.employees.drafts import EmployeeDraft, TermsDraft
from models.employees.queries import employee, employees, terms
from models.errors import NotFoundError, RefusedError
from models.shifts.actions import add_shift
from models.shifts.drafts import ShiftDraft
from models.wages.drafts import PieceDraft
from models.wages.records import add_piece

MAY = date(2026, 5, 20)


def draft(code: str = "W-001", **changes: str) -> EmployeeDraft:
    return EmployeeDraft.model_validate({"code": code, "joined_on": "2026-01-05", **changes})


def agreed(day: str, rate: str = "20", **changes: str) -> TermsDraft:
    values = {"employee": "W-001", "from": day, "basis": "hourly", "rate": rate, **changes}
    return TermsDraft.model_validate(values)


def test_a_new_employee_has_the_programme_s_usual_language(book: Book) -> None:
    change_settings(book, {"languages": "zh,ko"})
    actions.add_employee(book, draft())
    found = employee(book, "W-001", on=MAY)
    assert (found.language, found.age_band, found.payment_method) == ("zh", "18+", "cash")
    assert found.pay == ""


def test_a_code_belongs_to_one_employee(book: Book) -> None:
    actions.add_employee(book, draft())
    actions.add_employee(book, draft("W-002"))
    with pytest.raises(RefusedError, match="has this already"):
        actions.add_employee(book, draft("W-002", work_name="Another"))
    with pytest.raises(RefusedError) as caught:
        actions.change_employee(book, "W-001", draft("W-002"))
    assert [problem.column for problem in caught.value.problems] == ["code"]
    actions.change_employee(book, "W-001", draft("W-003"))
    assert [row.code for row in employees(book, on=MAY).all()] == ["W-002", "W-003"]


def test_terms_hold_from_their_day_until_the_next(book: Book) -> None:
    actions.add_employee(book, draft(basis="hourly", rate="18"))
    actions.add_terms(book, agreed("2026-05-16", "22.5", currency="usd"))
    found = {day: employee(book, "W-001", on=date(2026, 5, day)).pay for day in (1, 15, 16, 31)}
    assert found == {1: "18.00", 15: "18.00", 16: "22.50", 31: "22.50"}
    assert employee(book, "W-001", on=date(2026, 1, 4)).pay == ""
    assert [row.currency for row in terms(book, employee="W-001").all()] == ["CNY", "USD"]


def test_terms_of_one_day_are_agreed_once(book: Book) -> None:
    actions.add_employee(book, draft(basis="hourly", rate="18"))
    with pytest.raises(RefusedError, match="has this already"):
        actions.add_terms(book, agreed("2026-01-05"))
    with pytest.raises(RefusedError, match="There is no employee W-009"):
        actions.add_terms(book, agreed("2026-02-01", employee="W-009"))
    with pytest.raises(NotFoundError):
        actions.remove_terms(book, 99)
    with pytest.raises(NotFoundError):
        actions.change_employee(book, "W-009", draft("W-009"))


def test_employment_is_not_cut_off_from_work_that_was_done(book: Book) -> None:
    actions.add_employee(book, draft())
    values = {"employee": "W-001", "date": "2026-05-04", "start": "22:00", "end": "06:00"}
    add_shift(book, ShiftDraft.model_validate(values))
    piece = {"employee": "W-001", "date": "2026-05-06", "task": "sew", "quantity": "1"}
    add_piece(book, PieceDraft.model_validate({**piece, "rate": "1"}))
    for changes, column, day in (
        ({"joined_on": "2026-05-05"}, "joined_on", "2026-05-04"),
        ({"left_on": "2026-05-05"}, "left_on", "2026-05-06"),
    ):
        with pytest.raises(RefusedError, match=f"work on {day}") as caught:
            actions.change_employee(book, "W-001", draft(**changes))
        assert [problem.column for problem in caught.value.problems] == [column]
    actions.change_employee(book, "W-001", draft(joined_on="2026-05-04", left_on="2026-05-06"))


def test_who_has_left_is_listed_among_those_who_left(book: Book) -> None:
    actions.add_employee(book, draft("W-001", left_on="2026-05-19"))
    actions.add_employee(book, draft("W-002", left_on="2026-05-20"))
    actions.add_employee(book, draft("W-003", joined_on="2026-05-21"))
    current = employees(book, on=MAY, status="current").all()
    left = employees(book, on=MAY, status="left").all()
    assert [row.code for row in current] == ["W-002"]
    assert [row.code for row in left] == ["W-001"]
    assert employees(book, on=MAY).count() == 3


@pytest.mark.parametrize(
    "name", ["Ann [/B]", "[A1]", "가" * 40, "Maria 🧵👩\u200d🌾", "100%_x", "O'Hara \\ Sons"]
)
def test_a_name_is_found_by_any_part_of_it_and_only_by_that(book: Book, name: str) -> None:
    actions.add_employee(book, draft("W-001", work_name=name))
    actions.add_employee(book, draft("W-002", work_name="Somebody else"))
    for part in (name, name[1:4].strip(), name.upper() if name.isascii() else name):
        found = [row.code for row in employees(book, on=MAY, search=part).all()]
        assert found == ["W-001"], part


def test_what_looks_like_a_pattern_is_searched_for_as_it_is(book: Book) -> None:
    actions.add_employee(book, draft("W-001", work_name="plain"))
    for search in ("%", "_", "p%n", "/", "\\"):
        assert employees(book, on=MAY, search=search).count() == 0


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("name", "  Two   words ", "Two words"),
        ("currency", "krw", "KRW"),
        ("country", "cn", "CN"),
        ("country", "", ""),
        ("timezone", "Asia/Seoul", "Asia/Seoul"),
        ("week_starts", "su", "SU"),
        ("pay_period", "biweekly", "biweekly"),
        ("minimum_hourly_wage", "26.40", "26.4"),
        ("minimum_monthly_wage", "", ""),
        ("pay_rules", "plain", "PLAIN"),
        ("cash_smallest", "0.1", "0.1"),
        ("languages", "EN, ko,en", "en,ko"),
        ("payslip_header", "작업장", "작업장"),
        ("account_cash", " assets : safe", "assets:safe"),
        ("account_cash", "", "assets:cash"),
    ],
)
def test_a_setting_is_stored_as_it_is_meant(book: Book, key: str, typed: str, stored: str) -> None:
    change_settings(book, {key: typed})
    assert book.settings()[key] == stored
    assert book.programme() is not None


WRONG = {
    "name": "x" * 81,
    "currency": "XXQ",
    "country": "ZZZ",
    "timezone": "../etc/passwd",
    "week_starts": "Monday",
    "pay_period": "daily",
    "minimum_hourly_wage": "-1",
    "minimum_monthly_wage": "1e4",
    "pay_rules": "K R",
    "cash_smallest": "0,1",
    "languages": "fr",
    "payslip_header": "a\x00b",
    **{use.setting: "expenses::wages" for use in USES.values()},
}


def test_every_wrong_setting_is_listed_and_none_is_changed(book: Book) -> None:
    before = book.settings()
    assert set(WRONG) == set(SETTINGS)
    with pytest.raises(RefusedError) as caught:
        change_settings(book, {**WRONG, "colour": "red"})
    assert [problem.column for problem in caught.value.problems] == [*WRONG, "colour"]
    assert all(problem.message.endswith(".") for problem in caught.value.problems)
    assert book.settings() == before
    with pytest.raises(RefusedError):
        change_settings(book, {"name": "New", "currency": "XXQ"})
    assert book.settings() == before
