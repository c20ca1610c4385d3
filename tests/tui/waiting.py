"""Waiting for what a screen does next, however slow the machine is, and never for a time."""

import time
from collections.abc import Callable
from typing import Any, Final

from textual.app import App
from textual.dom import DOMNode

from tui.widgets.picker import Picker
from tui.widgets.record_list import RecordList

LONGEST_WAIT: Final = 20.0
"""Seconds after which something has gone wrong on any machine."""

_BETWEEN_LOOKS: Final = 0.02


async def until(pilot: Any, condition: Callable[[], object]) -> None:
    """Wait until `condition` holds; if it never does, the assertion that follows says so."""
    ends = time.monotonic() + LONGEST_WAIT
    while not condition() and time.monotonic() < ends:
        await pilot.pause(_BETWEEN_LOOKS)


async def settle(pilot: Any) -> None:
    """Wait until what was typed is searched for, every worker has ended, and all of it is shown."""
    await pilot.pause()
    while _is_busy(pilot.app):
        await pilot.pause(_BETWEEN_LOOKS)
    await pilot.pause(0)


def _is_busy(app: App[Any]) -> bool:
    nodes = [app, *app.screen.walk_children(with_self=True)]
    return (
        any(not worker.is_finished for worker in app.workers)
        or any(node.message_queue_size for node in nodes)
        or any(_is_typing(node) for node in nodes)
    )


def _is_typing(node: DOMNode) -> bool:
    """Whether a search waits for its typing to pause."""
    timer = node._typing if isinstance(node, Picker | RecordList) else None
    return timer is not None and timer._task is not None and not timer._task.done()
