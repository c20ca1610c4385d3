"""Shifts that the law does not let young employees work, refused where they are entered."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final

from sqlalchemy import Connection, func, select

from models.book.records import standing
from models.employees.packs import YoungEmployees
from models.employees.tables import EMPLOYEE
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.periods import Period, week_of
from models.rules.values import Rules
from models.rules.young import ADULT, Excess, YoungShift, excesses, is_school_day
from models.shifts.calendar import Calendar
from models.shifts.holidays import calendar_of
from models.shifts.hours import shift_name
from models.shifts.tables import SHIFT

# Absences and leave are no work.
WORK: Final = ("worked", "planned")

_WEEK: Final = timedelta(days=6)


class YoungWorkers:
    """Looks at the shifts of those under 18 while a batch is written; at nobody else's."""

    def __init__(
        self, connection: Connection, days: Collection[date], leaving_out: Collection[int] = ()
    ) -> None:
        """Know what is worked around `days`, but for the shifts `leaving_out`."""
        self._connection = connection
        self._days = days
        self._leaving_out = leaving_out
        self._young = YoungEmployees(connection)
        self._calendars: dict[tuple[str, int], Calendar] = {}

    def faults(self, shift: dict[str, Any]) -> Sequence[Excess]:
        """What does not let a shift be written, a row as the table has it."""
        employee_id, day = shift["employee_id"], shift["day"]
        if employee_id not in self._young:
            return ()
        if (refused := self._young.not_employable(employee_id, day)) is not None:
            return [Excess("employee", refused)]
        if shift["status"] not in WORK:
            return ()
        rules = self._young.packs.rules(employee_id, day)
        return excesses(rules, self._young.age(employee_id), self._looked_at(shift, rules))

    def add(self, shift: dict[str, Any]) -> None:
        """Count a shift that is written."""
        if shift["employee_id"] in self._young and shift["status"] in WORK:
            key = (shift["employee_id"], shift["day"])
            self._minutes[key] = self._minutes.get(key, 0) + _paid(shift)

    @cached_property
    def _minutes(self) -> dict[tuple[int, date], int]:
        return _minutes(self._connection, min(self._days), max(self._days), self._leaving_out)

    def _looked_at(self, shift: dict[str, Any], rules: Rules) -> YoungShift:
        employee_id, day = shift["employee_id"], shift["day"]
        week = week_of(day, self._young.packs.programme.week_starts)
        rest_days = self._young.packs.rest_days(employee_id, day)
        kinds = {
            each: self._calendar(rules, each).kind_of(each, rest_days) for each in week.dates()
        }
        return YoungShift(
            day=day,
            starts=shift["starts"],
            ends=shift["ends"],
            minutes=_paid(shift),
            kind=kinds[day],
            of_day=self._minutes.get((employee_id, day), 0),
            of_week=sum(self._minutes.get((employee_id, each), 0) for each in kinds),
            school_week=any(is_school_day(each, kind) for each, kind in kinds.items()),
        )

    def _calendar(self, rules: Rules, day: date) -> Calendar:
        country = rules.country or self._young.packs.programme.country
        key = (country, day.year)
        if key not in self._calendars:
            year = Period(date(day.year, 1, 1), date(day.year, 12, 31))
            self._calendars[key] = calendar_of(self._connection, country, year)
        return self._calendars[key]


def refuse_status(connection: Connection, shift_ids: Collection[int], status: str) -> None:
    """Refuse to make of absences and leave what young employees may not work.

    Raises:
        RefusedError: with each shift and each limit that it is beyond; one alone is the message.
    """
    if status not in WORK:
        return
    found = (
        select(SHIFT, EMPLOYEE.c.code)
        .join(EMPLOYEE, EMPLOYEE.c.id == SHIFT.c.employee_id)
        .where(SHIFT.c.id.in_(shift_ids), SHIFT.c.status.not_in(WORK))
        .where(EMPLOYEE.c.age_band != ADULT)
        .order_by(SHIFT.c.starts_at)
    )
    _refuse(connection, [{**row, "status": status} for row in connection.execute(found).mappings()])


def refuse_restoring(connection: Connection, shift_id: int) -> None:
    """Refuse to let a struck-out shift count again that its young employee may not work now.

    Raises:
        RefusedError: it is beyond a limit.
    """
    found = (
        select(SHIFT, EMPLOYEE.c.code)
        .join(EMPLOYEE, EMPLOYEE.c.id == SHIFT.c.employee_id)
        .where(SHIFT.c.id == shift_id)
    )
    _refuse(connection, [dict(row) for row in connection.execute(found).mappings()])


def _refuse(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    young = YoungWorkers(connection, {row["day"] for row in rows})
    problems = []
    for row in rows:
        problems += [_of_a_shift(row, fault) for fault in young.faults(row)]
        young.add(row)
    if len(problems) == 1:
        raise RefusedError(problems[0].message)
    if problems:
        message = _("Young employees may not work some of these shifts; nothing was changed.")
        raise RefusedError(message, problems)


def _of_a_shift(row: dict[str, Any], fault: Excess) -> Problem:
    message = _("The shift {shift} of {code} stays as it is. {why}").format(
        shift=shift_name(row["day"], row["starts"], row["ends"]),
        code=row["code"],
        why=fault.message,
    )
    return Problem(message, column="status")


def _paid(shift: dict[str, Any]) -> int:
    return int(shift["ends_at"] - shift["starts_at"] - shift["break_minutes"])


def _minutes(
    connection: Connection, first: date, last: date, leaving_out: Collection[int]
) -> dict[tuple[int, date], int]:
    """The paid minutes of young employees by day, in the weeks from `first` to `last`."""
    paid = func.sum(SHIFT.c.ends_at - SHIFT.c.starts_at - SHIFT.c.break_minutes)
    found = (
        select(SHIFT.c.employee_id, SHIFT.c.day, paid)
        .join(EMPLOYEE, EMPLOYEE.c.id == SHIFT.c.employee_id)
        .where(EMPLOYEE.c.age_band != ADULT, SHIFT.c.status.in_(WORK))
        .where(SHIFT.c.day.between(first - _WEEK, last + _WEEK), SHIFT.c.id.not_in(leaving_out))
        .where(standing(SHIFT))
        .group_by(SHIFT.c.employee_id, SHIFT.c.day)
    )
    return {(employee, day): int(sums) for employee, day, sums in connection.execute(found)}
