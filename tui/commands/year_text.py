"""A worker's year as lines of text, and as scripts rely on it; also what a letter confirms."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from models.language import gettext as _
from models.money import amount_text, rate_text
from models.wages.income import Confirmation
from models.wages.year_figures import MONTHS, Year, YearRow, YearTable
from reports.wording import clock_text, month_names
from reports.year_words import notes, row_label, title
from tui.commands.tables import Cell, lines_of

_LABEL_CELLS: Final = 30
_MONTH_CELLS: Final = 12


def year_lines(year: Year, *, named: bool) -> Iterator[str]:
    """The year in tables as wide as the terminal, with what there is to say of it."""
    yield title(year)
    yield " · ".join(filter(None, (year.code, year.work_name if named else "")))
    for table in year.tables:
        yield ""
        yield from table_lines(table)


def table_lines(table: YearTable) -> Iterator[str]:
    """A year in one currency, and what there is to say of it."""
    yield table.currency
    for months in _parts(table):
        yield from _table(table, months)
        yield ""
    yield from notes(table)


def _parts(table: YearTable) -> Iterator[Sequence[int]]:
    """The months that have payslips, as many at a time as fit; nothing is split in a file."""
    paid = table.row("payslips").months
    shown = [month for month in range(MONTHS) if paid[month]]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10**6
    at_once = max(1, (width - _LABEL_CELLS) // _MONTH_CELLS - 1)
    for start in range(0, len(shown), at_once):
        yield shown[start : start + at_once]


def _table(table: YearTable, months: Sequence[int]) -> Iterator[str]:
    names = month_names()
    columns = (_("Item"), *(names[month] for month in months), _("Total"))
    rows = [
        (
            row_label(row),
            *(_cell(row, row.months[month], table.currency) for month in months),
            _cell(row, row.total, table.currency),
        )
        for row in table.rows
    ]
    yield from lines_of(columns, rows)


def _cell(row: YearRow, figure: int, currency: str) -> Cell:
    if row.kind == "minutes":
        return clock_text(figure)
    return figure if row.kind == "payslips" else Decimal(amount_text(figure, currency))


def year_document(year: Year, *, named: bool) -> dict[str, Any]:
    """The year in the programme's currency, and those in others beside it."""
    document = {
        "year": year.year,
        "employee": {"code": year.code, **({"work_name": year.work_name} if named else {})},
        **table_document(year.tables[0]),
    }
    if len(year.tables) > 1:
        document["other_currencies"] = [table_document(table) for table in year.tables[1:]]
    return document


def table_document(table: YearTable) -> dict[str, Any]:
    """A year in one currency."""

    def amount(minor: int) -> str:
        return amount_text(minor, table.currency)

    return {
        "currency": table.currency,
        "rows": [_row_document(row, table.currency) for row in table.rows],
        "not_handed_over": amount(table.waiting),
        "advance_balance": amount(table.advances),
        "rounding_account": amount(table.account),
    }


def _row_document(row: YearRow, currency: str) -> dict[str, Any]:
    def figure(value: int) -> str | int:
        return value if row.kind in ("minutes", "payslips") else amount_text(value, currency)

    return {
        "group": row.kind,
        "item": row.code,
        **({"rule": row.rule} if row.rule else {}),
        "label": row_label(row),
        "months": [figure(value) for value in row.months],
        "total": figure(row.total),
    }


def confirmation_document(of: Confirmation) -> dict[str, Any]:
    """What a letter confirms, without any name."""
    rate = None if of.rate is None or of.currency is None else rate_text(of.rate, of.currency)
    return {
        "employee": {"code": of.code},
        "on": of.on.isoformat(),
        "joined_on": of.joined_on.isoformat(),
        "left_on": of.left_on.isoformat() if of.left_on else None,
        "basis": of.basis,
        "rate": rate,
        "currency": of.currency,
        "averages": [
            {
                "currency": each.currency,
                "months": [month.starts_on.strftime("%Y-%m") for month in each.paid],
                "gross": amount_text(each.gross, each.currency),
                "net": amount_text(each.net, each.currency),
            }
            for each in of.averages
        ],
    }
