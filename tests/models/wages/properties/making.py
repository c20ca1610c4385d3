"""What properties of pay are tried on: laws, and invented months under them.

Times are by the clock of a place without clock changes, and no two shifts overlap: the shifts of a
day lie between eight in the morning and eight of the next.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any, Final

from hypothesis import settings
from hypothesis import strategies as st

from models.money import RATE_SCALE
from models.periods import Period
from models.rules.values import DEDUCTION_KINDS
from models.shifts.calendar import Calendar
from models.wages.engine.segments import reaches_back_to
from models.wages.engine.values import (
    Adjustment,
    MakerSale,
    Minimums,
    PayFigures,
    PayInput,
    PieceWork,
    ShiftWork,
    Terms,
)
from tests.models.wages.properties.laws import Law

few: Final = settings(max_examples=40, deadline=None, derandomize=True)
steady: Final = settings(deadline=None, derandomize=True)

BASES: Final = ("hourly", "daily", "weekly", "monthly", "piece")
_HOURS_OF: Final = {
    "hourly": Fraction(1),
    "daily": Fraction(8),
    "weekly": Fraction(40),
    "monthly": Fraction(174),
    "piece": Fraction(1),
}
_LONG_AGO: Final = date(2020, 1, 1)
_DAY: Final = timedelta(days=1)


@cache
def rates(law: Law, hours: Fraction | int = 1) -> Any:
    """Rates of so many hours: any, and plain ones about the law's minimum wage."""
    usual = law.rate(hours)
    return st.integers(usual // 2, usual * 4) | st.just(usual) | st.integers(1, usual)


@cache
def agreed(law: Law, bases: tuple[str, ...] = BASES, *, most: int = 2) -> Any:
    """Sets of terms of which the first is from long ago and others begin inside the period."""
    starts = st.integers(0, law.period.days - 1).map(lambda n: law.period.starts_on + n * _DAY)
    one = st.sampled_from(bases).flatmap(
        lambda basis: st.builds(
            Terms,
            starts_on=starts,
            basis=st.just(basis),
            rate=rates(law, _HOURS_OF[basis]),
            currency=st.just(law.currency),
            daily_minutes=st.sampled_from([None, 480, 480, 360, 240]) | st.integers(60, 720),
            weekly_minutes=st.sampled_from([None, 2400, 2400, 1200, 900]) | st.integers(60, 3600),
            rest_days=st.sampled_from([(), ("SU",), ("SA", "SU")]),
            guaranteed_hourly=st.none() | st.none() | rates(law),
        )
    )
    return st.lists(one, min_size=1, max_size=most, unique_by=lambda each: each.starts_on).map(
        lambda found: (replace(found[0], starts_on=_LONG_AGO), *found[1:])
    )


@cache
def days_of(period: Period) -> Any:
    """A day of a period."""
    return st.integers(0, period.days - 1).map(lambda n: period.starts_on + n * _DAY)


_LENGTHS: Final = st.sampled_from([480, 480, 540, 240, 600, 720]) | st.integers(1, 900)
_STARTS: Final = st.sampled_from([540, 480, 840, 1080, 1200, 1320]) | st.integers(480, 1439)


@cache
@st.composite
def _day(draw: Any, law: Law, *, own_rates: bool) -> tuple[ShiftWork, ...]:
    """One or two shifts of a day, numbered by nothing yet; a second may touch the first."""
    starts, found = draw(_STARTS), []
    for _number in range(draw(st.integers(1, 2))):
        ends = min(starts + draw(_LENGTHS), 1920)
        if ends <= starts:
            break
        days, begins = divmod(starts, 1440)
        on = date.min + days * _DAY
        pause = draw(st.sampled_from([0, 0, 60]) | st.integers(0, 120))
        own = draw(st.none() | st.none() | rates(law) | st.just(0)) if own_rates else None
        pause = min(pause, ends - starts - 1)
        found.append(ShiftWork(0, on, ends - starts, pause, rate=own, starts=begins))
        starts = ends + draw(st.sampled_from([0, 0, 30, 60, 240]))
    return tuple(found)


_ANY_STATUS: Final = ("worked", "paid_leave", "absent", "unpaid_leave", "planned")


@st.composite
def rosters(
    draw: Any,
    law: Law,
    days: Period,
    *,
    own_rates: bool = True,
    statuses: Sequence[str] = _ANY_STATUS,
) -> tuple[ShiftWork, ...]:
    """Shifts of a week that comes again, with a few days that are different."""
    kinds = draw(st.lists(_day(law, own_rates=own_rates), min_size=1, max_size=3))
    which = st.integers(0, len(kinds))
    fewest = draw(st.integers(0, 1))  # with one, the week has no day off: there is overtime
    week = draw(st.lists(st.integers(fewest, len(kinds)), min_size=7, max_size=7))
    other = draw(st.dictionaries(st.integers(0, days.days - 1), which, max_size=3))
    status = draw(
        st.dictionaries(st.integers(0, days.days - 1), st.sampled_from(statuses), max_size=4)
    )
    found: list[ShiftWork] = []
    for number, on in enumerate(days.dates()):
        kind = other.get(number, week[on.weekday()])
        for each in kinds[kind - 1] if kind else ():
            falls_on = on + (each.day - date.min)
            if falls_on <= days.ends_on:
                found.append(
                    replace(
                        each,
                        id=len(found) + 1,
                        day=falls_on,
                        status=status.get(number, statuses[0]),
                    )
                )
    return tuple(found)


def numbered(one: Any, most: int) -> Any:
    """Up to so many records with ids of their own."""
    return st.lists(one, max_size=most).map(
        lambda found: tuple(replace(each, id=number) for number, each in enumerate(found, 1))
    )


@cache
def pieces(law: Law, days: Period, most: int = 6) -> Any:
    """Pieces of two tasks."""
    one = st.builds(
        PieceWork,
        id=st.just(0),
        day=days_of(days),
        task=st.sampled_from(["mats", "baskets"]),
        quantity=st.sampled_from([10_000, 200_000]) | st.integers(1, 10**6),
        rate=rates(law, Fraction(1, 4)) | st.just(0),
    )
    return numbered(one, most)


@cache
def sales(law: Law, days: Period) -> Any:
    """Sales and returns with a share for the maker."""
    most = law.rate(99) * law.unit // RATE_SCALE
    one = st.builds(
        MakerSale,
        id=st.just(0),
        day=days_of(days),
        net=st.integers(-most // 2, most),
        currency=st.just(law.currency),
        share=st.sampled_from([50_000, 125_000, 333_333]),
    )
    return numbered(one, 4)


@cache
def amounts(law: Law, days: Period, items: tuple[str, ...], most: int = 5) -> Any:
    """Amounts entered by hand; a bonus may have been earned over weeks of before."""
    since = st.tuples(st.integers(0, 20), st.integers(0, 27))
    one = st.builds(
        lambda earned, **rest: Adjustment(
            earned=_earned(rest["day"], *earned) if earned and rest["item"] == "BONUS" else None,
            **rest,
        ),
        earned=st.none() | since,
        id=st.just(0),
        day=days_of(days),
        item=st.sampled_from(items),
        amount=st.integers(1, law.rate(200) * law.unit // RATE_SCALE),
        currency=st.just(law.currency),
        note=st.sampled_from(["", "rent", "tools"]),
        kind=st.sampled_from(DEDUCTION_KINDS),
        legal_basis=st.sampled_from(["", "Art. 43"]),
        agreed=st.booleans(),
    )
    return numbered(one, most)


def _earned(on: date, back: int, length: int) -> Period:
    last = on - back * _DAY
    return Period(last - length * _DAY, last)


ITEMS: Final = ("DEDUCTION", "BONUS", "ALLOWANCE", "REIMBURSEMENT", "DEDUCTION")


@cache
def calendars(days: Period) -> Any:
    """Public holidays, days off for all, and weekdays off that are worked."""
    some = st.frozensets(days_of(days), max_size=3)
    return st.builds(Calendar, some, some, some).map(lambda each: {"": each})


@st.composite
def months(
    draw: Any,
    /,
    law: Law,
    bases: tuple[str, ...] = BASES,
    *,
    items: tuple[str, ...] = ITEMS,
    terms: int = 2,
    made: bool = True,
    minimums: bool = True,
    stays: bool = False,
    **roster: Any,
) -> PayInput:
    """A period of one employee, none of it paid yet but what lies before it."""
    week_starts = draw(st.sampled_from(["MO", "SU"]))
    given = draw(amounts(law, law.period, items)) if items else ()
    earned = [each.earned.starts_on for each in given if each.earned]
    reach = Period(reaches_back_to(law.period, week_starts, earned), law.period.ends_on)
    joined, left = _LONG_AGO, None
    if not stays and draw(st.integers(0, 3)) == 3:
        joined, left = sorted((draw(days_of(reach)), draw(days_of(law.period))))
    whole = PayInput(
        law.period,
        joined,
        left,
        terms=draw(agreed(law, bases, most=terms)),
        shifts=draw(rosters(law, reach, **roster)),
        pieces=draw(pieces(law, reach)) if made else (),
        adjustments=given,
        sales=draw(sales(law, reach)) if made else (),
        minimums=draw(_minimums(law)) if minimums else None,
        week_starts=week_starts,
        calendars=draw(calendars(reach)),
    )
    return paid_before(whole)


@cache
def _minimums(law: Law) -> Any:
    hourly = st.none() | rates(law)
    return st.builds(Minimums, st.just(law.currency), hourly, st.none() | rates(law, 174))


def paid_before(given: PayInput) -> PayInput:
    """The same where the run before has paid what lies before the period."""
    return settled(given, given.period.starts_on - _DAY)


def settled(given: PayInput, to: date) -> PayInput:
    """The same where a run of a period that ended on `to` has paid all that is not paid of then."""

    def held(records: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(
            replace(each, paid_to=max(to, each.paid_to or to)) if each.day <= to else each
            for each in records
        )

    amounts = held(given.adjustments)
    return replace(
        given,
        shifts=held(given.shifts),
        pieces=held(given.pieces),
        sales=held(given.sales),
        adjustments=tuple(a for a in amounts if a.paid_to is None or a.item == "BONUS"),
    )


def by_code(figures: Sequence[PayFigures | None]) -> Mapping[str, int]:
    """The sums of lines by code, in minor units."""
    sums: dict[str, int] = {}
    for each in figures:
        for line in each.lines if each else ():
            sums[line.code] = sums.get(line.code, 0) + line.amount
    return sums


def in_order(figures: PayFigures | None) -> PayFigures | None:
    """The same with the sources of each line in order."""
    if figures is None:
        return None
    lines = [
        replace(line, sources=tuple(sorted(line.sources, key=lambda s: (s.kind, s.id))))
        for line in figures.lines
    ]
    return replace(figures, lines=tuple(lines))
