"""The form of an adjustment."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import amount_text
from models.wages.drafts import AdjustmentDraft
from models.wages.entries import AdjustmentRow
from models.wages.records import add_adjustment, change_adjustment
from models.wages.tables import ITEMS
from models.wages.wording import line_label
from tui.employees.picking import employee_picker
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of
from tui.widgets.inputs import DateInput, MoneyInput, TextInput


class AdjustmentForm(FormScreen[bool]):
    """Who, when, what and how much."""

    def __init__(
        self, book: Book, today: date, currency: str, row: AdjustmentRow | None, *, change: bool
    ) -> None:
        """Make the form.

        Args:
            book: The open book.
            today: The day that it is.
            currency: The programme's.
            row: The adjustment to start from.
            change: Change `row` instead of adding one like it.
        """
        super().__init__(_typed(row) if row else {"date": today.isoformat()})
        self._book = book
        self._today = today
        self._currency = row.currency if row else currency
        self._changed = row.id if row and change else None

    def title_text(self) -> str:
        """What stands above the form."""
        return _("New adjustment") if self._changed is None else _("Change an adjustment")

    def fields(self) -> Sequence[Field]:
        """Who, when, what and how much."""
        items = [(line_label(item), item) for item in ITEMS]
        return [
            Field(
                "employee",
                N_("Employee"),
                employee_picker(self._book, self._today),
            ),
            Field(
                "date",
                N_("Date"),
                DateInput(today=lambda: self._today, required=True),
                N_("Paid with the run of this day."),
            ),
            Field(
                "item",
                N_("Item"),
                Choice(items, required=True),
                N_("A deduction is taken off."),
            ),
            Field(
                "amount",
                N_("Amount"),
                MoneyInput(self._currency, required=True),
                N_("Above zero, also for a deduction."),
            ),
            Field("note", N_("Note"), TextInput(max_length=500), wide=True),
        ]

    def save(self, values: dict[str, str]) -> bool:
        """Write the adjustment down.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        draft = draft_of(AdjustmentDraft, values)
        if self._changed is None:
            add_adjustment(self._book, draft)
        else:
            change_adjustment(self._book, self._changed, draft)
        return True


def _typed(row: AdjustmentRow) -> Mapping[str, str]:
    return {
        "employee": row.employee,
        "date": row.day.isoformat(),
        "item": row.item,
        "amount": amount_text(row.amount, row.currency),
        "note": row.note,
    }
