"""The forms that open and create a book."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from models.book.book import Book
from models.book.opening import create_book, open_book
from models.book.place import Place
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import PAY_PERIOD_KINDS
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import EntryInput, TextInput

SHORTEST_PASSPHRASE: Final = 8

PAY_PERIODS = {
    "monthly": N_("every month"),
    "semimonthly": N_("twice a month"),
    "biweekly": N_("every two weeks"),
    "weekly": N_("every week"),
}


class PassphraseInput(EntryInput[str]):
    """A passphrase: hidden, and taken as it is typed."""

    def __init__(self) -> None:
        """Make an empty input."""
        super().__init__(max_length=400, password=True, required=True)

    def _read(self, raw: str) -> str:
        return raw


class UnlockForm(FormScreen[Book]):
    """The passphrase of a book."""

    SAVE_LABEL = N_("Open")

    def __init__(self, place: Place) -> None:
        """Ask for the passphrase of the book at `place`."""
        super().__init__()
        self._place = place

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Open {place}").format(place=self._place)

    def fields(self) -> Sequence[Field]:
        """The passphrase."""
        return [Field("passphrase", N_("Passphrase"), PassphraseInput())]

    def save(self, values: dict[str, str]) -> Book:
        """Open the book.

        Raises:
            BookError: it cannot be opened.
        """
        return open_book(self._place, values["passphrase"])


class NewForm(FormScreen[Book]):
    """Everything that a new book needs to know."""

    SAVE_LABEL = N_("Create")

    def __init__(self, place: Place) -> None:
        """Offer `place` for the new book."""
        super().__init__(
            {"place": str(place), "timezone": "Asia/Shanghai", "currency": "CNY", "country": "CN"}
        )

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Create a book")

    def fields(self) -> Sequence[Field]:
        """Name, money, place and passphrase."""
        periods = [(_(PAY_PERIODS[kind]), kind) for kind in PAY_PERIOD_KINDS]
        return [
            Field("name", N_("Name"), TextInput(max_length=80), N_("Seen in the app only.")),
            Field("currency", N_("Currency"), TextInput(max_length=3), N_("Three letters.")),
            Field("country", N_("Country"), TextInput(max_length=2), N_("Two letters.")),
            Field("timezone", N_("Time zone"), TextInput(max_length=64)),
            Field("pay_period", N_("Wages are paid"), Choice(periods, value="monthly")),
            Field("place", N_("Folder"), TextInput(max_length=400), wide=True),
            Field(
                "passphrase",
                N_("Passphrase"),
                PassphraseInput(),
                N_("Nobody can open the book without it."),
            ),
            Field("again", N_("Once more"), PassphraseInput()),
        ]

    def save(self, values: dict[str, str]) -> Book:
        """Create the book.

        Raises:
            RefusedError: something is wrong with what was typed.
        """
        if len(values["passphrase"]) < SHORTEST_PASSPHRASE:
            message = _("A passphrase has at least {n} characters; several words are best.")
            sentence = message.format(n=SHORTEST_PASSPHRASE)
            raise RefusedError(sentence, [Problem(sentence, column="passphrase")])
        if values["passphrase"] != values["again"]:
            message = _("The two passphrases differ.")
            raise RefusedError(message, [Problem(message, column="again")])
        names = ("name", "currency", "country", "timezone", "pay_period")
        settings = {name: values[name] for name in names if values[name]}
        return create_book(Place.of(values["place"]), values["passphrase"], settings)


def demo_place(place: Place) -> Place:
    """Where the demo programme's book lies: beside the usual one."""
    folder = place.folder or Place.default().folder or Path("programme.book")
    return Place(folder=folder.parent / "demo.book")
