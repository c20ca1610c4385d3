"""What is read of shifts."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, Select, case, func, select

from models.book.book import Book
from models.book.records import Records, matching, ordering, standing
from models.employees.tables import EMPLOYEE, SITE
from models.errors import NotFoundError
from models.language import gettext as _
from models.shifts.hours import clock
from models.shifts.tables import SHIFT


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift: `starts` and `ends` by the clock in minutes, `minutes` real and unpaid break off.

    `run_id` is set when an approved run has paid it, `struck_as` and why when it was struck out.
    """

    id: int
    employee: str
    work_name: str
    site: str
    day: date
    starts: int
    ends: int
    break_minutes: int
    minutes: int
    status: str
    rate: int | None
    activity: str
    note: str
    run_id: int | None
    struck_as: int | None
    struck_why: str

    @property
    def start(self) -> str:
        """The start as `HH:MM`."""
        return clock(self.starts)

    @property
    def end(self) -> str:
        """The end as `HH:MM`; at or before the start it is on the next day."""
        return clock(self.ends)


@dataclass(frozen=True, slots=True)
class ShiftTotals:
    """What a list of shifts adds up to, those apart that were struck out.

    Attributes:
        worked: Paid minutes of the shifts that were worked.
        planned: How many are planned only.
        due: The ids of planned ones that should have been confirmed by now and can be.
    """

    worked: int
    planned: int
    due: tuple[int, ...]


_ORDERS: Final[dict[str, Any]] = {
    "day": SHIFT.c.starts_at,
    "employee": EMPLOYEE.c.code,
    "work_name": EMPLOYEE.c.work_name,
    "minutes": SHIFT.c.ends_at - SHIFT.c.starts_at - SHIFT.c.break_minutes,
    "status": SHIFT.c.status,
    "site": func.coalesce(SITE.c.name, ""),
}


def shifts(
    book: Book,
    *,
    from_: date | None = None,
    to: date | None = None,
    employee: str | None = None,
    status: str | None = None,
    site: str | None = None,
    struck: bool = True,
    search: str = "",
    order: str = "day",
    descending: bool = False,
) -> Records[ShiftRow]:
    """Shifts that start on the days from `from_` to `to`, both inside.

    Without `struck`, those that were struck out are left out.
    """
    statement = _shifts()
    if from_ is not None:
        statement = statement.where(SHIFT.c.day >= from_)
    if to is not None:
        statement = statement.where(SHIFT.c.day <= to)
    if employee is not None:
        statement = statement.where(EMPLOYEE.c.code == employee)
    if status is not None:
        statement = statement.where(SHIFT.c.status == status)
    if site is not None:
        statement = statement.where(SITE.c.name == site)
    if not struck:
        statement = statement.where(standing(SHIFT))
    if search:
        statement = statement.where(
            matching(search, EMPLOYEE.c.code, EMPLOYEE.c.work_name, SHIFT.c.activity, SHIFT.c.note)
        )
    by = ordering(_ORDERS, order, descending=descending, last=SHIFT.c.id)
    return Records(book, statement.order_by(*by), _shift_row)


def shift(book: Book, shift_id: int) -> ShiftRow:
    """One shift.

    Raises:
        NotFoundError: there is none with this id.
    """
    found = Records(book, _shifts().where(SHIFT.c.id == shift_id), _shift_row).first()
    if found is None:
        raise NotFoundError(_("There is no such shift."))
    return found


def totals(found: Records[ShiftRow], *, before: date) -> ShiftTotals:
    """What the shifts of a list add up to; planned ones are due when they lie before a day."""
    listed = found.statement.where(standing(SHIFT)).order_by(None).subquery()
    is_planned = listed.c.status == "planned"
    sums = select(
        func.coalesce(func.sum(case((listed.c.status == "worked", listed.c.minutes))), 0),
        func.count(case((is_planned, 1))),
    )
    due = select(listed.c.id).where(is_planned, listed.c.day < before, listed.c.run_id.is_(None))
    with found.book.reading() as connection:
        worked, planned = connection.execute(sums).one()
        ids = connection.execute(due).scalars().all()
    return ShiftTotals(int(worked), planned, tuple(ids))


def _shifts() -> Select[Any]:
    return (
        select(
            SHIFT.c.id,
            EMPLOYEE.c.code.label("employee"),
            EMPLOYEE.c.work_name,
            func.coalesce(SITE.c.name, "").label("site"),
            SHIFT.c.day,
            SHIFT.c.starts,
            SHIFT.c.ends,
            SHIFT.c.break_minutes,
            (SHIFT.c.ends_at - SHIFT.c.starts_at - SHIFT.c.break_minutes).label("minutes"),
            SHIFT.c.status,
            SHIFT.c.rate,
            SHIFT.c.activity,
            SHIFT.c.note,
            SHIFT.c.run_id,
            SHIFT.c.struck_as,
            SHIFT.c.struck_why,
        )
        .join(EMPLOYEE, EMPLOYEE.c.id == SHIFT.c.employee_id)
        .outerjoin(SITE, SITE.c.id == EMPLOYEE.c.site_id)
    )


def _shift_row(row: Row[Any]) -> ShiftRow:
    return ShiftRow(**row._mapping)
