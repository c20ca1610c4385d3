"""Pay in words: labels of lines, the formula behind an amount, warnings, in the language in use."""

import re
from collections.abc import Callable, Set
from fractions import Fraction
from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext, pgettext
from models.money import amount_text, quantity_text, rate_text
from models.wages.engine.hourly import WEEKS_OF_MONTH
from models.wages.engine.values import Line, PayWarning
from models.wages.settled_wording import corrected, repaid, rounded

_MINUS: Final = "−"
# The hyphen of a number; one within a word, such as the number of a payslip, is none.
_BELOW_ZERO: Final = re.compile(r"(?<!\w)-(?=\d)", re.ASCII)

LINE_LABELS: Final = {
    "BASE": N_("Basic pay"),
    "OVERTIME": N_("Overtime"),
    "NIGHT": N_("Night work"),
    "REST_DAY": N_("Work on a rest day"),
    "HOLIDAY": N_("Work on a public holiday"),
    "HOLIDAY_OVERTIME": N_("Overtime on a holiday"),
    "WEEKLY_HOLIDAY": N_("Weekly paid holiday"),
    "LEAVE": N_("Paid leave"),
    "PIECE": N_("Piece-work"),
    "MAKER_SHARE": N_("Maker's share"),
    "BONUS": N_("Bonus"),
    "ALLOWANCE": N_("Allowance"),
    "REIMBURSEMENT": N_("Reimbursement"),
    "MINIMUM_TOP_UP": N_("Top-up to the guaranteed wage"),
    "DEDUCTION": N_("Deduction"),
    "ADVANCE": N_("Advance repaid"),
    "ROUNDING": N_("Rounding"),
}

# What a line is called when a rule of the pack is behind it.
_BY_RULE: Final = {
    ("LEAVE", "public_holiday"): N_("Public holiday"),
    ("MINIMUM_TOP_UP", "minimum_wage"): N_("Top-up to the minimum wage"),
    ("OVERTIME", "contracted"): N_("Hours beyond those contracted"),
    ("HOLIDAY_OVERTIME", "rest_day"): N_("Overtime on a rest day"),
}

BASIS_LABELS: Final = {
    "hourly": N_("hourly"),
    "daily": N_("daily"),
    "weekly": N_("weekly"),
    "monthly": N_("monthly"),
    "piece": N_("piece-work"),
}

RUN_STATUS_LABELS: Final = {
    "draft": N_("draft"),
    "approved": N_("approved"),
    "paid": N_("paid"),
    "void": N_("void"),
}


def line_label(code: str, detail: str = "", rule: str = "") -> str:
    """`Piece-work: baskets`, in the language in use."""
    label = _(_BY_RULE.get((code, rule), LINE_LABELS[code]))
    return f"{label}: {detail}" if detail else label


def basis_label(basis: str) -> str:
    """`hourly`, `monthly` …, in the language in use."""
    return _(BASIS_LABELS[basis])


def run_status_label(status: str) -> str:
    """`draft`, `approved` …, in the language in use."""
    return _(RUN_STATUS_LABELS[status])


def hours_text(minutes: Fraction | int) -> str:
    """`160 h`, `2 h 20 min`; parts of a minute as a fraction of hours."""
    if minutes < 0:
        return f"{_MINUS}{hours_text(-minutes)}"
    if Fraction(minutes).denominator != 1:
        return pgettext("duration", "{hours} h").format(hours=_divisor(Fraction(minutes) / 60))
    hours, rest = divmod(int(minutes), 60)
    if not rest:
        return pgettext("duration", "{hours} h").format(hours=hours)
    if not hours:
        return pgettext("duration", "{minutes} min").format(minutes=rest)
    return pgettext("duration", "{hours} h {minutes} min").format(hours=hours, minutes=rest)


def formula(line: Line, currency: str) -> str:
    """What the line was computed from, with its numbers: `2 h × 15,000 × 1.5 = 45,000`."""
    return _BELOW_ZERO.sub(_MINUS, _formula(line, currency))


def _formula(line: Line, currency: str) -> str:
    if line.corrects:
        base = "" if line.unit == "amount" else _FORMULAS[line.unit](line, currency)
        return corrected(line, base, currency)
    if line.code in _SETTLED and (text := _SETTLED[line.code](line, currency)):
        return text
    text = _FORMULAS[line.unit](line, currency)
    if line.unit == "amount" and not line.carried:
        return text
    if line.less:
        text = _("{sum}, less {earned} already earned").format(
            sum=text, earned=amount_text(line.less, currency, grouped=True)
        )
    if line.carried:
        text = _("{sum}, less {carried} carried forward").format(
            sum=text, carried=amount_text(line.carried, currency, grouped=True)
        )
    return f"{text} = {amount_text(line.amount, currency, grouped=True)}"


def _number(value: Fraction) -> str:
    if (value * 10_000).denominator == 1:
        return quantity_text(int(value * 10_000), grouped=True)
    return f"{value.numerator:,} ÷ {value.denominator:,}"


def _divisor(value: Fraction) -> str:
    text = _number(value)
    return f"({text})" if "÷" in text else text


def _hours(line: Line, currency: str) -> str:
    text = f"{hours_text(line.quantity * 60)} × {rate_text(line.rate, currency, grouped=True)}"
    return _times(text, line)


def _salary_hours(line: Line, currency: str) -> str:
    return _times(
        _("{hours} × {salary} ÷ {contracted} h").format(
            hours=hours_text(line.quantity * 60),
            salary=rate_text(line.rate, currency, grouped=True),
            contracted=_divisor(line.divisor),
        ),
        line,
    )


def _month_hours(line: Line, currency: str) -> str:
    return _times(
        _("{hours} × {salary} × 12 ÷ 52 ÷ {contracted} h").format(
            hours=hours_text(line.quantity * 60),
            salary=rate_text(line.rate, currency, grouped=True),
            contracted=_divisor(line.divisor / WEEKS_OF_MONTH),
        ),
        line,
    )


def _pool_hours(line: Line, currency: str) -> str:
    pool = line.pool or Fraction(0)
    exact = (pool * 10_000).denominator == 1
    earned = rate_text(int(pool * 10_000), currency, grouped=True) if exact else _divisor(pool)
    return _times(
        _("{hours} × {earned} ÷ {worked} h").format(
            hours=hours_text(line.quantity * 60), earned=earned, worked=_divisor(line.divisor)
        ),
        line,
    )


def _times(text: str, line: Line) -> str:
    return text if line.factor == 1 else f"{text} × {_number(line.factor)}"


def _days(line: Line, currency: str) -> str:
    text = ngettext("{n} day × {rate}", "{n} days × {rate}", int(line.quantity)).format(
        n=_number(line.quantity), rate=rate_text(line.rate, currency, grouped=True)
    )
    return _times(text, line)


def _weeks(line: Line, currency: str) -> str:
    text = ngettext("{n} week × {rate}", "{n} weeks × {rate}", int(line.quantity)).format(
        n=_number(line.quantity), rate=rate_text(line.rate, currency, grouped=True)
    )
    return _times(text, line)


def _months(line: Line, currency: str) -> str:
    text = ngettext("{n} month × {rate}", "{n} months × {rate}", int(line.quantity)).format(
        n=_number(line.quantity), rate=rate_text(line.rate, currency, grouped=True)
    )
    return _times(text, line)


def _part_of_salary(line: Line, currency: str) -> str:
    text = _("{salary} × {paid} ÷ {all} days").format(
        salary=rate_text(line.rate, currency, grouped=True),
        paid=_number(line.quantity),
        all=_number(line.divisor),
    )
    return _times(text, line)


def _pieces(line: Line, currency: str) -> str:
    text = _("{n} pcs × {rate}").format(
        n=_number(line.quantity), rate=rate_text(line.rate, currency, grouped=True)
    )
    return _times(text, line)


def _share(line: Line, currency: str) -> str:
    return _("net sales {sales} × {percent} %").format(
        sales=rate_text(int(line.quantity * 10_000), currency, grouped=True),
        percent=quantity_text(line.rate),
    )


def _entered(line: Line, currency: str) -> str:
    return _("{amount} as entered").format(amount=rate_text(line.rate, currency, grouped=True))


_FORMULAS: Final[dict[str, Callable[[Line, str], str]]] = {
    "hour": _hours,
    "salary_hour": _salary_hours,
    "month_hour": _month_hours,
    "pool_hour": _pool_hours,
    "day": _days,
    "week": _weeks,
    "week_day": _part_of_salary,
    "month": _months,
    "month_day": _part_of_salary,
    "piece": _pieces,
    "sales_share": _share,
    "amount": _entered,
}

_SETTLED: Final[dict[str, Callable[[Line, str], str]]] = {
    "ADVANCE": repaid,
    "ROUNDING": rounded,
}


def equivalent_text(minor: int, minutes: int, currency: str, units: Set[str]) -> str:
    """What piece-work and shares, whichever there are by their `units`, come to for an hour."""
    if units == {"piece"}:
        text = _("For piece-work: {amount} an hour over {hours}")
    elif units == {"sales_share"}:
        text = _("For the maker's share: {amount} an hour over {hours}")
    else:
        text = _("For piece-work and shares: {amount} an hour over {hours}")
    return text.format(amount=amount_text(minor, currency, grouped=True), hours=hours_text(minutes))


def cap_text(article: str) -> str:
    """Why a deduction was reduced, and where that stands if it is known."""
    if not article:
        return _("reduced to the most that the pay rules let be taken off")
    return _("reduced to the most that may be taken off ({article})").format(article=article)


def warning_text(warning: PayWarning, currency: str) -> str:
    """The warning as a sentence, in the language in use."""
    amounts = [amount_text(minor, currency, grouped=True) for minor in warning.amounts]
    template = {
        "planned_shifts": ngettext(
            "{n} planned shift is not marked worked and is not paid.",
            "{n} planned shifts are not marked worked and are not paid.",
            warning.number,
        ),
        "below_minimum_hourly": _(
            "Pay for the hours worked is {0} an hour, below the minimum of {1}."
        ),
        "below_minimum_monthly": _("Pay for the month is {0}, below the minimum of {1}."),
        "carried_forward": _(
            "{0} could not be taken without net pay falling below zero; it is carried forward."
        ),
        "other_currency_sales": ngettext(
            "{n} sale in another currency has a maker's share that is not paid here.",
            "{n} sales in another currency have a maker's share that is not paid here.",
            warning.number,
        ),
        "other_currency_amounts": ngettext(
            "{n} amount entered in another currency is not in this payslip.",
            "{n} amounts entered in another currency are not in this payslip.",
            warning.number,
        ),
        "other_currency_corrections": ngettext(
            "{n} correction of earlier pay is in another currency and is not in this payslip.",
            "{n} corrections of earlier pay are in another currency and are not in this payslip.",
            warning.number,
        ),
        "other_currency_advances": ngettext(
            "{n} advance in another currency is due and is not taken here.",
            "{n} advances in another currency are due and are not taken here.",
            warning.number,
        ),
        "not_corrected": ngettext(
            "{n} earlier payslip cannot be computed again: its pay terms are missing, or do not "
            "fit together.",
            "{n} earlier payslips cannot be computed again: their pay terms are missing, or do not "
            "fit together.",
            warning.number,
        ),
        "loans_not_taken": ngettext(
            "{n} loan is due but may not be taken from wages; it has to be repaid by hand.",
            "{n} loans are due but may not be taken from wages; they have to be repaid by hand.",
            warning.number,
        ),
        "over_the_cap": _(
            "{0} is more than may be taken off this pay; it is carried forward and taken when "
            "there is room."
        ),
        "without_legal_basis": ngettext(
            "{n} deduction has no legal basis on record and is not taken.",
            "{n} deductions have no legal basis on record and are not taken.",
            warning.number,
        ),
        "no_contracted_hours": _(
            "No weekly paid holiday is computed: the pay terms name no contracted hours."
        ),
        "leave_without_rate": _("Paid leave has no rate for piece-work without a guarantee."),
        "outside_employment": ngettext(
            "{n} record is dated before joining or after leaving and is not paid.",
            "{n} records are dated before joining or after leaving and are not paid.",
            warning.number,
        ),
    }[warning.code]
    return template.format(*amounts, n=warning.number)
