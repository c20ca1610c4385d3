"""The journal of wages for beancount, which has its own names for accounts."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from models.accounts import Account, AccountKind
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.money import amount_text
from models.wages.journal import Journal, Transaction

_ROOTS: Final[Mapping[AccountKind, str]] = {
    "expense": "Expenses",
    "income": "Income",
    "liability": "Liabilities",
    "asset": "Assets",
    "cash": "Assets",
}
# The five beginnings that beancount knows, and what else people call them.
_KNOWN: Final = {
    "asset": "Assets",
    "assets": "Assets",
    "liability": "Liabilities",
    "liabilities": "Liabilities",
    "expense": "Expenses",
    "expenses": "Expenses",
    "income": "Income",
    "revenue": "Income",
    "revenues": "Income",
    "equity": "Equity",
}
_PART: Final = re.compile(r"[A-Z0-9][A-Za-z0-9-]*", re.A)
_SEPARATORS: Final = re.compile(r"[\s_./&+,'()-]+")


def beancount_text(journal: Journal, declare: bool) -> str:  # noqa: FBT001 - one of the formats
    """The journal for beancount; its accounts open on its first day.

    Raises:
        RefusedError: beancount cannot have an account by its name; each is named.
    """
    names = _names(journal.accounts)
    return "".join(f"{line}\n" for line in _lines(journal, names, declare=declare))


def beancount_name(account: Account) -> str:
    """An account as beancount writes it: `Expenses:Wages:Top-ups`.

    A name that begins with none of beancount's five words is put under the one that fits.

    Raises:
        ValueError: it has other than Latin letters and digits, or nothing below the first part.
    """
    parts = account.name.split(":")
    root = _KNOWN.get(parts[0].casefold())
    below = parts[1:] if root else parts
    made = [root or _ROOTS[account.kind], *map(_part, below)]
    if len(made) == 1:
        raise ValueError(
            _("beancount needs a part behind “{account}”, as in {account}:wages.").format(
                account=account.name
            )
        )
    for typed, part in zip(below, made[1:], strict=True):
        if not _PART.fullmatch(part):
            raise ValueError(
                _(
                    "beancount takes Latin letters, digits and hyphens only; “{part}” of the "
                    "account “{account}” has others."
                ).format(part=typed, account=account.name)
            )
    return ":".join(made)


def _part(typed: str) -> str:
    joined = _SEPARATORS.sub("-", typed).strip("-")
    return joined[:1].upper() + joined[1:]


def _names(accounts: tuple[Account, ...]) -> dict[Account, str]:
    names: dict[Account, str] = {}
    problems = []
    for account in accounts:
        try:
            name = beancount_name(account)
        except ValueError as error:
            problems.append(Problem(str(error), column="account", value=account.name))
            continue
        twin = next((other for other, taken in names.items() if taken == name), None)
        if twin is not None:
            message = _("beancount would take “{one}” and “{other}” for one account, {name}.")
            told = message.format(one=twin.name, other=account.name, name=name)
            problems.append(Problem(told, column="account", value=account.name))
        names[account] = name
    if problems:
        raise RefusedError(problems[0].message, problems)
    return names


def _lines(journal: Journal, names: Mapping[Account, str], *, declare: bool) -> Iterator[str]:
    yield from (f"; {sentence}" for sentence in (journal.title, *journal.notes))
    if declare and journal.transactions:
        first = journal.transactions[0].on.isoformat()
        yield ""
        yield from (f"{first} open {names[account]}" for account in journal.accounts)
    for each in journal.transactions:
        yield ""
        yield from _transaction(each, names)


def _transaction(each: Transaction, names: Mapping[Account, str]) -> Iterator[str]:
    yield f"{each.on.isoformat()} * {_quoted(each.description)}"
    if each.run:
        yield f'  run: "{each.run}"'
    texts = [amount_text(posting.amount, each.currency) for posting in each.postings]
    longest = max(len(names[posting.account]) for posting in each.postings)
    width = max(map(len, texts))
    for posting, text in zip(each.postings, texts, strict=True):
        yield f"  {names[posting.account]:<{longest}}  {text:>{width}} {each.currency}"
        told = {"employee": posting.employee, "corrects": posting.corrects}
        yield from (f"    {key}: {_quoted(value)}" for key, value in told.items() if value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
