"""What was typed or imported of an advance, checked against the book and made a row of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from models.book.settings import Programme, programme
from models.employees.actions import known_employee
from models.employees.queries import EmployeeRef, employee_refs
from models.employees.tables import PAY_TERMS
from models.language import gettext as _
from models.money import is_whole_minor, minor_digits, to_minor
from models.periods import pay_period_of
from models.recording import Outcome, fingerprint
from models.wages.advances.drafts import AdvanceDraft
from models.wages.instalments import Instalment, plan


@dataclass(frozen=True, slots=True)
class Ground:
    """What advances are checked against: employees, settings, currencies of terms by their days."""

    refs: dict[str, EmployeeRef]
    programme: Programme
    currencies: dict[int, list[tuple[date, str]]]

    def currency(self, employee_id: int, day: date) -> str:
        """That of the terms on the day, before the first ones the programme's."""
        dated = self.currencies.get(employee_id, [])
        known = [currency for starts_on, currency in dated if starts_on <= day]
        return known[-1] if known else self.programme.currency


def ground_of(connection: Connection) -> Ground:
    """What the book knows."""
    columns = (PAY_TERMS.c.employee_id, PAY_TERMS.c.starts_on, PAY_TERMS.c.currency)
    currencies: dict[int, list[tuple[date, str]]] = {}
    for row in connection.execute(select(*columns).order_by(PAY_TERMS.c.starts_on)):
        currencies.setdefault(row.employee_id, []).append((row.starts_on, row.currency))
    return Ground(employee_refs(connection), programme(connection), currencies)


def values_of(
    ground: Ground, draft: AdvanceDraft, row: int, outcome: Outcome
) -> dict[str, Any] | None:
    """A row of the table but its occurrence; None where something is wrong, which is noted."""
    ref = known_employee(ground.refs, draft.employee, row, outcome)
    if ref is None:
        return None
    before = len(outcome.problems)
    if not ref.employed_on(draft.day):
        message = _("{code} was not employed on {day}.").format(code=ref.code, day=draft.day)
        outcome.refuse(row, "date", draft.day, message)
    currency = ground.currency(ref.id, draft.day)
    for column, typed in (("amount", draft.amount), ("instalment", draft.instalment)):
        if typed is not None and not is_whole_minor(typed, currency):
            outcome.refuse(row, column, typed, too_fine(currency))
    if len(outcome.problems) > before:
        return None
    return _row(ref.id, currency, draft, ground.programme)


def too_fine(currency: str) -> str:
    """That an amount has more decimals than its currency."""
    return _("Amounts in {currency} have at most {n} decimals.").format(
        currency=currency, n=minor_digits(currency)
    )


def first_due_of(day: date, settings: Programme) -> date:
    """When the first instalment is due where nobody says: at the end of the pay period."""
    return pay_period_of(day, settings.pay_period, settings.week_starts).ends_on


def drafted_plan(draft: AdvanceDraft, settings: Programme, currency: str) -> list[Instalment]:
    """The instalments of an advance that is still being typed, in minor units of `currency`."""
    return plan(
        to_minor(draft.amount, currency),
        _minor(draft.instalment, currency),
        draft.first_due or first_due_of(draft.day, settings),
        draft.every or settings.pay_period,
    )


def _row(
    employee_id: int, currency: str, draft: AdvanceDraft, settings: Programme
) -> dict[str, Any]:
    amount = to_minor(draft.amount, currency)
    return {
        "employee_id": employee_id,
        "day": draft.day,
        "kind": draft.kind,
        "amount": amount,
        "currency": currency,
        "instalment": _minor(draft.instalment, currency),
        "first_due": draft.first_due or first_due_of(draft.day, settings),
        "every": draft.every or settings.pay_period,
        "agreed": draft.agreed,
        "note": draft.note,
        # Not by its plan: what is filled in for it depends on settings that may change.
        "fingerprint": fingerprint(employee_id, draft.day, draft.kind, amount, draft.note),
    }


def _minor(amount: Decimal | None, currency: str) -> int | None:
    return None if amount is None else to_minor(amount, currency)
