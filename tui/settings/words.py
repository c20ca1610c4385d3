"""What each setting is for, what its values are called, and what the audit's entries say."""

from collections.abc import Callable, Mapping
from typing import Final

from babel import Locale

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import language
from models.money import decimal_text
from tui.employees.words import LANGUAGES, weekdays
from tui.start.forms import PAY_PERIODS

EXPLANATIONS: Final = {
    "name": N_("Seen on this screen only; it is never printed."),
    "currency": N_("What pay and sales are in where nothing else is said."),
    "country": N_("Where the programme works; it may stay empty."),
    "timezone": N_("The time zone of new sites; each site can have its own."),
    "week_starts": N_("Where weeks are counted from, in rosters and weekly pay."),
    "pay_period": N_("How often wages are computed and paid."),
    "minimum_hourly_wage": N_("Payslips warn, or top up, when pay for an hour is below this."),
    "minimum_monthly_wage": N_("Payslips warn, or top up, when pay for a month is below this."),
    "pay_rules": N_("The rules of pay for terms that name none themselves."),
    "cash_smallest": N_("Cash pay is rounded to this; empty for the smallest of the currency."),
    "languages": N_("Payslips are written in each worker's own; the first is the usual one."),
    "payslip_header": N_("Printed at the top of payslips; empty says nothing of who pays."),
    "account_wages": N_("Pay by the hour, day, week or month."),
    "account_premiums": N_("What overtime, nights, rest days and public holidays add."),
    "account_leave": N_("Paid leave, public holidays and weekly paid holidays."),
    "account_pieces": N_("Pieces at their price."),
    "account_shares": N_("The makers' shares of what was sold."),
    "account_bonuses": N_("Bonuses that were entered."),
    "account_allowances": N_("Allowances that were entered."),
    "account_top_ups": N_("What lifts pay to the minimum or the guaranteed wage."),
    "account_reimbursements": N_("What workers had spent for the programme; it is no wage."),
    "account_given_up": N_("What rounding paid out to leavers and is not taken back."),
    "account_statutory": N_("Withheld for tax, insurance, a court; to be passed on."),
    "account_agreed": N_("Withheld for rent, meals, savings; to be passed on."),
    "account_deductions": N_("Withheld for what nobody has said."),
    "account_losses": N_("Withheld for damage, a shortage, a fine."),
    "account_charges": N_("Withheld for uniforms, tools."),
    "account_loans": N_("Withheld for money that was lent outside this book."),
    "account_advances": N_("Subs and loans: given, and repaid by payslips or by hand."),
    "account_rounding": N_("What rounding up has paid out and not taken back yet."),
    "account_payable": N_("Earned and not handed over yet."),
    "account_cash": N_("Where pay in cash, and every advance, comes from."),
    "account_bank": N_("Where pay by bank transfer comes from."),
    "account_wallet": N_("Where pay to mobile wallets comes from."),
}
"""By key of `models.book.settings.SETTINGS`."""

SHORT: Final = {
    "name": N_("Name"),
    "currency": N_("Currency"),
    "country": N_("Country"),
    "timezone": N_("Time zone"),
    "week_starts": N_("Weeks start on"),
    "pay_period": N_("Wages are paid"),
    "minimum_hourly_wage": N_("Least for an hour"),
    "minimum_monthly_wage": N_("Least for a month"),
    "pay_rules": N_("Pay rules"),
    "cash_smallest": N_("Smallest coin"),
    "languages": N_("Languages"),
    "payslip_header": N_("Top of payslips"),
}
"""What the settings of the programme are called where there is little room."""

SIDES: Final = {
    "expense": N_("expense"),
    "income": N_("income"),
    "liability": N_("liability"),
    "asset": N_("asset"),
    "cash": N_("money"),
}
"""By `models.accounts.AccountKind`."""

ACTIONS: Final = {
    "book.create": N_("The book was made"),
    "settings.change": N_("Settings changed"),
    "site.change": N_("Site changed"),
    "rules.copy": N_("Pay rules copied"),
    "rules.save": N_("Pay rules saved"),
    "rules.change": N_("Pay rule changed"),
    "rules.remove": N_("Pay rules removed"),
    "employee.add": N_("Employee added"),
    "employee.change": N_("Employee changed"),
    "employees.import": N_("Employees imported"),
    "terms.add": N_("Pay terms added"),
    "terms.remove": N_("Pay terms removed"),
    "terms.import": N_("Pay terms imported"),
    "shift.add": N_("Shift added"),
    "shift.change": N_("Shift changed"),
    "shift.status": N_("Shifts marked"),
    "shift.confirm": N_("Shifts confirmed"),
    "shift.copy_week": N_("Week copied"),
    "shift.remove": N_("Shifts removed"),
    "shift.strike_out": N_("Shift struck out"),
    "shift.restore": N_("Shift restored"),
    "shifts.import": N_("Shifts imported"),
    "holiday.add": N_("Holiday added"),
    "holiday.change": N_("Holiday changed"),
    "holiday.move": N_("Holiday moved"),
    "holiday.strike_out": N_("Holiday struck out"),
    "holiday.restore": N_("Holiday restored"),
    "holidays.import": N_("Holidays imported"),
    "piece.add": N_("Pieces added"),
    "piece.change": N_("Pieces changed"),
    "piece.remove": N_("Pieces removed"),
    "piece.strike_out": N_("Pieces struck out"),
    "piece.restore": N_("Pieces restored"),
    "pieces.import": N_("Pieces imported"),
    "adjustment.add": N_("Adjustment added"),
    "adjustment.change": N_("Adjustment changed"),
    "adjustment.remove": N_("Adjustments removed"),
    "adjustment.strike_out": N_("Adjustment struck out"),
    "adjustment.restore": N_("Adjustment restored"),
    "adjustments.import": N_("Adjustments imported"),
    "advance.add": N_("Advance given"),
    "advance.change": N_("Advance changed"),
    "advance.remove": N_("Advances removed"),
    "advance.skip": N_("Instalment skipped"),
    "advance.unskip": N_("Skipped instalment taken back"),
    "advance.settle": N_("Advance repaid by hand"),
    "advance.undo_settlement": N_("Repayment by hand undone"),
    "advances.import": N_("Advances imported"),
    "payrun.new": N_("Pay run computed"),
    "payrun.looked": N_("Pay run looked through"),
    "payrun.recompute": N_("Pay run computed anew"),
    "payrun.approve": N_("Pay run approved"),
    "payrun.pay": N_("Pay run marked as paid"),
    "payrun.uncollected": N_("Pay not collected"),
    "payrun.void": N_("Pay run voided"),
    "payslips.print": N_("Payslips printed"),
    "product.add": N_("Product added"),
    "product.change": N_("Product changed"),
    "products.import": N_("Products imported"),
    "stock.add": N_("Stock moved"),
    "stock.remove": N_("Stock movement removed"),
    "stock.import": N_("Stock movements imported"),
    "sale.add": N_("Sale added"),
    "sale.change": N_("Sale changed"),
    "sale.remove": N_("Sales removed"),
    "sale.strike_out": N_("Sale struck out"),
    "sale.restore": N_("Sale restored"),
    "sales.import": N_("Sales imported"),
}


def action_words(action: str) -> str:
    """What an entry of the audit says was done; an unknown one is named as it is stored."""
    return _(ACTIONS[action]) if action in ACTIONS else action


def explained(key: str) -> str:
    """What a setting is for; nothing where nobody has said."""
    return _(EXPLANATIONS[key]) if key in EXPLANATIONS else ""


def setting_words(key: str, value: str) -> str:
    """The value of a setting as a person reads it."""
    if not value:
        return "–"
    if key in _WORDS:
        return _WORDS[key](value)
    return value


def _country(value: str) -> str:
    return str(Locale(language()).territories.get(value, value))


def _languages(value: str) -> str:
    return ", ".join(LANGUAGES.get(code, code) for code in value.split(","))


def _rate(value: str) -> str:
    whole, _point, decimals = value.partition(".")
    scaled = int(whole + decimals.ljust(4, "0")[:4])
    return decimal_text(scaled, 4, grouped=True)


_WORDS: Final[Mapping[str, Callable[[str], str]]] = {
    "country": _country,
    "languages": _languages,
    "week_starts": weekdays,
    "pay_period": lambda value: _(PAY_PERIODS.get(value, value)),
    "minimum_hourly_wage": _rate,
    "minimum_monthly_wage": _rate,
    "cash_smallest": _rate,
}
