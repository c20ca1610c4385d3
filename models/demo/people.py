"""The workers of the demo: who they are, when they came and went, and what was agreed."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from models.demo.history import History
from models.demo.names import names
from models.demo.roles import ROLES, Role
from models.employees.drafts import EmployeeDraft, TermsDraft
from models.money import RATE_SCALE
from models.periods import Period

# Places in the list of roles whose worker has a story; the others just come to work.
_JOINED_LATE, _LEFT, _RAISED = 14, 17, (2, 5, 19)
_METHODS = ("cash", "cash", "cash", "bank", "cash", "wallet")


@dataclass(frozen=True)
class Person:
    """A worker of the demo; `pace` is how quickly pieces are made, 1 being usual."""

    number: int
    code: str
    name: str
    role: Role
    joined_on: date
    left_on: date | None
    rate: int
    raised_on: date | None
    pace: float
    leave: Period | None

    def employed(self, days: Period) -> Period | None:
        """The part of `days` on which the person is employed."""
        return days.within(self.joined_on, self.left_on)

    @property
    def pay_of_month(self) -> int:
        """What a usual month comes to, in whole yuan."""
        hours = self.role.week_minutes / 60
        of_week = {
            "hourly": self.rate * hours,
            "daily": self.rate * len(self.role.days),
            "weekly": self.rate,
            "monthly": self.rate * 12 / 52,
            "piece": 20 * RATE_SCALE * hours,
        }[self.role.basis]
        return int(of_week * 52 / 12 / RATE_SCALE)

    def draft(self) -> EmployeeDraft:
        """The person with the first terms, as a manager enters somebody new."""
        first = self._terms(self.joined_on, self.rate)
        return EmployeeDraft(
            code=self.code,
            work_name=self.name,
            site=self.role.site,
            language=self.role.language,
            joined_on=self.joined_on,
            left_on=self.left_on,
            age_band=self.role.age_band,
            payment_method=_METHODS[self.number % len(_METHODS)],
            basis=first.basis,
            rate=first.rate,
            daily_hours=first.daily_hours,
            weekly_hours=first.weekly_hours,
            rest_days=first.rest_days,
            guaranteed_hourly=first.guaranteed_hourly,
        )

    def raised(self) -> TermsDraft | None:
        """The terms after a raise, of somebody who got one."""
        if self.raised_on is None:
            return None
        return self._terms(self.raised_on, self.rate + 2 * self.role.step)

    def _terms(self, starts_on: date, rate: int) -> TermsDraft:
        role = self.role
        salaried = role.basis in ("weekly", "monthly")
        return TermsDraft(
            employee=self.code,
            starts_on=starts_on,
            basis=role.basis,
            rate=rate,
            daily_hours=role.minutes - role.pause if salaried else None,
            weekly_hours=role.week_minutes if salaried else None,
            rest_days=role.rest_days,
            guaranteed_hourly=role.guarantee * RATE_SCALE if role.guarantee else None,
        )


def crew(rng: Random, history: History, count: int) -> list[Person]:
    """`count` workers in the order of their codes."""
    named = {language: names(rng, language) for language in ("ko", "zh", "en")}
    width = max(3, len(str(count)))
    people = []
    for number in range(1, count + 1):
        role = ROLES[(number - 1) % len(ROLES)]
        name = next(named[role.language])
        code = f"W-{number:0{width}d}"
        people.append(_person(rng, history, number=number, code=code, name=name, role=role))
    return people


def _person(
    rng: Random, history: History, *, number: int, code: str, name: str, role: Role
) -> Person:
    joined_on, left_on = _employment(rng, history, number, role)
    return Person(
        number=number,
        code=code,
        name=name,
        role=role,
        joined_on=joined_on,
        left_on=left_on,
        rate=rng.choice(role.rates) if role.basis != "piece" else 0,
        raised_on=_raise(rng, history, number, joined_on, left_on),
        # One in five is still learning, and is paid the guarantee in a slow month.
        pace=rng.uniform(0.72, 0.82) if number % 5 == 4 else rng.uniform(0.95, 1.25),
        leave=_leave(rng, history, role),
    )


def _employment(rng: Random, history: History, number: int, role: Role) -> tuple[date, date | None]:
    """When somebody came and went. Makers stay, because their goods are sold all the time."""
    months = history.closed
    joined_on = history.starts_on - timedelta(days=rng.randrange(20, 900))
    later = number > len(ROLES) and not role.maker
    if number == _JOINED_LATE + 1 or (later and rng.random() < 0.12):
        month = months[len(months) // 3 if not later else rng.randrange(len(months))]
        return month.starts_on + timedelta(days=rng.randrange(7, 17)), None
    if number == _LEFT + 1 or (later and rng.random() < 0.10):
        month = months[len(months) * 2 // 3 if not later else rng.randrange(len(months))]
        return joined_on, month.starts_on + timedelta(days=rng.randrange(12, 24))
    return joined_on, None


def _raise(
    rng: Random, history: History, number: int, joined_on: date, left_on: date | None
) -> date | None:
    """Raises start inside a month, so that payslips show it in two parts."""
    role = ROLES[(number - 1) % len(ROLES)]
    lucky = number - 1 in _RAISED or (number > len(ROLES) and rng.random() < 0.15)
    if not lucky or role.basis == "piece":
        return None
    month = history.closed[(len(history.closed) // 2 + number // len(ROLES)) % len(history.closed)]
    day = month.starts_on + timedelta(days=15)
    return day if joined_on < day <= (left_on or day) else None


def _leave(rng: Random, history: History, role: Role) -> Period | None:
    """A week or so off that is paid, for those who are here most of the week."""
    starts_on = history.starts_on + timedelta(days=rng.randrange(history.whole.days))
    length = rng.randrange(3, 9)
    return None if role.part_time else Period(starts_on, starts_on + timedelta(days=length))
