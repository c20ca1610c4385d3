"""A worker's year: months by items, with the sum of each row. Amounts are minor units.

Every figure stands in the calendar month in which the pay period of its payslip ends, so what a
correction adds to a later payslip stands in the month of that one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from models.wages.engine.values import LINE_CODES, Minutes

Kind = Literal["earning", "deduction", "rounding", "total", "minutes", "payslips"]
Months = tuple[int, ...]

MONTHS: Final = 12
MINUTES: Final = ("worked", "overtime", "night", "rest_day", "holiday")


@dataclass(frozen=True, slots=True)
class SlipOfYear:
    """What a payslip brings to its month, counted from 1; `paid_out`: it was handed over."""

    month: int
    currency: str
    gross: int
    deductions: int
    net: int
    paid: int
    minutes: Minutes
    paid_out: bool = True


@dataclass(frozen=True, slots=True)
class SumOfLines:
    """What the lines of one kind add up to in a month. `rule` tells apart lines of one code."""

    month: int
    currency: str
    group: str
    code: str
    rule: str
    amount: int


@dataclass(frozen=True, slots=True)
class YearRow:
    """A figure for each of the twelve months: an amount, minutes, or a number of payslips.

    `code` is that of the lines, or the name of a total (`gross`, `deductions`, `net`, `paid`) or of
    a kind of hours.
    """

    kind: Kind
    code: str
    months: Months
    rule: str = ""

    @property
    def total(self) -> int:
        """All twelve together."""
        return sum(self.months)


@dataclass(frozen=True, slots=True)
class YearTable:
    """A year in one currency: the rows in the order in which they add up.

    `waiting` is the part of what is paid that was approved and not handed over yet. `advances` is
    what was lent and not repaid at the end of the year, `account` what rounding had paid out and
    not taken back.
    """

    currency: str
    rows: tuple[YearRow, ...]
    waiting: int = 0
    advances: int = 0
    account: int = 0

    def row(self, code: str) -> YearRow:
        """The row of a total or of a kind of hours."""
        return next(row for row in self.rows if row.code == code)


@dataclass(frozen=True, slots=True)
class Year:
    """A worker's year: one table for each currency, the programme's own first."""

    code: str
    work_name: str
    language: str
    year: int
    tables: tuple[YearTable, ...]


def year_tables(
    slips: Sequence[SlipOfYear],
    lines: Sequence[SumOfLines],
    *,
    own: str,
    advances: dict[str, int],
    account: dict[str, int],
) -> tuple[YearTable, ...]:
    """A table for each currency that there is a payslip in; nothing is added across currencies.

    Args:
        slips: The payslips that count.
        lines: The sums of their lines.
        own: The programme's currency, which comes first.
        advances: What is owed of advances at the end of the year, by currency.
        account: What rounding has paid out in advance, by currency.
    """
    currencies = sorted({slip.currency for slip in slips}, key=lambda each: (each != own, each))
    return tuple(
        YearTable(
            currency,
            _rows(
                [slip for slip in slips if slip.currency == currency],
                [line for line in lines if line.currency == currency],
            ),
            sum(s.paid for s in slips if s.currency == currency and not s.paid_out),
            advances.get(currency, 0),
            account.get(currency, 0),
        )
        for currency in currencies
    )


def _rows(slips: Sequence[SlipOfYear], lines: Sequence[SumOfLines]) -> tuple[YearRow, ...]:
    totals = {
        code: YearRow("total", code, by_month((s.month, getattr(s, code)) for s in slips))
        for code in ("gross", "deductions", "net", "paid")
    }
    hours = [
        YearRow("minutes", name, by_month((s.month, getattr(s.minutes, name)) for s in slips))
        for name in MINUTES
    ]
    return (
        *_items("earning", lines),
        totals["gross"],
        *_items("deduction", lines),
        totals["deductions"],
        totals["net"],
        *_items("rounding", lines),
        totals["paid"],
        *(row for row in hours if any(row.months)),
        YearRow("payslips", "payslips", by_month((slip.month, 1) for slip in slips)),
    )


def _items(kind: Kind, lines: Iterable[SumOfLines]) -> list[YearRow]:
    """The rows of a group in the order of payslips; one that is nothing in each month is no row."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for line in lines:
        if line.group == kind:
            found[line.code, line.rule].append((line.month, line.amount))
    rows = [YearRow(kind, code, by_month(found[code, rule]), rule) for code, rule in found]
    return sorted(
        (row for row in rows if any(row.months)),
        key=lambda row: (LINE_CODES.index(row.code), row.rule),
    )


def by_month(figures: Iterable[tuple[int, int]]) -> Months:
    """The figures of each month, counted from 1, added up."""
    sums = [0] * MONTHS
    for month, figure in figures:
        sums[month - 1] += figure
    return tuple(sums)
