"""What is said on a payslip, in the language in use.

The terms are those of the labour ministries' own forms: South Korea's 임금명세서, and the
wage-payment lists of mainland China.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import pgettext
from models.money import amount_text
from models.periods import Period
from models.rules.values import ALWAYS
from models.wages.rows import LineRow, PayslipRow
from models.wages.wording import basis_label, equivalent_text, hours_text
from reports.wording import date_text, period_text, span_text

Cell = tuple[str, str]

PAYMENT_METHODS: Final = {
    "cash": N_("in cash"),
    "bank": N_("bank transfer"),
    "wallet": N_("mobile wallet"),
}


@dataclass(frozen=True, slots=True)
class LineText:
    """A line: its label, what it was computed from, its amount."""

    label: str
    formula: str
    amount: str


class Total(NamedTuple):
    """A sum: its name, its amount, and the sign that joins it to the one before."""

    name: str
    value: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class SlipText:
    """Everything that a payslip says, before anyone asks where it fits.

    A fact without a value is a blank to be filled in by hand. `mark` is stamped on a payslip that
    is not to be relied on; `copy` says that it was printed before.
    """

    title: str
    mark: str
    copy: str
    number: str
    code: str
    name: str
    facts: tuple[Cell, ...]
    hours: Cell | None
    formula_title: str
    amount_title: str
    sections: tuple[tuple[str, tuple[LineText, ...]], ...]
    totals: tuple[Total, ...]
    notes: tuple[str, ...]
    receipt: str
    date: str
    signature: str
    reference: str


def text_of(slip: PayslipRow) -> SlipText:
    """The payslip in words of the language in use."""
    worked = hours(slip)
    return SlipText(
        title=_("Payslip"),
        mark=status_mark(slip),
        copy=copy_mark(slip),
        number=slip.number,
        code=slip.code,
        name=slip.work_name,
        facts=facts(slip),
        hours=(_("Hours worked"), worked) if worked else None,
        formula_title=_("How it is worked out"),
        amount_title=_("Amount ({currency})").format(currency=slip.currency),
        sections=sections(slip),
        totals=totals(slip),
        notes=notes(slip),
        receipt=_("I have received this payslip and the amount on it."),
        date=_("Date"),
        signature=_("Signature or thumbprint"),
        reference=reference(slip),
    )


def status_mark(slip: PayslipRow) -> str:
    """The word that is stamped on a payslip which is not to be relied on, or nothing."""
    marks = {"draft": pgettext("stamp", "DRAFT"), "void": pgettext("stamp", "VOID")}
    return marks.get(slip.status, "")


def copy_mark(slip: PayslipRow) -> str:
    """What tells a reprint from the payslip that was printed first, or nothing."""
    if slip.printed_on is None:
        return ""
    return _("Copy – first printed on {day}").format(day=date_text(slip.printed_on))


def basis_text(slip: PayslipRow) -> str:
    """How the worker is paid: `hourly, in cash`."""
    method = PAYMENT_METHODS.get(slip.payment_method)
    basis = basis_label(slip.basis)
    return _("{basis}, {method}").format(basis=basis, method=_(method)) if method else basis


def facts(slip: PayslipRow) -> tuple[Cell, ...]:
    """What stands above the lines; the pay date is empty where it is still to be filled in."""
    return (
        (_("Pay period"), period_text(slip.period)),
        (_("Pay date"), date_text(slip.paid_on) if slip.paid_on else ""),
        (_("How paid"), basis_text(slip)),
        *([(_("Place of work"), slip.site)] if slip.site else []),
    )


def hours(slip: PayslipRow) -> str:
    """Worked minutes by kind, those that are not zero: `168 h, of which overtime 12 h, night 8 h`.

    Empty where no hours were worked.
    """
    minutes = slip.minutes
    kinds = (
        (pgettext("hours", "overtime"), minutes.overtime),
        (pgettext("hours", "night"), minutes.night),
        (pgettext("hours", "rest day"), minutes.rest_day),
        (pgettext("hours", "public holiday"), minutes.holiday),
    )
    special = pgettext("list", ", ").join(
        f"{name} {hours_text(count)}" for name, count in kinds if count
    )
    if not minutes.worked:
        return special
    worked = hours_text(minutes.worked)
    return (
        _("{worked}, of which {special}").format(worked=worked, special=special)
        if special
        else worked
    )


def worked_out(line: LineRow, slip: PayslipRow) -> str:
    """The formula of a line, after the days it covers where those are not the whole period."""
    first, last = line.starts_on, line.ends_on
    if (
        first is None
        or last is None
        or (first, last) == (slip.period.starts_on, slip.period.ends_on)
    ):
        return line.formula
    within = first.year == last.year == slip.period.starts_on.year
    span = span_text(first, last) if within else period_text(Period(first, last))
    return _("{span}: {formula}").format(span=span, formula=line.formula)


def sections(slip: PayslipRow) -> tuple[tuple[str, tuple[LineText, ...]], ...]:
    """The groups of lines with their headings; rounding stands between the totals."""
    named = (
        (_("Earnings"), "earning"),
        (_("Deductions"), "deduction"),
        (_("For your information (not in the totals)"), "information"),
    )
    groups = (
        (name, tuple(_line(line, slip) for line in slip.lines if line.group == group))
        for name, group in named
    )
    return tuple((name, lines) for name, lines in groups if lines)


def _line(line: LineRow, slip: PayslipRow) -> LineText:
    return LineText(line.label, worked_out(line, slip), line.money.grouped)


def totals(slip: PayslipRow) -> tuple[Total, ...]:
    """Gross, deductions, net, what is rounded, and paid last, each with the sign before it."""
    paid = _("Amount paid") if slip.status == "paid" else _("Amount to be paid")
    return (
        Total(_("Total earnings"), _amount(slip.gross, slip)),
        Total(_("Total deductions"), _amount(slip.deductions, slip), "−"),
        Total(_("Net pay"), _amount(slip.net, slip), "="),
        *_rounding(slip),
        Total(paid, f"{_amount(slip.paid, slip)} {slip.currency}", "=" if slip.rounding else ""),
    )


def _rounding(slip: PayslipRow) -> Iterator[Total]:
    if slip.rounding:
        sign = "+" if slip.rounding > 0 else "−"
        yield Total(_("Rounding"), _amount(abs(slip.rounding), slip), sign)


def notes(slip: PayslipRow) -> tuple[str, ...]:
    """Sentences below the totals: pay by the hour, what was not paid and why, what is owed."""
    return (*_equivalent(slip), *_reasons(slip), *slip.warning_texts, *slip.balance_texts)


def _equivalent(slip: PayslipRow) -> Iterator[str]:
    minor = slip.hourly_equivalent
    if minor is not None:
        yield equivalent_text(minor, slip.equivalent_minutes, slip.currency, slip.equivalent_units)


def _reasons(slip: PayslipRow) -> Iterator[str]:
    """Why a deduction is less than was entered, with the article."""
    for line in slip.taken_off:
        if line.reason:
            yield _("{label}: {reason}").format(label=line.label, reason=line.reason)


def reference(slip: PayslipRow) -> str:
    """The small print: the payslip's number and the rules it was computed by."""
    if slip.pack_from == ALWAYS:
        return _("No. {number} · pay rules {pack}").format(number=slip.number, pack=slip.pack)
    return _("No. {number} · pay rules {pack} of {day}").format(
        number=slip.number, pack=slip.pack, day=slip.pack_from.isoformat()
    )


def _amount(minor: int, slip: PayslipRow) -> str:
    return amount_text(minor, slip.currency, grouped=True)
