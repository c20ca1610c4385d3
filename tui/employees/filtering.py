"""Which employees the list shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.employees.tables import BASES
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.wording import basis_label
from tui.employees.words import STATUSES
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen


@dataclass(frozen=True)
class EmployeeFilter:
    """Who is shown: by where they stand, their site and their basis of pay."""

    status: str = "current"
    site: str | None = None
    basis: str | None = None

    def in_words(self) -> str:
        """The filter, in the language in use."""
        parts = [
            _(STATUSES[self.status]),
            self.site,
            basis_label(self.basis) if self.basis else None,
        ]
        return " · ".join(part for part in parts if part)


class EmployeeFilterForm(FormScreen[EmployeeFilter]):
    """The choices of the filter."""

    SAVE_LABEL = N_("Show")

    def __init__(self, now: EmployeeFilter, sites: Sequence[str]) -> None:
        """Start with the filter that is used now."""
        super().__init__({"status": now.status, "site": now.site or "", "basis": now.basis or ""})
        self._sites = sites

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Which employees?")

    def fields(self) -> Sequence[Field]:
        """Three choices; empty is all."""
        statuses = [(_(label), status) for status, label in STATUSES.items()]
        bases = [(basis_label(basis), basis) for basis in BASES]
        every = N_("Empty: all.")
        return [
            Field("status", N_("Employees"), Choice(statuses, required=True)),
            Field("site", N_("Site"), Choice([(name, name) for name in self._sites]), every),
            Field("basis", N_("Basis"), Choice(bases), every),
        ]

    def save(self, values: dict[str, str]) -> EmployeeFilter:
        """The filter that was chosen."""
        return EmployeeFilter(values["status"], values["site"] or None, values["basis"] or None)
