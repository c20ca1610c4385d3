"""The columns of a pay register, the same on paper, on screen, in a spreadsheet and a text file."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext, pgettext
from models.money import Money, amount_text, quantity_text, rate_text
from models.wages.register_table import COLUMNS, Count, Register, RegisterColumn, RegisterRow
from models.wages.wording import LINE_LABELS, basis_label
from reports.wording import clock_text

Value = str | int | Decimal | Money | date | timedelta | None

# A heading stands over a narrow column: lines of pay with long names have short ones here.
_TITLES: Final = {
    **LINE_LABELS,
    "code": N_("Code"),
    "work_name": N_("Name"),
    "site": N_("Site"),
    "hours": N_("Hours"),
    "overtime_hours": N_("Overtime hours"),
    "night_hours": N_("Night hours"),
    "rest_day_hours": N_("Rest-day hours"),
    "holiday_hours": N_("Holiday hours"),
    "pieces": N_("Pieces"),
    "basis": N_("Basis"),
    "rate": N_("Rate"),
    "REST_DAY": N_("Rest-day work"),
    "HOLIDAY": N_("Holiday work"),
    "HOLIDAY_OVERTIME": N_("Holiday overtime"),
    "MINIMUM_TOP_UP": N_("Top-up"),
    "corrections": N_("Corrections"),
    "gross": N_("Gross"),
    "deduction_corrections": N_("Deductions corrected"),
    "deductions": N_("Total deductions"),
    "net": N_("Net"),
    "rounding": N_("Rounding"),
    "paid": N_("Paid"),
    "advance_before": N_("Advance before"),
    "advance_after": N_("Advance after"),
    "paid_on": N_("Paid on"),
    "signature": N_("Signature or thumbprint"),
}
_METHODS: Final = {"cash": N_("Cash"), "bank": N_("Bank"), "wallet": N_("Wallet")}
_SHOWN_WHEN_ZERO: Final = ("gross", "net", "paid")


def column(code: str) -> RegisterColumn:
    """The column of a code."""
    return RegisterColumn(code, COLUMNS[code])


def title_of(one: RegisterColumn) -> str:
    """The heading of a column, in the language in use."""
    if one.code == "how":
        return pgettext("register", "How paid")
    return _(_TITLES[one.code])


def draft_mark(register: Register) -> str:
    """The word on a register that is not to be paid out by, or nothing."""
    return pgettext("stamp", "DRAFT") if register.run.status == "draft" else ""


def method_label(method: str) -> str:
    """`Cash`, `Bank` or `Wallet`, in the language in use."""
    return _(_METHODS[method])


def employees_text(number: int) -> str:
    """`12 employees`, in the language in use."""
    return ngettext("{n} employee", "{n} employees", number).format(n=number)


def count_text(count: Count, currency: str) -> str:
    """`3 employees, 4,220.00 CNY`."""
    amount = Money(count.amount, currency)
    return f"{employees_text(count.employees)}, {amount}"


def cell_text(one: RegisterColumn, row: RegisterRow, currency: str) -> str:
    """What stands in a cell for people: thousands grouped, and nothing where nothing was earned."""
    if one.summed:
        return figure_text(one, row.figures, currency)
    if one.kind == "rates":
        return rates_text(row.rates, currency, grouped=True)
    if one.code == "how":
        return method_label(row.how)
    return basis_label(row.basis) if one.code == "basis" else _plain(one, row)


def figure_text(one: RegisterColumn, figures: Mapping[str, int], currency: str) -> str:
    """A figure of a row, or a sum, for people."""
    figure = figures.get(one.code, 0)
    if not figure and one.code not in _SHOWN_WHEN_ZERO:
        return ""
    if one.kind == "minutes":
        return clock_text(figure, grouped=True)
    if one.kind == "pieces":
        return quantity_text(figure, grouped=True)
    return amount_text(figure, currency, grouped=True)


def cell_value(
    one: RegisterColumn, row: RegisterRow, currency: str, *, coded: bool = False
) -> Value:
    """What stands in a cell of a file: a number, a length of time, a day, or text.

    With `coded` a basis and a way of payment are codes, the same in every language.
    """
    if one.summed:
        return figure_value(one, row.figures, currency)
    if one.kind == "rates":
        text = rates_text(row.rates, currency)
        return Decimal(text) if len(row.rates) == 1 else text or None
    if one.kind == "day":
        return row.paid_on
    return _plain(one, row) if coded else cell_text(one, row, currency) or None


def figure_value(one: RegisterColumn, figures: Mapping[str, int], currency: str) -> Value:
    """A figure of a row, or a sum, as a number."""
    figure = figures.get(one.code, 0)
    if one.kind == "minutes":
        return timedelta(minutes=figure)
    if one.kind == "pieces":
        return Decimal(quantity_text(figure))
    return Money(figure, currency)


def rates_text(rates: Sequence[int], currency: str, *, grouped: bool = False) -> str:
    """One rate, or the lowest and the highest of several: `15.00–18.00`."""
    ends = dict.fromkeys((*rates[:1], *rates[-1:]))
    return "–".join(rate_text(rate, currency, grouped=grouped) for rate in ends)


def _plain(one: RegisterColumn, row: RegisterRow) -> str:
    codes = {
        "code": row.code,
        "work_name": row.work_name,
        "site": row.site,
        "basis": row.basis,
        "how": row.how,
        "paid_on": row.paid_on.isoformat() if row.paid_on else "",
    }
    return codes.get(one.code, "")
