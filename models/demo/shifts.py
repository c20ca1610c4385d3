"""The shifts of the demo: worked, missed, on leave, planned, and a few nobody has confirmed."""

from datetime import date
from random import Random

from models.demo.history import History
from models.demo.people import Person
from models.money import RATE_SCALE
from models.periods import Period
from models.shifts.drafts import HolidayDraft, ShiftDraft

# What keeps someone away, by how often: status, note.
_AWAY = (
    (0.006, "absent", "No message"),
    (0.010, "absent", "Came to say so the day after"),
    (0.016, "unpaid_leave", "Family visit"),
    (0.021, "unpaid_leave", "At the authorities for papers"),
    (0.032, "paid_leave", "Ill, doctor's note"),
)
_STALL_RATE = 26 * RATE_SCALE
_BUSY_MONTHS = (11, 12)


def holidays(history: History) -> list[HolidayDraft]:
    """The public holidays."""
    return [HolidayDraft(day=day, name=name) for day, name in history.holidays.items()]


def shifts(rng: Random, history: History, people: list[Person], month: Period) -> list[ShiftDraft]:
    """The shifts of everybody in `month`, planned ones from today on."""
    drafts = []
    for person in people:
        employed = person.employed(month)
        days = employed.dates() if employed else ()
        drafts += [draft for day in days if (draft := _shift(rng, history, person, day))]
    return drafts


def _shift(rng: Random, history: History, person: Person, day: date) -> ShiftDraft | None:
    if day.weekday() not in person.role.days:
        return _extra(rng, history, person, day)
    if day in history.holidays and not person.role.open_on_holidays:
        return _day_off(history, person, day)
    if day >= history.today or _is_unconfirmed(history, person, day):
        return _draft(person, day, status="planned")
    if person.leave and day in person.leave:
        return _draft(person, day, status="paid_leave", note="Annual leave")
    chance = rng.random()
    for up_to, status, note in _AWAY:
        if chance < up_to:
            return _draft(person, day, status=status, note=note)
    return _worked(rng, person, day)


def _is_unconfirmed(history: History, person: Person, day: date) -> bool:
    """A few shifts of the last days are as they were planned: nobody has said yet."""
    days_ago = (history.today - day).days
    return days_ago <= 3 and (person.number + days_ago) % 9 == 2


def _worked(rng: Random, person: Person, day: date) -> ShiftDraft:
    chance = rng.random()
    longer = 0.12 if day.month in _BUSY_MONTHS else 0.05
    if chance < longer and not person.role.at_night and not person.role.part_time:
        return _draft(person, day, later_end=rng.choice((30, 60, 60, 90)), note="Order to finish")
    if chance > 0.97:
        return _draft(person, day, later_start=rng.choice((15, 20, 30)), note="Late: bus")
    return _draft(person, day)


def _day_off(history: History, person: Person, day: date) -> ShiftDraft | None:
    """Those paid by what they do are paid the holiday; a salary goes on by itself."""
    if person.role.basis in ("weekly", "monthly") or day >= history.today:
        return None
    return _draft(person, day, status="paid_leave", note=history.holidays[day])


def _extra(rng: Random, history: History, person: Person, day: date) -> ShiftDraft | None:
    """Saturdays at the stall for one in the sewing room, and extra ones before Christmas."""
    role = person.role
    away = day in history.holidays or (person.leave is not None and day in person.leave)
    if day.weekday() != 5 or day >= history.today or role.part_time or away:
        return None
    if person.number % 24 == 12 and rng.random() < 0.5:
        return ShiftDraft(
            employee=person.code,
            day=day,
            start=8 * 60,
            end=13 * 60,
            rate=_STALL_RATE,
            activity="Market stall",
        )
    busy = day.month in _BUSY_MONTHS and not role.at_night and rng.random() < 0.2
    return _draft(person, day, note="Extra Saturday") if busy else None


def _draft(
    person: Person,
    day: date,
    *,
    status: str = "worked",
    note: str = "",
    later_start: int = 0,
    later_end: int = 0,
) -> ShiftDraft:
    role = person.role
    return ShiftDraft(
        employee=person.code,
        day=day,
        start=role.starts + later_start,
        end=role.ends + later_end,
        break_minutes=role.pause,
        status=status,
        activity=role.activity,
        note=note,
    )
