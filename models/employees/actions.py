"""What a manager does with employees and their terms."""

from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from models.book.book import Book
from models.book.records import standing
from models.book.settings import Programme, programme
from models.employees.drafts import EmployeeDraft, SiteDraft, TermsDraft
from models.employees.packs import PacksInForce, YoungEmployees
from models.employees.queries import EmployeeRef, employee_refs
from models.employees.tables import EMPLOYEE, PAY_TERMS, SITE, WORK
from models.errors import NotFoundError, Problem, RefusedError
from models.language import gettext as _
from models.recording import Numbered, Outcome, insert_rows, record_one
from models.rules.queries import no_such_pack
from models.rules.shelf import Shelf, shelf


def add_employee(book: Book, draft: EmployeeDraft) -> None:
    """Take on an employee, with first terms if the draft has them.

    Raises:
        RefusedError: the code is taken, or the terms' pay rules find the employee too young.
    """
    record_one(book, "employee.add", record_employees, draft)


def change_employee(book: Book, code: str, draft: EmployeeDraft) -> None:
    """Put the draft in the place of what the book says of `code`; terms are left alone.

    Raises:
        RefusedError: the new code is taken, work lies outside the new days of employment, or the
            pay rules of the terms find the employee too young.
    """
    with book.acting("employee.change", subject=draft.code) as acting:
        refs = employee_refs(acting.connection)
        ref = _known(refs, code)
        if draft.code != code and draft.code in refs:
            message = _("The code {code} is taken.").format(code=draft.code)
            raise RefusedError(message, [Problem(message, column="code", value=draft.code)])
        _refuse_work_outside(acting.connection, ref.id, draft)
        _refuse_younger(acting.connection, ref.id, draft.age_band)
        values = _employee_values(
            draft, programme(acting.connection), _site_ids(acting.connection, [draft])
        )
        acting.connection.execute(update(EMPLOYEE).where(EMPLOYEE.c.id == ref.id).values(**values))


def add_terms(book: Book, draft: TermsDraft) -> None:
    """Agree pay terms from a day on.

    Raises:
        RefusedError: there are terms from that day already, no such employee, or one who is too
            young for their pay rules.
    """
    record_one(book, "terms.add", record_terms, draft)


def remove_terms(book: Book, terms_id: int) -> None:
    """Take back pay terms.

    Raises:
        NotFoundError: there are no such terms.
    """
    with book.acting("terms.remove") as acting:
        removed = acting.connection.execute(delete(PAY_TERMS).where(PAY_TERMS.c.id == terms_id))
        if not removed.rowcount:
            raise NotFoundError(_("There are no such terms."))


def change_site(book: Book, site_id: int, draft: SiteDraft) -> None:
    """Rename a site or move it to another time zone; shifts that are written down stay as they are.

    Raises:
        NotFoundError: there is no such site.
        RefusedError: another site has this name.
    """
    with book.acting("site.change", subject=str(site_id)) as acting:
        other = select(SITE.c.id).where(SITE.c.name == draft.name, SITE.c.id != site_id)
        if acting.connection.execute(other).scalar() is not None:
            message = _("There is a site of this name already.")
            raise RefusedError(message, [Problem(message, column="name", value=draft.name)])
        changed = acting.connection.execute(
            update(SITE)
            .where(SITE.c.id == site_id)
            .values(name=draft.name, timezone=draft.timezone)
        )
        if not changed.rowcount:
            raise NotFoundError(_("There is no such site."))


def record_employees(connection: Connection, rows: Numbered[EmployeeDraft]) -> Outcome:
    """Write employees that the book does not have, and their first terms."""
    outcome = Outcome()
    known = set(employee_refs(connection))
    settings = programme(connection)
    packs = PacksInForce(connection, young_only=True)
    shelved = shelf(connection)
    new: list[EmployeeDraft] = []
    for row, draft in rows:
        if draft.code in known:
            outcome.skipped += 1
            continue
        if _names_no_pack(shelved, draft.rules, row, outcome):
            continue
        terms = draft.first_terms()
        if terms and (refused := packs.refusal(terms.rules, terms.starts_on, draft.age_band)):
            outcome.refuse(row, "age_band", draft.age_band, refused)
            continue
        known.add(draft.code)
        new.append(draft)
    site_ids = _site_ids(connection, new)
    insert_rows(
        connection, EMPLOYEE, [_employee_values(draft, settings, site_ids) for draft in new]
    )
    first = [(0, terms) for draft in new if (terms := draft.first_terms())]
    record_terms(connection, first)
    outcome.added = len(new)
    return outcome


def record_terms(connection: Connection, rows: Numbered[TermsDraft]) -> Outcome:
    """Write pay terms; the same employee and day is there already."""
    outcome = Outcome()
    refs = employee_refs(connection)
    settings = programme(connection)
    found = select(PAY_TERMS.c.employee_id, PAY_TERMS.c.starts_on)
    known = {(row.employee_id, row.starts_on) for row in connection.execute(found)}
    young = YoungEmployees(connection)
    shelved = shelf(connection)
    values = []
    for row, draft in rows:
        ref = known_employee(refs, draft.employee, row, outcome)
        if ref is None:
            continue
        if (ref.id, draft.starts_on) in known:
            outcome.skipped += 1
            continue
        if _names_no_pack(shelved, draft.rules, row, outcome):
            continue
        refused = young.packs.refusal(draft.rules, draft.starts_on, young.age(ref.id))
        if refused is not None:
            outcome.refuse(row, "rules", draft.rules, refused)
            continue
        known.add((ref.id, draft.starts_on))
        values.append(_terms_values(ref.id, draft, settings))
    insert_rows(connection, PAY_TERMS, values)
    outcome.added = len(values)
    return outcome


def known_employee(
    refs: dict[str, EmployeeRef], code: str, row: int, outcome: Outcome, column: str = "employee"
) -> EmployeeRef | None:
    """The employee with `code`; if there is none, the fault is noted."""
    ref = refs.get(code)
    if ref is None:
        outcome.refuse(row, column, code, _("There is no employee {code}.").format(code=code))
    return ref


def _names_no_pack(shelved: Shelf, name: str, row: int, outcome: Outcome) -> bool:
    """Whether terms name a pay-rule pack that the book does not have; the fault is noted."""
    missing = bool(name) and name not in shelved
    if missing:
        outcome.refuse(row, "rules", name, no_such_pack(name, shelved).message)
    return missing


def _known(refs: dict[str, EmployeeRef], code: str) -> EmployeeRef:
    if code not in refs:
        raise NotFoundError(_("There is no employee {code}.").format(code=code))
    return refs[code]


def _refuse_work_outside(connection: Connection, employee_id: int, draft: EmployeeDraft) -> None:
    for table in WORK:
        days = select(func.min(table.c.day), func.max(table.c.day))
        theirs = (table.c.employee_id == employee_id) & standing(table)
        first, last = connection.execute(days.where(theirs)).one()
        if first is None:
            continue
        for column, limit, day, outside in (
            ("joined_on", draft.joined_on, first, first < draft.joined_on),
            ("left_on", draft.left_on, last, draft.left_on is not None and last > draft.left_on),
        ):
            if outside:
                message = _("There is work on {day}, outside these days.").format(day=day)
                raise RefusedError(message, [Problem(message, column=column, value=str(limit))])


def _refuse_younger(connection: Connection, employee_id: int, age: str) -> None:
    """Refuse an age that is new and too young for the pay rules of any of the terms."""
    if YoungEmployees(connection).age(employee_id) == age:
        return
    packs = PacksInForce(connection, young_only=True)
    agreed = select(PAY_TERMS.c.rules, PAY_TERMS.c.starts_on).order_by(PAY_TERMS.c.starts_on)
    for row in connection.execute(agreed.where(PAY_TERMS.c.employee_id == employee_id)):
        refused = packs.refusal(row.rules, row.starts_on, age)
        if refused is not None:
            raise RefusedError(refused, [Problem(refused, column="age_band", value=age)])


def _site_ids(connection: Connection, drafts: list[EmployeeDraft]) -> dict[str, int]:
    """The ids of the sites that the drafts name; new ones are opened in the programme's zone."""
    find = select(SITE.c.name, SITE.c.id)
    known = {row.name: row.id for row in connection.execute(find)}
    new = dict.fromkeys(draft.site for draft in drafts if draft.site and draft.site not in known)
    if new:
        zone = programme(connection).timezone
        insert_rows(connection, SITE, [{"name": name, "timezone": zone} for name in new])
        known = {row.name: row.id for row in connection.execute(find)}
    return known


def _employee_values(
    draft: EmployeeDraft, settings: Programme, site_ids: dict[str, int]
) -> dict[str, Any]:
    return {
        "code": draft.code,
        "work_name": draft.work_name,
        "site_id": site_ids.get(draft.site),
        "language": draft.language or settings.languages[0],
        "joined_on": draft.joined_on,
        "left_on": draft.left_on,
        "age_band": draft.age_band,
        "payment_method": draft.payment_method,
    }


def _terms_values(employee_id: int, draft: TermsDraft, settings: Programme) -> dict[str, Any]:
    return {
        "employee_id": employee_id,
        "starts_on": draft.starts_on,
        "basis": draft.basis,
        "rate": draft.rate,
        "currency": draft.currency or settings.currency,
        "rules": draft.rules,
        "daily_minutes": draft.daily_hours,
        "weekly_minutes": draft.weekly_hours,
        "rest_days": draft.rest_days,
        "guaranteed_hourly": draft.guaranteed_hourly,
    }
