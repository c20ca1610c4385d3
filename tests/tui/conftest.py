from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.notifications import Notification
from textual.widget import Widget

from tui import keys, theme
from tui.widgets.help import show_help
from tui.widgets.palette import Commands, open_palette

HOSTILE_NAMES = (
    "Ann [/B]",
    "[A1]",
    "김민수",
    "x [b",
    "가나다라마바사아자차카타파하" * 3,
    "Maria 🧵👩\u200d🌾",
    "Tab\there",
    "Esc \x1b[31m \u202edcba",
    "[@click=app.bell]x[/]",
)


@pytest.fixture(autouse=True)
def _no_print_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands on a screen does not depend on what is on the machine."""
    monkeypatch.setenv("PATH", "/nowhere")


@pytest.fixture(autouse=True)
def _words_in_passing_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said in passing is there to be read, however slow the machine is."""
    monkeypatch.setattr(Notification, "has_expired", False)


@pytest.fixture(params=HOSTILE_NAMES, ids=range(len(HOSTILE_NAMES)))
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def hostile_names() -> tuple[str, ...]:
    """All of them at once, where one app can show them all."""
    return HOSTILE_NAMES


@dataclass
class Heard:
    """The messages and results that reached the app."""

    messages: list[Message] = field(default_factory=list)
    results: list[Any] = field(default_factory=list)

    def of(self, kind: type[Message]) -> list[Any]:
        return [message for message in self.messages if isinstance(message, kind)]


class Stage(App[None]):
    """An app of nothing but the widgets of one test."""

    CSS_PATH = theme.STYLES
    HORIZONTAL_BREAKPOINTS = theme.BREAKPOINTS
    VERTICAL_BREAKPOINTS = theme.HEIGHTS
    COMMANDS: ClassVar = {Commands}
    BINDINGS = keys.bindings(*keys.SECTIONS, keys.HELP, keys.PALETTE, keys.THEME, keys.QUIT)

    def __init__(self, widgets: Sequence[Widget]) -> None:
        super().__init__()
        theme.dress(self)
        self._widgets = widgets
        self.heard = Heard()

    def compose(self) -> ComposeResult:
        yield from self._widgets

    async def _on_message(self, message: Message) -> None:
        self.heard.messages.append(message)
        await super()._on_message(message)

    def ask(self, screen: Any) -> None:
        self.push_screen(screen, self.heard.results.append)

    def action_help(self) -> None:
        show_help(self)

    def action_command_palette(self) -> None:
        open_palette(self)

    def action_section(self, name: str) -> None:
        self.heard.results.append(name)


@pytest.fixture
def stage() -> Callable[..., Stage]:
    return lambda *widgets: Stage(widgets)
