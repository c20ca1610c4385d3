"""How the formula of a line goes on where pay has been settled before.

That is for corrections of closed payslips, repaid advances and rounding, in the language in use.
"""

from models.language import gettext as _
from models.money import amount_text
from models.wages.engine.values import Balance, Line


def correction_label(label: str, number: str) -> str:
    """`Basic pay – correction of payslip 3-W-014`."""
    return _("{label} – correction of payslip {number}").format(label=label, number=number)


def corrected(line: Line, base: str, currency: str) -> str:
    """`168 h × 10.00 = 1,680.00 − 1,600.00 paid before = 80.00`.

    `base` is what the line comes out to now in words; an amount as it stands has none.
    """
    minor = line.amount + line.less + line.carried
    now = amount_text(minor, currency, grouped=True)
    text = f"{base} = {now}" if base else _as_it_stands(line).format(amount=now)
    if not line.less and not line.carried:
        return text
    if line.less:
        text += _signed(-line.less, _paid_before(line), currency)
    if line.carried:
        text += _signed(-line.carried, _not_yet(line), currency)
    return f"{text} = {amount_text(line.amount, currency, grouped=True)}"


def _as_it_stands(line: Line) -> str:
    """What is said of an amount that nothing was multiplied for."""
    if line.less:
        return _("{amount} now")
    if line.sources:
        return _("{amount} as entered")
    if line.quantity > 0:
        return _("{amount} left over from before")
    if (line.amount < 0) == (line.group == "deduction"):
        return _("{amount}, given back")
    return _("{amount}, taken back")


def _paid_before(line: Line) -> str:
    if line.group == "deduction":
        return _("{amount} taken off before")
    if line.code == "MINIMUM_TOP_UP":
        return _("{amount} earned or paid before")
    return _("{amount} paid before")


def _not_yet(line: Line) -> str:
    if line.carried > 0:
        return _("{amount} carried forward")
    if line.group == "deduction":
        return _("{amount} not given back yet")
    return _("{amount} not taken back yet")


def _signed(minor: int, template: str, currency: str) -> str:
    amount = template.format(amount=amount_text(abs(minor), currency, grouped=True))
    return f" + {amount}" if minor > 0 else f" − {amount}"


def repaid(line: Line, currency: str) -> str:
    """`300.00 − 50.00 = 250.00 still owed`; empty where the line does not know what was owed."""
    outstanding = next((each.quantity for each in line.sources if each.kind == "advance"), None)
    if outstanding is None:
        return ""
    before, taken, after, carried = (
        amount_text(minor, currency, grouped=True)
        for minor in (outstanding, line.amount, outstanding - line.amount, line.carried)
    )
    text = _("{before} − {taken} = {after} still owed")
    if line.carried:
        text = _("{before} − {taken} = {after} still owed, {carried} of it due and carried forward")
    return text.format(before=before, taken=taken, after=after, carried=carried)


def rounded(line: Line, _currency: str) -> str:
    """Why more is handed over than the net pay, or less."""
    if line.amount > 0:
        return _("rounded up to the smallest note or coin")
    return _("taken back of what was rounded up before")


def balance_texts(
    advances: Balance, account: Balance, rounding: int, currency: str
) -> tuple[str, ...]:
    """What the worker owes before and after a payslip, as sentences; nothing owed says nothing.

    `rounding` is what is paid beyond net pay, in minor units as all of these.
    """
    return tuple(
        template.format(
            before=f"{amount_text(balance.before, currency, grouped=True)} {currency}",
            change=f"{amount_text(abs(change), currency, grouped=True)} {currency}",
            after=f"{amount_text(balance.after, currency, grouped=True)} {currency}",
        )
        for balance, template in ((advances, _owed(advances)), (account, _ahead(account, rounding)))
        for change in [balance.after - balance.before]
        if balance.before or balance.after
    )


def _owed(advances: Balance) -> str:
    if advances.after > advances.before:
        return _("Advances: {before} owed before + {change} given back = {after} owed now.")
    if advances.after == advances.before:
        return _("Advances: {after} owed; nothing of it is taken from this pay.")
    return _("Advances: {before} owed before − {change} repaid = {after} still owed.")


def _ahead(account: Balance, rounding: int) -> str:
    if account.before + rounding != account.after:
        return _("Rounded up before: {before}; it is settled, and nothing is owed.")
    if not account.before:
        return _("Rounded up to the smallest note or coin: {after} to be taken back later.")
    if account.after > account.before:
        return _(
            "Rounded up to the smallest note or coin: {before} before + {change} = {after} to be "
            "taken back."
        )
    if account.after == account.before:
        return _("Rounded up before: {after} to be taken back from later pay.")
    return _("Rounded up before: {before} − {change} taken back = {after} left.")
