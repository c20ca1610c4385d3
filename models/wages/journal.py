"""Wages in the books: double entries, the debits of which equal their credits.

What was earned is entered on the last day of the period as an expense, with what was withheld and
what is payable against it; what is handed over is entered on the day on which it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from models.accounts import USES, Account, Chart
from models.errors import RefusedError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import Period
from models.wages.engine.values import NO_BALANCE, Balance

TransactionKind = Literal["wages", "payment", "advance", "repayment"]

_EARNINGS: Final[Mapping[str, str]] = {
    "BASE": "wages",
    "OVERTIME": "premiums",
    "NIGHT": "premiums",
    "REST_DAY": "premiums",
    "HOLIDAY": "premiums",
    "HOLIDAY_OVERTIME": "premiums",
    "WEEKLY_HOLIDAY": "leave",
    "LEAVE": "leave",
    "PIECE": "pieces",
    "MAKER_SHARE": "shares",
    "BONUS": "bonuses",
    "ALLOWANCE": "allowances",
    "REIMBURSEMENT": "reimbursements",
    "MINIMUM_TOP_UP": "top_ups",
}
_DEDUCTIONS: Final[Mapping[str, str]] = {
    "": "deductions",
    "statutory": "statutory",
    "agreed": "agreed",
    "loss": "losses",
    "employer": "charges",
    "loan": "loans",
}
_PAID: Final = {
    "cash": N_("Run {run}: wages paid in cash"),
    "bank": N_("Run {run}: wages paid by bank transfer"),
    "wallet": N_("Run {run}: wages paid to mobile wallets"),
}
_LENT: Final = {"sub": N_("Subs given"), "loan": N_("Loans given")}
_ORDER: Final = {key: place for place, key in enumerate(USES)}


@dataclass(frozen=True, slots=True)
class Posting:
    """What a transaction adds to an account, in minor units: a debit, or below zero a credit.

    `employee` is a code, where entries are by employee. `corrects` says which run an amount puts
    right or, by employee, which payslip.
    """

    account: Account
    amount: int
    employee: str = ""
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class Transaction:
    """Postings of one day in one currency that add up to zero. `run` is None for advances."""

    on: date
    kind: TransactionKind
    description: str
    currency: str
    postings: tuple[Posting, ...]
    run: int | None = None


@dataclass(frozen=True, slots=True)
class Journal:
    """Transactions by day, and sentences about what is not among them.

    `open` is what wages payable are left with, in minor units by currency.
    """

    transactions: tuple[Transaction, ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    open: tuple[tuple[str, int], ...] = ()

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that are posted to, each once, as they come."""
        named = (posting.account for each in self.transactions for posting in each.postings)
        return tuple(dict.fromkeys(named))

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies that amounts are in."""
        return tuple(sorted({each.currency for each in self.transactions}))


@dataclass(frozen=True, slots=True)
class BookedLine:
    """What a line of a payslip adds to the account of a use: a debit, or below zero a credit.

    `corrects` is the number of the payslip that it corrects, `corrected_run` its run.
    """

    use: str
    amount: int
    corrects: str = ""
    corrected_run: str = ""


@dataclass(frozen=True, slots=True)
class BookedSlip:
    """A payslip as the books see it; amounts are minor units of `currency`.

    `account` is what rounding has paid out and not taken back, before and after.
    """

    number: str
    employee: str
    currency: str
    payment_method: str
    lines: tuple[BookedLine, ...]
    net: int
    paid: int
    account: Balance = NO_BALANCE
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """Money of an advance that changed hands: given to an employee, or repaid (below zero)."""

    on: date
    kind: str
    employee: str
    currency: str
    amount: int


def earning_use(code: str) -> str:
    """The use of the account that a line of the earnings is entered in."""
    return _EARNINGS[code]


def deduction_use(kind: str) -> str:
    """The use of the account that a deduction of a kind is entered in."""
    return _DEDUCTIONS[kind]


def run_transactions(
    run: int, period: Period, slips: Iterable[BookedSlip], chart: Chart, *, by_employee: bool
) -> tuple[Transaction, ...]:
    """What the payslips of a run come to: what was earned, and what was paid of it so far.

    Raises:
        RefusedError: a payslip does not add up.
    """
    ledger = _Ledger(chart, by_employee=by_employee)
    earned = _("Run {run}: wages {period}").format(run=run, period=period)
    for slip in slips:
        wages = _Head(period.ends_on, "wages", slip.currency, earned, run)
        for line in _accrual(slip):
            ledger.add(wages, slip.employee, line)
        if slip.paid_on is not None:
            described = _(_PAID[slip.payment_method]).format(run=run)
            payment = _Head(slip.paid_on, "payment", slip.currency, described, run)
            ledger.add(payment, slip.employee, BookedLine("payable", slip.paid))
            ledger.add(payment, slip.employee, BookedLine(slip.payment_method, -slip.paid))
    return ledger.transactions()


def advance_transactions(
    handed: Iterable[Handed], chart: Chart, *, by_employee: bool
) -> tuple[Transaction, ...]:
    """Advances given, and repaid by hand, a transaction for those of a day."""
    ledger = _Ledger(chart, by_employee=by_employee)
    for each in handed:
        given = each.amount > 0
        described = _(_LENT[each.kind]) if given else _("Advances repaid by hand")
        kind: TransactionKind = "advance" if given else "repayment"
        head = _Head(each.on, kind, each.currency, described)
        ledger.add(head, each.employee, BookedLine("advances", each.amount))
        ledger.add(head, each.employee, BookedLine("cash", -each.amount))
    return ledger.transactions()


def _accrual(slip: BookedSlip) -> Sequence[BookedLine]:
    """The lines of a payslip, rounding, and what is payable; they add up to zero.

    What a leaver keeps of rounding is no longer theirs to give back: it is an expense.
    """
    rounded = slip.paid - slip.net
    owed = slip.account.after - slip.account.before
    lines = [
        *slip.lines,
        BookedLine("rounding", owed),
        BookedLine("given_up", rounded - owed),
        BookedLine("payable", -slip.paid),
    ]
    if sum(line.amount for line in lines):
        message = _("Payslip {number} does not add up; “wagebook check” says more.")
        raise RefusedError(message.format(number=slip.number))
    return lines


@dataclass(frozen=True, slots=True)
class _Head:
    """What postings have in common that belong to one transaction."""

    on: date
    kind: TransactionKind
    currency: str
    description: str
    run: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class _Key:
    """What is added together to one posting."""

    place: int
    account: str
    employee: str
    corrects: str


class _Ledger:
    """Adds up what is entered, by transaction and account."""

    def __init__(self, chart: Chart, *, by_employee: bool) -> None:
        self._by_employee = by_employee
        self._chart = chart
        self._accounts = {account.name: account for account in chart.values()}
        self._places: dict[str, int] = {}
        for key, account in chart.items():
            self._places.setdefault(account.name, _ORDER[key])
        self._sums: dict[_Head, dict[_Key, int]] = defaultdict(lambda: defaultdict(int))

    def add(self, head: _Head, employee: str, line: BookedLine) -> None:
        """Enter an amount. Money leaves in one sum, whoever it goes to."""
        account = self._chart[line.use]
        whose = employee if self._by_employee and account.kind != "cash" else ""
        corrects = line.corrects if self._by_employee else line.corrected_run
        key = _Key(self._places[account.name], account.name, whose, corrects)
        self._sums[head][key] += line.amount

    def transactions(self) -> tuple[Transaction, ...]:
        """What was entered, by day; accounts that come to nothing are left out."""
        made = []
        for head in sorted(self._sums, key=self._in_order):
            postings = tuple(
                Posting(self._accounts[key.account], amount, key.employee, key.corrects)
                for key, amount in sorted(self._sums[head].items())
                if amount
            )
            if postings:
                made.append(
                    Transaction(
                        head.on, head.kind, head.description, head.currency, postings, head.run
                    )
                )
        return tuple(made)

    def _in_order(self, head: _Head) -> tuple[date, bool, str, bool, list[int]]:
        """By day, what is earned before what is paid, and by the accounts in it."""
        places = sorted({key.place for key in self._sums[head]})
        return head.on, head.kind != "wages", head.currency, head.kind == "repayment", places
