"""What deductions are for: their kinds in words."""

from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_

# Under these kinds pay-rule packs have their caps.
_LABELS: Final = {
    "statutory": N_("required by law"),
    "agreed": N_("for the worker's own good"),
    "loss": N_("loss"),
    "employer": N_("for the employer"),
    "loan": N_("repayment of a loan"),
}
_EXAMPLES: Final = {
    "statutory": N_("tax, insurance, a court"),
    "agreed": N_("rent, meals, savings"),
    "loss": N_("damage, a shortage, a fine"),
    "employer": N_("uniforms, tools"),
    "loan": N_("money lent before"),
}


def kind_label(kind: str) -> str:
    """What a kind of deduction is called; nothing where it was not said."""
    return _(_LABELS[kind]) if kind else ""


def kind_examples(kind: str) -> str:
    """What falls under a kind of deduction; nothing where it was not said."""
    return _(_EXAMPLES[kind]) if kind else ""
