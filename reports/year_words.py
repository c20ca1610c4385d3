"""What is said on a year statement, in the language in use; the same on paper and in sheets."""

from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import Money
from models.wages.wording import line_label
from models.wages.year_figures import Year, YearRow, YearTable

_TOTALS: Final = {
    "gross": N_("Total earnings"),
    "deductions": N_("Total deductions"),
    "net": N_("Net pay"),
    "paid": N_("Amount paid"),
}
_HOURS: Final = {
    "worked": N_("Hours worked"),
    "overtime": N_("of which overtime"),
    "night": N_("of which night work"),
    "rest_day": N_("of which on rest days"),
    "holiday": N_("of which on public holidays"),
}


def spoken_in(year: Year, language: str) -> str:
    """The language of the statement; `auto` is the worker's own."""
    return year.language if language == "auto" else language


def title(year: Year) -> str:
    """`Statement of wages 2026`."""
    return _("Statement of wages {year}").format(year=year.year)


def row_label(row: YearRow) -> str:
    """What a row is called."""
    if row.kind == "total":
        return _(_TOTALS[row.code])
    if row.kind == "minutes":
        return _(_HOURS[row.code])
    return _("Payslips") if row.kind == "payslips" else line_label(row.code, rule=row.rule)


def notes(table: YearTable) -> list[str]:
    """Sentences below the table: what a month is, what is not handed over yet, what is owed."""

    def amount(minor: int) -> str:
        return str(Money(minor, table.currency))

    said = [
        _(
            "Each payslip stands in the month in which its pay period ends; what corrects an "
            "earlier one stands in the month of the payslip that pays it."
        )
    ]
    if table.waiting:
        said.append(
            _("Approved and not handed over yet: {amount}.").format(amount=amount(table.waiting))
        )
    if table.advances:
        said.append(
            _("Advances not repaid at the end of the year: {amount}.").format(
                amount=amount(table.advances)
            )
        )
    if table.account:
        said.append(
            _("Rounded up so far and to be taken back later: {amount}.").format(
                amount=amount(table.account)
            )
        )
    return said
