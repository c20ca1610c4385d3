"""Commands for the life of a pay run: from a new draft to paid, one by one or in whole, or void."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.opening import opened
from tui.commands.parsing import Commands, Parser, word
from tui.commands.progress import OnProgress, progress
from tui.commands.values import a_date, a_period, a_run, add_days

if TYPE_CHECKING:
    from models.book.book import Book
    from models.wages.verifying import Difference


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    payrun = commands.add("payrun", _("compute, approve, pay or void a pay run"))
    actions = Commands(payrun, dest="action", metavar=_("ACTION"), required=True)
    _add_new(actions)
    actions.add("list", _("all pay runs, newest first"), _list)
    _add_run(actions.add("show", _("a pay run and its payslips"), _show))
    _add_run(actions.add("check", _("what is unusual in a pay run, the worst first"), _check))
    _add_run(actions.add("recompute", _("compute a draft anew"), _recompute))
    _add_run(actions.add("approve", _("freeze a draft"), _approve))
    _add_run(actions.add("verify", _("compute an approved run again as it was"), _verify))
    pay = _add_run(actions.add("pay", _("mark an approved run as paid"), _pay))
    pay.add_argument(
        "--on", required=True, type=a_date, metavar=_("DATE"), help=_("the day of payment")
    )
    _add_employees(pay, _("only these employees; the others stay open"))
    uncollected = _add_run(
        actions.add("uncollected", _("note who has not collected their pay"), _uncollected)
    )
    _add_employees(uncollected, _("these employees"), required=True)
    void = _add_run(
        actions.add("void", _("void a run; the next one takes back what it paid"), _void)
    )
    void.add_argument("--reason", required=True, type=word, metavar="T", help=_("why it is void"))


def _add_new(actions: Commands) -> None:
    new = actions.add("new", _("compute a draft"), _new)
    add_days(new, required=True)
    new.add_argument("--site", type=word, metavar="S", help=_("only employees of this site"))
    _add_employees(new, _("only these employees"))
    kind = new.add_mutually_exclusive_group()
    kind.add_argument(
        "--off-cycle",
        action="store_true",
        help=_("work and adjustments that no run has paid, without salaries"),
    )
    kind.add_argument(
        "--final",
        action="store_true",
        help=_("the final settlement of employees who leave by the last day"),
    )


def _add_employees(parser: Parser, help_: str, *, required: bool = False) -> None:
    parser.add_argument(
        "--employee",
        nargs="+",
        action="extend",
        type=word,
        default=[],
        required=required,
        metavar=_("CODE"),
        help=help_,
    )


def _add_run(parser: Parser) -> Parser:
    parser.add_argument("run", metavar="RUN", type=a_run, help=_("the number of the pay run"))
    return parser


def _new(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.actions import new_run

    period = a_period(arguments)
    with opened(arguments) as book, progress(_("Computing …")) as tell:
        number = new_run(
            book,
            period=period,
            site=arguments.site,
            codes=arguments.employee,
            off_cycle=arguments.off_cycle,
            final=arguments.final,
            on_progress=tell,
        )
        _answer(book, number, console)
    return 0


def _list(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.queries import runs
    from tui.commands.pay_figures import run_document
    from tui.commands.run_text import runs_lines

    with opened(arguments) as book:
        rows = list(runs(book).all())
    if console.json:
        console.document([{**run_document(row), "set_aside": row.set_aside} for row in rows])
    else:
        console.say_all(runs_lines(rows))
    return 0


def _show(arguments: argparse.Namespace, console: Console) -> int:
    with opened(arguments) as book:
        _answer(book, arguments.run, console)
    return 0


def _check(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.unusual import unusual
    from tui.commands.pay_figures import unusual_document
    from tui.commands.run_text import unusual_lines

    with opened(arguments) as book:
        found = unusual(book, arguments.run)
    if console.json:
        console.document(unusual_document(arguments.run, found))
    else:
        console.say_all(unusual_lines(found))
    return 0


def _recompute(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.actions import recompute_run

    return _changed(
        arguments, console, lambda book, tell: recompute_run(book, arguments.run, on_progress=tell)
    )


def _approve(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.actions import approve_run

    return _changed(
        arguments, console, lambda book, tell: approve_run(book, arguments.run, on_progress=tell)
    )


def _verify(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.verifying import differences

    with opened(arguments) as book:
        found = differences(book, arguments.run)
    if console.json:
        console.document(
            {
                "run": arguments.run,
                "same": not found,
                "differences": [
                    {
                        "payslip": each.number,
                        "net": _plain(each, each.stood),
                        "now": _plain(each, each.now),
                    }
                    for each in found
                ],
            }
        )
    elif not found:
        console.say(
            _("Every payslip of run {run} comes out as it stands.").format(run=arguments.run)
        )
    else:
        for each in found:
            said = _("{payslip}: net {net}, now {now}")
            console.say(
                said.format(
                    payslip=each.number,
                    net=_plain(each, each.stood) or "–",
                    now=_plain(each, each.now) or "–",
                )
            )
    return 0 if not found else 1


def _plain(difference: "Difference", minor: int | None) -> str | None:
    from models.money import amount_text

    return None if minor is None else amount_text(minor, difference.currency)


def _pay(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.actions import pay_run

    return _changed(
        arguments,
        console,
        lambda book, _tell: pay_run(book, arguments.run, on=arguments.on, codes=arguments.employee),
    )


def _uncollected(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.actions import mark_uncollected

    return _changed(
        arguments,
        console,
        lambda book, _tell: mark_uncollected(book, arguments.run, codes=arguments.employee),
    )


def _void(arguments: argparse.Namespace, console: Console) -> int:
    from models.wages.actions import void_run

    return _changed(
        arguments,
        console,
        lambda book, _tell: void_run(book, arguments.run, reason=arguments.reason),
    )


def _changed(
    arguments: argparse.Namespace, console: Console, change: "Callable[[Book, OnProgress], None]"
) -> int:
    with opened(arguments) as book, progress(_("Computing …")) as tell:
        change(book, tell)
        _answer(book, arguments.run, console)
    return 0


def _answer(book: "Book", number: int, console: Console) -> None:
    """Show the run as it is now."""
    from models.wages.queries import payslip_list, payslips, run, set_aside
    from tui.commands.pay_figures import whole_run_document
    from tui.commands.run_text import run_lines

    row, aside = run(book, number), set_aside(book, number)
    if console.json:
        console.document(whole_run_document(row, aside, payslips(book, number)))
    else:
        console.say_all(run_lines(row, aside, list(payslip_list(book, number).all())))
