"""What a letter that confirms employment and earnings says, in the language in use.

Each sentence is a whole one, so that a translation can be as formal as such letters are where it is
read. The worker is named in one row only, which keeps names out of every sentence's grammar.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from models.employees.wording import rate_words
from models.language import gettext as _
from models.language import pgettext
from models.money import Money
from models.wages.income import Average, Confirmation
from models.wages.wording import basis_label
from reports.wording import date_text, months_text

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LetterText:
    """Everything that the letter says. `earnings` are tables, each under a heading of its own.

    `blanks` are the names of what is filled in by hand.
    """

    title: str
    greeting: str
    opening: str
    facts: tuple[Cell, ...]
    earnings: tuple[tuple[str, tuple[Cell, ...]], ...]
    note: str
    closing: str
    date: Cell
    blanks: tuple[str, str]
    stamp: str


def letter_text(of: Confirmation, name: str) -> LetterText:
    """The letter in words; `name` stands in the place of the code unless it is empty."""
    return LetterText(
        title=_title(of),
        greeting=_("To whom it may concern"),
        opening=_opening(of),
        facts=tuple(_facts(of, name)),
        earnings=tuple((_heading(each), _amounts(each)) for each in of.averages),
        note=_(
            "These are the amounts of payslips that were paid, each in the month in which its pay "
            "period ends."
        )
        if of.averages
        else "",
        closing=_(
            "Issued at the request of the person concerned. We confirm that the above is true."
        ),
        date=(pgettext("letter", "Date"), date_text(of.on)),
        blanks=(_("Name and position"), pgettext("letter", "Signature")),
        stamp=pgettext("letter", "Stamp"),
    )


def _title(of: Confirmation) -> str:
    if of.averages:
        return (
            _("Confirmation of past employment and earnings")
            if of.is_over
            else _("Confirmation of employment and earnings")
        )
    return _("Confirmation of past employment") if of.is_over else _("Confirmation of employment")


def _opening(of: Confirmation) -> str:
    since = date_text(of.joined_on)
    if of.left_on is None:
        return _(
            "We confirm that the person identified below has been employed by us since {since} and "
            "is employed by us at the date of this letter."
        ).format(since=since)
    if of.is_over:
        sentence = _(
            "We confirm that the person identified below was employed by us from {since} to "
            "{until}."
        )
    else:
        sentence = _(
            "We confirm that the person identified below has been employed by us since {since}, "
            "and that the employment ends on {until}."
        )
    return sentence.format(since=since, until=date_text(of.left_on))


def _facts(of: Confirmation, name: str) -> Iterator[Cell]:
    yield (pgettext("letter", "Name"), name) if name else (_("Employee code"), of.code)
    yield _("Employed since"), date_text(of.joined_on)
    if of.left_on is not None:
        yield _("Employed until"), date_text(of.left_on)
    if of.basis is None:
        return
    yield _("Basis of pay"), basis_label(of.basis)
    if of.rate and of.currency:
        label = _("Last rate of pay") if of.is_over else _("Current rate of pay")
        yield label, rate_words(of.basis, of.rate, of.currency)


def _heading(average: Average) -> str:
    months = months_text(average.paid[0], average.paid[-1])
    if len(average.paid) == 1:
        return _("Earnings paid for {month}").format(month=months)
    return _("Average earnings a month: {n} months paid, {months}").format(
        n=len(average.paid), months=months
    )


def _amounts(average: Average) -> tuple[Cell, ...]:
    return (
        (_("Gross, before deductions"), str(Money(average.gross, average.currency))),
        (_("Net, after deductions"), str(Money(average.net, average.currency))),
    )
