"""The journal of wages as text for programs that keep books, and as a table."""

import csv
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Final

from models.accounts import AccountKind
from models.money import amount_text
from models.wages.journal import Journal, Posting, Transaction
from reports.files import write_whole
from reports.journal_beancount import beancount_text
from reports.wording import columns_wide

CSV_COLUMNS: Final = (
    "date",
    "transaction",
    "account",
    "description",
    "debit",
    "credit",
    "currency",
    "run",
    "employee",
    "corrects",
)

_TYPES: Final[Mapping[AccountKind, str]] = {
    "expense": "X",
    "income": "R",
    "liability": "L",
    "asset": "A",
    "cash": "C",
}


def journal_text(journal: Journal, form: str, *, declare: bool = True) -> str:
    """The journal as a file has it.

    Args:
        journal: The entries.
        form: One of `FORMATS`.
        declare: With the lines that make its accounts known; a ledger may have them already.

    Raises:
        RefusedError: the format cannot have an account by its name; each is named.
    """
    return FORMATS[form](journal, declare)


def write_journal(path: Path, journal: Journal, form: str, *, declare: bool = True) -> None:
    """Write the journal to a file; see `journal_text`.

    Raises:
        FileRefusedError: the file cannot be written.
        RefusedError: the format cannot have an account by its name.
    """
    write_whole(path, journal_text(journal, form, declare=declare).encode())


def hledger_text(journal: Journal, declare: bool) -> str:  # noqa: FBT001 - called by FORMATS
    """The journal for hledger and Ledger."""
    return "".join(f"{line}\n" for line in _hledger_lines(journal, declare=declare))


def csv_text(journal: Journal, _declare: bool) -> str:  # noqa: FBT001 - called by FORMATS
    """The journal as a table: a row for each posting, one of debit and credit filled in.

    Headings are codes, the same in every language. Rows of one `transaction` balance.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for number, each in enumerate(journal.transactions, 1):
        writer.writerows(_csv_row(number, each, posting) for posting in each.postings)
    return text.getvalue()


FORMATS: Final[Mapping[str, Callable[[Journal, bool], str]]] = {
    "hledger": hledger_text,
    "beancount": beancount_text,
    "csv": csv_text,
}


def _hledger_lines(journal: Journal, *, declare: bool) -> Iterator[str]:
    yield from (f"; {sentence}" for sentence in (journal.title, *journal.notes))
    if not journal.transactions:
        return
    yield from ("", "decimal-mark .")
    if declare:
        yield ""
        yield from (f"commodity {currency}" for currency in journal.currencies)
        width = max(columns_wide(account.name) for account in journal.accounts)
        for account in journal.accounts:
            yield f"account {_padded(account.name, width)}  ; type: {_TYPES[account.kind]}"
    for each in journal.transactions:
        yield ""
        yield from _hledger_transaction(each)


def _hledger_transaction(each: Transaction) -> Iterator[str]:
    run = f"  ; run: {each.run}" if each.run else ""
    # A semicolon begins a comment, a bar parts the payee from the rest.
    described = each.description.translate({ord(";"): ",", ord("|"): "/"})
    yield f"{each.on.isoformat()} * {described}{run}"
    texts = [amount_text(posting.amount, each.currency) for posting in each.postings]
    names = max(columns_wide(posting.account.name) for posting in each.postings)
    width = max(map(len, texts))
    for posting, text in zip(each.postings, texts, strict=True):
        name = _padded(posting.account.name, names)
        line = f"    {name}  {text:>{width}} {each.currency}"
        told = {"employee": posting.employee, "corrects": posting.corrects}
        tags = ", ".join(f"{tag}: {value}" for tag, value in told.items() if value)
        yield f"{line}  ; {tags}" if tags else line


def _padded(name: str, width: int) -> str:
    return name + " " * (width - columns_wide(name))


def _csv_row(number: int, each: Transaction, posting: Posting) -> tuple[str, ...]:
    text = amount_text(abs(posting.amount), each.currency)
    debit, credit = (text, "") if posting.amount > 0 else ("", text)
    return (
        each.on.isoformat(),
        str(number),
        posting.account.name,
        each.description,
        debit,
        credit,
        each.currency,
        str(each.run or ""),
        posting.employee,
        posting.corrects,
    )
