"""Advances in words, in the language in use."""

from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_

_KINDS: Final = {"sub": N_("wages paid early"), "loan": N_("loan")}
_EVERY: Final = {
    "monthly": N_("every month"),
    "semimonthly": N_("twice a month"),
    "biweekly": N_("every two weeks"),
    "weekly": N_("every week"),
}


def advance_kind_label(kind: str) -> str:
    """`wages paid early` for a sub, or `loan`."""
    return _(_KINDS[kind])


def every_label(every: str) -> str:
    """How often an instalment is due."""
    return _(_EVERY[every])


def withheld_text(cited: str) -> str:
    """That a loan is not taken from wages, with the article that says so."""
    return _("not taken from wages: {article}").format(article=cited)
