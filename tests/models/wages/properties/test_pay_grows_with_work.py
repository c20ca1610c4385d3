"""More work, fewer breaks and higher rates never pay less, under any law.

Rounding can move each line by half a minor unit, so that is how far apart two payslips may be.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from models.wages.engine.segments import terms_on
from models.wages.engine.values import PayInput, PieceWork, ShiftWork
from tests.models.wages.properties.laws import Law, slack, under_each_law
from tests.models.wages.properties.making import few, months, rates

BY_TIME = ("hourly", "daily", "weekly", "monthly")
DAY = 1440


def pays_at_least(law: Law, more: PayInput, less: PayInput) -> bool:
    richer, poorer = law.pay(more), law.pay(less)
    gross = [figures.gross if figures else 0 for figures in (richer, poorer)]
    return gross[0] - gross[1] >= -slack(richer, poorer)


def month(data: Any, law: Law, bases: Any = BY_TIME) -> PayInput:
    """A month whose bonuses are each of one week.

    A bonus of several weeks belongs to them by their hours (29 CFR 778.209(b)): more hours in a
    week without overtime rightly take from the regular rate of one with overtime.
    """
    found: PayInput = data.draw(months(law, bases))
    amounts = tuple(replace(each, earned=None) for each in found.adjustments)
    return replace(found, adjustments=amounts)


def longer(data: Any, given: PayInput) -> PayInput:
    """A shift lasts longer, or a day without any has one."""
    shift = data.draw(st.sampled_from([*open_shifts(given), None]))
    if shift is None:
        return another(data, given)
    begins = [s for s in given.shifts if s.id != shift.id and at(s) >= at(shift)]
    most = min([at(s) for s in begins] + [at(shift) + DAY]) - at(shift) - shift.minutes
    assume(most > 0)
    # A day's pay is for the day: a shift that runs on into the next week takes its part along.
    assume(not daily(given, shift) or shift.starts + shift.minutes < DAY)
    more = data.draw(st.integers(1, most))
    if daily(given, shift):
        more = min(more, DAY - shift.starts - shift.minutes)
    return changed(given, replace(shift, minutes=shift.minutes + more))


def another(data: Any, given: PayInput) -> PayInput:
    free = [day for day in given.period.dates() if day not in {s.day for s in given.shifts}]
    assume(free)
    day = data.draw(st.sampled_from(free))
    evening = [at(s) + s.minutes for s in given.shifts if s.day == day - timedelta(days=1)]
    starts = max([8 * 60] + [ends - day.toordinal() * DAY for ends in evening])
    most = DAY - starts
    assume(most > 0)
    minutes = data.draw(st.integers(1, most))
    own = data.draw(st.none() | st.integers(0, 10**6))
    shift = ShiftWork(9_999, day, minutes, rate=own, starts=starts)
    return replace(given, shifts=(*given.shifts, shift))


def at(shift: ShiftWork) -> int:
    return shift.day.toordinal() * DAY + shift.starts


def daily(given: PayInput, shift: ShiftWork) -> bool:
    return shift.rate is None and any(t.basis == "daily" for t in given.terms)


def open_shifts(given: PayInput) -> list[ShiftWork]:
    return [s for s in given.shifts if s.paid_to is None and s.status == "worked"]


def changed(given: PayInput, shift: ShiftWork) -> PayInput:
    others = (each for each in given.shifts if each.id != shift.id)
    return replace(given, shifts=(*others, shift))


@under_each_law
@few
@given(st.data())
def test_more_hours_never_pay_less(law: Law, data: Any) -> None:
    given = month(data, law)
    assert pays_at_least(law, longer(data, given), given)


@under_each_law
@few
@given(st.data())
def test_more_hours_with_the_pieces_they_make_never_pay_less(law: Law, data: Any) -> None:
    """Premiums of piece-work are by the average of an hour, which idle hours rightly lower.

    So the hours added make pieces of at least that average.
    """
    given = month(data, law, ("piece",))
    more = longer(data, given)
    before = {s.id: s for s in given.shifts}
    (shift,) = (s for s in more.shifts if before.get(s.id) != s)
    added = shift.minutes - (before[shift.id].minutes if shift.id in before else 0)
    worth = sum(p.quantity * p.rate for p in given.pieces) // 10_000 + 1
    piece = PieceWork(9_999, shift.day, "mats", added * 10_000, worth)
    assert pays_at_least(law, replace(more, pieces=(*given.pieces, piece)), given)


@under_each_law
@few
@given(st.data())
def test_a_longer_unpaid_break_never_pays_more(law: Law, data: Any) -> None:
    given = month(data, law)
    shifts = open_shifts(given)
    assume(shifts)
    shift = data.draw(st.sampled_from(shifts))
    pause = data.draw(st.integers(shift.break_minutes, shift.minutes - 1))
    assert pays_at_least(law, given, changed(given, replace(shift, break_minutes=pause)))


@under_each_law
@few
@given(st.data())
def test_a_higher_rate_never_pays_less(law: Law, data: Any) -> None:
    # A salary that is raised inside a workweek and topped up to the minimum week by week pays what
    # its days and its hours make of it, which need not rise together: left to the examples.
    by_hours = ("hourly", "daily", "piece")
    given = data.draw(months(law, by_hours) if law.name == "US" else months(law))
    raised = max(given.period.starts_on, data.draw(st.sampled_from(given.terms)).starts_on)
    before = terms_on(given.terms, raised)
    assert before is not None
    new = replace(before, starts_on=raised, rate=before.rate + data.draw(rates(law)))
    others = tuple(each for each in given.terms if each.starts_on != raised)
    same = replace(given, terms=(*others, replace(before, starts_on=raised)))
    assert pays_at_least(law, replace(given, terms=(*others, new)), same)


@under_each_law
@few
@given(st.data())
def test_more_pieces_and_a_higher_price_never_pay_less(law: Law, data: Any) -> None:
    given = data.draw(months(law))
    by, more = data.draw(rates(law)), data.draw(st.integers(0, 10**6))
    pieces = tuple(
        p if p.paid_to else replace(p, rate=p.rate + by, quantity=p.quantity + more)
        for p in given.pieces
    )
    assert pays_at_least(law, replace(given, pieces=pieces), given)
