"""Keys of pay rules and of the book itself."""

from typing import Final

from models.language import gettext_noop as N_
from tui.keys.command import Command

COPY_PACK: Final = Command(
    "copy.pack", ("c", "d"), "copy", N_("Copy"), N_("Copy the pack under a name of your own."),
    footer=True,
)  # fmt: skip
TEXT: Final = Command(
    "text", ("w",), "text", N_("Whole text"), N_("Show the whole text, and edit your own."),
    footer=True,
)  # fmt: skip
CHECK: Final = Command(
    "check", ("c",), "check", N_("Verify"), N_("Verify every promise that the book makes."),
    footer=True,
)  # fmt: skip
