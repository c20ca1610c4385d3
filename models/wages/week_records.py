"""Reading what the weeks of a payslip's lines earned."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from models.periods import Period
from models.sales.tables import SALE
from models.shifts.tables import SHIFT
from models.wages.earning import owner_of
from models.wages.explaining import Sources
from models.wages.holding import Holding
from models.wages.paid_by import PaidBy
from models.wages.rows import LineRow, PayslipRow
from models.wages.tables import ADJUSTMENT, PAYSLIP, PIECE
from models.wages.week_behind import Weeks


def weeks_behind(connection: Connection, slip: PayslipRow, by: PaidBy, sources: Sources) -> Weeks:
    """Read what the weeks of a payslip's lines earned, of the records that its run knew."""
    days = [day for line in slip.lines if line.pool is not None for day in _days(line)]
    if not days:
        return Weeks(slip, by, sources)
    approved = slip.status in ("approved", "paid")
    holding = Holding(connection, slip.run if approved else None)
    known = _Known(connection, slip, holding)
    inside = Period(min(days), max(days))
    bonuses = known.rows(ADJUSTMENT, ADJUSTMENT.c.item == "BONUS")
    earned = [day for each in bonuses if each.earned_from for day in _earned(each)]
    worked = Period(min(earned), max(earned)) if earned else inside
    minutes: dict[date, int] = defaultdict(int)
    for shift in known.rows(SHIFT, _in(SHIFT, worked), SHIFT.c.status == "worked"):
        minutes[shift.day] += shift.ends_at - shift.starts_at - shift.break_minutes
    return Weeks(
        slip,
        by,
        sources,
        pieces=known.rows(PIECE, _in(PIECE, inside)),
        sales=known.rows(SALE, _in(SALE, inside), SALE.c.maker_share > 0),
        bonuses=bonuses,
        minutes=minutes,
    )


def _days(line: LineRow) -> Iterator[date]:
    return (day for day in (line.starts_on, line.ends_on) if day is not None)


def _earned(bonus: Row[Any]) -> tuple[date, date]:
    return bonus.earned_from, bonus.earned_to


def _in(table: Any, days: Period) -> Any:
    return table.c.day.between(days.starts_on, days.ends_on)


class _Known:
    """An employee's records, as far as the run of a payslip knew them."""

    def __init__(self, connection: Connection, slip: PayslipRow, holding: Holding) -> None:
        self._connection = connection
        self._holding = holding
        number = PAYSLIP.c.number == slip.number
        statement = select(PAYSLIP.c.employee_id).where(number)
        self._employee = connection.execute(statement).scalar_one()

    def rows(self, table: Any, *which: Any) -> tuple[Row[Any], ...]:
        """The rows of a table, by day."""
        owner = owner_of(table)
        statement = select(table).where(owner == self._employee, *which)
        found = self._connection.execute(statement.order_by(table.c.day, table.c.id))
        return tuple(row for row in found if self._holding.counts(row.run_id, row.struck_as))
