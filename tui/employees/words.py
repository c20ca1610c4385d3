"""What is stored of employees, in words for the screen."""

from datetime import date
from typing import Final

from babel.dates import get_day_names

from models.employees.queries import EmployeeRow, TermsRow
from models.employees.wording import rate_words
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import language
from models.money import rate_text
from models.periods import WEEKDAYS
from models.rules import young
from models.wages.wording import basis_label, hours_text
from tui.widgets.dates import date_in_words, short_date
from tui.widgets.facts import Fact

LANGUAGES: Final = {"en": "English", "ko": "한국어", "zh": "中文"}
AGES: Final = young.AGES
METHODS: Final = {
    "cash": N_("in cash"),
    "bank": N_("bank transfer"),
    "wallet": N_("mobile wallet"),
}
STATUSES: Final = {
    "current": N_("working here now"),
    "left": N_("left"),
    "all": N_("all"),
}


def weekdays(days: str) -> str:
    """`SA,SU` as `Sat, Sun`, in the language in use."""
    names = get_day_names("abbreviated", locale=language())
    return ", ".join(names[WEEKDAYS.index(day)] for day in days.split(",") if day)


def hours_words(minutes: int | None) -> str:
    """Contracted hours, or nothing."""
    return "" if minutes is None else hours_text(minutes)


def pay_words(row: EmployeeRow) -> str:
    """What someone is paid now, or that there are no terms."""
    if row.basis is None or row.rate is None or row.currency is None:
        return _("no pay terms")
    return rate_words(row.basis, row.rate, row.currency)


def days_words(row: EmployeeRow, today: date) -> str:
    """Since when someone works here, and until when."""
    if row.left_on is not None and row.left_on < today:
        return _("to {day}").format(day=short_date(row.left_on))
    if row.joined_on > today:
        return _("from {day}").format(day=short_date(row.joined_on))
    return short_date(row.joined_on)


def employee_facts(row: EmployeeRow) -> list[Fact]:
    """Everything that is known about an employee apart from the terms."""
    return [
        (_("Site"), row.site or "–"),
        (_("Pay"), pay_words(row)),
        (_("Paid"), _(METHODS[row.payment_method])),
        (_("Language"), LANGUAGES[row.language]),
        (_("Joined"), date_in_words(row.joined_on)),
        (_("Last day"), date_in_words(row.left_on) if row.left_on else "–"),
        (_("Age"), _(AGES[row.age_band])),
    ]


def terms_facts(row: TermsRow) -> list[Fact]:
    """Everything that pay terms say."""
    guaranteed = row.guaranteed_hourly
    return [
        (_("From"), date_in_words(row.starts_on)),
        (_("Basis"), basis_label(row.basis)),
        (_("Pay"), rate_words(row.basis, row.rate, row.currency)),
        (_("Hours a day"), hours_words(row.daily_minutes)),
        (_("Hours a week"), hours_words(row.weekly_minutes)),
        (_("Rest days"), weekdays(row.rest_days)),
        (
            _("At least an hour"),
            "" if guaranteed is None else rate_text(guaranteed, row.currency, grouped=True),
        ),
        (_("Pay rules"), row.rules or _("those of the programme")),
    ]
