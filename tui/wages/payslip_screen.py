"""One payslip, line by line, and the next one of its run."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from models.language import gettext as _
from models.language import gettext_noop as N_
from models.wages.explanation import Explanation, explanation
from models.wages.queries import payslip
from models.wages.rows import LineRow, PayslipRow
from models.wages.wording import basis_label, hours_text, run_status_label
from reports.wording import date_text, period_text
from tui import keys
from tui.section import DetailScreen
from tui.text import clean, safe
from tui.wages.behind import BehindScreen, behind_in_short
from tui.wages.head import Head
from tui.wages.people import notes, slip_figures
from tui.wages.printing import print_slip
from tui.wages.words import amount
from tui.widgets.columns import Column, Tone
from tui.widgets.facts import facts, sums
from tui.widgets.paged_view import HEADER_ROWS
from tui.widgets.record_table import RecordTable
from tui.widgets.records import ListRecords

_TONES: dict[str, Tone] = {"deduction": "bad", "information": "muted", "rounding": "muted"}


def _tone(line: LineRow) -> Tone:
    return _TONES.get(line.group, "plain")


def _amount(line: LineRow) -> str:
    """A deduction is written with its sign, so that the column adds up to the net."""
    return amount(-line.amount if line.group == "deduction" else line.amount, line.currency)


def _how(line: LineRow) -> str:
    """The formula without its result, which stands beside it."""
    return line.formula.removesuffix(f" = {amount(line.amount, line.currency)}")


_COLUMNS = (
    Column[LineRow]("label", N_("Line"), lambda line: line.label, width=20, flex=1),
    Column[LineRow]("formula", N_("How"), _how, width=36, flex=1, tone=_tone),
    Column[LineRow]("amount", N_("Amount"), _amount, width=13, align="right", tone=_tone),
)


class LineTable(RecordTable[LineRow]):
    """The lines of a payslip, each of which can be explained."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.OPEN.bind(label=N_("Explain"), help=N_("The rule and the records behind the line."))
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | enter | Explain the line. |
    """


class PayslipScreen(DetailScreen):
    """A payslip."""

    SECTION = "wages"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.PREVIOUS.bind(help=N_("The payslip before this one in the run.")),
        keys.NEXT.bind(help=N_("The next payslip of the run.")),
        keys.PRINT.bind(help=N_("Print this payslip, or make a PDF of it.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | left, b | The payslip before. |
    | right, n | The next payslip. |
    | p | Print it. |
    """

    def __init__(self, number: str, walk: Sequence[str] = ()) -> None:
        """Show the payslip `number`; `walk` are the payslips to go through."""
        super().__init__()
        self._walk = list(walk) or [number]
        self._place = self._walk.index(number) if number in self._walk else 0
        self._slip: PayslipRow | None = None
        self._explained: Explanation | None = None
        self._table = LineTable(_COLUMNS, key=id, empty=N_("This payslip has no lines."))

    def compose_body(self) -> ComposeResult:
        """Whose it is, its lines, and what they come to."""
        yield Head()
        with Horizontal(classes="list-and-aside"):
            with Vertical():
                yield self._table
                with Horizontal(classes="slip-foot"):
                    yield Static("", classes="slip-facts", markup=False)
                    yield Static("", classes="slip-sums", markup=False)
                yield Static("", classes="slip-notes", markup=False)
                yield Static("", classes="slip-line", markup=False)
            yield Static("", classes="aside", markup=False)

    def on_mount(self) -> None:
        """Begin on the lines."""
        self._table.focus()

    @property
    def number(self) -> str:
        """The number of the payslip that is shown."""
        return self._walk[self._place]

    def reload(self) -> None:
        """Read the payslip and what is behind its lines."""

        def read() -> Explanation:
            return explanation(self.book, payslip(self.book, self.number))

        self.do(read, self._show, group="slip")

    def _show(self, found: Explanation) -> None:
        slip, self._explained = found.slip, found
        same = self._slip is not None and self._slip.number == slip.number
        self._slip = slip
        name = f"{slip.code}  {slip.work_name}"
        self.query_one(Head).say(name, self._where(slip), _subtitle(slip))
        self.query_one(".slip-facts", Static).update(_minutes(slip))
        self.query_one(".slip-sums", Static).update(sums(slip_figures(slip)))
        below = self.query_one(".slip-notes", Static)
        below.update(_below(slip))
        below.display = bool(slip.warnings or slip.balance_texts)
        # No taller than its lines, so that the sums stand right under the amounts.
        self._table.styles.max_height = len(slip.lines) + HEADER_ROWS
        self._table.show(ListRecords(slip.lines), keep_cursor=same)

    def _where(self, slip: PayslipRow) -> Content:
        place = _("{n} of {all}").format(n=self._place + 1, all=len(self._walk))
        number = _("Payslip {number}").format(number=slip.number)
        return safe(f"{number} · {place}", "$muted")

    @on(RecordTable.Highlighted)
    def _say(self, event: RecordTable.Highlighted[LineRow]) -> None:
        line, explained = event.row, self._explained
        text = behind_in_short(explained, line) if line and explained else Content("")
        self.query_one(".aside", Static).update(text)
        whole = f"{line.label}: {line.formula}" if line else ""
        self.query_one(".slip-line", Static).update(safe(whole, "$muted"))

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[LineRow]) -> None:
        if self._explained is not None:
            self.app.push_screen(BehindScreen(self._explained, event.row))

    def action_previous(self) -> None:
        """Go to the payslip before."""
        self._go(-1)

    def action_next(self) -> None:
        """Go to the next payslip."""
        self._go(1)

    def _go(self, steps: int) -> None:
        place = self._place + steps
        if 0 <= place < len(self._walk):
            self._place = place
            self.reload()
        else:
            end = _("That was the last one.") if steps > 0 else _("This is the first one.")
            self.notify(end, markup=False)

    def action_print(self) -> None:
        """Print this payslip."""
        if self._slip is not None:
            print_slip(self, self._slip)


def _subtitle(slip: PayslipRow) -> Content:
    parts = [
        period_text(slip.period),
        basis_label(slip.basis),
        slip.site,
        run_status_label(slip.status),
        _("paid on {day}").format(day=date_text(slip.paid_on)) if slip.paid_on else "",
        _("printed on {day}").format(day=date_text(slip.printed_on)) if slip.printed_on else "",
    ]
    return safe(" · ".join(part for part in parts if part), "$muted")


def _below(slip: PayslipRow) -> Content:
    """What is owed before and after, and what to look at."""
    owed = [Content.styled(clean(sentence), "$muted") for sentence in slip.balance_texts]
    warnings = [notes(slip.warning_texts)] if slip.warnings else []
    return Content("\n").join([*owed, *warnings])


def _minutes(slip: PayslipRow) -> Content:
    kinds = [
        (_("Worked"), slip.minutes.worked),
        (_("Overtime hours"), slip.minutes.overtime),
        (_("Night"), slip.minutes.night),
        (_("Rest day"), slip.minutes.rest_day),
        (_("Holiday"), slip.minutes.holiday),
    ]
    equivalent = slip.hourly_equivalent
    an_hour = "" if equivalent is None else amount(equivalent, slip.currency)
    hours = [(label, hours_text(minutes) if minutes else "") for label, minutes in kinds]
    return facts([*hours, (_("Piece-work and shares, an hour"), an_hour)])
