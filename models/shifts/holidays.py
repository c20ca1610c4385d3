"""The calendar that holds: what the country's says, and over it what the programme entered."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from models.book.book import Book
from models.book.settings import programme
from models.periods import Period
from models.shifts.calendar import Calendar
from models.shifts.country_days import CountryDay, country_days
from models.shifts.tables import HOLIDAY

Origin = Literal["country", "programme"]


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A day of the calendar.

    Attributes:
        day: The day.
        name: What it is called.
        kind: One of `models.shifts.tables.DAY_KINDS`; `struck_out` is none of the others here.
        origin: Whether the country's calendar says so, or the programme.
        id: The programme's entry, if it is one.
    """

    day: date
    name: str
    kind: str
    origin: Origin
    id: int | None = None


@dataclass(frozen=True)
class HolidayCalendar:
    """The days of the programme's calendar, read anew each time, the struck-out ones with them.

    With no first day the country's days begin with this year (or with the year of the last day,
    if that is earlier), and with no last day they end with the year after it; what the programme
    entered is there in any case.
    """

    book: Book
    today: date
    from_: date | None = None
    to: date | None = None
    search: str = ""
    descending: bool = False

    def count(self) -> int:
        """How many days there are."""
        return len(self._rows())

    def page(self, offset: int, limit: int) -> Sequence[HolidayRow]:
        """At most `limit` days from the `offset`-th on."""
        return self._rows()[offset : offset + limit]

    def all(self) -> Iterator[HolidayRow]:
        """Every day."""
        return iter(self._rows())

    def _rows(self) -> list[HolidayRow]:
        with self.book.reading() as connection:
            said = _said(programme(connection).country, self._years())
            entries = _entries(connection)
        rows = {day: HolidayRow(day, each.name, each.kind, "country") for day, each in said.items()}
        for day, entry in entries.items():
            rows[day] = _entered(entry, said.get(day))
        wanted = self.search.casefold()
        return [
            rows[day]
            for day in sorted(rows, reverse=self.descending)
            if (self.from_ or day) <= day <= (self.to or day)
            and wanted in rows[day].name.casefold()
        ]

    def _years(self) -> range:
        this = self.today.year
        first = self.from_.year if self.from_ else min(this, (self.to or self.today).year)
        last = self.to.year if self.to else max(this, first) + 1
        return range(first, last + 1)


def holiday_calendar(
    book: Book,
    from_: date | None = None,
    to: date | None = None,
    *,
    today: date | None = None,
    search: str = "",
    descending: bool = False,
) -> HolidayCalendar:
    """The calendar of the programme between two days, both inside; `today` is the clock's."""
    return HolidayCalendar(book, today or date.today(), from_, to, search, descending)


def calendar_of(connection: Connection, country: str, period: Period) -> Calendar:
    """The calendar of a country for the days of `period`, with the programme's days over it."""
    return calendars(connection, [country], period)[country]


def calendars(
    connection: Connection, countries: Collection[str], period: Period
) -> Mapping[str, Calendar]:
    """The calendar of each country for the days of `period`, with the programme's days over it.

    The country `""` has none of its own: its calendar is what the programme entered.
    """
    entries = _entries(connection, period)
    return {country: _calendar(country, entries, period) for country in countries}


def _calendar(country: str, entries: Mapping[date, Row[Any]], period: Period) -> Calendar:
    years = range(period.starts_on.year, period.ends_on.year + 1)
    kinds = {day: str(each.kind) for day, each in _said(country, years).items() if day in period}
    kinds |= {day: entry.kind for day, entry in entries.items()}

    def days(kind: str) -> frozenset[date]:
        return frozenset(day for day, each in kinds.items() if each == kind)

    return Calendar(days("holiday"), days("rest_day"), days("working_day"))


def _said(country: str, years: range) -> dict[date, CountryDay]:
    return {day: each for year in years for day, each in country_days(country, year).items()}


def _entries(connection: Connection, period: Period | None = None) -> dict[date, Row[Any]]:
    statement = select(HOLIDAY).order_by(HOLIDAY.c.day)
    if period is not None:
        statement = statement.where(HOLIDAY.c.day.between(period.starts_on, period.ends_on))
    return {row.day: row for row in connection.execute(statement)}


def _entered(entry: Row[Any], said: CountryDay | None) -> HolidayRow:
    """A day that the programme decides about.

    One that is struck out is called as in the country's calendar, in the language in use.
    """
    name = said.name if said and entry.kind == "struck_out" else entry.name
    return HolidayRow(entry.day, name, entry.kind, "programme", entry.id)
