"""Who has got the pay of a run: one line for each, ticked off as the envelopes are handed out."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from models.errors import WagebookError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import Period
from models.wages.payday_steps import payday_of, tally
from models.wages.queries import payslip_list, run
from models.wages.rows import PayslipRow, RunRow
from reports.wording import date_text, period_text
from tui import keys
from tui.section import DetailScreen
from tui.text import safe
from tui.wages.head import Head
from tui.wages.payday_words import in_the_box, people, tally_text
from tui.wages.tick_table import DayForm, TickTable
from tui.wages.ticking import Batch, Ticks
from tui.wages.words import run_title
from tui.widgets.dates import short_date
from tui.widgets.dialogs import Ask, Confirm, Notice
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords


class TickScreen(DetailScreen):
    """Who has got the pay of a run."""

    SECTION = "wages"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.TICK_ALL,
        keys.FILTER.bind(
            label=N_("Only open"), help=N_("Show only those who have not got their pay, or all.")
        ),
        keys.DAY,
        keys.SEARCH.bind(label=N_("Find"), help=N_("Go to someone by code or name.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | f | Only those who have not got their pay, or all. |
    | a | Everyone has got the pay. |
    | d | The day on which it is handed out. |
    | / | Go to someone by code or name. |
    """

    def __init__(self, row: RunRow) -> None:
        """Show the payslips of a run that is approved or paid."""
        super().__init__()
        self._run = row
        self._day: date | None = None
        self._leaving = False
        self._changes = 0
        self._all_at_once = False
        self._only_open = False
        self._to_first_open = False
        self._shown: list[PayslipRow] = []
        self._ticks = Ticks()
        self._table = TickTable(self._ticks, self._turn)

    def compose_body(self) -> ComposeResult:
        """The run, how far it is, and its people."""
        yield Head()
        yield self._table

    def on_mount(self) -> None:
        """Begin on the first of them."""
        self._table.focus()

    @property
    def day(self) -> date:
        """The day on which pay is handed out: today unless another was chosen."""
        return self._day or self.today

    def reload(self) -> None:
        """Read anew who has got the pay."""
        changes = self._changes

        def show(found: tuple[RunRow, list[PayslipRow]]) -> None:
            # What was read before a tick was written would take that tick off the screen again.
            if changes == self._changes:
                self._show(found)

        self.do(self._read, show, group="read")

    def _read(self) -> tuple[RunRow, list[PayslipRow]]:
        number = self._run.number
        slips = list(payslip_list(self.book, number).all())
        return run(self.book, number), sorted(slips, key=lambda slip: (slip.site, slip.code))

    def _show(self, found: tuple[RunRow, list[PayslipRow]]) -> None:
        """Show what the book has.

        The rows themselves stay: reading them anew would move the cursor under a hand that ticks.
        """
        self._run, slips = found
        there = list(self._ticks.slips)
        self._ticks.read(slips)
        if [slip.code for slip in slips] == there:
            self._table.refresh()
        else:
            self._list(slips)
            self._to_first_open = True
        self._tell()

    def _list(self, slips: list[PayslipRow]) -> None:
        same = bool(self._shown)
        self._shown = slips
        self._table.show(ListRecords(slips), keep_cursor=same)

    @on(RecordTable.Counted)
    def _begin_on_the_first_open(self) -> None:
        """Who has got the pay already need not be gone through once more."""
        if self._to_first_open and self._table.count:
            self._to_first_open = False
            codes = list(self._ticks.slips)
            still = [n for n, code in enumerate(codes) if not self._ticks.ticked(code)]
            self._table.cursor = still[0] if still else 0

    def _tell(self) -> None:
        """Say how far it is, and on which day."""
        far = _("Saving…") if self._all_at_once else self._how_far()
        self.query_one(Head).say(run_title(self._run), self._on_which_day(), safe(far))
        self.refresh_bindings()

    def _how_far(self) -> str:
        slips = list(self._ticks.slips.values())
        stands = payday_of(self._run, slips)
        parts = [
            _("{n} of {all} have got their pay").format(n=stands.paid.count, all=len(slips)),
            in_the_box(stands) if stands.in_the_box.count else _("✓ nothing is left in the box"),
        ]
        return "   ".join(parts)

    def _on_which_day(self) -> Content:
        """The day that ticks are written down with; once everyone is paid, the days they were."""
        days = [slip.paid_on for slip in self._ticks.slips.values() if slip.paid_on]
        if self._run.status == "paid" and days:
            paid = period_text(Period(min(days), max(days)))
            return safe(_("paid on {day}").format(day=paid), "$muted")
        if self.day > self.today:
            day = _("{day}, ahead of today").format(day=short_date(self.day))
            return safe("! " + _("handed out on {day}").format(day=day), "$warning")
        return safe(_("handed out on {day}").format(day=date_text(self.day)), "$muted")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of a paid run nobody is left to tick off; nothing is while all are being written."""
        if action in ("tick_all", "day"):
            return self._run.status != "paid" and not self._all_at_once
        if action == "filter":
            return not self._all_at_once
        return super().check_action(action, parameters)

    # Ticking.

    def _turn(self, row: PayslipRow) -> None:
        """Turn a tick around; one of an earlier day or a paid run only when that is meant."""
        if self._all_at_once:
            return
        slip = self._ticks.slips[row.code]
        earlier = slip.paid_on not in (None, self.day)
        if self._ticks.ticked(slip.code) and (earlier or self._ticks.everyone):
            self._ask_to_open(slip)
        else:
            self._press([slip.code])
            self._table.action_move(1)

    def _ask_to_open(self, slip: PayslipRow) -> None:
        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self._press([slip.code])

        paid_on = date_text(slip.paid_on or self.day)
        question = _("{code} was paid on {day}. Open this pay again?")
        detail = [_("It stands as not collected until it is ticked off anew.")]
        if self._ticks.everyone:
            detail.append(_("The run is paid; with this it is only approved again."))
        question = question.format(code=slip.code, day=paid_on)
        self.app.push_screen(Confirm(question, "\n".join(detail), danger=True), answered)

    def _press(self, codes: Sequence[str]) -> None:
        for code in codes:
            self._ticks.press(code)
        self._table.refresh()
        self._write_next()

    def _write_next(self) -> None:
        batch = self._ticks.next_batch()
        if batch is not None:
            self._changes += 1
            self.do(partial(self._write, batch, self.day), self._written, group="tick")
        elif self._leaving and not self._ticks.waiting:
            self.dismiss(None)

    def _write(
        self, batch: Batch, day: date
    ) -> tuple[WagebookError | None, tuple[RunRow, list[PayslipRow]]]:
        """A refusal is given back: what the book has then is shown all the same."""
        refusal = None
        try:
            batch.write(self.book, self._run.number, day)
        except WagebookError as error:
            refusal = error
        return refusal, self._read()

    def _written(self, came: tuple[WagebookError | None, tuple[RunRow, list[PayslipRow]]]) -> None:
        refusal, found = came
        self._changes += 1
        self._all_at_once = False
        self._ticks.written()
        if refusal is not None:
            self._ticks.forget()
            self._leaving = False
            self.app.push_screen(Notice.of(refusal))
        closed = found[0].status == "paid" != self._run.status
        self._show(found)
        if closed:
            done = [_("Everyone has got their pay."), _("The run is marked as paid.")]
            self.notify(" ".join(done), markup=False)
        self._write_next()

    def action_back(self) -> None:
        """Go back, once everything that was ticked is written."""
        self._leaving = self._ticks.waiting
        if not self._leaving:
            self.dismiss(None)

    def action_tick_all(self) -> None:
        """Everyone who has not got the pay has now."""
        still = [slip for slip in self._ticks.slips.values() if not self._ticks.ticked(slip.code)]
        if not still:
            self.notify(_("Everyone has got their pay."), markup=False)
            return

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self._all_at_once = True
                self._press([slip.code for slip in still])
                self._tell()

        left = tally(still)
        question = _("Has everyone else got their pay?")
        detail = _("{people}, {sum}, on {day}.").format(
            people=people(left.count), sum=tally_text(left), day=date_text(self.day)
        )
        self.app.push_screen(Confirm(question, detail), answered)

    def action_filter(self) -> None:
        """Show only those who have not got their pay, or everyone."""
        self._only_open = not self._only_open
        slips = self._ticks.slips.values()
        shown = [slip for slip in slips if not (self._only_open and self._ticks.ticked(slip.code))]
        self._list(shown)

    def action_search(self) -> None:
        """Go to someone by code or name."""

        def answered(wanted: str | None) -> None:
            if wanted is not None:
                self._go_to(wanted.casefold())

        self.app.push_screen(Ask(_("Who is here? A code, or part of a name.")), answered)

    def _go_to(self, wanted: str) -> None:
        places = [
            place
            for place, slip in enumerate(self._shown)
            if wanted in f"{slip.code} {slip.work_name}".casefold()
        ]
        if places:
            self._table.cursor = places[0]
        else:
            self.notify(_("Nothing matches the search."), markup=False)

    def action_day(self) -> None:
        """Choose the day on which pay is handed out."""

        def chosen(day: date | None) -> None:
            if day is not None:
                self._day = day
                self._tell()

        self.app.push_screen(DayForm(self.today, self.day), chosen)

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[PayslipRow]) -> None:
        from tui.wages.payslip_screen import PayslipScreen

        self.app.push_screen(PayslipScreen(event.row.number))
