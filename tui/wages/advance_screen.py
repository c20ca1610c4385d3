"""One advance: its plan, what payslips took of it, and what was repaid by hand."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.advances.queries import advance_plan
from models.wages.advances.repaying import skip_instalment, undo_settlement, unskip_instalment
from models.wages.advances.rows import AdvancePlan, AdvanceRow, PlanStep, RepaymentRow
from tui import keys
from tui.section import DetailScreen
from tui.text import safe
from tui.wages.advance_form import SettleForm
from tui.wages.advance_words import instalment_words, next_words
from tui.wages.head import Head
from tui.wages.words import amount
from tui.widgets.columns import Column, Tone
from tui.widgets.dates import short_date
from tui.widgets.dialogs import Confirm
from tui.widgets.facts import on_one_line
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line of the screen: an instalment, or what was repaid by hand on a day."""

    currency: str
    step: PlanStep | None = None
    repayment: RepaymentRow | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from the other lines."""
        if self.step is not None:
            return "step", self.step.number
        return "repayment", self.repayment.id if self.repayment else 0

    @property
    def day(self) -> date | None:
        """When it is due, or was handed back."""
        if self.step is not None:
            return self.step.due_on
        return self.repayment.day if self.repayment else None

    def text(self, name: str) -> str:
        """The amount of the instalment called `name`; empty where there is none."""
        if self.step is None or self.step.skipped:
            return ""
        minor: int = getattr(self.step, name)
        return amount(minor, self.currency) if minor or name == "left" else ""

    @property
    def by_hand(self) -> str:
        """What was handed back of an instalment, or on a day."""
        if self.repayment is not None:
            return amount(self.repayment.amount, self.currency)
        return self.text("by_hand")

    @property
    def said(self) -> str:
        """The payslips that took it, that it is skipped, or the note of what was handed back."""
        if self.repayment is not None:
            return self.repayment.note or _("by hand")
        if self.step is None or self.step.skipped:
            return _("skipped")
        return ", ".join(part.payslip for part in self.step.payslips)

    def in_words(self) -> str:
        """The line without anything cut off."""
        if self.repayment is not None:
            text = _("{amount} repaid by hand on {day}")
            said = text.format(amount=self.by_hand, day=short_date(self.repayment.day))
            return " · ".join(part for part in (said, self.repayment.note) if part)
        parts = self.step.payslips if self.step else ()
        text = _("{amount} taken by payslip {number}")
        return " · ".join(
            text.format(amount=amount(part.amount, self.currency), number=part.payslip)
            for part in parts
        )


def _tone(line: PlanLine) -> Tone:
    if line.step is None or line.step.skipped:
        return "muted"
    return "plain" if line.step.left else "muted"


_COLUMNS = (
    Column[PlanLine](
        "number", N_("No."), lambda r: str(r.step.number) if r.step else "", 4, align="right"
    ),
    Column[PlanLine](
        "due", N_("Due"), lambda r: short_date(r.day) if r.day else "", 11, tone=_tone
    ),
    Column[PlanLine]("amount", N_("Amount"), lambda r: r.text("amount"), 10, align="right"),
    Column[PlanLine]("taken", N_("Taken"), lambda r: r.text("taken"), 10, align="right"),
    Column[PlanLine]("by_hand", N_("By hand"), lambda r: r.by_hand, 10, align="right"),
    Column[PlanLine]("left", N_("Still owed"), lambda r: r.text("left"), 10, align="right"),
    Column[PlanLine]("said", N_("Payslips"), lambda r: r.said, 10, 1, tone=_tone),
)


class AdvanceScreen(DetailScreen):
    """An advance."""

    SECTION = "wages"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.SKIP,
        keys.REPAY,
        keys.REMOVE.bind(
            label=N_("Undo"), help=N_("Strike the marked repayment by hand out."), footer=True
        ),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | o | Skip the marked instalment, or take it after all. |
    | r | Write down what was repaid by hand. |
    | delete | Strike the marked repayment by hand out. |
    """

    def __init__(self, number: int) -> None:
        """Show the advance of this number."""
        super().__init__()
        self.number = number
        self._row: AdvanceRow | None = None
        self._table: RecordTable[PlanLine] = RecordTable(
            _COLUMNS, key=lambda line: line.key, opens=False
        )

    def compose_body(self) -> ComposeResult:
        """Whose it is and what is owed, and the plan."""
        yield Head(look=True)
        yield self._table
        yield Static("", classes="below", markup=False)

    def on_mount(self) -> None:
        """Begin on the plan."""
        self._table.focus()

    def reload(self) -> None:
        """Read the advance anew."""
        self.do(lambda: advance_plan(self.book, self.number), self._show, group="advance")

    def _show(self, found: AdvancePlan) -> None:
        row, again = found.advance, self._row is not None
        self._row = row
        who = f"{row.employee}  {row.work_name}".rstrip()
        where = _("Advance {number} · {kind} · {day}").format(
            number=row.id, kind=row.kind_label, day=short_date(row.day)
        )
        said = " · ".join(part for part in (next_words(row), row.note) if part)
        held = bool(row.withheld_text)
        look = safe(f"! {said}", "$warning") if held else safe(said, "$muted")
        self.query_one(Head).say(who, safe(where, "$muted"), on_one_line(_sums(row)), look)
        lines = [PlanLine(row.currency, step=step) for step in found.steps]
        by_hand = (each for each in found.repayments if not each.payslip)
        lines += [PlanLine(row.currency, repayment=each) for each in by_hand]
        self._table.show(ListRecords(lines), keep_cursor=again)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing more is repaid of what is repaid."""
        if action == "repay":
            return self._row is not None and bool(self._row.outstanding)
        return super().check_action(action, parameters)

    @on(RecordTable.Highlighted)
    def _say(self, event: RecordTable.Highlighted[PlanLine]) -> None:
        event.stop()
        said = event.row.in_words() if event.row is not None else ""
        self.query_one(".below", Static).update(safe(said))

    def action_skip(self) -> None:
        """Skip the marked instalment, or take that back."""
        line = self._table.row
        if line is None or line.step is None:
            return
        change = unskip_instalment if line.step.skipped else skip_instalment
        sentence = _("It is taken on its day.") if line.step.skipped else _("Skipped.")
        job = partial(change, self.book, self.number, line.step.due_on)
        self.do(job, lambda _result: self._done(sentence), group="skip")

    def action_repay(self) -> None:
        """Write down what was repaid by hand."""
        if self._row is not None:
            form = SettleForm(self.book, self.today, self._row)
            self.app.push_screen(form, self._after_repaid)

    def _after_repaid(self, saved: int | None) -> None:
        if saved is not None:
            self._done(_("Saved."))

    def action_remove(self) -> None:
        """Strike the marked repayment out, after asking."""
        line = self._table.row
        if line is None or line.repayment is None:
            return
        job = partial(undo_settlement, self.book, line.repayment.id)

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.do(job, lambda _result: self._done(_("Removed.")), group="remove")

        question = _("Strike out that {amount} was repaid on {day}?").format(
            amount=line.by_hand, day=short_date(line.repayment.day)
        )
        self.app.push_screen(Confirm(question, danger=True, yes=_("Strike out")), answered)

    def _done(self, sentence: str) -> None:
        self.notify(sentence, markup=False)
        self.reload()


def _sums(row: AdvanceRow) -> list[tuple[str, str]]:
    return [
        (_("Amount"), f"{amount(row.amount, row.currency)} {row.currency}"),
        (_("Instalment"), instalment_words(row)),
        (_("Owed"), amount(row.outstanding, row.currency)),
        (_("Agreed"), _("yes") if row.agreed else ""),
    ]
