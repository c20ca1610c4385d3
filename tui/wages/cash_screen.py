"""The notes and coins that a run needs, in all and for each site."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from models.book.book import Book
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.cash import CashKit, Notes
from models.wages.cash_kit import cash_kits
from models.wages.rows import RunRow
from reports.cash_words import figure_text, site_text, value_text
from tui import keys
from tui.section import DetailScreen
from tui.text import fit, safe, width_of
from tui.wages.papers import ask_cash_sheet
from tui.wages.words import run_title
from tui.widgets.columns import Column
from tui.widgets.facts import titled
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import TextInput
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords


@dataclass(frozen=True, slots=True)
class _Place:
    """A line of the list: everything in one currency, or one site's part of it."""

    name: str
    currency: str
    total: int
    employees: int
    notes: Notes


def _places(kits: Sequence[CashKit]) -> Iterator[_Place]:
    for kit in kits:
        whole = _("In all")
        yield _Place(whole, kit.currency, kit.total, len(kit.employees), kit.notes)
        for site in kit.sites if len(kit.sites) > 1 else ():
            name = site_text(site.site)
            yield _Place(name, kit.currency, site.total, len(site.employees), site.notes)


_COLUMNS = (
    Column[_Place]("name", N_("Site"), lambda place: place.name, width=10, flex=1),
    Column[_Place](
        "people", N_("People"), lambda place: str(place.employees), width=6, align="right"
    ),
    Column[_Place](
        "total", N_("Amount"), lambda place: figure_text(place.total, place.currency), width=13,
        align="right",
    ),
    Column[_Place]("currency", "", lambda place: place.currency, width=3),
)  # fmt: skip


class NotesForm(FormScreen[str]):
    """The notes and coins that there are; it stays until they make every amount."""

    SAVE_LABEL = N_("OK")

    def __init__(self, book: Book, row: RunRow, used: str, *, uncollected: bool) -> None:
        """Ask for those of the run `row`; `used` are those that are in use."""
        super().__init__({"notes": used})
        self._book = book
        self._run = row
        self._uncollected = uncollected

    def title_text(self) -> str:
        """What stands above the form."""
        question = _("Which notes and coins of {currency} are there?")
        return question.format(currency=self._run.currency)

    def fields(self) -> Sequence[Field]:
        """One line of them."""
        entry = TextInput(required=True, max_length=200)
        return [Field("notes", N_("Notes"), entry, wide=True)]

    def on_mount(self) -> None:
        """Say under the field what to type."""
        super().on_mount()
        advice = _("Leave out what the bank does not give; with commas between them.")
        hint = Static(safe(advice), classes="dialog-hint", markup=False)
        self.query_one(".form-fields", VerticalScroll).mount(hint)

    def save(self, values: dict[str, str]) -> str:
        """Try them out.

        Raises:
            RefusedError: they make no sense, or somebody's pay cannot be made of them.
        """
        notes, number = values["notes"], self._run.number
        try:
            cash_kits(self._book, number, notes=notes, uncollected=self._uncollected)
        except RefusedError as error:
            raise RefusedError(error.message, [Problem(error.message, column="notes")]) from None
        return notes


class CashScreen(DetailScreen):
    """The notes and coins of a run."""

    SECTION = "wages"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.EDIT.bind(label=N_("Notes"), help=N_("Choose the notes and coins to use.")),
        keys.FILTER.bind(
            label=N_("Only what is left"), help=N_("Show only what was not handed out, or all.")
        ),
        keys.PRINT.bind(help=N_("The slip to fetch the cash with and the sheet to share it out.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | e | The notes and coins to use. |
    | f | Only what was not handed out yet, or all. |
    | p | The withdrawal slip and cash sheet. |
    """

    def __init__(self, row: RunRow) -> None:
        """Show the cash of a run that is approved or paid."""
        super().__init__()
        self._run = row
        self._notes = ""
        self._left = False
        self._kits: list[CashKit] = []
        self._table = RecordTable(_COLUMNS, key=id, empty=N_("No cash to fetch."), opens=False)

    def compose_body(self) -> ComposeResult:
        """The sum, the sites, and the notes of the marked one."""
        with Vertical(classes="head"):
            yield Static("", classes="head-title", markup=False)
            yield Static("", classes="head-sums", markup=False)
        with Horizontal(classes="list-and-notes"):
            yield self._table
            yield Static("", classes="notes", markup=False)

    def on_mount(self) -> None:
        """Begin with everything."""
        self._table.focus()

    def reload(self) -> None:
        """Work the notes and coins out anew."""
        notes, left = self._notes, self._left

        def read() -> list[CashKit] | RefusedError:
            try:
                return cash_kits(self.book, self._run.number, notes=notes, uncollected=left)
            except RefusedError as error:
                return error

        self.do(read, self._show_or_explain, group="cash")

    def _show_or_explain(self, kits: list[CashKit] | RefusedError) -> None:
        if not isinstance(kits, RefusedError):
            self._show(kits)
        else:
            # A dialog would come back each time that it is closed: this is read anew then.
            self._show([])
            self.query_one(".head-sums", Static).update(safe(f"! {kits.message}", "$warning"))

    def _show(self, kits: list[CashKit]) -> None:
        self._kits = kits
        self.query_one(".head-title", Static).update(safe(run_title(self._run), "bold"))
        left, fetch = _("Not handed out yet: count this back."), _("To fetch, by notes and coins.")
        self.query_one(".head-sums", Static).update(safe(left if self._left else fetch, "$muted"))
        self._table.show(ListRecords([place for place in _places(kits) if place.total]))
        if not any(kit.total for kit in kits):
            self.query_one(".notes", Static).update("")

    @on(RecordTable.Highlighted)
    def _say(self, event: RecordTable.Highlighted[_Place]) -> None:
        place = event.row
        self.query_one(".notes", Static).update(_notes(place) if place else Content(""))

    def action_edit(self) -> None:
        """Choose the notes and coins to use."""
        used = self._notes or (_values(self._kits[0]) if self._kits else "")

        def answered(notes: str | None) -> None:
            if notes is not None:
                self._notes = notes
                self.reload()

        form = NotesForm(self.book, self._run, used, uncollected=self._left)
        self.app.push_screen(form, answered)

    def action_filter(self) -> None:
        """Show only what was not handed out yet, or everything."""
        self._left = not self._left
        self.reload()

    def action_print(self) -> None:
        """Write the withdrawal slip and the cash sheet, of these notes."""
        ask_cash_sheet(self, self._run, notes=self._notes, uncollected=self._left)


def _values(kit: CashKit) -> str:
    """`100,50,0.5`, as it can be typed again."""
    return ",".join(value_text(value, kit.currency).replace(",", "") for value in kit.values)


def _notes(place: _Place) -> Content:
    """How many of which, under each other, and what they come to."""
    rows = [
        (
            value_text(note.value, place.currency),
            f"{note.count:,}",
            figure_text(note.amount, place.currency),
        )
        for note in place.notes
    ]
    total = figure_text(place.total, place.currency)
    wide = [max((width_of(row[n]) for row in rows), default=0) for n in range(3)]
    wide[2] = max(wide[2], width_of(total))
    lines = [
        Content.assemble(
            fit(value, wide[0], "right"), (" × ", "$muted"), (fit(count, wide[1], "right"), "bold"),
            (" = ", "$muted"), fit(sum_, wide[2], "right"),
        )
        for value, count, sum_ in rows
    ]  # fmt: skip
    foot = Content.styled(fit(total, sum(wide) + 6, "right"), "bold")
    return titled(f"{place.name} · {place.currency}", *lines, foot)
