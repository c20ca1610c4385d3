"""`wagebook advances`: what is owed, the plan of one, skipping, settling by hand."""

import argparse
from datetime import date
from typing import TYPE_CHECKING, Final

from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.opening import opened
from tui.commands.parsing import Commands, Handler, Parser, word
from tui.commands.values import a_date, count_between

if TYPE_CHECKING:
    from models.book.book import Book

_HIGHEST: Final = 2**31 - 1


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    lent = commands.add("advances", _("advances: what is owed, and how it is repaid"), _list)
    lent.add_argument("--employee", type=word, metavar=_("CODE"), help=_("of this employee only"))
    lent.add_argument("--open", action="store_true", help=_("only those still owed"))
    actions = Commands(lent, dest="action", metavar=_("ACTION"), required=False)
    _of_one(actions, "show", _("one advance with its plan"), _show)
    for name, sentence, handler in (
        ("skip", _("take nothing on a due day; one more instalment follows at the end"), _skip),
        ("unskip", _("take a skipped instalment on its day after all"), _unskip),
    ):
        parser = _of_one(actions, name, sentence, handler)
        parser.add_argument(
            "--due", type=a_date, required=True, metavar=_("DATE"), help=_("its due day")
        )
    _add_settle(actions)
    undo = actions.add("undo", _("strike out what was noted as repaid by hand"), _undo)
    _number(undo, "repayment", _("its number, as show says it"))
    balances = actions.add("balances", _("what each employee owes on a day"), _balances)
    balances.add_argument("--on", type=a_date, metavar=_("DATE"), help=_("the day (today)"))
    # Without SUPPRESS its default would undo what stood before the word.
    balances.add_argument(
        "--employee",
        type=word,
        metavar=_("CODE"),
        default=argparse.SUPPRESS,
        help=_("of this employee only"),
    )


def _add_settle(actions: Commands) -> None:
    settle = _of_one(actions, "settle", _("note what was repaid by hand"), _settle)
    settle.add_argument("--amount", type=word, metavar="A", help=_("how much; else all of it"))
    settle.add_argument(
        "--on", type=a_date, required=True, metavar=_("DATE"), help=_("the day it was handed back")
    )
    settle.add_argument("--note", type=word, default="", metavar="T", help=_("a note"))


def _of_one(actions: Commands, name: str, help_: str, handler: Handler) -> Parser:
    parser = actions.add(name, help_, handler)
    _number(parser, "number", _("the number of an advance"))
    return parser


def _number(parser: Parser, dest: str, help_: str) -> None:
    parser.add_argument(dest, metavar="ID", type=count_between(1, _HIGHEST), help=help_)


def _list(arguments: argparse.Namespace, console: Console) -> int:
    from models.employees.queries import employee
    from models.wages.advances.queries import advances
    from tui.commands.advances_text import advance_document, advances_lines

    with opened(arguments) as book:
        if arguments.employee is not None:
            employee(book, arguments.employee, on=date.today())
        found = advances(
            book, employee=arguments.employee, status="open" if arguments.open else "all"
        )
        rows = list(found.all())
    if console.json:
        console.document([advance_document(row) for row in rows])
    else:
        console.say_all(advances_lines(rows))
    return 0


def _show(arguments: argparse.Namespace, console: Console) -> int:
    with opened(arguments) as book:
        _tell(book, arguments.number, console)
    return 0


def _skip(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.advances.repaying import skip_instalment

    with opened(arguments) as book:
        skip_instalment(book, arguments.number, arguments.due)
        _tell(book, arguments.number, console)
    return 0


def _unskip(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.advances.repaying import unskip_instalment

    with opened(arguments) as book:
        unskip_instalment(book, arguments.number, arguments.due)
        _tell(book, arguments.number, console)
    return 0


def _settle(arguments: argparse.Namespace, console: Console) -> int:
    from models.errors import RefusedError
    from models.wages.advances.drafts import SettlementDraft
    from models.wages.advances.repaying import settle

    typed = {"amount": arguments.amount, "date": arguments.on, "note": arguments.note}
    with opened(arguments) as book:
        draft, problems = SettlementDraft.parse(typed)
        if draft is None:
            raise RefusedError(problems[0].message, problems)
        settle(book, arguments.number, draft)
        _tell(book, arguments.number, console)
    return 0


def _undo(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.advances.repaying import undo_settlement

    with opened(arguments) as book:
        number = undo_settlement(book, arguments.repayment)
        _tell(book, number, console)
    return 0


def _balances(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.advances.queries import balances
    from tui.commands.advances_text import balance_document, balances_lines

    with opened(arguments) as book:
        rows = balances(book, on=arguments.on or date.today(), employee=arguments.employee)
    if console.json:
        console.document([balance_document(row) for row in rows])
    else:
        console.say_all(balances_lines(rows))
    return 0


def _tell(book: "Book", number: int, console: Console) -> None:
    """Answer with the advance as it is now."""
    from models.wages.advances.queries import advance_plan
    from tui.commands.advances_text import plan_document, plan_lines

    found = advance_plan(book, number)
    if console.json:
        console.document(plan_document(found))
    else:
        console.say_all(plan_lines(found))
