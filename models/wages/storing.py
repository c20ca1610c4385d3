"""Payslips as rows of the book, and back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from models.recording import insert_rows
from models.wages.engine.values import Line, Minutes, PayFigures, PayWarning, Source
from models.wages.tables import PAYSLIP, PAYSLIP_LINE

if TYPE_CHECKING:
    from models.wages.gathering import Payee


def payslip_values(run: int, payee: "Payee", figures: PayFigures) -> dict[str, Any]:
    """The row of a payslip, without its lines."""
    return {
        "number": f"{run}-{payee.code}",
        "run_id": run,
        "employee_id": payee.id,
        "work_name": payee.work_name,
        "site": payee.site,
        "language": payee.language,
        "payment_method": payee.payment_method,
        "currency": figures.currency,
        "basis": figures.basis,
        "pack": figures.rules.pack,
        "pack_from": figures.rules.starts_on,
        "gross": figures.gross,
        "deductions": figures.deductions,
        "net": figures.net,
        "paid": figures.paid,
        "worked_minutes": figures.minutes.worked,
        "overtime_minutes": figures.minutes.overtime,
        "night_minutes": figures.minutes.night,
        "rest_day_minutes": figures.minutes.rest_day,
        "holiday_minutes": figures.minutes.holiday,
        "warnings": json.dumps([[w.code, w.number, *w.amounts] for w in figures.warnings]),
        "advances_before": figures.advances.before,
        "advances_after": figures.advances.after,
        "account_before": figures.account.before,
        "account_after": figures.account.after,
        "corrected_hours": json.dumps(
            [[number, *astuple(hours)] for number, hours in figures.corrected_hours.items()]
        ),
        "terms_digest": payee.terms_digest,
        "paid_on": None,
        "printed_on": None,
    }


def line_values(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """The rows of a payslip's lines, without the payslip's id."""
    return [
        {
            "position": position,
            "code": line.code,
            "pay_group": line.group,
            "quantity": str(line.quantity),
            "unit": line.unit,
            "rate": line.rate,
            "factor": str(line.factor),
            "divisor": str(line.divisor),
            "pool": "" if line.pool is None else str(line.pool),
            "rule": line.rule,
            "amount": line.amount,
            "detail": line.detail,
            "starts_on": line.starts_on,
            "ends_on": line.ends_on,
            "less": line.less,
            "carried": line.carried,
            "corrects": line.corrects,
            "corrects_line_id": line.corrects_line,
            "sources": json.dumps(
                [[source.kind, source.id, source.quantity] for source in line.sources],
                separators=(",", ":"),
            ),
        }
        for position, line in enumerate(lines, 1)
    ]


Computed = Sequence[tuple[dict[str, Any], list[dict[str, Any]]]]


def store(connection: Connection, computed: Computed) -> None:
    """Write payslips and their lines."""
    insert_rows(connection, PAYSLIP, [slip for slip, _lines in computed])
    if not computed:
        return
    run = computed[0][0]["run_id"]
    found = select(PAYSLIP.c.employee_id, PAYSLIP.c.id).where(PAYSLIP.c.run_id == run)
    ids = {row.employee_id: row.id for row in connection.execute(found)}
    insert_rows(
        connection,
        PAYSLIP_LINE,
        [
            {**line, "payslip_id": ids[slip["employee_id"]]}
            for slip, lines in computed
            for line in lines
        ],
    )


def as_stored(connection: Connection, run: int) -> Computed:
    """The payslips of a run as `store` was given them, by employee."""
    slips = connection.execute(select(PAYSLIP).where(PAYSLIP.c.run_id == run)).mappings().all()
    lines: dict[int, list[dict[str, Any]]] = {slip["id"]: [] for slip in slips}
    statement = (
        select(PAYSLIP_LINE)
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .where(PAYSLIP.c.run_id == run)
        .order_by(PAYSLIP_LINE.c.position)
    )
    for line in connection.execute(statement).mappings():
        lines[line["payslip_id"]].append(_without(dict(line), "id", "payslip_id"))
    return [(_without(dict(slip), "id"), lines[slip["id"]]) for slip in slips]


def same_payslips(one: Computed, other: Computed) -> bool:
    """Whether both say the same to the last digit, in whatever order."""
    return _comparable(one) == _comparable(other)


def _comparable(computed: Computed) -> dict[str, Any]:
    return {slip["number"]: (slip, lines) for slip, lines in computed}


def sources_of(text: str) -> tuple[Source, ...]:
    """The sources of a stored line."""
    return tuple(Source(kind, key, quantity) for kind, key, quantity in json.loads(text))


def line_fields(row: Any) -> dict[str, Any]:
    """The fields of a stored line as the engine names them."""
    return {
        "code": row.code,
        "group": row.pay_group,
        "quantity": exact(row.quantity),
        "unit": row.unit,
        "rate": row.rate,
        "amount": row.amount,
        "factor": exact(row.factor),
        "divisor": exact(row.divisor),
        "detail": row.detail,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "less": row.less,
        "carried": row.carried,
        "pool": exact(row.pool) if row.pool else None,
        "rule": row.rule,
        "corrects": row.corrects,
        "corrects_line": row.corrects_line_id,
        "sources": sources_of(row.sources),
    }


def warnings_of(text: str) -> tuple[PayWarning, ...]:
    """The warnings of a stored payslip."""
    return tuple(
        PayWarning(code, number, tuple(amounts)) for code, number, *amounts in json.loads(text)
    )


def minutes_of(row: Any) -> Minutes:
    """The hours of a stored payslip's own period."""
    return Minutes(
        worked=row.worked_minutes,
        overtime=row.overtime_minutes,
        night=row.night_minutes,
        rest_day=row.rest_day_minutes,
        holiday=row.holiday_minutes,
    )


def hours_of(text: str) -> dict[str, Minutes]:
    """The hours by which a stored payslip corrects others, by their numbers."""
    return {number: Minutes(*minutes) for number, *minutes in json.loads(text)}


def exact(text: str) -> Fraction:
    """A stored quantity, factor or divisor."""
    return Fraction(text)


def _without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}
