"""Any list of records as a file: which list, which days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import month_before, month_of
from tui.exchange.exporting import export_records
from tui.section import BookScreen
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import DateInput

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
        month = month_before(month_of(today))
        super().__init__({"from": str(month.starts_on), "to": str(month.ends_on)})
        self._today = today

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Records of a period")

    def fields(self) -> Sequence[Field]:
        """The list and its days."""
        kinds = [(_(label), kind) for kind, label in KINDS.items()]
        return [
            Field("kind", N_("List"), Choice(kinds, value="shifts", required=True)),
            Field("from", N_("From"), self._day(), N_("Empty: from the first day on.")),
            Field("to", N_("To"), self._day(), N_("Itself inside; empty: to the last.")),
        ]

    def field_changed(self, name: str) -> None:
        """Lists without days have no period."""
        if name == "kind":
            for day in ("from", "to"):
                self.show_field(day, shown=self.values()["kind"] in DATED)

    def _day(self) -> DateInput:
        return DateInput(today=lambda: self._today)

    def save(self, values: dict[str, str]) -> Chosen:
        """Read what was chosen.

        Raises:
            RefusedError: the period ends before it starts.
        """
        if values["kind"] not in DATED:
            return Chosen(values["kind"], None, None)
        first, last = (date.fromisoformat(values[n]) if values[n] else None for n in ("from", "to"))
        if first and last and last < first:
            message = _("The last day is before the first.")
            raise RefusedError(message, [Problem(message, column="to")])
        return Chosen(values["kind"], first, last)


def ask_records(screen: BookScreen) -> None:
    """Ask for a list and a period, then where to write it."""

    def go_on(chosen: Chosen | None) -> None:
        if chosen is not None:
            export_records(screen, chosen.kind, from_=chosen.first, to=chosen.last)

    screen.app.push_screen(RecordsForm(screen.today), go_on)
