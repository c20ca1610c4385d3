"""October 2026 in China, and what a book says of its days."""

from datetime import date

from sqlalchemy import select

from models.book.book import Book
from models.book.queries import audit_entries
from models.periods import Period
from models.shifts.calendar import Calendar
from models.shifts.drafts import HolidayDraft
from models.shifts.holidays import calendar_of, holiday_calendar
from models.shifts.tables import HOLIDAY

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
FIRST, SECOND, THIRD = (date(2026, 10, day) for day in (1, 2, 3))
MOVED_WEEKEND = (date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 7))
ORDINARY = date(2026, 10, 20)


def day(when: date, name: str = "Founding Day", kind: str = "holiday") -> HolidayDraft:
    return HolidayDraft(day=when, name=name, kind=kind)


def listed(book: Book, period: Period = OCTOBER) -> dict[date, tuple[str, str, str]]:
    rows = holiday_calendar(book, period.starts_on, period.ends_on).all()
    return {row.day: (row.name, row.kind, row.origin) for row in rows}


def stored(book: Book) -> dict[date, tuple[str, str]]:
    with book.reading() as connection:
        return {row.day: (row.name, row.kind) for row in connection.execute(select(HOLIDAY))}


def calendar(book: Book, country: str = "CN", period: Period = OCTOBER) -> Calendar:
    with book.reading() as connection:
        return calendar_of(connection, country, period)


def actions(book: Book) -> list[str]:
    return [row.action for row in audit_entries(book).all() if row.action.startswith("holiday")]
