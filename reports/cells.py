"""Cells of a spreadsheet: real numbers and dates, and text that is never read as a formula."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from models.money import Money
from reports.wording import clock_text

Value = str | int | Decimal | Money | date | datetime | time | timedelta | bool | None

_HEAD_FONT: Final = Font(bold=True)
_HEAD_FILL: Final = PatternFill("solid", fgColor="FFE7EBEC")
_HEAD_LINE: Final = Border(bottom=Side("thin", color="FF174F54"))
_HEAD_PLACE: Final = Alignment(vertical="center")
_TOTAL_LINE: Final = Border(top=Side("thin", color="FF174F54"))
_NOT_TEXT_AT_FIRST_SIGHT: Final = frozenset("=+-@#")
_MINUTE: Final = timedelta(minutes=1)
_LONGEST_TEXT: Final = 32_767  # what a cell can hold


def number_format(value: Decimal) -> str:
    """Thousands apart, and as many decimals as the number was given with."""
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def cell_of(sheet: Any, value: Value) -> Cell:
    """One cell. An amount has its currency's digits; a date is a date, and hours can be added."""
    if isinstance(value, Money):
        value = Decimal(value.plain)
    if isinstance(value, str):
        return _text(sheet, value)
    cell = WriteOnlyCell(sheet, value)  # type: ignore[arg-type] # openpyxl takes all of these
    if isinstance(value, Decimal):
        cell.number_format = number_format(value)
    elif isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, time):
        cell.number_format = "hh:mm"
    elif isinstance(value, timedelta):
        cell.number_format = "[h]:mm"
    return cell


def head_of(sheet: Any, title: str) -> Cell:
    """A heading: bold, with a line below it."""
    cell = _text(sheet, title)
    cell.font, cell.fill = _HEAD_FONT, _HEAD_FILL
    cell.border, cell.alignment = _HEAD_LINE, _HEAD_PLACE
    return cell


def total_of(sheet: Any, value: Value) -> Cell:
    """A cell of the last row, which the others add up to."""
    cell = cell_of(sheet, value)
    cell.font, cell.border = _HEAD_FONT, _TOTAL_LINE
    return cell


def _text(sheet: Any, text: str) -> Cell:
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_TEXT]
    cell = WriteOnlyCell(sheet, value=clean)
    if clean[:1] in _NOT_TEXT_AT_FIRST_SIGHT:
        # Stored as text, and kept as text when someone edits it.
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def plain_text(value: Value) -> str:
    """The value as it stands in a text file: a point, no separators, `YYYY-MM-DD`, `HH:MM`.

    A length of time is hours and minutes: `168:20`.
    """
    if isinstance(value, Money):
        return value.plain
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return clock_text(value // _MINUTE)
    return "" if value is None else str(value)


def guarded(value: Value) -> Value:
    """Text that a spreadsheet program would read as a formula, with the sign that stops it."""
    if isinstance(value, str) and value[:1] in _NOT_TEXT_AT_FIRST_SIGHT:
        return f"'{value}"
    return value
