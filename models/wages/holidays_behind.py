"""Which public holidays a line pays that has no shift behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from sqlalchemy import Connection, select

from models.periods import WEEKDAYS
from models.rules.values import Rules
from models.shifts.calendar import NO_CALENDAR
from models.shifts.tables import SHIFT
from models.wages.holding import Holding
from models.wages.paid_by import PaidBy
from models.wages.rows import LineRow, PayslipRow
from models.wages.tables import PAYSLIP

_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days of an employee that may be paid holidays: `busy` are those of shifts, by status."""

    slip: PayslipRow
    by: PaidBy
    busy: Mapping[str, frozenset[date]]

    def days(self, line: LineRow) -> tuple[date, ...]:
        """The holidays that a line pays; none where the calendar no longer says which."""
        _pack, rules = self.by.version_of(self.slip, line)
        terms = self.by.terms_of(self.slip, line)
        if not _is_holiday(line) or rules is None or terms is None:
            return ()
        days = tuple(
            day
            for day in sorted(self._calendar(rules))
            if (line.starts_on or day) <= day <= (line.ends_on or day)
            and WEEKDAYS[day.weekday()] not in terms.rest_days
            and day not in self._busy(rules)
        )
        paid = Fraction((terms.daily_minutes or 0) * len(days), _HOUR)
        return days if line.quantity == (len(days) if line.unit == "day" else paid) else ()

    def _calendar(self, rules: Rules) -> frozenset[date]:
        calendars = self.by.ground.calendars
        return calendars.get(rules.country, calendars.get("", NO_CALENDAR)).holidays

    def _busy(self, rules: Rules) -> frozenset[date]:
        holiday = rules.public_holiday
        always = holiday is not None and holiday.day_paid == "always"
        leave = self.busy.get("paid_leave", frozenset())
        return leave if always else leave | self.busy.get("worked", frozenset())


def _is_holiday(line: LineRow) -> bool:
    return line.code == "LEAVE" and line.rule == "public_holiday"


def holidays_behind(connection: Connection, slip: PayslipRow, by: PaidBy) -> Holidays:
    """Read what tells which holidays the lines of a payslip pay."""
    busy: dict[str, frozenset[date]] = {}
    if any(map(_is_holiday, slip.lines)):
        statement = (
            select(SHIFT)
            .join(PAYSLIP, PAYSLIP.c.employee_id == SHIFT.c.employee_id)
            .where(
                PAYSLIP.c.number == slip.number,
                SHIFT.c.day.between(slip.period.starts_on, slip.period.ends_on),
            )
        )
        holding = Holding(connection, slip.run if slip.status in ("approved", "paid") else None)
        for row in connection.execute(statement):
            if not holding.counts(row.run_id, row.struck_as, planned=row.status == "planned"):
                continue
            busy[row.status] = busy.get(row.status, frozenset()) | {row.day}
    return Holidays(slip, by, busy)
