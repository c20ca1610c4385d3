"""Amounts as notes and coins, and the cash kit of a run with its sums. Amounts are minor units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import gcd
from typing import Final

from models.periods import Period

# Notes that share hardly any measure (100.00 and 0.03) would need a table of every amount.
_LARGEST_TABLE: Final = 500_000


@dataclass(frozen=True, slots=True)
class NoteCount:
    """How many of one note or coin; `value` is what one is worth."""

    value: int
    count: int

    @property
    def amount(self) -> int:
        """What they are worth together."""
        return self.value * self.count


Notes = tuple[NoteCount, ...]


class Purse:
    """Pays amounts out of notes and coins of some values, of each as many as it takes.

    Always in the fewest pieces, and of equally few in the largest. With the notes of most
    currencies that is as many of each as go in, from the largest down; where some are left out it
    need not be (60 from 50, 20 and 1), and may not come out (60 from 50 and 20).
    """

    def __init__(self, values: Sequence[int]) -> None:
        """A purse of notes and coins worth `values`, all above zero."""
        self.values = tuple(sorted(set(values), reverse=True))
        self._measure = gcd(*self.values)
        self._plain = _fewest_from_the_largest([value // self._measure for value in self.values])
        # For each multiple of the measure: the fewest pieces below the largest, and the first.
        self._fewest: list[tuple[int, int] | None] = [(0, 0)]

    def pays(self, amount: int) -> Notes | None:
        """`amount`, which is not below zero, in notes and coins, largest first.

        None where these cannot make it, or share so small a measure that no way was found.
        """
        if amount % self._measure:
            return None
        counts = _from_the_largest(amount, self.values) if self._plain else self._in_fewest(amount)
        if counts is None:
            return None
        return tuple(NoteCount(value, counts[value]) for value in self.values if counts.get(value))

    def _in_fewest(self, amount: int) -> dict[int, int] | None:
        """Give up one more of the largest note at a time, as long as that can save pieces."""
        largest, second = self.values[:2]
        best: tuple[int, int] | None = None
        for kept in range(amount // largest, -1, -1):
            rest = amount - kept * largest
            least = kept - -rest // second
            if rest // self._measure > _LARGEST_TABLE or (best and least >= best[0]):
                break
            pieces = self._pieces_of(rest)
            if pieces is not None and (best is None or kept + pieces < best[0]):
                best = kept + pieces, kept
        if best is None:
            return None
        return {largest: best[1], **self._taken_apart(amount - best[1] * largest)}

    def _pieces_of(self, amount: int) -> int | None:
        """How many pieces below the largest make `amount`; the table grows as far as needed."""
        smaller = [value // self._measure for value in self.values[1:]]
        place = amount // self._measure
        for target in range(len(self._fewest), place + 1):
            ways = [
                (before[0] + 1, value)
                for value in smaller
                if value <= target and (before := self._fewest[target - value]) is not None
            ]
            self._fewest.append(min(ways, key=lambda way: way[0]) if ways else None)
        found = self._fewest[place]
        return found[0] if found else None

    def _taken_apart(self, amount: int) -> dict[int, int]:
        counts: dict[int, int] = {}
        while amount:
            found = self._fewest[amount // self._measure]
            value = found[1] * self._measure if found else amount
            counts[value] = counts.get(value, 0) + 1
            amount -= value
        return counts


def _from_the_largest(amount: int, values: Sequence[int]) -> dict[int, int]:
    """How many of each of `values`, the last of which divides `amount`."""
    counts = {}
    for value in values:
        counts[value], amount = divmod(amount, value)
    return counts


def _fewest_from_the_largest(values: Sequence[int]) -> bool:
    """Whether taking as many of each as go in, from the largest down, is always the fewest pieces.

    D. Pearson's test (A polynomial-time algorithm for the change-making problem, 2005): the
    smallest amount of which it is not true is one of these few.
    """
    if values[-1] != 1:
        return False
    for larger in values[:-1]:
        pieces = worth = 0
        for value, count in _from_the_largest(larger - 1, values).items():
            pieces, worth = pieces + count, worth + count * value
            others = _from_the_largest(worth + value, values)
            if value < larger and pieces + 1 < sum(others.values()):
                return False
    return True


@dataclass(frozen=True, slots=True)
class CashPay:
    """What one payslip pays in cash. `number` is the payslip's."""

    number: str
    code: str
    work_name: str
    site: str
    paid: int
    notes: Notes


@dataclass(frozen=True, slots=True)
class CashSite:
    """What a run pays in cash at one site; `site` is empty for those who have none."""

    site: str
    total: int
    notes: Notes
    employees: tuple[CashPay, ...]


@dataclass(frozen=True, slots=True)
class CashKit:
    """The cash of one run in one currency: in all, by site, and by employee in the order of both.

    `uncollected`: only what has not been paid out yet. `values` are the notes and coins that could
    be used, largest first.
    """

    run: int
    period: Period
    currency: str
    uncollected: bool
    values: tuple[int, ...]
    total: int
    notes: Notes
    sites: tuple[CashSite, ...]

    @property
    def employees(self) -> tuple[CashPay, ...]:
        """Everyone who is paid in cash, by site and code."""
        return tuple(pay for site in self.sites for pay in site.employees)

    @property
    def pieces(self) -> int:
        """How many notes and coins there are in all."""
        return sum(note.count for note in self.notes)


def added(several: Iterable[Notes]) -> Notes:
    """Notes and coins put together, largest first."""
    counts: dict[int, int] = {}
    for notes in several:
        for note in notes:
            counts[note.value] = counts.get(note.value, 0) + note.count
    return tuple(NoteCount(value, counts[value]) for value in sorted(counts, reverse=True))


def by_site(pays: Sequence[CashPay]) -> tuple[CashSite, ...]:
    """The pay of each site with its sums; `pays` are in the order of their sites."""
    groups = ((site, tuple(group)) for site, group in groupby(pays, key=lambda pay: pay.site))
    return tuple(
        CashSite(site, sum(pay.paid for pay in group), added(pay.notes for pay in group), group)
        for site, group in groups
    )


def kit_of(
    sites: tuple[CashSite, ...],
    run: int,
    period: Period,
    currency: str,
    values: tuple[int, ...],
    *,
    uncollected: bool = False,
) -> CashKit:
    """The kit of a run's sites with its sums."""
    return CashKit(
        run=run,
        period=period,
        currency=currency,
        uncollected=uncollected,
        values=values,
        total=sum(site.total for site in sites),
        notes=added(site.notes for site in sites),
        sites=sites,
    )
