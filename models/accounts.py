"""The chart of accounts: what each account of the books is for, and how its name is checked.

A name is written as hledger has it: `expenses:wages:basic`, from the whole to the part.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from models import fields
from models.language import gettext as _
from models.language import gettext_noop as N_

AccountKind = Literal["expense", "income", "liability", "asset", "cash"]

SETTING: Final = "account_{use}"
"""The setting that names the account for a use."""

_LONGEST: Final = 100
_WIDE_COLON: Final = "："  # what Chinese and Korean keyboards write
_NEVER: Final = frozenset(';"')


@dataclass(frozen=True, slots=True)
class Account:
    """An account by its name; `kind` is the side of the books that it stands on."""

    name: str
    kind: AccountKind


@dataclass(frozen=True, slots=True)
class AccountUse:
    """What an account is for, and the name that it has until the programme gives it another."""

    key: str
    kind: AccountKind
    label: str
    default: str

    @property
    def setting(self) -> str:
        """The setting that names the account."""
        return SETTING.format(use=self.key)

    def check(self, typed: str) -> str:
        """The name as it is stored; the default where nothing was typed.

        Raises:
            ValueError: it is no name of an account.
        """
        return account_name(typed) if typed else self.default


USES: Final[Mapping[str, AccountUse]] = {
    use.key: use
    for use in (
        AccountUse("wages", "expense", N_("Basic pay"), "expenses:wages:basic"),
        AccountUse("premiums", "expense", N_("Overtime and premiums"), "expenses:wages:premiums"),
        AccountUse("leave", "expense", N_("Leave and paid holidays"), "expenses:wages:leave"),
        AccountUse("pieces", "expense", N_("Piece-work"), "expenses:wages:pieces"),
        AccountUse("shares", "expense", N_("Makers' shares"), "expenses:wages:shares"),
        AccountUse("bonuses", "expense", N_("Bonuses"), "expenses:wages:bonuses"),
        AccountUse("allowances", "expense", N_("Allowances"), "expenses:wages:allowances"),
        AccountUse("top_ups", "expense", N_("Top-ups to a minimum"), "expenses:wages:top-ups"),
        AccountUse("reimbursements", "expense", N_("Reimbursements"), "expenses:reimbursements"),
        AccountUse("given_up", "expense", N_("Rounding given up"), "expenses:wages:rounding"),
        AccountUse(
            "statutory",
            "liability",
            N_("Deductions required by law"),
            "liabilities:withheld:statutory",
        ),
        AccountUse(
            "agreed",
            "liability",
            N_("Deductions that were agreed"),
            "liabilities:withheld:agreed",
        ),
        AccountUse("deductions", "liability", N_("Other deductions"), "liabilities:withheld:other"),
        AccountUse("losses", "income", N_("Losses made good"), "income:recovered:losses"),
        AccountUse("charges", "income", N_("Charges of the employer"), "income:recovered:charges"),
        AccountUse("loans", "asset", N_("Deductions for loans"), "assets:employees:loans"),
        AccountUse("advances", "asset", N_("Advances"), "assets:employees:advances"),
        AccountUse("rounding", "asset", N_("Rounding"), "assets:employees:rounding"),
        AccountUse("payable", "liability", N_("Wages payable"), "liabilities:wages"),
        AccountUse("cash", "cash", N_("Cash"), "assets:cash"),
        AccountUse("bank", "cash", N_("Bank"), "assets:bank"),
        AccountUse("wallet", "cash", N_("Mobile wallets"), "assets:wallet"),
    )
}
"""By key, in the order in which entries name them."""


def account_name(typed: str) -> str:
    """The name of an account: parts with a colon between them, white space made single spaces.

    Raises:
        ValueError: it cannot stand in a journal.
    """
    line = fields.text(typed.replace(_WIDE_COLON, ":"), _LONGEST)
    name = ":".join(part.strip() for part in line.split(":"))
    if not name.isprintable() or _NEVER & set(name):
        raise ValueError(
            _("The name of an account has no semicolon, quotation mark or invisible sign.")
        )
    for part in name.split(":"):
        if not part[:1].isalnum():
            raise ValueError(
                _(
                    "Each part of an account's name begins with a letter or a digit, as in "
                    "expenses:wages; “{part}” does not."
                ).format(part=part)
            )
    return name


Chart = Mapping[str, Account]
"""The accounts by their uses."""


def chart_of(settings: Mapping[str, str]) -> Chart:
    """The accounts that a programme's settings name, by use.

    Where one name serves several uses it is one account, of the first one's kind.
    """
    found: dict[str, Account] = {}
    for use in USES.values():
        name = settings[use.setting]
        found.setdefault(name, Account(name, use.kind))
    return {use.key: found[settings[use.setting]] for use in USES.values()}
