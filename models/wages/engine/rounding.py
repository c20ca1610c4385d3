"""Pay in cash, rounded up to the smallest note or coin."""

from fractions import Fraction

from models.wages.engine.entered import as_rate
from models.wages.engine.values import Account, Balance, Line


def rounding(net: int, account: Account, currency: str) -> tuple[list[Line], Balance]:
    """The line between net pay and what is handed over, and the account before and after.

    What was rounded up before is taken back first, as far as net pay goes; the rest is rounded up.
    """
    due = net - min(account.owed, net)
    paid = -(-due // (account.smallest or 1)) * (account.smallest or 1)
    change = paid - net
    after = 0 if account.leaving else account.owed + change
    if not change:
        return [], Balance(account.owed, after)
    line = Line(
        code="ROUNDING",
        group="rounding",
        quantity=Fraction(1),
        unit="amount",
        rate=as_rate(change, currency),
        amount=change,
    )
    return [line], Balance(account.owed, after)
