"""How shifts repeat: the next day of work, and weeks copied to other weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.book.book import Book
from models.errors import RefusedError
from models.periods import WEEKDAYS, week_of
from models.shifts.actions import copy_week
from models.shifts.patterns import following_day, moved
from models.shifts.queries import shifts, totals
from tests.models.wages.bookkeeping import hire, work

FRIDAY = date(2026, 5, 15)


@pytest.mark.parametrize(
    ("rest_days", "day"),
    [("SA,SU", 18), ("", 16), ("SU", 16), ("SA,SU,MO", 19), (",".join(WEEKDAYS), 16)],
)
def test_the_next_day_of_work_is_no_rest_day(rest_days: str, day: int) -> None:
    assert following_day(FRIDAY, rest_days) == date(2026, 5, day)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(WEEKDAYS), st.integers(1, 60))
def test_a_day_keeps_its_weekday_when_its_week_is_moved(
    day: date, week_starts: str, weeks: int
) -> None:
    week = week_of(day, week_starts)
    to = week.starts_on + timedelta(weeks=weeks)
    assert moved(day, week, to).weekday() == day.weekday()
    assert moved(day, week, to) - day == timedelta(weeks=weeks)


def test_a_week_is_planned_like_another_and_a_second_time_adds_nothing(book: Book) -> None:
    hire(book, "W-1")
    work(book, "W-1", "2026-05-11", "2026-05-13", note="of that day", activity="Baking")
    work(book, "W-1", "2026-05-12", start="22:00", end="06:00", status="absent")
    week = week_of(FRIDAY)
    assert copy_week(book, week, date(2026, 5, 18)).added == 3
    again = copy_week(book, week, date(2026, 5, 18))
    assert (again.added, again.skipped) == (0, 3)
    copied = list(shifts(book, from_=date(2026, 5, 18)).all())
    assert [row.day.day for row in copied] == [18, 19, 20]
    assert {row.status for row in copied} == {"planned"}
    assert {row.note for row in copied} == {""}
    assert (copied[1].start, copied[1].end, copied[1].minutes) == ("22:00", "06:00", 480)


def test_of_a_week_only_one_employees_shifts_can_be_copied(book: Book) -> None:
    hire(book, "W-1")
    hire(book, "W-2", left_on="2026-05-17")
    for code in ("W-1", "W-2"):
        work(book, code, "2026-05-11")
    with pytest.raises(RefusedError) as refused:
        copy_week(book, week_of(FRIDAY), date(2026, 5, 18))
    assert [problem.value for problem in refused.value.problems] == ["2026-05-18"]
    assert shifts(book).count() == 2
    assert copy_week(book, week_of(FRIDAY), date(2026, 5, 18), employee="W-1").added == 1
    assert len(copy_week(book, week_of(FRIDAY), date(2026, 5, 18), skip_bad=True).problems) == 1


def test_hours_are_those_worked_and_due_is_what_is_planned_and_past(book: Book) -> None:
    hire(book, "W-1")
    work(book, "W-1", "2026-05-11", "2026-05-12", break_minutes="30")
    work(book, "W-1", "2026-05-13", status="paid_leave")
    work(book, "W-1", "2026-05-14", "2026-05-15", "2026-05-16", status="planned")
    sums = totals(shifts(book), before=FRIDAY)
    assert (sums.worked, sums.planned, len(sums.due)) == (900, 3, 1)
    assert totals(shifts(book, employee="nobody"), before=FRIDAY).worked == 0
