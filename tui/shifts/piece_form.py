"""The form of pieces made."""

from collections.abc import Sequence

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import RATE_DECIMALS, decimal_text, quantity_text
from models.wages.drafts import PieceDraft
from models.wages.queries import PieceRow
from models.wages.records import add_piece, change_piece
from tui.shifts.repeating import RepeatingForm, Saved
from tui.widgets.field_row import Field
from tui.widgets.form import draft_of
from tui.widgets.inputs import DateInput, RateInput, TextInput


def piece_values(row: PieceRow) -> dict[str, str]:
    """What a form of this entry starts with, the employee apart."""
    return {
        "date": row.day.isoformat(),
        "task": row.task,
        "quantity": quantity_text(row.quantity),
        "rate": decimal_text(row.rate, RATE_DECIMALS),
        "note": row.note,
    }


class PieceForm(RepeatingForm):
    """Pieces made on a day, new or changed."""

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Pieces made") if self.editing is None else _("Change the pieces")

    def fields(self) -> Sequence[Field]:
        """Who made how many of what, and when."""
        day = DateInput(today=lambda: self.today, required=True)
        return [
            Field("employee", N_("Employee"), self.picker, N_("A part of the code or name.")),
            Field("date", N_("Date"), day, N_("15, 15 oct, mon, -1")),
            Field("task", N_("Task"), TextInput(max_length=80, required=True)),
            Field("quantity", N_("Quantity"), RateInput(required=True)),
            Field("rate", N_("Rate a piece"), RateInput(required=True)),
            Field("note", N_("Note"), TextInput(max_length=500), wide=True),
        ]

    def save(self, values: dict[str, str]) -> Saved:
        """Write the pieces down.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        draft = draft_of(PieceDraft, values)
        if self.editing is None:
            add_piece(self.book, draft)
        else:
            change_piece(self.book, self.editing, draft)
        return self.saved(values, draft.day)
