"""How a payday ended: what was paid, what was not collected, and the journal for the books."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from models.language import gettext as _
from models.money import Money
from models.wages.payday_steps import Payday, payday_of
from models.wages.queries import payslip_list, run
from models.wages.rows import PayslipRow
from tui.section import DetailScreen
from tui.text import clean, safe
from tui.wages.papers import ask_journal
from tui.wages.payday_words import figures, people, tally_text
from tui.wages.words import run_title, way
from tui.widgets.facts import sums
from tui.widgets.menu import Menu, MenuItem

_ENDINGS = {"hledger": "journal", "beancount": "beancount", "csv": "csv"}
_SHOWN = 4


class PaydaySummaryScreen(DetailScreen):
    """What a payday came to."""

    SECTION = "wages"

    def __init__(self, number: int) -> None:
        """Sum up the run of this number, which is approved or paid."""
        super().__init__()
        self.number = number
        self._payday: Payday | None = None

    def compose_body(self) -> ComposeResult:
        """The run, what was paid and what was not, and the journal."""
        with Vertical(classes="head"), Horizontal(classes="head-line"):
            yield Static("", classes="head-title", markup=False)
            yield Static("", classes="head-way", markup=False)
        yield Static("", classes="summed-up", markup=False)
        yield Menu(
            [
                MenuItem("hledger", _("Journal for hledger"), _("What the run booked, as text.")),
                MenuItem(
                    "beancount", _("Journal for Beancount"), _("The same, as Beancount has it.")
                ),
                MenuItem("csv", _("Journal as CSV"), _("The same as a table, for other programs.")),
            ]
        )

    def on_mount(self) -> None:
        """Begin on the journal."""
        self.query_one(Menu).focus()

    def reload(self) -> None:
        """Read anew what was paid."""

        def read() -> tuple[Payday, list[PayslipRow]]:
            slips = list(payslip_list(self.book, self.number).all())
            return payday_of(run(self.book, self.number), slips), slips

        self.do(read, self._show, group="sum")

    def _show(self, found: tuple[Payday, list[PayslipRow]]) -> None:
        self._payday, slips = found
        row = self._payday.run
        self.query_one(".head-title", Static).update(safe(run_title(row), "bold"))
        self.query_one(".head-way", Static).update(way(row))
        open_ = [slip for slip in slips if slip.paid and slip.paid_on is None]
        named = _named(open_) if self._payday.paid.count else []
        lines = [_sums(self._payday), *named]
        self.query_one(".summed-up", Static).update(Content("\n").join(lines))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        form = event.option_id or ""
        if self._payday is not None:
            ask_journal(self, self._payday.run, form, _ENDINGS[form])


def _sums(payday: Payday) -> Content:
    """What the run comes to, what of that was paid, and to how many."""
    row = payday.run
    minor = [(_("Gross"), row.gross), (_("Deductions"), row.deductions), (_("Net"), row.net)]
    if row.rounding:
        minor += [(_("Rounding"), row.rounding), (_("To pay"), row.paid)]
    totals = [(label, str(Money(amount, row.currency))) for label, amount in minor]
    found = figures(payday)
    counted = [people(tally.count) if tally.count else "" for _label, tally in found]
    tallies = [(label, tally_text(tally)) for label, tally in found]
    return sums([*totals, *tallies], [""] * len(totals) + counted)


def _named(slips: list[PayslipRow]) -> list[Content]:
    """The first of those who have not got their pay."""
    lines = [
        Content.assemble(
            ("! ", "$warning"),
            _("{code} {name} has not got {amount}").format(
                code=clean(slip.code),
                name=clean(slip.work_name),
                amount=Money(slip.paid, slip.currency),
            ),
        )
        for slip in slips[:_SHOWN]
    ]
    if len(slips) > _SHOWN:
        lines.append(Content(_("… and {n} more").format(n=len(slips) - _SHOWN)))
    return lines
