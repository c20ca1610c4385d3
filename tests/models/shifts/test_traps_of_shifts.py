"""Where other programs went wrong with shifts, one by one."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.book.opening import create_book
from models.book.place import Place
from models.employees.actions import add_employee
from models.employees.drafts import EmployeeDraft
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.periods import Period
from models.shifts import actions
from models.shifts.drafts import ShiftDraft
from models.shifts.queries import shift, shifts
from models.wages.actions import approve_run, new_run, void_run
from models.wages.queries import payslips

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))


def worker(book: Book, code: str = "W-001", **changes: str) -> None:
    draft = {"code": code, "joined_on": "2026-01-01", "basis": "hourly", "rate": "12"}
    add_employee(book, EmployeeDraft.model_validate({**draft, **changes}))


def worked(day: str, start: str, end: str, code: str = "W-001", **more: str) -> ShiftDraft:
    return ShiftDraft.model_validate(
        {"employee": code, "date": day, "start": start, "end": end, **more}
    )


@pytest.fixture
def staffed(book: Book) -> Book:
    worker(book)
    worker(book, "W-002")
    return book


def add(book: Book, *drafts: ShiftDraft) -> None:
    for draft in drafts:
        actions.add_shift(book, draft)


def total_minutes(book: Book) -> int:
    return sum(row.minutes for row in shifts(book).all())


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2026-05-05", "05:00", "09:00"),
        ("2026-05-05", "05:59", "06:01"),
        ("2026-05-05", "00:00", "01:00"),
        ("2026-05-04", "21:00", "22:01"),
        ("2026-05-04", "23:00", "23:30"),
        ("2026-05-04", "20:00", "20:00"),
        ("2026-05-04", "22:00", "05:00"),
    ],
)
def test_an_overlap_across_midnight_is_refused_and_names_the_first(
    staffed: Book, day: str, start: str, end: str
) -> None:
    add(staffed, worked("2026-05-04", "22:00", "06:00"))
    with pytest.raises(RefusedError) as caught:
        add(staffed, worked(day, start, end))
    assert "2026-05-04 22:00–06:00 of W-001" in str(caught.value)
    assert [(p.column, p.value) for p in caught.value.problems] == [("start", start)]
    assert shifts(staffed).count() == 1


def test_touching_shifts_are_both_taken(staffed: Book) -> None:
    add(
        staffed,
        worked("2026-05-04", "07:00", "15:00"),
        worked("2026-05-04", "15:00", "22:00"),
        worked("2026-05-04", "22:00", "06:00"),
        worked("2026-05-05", "06:00", "07:00"),
        worked("2026-05-04", "06:00", "07:00"),
    )
    assert total_minutes(staffed) == 25 * 60


def test_two_people_may_work_at_the_same_time(staffed: Book) -> None:
    add(staffed, worked("2026-05-04", "08:00", "16:00"))
    add(staffed, worked("2026-05-04", "08:00", "16:00", "W-002"))
    assert shifts(staffed).count() == 2


def test_the_same_shift_twice_is_said_to_be_there(staffed: Book) -> None:
    add(staffed, worked("2026-05-04", "08:00", "16:00"))
    with pytest.raises(RefusedError, match="has this already"):
        add(staffed, worked("2026-05-04", "08:00", "16:00"))


def test_a_whole_day_is_one_shift_of_24_hours(staffed: Book) -> None:
    add(staffed, worked("2026-05-04", "00:00", "24:00"), worked("2026-05-05", "08:00", "08:00"))
    assert total_minutes(staffed) == 48 * 60


def test_a_shift_does_not_overlap_itself_when_it_is_changed(staffed: Book) -> None:
    add(staffed, worked("2026-05-04", "08:00", "16:00"), worked("2026-05-04", "16:00", "18:00"))
    first = next(row.id for row in shifts(staffed).all())
    actions.change_shift(staffed, first, worked("2026-05-04", "09:00", "16:00"))
    with pytest.raises(RefusedError, match="overlaps the shift 2026-05-04 16:00–18:00"):
        actions.change_shift(staffed, first, worked("2026-05-04", "09:00", "16:01"))
    assert shift(staffed, first).start == "09:00"


def test_a_shift_is_not_changed_into_one_that_is_there(staffed: Book) -> None:
    add(staffed, worked("2026-05-04", "08:00", "16:00"), worked("2026-05-05", "08:00", "16:00"))
    first, second = (row.id for row in shifts(staffed).all())
    with pytest.raises(RefusedError, match="has this already"):
        actions.change_shift(staffed, second, worked("2026-05-04", "08:00", "16:00"))
    assert shift(staffed, second).day == date(2026, 5, 5)
    assert shift(staffed, first).day == date(2026, 5, 4)


def test_two_shifts_on_one_day_are_one_day_of_daily_pay(book: Book) -> None:
    worker(book, basis="daily", rate="100")
    add(book, worked("2026-05-04", "08:00", "12:00"), worked("2026-05-04", "13:00", "17:00"))
    (slip,) = payslips(book, new_run(book, period=MAY))
    assert slip.gross == 100_00


def test_minutes_are_added_up_before_they_are_paid_and_not_rounded_one_by_one(
    staffed: Book,
) -> None:
    for day in range(4, 16):
        add(staffed, worked(f"2026-05-{day:02d}", "08:00", "08:50"))
    assert total_minutes(staffed) == 600
    slip = payslips(staffed, new_run(staffed, period=MAY))[0]
    assert slip.gross == 120_00  # 10 hours at 12, and not 9.96 hours


def test_a_shift_across_the_end_of_a_period_is_paid_once_by_the_period_it_starts_in(
    staffed: Book,
) -> None:
    add(staffed, worked("2026-05-31", "22:00", "06:00"), worked("2026-06-30", "22:00", "06:00"))
    runs = []
    for period in (
        Period(date(2026, 4, 1), date(2026, 4, 30)),
        MAY,
        Period(date(2026, 6, 1), date(2026, 6, 30)),
    ):
        number = new_run(staffed, period=period)
        runs.append([slip.gross for slip in payslips(staffed, number) if slip.code == "W-001"])
        if runs[-1]:
            approve_run(staffed, number)
    assert runs == [[], [96_00], [96_00]]


def test_a_break_is_unpaid_and_shorter_than_the_shift(staffed: Book) -> None:
    add(staffed, worked("2026-05-04", "22:00", "06:00", break_minutes="30"))
    assert total_minutes(staffed) == 450
    _none, problems = ShiftDraft.parse(
        {
            "employee": "W-001",
            "date": "2026-05-06",
            "start": "08:00",
            "end": "09:00",
            "break_minutes": "60",
        }
    )
    assert [problem.column for problem in problems] == ["break_minutes"]


def test_a_day_outside_employment_is_refused(book: Book) -> None:
    worker(book, joined_on="2026-05-05", left_on="2026-05-20")
    for day in ("2026-05-04", "2026-05-21"):
        with pytest.raises(RefusedError, match=f"was not employed on {day}"):
            add(book, worked(day, "08:00", "16:00"))
    add(book, worked("2026-05-05", "08:00", "16:00"), worked("2026-05-20", "22:00", "06:00"))


def test_a_shift_that_was_paid_stays_as_it_is_until_its_run_is_void(staffed: Book) -> None:
    add(staffed, worked("2026-05-04", "08:00", "16:00"))
    (row,) = shifts(staffed).all()
    run = new_run(staffed, period=MAY)
    approve_run(staffed, run)
    for attempt in (
        lambda: actions.remove_shifts(staffed, [row.id]),
        lambda: actions.set_shift_status(staffed, [row.id], "absent"),
        lambda: actions.change_shift(staffed, row.id, worked("2026-05-04", "08:00", "17:00")),
    ):
        with pytest.raises(ClosedRecordError, match=f"run {run}"):
            attempt()
    void_run(staffed, run, reason="wrong")
    actions.remove_shifts(staffed, [row.id])
    assert shifts(staffed).count() == 0


def test_a_shift_that_is_not_there_is_said_so(staffed: Book) -> None:
    for attempt in (
        lambda: actions.remove_shifts(staffed, [7]),
        lambda: actions.set_shift_status(staffed, [7], "worked"),
        lambda: actions.change_shift(staffed, 7, worked("2026-05-04", "08:00", "17:00")),
        lambda: shift(staffed, 7),
    ):
        with pytest.raises(NotFoundError):
            attempt()


def test_planned_shifts_are_confirmed_for_their_days_only(staffed: Book) -> None:
    for day in ("2026-05-04", "2026-05-05", "2026-05-06"):
        add(staffed, worked(day, "08:00", "16:00", status="planned"))
    assert actions.confirm_planned(staffed, from_=date(2026, 5, 4), to=date(2026, 5, 5)) == 2
    assert [row.status for row in shifts(staffed).all()] == ["worked", "worked", "planned"]


@pytest.fixture
def london(tmp_path: Path) -> Iterator[Book]:
    settings = {"name": "London", "currency": "GBP", "timezone": "Europe/London"}
    with create_book(Place(folder=tmp_path / "london.book"), "p", settings) as book:
        worker(book)
        yield book
    shutil.rmtree(tmp_path / "london.book")


def test_when_clocks_go_forward_the_night_has_an_hour_less_and_when_back_one_more(
    london: Book,
) -> None:
    add(london, worked("2026-03-28", "22:00", "06:00"))  # clocks went from 01:00 to 02:00
    assert [row.minutes for row in shifts(london).all()] == [7 * 60]
    add(london, worked("2026-10-24", "22:00", "06:00"))  # and from 02:00 back to 01:00
    assert [row.minutes for row in shifts(london).all()] == [7 * 60, 9 * 60]
    add(london, worked("2026-03-29", "06:00", "08:00"), worked("2026-10-25", "06:00", "08:00"))
    with pytest.raises(RefusedError, match="overlaps"):
        add(london, worked("2026-10-25", "05:00", "06:00"))
    assert total_minutes(london) == 20 * 60


def test_hours_that_the_clocks_leave_out_are_refused_in_a_sentence(london: Book) -> None:
    with pytest.raises(RefusedError, match="clocks go forward"):
        add(london, worked("2026-03-29", "01:30", "02:00"))


def test_new_york_has_its_own_nights(london: Book) -> None:
    change_settings(london, {"timezone": "America/New_York"})
    add(london, worked("2026-03-07", "22:00", "06:00"), worked("2026-10-31", "22:00", "06:00"))
    assert [row.minutes for row in shifts(london).all()] == [7 * 60, 9 * 60]
