"""Which days are public holidays, rest days and working days."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from models.periods import WEEKDAYS, DayKind


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which everyone's week is different from what pay terms say.

    `rest_days` are days off for all, `working_days` are worked in spite of their weekday.
    """

    holidays: frozenset[date] = frozenset()
    rest_days: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()

    def kind_of(self, day: date, weekly: Collection[str]) -> DayKind:
        """What `day` is for someone whose rest days in the week are `weekly` (`SA`, `SU`)."""
        if day in self.holidays:
            return "holiday"
        if day in self.rest_days:
            return "rest_day"
        off = WEEKDAYS[day.weekday()] in weekly and day not in self.working_days
        return "rest_day" if off else "normal"


NO_CALENDAR = Calendar()
