"""The lists of one pack: its rules on a day, and its versions."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.rules.telling import ToldRule, changes, told
from models.rules.values import ALWAYS
from models.rules.wording import rule_label
from tui import keys
from tui.panes import Pane
from tui.settings.pack_naming import copy_under_a_name
from tui.settings.rule_form import RuleForm, read_rule
from tui.text import safe
from tui.widgets.columns import Column, Tone
from tui.widgets.dialogs import Confirm, Notice
from tui.widgets.facts import facts, titled
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords, MadeRecords, Records

if TYPE_CHECKING:
    from tui.settings.pack_screen import PackScreen


class PackPane(Pane):
    """A list of the pack that the screen shows."""

    @property
    def shown(self) -> "PackScreen":
        """The screen."""
        return cast("PackScreen", self.screen)


class PackRulesPane(PackPane):
    """Every rule of the pack on a day, in words."""

    TITLE = N_("Rules")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.EDIT.bind(help=N_("Change the marked rule from a day on.")),
        keys.EARLIER.bind(label=N_("Version"), help=N_("Show the version before."), footer=True),
        keys.LATER.bind(help=N_("Show the version after.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Show the whole rule. |
    | e | Change it from a day on. |
    | [ | The version before. |
    | ] | The version after. |
    """

    def make_list(self) -> RecordList[ToldRule]:
        """The rules, in the order of the file."""
        return RecordList(
            (
                Column[ToldRule]("rule", N_("Rule"), lambda r: r.label, 20),
                Column[ToldRule]("text", N_("What it says"), lambda r: r.text, 24, 1),
                Column[ToldRule]("verified", N_("Verified"), verified_words, 9, tone=_tone),
                Column[ToldRule]("since", N_("Since"), _since, 10, from_width=72),
            ),
            key=lambda row: row.rule,
            source=self._source,
            empty=N_("Nothing matches the search."),
        )

    def _source(self, query: ListQuery) -> Records[ToldRule]:
        search = query.search.casefold()

        def read() -> Records[ToldRule]:
            pack = self.shown.pack
            rules = told(pack, self.shown.day) if pack else []
            return ListRecords([r for r in rules if search in f"{r.label} {r.text}".casefold()])

        return MadeRecords(read)

    def note(self) -> str:
        """Of which version the rules are, between the keys that change it."""
        pack = self.shown.pack
        if pack is None:
            return ""
        starts = pack.on(self.shown.day).starts_on
        return f"[ {day_words(starts)} ]"

    def about(self, row: ToldRule) -> Content:
        """The whole rule with its source."""
        source = safe(row.source, "$muted")
        return titled(row.label, safe(row.text), Content(""), source, facts(_facts(row)))

    def brief(self, row: ToldRule) -> Content:
        """The text, which may be cut in its column."""
        return safe(row.text)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[ToldRule]) -> None:
        event.stop()
        row = event.row
        said = "\n".join(filter(None, [row.text, "", row.source, verified_words(row), _since(row)]))
        self.app.push_screen(Notice(row.label, said))

    def action_earlier(self) -> None:
        """Show the version before."""
        self._step(-1)

    def action_later(self) -> None:
        """Show the version after."""
        self._step(1)

    def _step(self, versions: int) -> None:
        pack = self.shown.pack
        if pack is None:
            return
        days = [version.starts_on for version in pack.versions]
        place = days.index(pack.on(self.shown.day).starts_on) + versions
        if 0 <= place < len(days):
            self.shown.show_day(days[place])

    def action_edit(self) -> None:
        """Change the marked rule, of an own pack; of another, offer to copy it."""
        row = self.records.row
        if row is None:
            return
        if self.shown.own:
            self._show_form(row.rule)
        else:
            offer_copy(self.shown)

    def _show_form(self, rule: str) -> None:
        screen = self.shown
        name, day = screen.pack_name, screen.day

        def show(now: dict[str, str]) -> None:
            form = RuleForm(self.book, name, rule, now, today=self.today)
            self.app.push_screen(form, self._changed)

        screen.do(lambda: read_rule(self.book, name, rule, day), show, group="form")

    def _changed(self, starts: str | None) -> None:
        if starts is not None:
            self.shown.chosen = date.fromisoformat(starts)
            self.shown.reload()


def offer_copy(screen: "PackScreen") -> None:
    """Say that a shipped pack stays as it is, and offer to copy it."""

    def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
        if sure:
            copy_under_a_name(screen, screen.pack_name, screen.show_copy)

    question = _("The pack {pack} comes with Wagebook and stays as it is.")
    detail = _("Copy it under a name of your own, and change the copy?")
    screen.app.push_screen(
        Confirm(question.format(pack=screen.pack_name), detail, yes=_("Copy")), answered
    )


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version: its first day, and the rules that it changes."""

    starts_on: date
    rules: tuple[str, ...]


class VersionsPane(PackPane):
    """The versions, the oldest first."""

    TITLE = N_("Versions")

    def make_list(self) -> RecordList[VersionRow]:
        """The versions."""
        return RecordList(
            (
                Column[VersionRow]("from", N_("From"), lambda r: day_words(r.starts_on), 16),
                Column[VersionRow]("rules", N_("What changes"), _changes, 30, 1),
            ),
            key=lambda row: row.starts_on,
            source=self._source,
        )

    def _source(self, _query: ListQuery) -> Records[VersionRow]:
        def read() -> Records[VersionRow]:
            pack = self.shown.pack
            found = changes(pack) if pack else []
            return ListRecords([VersionRow(day, rules) for day, rules in found])

        return MadeRecords(read)

    def brief(self, row: VersionRow) -> Content:
        """Everything that changes."""
        return safe(_changes(row))

    @on(RecordTable.Opened)
    async def _open(self, event: RecordTable.Opened[VersionRow]) -> None:
        event.stop()
        self.shown.chosen = event.row.starts_on
        await self.shown.show_pane(0)


def day_words(day: date) -> str:
    """`from 2026-01-01`, or that it has always been so."""
    return _("always") if day <= ALWAYS else _("from {day}").format(day=day)


def verified_words(row: ToldRule) -> str:
    """Whether the source of a rule was read; nothing where there is no rule."""
    if row.verified is None:
        return ""
    return _("✓ yes") if row.verified else _("! no")


def _tone(row: ToldRule) -> Tone:
    return "good" if row.verified else "warning"


def _since(row: ToldRule) -> str:
    return row.since.isoformat() if row.since and row.source else ""


def _facts(row: ToldRule) -> list[tuple[str, str]]:
    return [
        (_("Verified"), verified_words(row)),
        (_("Since"), _since(row)),
    ]


def _changes(row: VersionRow) -> str:
    return ", ".join(rule_label(name) for name in row.rules)
