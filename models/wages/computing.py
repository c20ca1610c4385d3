"""Computing a run: each employee by the engine, and one who cannot be paid set aside."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from models.wages.beside import Beside
from models.wages.beside_work import beside_as_stored, beside_now
from models.wages.correcting import Outstanding, outstanding
from models.wages.engine.pay import compute
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
    for count, payee in enumerate(everyone, 1):
        if on_progress:
            on_progress(count, len(everyone))
        outcome = _pay(payee, ground.rules_of, closed)
        if isinstance(outcome, PayFigures):
            slip = payslip_values(number, payee, outcome)
            computed.append((slip, line_values(outcome.lines)))
        elif not (scope.off_cycle and outcome.reason == NOTHING_TO_PAY):
            aside.append(outcome)
    return computed, aside


def _beside(connection: Connection, scope: Scope, closed: Outstanding) -> Beside:
    if scope.run is not None:
        return beside_as_stored(connection, scope.run)
    return beside_now(connection, scope, closed.lines)


def _pay(payee: Payee, rules_of: RulesOf, closed: Outstanding) -> PayFigures | SetAsideEmployee:
    if payee.id in closed.faults:
        return _aside(payee, *closed.faults[payee.id])
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
