"""What is unusual in a run, the worst first; enter opens the payslip."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext
from models.wages.looked_through import mark_looked_through
from models.wages.review import PersonRow
from models.wages.unusual import unusual
from models.wages.unusual_pay import Unusual
from tui import keys
from tui.section import DetailScreen
from tui.text import clean, safe
from tui.wages.life import explain_set_aside
from tui.wages.payslip_screen import PayslipScreen
from tui.widgets.columns import Column, Tone
from tui.widgets.dialogs import Notice
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords

_BAD: Final = ("set_aside", "missed", "not_in_run", "nothing_paid", "below_minimum")
_GOOD_TO_KNOW: Final = ("topped_up", "corrects", "first_payslip")


def _mark(found: Unusual) -> str:
    if found.kind in _BAD:
        return "✕"
    return "·" if found.kind in _GOOD_TO_KNOW else "!"


def _tone(found: Unusual) -> Tone:
    if found.kind in _BAD:
        return "bad"
    return "plain" if found.kind in _GOOD_TO_KNOW else "warning"


def _key(found: Unusual) -> tuple[str, str, str]:
    """The same thing is read anew each time that the screen comes to the front."""
    return found.kind, found.code, found.text


_COLUMNS = (
    Column[Unusual]("mark", "", _mark, width=1, tone=_tone),
    Column[Unusual]("code", N_("Code"), lambda found: found.code, width=8),
    Column[Unusual]("work_name", N_("Name"), lambda found: found.work_name, width=10),
    Column[Unusual]("text", N_("What is unusual"), lambda found: found.text, width=40, flex=1),
)


class UnusualScreen(DetailScreen):
    """What to look at before a run is approved."""

    SECTION = "wages"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.SEEN.bind(help=N_("Note that you have looked through this, and go back.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | o | It is looked through. |
    """

    def __init__(self, number: int, *, draft: bool) -> None:
        """Show the run of this number; only a `draft` is to be looked through."""
        super().__init__()
        self.number = number
        self._draft = draft
        self._found: list[Unusual] | None = None
        self._table = RecordTable(_COLUMNS, key=_key, empty=N_("Nothing is unusual in this run."))

    def compose_body(self) -> ComposeResult:
        """How many things, the things, and the marked one in full."""
        with Vertical(classes="head"):
            yield Static("", classes="head-title", markup=False)
        yield self._table
        yield Static("", classes="whole", markup=False)

    def on_mount(self) -> None:
        """Begin on the worst."""
        self._table.focus()

    def reload(self) -> None:
        """Read anew what is unusual."""
        self.do(lambda: unusual(self.book, self.number), self._show, group="unusual")

    def _show(self, found: list[Unusual]) -> None:
        self._found = found
        things = ngettext("{n} thing to look at", "{n} things to look at", len(found))
        title = _("Pay run {run}: {things}").format(
            run=self.number, things=things.format(n=len(found))
        )
        self.query_one(".head-title", Static).update(safe(title, "bold"))
        self._table.show(ListRecords(found), keep_cursor=True)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a draft that was read can be looked through."""
        if action == "seen":
            return self._draft and self._found is not None
        return super().check_action(action, parameters)

    @on(RecordTable.Highlighted)
    def _say(self, event: RecordTable.Highlighted[Unusual]) -> None:
        row = event.row
        text = f"{clean(row.code)} {clean(row.work_name)}: {clean(row.text)}" if row else ""
        self.query_one(".whole", Static).update(safe(text, "$muted"))

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[Unusual]) -> None:
        row = event.row
        if row.payslip:
            numbers = dict.fromkeys(each.payslip for each in self._found or () if each.payslip)
            self.app.push_screen(PayslipScreen(row.payslip, list(numbers)))
        elif row.kind == "set_aside":
            explain_set_aside(self, PersonRow(row.code, row.work_name, reason=row.text))
        else:
            advice = _("Recompute the draft to take them in, or compute a run for them alone.")
            self.app.push_screen(Notice(f"{row.code}: {row.text}", advice))

    def action_seen(self) -> None:
        """Note that a manager has looked through this, and go back."""
        found = self._found or []

        def job() -> None:
            mark_looked_through(self.book, self.number, found=len(found))

        self.do(job, lambda _result: self.dismiss(None), group="seen")
