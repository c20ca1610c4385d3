"""Employees and pay terms as they are typed or imported."""

from datetime import date
from functools import partial
from typing import Annotated, Self

from pydantic import Field, model_validator

from models import fields
from models.drafts import Draft, FieldProblemError, typed
from models.employees.tables import BASES, PAYMENT_METHODS
from models.language import LANGUAGES
from models.language import gettext as _
from models.rules.values import AGE_BANDS

Code = Annotated[str, typed(fields.code)]
Day = Annotated[date, typed(fields.day)]
Rate = Annotated[int, typed(fields.rate)]
DailyHours = Annotated[int, typed(partial(fields.hours, limit=24))]
WeeklyHours = Annotated[int, typed(fields.hours)]
Currency = Annotated[str, typed(fields.currency)]
Name = Annotated[str, typed(partial(fields.text, limit=80))]
Note = Annotated[str, typed(partial(fields.text, limit=500))]
Basis = Annotated[str, typed(partial(fields.choice, options=BASES))]
Language = Annotated[str, typed(partial(fields.choice, options=LANGUAGES))]
AgeBand = Annotated[str, typed(partial(fields.choice, options=AGE_BANDS))]
PaymentMethod = Annotated[str, typed(partial(fields.choice, options=PAYMENT_METHODS))]


class SiteDraft(Draft):
    """A site: its name and its time zone."""

    name: Name
    timezone: Annotated[str, typed(fields.timezone)]


class TermsFields(Draft):
    """What pay terms say, whoever they are for."""

    currency: Currency | None = None
    rules: Annotated[str, typed(fields.rules)] = ""
    daily_hours: DailyHours | None = None
    weekly_hours: WeeklyHours | None = None
    rest_days: Annotated[str, typed(fields.rest_days)] = ""
    guaranteed_hourly: Rate | None = None


class TermsDraft(TermsFields):
    """Pay terms of an employee from a day on. Rates are ten-thousandths, hours minutes."""

    employee: Code
    starts_on: Day = Field(alias="from")
    basis: Basis
    rate: Rate

    @model_validator(mode="after")
    def _rate_is_above_zero(self) -> Self:
        if self.rate == 0 and self.basis != "piece":
            raise _rate_of_zero()
        return self


class EmployeeDraft(TermsFields):
    """An employee and, when `basis` and `rate` are given, the first pay terms from joining on."""

    code: Code
    work_name: Name = ""
    site: Name = ""
    language: Language | None = None
    joined_on: Day
    left_on: Day | None = None
    age_band: AgeBand = "18+"
    payment_method: PaymentMethod = "cash"
    basis: Basis | None = None
    rate: Rate | None = None

    @model_validator(mode="after")
    def _days_and_terms_go_together(self) -> Self:
        if self.left_on is not None and self.left_on < self.joined_on:
            raise FieldProblemError("left_on", _("This is before the day of joining."))
        if self.basis is not None and self.rate is None:
            raise FieldProblemError("rate", _("A basis needs a rate."))
        if self.rate is not None and self.basis is None:
            raise FieldProblemError("basis", _("A rate needs a basis."))
        if self.rate == 0 and self.basis != "piece":
            raise _rate_of_zero()
        return self

    def first_terms(self) -> TermsDraft | None:
        """The terms that start on the day of joining, if the draft has any."""
        if self.basis is None or self.rate is None:
            return None
        return TermsDraft(
            employee=self.code,
            starts_on=self.joined_on,
            basis=self.basis,
            rate=self.rate,
            currency=self.currency,
            rules=self.rules,
            daily_hours=self.daily_hours,
            weekly_hours=self.weekly_hours,
            rest_days=self.rest_days,
            guaranteed_hourly=self.guaranteed_hourly,
        )


def _rate_of_zero() -> FieldProblemError:
    message = _("The rate is zero; write what is paid, or choose piece for pay by the piece alone.")
    return FieldProblemError("rate", message)
