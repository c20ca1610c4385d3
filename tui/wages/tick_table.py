"""The list of who has got the pay, and the form for the day on which it is handed out."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar, Final

from textual.binding import BindingType

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.rows import PayslipRow
from tui import keys
from tui.text import width_of
from tui.wages.ticking import Ticks
from tui.wages.words import PAID_BY, amount
from tui.widgets.columns import Column, Tone
from tui.widgets.dates import short_date
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import DateInput
from tui.widgets.record_table import RecordTable

_LONGEST: Final = date(2026, 12, 22)
"""A day that takes as much room in a table as any, in each language."""


class TickTable(RecordTable[PayslipRow]):
    """Payslips with a tick before each; space turns it around and goes on to the next."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.OPEN.bind(label=N_("Payslip"), footer=False),
        keys.TICK,
        keys.TICK.bind(
            action="untick", label=N_("Not collected"), help=N_("Open the pay of someone again.")
        ),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | space | Got the pay, or not; once everyone has, only not. |
    """

    def __init__(self, ticks: Ticks, pressed: Callable[[PayslipRow], object]) -> None:
        """Show `ticks`; `pressed` is told whose tick is to be turned around."""
        super().__init__(
            _columns(ticks), key=lambda slip: slip.code, empty=N_("Everyone has got their pay.")
        )
        self._ticks = ticks
        self._pressed = pressed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where everyone has got their pay, it can only be opened again."""
        if action in ("tick", "untick"):
            return (action == "untick") is self._ticks.everyone
        return super().check_action(action, parameters)

    def action_tick(self) -> None:
        """Turn the marked tick around."""
        if (row := self.row) is not None:
            self._pressed(row)

    def action_untick(self) -> None:
        """Open the pay of the marked row again."""
        self.action_tick()


def _how(slip: PayslipRow) -> str:
    return _(PAID_BY[slip.payment_method])


def _columns(ticks: Ticks) -> Sequence[Column[PayslipRow]]:
    def sign(slip: PayslipRow) -> str:
        return "[✓]" if ticks.ticked(slip.code) else "[ ]"

    def tone(slip: PayslipRow) -> Tone:
        return "good" if ticks.ticked(slip.code) else "plain"

    def when(slip: PayslipRow) -> str:
        if not ticks.ticked(slip.code):
            return ""
        # The rows stay as they were first shown; what was written since is known by the ticks.
        paid_on = ticks.slips[slip.code].paid_on
        return short_date(paid_on) if paid_on else "…"

    return (
        Column("sign", "", sign, width=3, tone=tone),
        Column("code", N_("Code"), lambda slip: slip.code, width=8),
        Column("work_name", N_("Name"), lambda slip: slip.work_name, width=9, flex=1),
        Column("site", N_("Site"), lambda slip: slip.site, width=11, flex=1, from_width=76),
        Column("how", N_("Paid by"), _how, width=7),
        Column(
            "paid", N_("To pay"), lambda slip: amount(slip.paid, slip.currency), width=12,
            align="right",
        ),
        Column("on", N_("Paid on"), when, width=width_of(short_date(_LONGEST))),
    )  # fmt: skip


class DayForm(FormScreen[date]):
    """On which day the pay is handed out."""

    SAVE_LABEL = N_("Go on")

    def __init__(self, today: date, day: date) -> None:
        """Start with `day`."""
        super().__init__({"on": day.isoformat()})
        self._today = today

    def title_text(self) -> str:
        """What stands above the form."""
        return _("The pay is handed out")

    def fields(self) -> Sequence[Field]:
        """The day."""
        day = DateInput(today=lambda: self._today, required=True, marks_ahead=True)
        return [Field("on", N_("On"), day, N_("Such as today, fri or 25."))]

    def save(self, values: dict[str, str]) -> date:
        """Give the day back."""
        return date.fromisoformat(values["on"])
