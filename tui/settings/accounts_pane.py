"""The chart of accounts that journals of wages are written by."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.accounts import USES, AccountUse
from models.book.actions import change_settings
from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui import keys
from tui.panes import Pane
from tui.settings.words import SIDES, explained
from tui.text import safe
from tui.widgets.checked import CheckedInput
from tui.widgets.columns import Column
from tui.widgets.facts import titled
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords, MadeRecords, Records

AccountRow = tuple[AccountUse, str]
"""A use with the name of its account."""


class AccountsForm(FormScreen[bool]):
    """The names of all accounts; gives back True."""

    def __init__(self, book: Book, values: Mapping[str, str], start: str) -> None:
        """Start with what is set now, in the field `start`."""
        super().__init__(values, start=start)
        self._book = book
        self._now = dict(values)

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Accounts of the books")

    def fields(self) -> Sequence[Field]:
        """A field for each use."""
        return [Field(use.setting, use.label, self._entry(use), wide=True) for use in USES.values()]

    def save(self, values: dict[str, str]) -> bool:
        """Set what was changed.

        Raises:
            RefusedError: a name is none of an account; none was changed.
        """
        changed = {key: text for key, text in values.items() if text != self._now.get(key)}
        if changed:
            change_settings(self._book, changed)
        return True

    def _entry(self, use: AccountUse) -> CheckedInput:
        return CheckedInput(use.check, max_length=100)


class AccountsPane(Pane):
    """What each account is for, and its name."""

    TITLE = N_("Accounts")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.EDIT.bind(help=N_("Change the name of the marked account."))
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | e, enter | Change the name of the marked account. |
    """

    def make_list(self) -> RecordList[AccountRow]:
        """The uses, in the order in which journals have their accounts."""
        return RecordList(
            (
                Column[AccountRow]("use", N_("For"), lambda r: _(r[0].label), 26, 1),
                Column[AccountRow]("account", N_("Account"), lambda r: r[1], 32, 1),
                Column[AccountRow](
                    "side", N_("Kind"), lambda r: _(SIDES[r[0].kind]), 10, from_width=74
                ),
            ),
            key=lambda row: row[0].key,
            source=self._source,
            empty=N_("Nothing matches the search."),
        )

    def _source(self, query: ListQuery) -> Records[AccountRow]:
        return MadeRecords(partial(self._rows, query.search.casefold()))

    def _rows(self, search: str) -> Records[AccountRow]:
        names = self.book.settings()
        rows = [(use, names[use.setting]) for use in USES.values()]
        return ListRecords(
            [row for row in rows if search in f"{_(row[0].label)} {row[1]}".casefold()]
        )

    def about(self, row: AccountRow) -> Content:
        """What is entered in the account."""
        use, name = row
        said = explained(use.setting)
        return titled(_(use.label), safe(name), Content(""), safe(said))

    def brief(self, row: AccountRow) -> Content:
        """What is entered in the account."""
        return safe(explained(row[0].setting))

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[AccountRow]) -> None:
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Change the marked account's name, or any other."""
        if (row := self.records.row) is not None:
            start = row[0].setting
            self.host.do(self._names, partial(self._show_form, start), group="form")

    def _names(self) -> Mapping[str, str]:
        names = self.book.settings()
        return {use.setting: names[use.setting] for use in USES.values()}

    def _show_form(self, start: str, names: Mapping[str, str]) -> None:
        self.app.push_screen(AccountsForm(self.book, names, start))
