"""Computing a run: each employee by the engine, and one who cannot be paid set aside."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection

from models.wages.beside import Beside
from models.wages.beside_work import beside_as_stored, beside_now
from models.wages.correcting import Outstanding, hours_beyond, outstanding, rest_of
from models.wages.engine.pay import compute, earned_in
from models.wages.engine.segments import RulesOf
from models.wages.engine.values import PayFigures
from models.wages.faults import CANNOT_PAY, NOTHING_TO_PAY, fault_of
from models.wages.gathering import Payee, payees
from models.wages.ground import Ground
from models.wages.holding import Scope
from models.wages.storing import line_values, payslip_values

OnProgress = Callable[[int, int], None]

# In minor units: the sum of thousands of payslips still fits in a column.
_LARGEST: Final = 10**15


@dataclass(frozen=True, slots=True)
class SetAsideEmployee:
    """Someone whom the run cannot pay; `reason` is a code with its values as JSON."""

    employee_id: int
    reason: str


def compute_run(
    connection: Connection,
    number: int,
    scope: Scope,
    ground: Ground,
    on_progress: OnProgress | None = None,
) -> tuple[list[tuple[dict[str, Any], list[dict[str, Any]]]], list[SetAsideEmployee]]:
    """The rows of the run's payslips with their lines, and who is set aside and why.

    `ground` is what it is computed by, of now or kept. `on_progress` is told how many employees
    are computed, and of how many; it may raise to stop.
    """
    computed, aside = [], []
    closed = outstanding(connection, scope) if scope.run is None else Outstanding()
    everyone = payees(connection, scope, ground, _beside(connection, scope, closed))
    everyone = _with_rests(connection, scope, ground, everyone, closed)
    for count, payee in enumerate(everyone, 1):
        if on_progress:
            on_progress(count, len(everyone))
        outcome = _pay(payee, ground.rules_of)
        if isinstance(outcome, PayFigures):
            slip = payslip_values(number, payee, outcome)
            computed.append((slip, line_values(outcome.lines)))
        elif outcome.reason != NOTHING_TO_PAY or (scope.closing and payee.employed):
            aside.append(outcome)
    return computed, aside


def _with_rests(
    connection: Connection, scope: Scope, ground: Ground, everyone: list[Payee], closed: Outstanding
) -> list[Payee]:
    """The employees, with what is still missing of a period that off-cycle runs have begun."""
    begun = [payee for payee in everyone if payee.id in closed.begun]
    if not begun:
        return everyone
    codes = tuple(payee.code for payee in begun)
    whole = {
        payee.id: payee
        for payee in payees(connection, replace(scope, codes=codes, whole=True), ground)
    }
    return [
        _with_rest(payee, whole.get(payee.id), closed, ground.rules_of)
        if payee.id in closed.begun
        else payee
        for payee in everyone
    ]


def _with_rest(payee: Payee, whole: Payee | None, closed: Outstanding, rules_of: RulesOf) -> Payee:
    if whole is None:
        return payee
    try:
        own, all_of_it = earned_in(payee.pay, rules_of), earned_in(whole.pay, rules_of)
    except CANNOT_PAY:
        return payee  # it is set aside, with the reason
    currency = own.currency
    begun = [slip for slip in closed.begun[payee.id] if slip.currency == currency]
    if not begun:
        return payee
    rest = rest_of(all_of_it.lines, own.lines, begun)
    lines = [*payee.pay.corrections.get(currency, ()), *rest]
    corrected = {**payee.pay.corrections, currency: lines} if lines else payee.pay.corrections
    hours = {**payee.pay.corrected_hours, **hours_beyond(all_of_it.minutes, own.minutes, begun)}
    return replace(payee, pay=replace(payee.pay, corrections=corrected, corrected_hours=hours))


def _beside(connection: Connection, scope: Scope, closed: Outstanding) -> Beside:
    if scope.run is not None:
        return beside_as_stored(connection, scope.run)
    return beside_now(connection, scope, closed.lines, closed.failed, closed.hours)


def _pay(payee: Payee, rules_of: RulesOf) -> PayFigures | SetAsideEmployee:
    try:
        figures = compute(payee.pay, rules_of)
    except CANNOT_PAY as error:
        return _aside(payee, *fault_of(error))
    if figures is None:
        return SetAsideEmployee(payee.id, NOTHING_TO_PAY)
    return _aside(payee, "too_large") if _too_large(figures) else figures


def _too_large(figures: PayFigures) -> bool:
    return max(figures.gross, *(abs(line.amount) for line in figures.lines)) > _LARGEST


def _aside(payee: Payee, *reason: str) -> SetAsideEmployee:
    return SetAsideEmployee(payee.id, json.dumps(reason))
