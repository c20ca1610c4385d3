"""What was entered after its period had been closed, and is paid by no run yet."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select

from models.periods import Period
from models.sales.tables import SALE
from models.shifts.tables import SHIFT
from models.wages.engine.segments import EARNING_STATUSES
from models.wages.tables import ADJUSTMENT, PAY_RUN, PAYSLIP, PIECE


@dataclass(frozen=True, slots=True)
class Late:
    """How many records of a closed period an off-cycle run can pay."""

    period: Period
    count: int


def late_records(connection: Connection) -> tuple[Late, ...]:
    """What lies inside approved runs of its employees and is held by none.

    That is shifts, pieces, amounts and makers' sales.

    Deductions are not among them: the next run takes those by itself. Oldest period first.
    """
    counts: dict[Period, int] = {}
    for table, earns in (
        (SHIFT, SHIFT.c.status.in_(EARNING_STATUSES)),
        (PIECE, PIECE.c.quantity > 0),
        (ADJUSTMENT, ADJUSTMENT.c.item != "DEDUCTION"),
        (SALE, (SALE.c.maker_share > 0) & (SALE.c.net > 0)),
    ):
        closed = and_(
            PAYSLIP.c.employee_id == (table.c.maker_id if table is SALE else table.c.employee_id),
            table.c.day.between(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on),
        )
        statement = (
            select(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on, func.count())
            .join(PAYSLIP, PAYSLIP.c.run_id == PAY_RUN.c.id)
            .join(table, closed)
            .where(
                PAY_RUN.c.kind == "regular",
                PAY_RUN.c.status.in_(("approved", "paid")),
                table.c.run_id.is_(None),
                table.c.struck_as.is_(None),
                earns,
            )
            .group_by(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on)
        )
        for starts_on, ends_on, count in connection.execute(statement):
            period = Period(starts_on, ends_on)
            counts[period] = counts.get(period, 0) + count
    return tuple(Late(period, counts[period]) for period in sorted(counts))
