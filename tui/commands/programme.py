"""Commands for the book itself: new, demo, settings, check."""

import argparse
from typing import TYPE_CHECKING, Any, Final

from models.errors import NotFoundError
from models.language import gettext as _
from tui.commands.console import Console
from tui.commands.opening import opened, passphrase_for, place_of
from tui.commands.parsing import Commands, word
from tui.commands.progress import progress
from tui.commands.values import a_setting, count_between

if TYPE_CHECKING:
    from models.book.book import Book

_MOST_EMPLOYEES: Final = 2000
_MOST_MONTHS: Final = 36


def add_to(commands: Commands) -> None:
    """Declare the commands of this area."""
    _add_new(commands)
    demo = commands.add("demo", _("make a book with an invented programme in it"), _demo)
    demo.add_argument(
        "--employees",
        type=count_between(1, _MOST_EMPLOYEES),
        default=24,
        metavar="N",
        help=_("how many people work there (24)"),
    )
    demo.add_argument(
        "--months",
        type=count_between(1, _MOST_MONTHS),
        default=12,
        metavar="M",
        help=_("how many months of work and sales it has (12)"),
    )
    demo.add_argument(
        "--seed",
        type=count_between(0, 2**31),
        default=1,
        metavar="S",
        help=_("the same number invents the same programme (1)"),
    )
    settings = commands.add("settings", _("show the programme's settings, or set one"), _settings)
    settings.add_argument("key", nargs="?", metavar="KEY", type=word, help=_("show only this one"))
    settings.add_argument("value", nargs="?", metavar="VALUE", type=word, help=_("set it to this"))
    commands.add("check", _("verify every promise that the book makes"), _check)


def _add_new(commands: Commands) -> None:
    new = commands.add("new", _("make a new, empty book"), _new)
    options = (
        ("--name", True, "N", _("name of the programme")),
        ("--currency", True, "CNY", _("currency of pay and sales")),
        ("--country", False, "CN", _("country, which may say the time zone")),
        ("--timezone", False, "Z", _("time zone, such as Asia/Seoul")),
        ("--week-starts", False, "MO", _("first day of the week: MO, TU, WE, TH, FR, SA or SU")),
        ("--pay-period", False, "P", _("monthly, semimonthly, biweekly or weekly")),
    )
    for option, required, metavar, help_ in options:
        key = option.removeprefix("--").replace("-", "_")
        new.add_argument(
            option, required=required, metavar=metavar, type=a_setting(key), help=help_
        )


def _new(arguments: argparse.Namespace, console: Console) -> int:
    from models.book.opening import create_book

    keys = ("name", "currency", "country", "timezone", "week_starts", "pay_period")
    given = {key: value for key in keys if (value := getattr(arguments, key))}
    _add_timezone(given, console)
    place = place_of(arguments)
    with create_book(place, passphrase_for(place, new=True), given) as book:
        _say_where(book, console)
    return 0


def _add_timezone(given: dict[str, str], console: Console) -> None:
    from tui.commands.countries import timezone_of

    if "country" not in given or "timezone" in given:
        return
    zone = timezone_of(given["country"])
    if zone:
        given["timezone"] = zone
    else:
        console.aside(
            _(
                "{country} has several time zones; set yours: wagebook settings timezone ZONE"
            ).format(country=given["country"])
        )


def _demo(arguments: argparse.Namespace, console: Console) -> int:
    from models.demo import make_demo

    place = place_of(arguments)
    passphrase = passphrase_for(place, new=True)
    with progress(_("Inventing a programme …")) as on_progress:
        book = make_demo(
            place,
            passphrase,
            employees=arguments.employees,
            months=arguments.months,
            seed=arguments.seed,
            on_progress=on_progress,
        )
    with book:
        _say_where(book, console)
    return 0


def _say_where(book: "Book", console: Console) -> None:
    if console.json:
        console.document({"book": str(book.place), "settings": dict(book.settings())})
    else:
        console.say(_("There is a new book at {place}.").format(place=book.place))


def _settings(arguments: argparse.Namespace, console: Console) -> int:
    from models.rules.actions import change_programme

    with opened(arguments) as book:
        if arguments.value is not None:
            change_programme(book, {arguments.key: arguments.value})
        settings = dict(book.settings())
    if arguments.key is None:
        _show_settings(settings, console)
    else:
        _show_setting(settings, arguments.key, console)
    return 0


def _show_settings(settings: dict[str, str], console: Console) -> None:
    if console.json:
        console.document(settings)
        return
    from models.book.settings import SETTINGS
    from tui.commands.tables import lines_of

    rows = [(key, value, _(SETTINGS[key].label)) for key, value in settings.items()]
    console.say_all(lines_of((_("setting"), _("value"), _("meaning")), rows))


def _show_setting(settings: dict[str, str], key: str, console: Console) -> None:
    if key not in settings:
        message = _("There is no setting “{key}”; there are: {keys}.")
        raise NotFoundError(message.format(key=key, keys=", ".join(settings)))
    if console.json:
        console.document({key: settings[key]})
    else:
        console.say(settings[key])


def _check(arguments: argparse.Namespace, console: Console) -> int:
    from models.checking import check_book

    with opened(arguments) as book, progress(_("Checking …")):
        promises = check_book(book)
    kept = all(promise.kept for promise in promises)
    if console.json:
        listed: list[dict[str, Any]] = [
            {"name": each.name, "kept": each.kept, "details": list(each.details)}
            for each in promises
        ]
        console.document({"ok": kept, "promises": listed})
        return 0 if kept else 1
    for promise in promises:
        console.say(f"{'✓' if promise.kept else '✗'} {promise.name}")
        console.say(*(f"    {line}" for line in promise.details))
    console.say(_("Every promise is kept.") if kept else _("A promise is broken."))
    return 0 if kept else 1
