"""Money given before payday: small subs, and now and then a loan."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from models.demo.history import History
from models.demo.people import Person
from models.periods import Period, month_after
from models.wages.advances.drafts import AdvanceDraft

_FOR_A_LOAN = ("Hospital bill", "School fees", "Deposit for a room", "New stove")
_LOAN_EVERY, _PARTS_OF_A_LOAN = 2, (4, 5, 6)


def advances(
    rng: Random, history: History, people: list[Person], month: Period
) -> list[AdvanceDraft]:
    """The advances of `month` up to today: a sub or two and, in every other month, a loan."""
    drafts = _subs(rng, people, month)
    if month.starts_on.month % _LOAN_EVERY == 0:
        drafts = [*drafts, *_loans(rng, people, month)]
    return [draft for draft in drafts if draft.day <= history.today]


def _subs(rng: Random, people: list[Person], month: Period) -> list[AdvanceDraft]:
    day = month.starts_on + timedelta(days=11)
    subs = []
    for person in _some(rng, people, day, 1 + len(people) // 20):
        amount = max(1, person.pay_of_month // 500) * 100
        subs.append(AdvanceDraft(employee=person.code, day=day, amount=Decimal(amount)))
    return subs


def _loans(rng: Random, people: list[Person], month: Period) -> Iterator[AdvanceDraft]:
    day = month.starts_on + timedelta(days=17)
    for person in _some(rng, people, day, 1):
        instalment = max(1, person.pay_of_month // 1000) * 50
        # The last instalment is smaller than the others.
        amount = instalment * rng.choice(_PARTS_OF_A_LOAN) - 20
        yield AdvanceDraft(
            employee=person.code,
            day=day,
            amount=Decimal(amount),
            instalment=Decimal(instalment),
            first_due=month_after(month).ends_on,
            kind="loan",
            note=rng.choice(_FOR_A_LOAN),
            agreed=True,
        )


def _some(rng: Random, people: list[Person], day: date, count: int) -> list[Person]:
    """People in full-time work who stay long enough to repay it."""
    here = [
        person
        for person in people
        if not person.role.part_time
        and person.employed(Period(day, day)) is not None
        and person.left_on is None
    ]
    return rng.sample(here, k=min(count, len(here)))
