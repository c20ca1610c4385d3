"""Advances in words, as lists and forms show them."""

from collections.abc import Sequence

from models.language import gettext as _
from models.language import ngettext
from models.wages.advances.rows import AdvanceRow
from models.wages.advances.wording import every_label
from models.wages.instalments import Instalment
from tui.wages.words import amount
from tui.widgets.columns import Tone
from tui.widgets.dates import short_date
from tui.widgets.facts import Fact


def plan_in_words(plan: Sequence[Instalment], currency: str) -> str:
    """`6 instalments of 50.00, last 50.00 on 30 Jun 2026`, from the plan of a new advance.

    A last one that differs is not counted among the others: `5 instalments of 50.00 and a last …`.
    """
    first, last = plan[0], plan[-1]
    if len(plan) == 1:
        return _("All {amount} at once, on {day}").format(
            amount=amount(last.amount, currency), day=short_date(last.due_on)
        )
    if last.amount == first.amount:
        count = len(plan)
        text = ngettext(
            "{n} instalment of {amount}, last {last} on {day}",
            "{n} instalments of {amount}, last {last} on {day}",
            count,
        )
    else:
        count = len(plan) - 1
        text = ngettext(
            "{n} instalment of {amount} and a last one of {last} on {day}",
            "{n} instalments of {amount} and a last one of {last} on {day}",
            count,
        )
    return text.format(
        n=f"{count:,}",
        amount=amount(first.amount, currency),
        last=amount(last.amount, currency),
        day=short_date(last.due_on),
    )


def tone_of(row: AdvanceRow) -> Tone:
    """How what is owed is coloured."""
    if not row.outstanding:
        return "muted"
    return "warning" if row.withheld_text else "plain"


def next_words(row: AdvanceRow) -> str:
    """What is taken next, and when; that everything is repaid; or why nothing is taken."""
    if row.next_due is None:
        return _("repaid")
    if row.withheld_text:
        return row.withheld_text
    return _("next {amount} on {day}").format(
        amount=amount(row.next_amount, row.currency), day=short_date(row.next_due)
    )


def advance_facts(row: AdvanceRow) -> list[Fact]:
    """Everything about an advance that a list has no room for."""
    return [
        (_("Employee"), f"{row.employee}  {row.work_name}"),
        (_("Kind"), row.kind_label),
        (_("Given on"), short_date(row.day)),
        (_("Amount"), f"{amount(row.amount, row.currency)} {row.currency}"),
        (_("Instalment"), instalment_words(row)),
        (_("From"), short_date(row.first_due)),
        (_("Agreed in writing"), _("yes") if row.agreed else ""),
        (_("Taken by payslips"), amount(row.taken, row.currency) if row.taken else ""),
        (_("Repaid by hand"), amount(row.by_hand, row.currency) if row.by_hand else ""),
        (_("Owed"), amount(row.outstanding, row.currency)),
    ]


def instalment_words(row: AdvanceRow) -> str:
    """What is taken each time, and how often."""
    if row.instalment is None:
        return _("all at once")
    return f"{amount(row.instalment, row.currency)} {every_label(row.every)}"
