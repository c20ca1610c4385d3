"""Employees by code, their sites, and their effective-dated pay terms."""

from datetime import date

from sqlalchemy import BigInteger, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.book.base import holds, one_of, table_of, whole
from models.rules.values import AGE_BANDS

PAYMENT_METHODS = ("cash", "bank", "wallet")
BASES = ("hourly", "daily", "weekly", "monthly", "piece")


class Site(SQLModel, table=True):
    """A workshop or shop. Shifts of its employees are in its time zone."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=80, unique=True)
    timezone: str = Field(max_length=64)


class Employee(SQLModel, table=True):
    """A worker, known by a code; the name is the one used at work."""

    __table_args__ = (
        one_of("language", ("en", "ko", "zh")),
        one_of("age_band", AGE_BANDS),
        one_of("payment_method", PAYMENT_METHODS),
        holds("left_on IS NULL OR left_on >= joined_on", "employment_days"),
        holds("code <> ''", "code_given"),
    )

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(max_length=20, unique=True)
    work_name: str = Field(default="", max_length=80)
    site_id: int | None = Field(default=None, foreign_key="site.id", index=True)
    language: str = Field(max_length=2)
    joined_on: date
    left_on: date | None = None
    age_band: str = Field(default="18+", max_length=8)
    payment_method: str = Field(default="cash", max_length=8)


class PayTerms(SQLModel, table=True):
    """What an employee is paid by from a day on, until the next terms.

    `rate` and `guaranteed_hourly` are in ten-thousandths, contracted hours in minutes.
    """

    __tablename__ = "pay_terms"
    __table_args__ = (
        one_of("basis", BASES),
        whole("rate", "guaranteed_hourly"),
        holds("rate >= 0", "rate_not_negative"),
        holds("guaranteed_hourly IS NULL OR guaranteed_hourly >= 0", "guarantee_not_negative"),
        holds("daily_minutes IS NULL OR daily_minutes BETWEEN 1 AND 1440", "daily_minutes"),
        holds("weekly_minutes IS NULL OR weekly_minutes BETWEEN 1 AND 10080", "weekly_minutes"),
        UniqueConstraint("employee_id", "starts_on"),
    )

    id: int | None = Field(default=None, primary_key=True)
    employee_id: int = Field(foreign_key="employee.id")
    starts_on: date
    basis: str = Field(max_length=8)
    rate: int = Field(sa_type=BigInteger)
    currency: str = Field(max_length=3)
    rules: str = Field(default="", max_length=40)
    daily_minutes: int | None = None
    weekly_minutes: int | None = None
    rest_days: str = Field(default="", max_length=20)
    guaranteed_hourly: int | None = Field(default=None, sa_type=BigInteger)


SITE = table_of(Site)
EMPLOYEE = table_of(Employee)
PAY_TERMS = table_of(PayTerms)

WORK: list[Table] = []


def work_of(model: type[SQLModel]) -> Table:
    """The table of another room whose rows (`employee_id`, `day`) are days of employment."""
    WORK.append(table_of(model))
    return WORK[-1]
