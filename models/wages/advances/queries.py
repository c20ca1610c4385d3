"""What is read of advances."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final, Literal

from sqlalchemy import Row, Select, String, cast, func, select

from models.book.book import Book
from models.book.records import Records, matching, ordering
from models.employees.packs import PacksInForce
from models.employees.tables import EMPLOYEE
from models.errors import RefusedError
from models.rules.values import Rule
from models.wages.advances.actions import no_such_advance
from models.wages.advances.rows import AdvancePlan, AdvanceRow, BalanceRow, PlanStep, RepaymentRow
from models.wages.advances.shares import shares
from models.wages.advances.standing import BY_HAND, TAKEN, plan_standing
from models.wages.instalments import Standing
from models.wages.tables import ADVANCE, PAYSLIP, REPAYMENT, SKIPPED_INSTALMENT

Status = Literal["all", "open", "repaid"]

_OWN: Final = (
    "id",
    "day",
    "kind",
    "amount",
    "currency",
    "instalment",
    "first_due",
    "every",
    "agreed",
    "note",
)


def _sum(total: Any, label: str) -> Any:
    return (
        select(total)
        .where(REPAYMENT.c.advance_id == ADVANCE.c.id)
        .correlate(ADVANCE)
        .scalar_subquery()
        .label(label)
    )


_REPAID: Final = (
    select(func.coalesce(func.sum(REPAYMENT.c.amount), 0))
    .where(REPAYMENT.c.advance_id == ADVANCE.c.id)
    .correlate(ADVANCE)
    .scalar_subquery()
)
_SKIPPED: Final = (
    select(func.aggregate_strings(cast(SKIPPED_INSTALMENT.c.due_on, String), ","))
    .where(SKIPPED_INSTALMENT.c.advance_id == ADVANCE.c.id)
    .correlate(ADVANCE)
    .scalar_subquery()
    .label("skipped")
)
_ORDERS: Final[dict[str, Any]] = {
    "day": ADVANCE.c.day,
    "number": ADVANCE.c.id,
    "employee": EMPLOYEE.c.code,
    "work_name": EMPLOYEE.c.work_name,
    "kind": ADVANCE.c.kind,
    "amount": ADVANCE.c.amount,
    "outstanding": ADVANCE.c.amount - _REPAID,
}


def advances(
    book: Book,
    *,
    from_: date | None = None,
    to: date | None = None,
    employee: str | None = None,
    status: Status = "all",
    search: str = "",
    order: str = "day",
    descending: bool = False,
) -> Records[AdvanceRow]:
    """Advances given on the days from `from_` to `to`, both inside; those `open` are still owed."""
    statement = _advances()
    if from_ is not None:
        statement = statement.where(ADVANCE.c.day >= from_)
    if to is not None:
        statement = statement.where(ADVANCE.c.day <= to)
    if employee is not None:
        statement = statement.where(EMPLOYEE.c.code == employee)
    if status != "all":
        owed = ADVANCE.c.amount > _REPAID
        statement = statement.where(owed if status == "open" else ~owed)
    if search:
        number = cast(ADVANCE.c.id, String)
        columns = (EMPLOYEE.c.code, EMPLOYEE.c.work_name, ADVANCE.c.kind, ADVANCE.c.note, number)
        statement = statement.where(matching(search, *columns))
    by = ordering(_ORDERS, order, descending=descending, last=ADVANCE.c.id)
    return Records(book, statement.order_by(*by), _maker(book))


def advance_plan(book: Book, number: int) -> AdvancePlan:
    """An advance with its whole plan and everything that was repaid.

    Raises:
        NotFoundError: there is no such advance.
    """
    make = _maker(book)
    with book.reading() as connection:
        row = connection.execute(_advances().where(ADVANCE.c.id == number)).one_or_none()
        if row is None:
            raise no_such_advance(number)
        repayments = [_repayment(each) for each in connection.execute(_repayments(number))]
    steps = _steps(_standings(row), repayments)
    return AdvancePlan(make(row), tuple(steps), tuple(repayments))


def balances(book: Book, *, on: date, employee: str | None = None) -> list[BalanceRow]:
    """What each employee owes at the end of a day, by code and currency.

    Who owes nothing is left out.
    """
    repaid = (
        select(REPAYMENT.c.advance_id, func.sum(REPAYMENT.c.amount).label("amount"))
        .where(REPAYMENT.c.day <= on)
        .group_by(REPAYMENT.c.advance_id)
        .subquery()
    )
    who = (EMPLOYEE.c.code, EMPLOYEE.c.work_name, ADVANCE.c.currency)
    statement = (
        select(
            *who,
            func.sum(ADVANCE.c.amount).label("lent"),
            func.sum(func.coalesce(repaid.c.amount, 0)).label("repaid"),
        )
        .join(EMPLOYEE, EMPLOYEE.c.id == ADVANCE.c.employee_id)
        .outerjoin(repaid, repaid.c.advance_id == ADVANCE.c.id)
        .where(ADVANCE.c.day <= on)
        .group_by(*who)
        .order_by(EMPLOYEE.c.code, ADVANCE.c.currency)
    )
    if employee is not None:
        statement = statement.where(EMPLOYEE.c.code == employee)
    with book.reading() as connection:
        rows = connection.execute(statement).all()
    found = [
        BalanceRow(row.code, row.work_name, row.currency, int(row.lent), int(row.repaid))
        for row in rows
    ]
    return [row for row in found if row.outstanding]


def _advances() -> Select[Any]:
    return select(
        *(ADVANCE.c[name] for name in _OWN),
        ADVANCE.c.employee_id,
        EMPLOYEE.c.code.label("employee"),
        EMPLOYEE.c.work_name,
        _sum(TAKEN, "taken"),
        _sum(BY_HAND, "by_hand"),
        _SKIPPED,
    ).join(EMPLOYEE, EMPLOYEE.c.id == ADVANCE.c.employee_id)


def _maker(book: Book) -> Callable[[Row[Any]], AdvanceRow]:
    """What makes a row of the list; it knows the packs by which everyone is paid."""
    with book.reading() as connection:
        packs = PacksInForce(connection)
    return lambda row: _advance_row(row, packs)


def _advance_row(row: Row[Any], packs: PacksInForce) -> AdvanceRow:
    plan = _standings(row)
    following = next((each for each in plan if each.left), None)
    due = following.instalment.due_on if following else None
    return AdvanceRow(
        **{name: row._mapping[name] for name in (*_OWN, "employee", "work_name")},
        taken=int(row.taken),
        by_hand=int(row.by_hand),
        instalments=sum(not each.instalment.skipped for each in plan),
        next_due=due,
        next_amount=following.left if following else 0,
        withheld=_withheld(row, packs, due) if due else None,
    )


def _standings(row: Row[Any]) -> list[Standing]:
    days = (
        frozenset(map(date.fromisoformat, row.skipped.split(","))) if row.skipped else frozenset()
    )
    return plan_standing(row, days, int(row.taken), int(row.by_hand))


def _withheld(row: Row[Any], packs: PacksInForce, due: date) -> Rule | None:
    """The rule that keeps a loan from being taken when it is next due."""
    if row.kind != "loan" or row.agreed:
        return None
    try:
        rule = packs.rules(row.employee_id, due).deductions
    except RefusedError:  # of a pack that cannot be read, the pay run will say so
        return None
    return rule if rule.loans == "agreed" else None


def _repayments(number: int) -> Select[Any]:
    return (
        select(REPAYMENT, func.coalesce(PAYSLIP.c.number, "").label("payslip"))
        .outerjoin(PAYSLIP, PAYSLIP.c.id == REPAYMENT.c.payslip_id)
        .where(REPAYMENT.c.advance_id == number)
        .order_by(REPAYMENT.c.day, REPAYMENT.c.id)
    )


def _repayment(row: Row[Any]) -> RepaymentRow:
    return RepaymentRow(row.id, row.day, row.amount, row.payslip, row.note)


def _steps(plan: list[Standing], repayments: list[RepaymentRow]) -> list[PlanStep]:
    by_payslips = [(each.payslip, each.amount) for each in repayments if each.payslip]
    parts = shares([each.taken for each in plan], by_payslips)
    return [
        PlanStep(
            number=number,
            due_on=each.instalment.due_on,
            amount=each.instalment.amount,
            skipped=each.instalment.skipped,
            taken=each.taken,
            by_hand=each.by_hand,
            payslips=taken,
        )
        for number, (each, taken) in enumerate(zip(plan, parts, strict=True), 1)
    ]
