"""What the values of a rule are called, and what is asked for them; all are message ids."""

from collections.abc import Mapping
from typing import Final

from models.language import gettext_noop as N_

_LABELS: Final[Mapping[str, str]] = {
    "daily": N_("Hours a day"),
    "weekly": N_("Hours a week"),
    "part_time": N_("Part-time limits"),
    "method": N_("How it is paid"),
    "multiplier": N_("Times the rate"),
    "night.from": N_("Start"),
    "to": N_("End"),
    "premium": N_("Share on top"),
    "salaried": N_("On top of salary"),
    "beyond": N_("Beyond the day"),
    "day_paid": N_("Holiday is paid"),
    "at_least": N_("From hours a week"),
    "full_week": N_("Hours a full week"),
    "day": N_("Hours of holiday"),
    "month_hours": N_("Hours a month"),
    "month_days": N_("Days a month"),
    "week_hours": N_("Hours a week"),
    "day_hours": N_("Hours a day"),
    "own_day": N_("Agreed day first"),
    "by": N_("Part of a month"),
    "days": N_("Divided by days"),
    "hourly": N_("For an hour"),
    "below": N_("Below it"),
    "legal_basis": N_("Legal basis"),
    "loans": N_("Loans"),
    "caps": N_("Caps"),
    "refused": N_("Too young"),
    "warn": N_("Only warn"),
    "bands": N_("Limits by age"),
    "premiums": N_("Premiums owed"),
    "source": N_("Source"),
    "verified": N_("Source was read"),
}

_ASKED: Final[Mapping[str, str]] = {
    "daily": N_("Beyond it is overtime; empty: no limit."),
    "weekly": N_("Beyond it is overtime; empty: no limit."),
    "part_time": N_("Do agreed fewer hours count as limits?"),
    "multiplier": N_("1.5, or 3/2."),
    "night.from": N_("22:00"),
    "to": N_("06:00"),
    "premium": N_("0.5 is half of the rate."),
    "salaried": N_("1 pays each hour once more."),
    "beyond": N_("Hours beyond the day's; empty: the same."),
    "at_least": N_("Who agreed to fewer has none."),
    "full_week": N_("A full week, such as 40."),
    "day": N_("Hours paid for a full week."),
    "month_hours": N_("A month's salary ÷ this; or say days."),
    "month_days": N_("Times the hours of a day."),
    "week_hours": N_("Empty: the agreed hours."),
    "day_hours": N_("A day's pay ÷ this."),
    "own_day": N_("Do the terms' own hours come first?"),
    "days": N_("Empty for calendar days."),
    "hourly": N_("In the pack's currency; may be empty."),
    "legal_basis": N_("Must each deduction have one?"),
    "caps": N_("As in the file: { kinds = […], … }"),
    "refused": N_("15, 14, under 14, under 16 …"),
    "warn": N_("Point them out, refuse nobody."),
    "bands": N_("As in the file: { ages = […], … }"),
    "source": N_("Law and article."),
    "verified": N_("Yes only if somebody read that text."),
}

OPTIONS: Final[Mapping[str, str]] = {
    "hours": N_("each hour earns more"),
    "regular_rate": N_("by the week's regular rate"),
    "always": N_("always"),
    "unworked": N_("if not worked"),
    "none": N_("no"),
    "calendar_days": N_("by calendar days"),
    "paid_days": N_("by paid days"),
    "days": N_("by a fixed number of days"),
    "warning": N_("a warning"),
    "top_up": N_("topped up"),
    "allowed": N_("taken from wages"),
    "agreed": N_("taken only if agreed in writing"),
}
"""What the options of a value are called."""


def value_label(rule: str, key: str) -> str:
    """A few words for a value of a rule, a message id; an unknown one is called by its key."""
    return _LABELS.get(f"{rule}.{key}") or _LABELS.get(key, key)


def value_asked(rule: str, key: str) -> str:
    """What can be typed for it, a message id; empty where there is nothing to say."""
    return _ASKED.get(f"{rule}.{key}") or _ASKED.get(key, "")
