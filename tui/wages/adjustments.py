"""Adjustments: bonus, allowance, reimbursement and deduction, by month."""

from collections.abc import Callable
from functools import partial

from textual.content import Content

from models.book.settings import Programme
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import Period
from models.wages.deduction_kinds import kind_label
from models.wages.entries import AdjustmentRow, adjustments
from models.wages.records import remove_adjustments
from models.wages.wording import line_label
from reports.wording import period_text
from tui.record_pane import MonthPane
from tui.striking import StrikingPane, dimmed, signed, struck_text
from tui.text import clean, safe
from tui.wages.adjustment_form import AdjustmentForm
from tui.wages.words import amount
from tui.widgets.columns import Column, Tone
from tui.widgets.dates import date_in_words
from tui.widgets.facts import facts, titled
from tui.widgets.form import FormScreen
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.records import Records


def _tone(row: AdjustmentRow) -> Tone:
    return "bad" if row.item == "DEDUCTION" else "plain"


def _item(row: AdjustmentRow) -> str:
    return signed(row, line_label(row.item))


def _signed(row: AdjustmentRow) -> str:
    return amount(-row.amount if row.item == "DEDUCTION" else row.amount, row.currency)


def _held(row: AdjustmentRow) -> str:
    return "" if row.run_id is None else _("run {run}").format(run=row.run_id)


def _earned(row: AdjustmentRow) -> str:
    if row.earned_from is None or row.earned_to is None:
        return ""
    return period_text(Period(row.earned_from, row.earned_to))


_COLUMNS = (
    Column[AdjustmentRow]("day", N_("Day"), lambda r: r.day.isoformat(), width=10, sortable="day"),
    Column[AdjustmentRow](
        "employee", N_("Code"), lambda r: r.employee, width=8, sortable="employee"
    ),
    Column[AdjustmentRow](
        "work_name", N_("Name"), lambda r: r.work_name, width=8, flex=1, sortable="work_name"
    ),
    Column[AdjustmentRow]("item", N_("Item"), _item, width=13, sortable="item", tone=_tone),
    Column[AdjustmentRow](
        "amount", N_("Amount"), _signed, width=11, align="right", sortable="amount", tone=_tone
    ),
    Column[AdjustmentRow]("note", N_("Note"), lambda r: r.note, width=12, flex=2),
)


class AdjustmentsPane(StrikingPane, MonthPane):
    """Amounts entered by hand."""

    TITLE = N_("Adjustments")
    KIND = "adjustments"

    def make_list(self) -> RecordList[AdjustmentRow]:
        """The month's adjustments, newest first."""
        return RecordList(
            dimmed(_COLUMNS),
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="day", descending=True),
            empty=N_("No adjustment in this month. Press n to enter one, [ for the month before."),
        )

    def _source(self, query: ListQuery) -> Records[AdjustmentRow]:
        return adjustments(self.book, **self.asked(query))

    def about(self, row: AdjustmentRow) -> Content:
        """The whole of it."""
        return titled(
            line_label(row.item),
            facts(
                [
                    (_("Employee"), f"{row.employee}  {row.work_name}"),
                    (_("Day"), date_in_words(row.day)),
                    (_("Amount"), f"{_signed(row)} {row.currency}"),
                    (_("Kind"), kind_label(row.kind)),
                    (_("Legal basis"), row.legal_basis),
                    (_("Agreed in writing"), _("yes") if row.agreed else ""),
                    (_("Earned"), _earned(row)),
                    (_("Paid by"), _held(row)),
                    (_("Struck out"), row.struck_why),
                ]
            ),
            Content(f"\n{clean(row.note)}"),
        )

    def brief(self, row: AdjustmentRow) -> Content:
        """What it is for, the note, and which run has paid it."""
        held = _("paid by {run}").format(run=_held(row)) if row.run_id is not None else ""
        of_its_kind = (kind_label(row.kind), row.legal_basis, _earned(row))
        said = (struck_text(row), *of_its_kind, row.note, held)
        return safe(" · ".join(part for part in said if part))

    def name_of(self, row: AdjustmentRow) -> str:
        """What, whose and how much."""
        return _("{item} of {code}, {amount} {currency}").format(
            item=line_label(row.item), code=row.employee, amount=_signed(row), currency=row.currency
        )

    def form(
        self, programme: Programme, row: AdjustmentRow | None, *, change: bool
    ) -> FormScreen[bool]:
        """The form."""
        return AdjustmentForm(self.book, self.today, programme.currency, row, change=change)

    def remover(self, row: AdjustmentRow) -> tuple[str, Callable[[], None]]:
        """The question before one is removed, and what removes it."""
        question = _("Remove this {item} of {code}, {amount} {currency}?").format(
            item=line_label(row.item), code=row.employee, amount=_signed(row), currency=row.currency
        )
        return question, partial(remove_adjustments, self.book, [row.id])
