"""The same work pays the same however shifts, periods and runs cut it, under every law."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from models.periods import Period
from models.wages.engine.values import PayFigures, PayInput
from tests.models.wages.properties.laws import Law, slack, under_each_law, without_minimum
from tests.models.wages.properties.making import by_code, few, months, paid_before, settled

DAY = timedelta(days=1)
MIDNIGHT = 1440


@under_each_law
@few
@given(st.data())
def test_two_touching_shifts_pay_as_one(law: Law, data: Any) -> None:
    """A break is said to lie in one of the two; at the edge of a US workweek that tells more.

    So the part after the cut has it there, as the whole shift would.
    """
    given = data.draw(months(law))
    assume(given.shifts)
    one = data.draw(st.sampled_from(given.shifts))
    most = min(one.minutes, MIDNIGHT - one.starts) - 1
    assume(most > 0)
    first = data.draw(st.integers(1, most))
    rest = one.minutes - first
    later = min(one.break_minutes, rest - 1)
    assume(one.break_minutes - later < first)
    if one.starts + one.minutes <= MIDNIGHT:
        later = data.draw(st.integers(max(0, one.break_minutes - first + 1), later))
    parts = (
        replace(one, minutes=first, break_minutes=one.break_minutes - later),
        replace(one, id=9_999, starts=one.starts + first, minutes=rest, break_minutes=later),
    )
    others = tuple(each for each in given.shifts if each.id != one.id)
    assert told(law.pay(replace(given, shifts=(*others, *parts)))) == told(law.pay(given))


def told(figures: PayFigures | None) -> Any:
    """The lines without what they were computed from, the totals and the minutes."""
    if figures is None:
        return None
    lines = [replace(line, sources=()) for line in figures.lines]
    return lines, figures.gross, figures.net, figures.minutes


def hours(*all_figures: PayFigures | None) -> Counter[str]:
    """Minutes by code of lines that pay for hours, premiums of a week apart from hours."""
    found: Counter[str] = Counter()
    for figures in all_figures:
        for line in figures.lines if figures else ():
            if "hour" in line.unit and line.code != "MINIMUM_TOP_UP":
                found[line.code] += int(line.quantity * 60)
    return found


@under_each_law
@few
@given(st.data())
def test_a_period_cut_anywhere_pays_in_sum_what_the_whole_pays(law: Law, data: Any) -> None:
    """Minimums and guarantees apart, which are compared over a period, but for the week's of US.

    What hours an earlier part paid as normal were overtime after all is paid as the premium alone:
    overtime and basic pay are told together.
    """
    law = without_minimum(law) if law.name != "US" else law
    whole = whole_period(data, law)
    cut = data.draw(st.integers(1, law.period.days - 1))
    one, two = law.period.split([law.period.starts_on + timedelta(days=cut)])
    first = paid_before(replace(whole, period=one, **up_to(whole, one)))
    second = paid_before(replace(whole, period=two))
    figures = law.pay(whole), law.pay(first), law.pay(second)
    assert differ(figures[0], figures[1:]) <= slack(*figures)


def whole_period(data: Any, law: Law, **told: Any) -> PayInput:
    bases = ("hourly", "daily", "piece")
    whole: PayInput = data.draw(months(law, bases, items=("BONUS",), minimums=False, **told))
    amounts = tuple(replace(each, earned=None) for each in whole.adjustments)
    sales = tuple(replace(each, net=abs(each.net)) for each in whole.sales)
    if law.name != "US":
        lower = tuple(replace(each, guaranteed_hourly=None) for each in whole.terms)
        whole = replace(whole, terms=lower)
    return replace(whole, adjustments=amounts, sales=sales)


def up_to(given: PayInput, part: Period) -> dict[str, Any]:
    """The records of no later day than the last of a part: what a run of it reads."""
    return {
        name: tuple(each for each in getattr(given, name) if each.day <= part.ends_on)
        for name in ("shifts", "pieces", "adjustments", "sales")
    }


def differ(whole: PayFigures | None, parts: Any) -> int:
    """The most that a kind of pay is apart, basic pay and overtime taken together."""
    sums, parted = Counter(by_code([whole])), Counter(by_code(parts))
    for each in (sums, parted):
        each["BASE"] += each.pop("OVERTIME", 0)
    codes = {*sums, *parted}
    return max((abs(sums[code] - parted[code]) for code in codes), default=0)


@under_each_law
@few
@given(st.data())
def test_a_run_of_late_shifts_pays_what_was_not_paid_before(law: Law, data: Any) -> None:
    """For one hourly rate: a run that comes later leaves hours that were paid what they were.

    A public holiday that was paid as one without work is not taken back for work that is late, and
    a late shift that touches one which was paid does not take over its break.
    """
    law = without_minimum(law) if law.name != "US" else law
    told = {"own_rates": False, "statuses": ("worked",), "terms": 1, "made": False}
    whole = replace(whole_period_by_the_hour(data, law, **told), adjustments=())
    whole = replace(whole, shifts=tuple(replace(s, break_minutes=0) for s in whole.shifts))
    late = data.draw(st.sets(st.sampled_from([0, *(s.id for s in whole.shifts)])))
    days = {day for calendar in whole.calendars.values() for day in calendar.holidays}
    late = {
        s.id for s in whole.shifts if s.id in late and s.day in law.period and s.day not in days
    }
    regular = replace(whole, shifts=tuple(s for s in whole.shifts if s.id not in late))
    done = settled(regular, law.period.ends_on)
    added = tuple(s for s in whole.shifts if s.id in late)
    off_cycle = replace(done, shifts=(*done.shifts, *added), salary=False)
    figures = law.pay(whole), law.pay(regular), law.pay(off_cycle)
    assert differ(figures[0], figures[1:]) <= slack(*figures)


def whole_period_by_the_hour(data: Any, law: Law, **told: Any) -> PayInput:
    whole: PayInput = data.draw(months(law, ("hourly",), minimums=False, **told))
    if law.name != "US":
        whole = replace(whole, terms=(replace(whole.terms[0], guaranteed_hourly=None),))
    return whole
