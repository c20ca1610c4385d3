"""One pay run: its sums, its people, and what can be done with it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.review import PersonRow, RunPeople, RunReview, run_review, slip_numbers
from tui import keys
from tui.section import DetailScreen
from tui.text import safe
from tui.wages import life
from tui.wages.head import Head
from tui.wages.payslip_screen import PayslipScreen
from tui.wages.people import COLUMNS, PersonNote
from tui.wages.printing import print_run
from tui.wages.words import people_text, run_title, to_look_at, totals, way
from tui.widgets.facts import on_one_line
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import MadeRecords, Records

_OPEN_TO: dict[str, tuple[str, ...]] = {
    "compute": ("draft",),
    "approve": ("draft",),
    "pay": ("approved",),
    "void": ("draft", "approved", "paid"),
    "payday": ("draft", "approved", "paid"),
    "print": ("draft", "approved", "paid"),
}


class RunScreen(DetailScreen):
    """A pay run."""

    SECTION = "wages"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.OPEN.bind(label=N_("Payslip"), footer=False),
        keys.COMPUTE.bind(
            label=N_("Recompute"), help=N_("Compute the draft anew from what the book says now.")
        ),
        keys.APPROVE,
        keys.PAYDAY.bind(help=N_("Walk through the payday of this run.")),
        keys.PAY,
        keys.PRINT.bind(help=N_("Print the payslips, or make a PDF of them.")),
        keys.VOID.bind(help=N_("Void the run; what it was computed from is open again.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | c | Compute the draft anew. |
    | a | Approve the draft. |
    | y | Walk through its payday. |
    | m | Mark the approved run, or some of its people, as paid. |
    | p | Print the payslips. |
    | v | Void the run. |
    """

    def __init__(self, number: int) -> None:
        """Show the run of this number."""
        super().__init__()
        self.number = number
        self.review: RunReview | None = None
        self._note = PersonNote()
        self.records: RecordList[PersonRow] = RecordList(
            COLUMNS,
            key=lambda person: person.code,
            source=self._source,
            query=ListQuery(sort="code"),
            empty=N_("Nobody is in this run."),
        )

    def compose_body(self) -> ComposeResult:
        """What the run is and comes to, its people, and what is to say about one of them."""
        yield Head(look=True)
        with Horizontal(classes="list-and-aside"):
            yield self.records
            yield Static("", classes="aside", markup=False)
        yield Static("", classes="below", markup=False)

    def _source(self, query: ListQuery) -> Records[PersonRow]:
        return MadeRecords(
            lambda: RunPeople(
                self.book,
                self.number,
                search=query.search,
                order=query.sort or "code",
                descending=query.descending,
            )
        )

    def reload(self) -> None:
        """Read the run and its people anew."""
        self.records.reload()
        self.do(lambda: run_review(self.book, self.number), self._show, group="run")

    def _show(self, review: RunReview) -> None:
        self.review = review
        run = review.run
        people = (_("People"), str(run.employees))
        narrowed = run.site or run.kind != "regular"
        whom = ("", people_text(run) if narrowed else "")
        sums = on_one_line([*totals(run), people, whom])
        found = to_look_at(review)
        look = safe("! " + " · ".join(found), "$warning") if found else None
        self.query_one(Head).say(run_title(run), way(run), sums, look)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with a run depends on how far it is."""
        if action in _OPEN_TO:
            return self.review is not None and self.review.run.status in _OPEN_TO[action]
        return super().check_action(action, parameters)

    @on(RecordTable.Highlighted)
    def _say(self, event: RecordTable.Highlighted[PersonRow]) -> None:
        person = event.row
        self.query_one(".below", Static).update(self._note.brief(person))
        self.query_one(".aside", Static).update(self._note.about(person))
        if person is not None and person.slip is not None:
            self._note.read(self, person.slip.number, self._say_lines)

    def _say_lines(self) -> None:
        self.query_one(".aside", Static).update(self._note.about(self.records.row))

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[PersonRow]) -> None:
        person, query = event.row, self.records.query_now
        slip = person.slip
        if slip is None:
            life.explain_set_aside(self, person)
            return

        def walk() -> list[str]:
            return slip_numbers(
                self.book,
                self.number,
                search=query.search,
                order=query.sort or "code",
                descending=query.descending,
            )

        def show(numbers: list[str]) -> None:
            self.app.push_screen(PayslipScreen(slip.number, numbers))

        self.do(walk, show, group="walk")

    # What can be done.

    def action_compute(self) -> None:
        """Compute the draft anew."""
        life.recompute(self, self.number)

    def action_approve(self) -> None:
        """Approve the draft."""
        life.approve(self, self.number)

    def action_pay(self) -> None:
        """Mark the run as paid."""
        life.mark_paid(self, self.number)

    def action_void(self) -> None:
        """Void the run."""
        if self.review is not None:
            life.void(self, self.review.run)

    def action_payday(self) -> None:
        """Walk through the payday of the run."""
        from tui.wages.payday import PaydayScreen

        self.app.push_screen(PaydayScreen(self.number))

    def action_print(self) -> None:
        """Print the payslips."""
        if self.review is not None:
            print_run(self, self.review.run)
