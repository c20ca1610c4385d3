"""The pay-rule packs: those that come with Wagebook, and the programme's own."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.rules.actions import remove_pack
from models.rules.queries import PackRow, packs
from tui import keys
from tui.panes import Pane
from tui.settings.pack_files import export_pack, import_pack
from tui.settings.pack_naming import copy_under_a_name
from tui.settings.pack_screen import PackScreen
from tui.text import safe
from tui.widgets.columns import Column, Tone
from tui.widgets.dialogs import Confirm
from tui.widgets.facts import facts, titled
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords, MadeRecords, Records


class RulesPane(Pane):
    """Every pack; one that cannot be read is there and says why."""

    TITLE = N_("Pay rules")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.COPY_PACK,
        keys.REMOVE.bind(help=N_("Take the marked pack of your own away."), footer=True),
        keys.IMPORT.bind(help=N_("Read a pack of your own from a file.")),
        keys.EXPORT.bind(help=N_("Write the marked pack to a file.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Open the pack. |
    | c, d | Copy it under a name of your own. |
    | delete | Take it away. |
    | i | Read a pack from a file. |
    | x | Write it to a file. |
    """

    def make_list(self) -> RecordList[PackRow]:
        """The packs, by name."""
        return RecordList(
            (
                Column[PackRow]("name", N_("Pack"), lambda r: r.name, 12),
                Column[PackRow]("title", N_("Title"), _title, 20, 1, tone=_fault_tone),
                Column[PackRow]("own", N_("Kind"), _kind, 7),
                Column[PackRow]("verified", N_("Verified"), _verified, 10, tone=_verified_tone),
                Column[PackRow](
                    "terms", N_("Terms"), lambda r: str(r.terms), 6, align="right", from_width=66
                ),
                Column[PackRow]("default", N_("Default"), _default, 9),
            ),
            key=lambda row: row.name,
            source=self._source,
            empty=N_("Nothing matches the search."),
        )

    def _source(self, query: ListQuery) -> Records[PackRow]:
        search = query.search.casefold()

        def read() -> Records[PackRow]:
            rows = packs(self.book)
            return ListRecords([r for r in rows if search in f"{r.name} {r.title}".casefold()])

        return MadeRecords(read)

    def about(self, row: PackRow) -> Content:
        """What the columns have no room for."""
        days = ", ".join(day.isoformat() for day in row.versions if day.year > 1900)
        return titled(
            row.name,
            safe(row.title),
            Content(""),
            facts(
                [
                    (_("Kind"), _kind(row)),
                    (_("Country"), row.country),
                    (_("Verified"), _verified(row)),
                    (_("Pay terms"), str(row.terms)),
                    (_("Default"), _default(row)),
                ]
            ),
            Content(""),
            safe(_("Versions from: {days}").format(days=days) if days else ""),
            safe(row.fault, "$error"),
        )

    def brief(self, row: PackRow) -> Content:
        """Why it cannot be read, or when its versions begin."""
        if row.fault:
            return safe(row.fault)
        days = ", ".join(day.isoformat() for day in row.versions[-3:] if day.year > 1900)
        return safe(_("Versions from: {days}").format(days=days) if days else row.title)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[PackRow]) -> None:
        event.stop()
        self.app.push_screen(PackScreen(event.row.name, own=event.row.own))

    def action_copy(self) -> None:
        """Copy the marked pack under a name."""
        if (row := self.records.row) is not None:
            copy_under_a_name(self.host, row.name, self._show_copy)

    def _show_copy(self, name: str) -> None:
        self.reload()
        self.app.push_screen(PackScreen(name, own=True))

    def action_remove(self) -> None:
        """Take the marked pack away, after a question."""
        row = self.records.row
        if row is None:
            return

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.host.do(self._remover(row.name), self._removed, group="act")

        if not row.own:  # the refusal says why
            self.host.do(self._remover(row.name), self._removed, group="act")
            return
        question = _("Take away the pack {pack}?").format(pack=row.name)
        detail = _("Approved pay runs keep the rules that they were computed by.")
        self.app.push_screen(Confirm(question, detail, danger=True, yes=_("Remove")), answered)

    def _remover(self, name: str) -> Callable[[], None]:
        return lambda: remove_pack(self.book, name)

    def _removed(self, _nothing: None) -> None:
        self.host.notify(_("Removed."), markup=False)
        self.reload()

    def action_import(self) -> None:
        """Read a pack from a file."""
        import_pack(self.host, self._imported)

    def _imported(self, name: str, path: Path) -> None:
        sentence = _("The pack {pack} was read from {file}.").format(pack=name, file=path.name)
        self.host.notify(sentence, markup=False)
        self.reload()

    def action_export(self) -> None:
        """Write the marked pack to a file."""
        if (row := self.records.row) is not None:
            export_pack(self.host, row.name)


def _title(row: PackRow) -> str:
    return _("! cannot be read") if row.fault else row.title


def _fault_tone(row: PackRow) -> Tone:
    return "bad" if row.fault else "plain"


def _kind(row: PackRow) -> str:
    return _("own") if row.own else _("shipped")


def _verified(row: PackRow) -> str:
    if row.fault:
        return "–"
    sign = "✓" if row.all_verified else "!"
    return _("{sign} {n} of {total}").format(sign=sign, n=row.verified, total=row.rules)


def _verified_tone(row: PackRow) -> Tone:
    return "good" if row.all_verified else "warning"


def _default(row: PackRow) -> str:
    return _("default") if row.is_default else ""
