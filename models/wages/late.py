"""What was entered after its period had been closed, and is paid by no run yet."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, func, select

from models.book.book import Book
from models.employees.tables import EMPLOYEE
from models.periods import Period
from models.wages.earning import open_records, owner_of
from models.wages.holding import CLOSING, LIVE
from models.wages.tables import PAY_RUN, PAYSLIP


@dataclass(frozen=True, slots=True)
class Late:
    """How many records of a closed period an off-cycle run can pay."""

    period: Period
    count: int


def closed_period(book: Book, code: str, day: date) -> Period | None:
    """The period of the run that has closed a day for an employee, if one has."""
    statement = (
        select(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on)
        .join(PAYSLIP, PAYSLIP.c.run_id == PAY_RUN.c.id)
        .join(EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id)
        .where(EMPLOYEE.c.code == code, PAY_RUN.c.kind.in_(CLOSING), PAY_RUN.c.status.in_(LIVE))
        .where(PAY_RUN.c.starts_on <= day, PAY_RUN.c.ends_on >= day)
    )
    with book.reading() as connection:
        row = connection.execute(statement).first()
    return Period(row.starts_on, row.ends_on) if row else None


def late_records(connection: Connection) -> tuple[Late, ...]:
    """What lies inside approved runs of its employees and is held by none.

    That is shifts, pieces, amounts and makers' sales. Oldest period first.
    """
    counts: dict[Period, int] = {}
    for table, is_open in open_records():
        closed = and_(
            PAYSLIP.c.employee_id == owner_of(table),
            table.c.day.between(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on),
        )
        statement = (
            select(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on, func.count())
            .join(PAYSLIP, PAYSLIP.c.run_id == PAY_RUN.c.id)
            .join(table, closed)
            .where(PAY_RUN.c.kind == "regular", PAY_RUN.c.status.in_(LIVE), is_open)
            .group_by(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on)
        )
        for starts_on, ends_on, count in connection.execute(statement):
            period = Period(starts_on, ends_on)
            counts[period] = counts.get(period, 0) + count
    return tuple(Late(period, counts[period]) for period in sorted(counts))
