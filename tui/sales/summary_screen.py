"""The figures of a month's sales."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import Period, month_after, month_before, month_of
from models.sales.figures import SalesSummary
from reports.wording import month_text
from tui import keys
from tui.reports.sales_files import ask_summary_file, read_summaries
from tui.sales.summary_view import SummaryView
from tui.section import DetailScreen


class SummaryScreen(DetailScreen):
    """One month's sales, in each currency."""

    SECTION = "sales"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.EARLIER.bind(footer=True, help=N_("The month before.")),
        keys.LATER.bind(footer=True, help=N_("The month after.")),
        keys.PRINT.bind(
            label=N_("To a file"), help=N_("Write the summary as PDF, spreadsheet or text.")
        ),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | [ | The month before. |
    | ] | The month after. |
    | p | Write it to a file. |
    """

    def __init__(self, month: Period | None = None) -> None:
        """Show `month`; the month of today unless given."""
        super().__init__()
        self._month = month

    @property
    def month(self) -> Period:
        """The month that is shown."""
        return self._month or month_of(self.today)

    def compose_body(self) -> ComposeResult:
        """The month, and its figures below."""
        with Vertical(classes="head"):
            yield Static("", classes="head-title", markup=False)
        yield VerticalScroll(classes="summaries")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def reload(self) -> None:
        """Read the month's figures."""
        month = self.month
        self.do(lambda: read_summaries(self.book, month), self._show, group="summary")

    def _show(self, summaries: list[SalesSummary]) -> None:
        title = _("Sales of {month}").format(month=month_text(self.month))
        self.query_one(".head-title", Static).update(Content.styled(title, "bold"))
        self.run_worker(self._replace(summaries), exclusive=True, group="views")

    async def _replace(self, summaries: list[SalesSummary]) -> None:
        scroll = self.query_one(VerticalScroll)
        async with self.batch():
            await scroll.remove_children()
            if any(summary.lines for summary in summaries):
                await scroll.mount_all(map(SummaryView, summaries))
            else:
                nothing = _("Nothing was sold in this month.")
                await scroll.mount(Static(nothing, classes="muted", markup=False))

    def action_earlier(self) -> None:
        """Show the month before."""
        self._month = month_before(self.month)
        self.reload()

    def action_later(self) -> None:
        """Show the month after."""
        self._month = month_after(self.month)
        self.reload()

    def action_print(self) -> None:
        """Write the summary to a file."""
        ask_summary_file(self, self.month)
