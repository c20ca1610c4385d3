"""Pay runs and their payslips as lines of text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext
from models.money import Money, amount_text
from models.wages.rows import PayslipRow, RunRow, SetAsideRow
from models.wages.unusual_pay import Unusual
from models.wages.wording import run_status_label
from tui.commands.tables import Cell, lines_of

_KINDS: Final = {"off_cycle": N_("off cycle"), "final": N_("final settlement")}


def runs_lines(rows: Sequence[RunRow]) -> Iterator[str]:
    """All runs as a table."""
    if not rows:
        yield _("There are no pay runs yet.")
        return
    columns = (
        _("run"),
        _("status"),
        _("from"),
        _("to"),
        _("site"),
        _("employees"),
        _("gross"),
        _("net"),
        _("currency"),
        _("kind"),
    )
    yield from lines_of(columns, [_run_cells(row) for row in rows])


def run_lines(
    row: RunRow, aside: Sequence[SetAsideRow], slips: Sequence[PayslipRow]
) -> Iterator[str]:
    """One run: its head, its payslips, its totals, and those it could not pay."""
    yield " · ".join(_head(row))
    if row.void_reason:
        yield _("Void: {reason}").format(reason=row.void_reason)
    columns = (
        _("payslip"),
        _("name"),
        _("site"),
        _("gross"),
        _("deductions"),
        _("net"),
        _("to pay"),
        _("currency"),
        _("paid on"),
        _("look"),
    )
    if slips:
        yield ""
        yield from lines_of(columns, [_slip_cells(slip) for slip in slips])
    yield ""
    yield _("Gross {gross}, deductions {deductions}, net {net}, paid {paid} {currency}").format(
        gross=amount_text(row.gross, row.currency, grouped=True),
        deductions=amount_text(row.deductions, row.currency, grouped=True),
        net=amount_text(row.net, row.currency, grouped=True),
        paid=amount_text(row.paid, row.currency, grouped=True),
        currency=row.currency,
    )
    if aside:
        yield _("Set aside, because they cannot be paid:")
        yield from (f"  {each.code} {each.work_name}: {each.reason}" for each in aside)


def unusual_lines(found: Sequence[Unusual]) -> Iterator[str]:
    """What is unusual in a run, as a table, the worst first."""
    if not found:
        yield _("Nothing is unusual in this run.")
        return
    columns = (_("employee"), _("name"), _("payslip"), _("what is unusual"))
    yield from lines_of(
        columns, [(each.code, each.work_name, each.payslip, each.text) for each in found]
    )


def _head(row: RunRow) -> Iterator[str]:
    yield _("Pay run {n}").format(n=row.number)
    yield str(row.period)
    yield run_status_label(row.status)
    if row.kind in _KINDS:
        yield _(_KINDS[row.kind])
    if row.site:
        yield row.site
    if row.paid_on:
        yield _("paid on {day}").format(day=row.paid_on)
    yield ngettext("{n} payslip", "{n} payslips", row.employees).format(n=row.employees)
    if 0 < row.uncollected < row.employees:
        yield ngettext("{n} not paid out yet", "{n} not paid out yet", row.uncollected).format(
            n=row.uncollected
        )


def _run_cells(row: RunRow) -> tuple[Cell, ...]:
    return (
        row.number,
        run_status_label(row.status),
        row.period.starts_on,
        row.period.ends_on,
        row.site,
        row.employees,
        _amount(row.gross, row.currency),
        _amount(row.net, row.currency),
        row.currency,
        _(_KINDS[row.kind]) if row.kind in _KINDS else "",
    )


def _slip_cells(slip: PayslipRow) -> tuple[Cell, ...]:
    return (
        slip.number,
        slip.work_name,
        slip.site,
        _amount(slip.gross, slip.currency),
        _amount(slip.deductions, slip.currency),
        _amount(slip.net, slip.currency),
        _amount(slip.paid, slip.currency),
        slip.currency,
        slip.paid_on,
        " ".join(slip.warning_texts),
    )


def _amount(minor: int, currency: str) -> Decimal:
    return Decimal(Money(minor, currency).plain)
