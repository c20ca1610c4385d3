"""Computing a run: each employee by the engine, and one who cannot be paid set aside."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from models.book.settings import programme
from models.errors import RefusedError
from models.language import gettext as _
from models.wages.engine.packs import Rules
from models.wages.engine.pay import compute
from models.wages.engine.segments import MixedCurrenciesError, NoTermsError
from models.wages.engine.values import Terms
from models.wages.gathering import Payee, Scope, payees
from models.wages.packs import rules_on
from models.wages.storing import line_values, payslip_values

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SetAsideEmployee:
    """Someone whom the run cannot pay; `reason` is a code with its values as JSON."""

    employee_id: int
    reason: str


def compute_run(
    connection: Connection, number: int, scope: Scope, on_progress: OnProgress | None = None
) -> tuple[list[tuple[dict[str, Any], list[dict[str, Any]]]], list[SetAsideEmployee]]:
    """The rows of the run's payslips with their lines, and who is set aside and why.

    `on_progress` is told how many employees are computed, and of how many; it may raise to stop.
    """
    default = programme(connection).pay_rules
    last_day = scope.period.ends_on

    def rules_of(terms: Terms) -> Rules:
        return rules_on(terms.rules or default, last_day)

    computed, aside = [], []
    everyone = payees(connection, scope)
    for count, payee in enumerate(everyone, 1):
        if on_progress:
            on_progress(count, len(everyone))
        try:
            figures = compute(payee.pay, rules_of)
        except NoTermsError as error:
            aside.append(_aside(payee, "no_terms", error.day.isoformat()))
        except MixedCurrenciesError:
            aside.append(_aside(payee, "mixed_currencies"))
        except RefusedError as error:
            aside.append(_aside(payee, "rules", error.message))
        else:
            if figures is not None:
                rules = rules_on(figures.rules, last_day)
                slip = payslip_values(number, payee, figures, rules)
                computed.append((slip, line_values(figures.lines)))
            elif not scope.off_cycle:
                aside.append(_aside(payee, "nothing_to_pay"))
    return computed, aside


def reason_text(reason: str) -> str:
    """Why an employee was set aside, in the language in use."""
    code, *values = json.loads(reason)
    sentence = {
        "no_terms": _("There are no pay terms on {0}."),
        "mixed_currencies": _("The pay terms in this period are in different currencies."),
        "rules": "{0}",
        "nothing_to_pay": _("There are no shifts, pieces or other pay in this period."),
    }[code]
    return sentence.format(*values)


def _aside(payee: Payee, *reason: str) -> SetAsideEmployee:
    return SetAsideEmployee(payee.id, json.dumps(reason))
