"""A pay register in the shape that scripts rely on."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from models.money import Money, amount_text
from models.wages.register_table import Count, Register, RegisterPart, RegisterRow
from reports.register_columns import Value, cell_value, figure_value, title_of
from reports.wording import clock_text


def register_document(register: Register) -> dict[str, Any]:
    """One currency's register: its columns, its rows by the codes of these, and the sums."""
    run = register.run
    return {
        "run": run.number,
        "status": run.status,
        "kind": run.kind,
        "period": {"from": run.period.starts_on.isoformat(), "to": run.period.ends_on.isoformat()},
        "site": run.site or None,
        "currency": register.currency,
        "columns": [
            {"code": column.code, "label": title_of(column)} for column in register.columns
        ],
        "rows": [_row(register, row) for row in register.total.rows],
        "by_site": [{"site": part.site, **_sums(register, part)} for part in register.sites],
        "totals": _sums(register, register.total),
    }


def registers_document(registers: Sequence[Register]) -> dict[str, Any]:
    """The register in the run's own currency, and those in others beside it."""
    document = register_document(registers[0])
    if len(registers) > 1:
        document["other_currencies"] = [register_document(other) for other in registers[1:]]
    return document


def _row(register: Register, row: RegisterRow) -> dict[str, Any]:
    return {
        "payslip": row.number,
        "status": row.status,
        **{
            column.code: _plain(cell_value(column, row, register.currency, coded=True))
            for column in register.columns
        },
    }


def _sums(register: Register, part: RegisterPart) -> dict[str, Any]:
    return {
        "employees": len(part.rows),
        **{
            column.code: _plain(figure_value(column, part.figures, register.currency))
            for column in register.columns
            if column.summed
        },
        "by_method": {
            method: _count(count, register.currency) for method, count in part.by_method.items()
        },
        "not_collected": _count(part.uncollected, register.currency),
    }


def _count(count: Count, currency: str) -> dict[str, Any]:
    return {"employees": count.employees, "amount": amount_text(count.amount, currency)}


def _plain(value: Value) -> str | int | None:
    if isinstance(value, Money):
        return value.plain
    if isinstance(value, timedelta):
        return clock_text(value // timedelta(minutes=1))
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value
