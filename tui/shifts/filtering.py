"""Which shifts and pieces are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.book.book import Book
from models.employees.queries import employee
from models.language import gettext as _
from models.language import gettext_noop as N_
from tui.employees.picking import candidate, employee_picker
from tui.shifts.words import STATUSES, status_label
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.picker import Candidate


@dataclass(frozen=True)
class WorkFilter:
    """Whose records are shown, from which site and of which status; None is all."""

    employee: Candidate[str] | None = None
    site: str | None = None
    status: str | None = None

    def in_words(self) -> str:
        """The filter, in the language in use; empty when everything is shown."""
        parts = [
            self.employee.label if self.employee else None,
            self.site,
            status_label(self.status) if self.status else None,
        ]
        return " · ".join(part for part in parts if part)


class WorkFilterForm(FormScreen[WorkFilter]):
    """The choices of the filter."""

    SAVE_LABEL = N_("Show")

    def __init__(
        self, book: Book, today: date, now: WorkFilter, sites: Sequence[str], *, shifts: bool
    ) -> None:
        """Start with the filter that is used now.

        Args:
            book: The open book.
            today: The day that it is.
            now: The filter that is used now.
            sites: The names of the sites there are.
            shifts: Whether shifts are filtered, which have a status and a site.
        """
        super().__init__({"site": now.site or "", "status": now.status or ""})
        self._book = book
        self._today = today
        self._sites = sites
        self._shifts = shifts
        self._picker = employee_picker(book, today, chosen=now.employee, required=False)

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Which of them?")

    def fields(self) -> Sequence[Field]:
        """Employee, site and status; empty is all."""
        every = N_("Empty: all.")
        statuses = [(_(label), status) for status, label in STATUSES.items()]
        whose = Field("employee", N_("Employee"), self._picker, every)
        if not self._shifts:
            return [whose]
        return [
            whose,
            Field("site", N_("Site"), Choice([(name, name) for name in self._sites]), every),
            Field("status", N_("Status"), Choice(statuses), every),
        ]

    def save(self, values: dict[str, str]) -> WorkFilter:
        """The filter that was chosen."""
        code = values["employee"]
        name = employee(self._book, code, on=self._today).work_name if code else ""
        chosen = candidate(code, name) if code else None
        return WorkFilter(chosen, values.get("site") or None, values.get("status") or None)
