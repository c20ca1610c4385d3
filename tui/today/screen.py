"""What needs doing now, on one screen; enter goes where it is done."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from models.language import gettext as _
from models.language import ngettext
from models.today import Today, what_needs_doing
from reports.wording import period_text
from tui.section import SectionScreen
from tui.today.rows import ABOUT, RUN, rows
from tui.today.sales import SalesBox
from tui.widgets.dates import date_in_words
from tui.widgets.menu import Menu


class TodayScreen(SectionScreen):
    """What needs doing now."""

    SECTION = "today"

    def compose_body(self) -> ComposeResult:
        """The day and the pay period, what waits, and the month's sales."""
        with Vertical(classes="head"):
            yield Static("", classes="head-title", markup=False)
        with Horizontal(classes="today"):
            with Vertical(classes="today-tasks"):
                yield Menu()
                yield Static("", classes="today-nothing muted", markup=False)
            yield VerticalScroll(classes="today-sales", can_focus=False)

    def on_mount(self) -> None:
        """Begin on the first task."""
        self.query_one(Menu).focus()

    def reload(self) -> None:
        """Read anew what waits."""
        self.do(lambda: what_needs_doing(self.book, self.today), self._show, group="today")

    def _show(self, today: Today) -> None:
        self.query_one(".head-title", Static).update(_heading(today))
        waiting = rows(today)
        menu = self.query_one(Menu)
        menu.offer(waiting)
        menu.display = bool(waiting)
        nothing = self.query_one(".today-nothing", Static)
        nothing.update(_("✓ Nothing is waiting."))
        nothing.display = not waiting
        self.run_worker(self._show_sales(today), exclusive=True, group="sales")

    async def _show_sales(self, today: Today) -> None:
        box = self.query_one(".today-sales", VerticalScroll)
        box.display = bool(today.sales)
        async with self.batch():
            await box.remove_children()
            boxes = (SalesBox(each, first=not n) for n, each in enumerate(today.sales))
            await box.mount_all(boxes)

    @on(OptionList.OptionSelected)
    async def _go(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        where = event.option_id or ""
        if where.startswith(RUN):
            await self._payday(int(where.removeprefix(RUN)))
        elif where == "compute":
            await self._payday(None)
        else:
            self.app.switch_mode(where.partition(ABOUT)[0])

    async def _payday(self, run: int | None) -> None:
        """Go on with the payday of a run, or begin the one that is due."""
        from tui.wages.payday import PaydayScreen

        await self.app.switch_mode("wages")
        await self.app.push_screen(PaydayScreen(run))


def _heading(today: Today) -> Content:
    left = today.days_left
    ends = (
        ngettext("{n} day left", "{n} days left", left).format(n=left) if left else _("ends today")
    )
    period = _("pay period {period}, {ends}").format(period=period_text(today.period), ends=ends)
    return Content.assemble((date_in_words(today.today), "bold"), (f"   {period}", "$muted"))
