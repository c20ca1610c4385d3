"""Deductions within the caps of the pack, and never below a net of zero."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from models.rules.values import DeductionCap, Rules
from models.wages.engine.entered import as_rate
from models.wages.engine.values import DEDUCTION, Adjustment, Line, Source


@dataclass(frozen=True, slots=True)
class Room:
    """What deductions may be taken from, in minor units.

    Attributes:
        wages: The gross without reimbursements, which are no wages.
        overtime: What of that is for overtime, premium and plain rate together.
        minimum: What must be left of the wages.
        minimum_without_overtime: The same for the hours that are no overtime.
    """

    wages: int
    overtime: int = 0
    minimum: int = 0
    minimum_without_overtime: int = 0


@dataclass(slots=True)
class _Cap:
    """A cap and what it leaves, in all or for each kind."""

    cap: DeductionCap
    limit: int
    floor: int | None
    taken: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def binds(self, deduction: Adjustment) -> bool:
        return deduction.kind in self.cap.kinds and not (
            self.cap.unless_agreed and deduction.agreed
        )

    def left(self, deduction: Adjustment, gone: int) -> int:
        """What the cap leaves; `gone` is what all deductions have taken so far."""
        of_kind = self.limit - self.taken[self._of(deduction)]
        return of_kind if self.floor is None else min(of_kind, self.floor - gone)

    def take(self, deduction: Adjustment, amount: int) -> None:
        self.taken[self._of(deduction)] += amount

    def _of(self, deduction: Adjustment) -> str:
        """Where each kind has its own limit, what was not said to be of a kind is by its note."""
        return (deduction.kind or deduction.note) if self.cap.each else ""


def deduction_lines(
    adjustments: Sequence[Adjustment], room: Room, currency: str, rules: Rules
) -> list[Line]:
    """A line for each deduction, oldest first; what does not fit is carried forward.

    One that lacks the legal basis that the pack asks for is left out.
    """
    caps = [_Cap(cap, _limit(cap, room), _floor(cap, room)) for cap in rules.deductions.caps]
    left = max(0, room.wages)
    gone = 0
    lines = []
    for each in takeable(adjustments, currency, rules):
        binding = [cap for cap in caps if cap.binds(each)]
        within = min([each.amount, *(max(0, cap.left(each, gone)) for cap in binding)])
        taken = min(within, left)
        left -= taken
        gone += taken
        for cap in binding:
            cap.take(each, taken)
        lines.append(_line(each, taken, currency, capped=within < min(each.amount, left + taken)))
    return lines


def takeable(adjustments: Sequence[Adjustment], currency: str, rules: Rules) -> list[Adjustment]:
    """The deductions in the currency that have what the pack asks for, oldest first."""
    return [
        each
        for each in sorted(adjustments, key=lambda each: (each.day, each.id))
        if each.item == "DEDUCTION"
        and each.currency == currency
        and (each.legal_basis or not rules.deductions.legal_basis)
    ]


def _limit(cap: DeductionCap, room: Room) -> int:
    """The most that the cap lets be taken; shares are cut to the minor unit, never rounded up."""
    limits = [room.wages]
    if cap.share is not None:
        limits.append(int(Fraction(room.wages) * cap.share))
    overtime = room.overtime if cap.not_overtime else 0
    if cap.above_minimum:
        least = room.minimum_without_overtime if cap.not_overtime else room.minimum
        limits.append(room.wages - overtime - least)
    elif overtime:
        limits.append(room.wages - overtime)
    return max(0, min(limits))


def _floor(cap: DeductionCap, room: Room) -> int | None:
    """What all deductions may take so that the minimum remains.

    Where overtime is kept apart, deductions of other kinds do not count.
    """
    return room.wages - room.minimum if cap.above_minimum and not cap.not_overtime else None


def _line(each: Adjustment, taken: int, currency: str, *, capped: bool) -> Line:
    return Line(
        code="DEDUCTION",
        group=DEDUCTION,
        quantity=Fraction(1),
        unit="amount",
        rate=as_rate(each.amount, currency),
        amount=taken,
        detail=each.note,
        starts_on=each.day,
        ends_on=each.day,
        carried=each.amount - taken,
        rule="deductions" if capped else "",
        sources=(Source("adjustment", each.id, each.amount),),
    )
