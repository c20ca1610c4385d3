"""A day's pay is its hours' pay: terms by the day and by the hour agree, under every law."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.wages.engine.values import PayInput, ShiftWork
from tests.models.wages.properties.laws import Law, slack, under_each_law
from tests.models.wages.properties.making import few, months

DAILY_OVERTIME = ("KR", "CN", "TH", "LA")


@under_each_law
@few
@given(st.data())
def test_days_of_eight_hours_pay_as_their_hours_do(law: Law, data: Any) -> None:
    """Whatever the week makes of them: free days, overtime, weekly holidays and leave."""
    by_hour = of_whole_days(data, law)
    (agreed,) = by_hour.terms
    by_day = replace(by_hour, terms=(replace(agreed, basis="daily", rate=8 * agreed.rate),))
    ours, theirs = law.pay(by_day), law.pay(by_hour)
    gross = [figures.gross if figures else 0 for figures in (ours, theirs)]
    assert abs(gross[0] - gross[1]) <= slack(ours, theirs)


def of_whole_days(data: Any, law: Law) -> PayInput:
    """An hourly month of days with one shift, longer ones only where a day has overtime."""
    statuses = ("worked", "paid_leave", "absent")
    found: PayInput = data.draw(
        months(law, ("hourly",), terms=1, own_rates=False, statuses=statuses, items=(), stays=True)
    )
    longest = 720 if law.name in DAILY_OVERTIME else 480
    days: dict[Any, ShiftWork] = {}
    for shift in found.shifts:
        minutes = min(max(480, shift.minutes), longest, 24 * 60 - shift.starts)
        minutes = 480 if shift.status != "worked" or minutes < 480 else minutes
        starts = min(shift.starts, 24 * 60 - minutes)
        plain = replace(shift, minutes=minutes, break_minutes=0, starts=starts)
        days.setdefault(shift.day, plain)
    terms = replace(found.terms[0], daily_minutes=480, weekly_minutes=2400, guaranteed_hourly=None)
    return replace(found, terms=(terms,), shifts=tuple(days.values()), pieces=(), sales=())
