"""The command for the journal of wages, for whoever keeps the books."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.opening import opened
from tui.commands.parsing import Commands, UsageError
from tui.commands.values import a_run, add_days, in_order

if TYPE_CHECKING:
    from models.book.book import Book
    from models.wages.journal import Journal, Posting, Transaction

FORMATS: Final = ("hledger", "beancount", "csv")
_BY_ENDING: Final = {
    ".journal": "hledger",
    ".hledger": "hledger",
    ".ledger": "hledger",
    ".beancount": "beancount",
    ".bean": "beancount",
    ".csv": "csv",
}


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    journal = commands.add("journal", _("the entries of a pay run for the books"), _journal)
    journal.add_argument(
        "run", nargs="?", metavar="RUN", type=a_run, help=_("the number of the pay run")
    )
    journal.add_argument(
        "--advances",
        action="store_true",
        help=_("instead of a run: advances given, and repaid by hand"),
    )
    add_days(journal)
    journal.add_argument(
        "--format", choices=FORMATS, help=_("hledger, beancount or csv (by the file's ending)")
    )
    journal.add_argument("--out", type=Path, metavar="FILE", help=_("write it to this file"))
    journal.add_argument(
        "--by-employee",
        action="store_true",
        help=_("with the code of each employee, where totals say nothing of anyone"),
    )
    journal.add_argument(
        "--no-accounts",
        action="store_true",
        help=_("without the lines that make the accounts known, for a ledger that has them"),
    )


def _journal(arguments: argparse.Namespace, console: Console) -> int:
    _refuse_odd(arguments)
    form = _form(arguments)
    from reports.journal import journal_text, write_journal

    with opened(arguments) as book:
        journal = _read(book, arguments)
    out: Path | None = arguments.out
    declare = not arguments.no_accounts
    if out is not None:
        write_journal(out, journal, form, declare=declare)
    if console.json:
        console.document(_document(journal, arguments))
        return 0
    if out is None:
        console.write(journal_text(journal, form, declare=declare))
    else:
        console.say(_("Written to {file}.").format(file=out))
    console.aside(*journal.notes)
    return 0


def _refuse_odd(arguments: argparse.Namespace) -> None:
    """Refuse words that do not go together.

    Raises:
        UsageError: they do not.
    """
    if arguments.advances and arguments.run is not None:
        raise UsageError(_("Name a run, or --advances, not both."))
    if not arguments.advances and arguments.run is None:
        raise UsageError(_("Name the run, or --advances for advances given by hand."))
    if not arguments.advances and (arguments.from_ or arguments.to):
        raise UsageError(_("--from and --to go with --advances; a run has days of its own."))
    in_order(arguments)


def _form(arguments: argparse.Namespace) -> str:
    """The format: as it is named, or by the ending of the file.

    Raises:
        UsageError: neither says it.
    """
    out: Path | None = arguments.out
    if arguments.format is None and out is not None:
        form = _BY_ENDING.get(out.suffix.lower())
        if form is None:
            message = _("“{file}” ends in none of .journal, .beancount, .csv; or say --format.")
            raise UsageError(message.format(file=out))
        return form
    return arguments.format or "hledger"


def _read(book: "Book", arguments: argparse.Namespace) -> "Journal":
    from models.wages.journal_queries import advance_journal, run_journal

    if arguments.advances:
        first, last = arguments.from_, arguments.to
        return advance_journal(book, first=first, last=last, by_employee=arguments.by_employee)
    return run_journal(book, arguments.run, by_employee=arguments.by_employee)


def _document(journal: "Journal", arguments: argparse.Namespace) -> dict[str, Any]:
    from models.money import amount_text

    document: dict[str, Any] = {
        "run": arguments.run,
        "transactions": [_transaction(each) for each in journal.transactions],
        "not_paid_yet": {
            currency: amount_text(amount, currency) for currency, amount in journal.open
        },
        "notes": list(journal.notes),
    }
    return document | ({"file": str(arguments.out)} if arguments.out else {})


def _transaction(each: "Transaction") -> dict[str, Any]:
    return {
        "date": each.on.isoformat(),
        "kind": each.kind,
        "description": each.description,
        "currency": each.currency,
        "postings": [_posting(posting, each.currency) for posting in each.postings],
    }


def _posting(posting: "Posting", currency: str) -> dict[str, Any]:
    from models.money import amount_text

    side = "debit" if posting.amount > 0 else "credit"
    return {
        "account": posting.account.name,
        "debit": None,
        "credit": None,
        side: amount_text(abs(posting.amount), currency),
        "employee": posting.employee or None,
        "corrects": posting.corrects or None,
    }
