"""The terminal app: one book, seven sections, one key apart."""

import asyncio
import os
import select
import signal
import sys
from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar, Final

from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from models.book.book import Book
from models.book.place import Place
from models.language import use_language
from tui import keys, theme
from tui.mistake import report
from tui.widgets.help import show_help
from tui.widgets.palette import Commands, open_palette


def _today() -> Screen[Any]:
    from tui.today.screen import TodayScreen

    return TodayScreen()


def _employees() -> Screen[Any]:
    from tui.employees.screen import EmployeesScreen

    return EmployeesScreen()


def _shifts() -> Screen[Any]:
    from tui.shifts.screen import ShiftsScreen

    return ShiftsScreen()


def _wages() -> Screen[Any]:
    from tui.wages.screen import WagesScreen

    return WagesScreen()


def _sales() -> Screen[Any]:
    from tui.sales.screen import SalesScreen

    return SalesScreen()


def _reports() -> Screen[Any]:
    from tui.reports.screen import ReportsScreen

    return ReportsScreen()


def _settings() -> Screen[Any]:
    from tui.settings.screen import SettingsScreen

    return SettingsScreen()


# Each section is imported when it is first shown, so that the first screen paints at once.
_SECTIONS: Final[dict[str, Callable[[], Screen[Any]]]] = {
    "today": _today,
    "employees": _employees,
    "shifts": _shifts,
    "wages": _wages,
    "sales": _sales,
    "reports": _reports,
    "settings": _settings,
}


_BETWEEN_LOOKS: Final = 1.0
"""Seconds between two looks at whether the terminal is still there."""


class WagebookApp(App[None]):
    """Wagebook in a terminal."""

    CSS_PATH = theme.STYLES
    HORIZONTAL_BREAKPOINTS = theme.BREAKPOINTS
    VERTICAL_BREAKPOINTS = theme.HEIGHTS
    COMMANDS: ClassVar[set[Any]] = {Commands}
    MODES: ClassVar[dict[str, Any]] = _SECTIONS
    TITLE = "Wagebook"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        *keys.SECTIONS, keys.PALETTE, keys.THEME, keys.HELP, keys.QUIT
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | 1 … 7 | Go to a section. |
    | ctrl+p | Find a command by its name. |
    | t | Dark or light. |
    | ?, f1 | Help. |
    | q | Quit. |
    """

    def __init__(self, place: Place | None = None, *, today: date | None = None) -> None:
        """Make the app.

        Args:
            place: The book to offer first; where books usually are unless given.
            today: The day that it is; the clock's unless given.
        """
        super().__init__()
        theme.dress(self)
        self.place = place or Place.default()
        self.today = today or date.today()
        self.programme_name = ""
        self.folder = "~/"
        """Where the last file was read or written; the next dialog begins there."""
        self.printed_last: dict[str, str] = {}
        """How payslips were printed last, by field; the next form begins with it."""
        self._book: Book | None = None

    @property
    def book(self) -> Book:
        """The open book.

        Raises:
            RuntimeError: none is open; only sections ask, and they are shown with a book.
        """
        if self._book is None:
            raise RuntimeError("no book is open")
        return self._book

    def on_mount(self) -> None:
        """Ask for the book."""
        self._ask_for_book()

    def _ask_for_book(self) -> None:
        from tui.start.screen import StartScreen

        self.push_screen(StartScreen(self.place))

    def open_sections(self, book: Book, programme_name: str) -> None:
        """Show the sections of a book that was just opened or made."""
        self._book = book
        self.programme_name = programme_name
        self.place = book.place
        self.switch_mode("today")

    def _fatal_error(self) -> None:
        """Leave after a bug; Textual would print the values of variables, names among them."""
        kind, _error, trace = sys.exc_info()
        self.bell()
        self._exit_renderables.append(Text(report(kind or Exception, trace)))
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        """Close the book, whichever way the app ends."""
        if self._book is not None:
            self._book.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Sections can be gone to once a book is open."""
        if action == "section":
            return self._book is not None
        return super().check_action(action, parameters)

    def action_section(self, name: str) -> None:
        """Go to a section; what was open in it is as it was left."""
        self.switch_mode(name)

    def action_help(self) -> None:
        """Show the keys of the screen in front."""
        show_help(self)

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        open_palette(self)

    def speak(self, language: str) -> None:
        """Speak another language from here on; every section is made anew in it."""
        use_language(language)
        self.call_next(self._make_sections_anew, self.current_mode)

    async def _make_sections_anew(self, here: str) -> None:
        self.add_mode("between", Screen)
        await self.switch_mode("between")
        for name, section in _SECTIONS.items():
            await self.remove_mode(name)
            self.add_mode(name, section)
        await self.switch_mode(here)
        await self.remove_mode("between")

    def action_toggle_theme(self) -> None:
        """Change between dark and light."""
        self.theme = theme.other_theme(self.theme)


def run_app(place: Place | None = None) -> int:
    """Run the app until the manager quits or the terminal goes away; gives the exit status.

    Args:
        place: The book to offer first.
    """
    app = WagebookApp(place)
    asyncio.run(_run(app))
    return app.return_code or 0


async def _run(app: WagebookApp) -> None:
    if sys.platform == "win32":
        await app.run_async()
        return
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGHUP, _leave_without_terminal, app)
    watch = asyncio.create_task(_watch_terminal(app))
    try:
        await app.run_async()
    finally:
        watch.cancel()


async def _watch_terminal(app: WagebookApp) -> None:
    """Leave once the terminal has hung up: what runs below `make`, say, is not sent a signal."""
    terminal = select.poll()
    terminal.register(0, 0)
    while not any(event & select.POLLHUP for _stream, event in terminal.poll(0)):
        await asyncio.sleep(_BETWEEN_LOOKS)
    _leave_without_terminal(app)


def _leave_without_terminal(app: WagebookApp) -> None:
    """End in order once the terminal is gone, also where the shell had hang-ups ignored.

    Nothing can be read or written any more, and the last words of a closing screen would fail:
    they go nowhere instead, so that a file half made is put away and the book is closed.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    app.exit(return_code=128 + signal.SIGHUP)
