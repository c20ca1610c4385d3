"""One pay-rule pack: what its rules say on a day, and its versions."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from models.errors import NotFoundError, RefusedError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.rules.packs import Pack
from models.rules.queries import pack
from tui import keys
from tui.panes import PanedScreen
from tui.section import DetailScreen
from tui.settings.pack_files import export_pack
from tui.settings.pack_naming import copy_under_a_name
from tui.settings.pack_panes import PackRulesPane, VersionsPane
from tui.settings.pack_text_screen import edit_text
from tui.text import safe


class PackScreen(PanedScreen, DetailScreen):
    """A pack."""

    SECTION = "settings"
    PANES = (PackRulesPane, VersionsPane)

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.COPY_PACK,
        keys.TEXT,
        keys.EXPORT.bind(help=N_("Write the pack to a file.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | c, d | Copy the pack under a name of your own. |
    | w | Edit the whole text of a pack of your own. |
    | x | Write the pack to a file. |
    """

    def __init__(self, name: str, *, own: bool) -> None:
        """Show the pack called `name`, as it is today."""
        super().__init__()
        self.pack_name = name
        self.own = own
        self.chosen: date | None = None
        self.pack: Pack | None = None

    def compose_head(self) -> ComposeResult:
        """Name, title and whose it is."""
        yield Static(safe(self.pack_name), classes="record-title", markup=False)
        yield Static("", classes="pack-fault", markup=False)

    @property
    def day(self) -> date:
        """The day that is shown: the one chosen, else today, or the first on which there is one."""
        first = self.pack.versions[0].starts_on if self.pack else self.today
        return max(self.chosen or self.today, first)

    def reload(self) -> None:
        """Read the pack and the list that is shown."""
        self.do(self._read, self._show, group="head")

    def _read(self) -> tuple[Pack | None, str]:
        try:
            return pack(self.book, self.pack_name), ""
        except NotFoundError:
            raise
        except RefusedError as error:
            return None, error.message

    def _show(self, found: tuple[Pack | None, str]) -> None:
        self.pack, fault = found
        kind = _("own") if self.own else _("comes with Wagebook")
        parts = [self.pack_name, self.pack.title if self.pack else "", kind]
        self.query_one(".record-title", Static).update(safe(" · ".join(filter(None, parts))))
        sentence = _("! This pack cannot be read; w opens its text. {fault}").format(fault=fault)
        label = self.query_one(".pack-fault", Static)
        label.update(safe(sentence if fault else ""))
        label.display = bool(fault)
        self.pane.describe()
        super().reload()

    def show_day(self, day: date) -> None:
        """Show the rules of another day."""
        self.chosen = day
        self.pane.describe()
        self.pane.reload()

    def action_copy(self) -> None:
        """Copy the pack under a name."""
        copy_under_a_name(self, self.pack_name, self.show_copy)

    def show_copy(self, name: str) -> None:
        """Open the pack `name`, which is one of the programme's own."""
        self.app.push_screen(PackScreen(name, own=True))

    def action_text(self) -> None:
        """Edit the whole text."""
        edit_text(self, self.pack_name, own=self.own)

    def action_export(self) -> None:
        """Write the pack to a file."""
        export_pack(self, self.pack_name)
