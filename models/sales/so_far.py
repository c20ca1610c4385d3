"""The month's sales so far, against the month before to the same day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import Connection, func, select

from models.book.records import standing
from models.periods import Period, month_before, month_of
from models.sales.figures import percent_of
from models.sales.tables import SALE


@dataclass(frozen=True, slots=True)
class SalesSoFar:
    """Net sales in minor units of `currency`.

    Attributes:
        currency: What was paid in.
        until: The first day of the month to today.
        net: The net of those days.
        by_day: The net of each of those days.
        before: The month before.
        net_before: Its net to the same day; to its last where it is shorter.
        net_before_in_all: Its whole net.
    """

    currency: str
    until: Period
    net: int
    by_day: tuple[int, ...]
    before: Period
    net_before: int
    net_before_in_all: int

    @property
    def change_percent(self) -> Fraction | None:
        """Against the month before to the same day; None where that had no net sales."""
        return percent_of(self.net - self.net_before, self.net_before)


def sales_so_far(connection: Connection, today: date, own: str) -> tuple[SalesSoFar, ...]:
    """One for each currency sold in this month or the last, the programme's `own` first."""
    month = month_of(today)
    before = month_before(month)
    until = Period(month.starts_on, today)
    found = select(SALE.c.currency, SALE.c.day, func.sum(SALE.c.net)).group_by(
        SALE.c.currency, SALE.c.day
    )
    inside = found.where(SALE.c.day.between(before.starts_on, today), standing(SALE))
    nets: dict[str, dict[date, int]] = defaultdict(dict)
    for currency, day, net in connection.execute(inside):
        nets[currency][day] = int(net)
    same_days = min(until.days, before.days)
    return tuple(
        SalesSoFar(
            currency=currency,
            until=until,
            net=sum(_of(nets[currency], until)),
            by_day=_of(nets[currency], until),
            before=before,
            net_before=sum(_of(nets[currency], before)[:same_days]),
            net_before_in_all=sum(_of(nets[currency], before)),
        )
        for currency in sorted(nets, key=lambda code: (code != own, code))
    )


def _of(nets: dict[date, int], period: Period) -> tuple[int, ...]:
    return tuple(nets.get(day, 0) for day in period.dates())
