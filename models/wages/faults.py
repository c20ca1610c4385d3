"""Why an employee cannot be paid, as a code with its values."""

import json
from typing import Final

from models.errors import RefusedError
from models.language import gettext as _
from models.wages.engine.segments import MixedCurrenciesError, NoTermsError, ZeroRateError

CANNOT_PAY: Final = (NoTermsError, MixedCurrenciesError, ZeroRateError, RefusedError)
NOTHING_TO_PAY: Final = json.dumps(["nothing_to_pay"])


def fault_of(error: Exception) -> tuple[str, ...]:
    """The code and values of what the engine raised, one of `CANNOT_PAY`."""
    if isinstance(error, NoTermsError):
        return "no_terms", error.day.isoformat()
    if isinstance(error, ZeroRateError):
        return "zero_rate", error.day.isoformat()
    if isinstance(error, RefusedError):
        return "rules", error.message
    return ("mixed_currencies",)


def reason_text(reason: str) -> str:
    """Why an employee was set aside (the code and values as JSON), in the language in use."""
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
