"""A bug of ours, told by where it happened: what an error says may name a person."""

import traceback
from types import TracebackType

from models.language import gettext as _


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Files, lines and the kind of error, without any value."""
    heading = _("Wagebook has made a mistake. Where it happened:")
    places = "".join(traceback.format_tb(trace))
    return f"{heading}\n{places}{kind.__name__}\n"
