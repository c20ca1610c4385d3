"""Keys of sales."""

from typing import Final

from models.language import gettext_noop as N_
from tui.keys.command import Command

SUMMARY: Final = Command(
    "summary", ("u",), "summary", N_("Summary"), N_("Show the figures of the month."),
    footer=True,
)  # fmt: skip
RETURN: Final = Command(
    "return", ("r",), "give_back", N_("Return"), N_("Write down what came back of this sale."),
    footer=True,
)  # fmt: skip
