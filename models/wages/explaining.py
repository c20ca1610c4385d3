"""The records that payslip lines were computed from: shifts, pieces, amounts, sales, advances."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, select

from models.sales.tables import PRODUCT, SALE
from models.shifts.hours import clock
from models.shifts.tables import SHIFT
from models.wages.engine.values import Source, SourceKind
from models.wages.rows import LineRow, PayslipRow
from models.wages.tables import ADJUSTMENT, ADVANCE, PIECE

_CHUNK: Final = 500


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One record behind a line; what a kind does not have is None or empty.

    `what` is the activity of a shift, the task of pieces, the item of an adjustment, the SKU of a
    sale or the kind of an advance, `legal_basis` that of a deduction. Minutes are paid ones,
    without the unpaid break; quantity and rate are ten-thousandths, the amount of an adjustment or
    an advance and the signed net of a sale minor units of `currency`.
    """

    kind: SourceKind
    id: int
    day: date
    currency: str
    what: str = ""
    start: str = ""
    end: str = ""
    break_minutes: int | None = None
    minutes: int | None = None
    quantity: int | None = None
    rate: int | None = None
    amount: int | None = None
    ref: str = ""
    note: str = ""
    legal_basis: str = ""


Sources = dict[tuple[str, int], SourceRow]


@dataclass(frozen=True, slots=True)
class Behind:
    """A record behind a line, and how much of it the line counts: see `Source.quantity`."""

    source: Source
    row: SourceRow


def records_behind(line: LineRow, sources: Sources) -> list[Behind]:
    """The records behind a line, by day; one that is no longer in the book is left out."""
    found = [
        Behind(source, sources[source.kind, source.id])
        for source in line.sources
        if (source.kind, source.id) in sources
    ]
    return sorted(found, key=lambda each: (each.row.day, each.row.start, each.row.id))


def read_sources(connection: Connection, slip: PayslipRow) -> Sources:
    """The records behind a payslip's lines, by kind and id as the lines' `sources` name them."""
    ids: dict[SourceKind, set[int]] = defaultdict(set)
    for source in _named(slip.lines):
        ids[source[0]].add(source[1])
    rows = (
        row
        for kind, keys in ids.items()
        for row in _rows(connection, kind, sorted(keys), slip.currency)
    )
    return {(row.kind, row.id): row for row in rows}


def _named(lines: Iterable[LineRow]) -> Iterator[tuple[SourceKind, int]]:
    for line in lines:
        for source in line.sources:
            yield source.kind, source.id


def _rows(
    connection: Connection, kind: SourceKind, keys: list[int], currency: str
) -> Iterator[SourceRow]:
    statement, key = _STATEMENTS[kind]
    for start in range(0, len(keys), _CHUNK):
        chunk = statement.where(key.in_(keys[start : start + _CHUNK]))
        for row in connection.execute(chunk):
            yield _MAKERS[kind](row, currency)


def _shift(row: Row[Any], currency: str) -> SourceRow:
    return SourceRow(
        kind="shift",
        id=row.id,
        day=row.day,
        currency=currency,
        what=row.activity,
        start=clock(row.starts),
        end=clock(row.ends),
        break_minutes=row.break_minutes,
        minutes=row.ends_at - row.starts_at - row.break_minutes,
        rate=row.rate,
        note=row.note,
    )


def _piece(row: Row[Any], currency: str) -> SourceRow:
    return SourceRow(
        kind="piece",
        id=row.id,
        day=row.day,
        currency=currency,
        what=row.task,
        quantity=row.quantity,
        rate=row.rate,
        note=row.note,
    )


def _adjustment(row: Row[Any], _currency: str) -> SourceRow:
    return SourceRow(
        kind="adjustment",
        id=row.id,
        day=row.day,
        currency=row.currency,
        what=row.item,
        amount=row.amount,
        note=row.note,
        legal_basis=row.legal_basis,
    )


def _sale(row: Row[Any], _currency: str) -> SourceRow:
    return SourceRow(
        kind="sale",
        id=row.id,
        day=row.day,
        currency=row.currency,
        what=row.sku,
        quantity=row.quantity,
        rate=row.unit_price,
        amount=row.net,
        ref=row.ref,
        note=row.note,
    )


def _advance(row: Row[Any], _currency: str) -> SourceRow:
    return SourceRow(
        kind="advance",
        id=row.id,
        day=row.day,
        currency=row.currency,
        what=row.kind,
        amount=row.amount,
        note=row.note,
    )


_STATEMENTS: Final[dict[SourceKind, tuple[Select[Any], Any]]] = {
    "shift": (select(SHIFT), SHIFT.c.id),
    "piece": (select(PIECE), PIECE.c.id),
    "adjustment": (select(ADJUSTMENT), ADJUSTMENT.c.id),
    "advance": (select(ADVANCE), ADVANCE.c.id),
    "sale": (
        select(SALE, PRODUCT.c.sku).join(PRODUCT, PRODUCT.c.id == SALE.c.product_id),
        SALE.c.id,
    ),
}
_MAKERS: Final = {
    "shift": _shift,
    "piece": _piece,
    "adjustment": _adjustment,
    "advance": _advance,
    "sale": _sale,
}
