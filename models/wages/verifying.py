"""An approved run computed again, by the packs, settings and calendars that it keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from models.book.book import Book
from models.employees.tables import EMPLOYEE
from models.errors import NotFoundError, RefusedError
from models.language import gettext as _
from models.periods import Period
from models.wages.computing import compute_run
from models.wages.ground import kept_ground
from models.wages.holding import Scope
from models.wages.storing import Computed, as_stored
from models.wages.tables import PAY_RUN, PAYSLIP

# What a payslip's figures are; names and sites may have changed since.
_FIGURES: Final = ("currency", "gross", "deductions", "net", "worked_minutes", "overtime_minutes")


@dataclass(frozen=True, slots=True)
class Difference:
    """A payslip that comes out differently now; amounts are net pay in minor units.

    Either is None where there is no payslip.
    """

    number: str
    stood: int | None
    now: int | None
    currency: str


def differences(book: Book, number: int) -> list[Difference]:
    """The payslips of an approved run that do not come out as they stand, down to each line.

    They differ where something that they were computed from was changed: pay terms that were
    agreed back-dated, a day of joining, a holiday.

    Raises:
        NotFoundError: there is no such run.
        RefusedError: the run is not approved or paid.
    """
    with book.reading() as connection:
        stored = as_stored(connection, number)
        computed = computed_again(connection, number)
    stands, now = _by_employee(stored), _by_employee(computed)
    return [
        _difference(stands.get(employee), now.get(employee))
        for employee in sorted({*stands, *now})
        if _figures(stands.get(employee)) != _figures(now.get(employee))
    ]


def computed_again(connection: Connection, number: int) -> Computed:
    """The payslips of an approved run as they come out of what it held and kept.

    Raises:
        NotFoundError: there is no such run.
        RefusedError: the run is not approved or paid.
    """
    row = connection.execute(select(PAY_RUN).where(PAY_RUN.c.id == number)).one_or_none()
    if row is None:
        raise NotFoundError(_("There is no pay run {run}.").format(run=number))
    if row.status not in ("approved", "paid"):
        raise RefusedError(
            _("Run {run} keeps nothing to be computed by; only approved runs do.").format(
                run=number
            )
        )
    codes = (
        select(EMPLOYEE.c.code)
        .join(PAYSLIP, PAYSLIP.c.employee_id == EMPLOYEE.c.id)
        .where(PAYSLIP.c.run_id == number)
    )
    scope = Scope(
        Period(row.starts_on, row.ends_on),
        codes=tuple(connection.execute(codes).scalars()),
        off_cycle=row.kind == "off_cycle",
        final=row.kind == "final",
        run=number,
    )
    computed, _aside = compute_run(connection, number, scope, kept_ground(connection, row.kept))
    return computed


Slip = tuple[Mapping[str, Any], list[dict[str, Any]]]


def _by_employee(computed: Computed) -> dict[int, Slip]:
    """By id: a code, and so the number of a payslip, may be another by now."""
    return {slip["employee_id"]: (slip, lines) for slip, lines in computed}


def _difference(stood: Slip | None, now: Slip | None) -> Difference:
    values = (stood or now or ({}, []))[0]
    return Difference(values["number"], _net(stood), _net(now), values["currency"])


def _figures(slip: Slip | None) -> tuple[Any, ...] | None:
    if slip is None:
        return None
    values, lines = slip
    figures = [line for line in lines if line["pay_group"] != "rounding"]
    return tuple(values[name] for name in _FIGURES), figures


def _net(slip: Slip | None) -> int | None:
    return slip[0]["net"] if slip else None
