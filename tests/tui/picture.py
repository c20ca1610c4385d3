"""Screens as text, compared with how they looked when someone last looked at them.

Run `pytest --snapshot-update` after a change that was meant, and read the difference.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input

from models.book.book import Book
from tests.conftest import TODAY
from tests.tui.waiting import settle
from tui.app import WagebookApp
from tui.widgets.dialogs import Confirm

SIZES = ((80, 24), (120, 40))


def screen_text(app: App[Any]) -> str:
    """What stands on the screen, line by line, without colours."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in lines[:height])[: (width + 1) * height * 2]


@asynccontextmanager
async def showing(
    book: Book, section: str = "today", *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The app at one of its sections, with `book` open."""
    app = WagebookApp(book.place, today=TODAY)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.open_sections(book, book.programme().name)
        app.action_section(section)
        await settle(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Press keys one after the other, wait for what comes of them, and read the screen."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    return screen_text(pilot.app)


async def write(pilot: Pilot[None], text: str) -> None:
    """Put `text` in the place of what stands in the focused input."""
    focused = pilot.app.focused
    assert isinstance(focused, Input), focused
    focused.value = text
    await settle(pilot)


async def pick(pilot: Pilot[None], text: str) -> None:
    """Type `text` into the focused picker and take the first match."""
    await pilot.press(*text)
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


async def look_around(
    pilot: Pilot[None], snapshot: Any, screens: Mapping[str, Sequence[str]]
) -> None:
    """Compare one screen after the other, each reached by its keys; dialogs are left again."""
    for name, keys in screens.items():
        await press(pilot, *keys)
        assert screen_text(pilot.app) == snapshot(name=name)
        if isinstance(pilot.app.screen, ModalScreen):
            await press(pilot, "escape")
            if isinstance(pilot.app.screen, Confirm):
                await press(pilot, "y")
