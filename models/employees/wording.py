"""Pay terms in words of the language in use."""

from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import rate_text

_RATES: Final = {
    "hourly": N_("{rate} an hour"),
    "daily": N_("{rate} a day"),
    "weekly": N_("{rate} a week"),
    "monthly": N_("{rate} a month"),
    "piece": N_("{rate} a piece"),
}


def rate_words(basis: str, rate: int, currency: str) -> str:
    """`26.00 CNY an hour`; of piece-work without one rate, `by the piece`."""
    if basis == "piece" and not rate:
        return _("by the piece")
    amount = f"{rate_text(rate, currency, grouped=True)} {currency}"
    return _(_RATES[basis]).format(rate=amount)
