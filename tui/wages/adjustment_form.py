"""The form of an adjustment: what only a deduction or only a bonus has shows with that item."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from models.book.book import Book
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import amount_text
from models.rules.values import DEDUCTION_KINDS
from models.wages.deduction_kinds import kind_examples, kind_label
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

_KINDS: Final = DEDUCTION_KINDS[1:]
_ONLY_OF: Final = {
    "kind": "DEDUCTION",
    "legal_basis": "DEDUCTION",
    "agreed": "DEDUCTION",
    "earned_from": "BONUS",
    "earned_to": "BONUS",
}


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
        initial = _typed(row) if row else {"date": today.isoformat()}
        super().__init__(initial, start="amount" if row else "")
        self._book = book
        self._today = today
        self._currency = row.currency if row else currency
        self._changed = row.id if row and change else None

    def title_text(self) -> str:
        """What stands above the form."""
        return _("New adjustment") if self._changed is None else _("Change an adjustment")

    def on_mount(self) -> None:
        """Show what every item has."""
        self.field_changed("item")

    def field_changed(self, name: str) -> None:
        """Show what the chosen item has."""
        if name == "item":
            item = self.values()["item"]
            for field, only in _ONLY_OF.items():
                self.show_field(field, shown=item == only)

    def fields(self) -> Sequence[Field]:
        """Who, when, what and how much, and what the item asks for."""
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
            *self._of_a_deduction(),
            *self._of_a_bonus(),
            Field("note", N_("Note"), TextInput(max_length=500), wide=True),
        ]

    def _of_a_deduction(self) -> Sequence[Field]:
        kinds = [(f"{kind_label(each)}: {kind_examples(each)}", each) for each in _KINDS]
        answers = [(_("yes"), "yes"), (_("no"), "no")]
        basis = TextInput(max_length=200, placeholder=_("the law, contract or order it rests on"))
        return [
            Field("kind", N_("Kind of deduction"), Choice(kinds), wide=True),
            Field("legal_basis", N_("Legal basis"), basis, wide=True),
            Field(
                "agreed", N_("Agreed in writing"), Choice(answers), N_("Did the worker consent?")
            ),
        ]

    def _of_a_bonus(self) -> Sequence[Field]:
        first, last = (DateInput(today=lambda: self._today) for _each in range(2))
        return [
            Field("earned_from", N_("Earned from"), first, N_("The days that earned it.")),
            Field("earned_to", N_("Earned to"), last, N_("The last day, itself inside.")),
        ]

    def save(self, values: dict[str, str]) -> bool:
        """Write the adjustment down.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        item = values["item"]
        said = {name: text for name, text in values.items() if _ONLY_OF.get(name, item) == item}
        draft = draft_of(AdjustmentDraft, said)
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
        "kind": row.kind,
        "legal_basis": row.legal_basis,
        "agreed": "yes" if row.agreed else "",
        "earned_from": row.earned_from.isoformat() if row.earned_from else "",
        "earned_to": row.earned_to.isoformat() if row.earned_to else "",
        "note": row.note,
    }
