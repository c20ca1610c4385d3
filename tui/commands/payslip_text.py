"""A payslip as lines of text."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from models.language import gettext as _
from models.money import amount_text, quantity_text, rate_text
from models.wages.explaining import SourceRow
from models.wages.rows import LineRow, PayslipRow
from models.wages.wording import basis_label, hours_text, run_status_label
from tui.commands.tables import Cell, lines_of, padded

Sources = Mapping[tuple[str, int], SourceRow]

_INDENT: Final = "    "


def payslip_lines(slip: PayslipRow, sources: Sources | None = None) -> Iterator[str]:
    """The payslip; with `sources`, the records behind each line below it."""
    yield from _head(slip)
    yield ""
    for line in slip.lines:
        yield from _line(line)
        if sources is not None:
            found = (sources.get((each.kind, each.id)) for each in line.sources)
            yield from _explained([source for source in found if source])
    yield ""
    yield from _totals(slip)
    for warning in slip.warning_texts:
        yield f"! {warning}"


def _head(slip: PayslipRow) -> Iterator[str]:
    yield _("Payslip {number}").format(number=slip.number) + f" · {run_status_label(slip.status)}"
    yield " · ".join(filter(None, (slip.code, slip.work_name, slip.site)))
    yield f"{slip.period} · {basis_label(slip.basis)} · {slip.pack} · {slip.currency}"


def _line(line: LineRow) -> Iterator[str]:
    sign = "−" if line.group == "deduction" else ""
    amount = amount_text(line.amount, line.currency, grouped=True)
    yield f"{padded(line.label, 36)} {sign + amount:>14}"
    yield f"{_INDENT}{_days(line)}{line.formula}"


def _days(line: LineRow) -> str:
    if line.starts_on is None:
        return ""
    if line.ends_on in (None, line.starts_on):
        return f"{line.starts_on}: "
    return f"{line.starts_on} – {line.ends_on}: "


def _totals(slip: PayslipRow) -> Iterator[str]:
    figures = (
        (_("Gross"), slip.gross),
        (_("Deductions"), slip.deductions),
        (_("Net pay"), slip.net),
        (_("Paid"), slip.paid),
    )
    for label, minor in figures:
        amount = amount_text(minor, slip.currency, grouped=True)
        yield f"{padded(label, 36)} {amount:>14}"
    yield _("Hours worked: {hours}").format(hours=hours_text(slip.minutes.worked))


def _explained(sources: list[SourceRow]) -> Iterator[str]:
    if not sources:
        return
    columns = (
        _("date"),
        _("from"),
        _("to"),
        _("break"),
        _("hours"),
        _("what"),
        _("quantity"),
        _("rate"),
        _("amount"),
        _("ref"),
        _("note"),
    )
    for text in lines_of(columns, [_source_cells(source) for source in sources]):
        yield f"{_INDENT}{_INDENT}{text}"


def _source_cells(source: SourceRow) -> tuple[Cell, ...]:
    return (
        source.day,
        source.start,
        source.end,
        source.break_minutes or None,
        None if source.minutes is None else hours_text(source.minutes),
        source.what,
        None if source.quantity is None else Decimal(quantity_text(source.quantity)),
        None if source.rate is None else Decimal(rate_text(source.rate, source.currency)),
        None if source.amount is None else Decimal(amount_text(source.amount, source.currency)),
        source.ref,
        source.note,
    )
