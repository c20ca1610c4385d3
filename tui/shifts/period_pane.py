"""A list of one period: the pay period of the programme that is shown, and the way to others."""

from datetime import date, timedelta
from typing import Any, ClassVar, Protocol, cast, runtime_checkable

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from models.language import gettext as _
from models.periods import Period, pay_period_of
from reports.wording import period_text
from tui import keys
from tui.panes import Pane
from tui.text import safe
from tui.widgets.picker import Candidate


@runtime_checkable
class HasPeriod(Protocol):
    """A screen that knows which period is shown."""

    period: Period
    kind: str
    week_starts: str


class Arrow(Static):
    """A way to another period; a click goes there."""

    class Pressed(Message):
        """Another period was asked for."""

        def __init__(self, steps: int) -> None:
            super().__init__()
            self.steps = steps

    def __init__(self, sign: str, steps: int) -> None:
        """Go `steps` periods on."""
        super().__init__(sign, markup=False, classes="arrow")
        self._steps = steps

    def on_click(self) -> None:
        """Ask for the period."""
        self.post_message(self.Pressed(self._steps))


class PeriodPane(Pane):
    """A list of the records of one period, or of all days where `HAS_PERIOD` says so."""

    HAS_PERIOD: ClassVar[bool] = True
    NEWEST_FIRST: ClassVar[bool] = False

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.EARLIER, keys.LATER)
    """
    | Key(s) | Description |
    | :- | :- |
    | [ | The period before. |
    | ] | The period after. |
    """

    @property
    def period(self) -> Period | None:
        """The days that are shown; None for all."""
        return cast("HasPeriod", self.screen).period if self.HAS_PERIOD else None

    @property
    def days(self) -> dict[str, Any]:
        """The first and the last day that are shown, for queries."""
        period = self.period
        return {
            "from_": period.starts_on if period else None,
            "to": period.ends_on if period else None,
        }

    @property
    def whose(self) -> Candidate[str] | None:
        """The only employee whose records are shown; None for all."""
        return None

    @property
    def first_day(self) -> date:
        """The day that a new record starts with: today, if it is shown."""
        period = self.period
        return self.today if period is None or self.today in period else period.starts_on

    def compose(self) -> ComposeResult:
        """The period and what its records add up to, and the list."""
        if self.HAS_PERIOD:
            with Horizontal(classes="period-line"):
                yield Arrow("‹ [", -1)
                yield Static("", classes="period", markup=False)
                yield Arrow("] ›", 1)
                yield Static("", classes="totals", markup=False)
        yield from super().compose()

    def reload(self) -> None:
        """Read the list and its totals anew."""
        self._name_period()
        self.records.refresh_records()
        self.read_totals()

    def read_totals(self) -> None:
        """Read what the list adds up to; a subclass says what that is."""

    def say_totals(self, text: str) -> None:
        """Say what the list adds up to, already translated."""
        for line in self.query(".totals").results(Static):
            line.update(safe(text))

    def _name_period(self) -> None:
        if self.period is None:
            return
        text = period_text(self.period)
        now = " · " + _("now") if self.today in self.period else ""
        label = Content.assemble((text, "bold"), (now, "$muted"))
        self.query_one(".period", Static).update(label)

    @on(Arrow.Pressed)
    def _go(self, event: Arrow.Pressed) -> None:
        self.go(event.steps)

    def action_earlier(self) -> None:
        """Go to the period before."""
        self.go(-1)

    def action_later(self) -> None:
        """Go to the period after."""
        self.go(1)

    def go(self, steps: int) -> None:
        """Go some periods on, or back."""
        host: Any = self.screen
        if self.HAS_PERIOD:
            host.period = next_period(host.period, host.kind, host.week_starts, steps)
            self.reload()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are no other periods where all days are shown."""
        if action in ("earlier", "later"):
            return self.HAS_PERIOD
        return super().check_action(action, parameters)


def next_period(period: Period, kind: str, week_starts: str, steps: int) -> Period:
    """The pay period after `period`, or before it for a negative number of steps."""
    beyond = (
        period.ends_on + timedelta(days=1) if steps > 0 else period.starts_on - timedelta(days=1)
    )
    return pay_period_of(beyond, kind, week_starts)
