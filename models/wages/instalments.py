"""How an advance is repaid: the days and amounts of its instalments, and what is due by a day.

Amounts are minor units. A plan is the whole of what was agreed; what was repaid since is laid over
it: payslips take its instalments in their order, and money handed back shortens its end.
"""

import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from models.periods import days_in_month

MOST_INSTALMENTS: Final = 1_200

_MIDDLE: Final = 15
_LAST: Final = 31
_WEEKS: Final = {"weekly": 1, "biweekly": 2}


@dataclass(frozen=True, slots=True)
class Instalment:
    """What is taken on the first payday from `due_on` on; nothing of one that is skipped."""

    due_on: date
    amount: int
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """An instalment and what payslips and hands have repaid of it."""

    instalment: Instalment
    taken: int = 0
    by_hand: int = 0

    @property
    def left(self) -> int:
        """What is still to be taken of it."""
        return self.instalment.amount - self.taken - self.by_hand


def plan(
    amount: int,
    instalment: int | None,
    first_due: date,
    every: str,
    skipped: Collection[date] = (),
) -> list[Instalment]:
    """The instalments of an advance in order, those that are skipped among them.

    Args:
        amount: What was lent, above zero.
        instalment: What is taken each time, above zero; None takes all at once.
        first_due: The day of the first.
        every: How often, one of `PAY_PERIOD_KINDS`.
        skipped: Days on which nothing is taken; for each, one more follows at the end.

    Returns:
        Instalments that sum to `amount`; the last is what is left: less than the others, or the
        crumbs more that their amount was rounded down by.

    Raises:
        ValueError: an amount is not above zero, or there would be more than `MOST_INSTALMENTS`.
    """
    each = amount if instalment is None else instalment
    if amount <= 0 or each <= 0:
        raise ValueError("amount and instalment must be above zero")
    if how_many(amount, instalment) > MOST_INSTALMENTS:
        raise ValueError("there are too many instalments")
    found = []
    left = amount
    crumbs = amount % each if _crumbs(amount, each) else 0
    for day in _days(first_due, every):
        skip = day in skipped
        taken = left if left <= each + crumbs else each
        taken = 0 if skip else taken
        left -= taken
        found.append(Instalment(day, taken, skip))
        if not left:
            break
    return found


def how_many(amount: int, instalment: int | None) -> int:
    """How many instalments repay `amount`."""
    if instalment is None:
        return 1
    return amount // instalment if _crumbs(amount, instalment) else -(-amount // instalment)


def _crumbs(amount: int, each: int) -> bool:
    """Whether what instalments leave over is only what their amount was rounded down by.

    A third of 100.00 is written as 33.33; the cent that is left goes with the last of the three.
    """
    return 0 < amount % each < amount // each


def due(amount: int, instalments: Sequence[Instalment], on: date, taken: int, by_hand: int) -> int:
    """What a payslip of a period that ends on `on` should take.

    Args:
        amount: What was lent.
        instalments: Its plan.
        on: The last day of the period.
        taken: What payslips have taken so far.
        by_hand: What was handed back; it shortens the end of the plan, not the next instalment.

    Returns:
        What fell due up to that day and no payslip has taken, at most what is outstanding, at
        least zero.
    """
    fallen_due = sum(each.amount for each in instalments if each.due_on <= on)
    return max(0, min(amount - taken - by_hand, fallen_due - taken))


def standings(instalments: Sequence[Instalment], taken: int, by_hand: int) -> list[Standing]:
    """Each instalment with what was repaid of it: taken from the first on, by hand from the last.

    Args:
        instalments: The plan.
        taken: What payslips have taken so far.
        by_hand: What was handed back. Both together are at most what was lent.
    """
    first = _filled([each.amount for each in instalments], taken)
    rooms = [each.amount - part for each, part in zip(instalments, first, strict=True)]
    last = _filled(rooms[::-1], by_hand)[::-1]
    return [Standing(*parts) for parts in zip(instalments, first, last, strict=True)]


def _filled(rooms: Sequence[int], amount: int) -> list[int]:
    """How much of `amount` each of `rooms` takes, in their order."""
    parts = []
    for room in rooms:
        parts.append(min(room, amount))
        amount -= parts[-1]
    return parts


def _days(first: date, every: str) -> Iterator[date]:
    """The due days without end, each counted from the first so that none drifts.

    A first day that ends its month means the end of each month.
    """
    if every in _WEEKS:
        weeks = _WEEKS[every]
        steps = (relativedelta(weeks=weeks * n) for n in itertools.count())
        yield from (first + step for step in steps)
        return
    number = _LAST if first.day == days_in_month(first) else first.day
    if every == "semimonthly":
        yield from _half_months(first, number)
        return
    yield from (first + relativedelta(months=n, day=number) for n in itertools.count())


def _half_months(first: date, number: int) -> Iterator[date]:
    """Two days a month, one in each half: the 15th and the last, the 1st and the 16th."""
    if number in (_MIDDLE, _LAST):
        pair = (_MIDDLE, _LAST)
    elif number < _MIDDLE:
        pair = (number, number + _MIDDLE)
    else:
        pair = (number - _MIDDLE, number)
    behind = pair.index(number)
    for n in itertools.count():
        months, half = divmod(n + behind, 2)
        yield first + relativedelta(months=months, day=pair[half])
