"""How shifts repeat from day to day and from week to week. Pure: days in, days out."""

from datetime import date, timedelta

from models.periods import WEEKDAYS, Period


def moved(day: date, week: Period, to: date) -> date:
    """The day that lies as far from `to` as `day` lies from the start of `week`."""
    return to + (day - week.starts_on)


def following_day(day: date, rest_days: str) -> date:
    """The day after `day` that is none of `rest_days` (`SA,SU`); with no other day, the next."""
    resting = {WEEKDAYS.index(name) for name in rest_days.split(",") if name}
    following = day + timedelta(days=1)
    while following.weekday() in resting and len(resting) < len(WEEKDAYS):
        following += timedelta(days=1)
    return following
