"""What a pay run is refused for, and whom and when it pays."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection, select

from models.employees.tables import EMPLOYEE, SITE
from models.errors import NotFoundError, Problem, RefusedError
from models.language import gettext as _
from models.periods import Period
from models.wages.holding import CLOSING, LIVE, Scope
from models.wages.tables import PAY_RUN, PAYSLIP
from models.wages.wording import run_status_label

_DAY: Final = timedelta(days=1)


def scope_of(connection: Connection, number: int) -> Scope:
    """Whom and when a run pays.

    Raises:
        NotFoundError: there is no such run.
    """
    row = connection.execute(select(PAY_RUN).where(PAY_RUN.c.id == number)).one_or_none()
    if row is None:
        raise NotFoundError(_("There is no pay run {run}.").format(run=number))
    return Scope(
        Period(row.starts_on, row.ends_on),
        row.site_id,
        tuple(json.loads(row.codes)),
        off_cycle=row.kind == "off_cycle",
        final=row.kind == "final",
    )


def expect_to_leave(connection: Connection, codes: Sequence[str], period: Period) -> None:
    """Refuse a final run of someone who does not leave, or whose pay has a gap before it.

    Raises:
        RefusedError: nobody is named, someone stays beyond the period, or there are days since
            somebody's first payslip that neither a run has closed nor this one pays.
    """
    if not codes:
        message = _("Say whose final settlement it is.")
        raise RefusedError(message, [Problem(message, column="employee", value="")])
    left = EMPLOYEE.c.left_on <= period.ends_on
    leaving = set(
        connection.execute(
            select(EMPLOYEE.c.code).where(EMPLOYEE.c.code.in_(codes), left)
        ).scalars()
    )
    sentence = _("{code} does not leave by {day}; enter the last day of employment first.")
    problems = [
        Problem(sentence.format(code=code, day=period.ends_on), column="employee", value=code)
        for code in codes
        if code not in leaving
    ]
    gaps = ((code, _gap(connection, code, period)) for code in codes if code in leaving)
    sentence = _(
        "{code} has no payslip for {period}: pay that first, or begin the final run there."
    )
    problems += [
        Problem(sentence.format(code=code, period=gap), column="employee", value=code)
        for code, gap in gaps
        if gap is not None
    ]
    if problems:
        raise RefusedError(problems[0].message, problems)


def _gap(connection: Connection, code: str, period: Period) -> Period | None:
    """The first days since an employee's first payslip that a final run of `period` leaves out."""
    statement = (
        select(PAY_RUN.c.starts_on, PAY_RUN.c.ends_on, EMPLOYEE.c.left_on)
        .join(PAYSLIP, PAYSLIP.c.run_id == PAY_RUN.c.id)
        .join(EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id)
        .where(EMPLOYEE.c.code == code, PAY_RUN.c.kind.in_(CLOSING), PAY_RUN.c.status.in_(LIVE))
        .order_by(PAY_RUN.c.starts_on)
    )
    closed = connection.execute(statement).all()
    if not closed:
        return None
    first_open = closed[0].starts_on
    for row in closed:
        if row.starts_on > first_open:
            return Period(first_open, row.starts_on - _DAY)
        first_open = max(first_open, row.ends_on + _DAY)
    last = min(period.starts_on - _DAY, closed[0].left_on)
    return Period(first_open, last) if first_open <= last else None


def refuse_overlap(
    connection: Connection, number: int, scope: Scope, employees: Sequence[int]
) -> None:
    """Refuse regular runs of one employee that share a day.

    Raises:
        RefusedError: one of `employees` has a payslip for some of these days.
    """
    statement = (
        select(PAY_RUN.c.id, PAY_RUN.c.starts_on, PAY_RUN.c.ends_on, EMPLOYEE.c.id, EMPLOYEE.c.code)
        .join(PAYSLIP, PAYSLIP.c.run_id == PAY_RUN.c.id)
        .join(EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id)
        .where(
            PAY_RUN.c.id != number,
            PAY_RUN.c.kind == "regular",
            PAY_RUN.c.status != "void",
            PAY_RUN.c.starts_on <= scope.period.ends_on,
            PAY_RUN.c.ends_on >= scope.period.starts_on,
        )
        .order_by(PAY_RUN.c.id, EMPLOYEE.c.code)
    )
    wanted = set(employees)
    clashes = [row for row in connection.execute(statement) if row[3] in wanted]
    if clashes:
        run, starts_on, ends_on, _employee, code = clashes[0]
        raise RefusedError(
            _(
                "{code} has a payslip for {period} in run {run} already; periods may not overlap."
            ).format(code=code, period=Period(starts_on, ends_on), run=run)
        )


def expect(connection: Connection, number: int, *statuses: str) -> None:
    """Refuse what cannot be done with a run as it stands.

    Raises:
        NotFoundError: there is no such run.
        RefusedError: its status is none of `statuses`.
    """
    statement = select(PAY_RUN.c.status).where(PAY_RUN.c.id == number)
    status = connection.execute(statement).scalar()
    if status is None:
        raise NotFoundError(_("There is no pay run {run}.").format(run=number))
    if status not in statuses:
        raise RefusedError(
            _("Run {run} is {status}, so this cannot be done with it.").format(
                run=number, status=run_status_label(status)
            )
        )


def site_id(connection: Connection, site: str | None) -> int | None:
    """The id of a site by its name.

    Raises:
        NotFoundError: there is no such site.
    """
    if site is None:
        return None
    found = connection.execute(select(SITE.c.id).where(SITE.c.name == site)).scalar()
    if found is None:
        message = _("There is no site {site}.").format(site=site)
        raise NotFoundError(message, [Problem(message, column="site", value=site)])
    return int(found)


def known_codes(connection: Connection, codes: Sequence[str]) -> tuple[str, ...]:
    """The codes in order, each once.

    Raises:
        NotFoundError: of some there is no employee.
    """
    known = set(connection.execute(select(EMPLOYEE.c.code)).scalars())
    problems = [
        Problem(_("There is no employee {code}.").format(code=code), column="employee", value=code)
        for code in codes
        if code not in known
    ]
    if problems:
        raise NotFoundError(problems[0].message, problems)
    return tuple(sorted(set(codes)))
