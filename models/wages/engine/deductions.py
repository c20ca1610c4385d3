"""Deductions within the caps of the pack, and never below a net of zero."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from models.rules.values import DeductionCap, Rules
from models.wages.engine.entered import as_rate
from models.wages.engine.values import DEDUCTION, Adjustment, AdvanceDue, Line, Source


@dataclass(frozen=True, slots=True)
class Room:
    """What deductions may be taken from, in minor units.

    Attributes:
        wages: What was earned, without reimbursements, which are no wages. What is taken back of
            earlier pay does not lessen it.
        left: What there is to take from: with that taken back, and with deductions given back.
        overtime: What of that is for overtime, premium and plain rate together.
        minimum: What must be left of the wages.
        minimum_without_overtime: The same for the hours that are no overtime.
    """

    wages: int
    left: int
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

    def binds(self, deduction: Adjustment | AdvanceDue) -> bool:
        return deduction.kind in self.cap.kinds and not (
            self.cap.unless_agreed and deduction.agreed
        )

    def has_floor_for(self, deduction: Adjustment | AdvanceDue) -> bool:
        return self.floor is not None and self.binds(deduction)

    def left(self, deduction: Adjustment | AdvanceDue, gone: int) -> int:
        """What the cap leaves; `gone` is what all deductions have taken so far."""
        of_kind = self.limit - self.taken[self._of(deduction)]
        return of_kind if self.floor is None else min(of_kind, self.floor - gone)

    def take(self, deduction: Adjustment | AdvanceDue, amount: int) -> None:
        self.taken[self._of(deduction)] += amount

    def _of(self, deduction: Adjustment | AdvanceDue) -> str:
        """Where each kind has its own limit, what was not said to be of a kind is by its note."""
        return (deduction.kind or deduction.note) if self.cap.each else ""


def deduction_lines(
    adjustments: Sequence[Adjustment],
    advances: Sequence[AdvanceDue],
    room: Room,
    currency: str,
    rules: Rules,
) -> list[Line]:
    """A line for each deduction, oldest first; what does not fit is carried forward.

    Subs come before: they are wages that were paid already, and no cap binds them. What must leave
    the minimum wage comes last, so that nothing is taken from that afterwards. A deduction that
    lacks the legal basis that the pack asks for is left out.
    """
    caps = [_Cap(cap, _limit(cap, room), _floor(cap, room)) for cap in rules.deductions.caps]
    left = max(0, room.left)
    gone = 0
    lines = []
    due = _in_order(adjustments, advances, currency, rules)
    for each in sorted(due, key=lambda each: any(cap.has_floor_for(each) for cap in caps)):
        binding = [cap for cap in caps if cap.binds(each)]
        asked = each.due if isinstance(each, AdvanceDue) else each.amount
        within = min([asked, *(max(0, cap.left(each, gone)) for cap in binding)])
        taken = min(within, left)
        left -= taken
        gone += taken
        for cap in binding:
            cap.take(each, taken)
        lines.append(_line(each, taken, currency, capped=within < min(asked, left + taken)))
    return lines


def _in_order(
    adjustments: Sequence[Adjustment],
    advances: Sequence[AdvanceDue],
    currency: str,
    rules: Rules,
) -> list[Adjustment | AdvanceDue]:
    due = [each for each in advances if each.due and each.currency == currency]
    loans = [each for each in due if each.kind == "loan" and may_be_taken(each, rules)]
    subs = [each for each in due if each.kind == "sub"]
    others: list[Adjustment | AdvanceDue] = [*takeable(adjustments, currency, rules), *loans]
    return [*sorted(subs, key=_age), *sorted(others, key=_age)]


def _age(each: Adjustment | AdvanceDue) -> tuple[date, bool, int]:
    return each.day, isinstance(each, AdvanceDue), each.id


def may_be_taken(loan: AdvanceDue, rules: Rules) -> bool:
    """Whether the pack lets the loan be set off against wages: some only if the worker agreed."""
    return loan.agreed or rules.deductions.loans == "allowed"


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


def _line(each: Adjustment | AdvanceDue, taken: int, currency: str, *, capped: bool) -> Line:
    if isinstance(each, AdvanceDue):
        code, asked = "ADVANCE", each.due
        source = Source("advance", each.id, each.outstanding)
    else:
        code, asked = "DEDUCTION", each.amount
        source = Source("adjustment", each.id, each.amount)
    return Line(
        code=code,
        group=DEDUCTION,
        quantity=Fraction(1),
        unit="amount",
        rate=as_rate(asked, currency),
        amount=taken,
        detail=each.note,
        starts_on=each.day,
        ends_on=each.day,
        carried=asked - taken,
        rule="deductions" if capped else "",
        sources=(source,),
    )
