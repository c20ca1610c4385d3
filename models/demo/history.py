"""The days of the demo: closed months, the open one, and what is planned."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from dateutil.relativedelta import relativedelta

from models.periods import Period, month_of, week_of

_HOLIDAYS = (
    (1, 1, "New Year's Day"),
    (5, 1, "Labour Day"),
    (10, 1, "National Day"),
    (10, 2, "National Day, second day"),
    (10, 3, "National Day, third day"),
)


def stream(seed: int, name: str) -> Random:
    """Chance for one part of the demo: a change in one part leaves the others as they were."""
    return Random(f"{seed}/{name}")  # noqa: S311 - nothing secret hangs on it


@dataclass(frozen=True)
class History:
    """What lies before `today`: `closed` months, oldest first, and then the open one."""

    today: date
    closed: tuple[Period, ...]

    @classmethod
    def ending(cls, today: date, months: int) -> "History":
        """`months` closed months before the one that `today` lies in."""
        first = month_of(today).starts_on
        back = range(months, 0, -1)
        return cls(today, tuple(month_of(first - relativedelta(months=n)) for n in back))

    @property
    def starts_on(self) -> date:
        """The first day in the book."""
        return self.closed[0].starts_on

    @cached_property
    def planned_until(self) -> date:
        """The last day of next week."""
        return week_of(self.today).ends_on + timedelta(days=7)

    @property
    def open(self) -> Period:
        """The open month, as far as shifts are planned."""
        return Period(month_of(self.today).starts_on, self.planned_until)

    @property
    def whole(self) -> Period:
        """All days from the first to today."""
        return Period(self.starts_on, self.today)

    @cached_property
    def holidays(self) -> dict[date, str]:
        """The public holidays of every year that the history touches."""
        years = range(self.starts_on.year, self.planned_until.year + 1)
        return {date(year, month, day): name for year in years for month, day, name in _HOLIDAYS}
