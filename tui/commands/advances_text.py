"""Advances as lines of text, and in the shapes that scripts rely on."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from models.language import gettext as _
from models.language import ngettext
from models.money import Money, amount_text
from models.wages.advances.rows import (
    AdvancePlan,
    AdvanceRow,
    BalanceRow,
    PlanStep,
    owed_in_all,
)
from models.wages.advances.wording import every_label
from tui.commands.tables import Cell, lines_of


def advances_lines(rows: Sequence[AdvanceRow]) -> Iterator[str]:
    """Advances as a table, and what is owed in all."""
    if not rows:
        yield _("There are no advances.")
        return
    columns = (
        _("advance"),
        _("employee"),
        _("name"),
        _("given on"),
        _("kind"),
        _("amount"),
        _("owed"),
        _("currency"),
        _("next due"),
        _("next"),
        _("look"),
    )
    yield from lines_of(columns, [_cells(row) for row in rows])
    yield ""
    count = ngettext("{n} advance", "{n} advances", len(rows)).format(n=len(rows))
    yield " · ".join([count, *(_("{owed} owed").format(owed=owed) for owed in owed_in_all(rows))])


def plan_lines(found: AdvancePlan) -> Iterator[str]:
    """One advance: what was agreed, each instalment, what was repaid, and what is owed."""
    row = found.advance
    yield from _head(row)
    yield ""
    columns = (
        _("no."),
        _("due"),
        _("amount"),
        _("taken"),
        _("by hand"),
        _("still owed"),
        _("payslips"),
    )
    yield from lines_of(columns, [_step_cells(step, row.currency) for step in found.steps])
    by_hand = [each for each in found.repayments if not each.payslip]
    if by_hand:
        yield ""
        yield from lines_of(
            (_("repayment"), _("by hand on"), _("amount"), _("note")),
            [
                (each.id, each.day, _amount(each.amount, row.currency), each.note)
                for each in by_hand
            ],
        )
    yield ""
    yield _owed_line(row)


def balances_lines(rows: Sequence[BalanceRow]) -> Iterator[str]:
    """What each employee owes."""
    if not rows:
        yield _("Nobody owes anything.")
        return
    columns = (_("employee"), _("name"), _("lent"), _("repaid"), _("owed"), _("currency"))
    yield from lines_of(columns, [_balance_cells(row) for row in rows])


def advance_document(row: AdvanceRow) -> dict[str, Any]:
    """One advance without its plan."""
    return {
        "number": row.id,
        "employee": {"code": row.employee, "work_name": row.work_name},
        "date": row.day.isoformat(),
        "kind": row.kind,
        "currency": row.currency,
        "amount": amount_text(row.amount, row.currency),
        "instalment": _text(row.instalment, row.currency),
        "first_due": row.first_due.isoformat(),
        "every": row.every,
        "agreed": row.agreed,
        "note": row.note,
        "instalments": row.instalments,
        "taken": amount_text(row.taken, row.currency),
        "by_hand": amount_text(row.by_hand, row.currency),
        "outstanding": amount_text(row.outstanding, row.currency),
        "next_due": row.next_due.isoformat() if row.next_due else None,
        "next_amount": amount_text(row.next_amount, row.currency),
        "withheld": row.withheld_text or None,
    }


def plan_document(found: AdvancePlan) -> dict[str, Any]:
    """One advance with its plan and what was repaid."""
    currency = found.advance.currency
    return {
        **advance_document(found.advance),
        "plan": [_step_document(step, currency) for step in found.steps],
        "repayments": [
            {
                "id": each.id,
                "date": each.day.isoformat(),
                "amount": amount_text(each.amount, currency),
                "payslip": each.payslip or None,
                "note": each.note,
            }
            for each in found.repayments
        ],
    }


def balance_document(row: BalanceRow) -> dict[str, Any]:
    """What one employee owes in one currency."""
    return {
        "employee": {"code": row.employee, "work_name": row.work_name},
        "currency": row.currency,
        "lent": amount_text(row.lent, row.currency),
        "repaid": amount_text(row.repaid, row.currency),
        "outstanding": amount_text(row.outstanding, row.currency),
    }


def _cells(row: AdvanceRow) -> tuple[Cell, ...]:
    return (
        row.id,
        row.employee,
        row.work_name,
        row.day,
        row.kind_label,
        _amount(row.amount, row.currency),
        _amount(row.outstanding, row.currency),
        row.currency,
        row.next_due,
        _amount(row.next_amount, row.currency) if row.next_due else None,
        row.withheld_text,
    )


def _head(row: AdvanceRow) -> Iterator[str]:
    title = _("Advance {number} · {code} {name}").format(
        number=row.id, code=row.employee, name=row.work_name
    )
    yield title.rstrip()
    amount = Money(row.amount, row.currency)
    said = [row.kind_label, str(amount), _("given on {day}").format(day=row.day.isoformat())]
    if row.agreed:
        said.append(_("agreed in writing"))
    yield " · ".join(said)
    if row.instalment is not None:
        each = Money(row.instalment, row.currency)
        text = _("{amount} {every} from {day} on")
        yield text.format(amount=each, every=every_label(row.every), day=row.first_due)
    if row.note:
        yield row.note


def _step_cells(step: PlanStep, currency: str) -> tuple[Cell, ...]:
    if step.skipped:
        return (step.number, step.due_on, None, None, None, None, _("skipped"))
    slips = ", ".join(part.payslip for part in step.payslips)
    return (
        step.number,
        step.due_on,
        _amount(step.amount, currency),
        _amount(step.taken, currency) if step.taken else None,
        _amount(step.by_hand, currency) if step.by_hand else None,
        _amount(step.left, currency),
        slips,
    )


def _step_document(step: PlanStep, currency: str) -> dict[str, Any]:
    return {
        "number": step.number,
        "due": step.due_on.isoformat(),
        "amount": amount_text(step.amount, currency),
        "skipped": step.skipped,
        "taken": amount_text(step.taken, currency),
        "by_hand": amount_text(step.by_hand, currency),
        "left": amount_text(step.left, currency),
        "payslips": [
            {"number": part.payslip, "amount": amount_text(part.amount, currency)}
            for part in step.payslips
        ],
    }


def _balance_cells(row: BalanceRow) -> tuple[Cell, ...]:
    amounts = (row.lent, row.repaid, row.outstanding)
    who = (row.employee, row.work_name)
    return (*who, *(_amount(each, row.currency) for each in amounts), row.currency)


def _owed_line(row: AdvanceRow) -> str:
    if not row.outstanding:
        return _("Repaid.")
    said = [_("{owed} owed").format(owed=row.owed)]
    if row.next_due:
        following = Money(row.next_amount, row.currency)
        said.append(_("next {amount} on {day}").format(amount=following, day=row.next_due))
    if row.withheld_text:
        said.append(row.withheld_text)
    return " · ".join(said)


def _amount(minor: int, currency: str) -> Decimal:
    return Decimal(amount_text(minor, currency))


def _text(minor: int | None, currency: str) -> str | None:
    return None if minor is None else amount_text(minor, currency)
