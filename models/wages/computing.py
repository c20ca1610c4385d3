"""Computing a run: each employee by the engine, and one who cannot be paid set aside."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from models.errors import RefusedError
from models.language import gettext as _
from models.wages.engine.pay import compute
from models.wages.engine.segments import MixedCurrenciesError, NoTermsError, RulesOf, ZeroRateError
from models.wages.engine.values import PayFigures
from models.wages.gathering import Payee, Scope, payees
from models.wages.ground import Ground
from models.wages.storing import line_values, payslip_values

OnProgress = Callable[[int, int], None]

# In minor units: the sum of thousands of payslips still fits in a column.
_LARGEST: Final = 10**15
_NOTHING_TO_PAY: Final = json.dumps(["nothing_to_pay"])


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
    everyone = payees(connection, scope, ground)
    for count, payee in enumerate(everyone, 1):
        if on_progress:
            on_progress(count, len(everyone))
        outcome = _pay(payee, ground.rules_of)
        if isinstance(outcome, PayFigures):
            slip = payslip_values(number, payee, outcome)
            computed.append((slip, line_values(outcome.lines)))
        elif not (scope.off_cycle and outcome.reason == _NOTHING_TO_PAY):
            aside.append(outcome)
    return computed, aside


def _pay(payee: Payee, rules_of: RulesOf) -> PayFigures | SetAsideEmployee:
    try:
        figures = compute(payee.pay, rules_of)
    except NoTermsError as error:
        return _aside(payee, "no_terms", error.day.isoformat())
    except MixedCurrenciesError:
        return _aside(payee, "mixed_currencies")
    except RefusedError as error:
        return _aside(payee, "rules", error.message)
    except ZeroRateError as error:
        return _aside(payee, "zero_rate", error.day.isoformat())
    if figures is None:
        return SetAsideEmployee(payee.id, _NOTHING_TO_PAY)
    return _aside(payee, "too_large") if _too_large(figures) else figures


def reason_text(reason: str) -> str:
    """Why an employee was set aside, in the language in use."""
    code, *values = json.loads(reason)
    sentence = {
        "no_terms": _("There are no pay terms on {0}."),
        "zero_rate": _("The rate of the pay terms from {0} is zero."),
        "mixed_currencies": _("The pay terms in this period are in different currencies."),
        "rules": "{0}",
        "too_large": _("An amount is too large; a quantity or a rate must be wrong."),
        "nothing_to_pay": _("There are no shifts, pieces or other pay in this period."),
    }[code]
    return sentence.format(*values)


def _too_large(figures: PayFigures) -> bool:
    return max(figures.gross, *(abs(line.amount) for line in figures.lines)) > _LARGEST


def _aside(payee: Payee, *reason: str) -> SetAsideEmployee:
    return SetAsideEmployee(payee.id, json.dumps(reason))
