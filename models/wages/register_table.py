"""A pay register as figures: who gets what, in columns that cross-foot, with sums by site.

The earnings of a row add up to its gross, gross less deductions is net, net and rounding are what
is paid; every sum of a column is the sum of its rows. Amounts of two currencies never meet: each
currency has a register of its own, with the same columns.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from models.money import RATE_SCALE
from models.wages.engine.values import LINE_CODES
from models.wages.rows import PayslipRow, RunRow

Kind = Literal["text", "minutes", "pieces", "rates", "amount", "day", "room"]

METHODS: Final = ("cash", "bank", "wallet")
DEDUCTION_CODES: Final = ("DEDUCTION", "ADVANCE")
EARNING_CODES: Final = tuple(
    code for code in LINE_CODES if code not in (*DEDUCTION_CODES, "ROUNDING")
)
# Every column that a register can have, in printing order.
COLUMNS: Final[Mapping[str, Kind]] = {
    "code": "text",
    "work_name": "text",
    "site": "text",
    "hours": "minutes",
    "overtime_hours": "minutes",
    "night_hours": "minutes",
    "rest_day_hours": "minutes",
    "holiday_hours": "minutes",
    "pieces": "pieces",
    "basis": "text",
    "rate": "rates",
    **dict.fromkeys(EARNING_CODES, "amount"),
    "corrections": "amount",
    "gross": "amount",
    **dict.fromkeys(DEDUCTION_CODES, "amount"),
    "deduction_corrections": "amount",
    "deductions": "amount",
    "net": "amount",
    "rounding": "amount",
    "paid": "amount",
    "how": "text",
    "advance_before": "amount",
    "advance_after": "amount",
    "paid_on": "day",
    "signature": "room",
}

_WITH_SUMS: Final = ("minutes", "pieces", "amount")
_ALWAYS: Final = (
    *("code", "work_name", "basis", "rate", "how", "paid_on", "signature"),
    *("gross", "deductions", "net", "rounding", "paid"),
)


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column by its stable code: that of a payslip line, or one in small letters.

    `kind` says what stands in it: minutes, pieces and rates in ten-thousandths, amounts in minor
    units, or room to write.
    """

    code: str
    kind: Kind

    @property
    def summed(self) -> bool:
        """Whether its rows are added up."""
        return self.kind in _WITH_SUMS


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """What one employee gets: the payslip `number` in a line.

    `rates` are lowest first, more than one if the employee worked at several. `figures` are those
    of the columns with sums, by code; one that is not there is zero.
    """

    number: str
    code: str
    work_name: str
    site: str
    basis: str
    rates: tuple[int, ...]
    how: str
    status: str
    paid_on: date | None
    figures: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Count:
    """How many employees, and what they get together in minor units."""

    employees: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class RegisterPart:
    """Rows and their sums: those of a site, or all.

    `by_method` is what is handed out in cash, through the bank and to wallets, where that is more
    than nothing. `uncollected` is who was not paid yet of an approved run.
    """

    site: str
    rows: tuple[RegisterRow, ...]
    figures: Mapping[str, int]
    by_method: Mapping[str, Count]
    uncollected: Count

    @property
    def in_cash(self) -> int:
        """What is handed out in cash, in minor units."""
        return self.by_method.get("cash", Count()).amount


@dataclass(frozen=True, slots=True)
class Register:
    """The register of a run in one currency: all of it, and its parts by site."""

    run: RunRow
    currency: str
    columns: tuple[RegisterColumn, ...]
    sites: tuple[RegisterPart, ...]
    total: RegisterPart

    @property
    def begun(self) -> bool:
        """Whether somebody was paid: until then nobody has failed to collect anything."""
        return any(row.status == "paid" for row in self.total.rows)


def registers_of(run: RunRow, slips: Sequence[PayslipRow]) -> tuple[Register, ...]:
    """The registers of a run, that in its own currency first.

    Args:
        run: the run.
        slips: all its payslips with their lines, by site and code.
    """
    rows: dict[str, list[RegisterRow]] = {run.currency: []}
    for slip in slips:
        rows.setdefault(slip.currency, []).append(row_of(slip))
    columns = columns_of([row for some in rows.values() for row in some])
    own, *others = rows
    return tuple(
        Register(run, currency, columns, _sites(rows[currency]), _part("", rows[currency]))
        for currency in (own, *sorted(others))
    )


def row_of(slip: PayslipRow) -> RegisterRow:
    """A payslip as a row."""
    return RegisterRow(
        number=slip.number,
        code=slip.code,
        work_name=slip.work_name,
        site=slip.site,
        basis=slip.basis,
        rates=_rates(slip),
        how=slip.payment_method,
        status=slip.status,
        paid_on=slip.paid_on,
        figures=_added(_figures(slip)),
    )


def columns_of(rows: Iterable[RegisterRow]) -> tuple[RegisterColumn, ...]:
    """The columns that rows need, in printing order: what does not occur has none."""
    found = set(_ALWAYS)
    for row in rows:
        found.update(row.figures)
        if row.site:
            found.add("site")
    return tuple(RegisterColumn(code, kind) for code, kind in COLUMNS.items() if code in found)


def _figures(slip: PayslipRow) -> Iterator[tuple[str, int]]:
    minutes = slip.minutes
    yield "hours", minutes.worked
    yield "overtime_hours", minutes.overtime
    yield "night_hours", minutes.night
    yield "rest_day_hours", minutes.rest_day
    yield "holiday_hours", minutes.holiday
    for line in slip.earnings:
        yield "corrections" if line.corrects else line.code, line.amount
        if line.unit == "piece" and not line.corrects:
            yield "pieces", int(line.quantity * RATE_SCALE)
    for line in slip.taken_off:
        yield "deduction_corrections" if line.corrects else line.code, line.amount
    yield "gross", slip.gross
    yield "deductions", slip.deductions
    yield "net", slip.net
    yield "rounding", slip.rounding
    yield "paid", slip.paid
    yield "advance_before", slip.advances.before
    yield "advance_after", slip.advances.after


def _added(figures: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The sum for each code, without those that are zero."""
    sums: Counter[str] = Counter()
    for code, figure in figures:
        sums[code] += figure
    return {code: figure for code, figure in sums.items() if figure}


def _rates(slip: PayslipRow) -> tuple[int, ...]:
    """The rates of the pieces where these are the basis, or else of basic pay."""
    pieces = slip.basis == "piece"
    lines = (line for line in slip.earnings if not line.corrects and line.pool is None)
    chosen = (line for line in lines if (line.unit == "piece" if pieces else line.code == "BASE"))
    return tuple(sorted({line.rate for line in chosen}))


def _sites(rows: Sequence[RegisterRow]) -> tuple[RegisterPart, ...]:
    names = dict.fromkeys(row.site for row in rows)
    return tuple(_part(name, [row for row in rows if row.site == name]) for name in names)


def _part(site: str, rows: Sequence[RegisterRow]) -> RegisterPart:
    something = [row for row in rows if row.figures.get("paid")]
    by_method = {
        method: _count(row for row in something if row.how == method) for method in METHODS
    }
    return RegisterPart(
        site=site,
        rows=tuple(rows),
        figures=_added(figure for row in rows for figure in row.figures.items()),
        by_method={method: count for method, count in by_method.items() if count.employees},
        uncollected=_count(row for row in rows if row.status == "approved"),
    )


def _count(rows: Iterable[RegisterRow]) -> Count:
    amounts = [row.figures.get("paid", 0) for row in rows]
    return Count(len(amounts), sum(amounts))
