"""The programme's settings, and those of this screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from babel.dates import get_day_names
from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.accounts import USES
from models.book.book import Book
from models.book.settings import SETTINGS
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import language
from models.periods import PAY_PERIOD_KINDS, WEEKDAYS
from models.rules.actions import change_programme
from tui import keys
from tui.employees.forms import read_packs
from tui.employees.words import LANGUAGES
from tui.panes import Pane
from tui.settings.words import EXPLANATIONS, SHORT, explained, setting_words
from tui.start.forms import PAY_PERIODS
from tui.text import safe
from tui.theme import DARK, LIGHT
from tui.widgets.checked import CheckedInput
from tui.widgets.choice import Choice
from tui.widgets.choose import Choose
from tui.widgets.columns import Column
from tui.widgets.facts import titled
from tui.widgets.field_row import EntryWidget, Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import RateInput, TextInput
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords, MadeRecords, Records

THEMES: Final = {DARK: N_("dark"), LIGHT: N_("light")}

# The accounts have a list of their own.
_SHOWN: Final = {
    key: kind for key, kind in SETTINGS.items() if key not in {use.setting for use in USES.values()}
}

LANGUAGE: Final = "app.language"
THEME: Final = "app.theme"


@dataclass(frozen=True)
class SettingRow:
    """One setting as it is shown."""

    key: str
    label: str
    value: str
    explanation: str


class SettingsForm(FormScreen[str]):
    """The settings of the programme but its accounts; gives back its name."""

    def __init__(
        self, book: Book, values: Mapping[str, str], packs: Sequence[str], start: str
    ) -> None:
        """Start with what is set now, in the field `start`; `packs` are the pay-rule packs."""
        super().__init__(values, start=start)
        self._book = book
        self._packs = packs
        self._now = dict(values)

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Settings of the programme")

    def fields(self) -> Sequence[Field]:
        """A field for each setting."""
        return [
            Field(key, SHORT.get(key, kind.label), self._entry(key), EXPLANATIONS.get(key, ""))
            for key, kind in _SHOWN.items()
        ]

    def save(self, values: dict[str, str]) -> str:
        """Set what was changed.

        Raises:
            RefusedError: a setting is wrong; none was changed.
        """
        changed = {key: text for key, text in values.items() if text != self._now.get(key)}
        if changed:
            change_programme(self._book, changed)
        return self._book.programme().name

    def _entry(self, key: str) -> EntryWidget:
        if key == "pay_rules":
            return Choice([(name, name) for name in self._packs], required=True)
        return _entry(key)


def _entry(key: str) -> EntryWidget:
    if key == "week_starts":
        names = get_day_names("wide", locale=language())
        return Choice([(names[n], day) for n, day in enumerate(WEEKDAYS)], required=True)
    if key == "pay_period":
        kinds = [(_(PAY_PERIODS[kind]), kind) for kind in PAY_PERIOD_KINDS]
        return Choice(kinds, required=True)
    if key in ("minimum_hourly_wage", "minimum_monthly_wage", "cash_smallest"):
        return RateInput()
    if key in ("name", "payslip_header"):
        return TextInput(max_length=80)
    required = key in ("currency", "timezone", "languages")
    return CheckedInput(
        SETTINGS[key].check, echo=lambda value: _echo(key, value), required=required
    )


def _echo(key: str, value: str) -> str:
    said = setting_words(key, value)
    return "" if said == value else said


class ProgrammePane(Pane):
    """Every setting but the accounts, with its value."""

    TITLE = N_("Programme")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.EDIT.bind(help=N_("Change the marked setting."))
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | e, enter | Change the marked setting. |
    """

    def make_list(self) -> RecordList[SettingRow]:
        """The settings, those of this screen last."""
        return RecordList(
            (
                Column[SettingRow]("label", N_("Setting"), lambda r: r.label, 34, 1),
                Column[SettingRow]("value", N_("Value"), lambda r: r.value, 28, 1),
            ),
            key=lambda row: row.key,
            source=self._source,
            empty=N_("Nothing matches the search."),
        )

    def _source(self, query: ListQuery) -> Records[SettingRow]:
        theme = self.app.theme
        return MadeRecords(lambda: ListRecords(self._rows(query.search.casefold(), theme)))

    def _rows(self, search: str, theme: str) -> list[SettingRow]:
        values = self.book.settings()
        rows = [
            SettingRow(key, _(kind.label), setting_words(key, values[key]), explained(key))
            for key, kind in _SHOWN.items()
        ]
        rows += [
            SettingRow(
                LANGUAGE,
                _("Language of this screen"),
                LANGUAGES[language()],
                _("Until you leave; WAGEBOOK_LANGUAGE says it for good."),
            ),
            SettingRow(
                THEME,
                _("Colours of this screen"),
                _(THEMES.get(theme, theme)),
                _("Dark or light; t changes it everywhere."),
            ),
        ]
        return [row for row in rows if search in f"{row.label} {row.value}".casefold()]

    def about(self, row: SettingRow) -> Content:
        """What the setting is for."""
        return titled(row.label, safe(row.value), Content(""), safe(row.explanation))

    def brief(self, row: SettingRow) -> Content:
        """What the setting is for."""
        return safe(row.explanation)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[SettingRow]) -> None:
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Change the marked setting."""
        row = self.records.row
        if row is None:
            return
        if row.key == LANGUAGE:
            self._choose_language()
        elif row.key == THEME:
            self._choose_theme()
        else:
            self._show_form(row.key)

    def _show_form(self, start: str) -> None:
        def read() -> tuple[Mapping[str, str], tuple[str, ...]]:
            return self.book.settings(), read_packs(self.book)

        def show(known: tuple[Mapping[str, str], tuple[str, ...]]) -> None:
            values, packs = known
            self.app.push_screen(SettingsForm(self.book, values, packs, start), self._changed)

        self.host.do(read, show, group="form")

    def _changed(self, name: str | None) -> None:
        if name is not None:
            self.host.wagebook.programme_name = name

    def _choose_language(self) -> None:
        def chosen(code: str | None) -> None:
            if code is not None and code != language():
                self.host.wagebook.speak(code)

        answers = [(name, code) for code, name in LANGUAGES.items()]
        self.app.push_screen(
            Choose(_("Language of this screen"), answers, marked=language()), chosen
        )

    def _choose_theme(self) -> None:
        def chosen(theme: str | None) -> None:
            if theme is not None:
                self.app.theme = theme
                self.records.refresh_records()

        answers = [(_(label), theme) for theme, label in THEMES.items()]
        question = Choose(_("Colours of this screen"), answers, marked=self.app.theme)
        self.app.push_screen(question, chosen)
