"""What the lists of shifts and of pieces have in common: whose they are, files, and removing."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from models.employees.queries import sites
from tui import keys
from tui.exchange.exporting import export_records
from tui.exchange.importing import import_records
from tui.shifts.filtering import WorkFilter, WorkFilterForm
from tui.shifts.period_pane import PeriodPane
from tui.striking import StrikingPane
from tui.widgets.dialogs import Confirm
from tui.widgets.picker import Candidate


class WorkPane(StrikingPane, PeriodPane):
    """Records of what employees did, of one kind of `models.exchange.kinds`."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.FILTER, keys.IMPORT, keys.EXPORT)
    """
    | Key(s) | Description |
    | :- | :- |
    | f | Choose whose are shown. |
    | i | Import a file. |
    | x | Export what is shown of the period. |
    """

    def __init__(self) -> None:
        """Show everything of the period."""
        self.filter = WorkFilter()
        super().__init__()

    @property
    def whose(self) -> Candidate[str] | None:
        """The only employee whose records are shown."""
        return self.filter.employee

    @property
    def code(self) -> str | None:
        """That employee's code."""
        return self.whose.value if self.whose else None

    def action_filter(self) -> None:
        """Choose which are shown."""
        has_status = self.KIND == "shifts"
        self.host.do(
            lambda: list(sites(self.book)),
            lambda names: self.app.push_screen(
                WorkFilterForm(self.book, self.today, self.filter, names, shifts=has_status),
                self._use,
            ),
            group="form",
        )

    def _use(self, chosen: WorkFilter | None) -> None:
        if chosen is not None:
            self.filter = chosen
            self.records.describe_filter(chosen.in_words())
            self.reload()

    def action_import(self) -> None:
        """Import a file."""
        import_records(self.host, self.KIND, self.host.reload)

    def action_export(self) -> None:
        """Export what is shown of the period."""
        export_records(self.host, self.KIND, **self.days, employee=self.code)

    def act(self, job: Callable[[], object]) -> None:
        """Change the book, and then read anew what is shown."""
        self.host.do(job, lambda _result: self.host.reload(), group="act")

    def ask_to_remove(self, question: str, name: str, job: Callable[[], object]) -> None:
        """Remove the record called `name`, after a question that is already translated."""

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.act(job)

        self.app.push_screen(Confirm(question, name, danger=True), answered)
