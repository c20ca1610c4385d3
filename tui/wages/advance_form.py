"""The forms of an advance: what was agreed with its plan in words, and money handed back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from textual.containers import VerticalScroll
from textual.widgets import Static

from models.book.book import Book
from models.book.settings import Programme
from models.fields import amount_above_zero
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import Money, amount_text
from models.periods import PAY_PERIOD_KINDS
from models.wages.advances.actions import add_advance, change_advance
from models.wages.advances.drafts import (
    AdvanceDraft,
    SettlementDraft,
    instalment_above_zero,
)
from models.wages.advances.entering import drafted_plan
from models.wages.advances.repaying import settle
from models.wages.advances.rows import AdvanceRow
from models.wages.advances.wording import advance_kind_label, every_label
from models.wages.tables import ADVANCE_KINDS
from tui.employees.picking import employee_picker
from tui.text import safe
from tui.wages.advance_words import plan_in_words
from tui.wages.words import amount
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen, draft_of
from tui.widgets.inputs import DateInput, MoneyInput, TextInput
from tui.widgets.reading import NotUnderstoodError

_PLANNED: Final = frozenset({"date", "amount", "instalment", "first_due", "every"})


class _Above(MoneyInput):
    """An amount above zero: that it is not is said along with what else is wrong."""

    def __init__(
        self, read: Callable[[str], Decimal], currency: str, *, required: bool = False
    ) -> None:
        """Take what the draft's `read` takes."""
        super().__init__(currency, required=required)
        self._read_as_drafted = read

    def _read(self, raw: str) -> Money:
        found = super()._read(raw)
        try:
            self._read_as_drafted(found.plain)
        except ValueError as error:
            raise NotUnderstoodError(str(error)) from None
        return found


class AdvanceForm(FormScreen[int]):
    """Who was given how much, and how it comes back."""

    def __init__(
        self, book: Book, today: date, programme: Programme, row: AdvanceRow | None, *, change: bool
    ) -> None:
        """Make the form.

        Args:
            book: The open book.
            today: The day that it is.
            programme: Its settings.
            row: The advance to start from.
            change: Change `row` instead of adding one like it.
        """
        if row is None:
            super().__init__(_fresh(today, programme))
        else:
            super().__init__(_typed(row) if change else _like(row, today), start="amount")
        self._book = book
        self._today = today
        self._programme = programme
        self._currency = row.currency if row else programme.currency
        self._changed = row.id if row and change else None
        self._preview = Static("", classes="form-preview", markup=False)

    def title_text(self) -> str:
        """What stands above the form."""
        return _("New advance") if self._changed is None else _("Change an advance")

    def on_mount(self) -> None:
        """Put the plan in words under the fields."""
        self.query_one(".form-fields", VerticalScroll).mount(self._preview)
        self._show_consent()

    def field_changed(self, name: str) -> None:
        """Say the plan anew."""
        if name in _PLANNED:
            self._preview.update(safe(self.preview()))
        if name == "kind":
            self._show_consent()

    def _show_consent(self) -> None:
        """Only of a loan it matters whether the worker agreed."""
        self.show_field("agreed", shown=self.values()["kind"] == "loan")

    def preview(self) -> str:
        """The plan in words; empty as long as there is none."""
        values = {name: text for name, text in self.values().items() if name in _PLANNED}
        draft, _problems = AdvanceDraft.parse({**values, "employee": "-"})
        if draft is None:
            return ""
        plan = drafted_plan(draft, self._programme, self._currency)
        return f"→ {plan_in_words(plan, self._currency)}"

    def fields(self) -> Sequence[Field]:
        """Who, when, what and how much, and how it is repaid."""
        kinds = [(advance_kind_label(kind), kind) for kind in ADVANCE_KINDS]
        often = [(every_label(kind), kind) for kind in PAY_PERIOD_KINDS]
        answers = [(_("yes"), "yes"), (_("no"), "no")]
        first = DateInput(today=lambda: self._today)
        return [
            Field("employee", N_("Employee"), employee_picker(self._book, self._today)),
            Field("date", N_("Given on"), DateInput(today=lambda: self._today, required=True)),
            Field(
                "kind",
                N_("Kind"),
                Choice(kinds, required=True),
                N_("A loan is repaid from later work."),
            ),
            Field(
                "amount",
                N_("Amount"),
                _Above(amount_above_zero, self._currency, required=True),
            ),
            Field(
                "instalment",
                N_("Instalment"),
                _Above(instalment_above_zero, self._currency),
                N_("Taken each time; empty: all at once."),
            ),
            Field("first_due", N_("First due"), first, N_("Empty: with the pay of that period.")),
            Field("every", N_("How often"), Choice(often, required=True)),
            Field(
                "agreed",
                N_("Agreed in writing"),
                Choice(answers),
                N_("Some laws let a loan be taken only so."),
            ),
            Field("note", N_("Note"), TextInput(max_length=500), wide=True),
        ]

    def save(self, values: dict[str, str]) -> int:
        """Write the advance down and give back its number.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        draft = draft_of(AdvanceDraft, values)
        if self._changed is None:
            return add_advance(self._book, draft)
        change_advance(self._book, self._changed, draft)
        return self._changed


class SettleForm(FormScreen[int]):
    """Money handed back by hand."""

    def __init__(self, book: Book, today: date, row: AdvanceRow) -> None:
        """Ask what was handed back of `row`."""
        owed = amount_text(row.outstanding, row.currency)
        super().__init__({"amount": owed, "date": today.isoformat()}, start="amount")
        self._book = book
        self._today = today
        self._row = row

    def title_text(self) -> str:
        """What stands above the form."""
        row = self._row
        return _("Repaid by hand: advance {number} of {code}, {owed} {currency} owed").format(
            number=row.id,
            code=row.employee,
            owed=amount(row.outstanding, row.currency),
            currency=row.currency,
        )

    def fields(self) -> Sequence[Field]:
        """How much, when, and a note."""
        day = DateInput(today=lambda: self._today, required=True)
        return [
            Field(
                "amount",
                N_("Amount"),
                MoneyInput(self._row.currency, required=True),
                N_("A part makes the plan end sooner."),
            ),
            Field("date", N_("Handed back on"), day),
            Field("note", N_("Note"), TextInput(max_length=500), wide=True),
        ]

    def save(self, values: dict[str, str]) -> int:
        """Write it down and give back the number of the advance.

        Raises:
            RefusedError: it is more than is owed, or the day is before the money was given.
        """
        settle(self._book, self._row.id, draft_of(SettlementDraft, values))
        return self._row.id


def _fresh(today: date, programme: Programme) -> Mapping[str, str]:
    return {"date": today.isoformat(), "kind": ADVANCE_KINDS[0], "every": programme.pay_period}


def _typed(row: AdvanceRow) -> Mapping[str, str]:
    return {
        **_like(row, row.day),
        "first_due": row.first_due.isoformat(),
        "agreed": "yes" if row.agreed else "",
    }


def _like(row: AdvanceRow, today: date) -> Mapping[str, str]:
    """A new advance like another: its days and the worker's consent are its own."""
    return {
        "employee": row.employee,
        "date": today.isoformat(),
        "kind": row.kind,
        "amount": amount_text(row.amount, row.currency),
        "instalment": amount_text(row.instalment, row.currency) if row.instalment else "",
        "every": row.every,
        "note": row.note,
    }
