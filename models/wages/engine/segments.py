"""Which terms are in force when: a period cut where employment or terms begin and end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.periods import Period, week_of
from models.wages.engine.values import PayInput, ShiftWork, Terms

SALARIED = ("weekly", "monthly")
EARNING_STATUSES = ("worked", "paid_leave")


class NoTermsError(Exception):
    """The employee has no pay terms on a day that should be paid."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class MixedCurrenciesError(Exception):
    """The terms inside one period are in different currencies."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Days of the period under one set of terms."""

    period: Period
    terms: Terms


def terms_on(terms: Sequence[Terms], day: date) -> Terms | None:
    """The terms in force on `day`."""
    begun = [each for each in terms if each.starts_on <= day]
    return max(begun, key=lambda each: each.starts_on, default=None)


def segments(pay: PayInput) -> list[Segment]:
    """The employed days of the period, cut where terms change; days without terms are left out.

    Raises:
        NoTermsError: there is work, or a salary, to pay on a day without terms.
        MixedCurrenciesError: the terms are in different currencies.
    """
    employed = pay.period.within(pay.joined_on, pay.left_on)
    if employed is None:
        return []
    found = []
    for part in employed.split([each.starts_on for each in pay.terms]):
        terms = terms_on(pay.terms, part.starts_on)
        if terms is None:
            _refuse_work_in(part, pay)
        else:
            found.append(Segment(part, terms))
    if len({segment.terms.currency for segment in found}) > 1:
        raise MixedCurrenciesError
    return found


def _refuse_work_in(part: Period, pay: PayInput) -> None:
    worked = [shift.day for shift in payable(pay.shifts) if shift.day in part]
    made = [piece.day for piece in pay.pieces if piece.day in part]
    if worked or made:
        raise NoTermsError(min(worked + made))


def payable(shifts: Sequence[ShiftWork]) -> list[ShiftWork]:
    """The shifts that earn: worked or on paid leave, and not settled by another run."""
    return [shift for shift in shifts if shift.status in EARNING_STATUSES and not shift.settled]


def weeks_ending_in(pay: PayInput) -> list[Period]:
    """The workweeks whose overtime this period pays, each as far as the employee was employed.

    A week is paid in the period in which it ends; the last week of a leaver ends on leaving.
    """
    found = []
    first = week_of(pay.period.starts_on, pay.week_starts)
    for number in range((pay.period.ends_on - first.starts_on).days // 7 + 1):
        start = first.starts_on + timedelta(days=7 * number)
        week = Period(start, start + timedelta(days=6)).within(pay.joined_on, pay.left_on)
        if week is not None and week.ends_on in pay.period:
            found.append(week)
    return found
