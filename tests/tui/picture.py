"""Screens as text, compared with how they looked when someone last looked at them.

Run `pytest --snapshot-update` after a change that was meant, and read the difference.
"""

from typing import Any

from textual.app import App

SIZES = ((80, 24), (120, 40))


def screen_text(app: App[Any]) -> str:
    """What stands on the screen, line by line, without colours."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in lines[:height])[: (width + 1) * height * 2]


async def settle(pilot: Any) -> None:
    """Wait until every worker has ended and the screen shows what came of it."""
    for _turn in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
