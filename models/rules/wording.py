"""Every rule of a pack in words that a worker understands, in the language in use."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import RATE_DECIMALS, decimal_text, rate_text
from models.rules.limits_wording import deductions_text, young_workers_text
from models.rules.numbers import clock_text, hours_number, number_text, share_text
from models.rules.values import ALWAYS, FreeDay, PublicHoliday, Rules

LABELS: Final = {
    "normal_hours": N_("Normal hours"),
    "overtime": N_("Overtime"),
    "contracted": N_("Hours beyond those agreed"),
    "night": N_("Night work"),
    "rest_day": N_("Work on a rest day"),
    "public_holiday": N_("Public holidays"),
    "weekly_holiday": N_("Weekly paid holiday"),
    "hourly_rate": N_("Rate of an hour"),
    "part_of_salary": N_("Part of a salary"),
    "minimum_wage": N_("Minimum wage"),
    "deductions": N_("Deductions"),
    "young_workers": N_("Young workers"),
    "premiums": N_("Premiums"),
}
"""By the name of the rule in a pack's file."""


def rule_label(name: str) -> str:
    """`Overtime`, `Weekly paid holiday` …; a rule that is not known is called by its name."""
    return _(LABELS[name]) if name in LABELS else name


def rule_text(name: str, rules: Rules) -> str:
    """What a rule says, in one or a few plain sentences; also where the pack says nothing of it."""
    return _TEXTS[name](rules)


def since_text(rules: Rules) -> str:
    """Since when a version holds; empty where it always did."""
    return "" if rules.starts_on <= ALWAYS else rules.starts_on.isoformat()


def _normal_hours(rules: Rules) -> str:
    hours = rules.normal_hours
    if hours.daily and hours.weekly:
        text = _("Up to {daily} hours a day and {weekly} a week are normal hours.")
    elif hours.daily:
        text = _("Up to {daily} hours a day are normal hours.")
    elif hours.weekly:
        text = _("Up to {weekly} hours a week are normal hours.")
    else:
        return _("All hours are normal hours.")
    said = text.format(daily=_limit(hours.daily), weekly=_limit(hours.weekly))
    if hours.part_time:
        said += " " + _("For those who agreed to fewer, the agreed hours are the limit.")
    return said


def _limit(minutes: int | None) -> str:
    return hours_number(minutes) if minutes else ""


def _overtime(rules: Rules) -> str:
    rule, hours = rules.overtime, rules.normal_hours
    if rule is None or rule.multiplier == 1:
        return _("Hours beyond the normal ones earn the plain rate.")
    if rule.method == "regular_rate":
        text = _(
            "Hours beyond {weekly} in a workweek earn {share} of the regular rate on top: "
            "everything earned in that week ÷ its hours."
        )
        share = share_text(rule.multiplier - 1)
        return text.format(weekly=_limit(hours.weekly), share=share)
    if hours.daily and hours.weekly:
        text = _("Hours beyond {daily} a day or {weekly} a week earn {n} times the hourly rate.")
    elif hours.daily:
        text = _("Hours beyond {daily} a day earn {n} times the hourly rate.")
    elif hours.weekly:
        text = _("Hours beyond {weekly} a week earn {n} times the hourly rate.")
    else:
        text = _("Overtime earns {n} times the hourly rate.")
    daily, weekly = _limit(hours.daily), _limit(hours.weekly)
    return text.format(daily=daily, weekly=weekly, n=number_text(rule.multiplier))


def _contracted(rules: Rules) -> str:
    rule = rules.contracted
    if rule is None:
        return _("Hours beyond those agreed with salaried staff earn nothing more.")
    if rule.multiplier == 1:
        return _("Hours beyond those agreed with salaried staff earn the salary's hourly rate.")
    text = _(
        "Hours beyond those agreed with salaried staff earn {n} times the salary's hourly rate."
    )
    return text.format(n=number_text(rule.multiplier))


def _night(rules: Rules) -> str:
    rule = rules.night
    if rule is None:
        return _("Night hours earn nothing on top.")
    text = _("Hours from {start} to {end} earn {share} of the hourly rate on top.")
    return text.format(
        start=clock_text(rule.from_), end=clock_text(rule.to), share=share_text(rule.premium)
    )


def _rest_day(rules: Rules) -> str:
    if rules.rest_day is None or rules.rest_day.multiplier == 1:
        return _("Work on a rest day earns the plain rate.")
    text = _("Hours on a rest day earn the hourly rate × {n}, or × {salaried} on top of a salary.")
    return _free_day(text, rules.rest_day)


def _public_holiday(rules: Rules) -> str:
    rule = rules.public_holiday
    if rule is None:
        return _("Work on a public holiday earns the plain rate.")
    text = _(
        "Hours on a public holiday earn the hourly rate × {n}, or × {salaried} on top of a salary."
    )
    paid = _DAY_PAID[rule.day_paid]
    return " ".join(filter(None, [_free_day(text, rule), _(paid) if paid else ""]))


def _free_day(text: str, rule: FreeDay | PublicHoliday) -> str:
    said = text.format(n=number_text(rule.multiplier), salaried=number_text(rule.salaried))
    if rule.beyond is not None:
        beyond = _("Hours beyond a day's normal ones earn it × {n}.")
        said += " " + beyond.format(n=number_text(rule.beyond))
    return said


_DAY_PAID: Final[Mapping[str, str]] = {
    "always": N_("Those paid by the hour or day are paid the holiday itself, too."),
    "unworked": N_("Those paid by the hour or day are paid the holiday if they do not work."),
    "none": "",
}


def _weekly_holiday(rules: Rules) -> str:
    rule = rules.weekly_holiday
    if rule is None:
        return _("There is no weekly paid holiday.")
    text = _(
        "Who agreed to {least} hours a week or more and came on every agreed day of the week is "
        "paid a holiday: agreed hours ÷ {week} × {day} hours, at most {day}. A salary contains it."
    )
    return text.format(
        least=hours_number(rule.at_least),
        week=hours_number(rule.full_week),
        day=hours_number(rule.day),
    )


def _hourly_rate(rules: Rules) -> str:
    rule = rules.hourly_rate
    if rule.month_hours is not None:
        month = _("A month's salary ÷ {hours} hours is the rate of an hour.")
    elif rule.month_days is not None:
        month = _("A month's salary ÷ ({days} × the hours of a day) is the rate of an hour.")
    else:
        month = _("A month's salary ÷ the agreed hours of 52 ÷ 12 weeks is the rate of an hour.")
    if rule.week_hours is not None:
        week = _("A week's salary is divided by {hours} hours.")
    else:
        week = _("A week's salary is divided by the agreed hours.")
    if rule.own_day:
        day = _("A day's pay is divided by the agreed hours of the day, or else by {hours}.")
    else:
        day = _("A day's pay is divided by {hours} hours.")
    said = [
        month.format(hours=_exact(rule.month_hours), days=_exact(rule.month_days)),
        week.format(hours=_limit(rule.week_hours)),
    ]
    if rules.normal_hours.part_time and (rule.month_hours or rule.week_hours):
        said.append(_("For those who agreed to fewer than 40 hours a week, it is their share."))
    return " ".join([*said, day.format(hours=hours_number(rule.day_hours))])


def _exact(number: Fraction | None) -> str:
    return "" if number is None else number_text(number)


def _part_of_salary(rules: Rules) -> str:
    rule = rules.part_of_salary
    text = {
        "calendar_days": _("For part of a month, the salary is due by the days of that month."),
        "paid_days": _("For part of a month, each agreed day that is paid is the salary ÷ {days}."),
        "days": _("For part of a month, a day is the salary ÷ {days}, whatever the month."),
    }[rule.by]
    return text.format(days=_exact(rule.days))


def _minimum_wage(rules: Rules) -> str:
    rule = rules.minimum_wage
    least = _("The least for an hour is what the programme's settings say.")
    if rule.hourly is not None:
        text = _("An hour of work is paid at least {amount}, or more if the settings say so.")
        least = text.format(amount=_amount(rule.hourly, rules.currency))
    below = {
        ("top_up", "period"): _("Where the pay of a period is less, a line tops it up."),
        ("top_up", "week"): _("Where the pay of a week is less, a line tops it up."),
        ("warning", "period"): _("Where the pay of a period is less, a warning says so."),
        ("warning", "week"): _("Where the pay of a week is less, a warning says so."),
    }[(rule.below, "week" if _by_the_week(rules) else "period")]
    return f"{least} {below}"


def _by_the_week(rules: Rules) -> bool:
    """Whether pay is compared with the minimum workweek by workweek, as a regular rate is."""
    return rules.overtime is not None and rules.overtime.method == "regular_rate"


def _amount(rate: int, currency: str) -> str:
    if not currency:
        return decimal_text(rate, RATE_DECIMALS, grouped=True)
    return f"{rate_text(rate, currency, grouped=True)} {currency}"


def _premiums(rules: Rules) -> str:
    if rules.premiums:
        return _("Overtime, night work and work on free days earn what the rules say.")
    return _(
        "The workplace is too small to owe premiums: overtime, night work and work on free days "
        "earn the plain rate."
    )


_TEXTS: Final[Mapping[str, Callable[[Rules], str]]] = {
    "normal_hours": _normal_hours,
    "overtime": _overtime,
    "contracted": _contracted,
    "night": _night,
    "rest_day": _rest_day,
    "public_holiday": _public_holiday,
    "weekly_holiday": _weekly_holiday,
    "hourly_rate": _hourly_rate,
    "part_of_salary": _part_of_salary,
    "minimum_wage": _minimum_wage,
    "deductions": lambda rules: deductions_text(rules.deductions),
    "young_workers": lambda rules: young_workers_text(rules.young_workers),
    "premiums": _premiums,
}
