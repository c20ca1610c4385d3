"""Payslips, pay runs and sales summaries in the shapes that scripts rely on."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from models.money import RATE_SCALE, amount_text, quantity_text, rate_text
from models.sales.figures import SalesFigures, SalesGroup, SalesSummary, percent_text
from models.wages.explaining import SourceRow
from models.wages.rows import LineRow, PayslipRow, RunRow, SetAsideRow

Sources = Mapping[tuple[str, int], SourceRow]


def exact_text(value: Fraction) -> str:
    """`2.5`, or `17/31` where four decimals do not say it exactly."""
    scaled = value * RATE_SCALE
    return quantity_text(int(scaled)) if scaled.denominator == 1 else str(value)


def payslip_document(slip: PayslipRow, sources: Sources | None = None) -> dict[str, Any]:
    """One payslip; with `sources`, each line with the records that it was computed from."""
    money = _amounts(slip.currency)
    return {
        "number": slip.number,
        "run": slip.run,
        "status": slip.status,
        "employee": {"code": slip.code, "work_name": slip.work_name},
        "site": slip.site,
        "period": {
            "from": slip.period.starts_on.isoformat(),
            "to": slip.period.ends_on.isoformat(),
        },
        "currency": slip.currency,
        "basis": slip.basis,
        "rules": {"pack": slip.pack, "from": slip.pack_from.isoformat()},
        "lines": [_line(line, sources) for line in slip.lines],
        "gross": money(slip.gross),
        "deductions": money(slip.deductions),
        "net": money(slip.net),
        "paid": money(slip.paid),
        "warnings": list(slip.warning_texts),
        "minutes": asdict(slip.minutes),
        "advance_balance": money(slip.advance_balance),
        "payment_method": slip.payment_method,
        "language": slip.language,
        "paid_on": slip.paid_on.isoformat() if slip.paid_on else None,
    }


def run_document(row: RunRow) -> dict[str, Any]:
    """One pay run without its payslips."""
    money = _amounts(row.currency)
    return {
        "number": row.number,
        "status": row.status,
        "kind": row.kind,
        "period": {"from": row.period.starts_on.isoformat(), "to": row.period.ends_on.isoformat()},
        "site": row.site or None,
        "currency": row.currency,
        "totals": {
            "gross": money(row.gross),
            "deductions": money(row.deductions),
            "net": money(row.net),
            "paid": money(row.paid),
            "employees": row.employees,
        },
        "paid_on": row.paid_on.isoformat() if row.paid_on else None,
        "void_reason": row.void_reason or None,
    }


def whole_run_document(
    row: RunRow, aside: Sequence[SetAsideRow], slips: Sequence[PayslipRow]
) -> dict[str, Any]:
    """One pay run with its payslips, and those it could not pay."""
    return {
        **run_document(row),
        "set_aside": [asdict(each) for each in aside],
        "payslips": [payslip_document(slip) for slip in slips],
    }


def source_document(source: SourceRow) -> dict[str, Any]:
    """A record that a line was computed from; what does not apply to its kind is left out."""
    found = {
        "kind": source.kind,
        "date": source.day.isoformat(),
        "what": source.what,
        "start": source.start,
        "end": source.end,
        "break_minutes": source.break_minutes,
        "minutes": source.minutes,
        "quantity": None if source.quantity is None else quantity_text(source.quantity),
        "rate": None if source.rate is None else rate_text(source.rate, source.currency),
        "amount": None if source.amount is None else amount_text(source.amount, source.currency),
        "ref": source.ref,
        "note": source.note,
    }
    return {name: value for name, value in found.items() if value not in (None, "")}


def summary_document(summary: SalesSummary) -> dict[str, Any]:
    """One month's sales in one currency."""
    money = _amounts(summary.currency)
    return {
        "month": _month(summary.month.starts_on.isoformat()),
        "currency": summary.currency,
        "totals": {
            "orders": summary.orders,
            "lines": summary.lines,
            **_sums(summary.totals, summary.currency),
        },
        "by_product": _groups(summary, summary.by_product, "sku", "name"),
        "by_channel": _groups(summary, summary.by_channel, "channel"),
        "by_maker": _groups(summary, summary.by_maker, "maker", "name"),
        "by_day": _groups(summary, summary.by_day, "date"),
        "previous": {
            "month": _month(summary.previous_month.starts_on.isoformat()),
            "net": money(summary.previous_net),
        },
        "change_percent": percent_text(summary.change_percent),
        "wages_gross": None if summary.wages_gross is None else money(summary.wages_gross),
        "wages_to_sales_percent": percent_text(summary.wages_to_sales_percent),
    }


def summaries_document(summaries: Sequence[SalesSummary]) -> dict[str, Any]:
    """The summary in the programme's currency, and those in others beside it."""
    document = summary_document(summaries[0])
    if len(summaries) > 1:
        document["other_currencies"] = [summary_document(other) for other in summaries[1:]]
    return document


def units_number(units: int) -> int | str:
    """Units as an integer, or as text where they are not whole."""
    whole, rest = divmod(units, RATE_SCALE)
    return quantity_text(units) if rest else whole


def _line(line: LineRow, sources: Sources | None) -> dict[str, Any]:
    document: dict[str, Any] = {
        "code": line.code,
        "group": line.group,
        "label": line.label,
        "quantity": exact_text(line.quantity),
        "unit": line.unit,
        "rate": rate_text(line.rate, line.currency),
        "factor": exact_text(line.factor),
        "divisor": exact_text(line.divisor),
        "amount": amount_text(line.amount, line.currency),
        "formula": line.formula,
        "from": line.starts_on.isoformat() if line.starts_on else None,
        "to": line.ends_on.isoformat() if line.ends_on else None,
    }
    if line.less:
        document["less"] = amount_text(line.less, line.currency)
    if line.carried:
        document["carried"] = amount_text(line.carried, line.currency)
    if sources is not None:
        found = (sources.get((each.kind, each.id)) for each in line.sources)
        document["sources"] = [source_document(source) for source in found if source]
    return document


def _groups(
    summary: SalesSummary, groups: Sequence[SalesGroup], key: str, name: str = ""
) -> list[dict[str, Any]]:
    return [
        {
            key: group.key,
            **({name: group.name} if name else {}),
            **_sums(group.figures, summary.currency),
        }
        for group in groups
    ]


def _sums(figures: SalesFigures, currency: str) -> dict[str, Any]:
    money = _amounts(currency)
    return {
        "units": units_number(figures.units),
        "gross": money(figures.gross),
        "discounts": money(figures.discounts),
        "returns": money(figures.returns),
        "net": money(figures.net),
    }


def _amounts(currency: str) -> Any:
    return lambda minor: amount_text(minor, currency)


def _month(day: str) -> str:
    return day[:7]
