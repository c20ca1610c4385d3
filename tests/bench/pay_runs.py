"""A pay run under Korean law: nights, overtime, weekly holidays, on a book of one year."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from models.book.book import Book
from models.book.opening import create_book
from models.book.place import Place
from models.employees.actions import record_employees
from models.employees.drafts import EmployeeDraft
from models.employees.tables import EMPLOYEE
from models.periods import month_of
from models.recording import record
from models.shifts.hours import real_span
from models.shifts.tables import SHIFT
from models.wages import actions, computing
from models.wages.queries import run

SHIFTS = 22
MONTH = month_of(date(2026, 5, 1))
ROUNDS = 3
SEOUL = ZoneInfo("Asia/Seoul")

# Two weeks that recur: (weekday, start, end, break). The first has a long Monday and a night, the
# second a sixth day, so that there are overtime of the day and of the week, and night work.
_DAY = (9, 18, 60)
_WEEKS = (
    ((0, 9, 21, 60), *((weekday, *_DAY) for weekday in (1, 2, 3)), (4, 18, 27, 60)),
    (*((weekday, *_DAY) for weekday in range(5)), (5, 9, 14, 30)),
)


def measure_pay_run(folder: Path, employees: int) -> dict[str, float]:
    """Employees a second of a run, computed and stored, and the share of each part of it."""
    with create_book(
        Place(folder=folder / f"kr-{employees}.book"),
        "bench",
        {"currency": "KRW", "country": "KR", "timezone": "Asia/Seoul", "pay_rules": "KR"},
    ) as book:
        fill(book, employees)
        rounds = []
        for _round in range(ROUNDS if employees <= 1_000 else 1):
            spent: dict[str, float] = defaultdict(float)
            with _timed(spent):
                begun = time.process_time()
                number = actions.new_run(book, period=MONTH)
                spent["all"] = time.process_time() - begun
            assert run(book, number).employees == employees
            actions.void_run(book, number, reason="measured")
            rounds.append(spent)
        best = min(rounds, key=lambda spent: spent["all"])
        shares = {part: best[part] / best["all"] for part in ("reading", "engine", "writing")}
        return {"rate": employees / best["all"], **shares}


@contextmanager
def _timed(spent: dict[str, float]) -> Iterator[None]:
    """Count the processor time of reading, of the engine and of writing."""
    places: tuple[tuple[Any, str, str], ...] = (
        (computing, "payees", "reading"),
        (computing, "compute", "engine"),
        (actions, "store", "writing"),
    )
    kept = [(module, name, getattr(module, name)) for module, name, _part in places]
    for module, name, part in places:
        setattr(module, name, _counting(getattr(module, name), spent, part))
    try:
        yield
    finally:
        for module, name, function in kept:
            setattr(module, name, function)


def _counting(
    function: Callable[..., Any], spent: dict[str, float], part: str
) -> Callable[..., Any]:
    def counted(*args: Any, **kwargs: Any) -> Any:
        begun = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent[part] += time.process_time() - begun

    return counted


def fill(book: Book, employees: int) -> None:
    """Employees with 22 shifts in each month of the year that ends with the measured one."""
    people = [
        EmployeeDraft.model_validate(
            {
                "code": f"W-{number:05d}",
                "joined_on": "2025-01-01",
                "basis": "hourly",
                "rate": "10500",
                "daily_hours": "8",
                "weekly_hours": "40",
                "rest_days": "SU",
            }
        )
        for number in range(employees)
    ]
    record(book, "employees.import", record_employees, list(enumerate(people, 1)))
    with book.acting("bench.fill") as acting:
        ids = acting.connection.execute(select(EMPLOYEE.c.id)).scalars().all()
        for month in range(12):
            shifts = list(_shifts_of(MONTH.starts_on, month))
            rows = [{**shift, "employee_id": key} for key in ids for shift in shifts]
            for start in range(0, len(rows), 50_000):
                acting.connection.execute(insert(SHIFT), rows[start : start + 50_000])


def _shifts_of(newest: date, months_before: int) -> Iterator[dict[str, Any]]:
    year, month = divmod(newest.year * 12 + newest.month - 1 - months_before, 12)
    first = date(year, month + 1, 1)
    made = 0
    for number in range(31):
        day = first + timedelta(days=number)
        week = _WEEKS[day.isocalendar().week % 2]
        for weekday, start, end, pause in week:
            if weekday == day.weekday() and day.month == first.month and made < SHIFTS:
                made += 1
                starts_at, ends_at = real_span(day, start * 60, end * 60, SEOUL)
                yield {
                    "day": day,
                    "starts": start * 60,
                    "ends": end * 60,
                    "starts_at": starts_at,
                    "ends_at": ends_at,
                    "break_minutes": pause,
                    "status": "worked",
                    "activity": "",
                    "note": "",
                }
