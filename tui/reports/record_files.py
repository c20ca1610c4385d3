"""Any list of records as a file: which list, which days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.language import gettext as _
from models.language import gettext_noop as N_
from tui.exchange.exporting import export_records
from tui.reports.days import DAYS, day_fields, month_before_this, read_days
from tui.section import BookScreen
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen

KINDS = {
    "shifts": N_("Shifts"),
    "pieces": N_("Pieces"),
    "adjustments": N_("Adjustments"),
    "sales": N_("Sales and returns"),
    "stock": N_("Stock entries"),
    "products": N_("Products"),
    "employees": N_("Employees"),
    "terms": N_("Pay terms"),
    "holidays": N_("Public holidays"),
}
DATED = frozenset({"shifts", "pieces", "adjustments", "sales", "stock", "holidays"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """A list, and the days that are wanted of it."""

    kind: str
    first: date | None
    last: date | None


class RecordsForm(FormScreen[Chosen]):
    """Which list, which days."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, today: date) -> None:
        """Offer the shifts of the month before today's."""
        super().__init__(month_before_this(today))
        self._today = today

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Records of a period")

    def fields(self) -> Sequence[Field]:
        """The list and its days."""
        kinds = [(_(label), kind) for kind, label in KINDS.items()]
        return [
            Field("kind", N_("List"), Choice(kinds, value="shifts", required=True)),
            *day_fields(self._today),
        ]

    def field_changed(self, name: str) -> None:
        """Lists without days have no period."""
        if name == "kind":
            for day in DAYS:
                self.show_field(day, shown=self.values()["kind"] in DATED)

    def save(self, values: dict[str, str]) -> Chosen:
        """Read what was chosen.

        Raises:
            RefusedError: the period ends before it starts.
        """
        if values["kind"] not in DATED:
            return Chosen(values["kind"], None, None)
        return Chosen(values["kind"], *read_days(values))


def ask_records(screen: BookScreen) -> None:
    """Ask for a list and a period, then where to write it."""

    def go_on(chosen: Chosen | None) -> None:
        if chosen is not None:
            export_records(screen, chosen.kind, from_=chosen.first, to=chosen.last)

    screen.app.push_screen(RecordsForm(screen.today), go_on)
