"""Payday: from a draft to money in hands, step by step, and where it stands."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import Period
from models.wages.due import draft_of, next_pay_period
from models.wages.payday import payday
from models.wages.payday_steps import Payday
from models.wages.rows import RunRow
from reports.wording import period_text
from tui import keys
from tui.section import DetailScreen
from tui.text import clean, safe
from tui.wages import life
from tui.wages.cash_screen import CashScreen
from tui.wages.compute import start_compute
from tui.wages.head import Head
from tui.wages.papers import PapersScreen
from tui.wages.payday_summary import PaydaySummaryScreen
from tui.wages.payday_words import (
    NEXT,
    figures,
    first_items,
    items,
    now,
    people,
    to_look_through,
)
from tui.wages.tick_off import TickScreen
from tui.wages.unusual_screen import UnusualScreen
from tui.wages.words import amount, run_title, totals, way
from tui.widgets.facts import Fact, on_one_line, sums, titled
from tui.widgets.menu import Menu

_OPEN_TO: dict[str, tuple[str, ...]] = {
    "compute": ("", "draft"),
    "look": ("draft", "approved", "paid"),
    "approve": ("draft",),
    "print": ("draft", "approved", "paid"),
    "cash": ("approved", "paid"),
    "pay": ("approved", "paid"),
    "sum_up": ("approved", "paid"),
    "void": ("draft", "approved", "paid"),
}
_SHOWN = 8
_BY_STEP = {
    "compute": "compute",
    "check": "look",
    "approve": "approve",
    "print": "print",
    "cash": "cash",
    "tick": "pay",
    "done": "sum_up",
}


class PaydayScreen(DetailScreen):
    """The payday of a run, or one that begins."""

    SECTION = "wages"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.COMPUTE.bind(help=N_("Compute the draft, or compute it anew.")),
        keys.LOOK,
        keys.APPROVE,
        keys.PAY.bind(label=N_("Tick off"), help=N_("Note who has got the pay.")),
        keys.PRINT.bind(help=N_("The papers of the payday.")),
        keys.CASH,
        keys.SUM_UP,
        keys.VOID.bind(help=N_("Void the run; what it was computed from is open again.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | c | Compute the draft, or compute it anew. |
    | u | Look at what is unusual. |
    | a | Approve the draft. |
    | p | The papers. |
    | n | The notes and coins. |
    | m | Tick off who has got the pay. |
    | s | Sum up. |
    | v | Void the run. |
    """

    def __init__(self, number: int | None = None) -> None:
        """Show the payday of the run of this number; None begins one."""
        super().__init__()
        self.number = number
        self._payday: Payday | None = None
        self._now = ""

    def compose_body(self) -> ComposeResult:
        """Which run, its sums, and the steps."""
        yield Head()
        with Horizontal(classes="list-and-aside"):
            yield Menu()
            yield Static("", classes="aside", markup=False)

    def on_mount(self) -> None:
        """Begin on the steps."""
        self.query_one(Menu).focus()

    def reload(self) -> None:
        """Read anew where the payday stands."""
        number = self.number
        if number is None:
            self.do(self._due, self._begin, group="payday")
        else:
            self.do(lambda: payday(self.book, number), self._show, group="payday")

    def _due(self) -> Period | Payday:
        """The period that is due, or the payday of the draft that there is of it."""
        period = next_pay_period(self.book, self.today)
        draft = draft_of(self.book, period)
        return period if draft is None else payday(self.book, draft)

    def _begin(self, due: Period | Payday) -> None:
        if isinstance(due, Payday):
            self.number = due.run.number
            self._show(due)
        else:
            self._offer_first(due)

    def _offer_first(self, period: Period) -> None:
        title = _("Payday of {period}").format(period=period_text(period))
        nothing = safe(_("Nothing is computed yet."), "$muted")
        self.query_one(Head).say(title, Content(""), nothing)
        self.query_one(".aside", Static).update("")
        self.query_one(Menu).offer(first_items(period))
        self.refresh_bindings()

    def _show(self, found: Payday) -> None:
        self._payday = found
        self.query_one(Head).say(run_title(found.run), way(found.run), _sums(found.run))
        self.query_one(".aside", Static).update(_aside(found))
        menu = self.query_one(Menu)
        menu.offer(items(found))
        if now(found) != self._now:
            self._now = now(found)
            menu.highlighted = list(menu.items).index(self._now)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on how far the run is."""
        if action in _OPEN_TO:
            return self._status in _OPEN_TO[action]
        return super().check_action(action, parameters)

    @property
    def _status(self) -> str:
        """The status of the run; empty where there is none, and a dash until it is read."""
        if self.number is None:
            return ""
        return self._payday.run.status if self._payday else "-"

    @on(OptionList.OptionSelected)
    async def _go(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        step = event.option_id or ""
        if step == NEXT:
            self._restart()
        elif self._status in _OPEN_TO[_BY_STEP[step]]:
            await self.run_action(_BY_STEP[step])
        else:
            self.notify(self._why_not(step), markup=False)

    def _why_not(self, step: str) -> str:
        """Why a step cannot be done now."""
        if self._status == "void":
            return _("The run is void.")
        if self._status == "":
            return _("First compute the draft.")
        if step in ("compute", "approve"):
            return _("The run is approved: what changes now is corrected by the next run.")
        return _("First approve the run.")

    def _restart(self) -> None:
        """Begin the payday of the period that is due."""
        self.number, self._payday, self._now = None, None, ""
        self.reload()

    def _computed(self, number: int) -> None:
        self.number, self._now = number, ""
        self.reload()

    # What can be done.

    def action_compute(self) -> None:
        """Compute the draft, or compute it anew."""
        if self.number is None:
            start_compute(self, self._computed)
        else:
            life.recompute(self, self.number)

    def action_look(self) -> None:
        """Look at what is unusual."""
        if self.number is not None:
            self.app.push_screen(UnusualScreen(self.number, draft=self._status == "draft"))

    def action_approve(self) -> None:
        """Approve the draft."""
        found = self._payday
        if found is not None:
            unseen = found.unusual and not found.looked
            also = _("{things}, and nobody has looked through them.").format(
                things=to_look_through(found)
            )
            life.approve(self, found.run.number, *([also] if unseen else []))

    def action_print(self) -> None:
        """Choose a paper."""
        if self._payday is not None:
            self.app.push_screen(PapersScreen(self._payday.run))

    def action_cash(self) -> None:
        """Show the notes and coins."""
        if self._payday is not None:
            self.app.push_screen(CashScreen(self._payday.run))

    def action_pay(self) -> None:
        """Tick off who has got the pay."""
        if self._payday is not None:
            self.app.push_screen(TickScreen(self._payday.run))

    def action_sum_up(self) -> None:
        """Show what was paid and what was not."""
        if self._payday is not None:
            self.app.push_screen(PaydaySummaryScreen(self._payday.run.number))

    def action_void(self) -> None:
        """Void the run."""
        if self._payday is not None:
            life.void(self, self._payday.run)


def _sums(row: RunRow) -> Content:
    """The sums of a run, and what is handed out where rounding makes it differ."""
    to_pay = amount(row.paid, row.currency) if row.paid != row.net else ""
    return on_one_line([*totals(row), (_("To pay"), to_pay)])


def _each_on_a_line(found: Payday) -> Iterator[Fact]:
    """What was paid and what was not: each sum on a line, and below for how many."""
    for label, tally in figures(found):
        texts = [*map(str, tally.sums), people(tally.count)] if tally.count else ["0"]
        yield from zip_longest([label], texts, fillvalue="")


def _aside(found: Payday) -> Content:
    """Of a draft the worst of what is unusual, then where the money is."""
    if found.run.status in ("approved", "paid"):
        return titled(_("Where the money is"), sums(list(_each_on_a_line(found))))
    if found.run.status == "void" or not found.unusual:
        return Content("")
    first = found.unusual[:_SHOWN]
    lines = [Content(clean(f"{each.code}  {each.text}")) for each in first]
    more = len(found.unusual) - len(first)
    rest = [safe(_("… and {n} more").format(n=more), "$muted")] if more else []
    return titled(_("What is unusual"), *lines, *rest)
