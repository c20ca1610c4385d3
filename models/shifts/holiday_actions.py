"""What a manager does with the calendar: the programme's days lie over those of its country."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from models.book.book import Acting, Book
from models.book.settings import programme
from models.errors import NotFoundError, Problem, RefusedError
from models.language import gettext as _
from models.recording import Numbered, Outcome, insert_rows
from models.shifts.country_days import CountryDay, country_day, says_the_same
from models.shifts.drafts import HolidayDraft
from models.shifts.tables import HOLIDAY


def add_holiday(book: Book, draft: HolidayDraft) -> None:
    """Put a day on the calendar; one that was struck out may come back as something else.

    Raises:
        RefusedError: the calendar says something of that day already.
    """
    with _acting(book, "holiday.add", draft.day) as (_entry, days):
        days.refuse_taken(draft.day, draft.kind)
        days.put(draft)


def change_holiday(book: Book, day: date, draft: HolidayDraft) -> None:
    """Put the draft in the place of what the calendar says of `day`, on that day or another.

    A day of the country's calendar stays there as struck out if the draft is for another day.

    Raises:
        NotFoundError: the calendar says nothing of `day`, or it is struck out.
        RefusedError: the calendar says something of the other day already.
    """
    with _acting(book, "holiday.change", day) as (acting, days):
        days.standing(day)
        if draft.day != day:
            acting.details = {"to": draft.day.isoformat()}
            days.refuse_taken(draft.day, draft.kind)
            days.clear(day)
        days.put(draft)


def move_holiday(book: Book, day: date, to: date) -> None:
    """Move what the calendar says of `day` to another day, with its name and its kind.

    Raises:
        NotFoundError: the calendar says nothing of `day`, or it is struck out.
        RefusedError: the calendar says something of the other day already.
    """
    with _acting(book, "holiday.move", day) as (acting, days):
        standing = days.standing(day)
        acting.details = {"to": to.isoformat()}
        acting.changed = to != day
        if acting.changed:
            days.refuse_taken(to, standing.kind)
            days.clear(day)
            days.put(HolidayDraft(day=to, name=standing.name, kind=standing.kind))


def strike_out_holiday(book: Book, day: date) -> None:
    """Strike out what the country's calendar says of `day`, or remove what the programme entered.

    Raises:
        NotFoundError: the calendar says nothing of `day`, or it is struck out.
    """
    with _acting(book, "holiday.strike_out", day) as (_entry, days):
        days.standing(day)
        if days.entry(day) is None:
            days.clear(day)
        else:
            days.remove(day)


def restore_holiday(book: Book, day: date) -> None:
    """Let what the country's calendar says of `day` hold again.

    Raises:
        NotFoundError: it is not struck out.
    """
    with _acting(book, "holiday.restore", day) as (_entry, days):
        entry = days.entry(day)
        if entry is None or entry.kind != "struck_out":
            raise NotFoundError(_("That day is not struck out."))
        days.remove(day)


def record_holidays(connection: Connection, rows: Numbered[HolidayDraft]) -> Outcome:
    """Write days of the calendar.

    A day that the programme entered is there already, and so is one of which the country's
    calendar says the same.
    """
    outcome = Outcome()
    days = _Days(connection, programme(connection).country)
    known = set(connection.execute(select(HOLIDAY.c.day)).scalars())
    values = []
    for _row, draft in rows:
        if draft.day in known or days.says(draft):
            outcome.skipped += 1
            continue
        known.add(draft.day)
        values.append(draft.model_dump())
    insert_rows(connection, HOLIDAY, values)
    outcome.added = len(values)
    return outcome


@contextmanager
def _acting(book: Book, action: str, day: date) -> Iterator[tuple[Acting, "_Days"]]:
    with book.acting(action, subject=day.isoformat()) as acting:
        country = programme(acting.connection).country
        yield acting, _Days(acting.connection, country)


@dataclass(frozen=True)
class _Days:
    """The programme's days over those of its country, one at a time."""

    connection: Connection
    country: str

    def entry(self, day: date) -> Row[Any] | None:
        """What the programme entered for `day`."""
        return self.connection.execute(select(HOLIDAY).where(HOLIDAY.c.day == day)).first()

    def standing(self, day: date) -> Row[Any] | CountryDay:
        """What the calendar says of `day`.

        Raises:
            NotFoundError: it says nothing, or `day` is struck out.
        """
        found = self.entry(day) or country_day(self.country, day)
        if found is None:
            raise NotFoundError(_("There is no such holiday."))
        if found.kind == "struck_out":
            raise NotFoundError(_("That day is struck out."))
        return found

    def says(self, draft: HolidayDraft) -> bool:
        """Whether the country's calendar says the same as the draft."""
        return says_the_same(self.country, draft.day, draft.kind, draft.name)

    def refuse_taken(self, day: date, kind: str) -> None:
        """Leave `day` to what the programme entered, and to the same kind of the country.

        Raises:
            RefusedError: one of them is there.
        """
        taken = self.entry(day) or country_day(self.country, day)
        if taken is None or taken.kind == "struck_out":
            return
        if isinstance(taken, CountryDay) and taken.kind != kind:
            return
        if taken.kind == "holiday":
            message = _("That day is a public holiday already.")
        else:
            message = _("That day is on the calendar already, as “{name}”.").format(name=taken.name)
        raise RefusedError(message, [Problem(message, column="date", value=day.isoformat())])

    def put(self, draft: HolidayDraft) -> None:
        """Let the draft decide about its day; nothing is entered that the country says itself."""
        self.remove(draft.day)
        if not self.says(draft):
            insert_rows(self.connection, HOLIDAY, [draft.model_dump()])

    def clear(self, day: date) -> None:
        """Take away what the calendar says of `day`.

        Another kind of day that the country has below the programme's comes to light again.
        """
        entry, said = self.entry(day), country_day(self.country, day)
        self.remove(day)
        if said is not None and (entry is None or entry.kind == said.kind):
            struck = HolidayDraft(day=day, name=said.name, kind="struck_out")
            insert_rows(self.connection, HOLIDAY, [struck.model_dump()])

    def remove(self, day: date) -> None:
        """Take back what the programme entered for `day`."""
        self.connection.execute(delete(HOLIDAY).where(HOLIDAY.c.day == day))
