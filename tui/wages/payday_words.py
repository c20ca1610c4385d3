"""The steps of a payday in words, as the items of its menu."""

from collections.abc import Callable
from typing import Final

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext
from models.periods import Period
from models.wages.payday_steps import STEPS, Payday, State, Step, Tally
from reports.wording import period_text
from tui.wages.words import amount
from tui.widgets.menu import MenuItem

NEXT: Final = "next"

_TITLES: Final[dict[Step, str]] = {
    "compute": N_("1 Compute"),
    "check": N_("2 Check what is unusual"),
    "approve": N_("3 Approve"),
    "print": N_("4 Print"),
    "cash": N_("5 Fetch the cash"),
    "tick": N_("6 Hand out and tick off"),
    "done": N_("7 Done"),
}
_SIGNS: Final[dict[State, tuple[str, str]]] = {
    "done": ("✓", "$success"),
    "now": ("▶", "$primary"),
    "to_come": ("·", "$muted"),
    "left_out": ("–", "$muted"),
}


def tally_text(tally: Tally) -> str:
    """`512.00 CNY`, each currency after the other."""
    return " + ".join(str(money) for money in tally.sums) or "0"


def people(count: int) -> str:
    """`2 people`."""
    return ngettext("{n} person", "{n} people", count).format(n=count)


def first_items(period: Period) -> list[MenuItem]:
    """The steps before anything is computed."""
    begin = _("The draft of {period}. Nothing is paid by that.").format(period=period_text(period))
    return [
        _item(step, "to_come" if n else "now", "" if n else begin) for n, step in enumerate(STEPS)
    ]


def items(payday: Payday) -> list[MenuItem]:
    """The steps and how far each is; what is over offers to begin the next payday."""
    states = payday.states
    found = [_item(step, states[step], _detail(payday, step)) for step in STEPS]
    if payday.run.status in ("paid", "void"):
        title = _("Begin the next payday")
        found.append(MenuItem(NEXT, title, _("Compute the draft of the period that is due."), "+"))
    return found


def _item(step: Step, state: State, detail: str) -> MenuItem:
    sign, tone = _SIGNS[state]
    return MenuItem(step, _(_TITLES[step]), detail, sign, tone)


def now(payday: Payday) -> str:
    """The step that it has come to; of what is over the last, of a void run the next payday."""
    if payday.run.status == "void":
        return NEXT
    return next((step for step, state in payday.states.items() if state == "now"), "done")


def _compute(payday: Payday) -> str:
    row = payday.run
    slips = ngettext("{n} payslip", "{n} payslips", row.employees).format(n=row.employees)
    text = _("{payslips}, net {net} {currency}").format(
        payslips=slips, net=amount(row.net, row.currency), currency=row.currency
    )
    aside = _("{n} set aside").format(n=row.set_aside) if row.set_aside else ""
    return ", ".join(filter(None, (text, aside)))


def to_look_through(payday: Payday) -> str:
    """How many things there are to look at, and that nobody has yet."""
    count = len(payday.unusual)
    if not count:
        return _("Nothing is unusual.")
    text = ngettext("{n} thing to look at", "{n} things to look at", count).format(n=count)
    return _("{things}, looked through").format(things=text) if payday.looked else text


def _check(payday: Payday) -> str:
    if payday.run.status == "draft":
        return to_look_through(payday)
    return ""


def _approve(payday: Payday) -> str:
    if payday.run.status == "draft":
        return _("Freezes the payslips and what they were computed from.")
    return ""


def _print(payday: Payday) -> str:
    if payday.run.status == "draft":
        return _("Payslips, the register to sign, the cash sheet and labels.")
    return _("{n} of {all} payslips printed · register, cash sheet, labels").format(
        n=payday.printed, all=payday.run.employees
    )


def _cash(payday: Payday) -> str:
    if not payday.cash.count:
        return _("Nobody is paid in cash.")
    return _("{sum} for {people}").format(
        sum=tally_text(payday.cash), people=people(payday.cash.count)
    )


def _tick(payday: Payday) -> str:
    if payday.run.status == "draft":
        return _("Who has got the money, one by one.")
    text = _("{n} of {all} paid").format(n=payday.paid.count, all=payday.run.employees)
    return f"{text} · {in_the_box(payday)}" if payday.in_the_box.count else text


def in_the_box(payday: Payday) -> str:
    """What cash is still there, and for how many."""
    return _("still in the box: {sum} ({people})").format(
        sum=tally_text(payday.in_the_box), people=people(payday.in_the_box.count)
    )


def _done(payday: Payday) -> str:
    if payday.run.status == "paid":
        return _("{sum} is paid. The journal for the books is here.").format(
            sum=tally_text(payday.paid)
        )
    return _("What was paid and what was not, and the journal for the books.")


_DETAILS: Final[dict[Step, Callable[[Payday], str]]] = {
    "compute": _compute,
    "check": _check,
    "approve": _approve,
    "print": _print,
    "cash": _cash,
    "tick": _tick,
    "done": _done,
}


def _detail(payday: Payday, step: Step) -> str:
    """What there is to say of a step; a void run has nothing more to offer."""
    if payday.run.status == "void" and step != "compute":
        return ""
    return _DETAILS[step](payday)


def figures(payday: Payday) -> list[tuple[str, Tally]]:
    """What was paid, and what was not: nobody fails to come before the first is paid."""
    still = _("Not collected") if payday.paid.count else _("Not handed out yet")
    return [
        (_("Paid"), payday.paid),
        (still, payday.open),
        (_("Still in the box"), payday.in_the_box),
    ]
