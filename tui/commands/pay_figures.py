"""Payslips and pay runs in the shapes that scripts rely on."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from fractions import Fraction
from typing import Any

from models.money import RATE_SCALE, amount_text, quantity_text, rate_text
from models.wages.engine.values import Balance, Terms
from models.wages.explaining import Behind
from models.wages.explanation import Explanation
from models.wages.paid_by import RuleBehind
from models.wages.rows import LineRow, PayslipRow, RunRow, SetAsideRow
from models.wages.unusual_pay import Unusual


def exact_text(value: Fraction) -> str:
    """`2.5`, or `17/31` where four decimals do not say it exactly."""
    scaled = value * RATE_SCALE
    return quantity_text(int(scaled)) if scaled.denominator == 1 else str(value)


def payslip_document(slip: PayslipRow, explained: Explanation | None = None) -> dict[str, Any]:
    """One payslip; with `explained`, each line with the rule and the records behind it."""
    money = _amounts(slip.currency)
    equivalent = slip.hourly_equivalent
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
        "lines": [_line(line, explained) for line in slip.lines],
        "gross": money(slip.gross),
        "deductions": money(slip.deductions),
        "net": money(slip.net),
        "paid": money(slip.paid),
        "warnings": list(slip.warning_texts),
        "minutes": asdict(slip.minutes),
        "corrected_minutes": [
            {"payslip": number, **asdict(hours)} for number, hours in slip.corrected_hours.items()
        ],
        "hourly_equivalent": None if equivalent is None else money(equivalent),
        "advance_balance": money(slip.advances.after),
        "advances": _balance(slip.advances, slip.currency),
        "account": _balance(slip.account, slip.currency),
        "payment_method": slip.payment_method,
        "language": slip.language,
        "paid_on": _day(slip.paid_on),
        "printed_on": _day(slip.printed_on),
    }


def _balance(balance: Balance, currency: str) -> dict[str, str]:
    return {
        "before": amount_text(balance.before, currency),
        "after": amount_text(balance.after, currency),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


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
        "uncollected": row.uncollected,
        "paid_on": _day(row.paid_on),
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


def source_document(behind: Behind) -> dict[str, Any]:
    """A record that a line was computed from; what does not apply to its kind is left out.

    `counted` is how much of it the line counts: minutes, pieces, or an amount.
    """
    source = behind.row
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
        "legal_basis": source.legal_basis,
        "counted": _counted(behind),
    }
    return {name: value for name, value in found.items() if value not in (None, "")}


def _counted(behind: Behind) -> int | str:
    quantity = behind.source.quantity
    if behind.row.kind == "shift":
        return quantity
    if behind.row.kind == "piece":
        return quantity_text(quantity)
    return amount_text(quantity, behind.row.currency)


def _line(line: LineRow, explained: Explanation | None) -> dict[str, Any]:
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
        "from": _day(line.starts_on),
        "to": _day(line.ends_on),
        "corrects": line.corrects or None,
    }
    if line.less:
        document["less"] = amount_text(line.less, line.currency)
    if line.carried:
        document["carried"] = amount_text(line.carried, line.currency)
    if line.reason:
        document["reason"] = line.reason
    if line.pool is not None:
        document["pool"] = exact_text(line.pool)
    if explained is not None:
        document |= _explained(line, explained)
    return document


def _explained(line: LineRow, explained: Explanation) -> dict[str, Any]:
    own, divided = (
        [rule for rule in explained.rules(line) if (rule.name == line.rule) is mine]
        for mine in (True, False)
    )
    terms = explained.terms(line)
    document: dict[str, Any] = {
        "rule": _rule(own[0]) if own else None,
        "terms": _terms(terms) if terms else None,
        "sources": [source_document(behind) for behind in explained.records(line)],
    }
    if divided:
        document["divisor_rule"] = _rule(divided[0])
    if line.pool is not None:
        document["week"] = [
            {"label": part.label, "formula": part.formula, "amount": exact_text(part.exact)}
            for part in explained.week(line)
        ]
    return document


def _rule(rule: RuleBehind) -> dict[str, Any]:
    return {
        "name": rule.name,
        "pack": rule.pack,
        "from": rule.rules.starts_on.isoformat() if rule.rules else None,
        "text": rule.text,
        "source": rule.source,
        "verified": rule.verified,
    }


def _terms(terms: Terms) -> dict[str, Any]:
    guaranteed = terms.guaranteed_hourly
    return {
        "from": terms.starts_on.isoformat(),
        "basis": terms.basis,
        "rate": rate_text(terms.rate, terms.currency),
        "guaranteed_hourly": None if guaranteed is None else rate_text(guaranteed, terms.currency),
    }


def _amounts(currency: str) -> Any:
    return lambda minor: amount_text(minor, currency)


def unusual_document(run: int, found: Sequence[Unusual]) -> dict[str, Any]:
    """What is unusual in a run, the worst first; `payslip` is null where there is none."""
    return {
        "run": run,
        "unusual": [
            {
                "kind": each.kind,
                "employee": {"code": each.code, "work_name": each.work_name},
                "payslip": each.payslip or None,
                "message": each.text,
            }
            for each in found
        ],
    }
