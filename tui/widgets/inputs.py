"""One-line inputs that say what they understood: text, dates, times, amounts, rates, numbers."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from models.language import gettext as _
from models.money import RATE_DECIMALS, Money, decimal_text, scaled
from tui.widgets.dates import date_in_words, read_date
from tui.widgets.numbers import read_integer, read_money, read_rate
from tui.widgets.reading import NotUnderstoodError, Reading
from tui.widgets.times import read_time

T = TypeVar("T")


class EntryInput(Input, Generic[T]):
    """An input whose text is read as a `T`; `reading` says what it is now.

    A subclass says how its text is read, written plainly for a draft, and echoed for a person.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "Go on", show=False, priority=True)
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Go to the next field of a form; elsewhere submit. |
    """

    goes_on = False
    """Whether enter goes to the next field, before any key that was typed ahead."""

    def __init__(
        self,
        value: str = "",
        *,
        required: bool = False,
        max_length: int = 200,
        placeholder: str = "",
        password: bool = False,
        id: str | None = None,
    ) -> None:
        """Make a compact input.

        Args:
            value: The text to start with.
            required: Whether an empty input is a problem.
            max_length: How many characters can be typed.
            placeholder: What an empty input shows.
            password: Whether to hide what is typed.
            id: The widget's id.
        """
        super().__init__(
            value, placeholder, password=password, max_length=max_length, compact=True, id=id
        )
        self.required = required

    def _read(self, raw: str) -> T:
        """What `raw`, which is not empty, means.

        Raises:
            NotUnderstoodError: it means nothing here.
        """
        raise NotImplementedError

    def _plain(self, value: T) -> str:
        """`value` as a draft or a file has it."""
        return str(value)

    def _echo(self, value: T) -> str:  # noqa: ARG002 - for those who override it
        """`value` as a person reads it; empty when the raw text says it all."""
        return ""

    @property
    def reading(self) -> Reading[T]:
        """What stands in the input now, and what it means."""
        raw = self.value
        if not raw.strip():
            problem = _("Please fill this in.") if self.required else None
            return Reading(raw, "", problem=problem)
        try:
            value = self._read(raw)
        except NotUnderstoodError as error:
            return Reading(raw, raw.strip(), problem=error.message)
        return Reading(raw, self._plain(value), value, self._echo(value))

    async def action_enter(self) -> None:
        """Go on."""
        if self.goes_on:
            self.screen.focus_next()
        else:
            await self.action_submit()

    def put(self, text: str) -> None:
        """Fill the input with what a draft holds."""
        self.value = text


class TextInput(EntryInput[str]):
    """Any text on one line."""

    def _read(self, raw: str) -> str:
        return raw.strip()


class DateInput(EntryInput[date]):
    """A date in any of the ways that `read_date` understands, echoed with its weekday."""

    def __init__(
        self,
        value: str = "",
        *,
        today: Callable[[], date] = date.today,
        required: bool = False,
        marks_ahead: bool = False,
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        """Make a date input.

        Args:
            value: The text to start with.
            today: The clock.
            required: Whether an empty input is a problem.
            marks_ahead: Whether to say so of a day after today.
            placeholder: What an empty input shows.
            id: The widget's id.
        """
        super().__init__(value, required=required, max_length=40, placeholder=placeholder, id=id)
        self._today = today
        self._marks_ahead = marks_ahead

    @property
    def iso(self) -> str:
        """The date as `2026-10-16`, or what was typed where that is no date."""
        return self.reading.text

    def _read(self, raw: str) -> date:
        return read_date(raw, self._today())

    def _plain(self, value: date) -> str:
        return value.isoformat()

    def _echo(self, value: date) -> str:
        words = date_in_words(value)
        if self._marks_ahead and value > self._today():
            return _("{day}, ahead of today").format(day=words)
        return words


class TimeInput(EntryInput[time]):
    """A time of day: `9`, `930`, `9:30`, `22:00`."""

    def _read(self, raw: str) -> time:
        return read_time(raw)

    def _plain(self, value: time) -> str:
        return value.strftime("%H:%M")

    def _echo(self, value: time) -> str:
        return self._plain(value)


class MoneyInput(EntryInput[Money]):
    """An amount in `currency`, echoed with all the currency's digits.

    `currency` can be changed while the input is shown.
    """

    def __init__(
        self,
        currency: str,
        value: str = "",
        *,
        negative: bool = False,
        required: bool = False,
        id: str | None = None,
    ) -> None:
        """Make an input of amounts.

        Args:
            currency: An ISO 4217 code.
            value: The text to start with.
            negative: Whether an amount below zero makes sense.
            required: Whether an empty input is a problem.
            id: The widget's id.
        """
        super().__init__(value, required=required, max_length=30, id=id)
        self.currency = currency
        self.negative = negative

    def _read(self, raw: str) -> Money:
        return read_money(raw, self.currency, negative=self.negative)

    def _plain(self, value: Money) -> str:
        return value.plain

    def _echo(self, value: Money) -> str:
        return str(value)


class RateInput(EntryInput[Decimal]):
    """A rate or quantity of at most four decimals; `unit` is echoed beside it."""

    def __init__(
        self,
        value: str = "",
        *,
        unit: str = "",
        negative: bool = False,
        required: bool = False,
        id: str | None = None,
    ) -> None:
        """Make an input of rates.

        Args:
            value: The text to start with.
            unit: What the rate is counted in, already translated, such as `CNY` or `%`.
            negative: Whether a rate below zero makes sense.
            required: Whether an empty input is a problem.
            id: The widget's id.
        """
        super().__init__(value, required=required, max_length=30, id=id)
        self.unit = unit
        self.negative = negative

    def _read(self, raw: str) -> Decimal:
        return read_rate(raw, negative=self.negative)

    def _plain(self, value: Decimal) -> str:
        return decimal_text(scaled(value), RATE_DECIMALS)

    def _echo(self, value: Decimal) -> str:
        number = decimal_text(scaled(value), RATE_DECIMALS, grouped=True)
        return f"{number} {self.unit}".rstrip()


class IntegerInput(EntryInput[int]):
    """A whole number between two bounds, both inside."""

    def __init__(
        self,
        value: str = "",
        *,
        least: int | None = 0,
        most: int | None = None,
        required: bool = False,
        id: str | None = None,
    ) -> None:
        """Make an input of whole numbers.

        Args:
            value: The text to start with.
            least: The smallest that is accepted, or None for any.
            most: The largest that is accepted, or None for any.
            required: Whether an empty input is a problem.
            id: The widget's id.
        """
        super().__init__(value, required=required, max_length=20, id=id)
        self.least = least
        self.most = most

    def _read(self, raw: str) -> int:
        return read_integer(raw, self.least, self.most)

    def _echo(self, value: int) -> str:
        return f"{value:,}" if abs(value) >= 1000 else ""
