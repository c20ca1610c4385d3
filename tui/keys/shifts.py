"""Keys of shifts."""

from typing import Final

from models.language import gettext_noop as N_
from tui.keys.command import Command

CONFIRM: Final = Command(
    "confirm", ("c",), "confirm", N_("Confirm"), N_("Confirm the shifts that are shown."),
    footer=True,
)  # fmt: skip
CONFIRM_ALL: Final = Command(
    "confirm.all", ("C",), "confirm_all", N_("Confirm all"),
    N_("Confirm all planned shifts that are shown, up to yesterday."),
)  # fmt: skip
MARK: Final = Command(
    "mark", ("m",), "mark", N_("Mark"), N_("Mark the shift as worked, absent or on leave."),
    footer=True,
)  # fmt: skip
COPY_WEEK: Final = Command(
    "copy.week", ("w",), "copy_week", N_("Copy week"),
    N_("Plan a week with the shifts of another."),
)  # fmt: skip
