"""Progress of long work on standard error, where a person is watching."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from models.language import gettext as _

OnProgress = Callable[[int, int], None]

_PATIENCE: Final = 1.0
_BETWEEN: Final = 0.1
_CLEAR_LINE: Final = "\r\x1b[2K"


@contextmanager
def progress(what: str) -> Iterator[OnProgress]:
    """A function that is told how much is done, and of how much.

    It shows `what` with a percentage after the first second, and clears it at the end.
    """
    watched = sys.stderr is not None and sys.stderr.isatty()
    next_at = time.monotonic() + _PATIENCE
    shown = False

    def on_progress(done: int, all_: int) -> None:
        nonlocal next_at, shown
        now = time.monotonic()
        if not watched or now < next_at:
            return
        share = " " + _("{number} %").format(number=done * 100 // all_) if all_ else ""
        sys.stderr.write(f"{_CLEAR_LINE}{what}{share}")
        sys.stderr.flush()
        next_at, shown = now + _BETWEEN, True

    try:
        yield on_progress
    finally:
        if shown:
            sys.stderr.write(_CLEAR_LINE)
            sys.stderr.flush()
