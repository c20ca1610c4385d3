"""What is read of employees, sites and terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from models.book.book import Book
from models.book.records import Records, matching, ordering
from models.book.settings import programme
from models.employees.tables import EMPLOYEE, PAY_TERMS, SITE
from models.errors import NotFoundError
from models.language import gettext as _
from models.money import rate_text


@dataclass(frozen=True, slots=True)
class EmployeeRow:
    """An employee with the terms in force on the day asked for, if there are any."""

    id: int
    code: str
    work_name: str
    site: str
    language: str
    joined_on: date
    left_on: date | None
    age_band: str
    payment_method: str
    basis: str | None = None
    rate: int | None = None
    currency: str | None = None

    @property
    def pay(self) -> str:
        """The rate as text, empty without terms or where each piece has its own."""
        if not self.rate or self.currency is None:
            return ""
        return rate_text(self.rate, self.currency, grouped=True)


@dataclass(frozen=True, slots=True)
class TermsRow:
    """Pay terms as stored: rates in ten-thousandths, hours in minutes."""

    id: int
    employee: str
    starts_on: date
    basis: str
    rate: int
    currency: str
    rules: str
    daily_minutes: int | None
    weekly_minutes: int | None
    rest_days: str
    guaranteed_hourly: int | None


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site with its time zone, and how many employees are entered for it."""

    id: int
    name: str
    timezone: str
    employees: int


@dataclass(frozen=True, slots=True)
class EmployeeRef:
    """What other rooms need of an employee to check a record: dates, zone and currency."""

    id: int
    code: str
    joined_on: date
    left_on: date | None
    timezone: str
    currency: str

    def employed_on(self, day: date) -> bool:
        """Whether `day` lies between joining and leaving."""
        return self.joined_on <= day and (self.left_on is None or day <= self.left_on)


_ORDERS: Final[dict[str, Any]] = {
    "code": EMPLOYEE.c.code,
    "work_name": EMPLOYEE.c.work_name,
    "site": func.coalesce(SITE.c.name, ""),
    "joined_on": EMPLOYEE.c.joined_on,
    "basis": PAY_TERMS.c.basis,
}


def employees(
    book: Book,
    *,
    on: date,
    search: str = "",
    status: str = "all",
    site: str | None = None,
    basis: str | None = None,
    order: str = "code",
    descending: bool = False,
) -> Records[EmployeeRow]:
    """Employees with their terms on the day `on`.

    `status` is `all`, `current` (employed on that day) or `left`.
    """
    statement = _employees_on(on)
    if search:
        statement = statement.where(matching(search, EMPLOYEE.c.code, EMPLOYEE.c.work_name))
    if status == "current":
        statement = statement.where(_employed(on))
    elif status == "left":
        statement = statement.where(EMPLOYEE.c.left_on < on)
    if site is not None:
        statement = statement.where(SITE.c.name == site)
    if basis is not None:
        statement = statement.where(PAY_TERMS.c.basis == basis)
    by = ordering(_ORDERS, order, descending=descending, last=EMPLOYEE.c.id)
    return Records(book, statement.order_by(*by), _employee_row)


def employee(book: Book, code: str, *, on: date) -> EmployeeRow:
    """One employee.

    Raises:
        NotFoundError: nobody has this code.
    """
    statement = _employees_on(on).where(EMPLOYEE.c.code == code)
    found = Records(book, statement.order_by(EMPLOYEE.c.id), _employee_row).first()
    if found is None:
        raise NotFoundError(_("There is no employee {code}.").format(code=code))
    return found


def terms(book: Book, *, employee: str | None = None) -> Records[TermsRow]:
    """Pay terms, by employee and day."""
    columns = [column for column in PAY_TERMS.c if column.name != "employee_id"]
    statement = select(EMPLOYEE.c.code.label("employee"), *columns).join(
        EMPLOYEE, EMPLOYEE.c.id == PAY_TERMS.c.employee_id
    )
    if employee is not None:
        statement = statement.where(EMPLOYEE.c.code == employee)
    statement = statement.order_by(EMPLOYEE.c.code, PAY_TERMS.c.starts_on)
    return Records(book, statement, lambda row: TermsRow(**row._mapping))


def newest_terms(book: Book, code: str, *, on: date = date.max) -> TermsRow | None:
    """The pay terms of an employee that are in force on a day, if there are any."""
    found = [row for row in terms(book, employee=code).all() if row.starts_on <= on]
    return found[-1] if found else None


def sites(book: Book) -> Sequence[str]:
    """The names of all sites."""
    with book.reading() as connection:
        return list(connection.execute(select(SITE.c.name).order_by(SITE.c.name)).scalars())


def site_list(book: Book, *, search: str = "") -> Records[SiteRow]:
    """Sites by name."""
    statement = (
        select(SITE.c.id, SITE.c.name, SITE.c.timezone)
        .add_columns(func.count(EMPLOYEE.c.id).label("employees"))
        .outerjoin(EMPLOYEE, EMPLOYEE.c.site_id == SITE.c.id)
        .group_by(SITE.c.id)
        .order_by(SITE.c.name)
    )
    if search:
        statement = statement.where(matching(search, SITE.c.name, SITE.c.timezone))
    return Records(book, statement, lambda row: SiteRow(**row._mapping))


def next_code(book: Book) -> str:
    """The code after that of the employee entered last, in its own form: `W-015` after `W-014`."""
    with book.reading() as connection:
        codes = list(connection.execute(select(EMPLOYEE.c.code).order_by(EMPLOYEE.c.id)).scalars())
    return _following(codes[-1] if codes else "W-000", set(codes))


def _following(code: str, taken: set[str]) -> str:
    head = code.rstrip("0123456789")
    digits = code[len(head) :] or "1"
    number = int(digits) + 1
    while (following := f"{head}{number:0{len(digits)}d}") in taken:
        number += 1
    return following


def employee_refs(connection: Connection) -> dict[str, EmployeeRef]:
    """Every employee by code, for checking records that name one."""
    settings = programme(connection)
    latest = select(PAY_TERMS.c.employee_id, PAY_TERMS.c.currency).order_by(PAY_TERMS.c.starts_on)
    currencies = {row.employee_id: row.currency for row in connection.execute(latest)}
    statement = select(
        EMPLOYEE.c.id, EMPLOYEE.c.code, EMPLOYEE.c.joined_on, EMPLOYEE.c.left_on, SITE.c.timezone
    ).outerjoin(SITE, SITE.c.id == EMPLOYEE.c.site_id)
    return {
        row.code: EmployeeRef(
            row.id,
            row.code,
            row.joined_on,
            row.left_on,
            row.timezone or settings.timezone,
            currencies.get(row.id, settings.currency),
        )
        for row in connection.execute(statement)
    }


def _employed(on: date) -> Any:
    still_here = or_(EMPLOYEE.c.left_on.is_(None), EMPLOYEE.c.left_on >= on)
    return and_(EMPLOYEE.c.joined_on <= on, still_here)


def _employees_on(on: date) -> Select[Any]:
    newest = (
        select(func.max(PAY_TERMS.c.starts_on))
        .where(PAY_TERMS.c.employee_id == EMPLOYEE.c.id, PAY_TERMS.c.starts_on <= on)
        .correlate(EMPLOYEE)
        .scalar_subquery()
    )
    in_force = and_(PAY_TERMS.c.employee_id == EMPLOYEE.c.id, PAY_TERMS.c.starts_on == newest)
    return (
        select(
            EMPLOYEE.c.id,
            EMPLOYEE.c.code,
            EMPLOYEE.c.work_name,
            func.coalesce(SITE.c.name, "").label("site"),
            EMPLOYEE.c.language,
            EMPLOYEE.c.joined_on,
            EMPLOYEE.c.left_on,
            EMPLOYEE.c.age_band,
            EMPLOYEE.c.payment_method,
            PAY_TERMS.c.basis,
            PAY_TERMS.c.rate,
            PAY_TERMS.c.currency,
        )
        .outerjoin(SITE, SITE.c.id == EMPLOYEE.c.site_id)
        .outerjoin(PAY_TERMS, in_force)
    )


def _employee_row(row: Row[Any]) -> EmployeeRow:
    return EmployeeRow(**row._mapping)
