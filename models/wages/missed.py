"""Work of someone in a period that was closed for others, but not for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, select

from models.employees.tables import EMPLOYEE
from models.periods import Period
from models.wages.earning import open_records, owner_of
from models.wages.holding import CLOSING, LIVE
from models.wages.tables import PAY_RUN, PAYSLIP


@dataclass(frozen=True, slots=True)
class Missed:
    """How many records of an employee lie in a closed period in which there is no payslip."""

    code: str
    work_name: str
    period: Period
    count: int


def missed_records(connection: Connection) -> tuple[Missed, ...]:
    """What no run has paid and none will by itself, by period and code.

    A regular run of the period, for these employees alone, pays it.
    """
    counts: dict[tuple[Period, str, str], int] = {}
    for row in _found(connection):
        key = Period(row.starts_on, row.ends_on), row.code, row.work_name
        counts[key] = counts.get(key, 0) + row.records
    return tuple(
        Missed(code, name, period, count) for (period, code, name), count in sorted(counts.items())
    )


def _found(connection: Connection) -> Iterator[Any]:
    for table, is_open in open_records():
        owner = owner_of(table)
        inside = table.c.day.between(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on)
        yield from connection.execute(
            select(
                EMPLOYEE.c.code,
                EMPLOYEE.c.work_name,
                PAY_RUN.c.starts_on,
                PAY_RUN.c.ends_on,
                func.count(table.c.id.distinct()).label("records"),
            )
            .join(EMPLOYEE, EMPLOYEE.c.id == owner)
            .join(PAY_RUN, and_(inside, PAY_RUN.c.kind == "regular", PAY_RUN.c.status.in_(LIVE)))
            .where(is_open, ~_closed(table, owner))
            .group_by(EMPLOYEE.c.code, EMPLOYEE.c.work_name, PAY_RUN.c.starts_on, PAY_RUN.c.ends_on)
        )


def _closed(table: Any, owner: Any) -> Any:
    """Whether the day of a record lies in a draft of the employee, or in a payslip that closes it.

    An off-cycle run pays what there is and closes no day.
    """
    own = PAY_RUN.alias()
    return (
        select(PAYSLIP.c.id)
        .join(own, own.c.id == PAYSLIP.c.run_id)
        .where(
            PAYSLIP.c.employee_id == owner,
            (own.c.status == "draft") | (own.c.status.in_(LIVE) & own.c.kind.in_(CLOSING)),
            table.c.day.between(own.c.starts_on, own.c.ends_on),
        )
        .correlate(table)
        .exists()
    )
