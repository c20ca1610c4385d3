"""Shifts that were struck out: found again in an import, and let count again."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, select

from models.book.records import standing
from models.employees.tables import EMPLOYEE
from models.errors import RefusedError
from models.language import gettext as _
from models.shifts.drafts import ShiftDraft
from models.shifts.hours import shift_name
from models.shifts.tables import SHIFT
from models.shifts.young import refuse_restoring as refuse_too_young

_Alike = tuple[int, date, int, int, int, int | None]


class StruckShifts:
    """The struck-out shifts of some days, so that importing their file does not bring them back."""

    def __init__(self, connection: Connection, days: Collection[date]) -> None:
        """Read those of the days from the first to the last of `days`."""
        self._statuses: dict[_Alike, set[str]] = defaultdict(set)
        if not days:
            return
        found = select(SHIFT).where(SHIFT.c.day.between(min(days), max(days)), ~standing(SHIFT))
        for row in connection.execute(found):
            hours = (row.day, row.starts, row.ends, row.break_minutes)
            self._statuses[row.employee_id, *hours, row.rate].add(row.status)

    def has(self, employee_id: int, draft: ShiftDraft) -> bool:
        """Whether one of the employee's was struck out that is paid like this.

        A planned one is: its file was written before someone said what came of the plan.
        """
        hours = (draft.day, draft.start, draft.ends, draft.break_minutes)
        statuses = self._statuses.get((employee_id, *hours, draft.rate), set())
        return draft.status in statuses or (draft.status == "planned" and bool(statuses))


def refuse_restoring(connection: Connection, shift_id: int) -> None:
    """Refuse to let a struck-out shift count again where it cannot any more.

    Raises:
        RefusedError: it overlaps another, or its employee is too young for it.
    """
    other = SHIFT.alias()
    clash = (
        select(other.c.day, other.c.starts, other.c.ends, EMPLOYEE.c.code)
        .join(SHIFT, SHIFT.c.employee_id == other.c.employee_id)
        .join(EMPLOYEE, EMPLOYEE.c.id == other.c.employee_id)
        .where(
            SHIFT.c.id == shift_id,
            other.c.id != shift_id,
            standing(other),
            other.c.starts_at < SHIFT.c.ends_at,
            other.c.ends_at > SHIFT.c.starts_at,
        )
    )
    row = connection.execute(clash.limit(1)).first()
    if row is not None:
        name = shift_name(row.day, row.starts, row.ends)
        message = _("This shift overlaps the shift {other} of {code}.")
        raise RefusedError(message.format(other=name, code=row.code))
    refuse_too_young(connection, shift_id)
