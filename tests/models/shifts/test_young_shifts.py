"""Shifts and pieces of young employees, refused where they are entered."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.employees.actions import change_employee
from models.employees.drafts import EmployeeDraft
from models.errors import RefusedError
from models.exchange.importing import import_file
from models.periods import week_of
from models.shifts import actions
from models.shifts.drafts import HolidayDraft, ShiftDraft
from models.shifts.holiday_actions import add_holiday
from models.shifts.queries import shifts
from models.wages.entries import pieces
from tests.models.wages.bookkeeping import agree, hire, make

MAY = (date(2026, 5, 1), date(2026, 5, 31))


def draft(code: str, day: str, start: str, end: str, **more: str) -> ShiftDraft:
    values = {"employee": code, "date": day, "start": start, "end": end, **more}
    return ShiftDraft.model_validate(values)


def add(book: Book, code: str, day: str, start: str, end: str, **more: str) -> None:
    actions.add_shift(book, draft(code, day, start, end, **more))


def faults(error: RefusedError) -> list[tuple[Any, ...]]:
    return [(each.row, each.column, each.value, each.message) for each in error.problems]


def statuses(book: Book) -> list[str]:
    return [row.status for row in shifts(book).all()]


def ids(book: Book) -> list[int]:
    return [row.id for row in shifts(book).all()]


@pytest.fixture
def young(book: Book) -> Book:
    """One of 15 and a grown-up under the Korean rules, Saturdays and Sundays off."""
    korean = {"rules": "KR", "rest_days": "SA,SU", "currency": "KRW"}
    hire(book, "Y-1", "hourly", "11000", age_band="15", **korean)
    hire(book, "W-1", "hourly", "11000", **korean)
    return book


@pytest.mark.parametrize(
    ("day", "start", "end", "column", "said"),
    [
        pytest.param("2026-05-06", "09:00", "17:00", "end", "at most 7 h a day", id="a day"),
        pytest.param("2026-05-06", "05:00", "08:00", "start", "no work before 06:00", id="early"),
        pytest.param("2026-05-06", "19:00", "23:00", "end", "no work after 22:00", id="late"),
        pytest.param("2026-05-06", "22:00", "02:00", "end", "no work after 22:00", id="the night"),
        pytest.param("2026-05-09", "09:00", "12:00", "date", "no work on rest days", id="rest day"),
        pytest.param("2026-05-05", "09:00", "12:00", "date", "no work on public", id="holiday"),
    ],
)
@pytest.mark.parametrize("status", ["worked", "planned"])
def test_what_is_beyond_a_limit_is_refused_and_for_a_grown_up_taken(
    young: Book, day: str, start: str, end: str, column: str, said: str, status: str
) -> None:
    with pytest.raises(RefusedError, match=said) as caught:
        add(young, "Y-1", day, start, end, status=status)
    (problem,) = caught.value.problems
    assert problem.column == column
    assert "Labor Standards Act" in problem.message
    assert shifts(young).count() == 0
    add(young, "W-1", day, start, end, status=status)


def test_every_limit_that_a_shift_is_beyond_is_named(young: Book) -> None:
    with pytest.raises(RefusedError) as caught:
        add(young, "Y-1", "2026-05-09", "05:00", "23:00")
    assert [problem.column for problem in caught.value.problems] == ["date", "start", "end", "end"]


def test_other_shifts_of_the_day_and_week_count_but_for_absences_and_leave(young: Book) -> None:
    add(young, "Y-1", "2026-05-06", "09:00", "13:00", status="planned")
    add(young, "Y-1", "2026-05-06", "14:00", "17:00")
    with pytest.raises(RefusedError, match="at most 7 h a day, and 2026-05-06 would have 7 h 30"):
        add(young, "Y-1", "2026-05-06", "18:00", "18:30")
    add(young, "Y-1", "2026-05-06", "18:00", "18:30", status="absent")
    add(young, "Y-1", "2026-05-07", "09:00", "17:00", status="paid_leave")
    add(young, "Y-1", "2026-05-07", "17:00", "21:00", break_minutes="30")


def test_the_week_is_the_programme_s_week(young: Book) -> None:
    for day in ("2026-05-11", "2026-05-12", "2026-05-13", "2026-05-14", "2026-05-15"):
        add(young, "Y-1", day, "09:00", "16:00")
    agree(young, "Y-1", "2026-05-01", "hourly", "11000", rules="KR", rest_days="MO")
    with pytest.raises(RefusedError, match="at most 35 h a week, and the week of 2026-05-17"):
        add(young, "Y-1", "2026-05-17", "09:00", "10:00")
    change_settings(young, {"week_starts": "SU"})
    add(young, "Y-1", "2026-05-17", "09:00", "10:00")


def test_a_shift_that_is_changed_does_not_count_twice(young: Book) -> None:
    add(young, "Y-1", "2026-05-06", "09:00", "16:00")
    (shift,) = ids(young)
    actions.change_shift(young, shift, draft("Y-1", "2026-05-06", "10:00", "17:00"))
    with pytest.raises(RefusedError, match="at most 7 h a day, and 2026-05-06 would have 8 h"):
        actions.change_shift(young, shift, draft("Y-1", "2026-05-06", "10:00", "18:00"))
    assert [row.end for row in shifts(young).all()] == ["17:00"]


def test_an_absence_becomes_no_work_that_is_beyond_a_limit(young: Book) -> None:
    add(young, "Y-1", "2026-05-06", "09:00", "17:00", status="absent")
    add(young, "Y-1", "2026-05-07", "09:00", "16:00", status="unpaid_leave")
    add(young, "W-1", "2026-05-06", "09:00", "19:00", status="absent")
    for status in ("worked", "planned"):
        with pytest.raises(RefusedError) as caught:
            actions.set_shift_status(young, ids(young), status)
        assert caught.value.message.startswith(
            "The shift 2026-05-06 09:00–17:00 of Y-1 stays as it is. Age 15: at most 7 h a day"
        )
        assert set(statuses(young)) == {"absent", "unpaid_leave"}
    assert actions.set_shift_status(young, ids(young), "paid_leave") == 3
    fitting = [row.id for row in shifts(young, employee="Y-1").all() if row.day.day == 7]
    assert actions.set_shift_status(young, fitting, "worked") == 1


def test_each_absence_that_cannot_become_work_is_named(young: Book) -> None:
    for day in ("2026-05-06", "2026-05-09"):
        add(young, "Y-1", day, "09:00", "17:00", status="absent")
    with pytest.raises(RefusedError, match="may not work some of these shifts") as caught:
        actions.set_shift_status(young, ids(young), "worked")
    named = [problem.message.split(" stays")[0] for problem in caught.value.problems]
    assert named == [
        f"The shift {day} 09:00–17:00 of Y-1" for day in ("2026-05-06", "2026-05-09", "2026-05-09")
    ]
    assert set(statuses(young)) == {"absent"}


def test_absences_that_become_work_together_count_together(young: Book) -> None:
    add(young, "Y-1", "2026-05-06", "09:00", "13:00", status="absent")
    add(young, "Y-1", "2026-05-06", "14:00", "18:00", status="absent")
    with pytest.raises(RefusedError, match="14:00–18:00 of Y-1 stays as it is"):
        actions.set_shift_status(young, ids(young), "worked")
    assert actions.set_shift_status(young, ids(young)[:1], "worked") == 1


def test_planned_shifts_were_looked_at_and_can_be_confirmed(young: Book) -> None:
    add(young, "Y-1", "2026-05-06", "09:00", "16:00", status="planned")
    assert actions.confirm_planned(young, from_=MAY[0], to=MAY[1]) == 1


def test_a_copied_week_is_looked_at_like_any_other(young: Book) -> None:
    for day in ("2026-04-27", "2026-04-28"):
        add(young, "Y-1", day, "09:00", "12:00")
    week = week_of(date(2026, 4, 27))
    with pytest.raises(RefusedError, match="no work on public holidays, and 2026-05-05 is one"):
        actions.copy_week(young, week, date(2026, 5, 4))
    assert actions.copy_week(young, week, date(2026, 5, 4), skip_bad=True).added == 1


def test_the_programme_s_own_holidays_and_working_days_hold(young: Book) -> None:
    def say(day: str, kind: str) -> None:
        values = {"date": day, "name": "Ours", "kind": kind}
        add_holiday(young, HolidayDraft.model_validate(values))

    say("2026-05-06", "holiday")
    say("2026-05-09", "working_day")
    with pytest.raises(RefusedError, match="no work on public holidays, and 2026-05-06 is one"):
        add(young, "Y-1", "2026-05-06", "09:00", "12:00")
    add(young, "Y-1", "2026-05-09", "09:00", "12:00")


def test_the_pack_is_that_of_the_terms_on_the_day_else_the_programme_s(book: Book) -> None:
    change_settings(book, {"pay_rules": "KR"})
    hire(book, "Y-1", age_band="16-17")
    with pytest.raises(RefusedError, match="at most 7 h a day"):
        add(book, "Y-1", "2026-05-06", "09:00", "17:00")
    agree(book, "Y-1", "2026-05-07", "hourly", "20", rules="CN")
    add(book, "Y-1", "2026-05-07", "09:00", "17:00")
    with pytest.raises(RefusedError, match="at most 7 h a day"):
        add(book, "Y-1", "2026-05-06", "09:00", "17:00")
    agree(book, "Y-1", "2026-06-01", "hourly", "20", rules="TH")
    with pytest.raises(RefusedError, match="no overtime beyond 8 h a day"):
        add(book, "Y-1", "2026-06-02", "09:00", "18:00")


def test_who_has_no_terms_and_is_too_young_for_the_programme_does_no_work(book: Book) -> None:
    hire(book, "Y-1", age_band="14")
    add(book, "Y-1", "2026-05-06", "09:00", "17:00")
    make(book, "Y-1", "2026-05-06", "3", "2")
    change_settings(book, {"pay_rules": "CN"})
    said = r"Age 14: too young to be employed under the pay rules CN \(Labor Law, Article 15\)"
    with pytest.raises(RefusedError, match=said) as caught:
        add(book, "Y-1", "2026-05-07", "09:00", "10:00")
    assert [each.column for each in caught.value.problems] == ["employee"]
    with pytest.raises(RefusedError, match=said) as caught:
        make(book, "Y-1", "2026-05-07", "3", "2")
    assert [each.column for each in caught.value.problems] == ["employee"]
    assert (shifts(book).count(), pieces(book).count()) == (1, 1)


def test_hours_are_no_matter_of_pieces(young: Book) -> None:
    make(young, "Y-1", "2026-05-09", "300", "2")
    assert pieces(young).count() == 1


def test_what_a_pack_would_say_that_is_not_in_force_yet_is_not_guessed(book: Book) -> None:
    hire(book, "Y-1", "hourly", "20", age_band="15", rules="KR", joined_on="1960-01-01")
    with pytest.raises(RefusedError, match="KR is not in force on 1960-05-06"):
        add(book, "Y-1", "1960-05-06", "09:00", "10:00")


def test_clocks_that_change_count_real_hours(book: Book) -> None:
    change_settings(book, {"timezone": "America/New_York"})
    hire(book, "Y-1", "hourly", "20", age_band="15", rules="US")
    with pytest.raises(RefusedError) as caught:
        add(book, "Y-1", "2026-11-01", "00:00", "08:00")
    said = [problem.message for problem in caught.value.problems]
    assert "at most 8 h a day, and 2026-11-01 would have 9 h" in said[1]


def test_a_week_with_one_school_day_is_a_week_with_school(book: Book) -> None:
    change_settings(book, {"country": "US"})
    hire(book, "Y-1", "hourly", "20", age_band="15", rules="US")
    for day in ("2026-09-05", "2026-09-06"):
        add(book, "Y-1", day, "09:00", "17:00")
    add(book, "Y-1", "2026-08-31", "09:00", "17:00")
    add(book, "Y-1", "2026-09-07", "09:00", "17:00")  # Labor Day, and school from the day after
    add(book, "Y-1", "2026-09-12", "09:00", "17:00")
    add(book, "Y-1", "2026-09-08", "15:00", "17:00")
    with pytest.raises(RefusedError, match="at most 18 h in a week with school, and that of 2026"):
        add(book, "Y-1", "2026-09-09", "15:00", "16:00")


def lines(rows: Iterable[str]) -> str:
    return "\n".join(("employee,date,start,end,status", *rows, ""))


def test_an_import_names_the_faults_of_each_row(young: Book, tmp_path: Path) -> None:
    hire(young, "Y-2", "hourly", "20", age_band="16-17", rules="TH")
    file = tmp_path / "shifts.csv"
    file.write_text(
        lines(
            (
                "Y-1,2026-05-06,09:00,16:00,",
                "Y-1,2026-05-06,17:00,23:00,",
                "W-1,2026-05-06,09:00,23:00,",
                "Y-1,2026-05-09,09:00,10:00,planned",
                "Y-2,2026-05-06,08:00,17:00,",
                "Y-1,2026-05-06,09:00,16:00,",
            )
        ),
        encoding="utf-8",
    )
    article = "(Labor Standards Act, Articles 64, 69 and 70(2))."
    thai = "(Labour Protection Act B.E. 2541, Sections 44, 47 and 48)."
    expected = [
        (2, "end", "23:00", f"Age 15: no work after 22:00, and this shift ends at 23:00 {article}"),
        (
            2,
            "end",
            "23:00",
            f"Age 15: at most 7 h a day, and 2026-05-06 would have 13 h {article}",
        ),
        (
            4,
            "date",
            "2026-05-09",
            f"Age 15: no work on rest days, and 2026-05-09 is one {article}",
        ),
        (
            5,
            "end",
            "17:00",
            f"Age 16 or 17: no overtime beyond 8 h a day, and 2026-05-06 would have 9 h {thai}",
        ),
    ]
    with pytest.raises(RefusedError) as caught:
        import_file(young, "shifts", file)
    assert faults(caught.value) == expected
    assert shifts(young).count() == 0
    report = import_file(young, "shifts", file, skip_bad=True)
    assert (report.added, report.skipped, report.bad) == (2, 1, 3)


def test_pieces_of_a_file_are_refused_by_age_row_by_row(book: Book, tmp_path: Path) -> None:
    hire(book, "Y-1", age_band="14")
    hire(book, "W-1")
    change_settings(book, {"pay_rules": "CN"})
    file = tmp_path / "pieces.csv"
    file.write_text(
        "employee,date,task,quantity,rate\nW-1,2026-05-06,mats,2,3\nY-1,2026-05-06,mats,2,3\n",
        encoding="utf-8",
    )
    with pytest.raises(RefusedError) as caught:
        import_file(book, "pieces", file)
    assert [(each.row, each.column, each.value) for each in caught.value.problems] == [
        (2, "employee", "Y-1")
    ]


def test_who_turns_18_has_no_limits_any_more(young: Book) -> None:
    values = {"code": "Y-1", "joined_on": "2025-01-01", "age_band": "18+"}
    change_employee(young, "Y-1", EmployeeDraft.model_validate(values))
    add(young, "Y-1", "2026-05-09", "20:00", "06:00")
