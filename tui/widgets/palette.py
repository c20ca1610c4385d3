"""The command palette: every command of the screen by its name."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import App
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from models.language import gettext as _
from tui.keys import Available, available
from tui.text import safe


class Commands(Provider):
    """Offers what the key registry says can be done here; for the app's `COMMANDS`."""

    def _offered(self) -> Iterator[tuple[Available, str]]:
        for item in available(self.screen):
            if item.command.palette and item.enabled:
                yield item, f"{item.label}  ({item.key})"

    def _run(self, item: Available) -> partial[Any]:
        return partial(self.app.run_action, item.action, item.node)

    async def discover(self) -> Hits:
        """All commands, before anything was typed."""
        for item, title in self._offered():
            yield DiscoveryHit(safe(title), self._run(item), text=title, help=item.help)

    async def search(self, query: str) -> Hits:
        """The commands whose label or sentence matches `query`."""
        matcher = self.matcher(query)
        for item, title in self._offered():
            score = max(matcher.match(item.label), matcher.match(item.help) * 0.9)
            if score > 0:
                yield Hit(score, safe(title), self._run(item), text=title, help=item.help)


def open_palette(app: App[Any]) -> None:
    """Open the palette over the screen that is shown, in the language in use."""
    app.push_screen(CommandPalette(placeholder=_("Type the name of a command")))
