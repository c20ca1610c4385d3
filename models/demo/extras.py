"""Pieces made, and amounts entered by hand."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from models.demo.history import History
from models.demo.people import Person
from models.money import RATE_SCALE
from models.periods import Period
from models.shifts.drafts import ShiftDraft
from models.wages.drafts import AdjustmentDraft, PieceDraft

# Hundredths of a yuan that somebody of usual pace makes in an hour of piece work.
_AN_HOUR = 2050
_RECEIPTS = (
    ("Thread and needles, receipt kept", 18, 60),
    ("Bus to the supplier", 8, 24),
    ("Flour and yeast, receipt kept", 35, 120),
    ("Work shoes", 70, 110),
)
_BONUSES = ("Order finished early", "Trained a newcomer", "Best stall weekend")

Entry = tuple[str, date, int, str]  # item, day, yuan, note


def pieces(rng: Random, people: list[Person], shifts: list[ShiftDraft]) -> list[PieceDraft]:
    """What the piece workers made on the days that they worked."""
    makers = {person.code: person for person in people if person.role.tasks}
    return [
        piece
        for shift in shifts
        if shift.status == "worked" and shift.employee in makers
        for piece in _of_day(rng, makers[shift.employee], shift)
    ]


def _of_day(rng: Random, person: Person, shift: ShiftDraft) -> Iterator[PieceDraft]:
    tasks = person.role.tasks
    chosen = rng.sample(tasks, k=2 if rng.random() < 0.35 else 1)
    hours = (shift.ends - shift.start - shift.break_minutes) / 60
    worth = hours * _AN_HOUR * person.pace * rng.uniform(0.85, 1.15) / len(chosen)
    for task, rate in chosen:
        yield PieceDraft(
            employee=person.code,
            day=shift.day,
            task=task,
            quantity=max(1, round(worth / rate)) * RATE_SCALE,
            rate=rate * RATE_SCALE // 100,
        )


def adjustments(
    rng: Random, history: History, people: list[Person], month: Period
) -> list[AdjustmentDraft]:
    """The bonuses, allowances, reimbursements and deductions of `month` up to today."""
    drafts = []
    buyer = _buyer_of_a_phone(history, people, month)
    for person in people:
        employed = person.employed(month)
        if employed is not None:
            entries = list(_of_month(rng, person, employed))
            entries += _phone(person, month) if person is buyer else []
            for item, on, amount, note in entries:
                # What would come after somebody's last day is settled on that day.
                day = min(on, employed.ends_on)
                if day <= history.today:
                    drafts.append(
                        AdjustmentDraft(
                            employee=person.code,
                            day=day,
                            item=item,
                            amount=Decimal(amount),
                            note=note,
                        )
                    )
    return drafts


def _of_month(rng: Random, person: Person, month: Period) -> Iterator[Entry]:
    first = month.starts_on.replace(day=1)
    if person.role.at_night:
        yield "ALLOWANCE", first + timedelta(days=24), 120, "Taxi home from the night shift"
    elif person.number % 6 == 2:
        yield "ALLOWANCE", first + timedelta(days=24), 80, "Bus pass"
    if person.number % 4 == 1:
        meals = 4 * len(person.role.days)
        yield "DEDUCTION", first + timedelta(days=26), meals * rng.randint(4, 6), "Canteen meals"
    if rng.random() < 0.06:
        note, least, most = rng.choice(_RECEIPTS)
        yield "REIMBURSEMENT", _some_day(rng, month), rng.randrange(least, most), note
    if rng.random() < 0.06:
        yield "BONUS", _some_day(rng, month), rng.randrange(80, 260, 20), rng.choice(_BONUSES)
    if first.month == 1:
        yield "BONUS", first + timedelta(days=19), 300, "Spring Festival"


def _phone(person: Person, month: Period) -> list[Entry]:
    """A deduction of more than the month brings, so that some of it is carried forward."""
    price = (person.pay_of_month * 14 // 1000 + 1) * 100
    day = month.starts_on + timedelta(days=9)
    return [("DEDUCTION", day, price, "Phone bought through the office")]


def _buyer_of_a_phone(history: History, people: list[Person], month: Period) -> Person | None:
    """Somebody part-time, in the month before the last closed one if there is one."""
    if month != history.closed[-2:][0]:
        return None
    return next((person for person in people if person.role.part_time), None)


def _some_day(rng: Random, month: Period) -> date:
    return month.starts_on + timedelta(days=rng.randrange(month.days))
