"""Computing a draft: for when, for whom."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.employees.queries import sites
from models.errors import Problem, RefusedError, WagebookError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.periods import Period
from models.wages.actions import new_run
from models.wages.due import next_pay_period
from tui.section import BookScreen
from tui.wages.run_screen import RunScreen
from tui.widgets.choice import Choice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import DateInput, TextInput
from tui.widgets.progress import Progress


@dataclass(frozen=True, slots=True)
class Order:
    """The draft that is asked for, and what was typed for it."""

    period: Period
    site: str | None
    codes: tuple[str, ...]
    kind: str
    typed: Mapping[str, str]


class ComputeForm(FormScreen[Order]):
    """When and whom the draft pays."""

    SAVE_LABEL = N_("Compute")

    def __init__(
        self,
        typed: Mapping[str, str],
        sites_there: Sequence[str],
        today: date,
        refusal: WagebookError | None = None,
    ) -> None:
        """Start with what was `typed`; `refusal` says why that was not computed."""
        super().__init__(typed)
        self._sites = sites_there
        self._today = today
        self._refusal = refusal

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Compute a draft")

    def fields(self) -> Sequence[Field]:
        """The period, and whom to narrow it down to."""
        kinds = [
            (_("the whole pay"), "regular"),
            (_("what no run has paid"), "off_cycle"),
            (_("everything, of who leaves"), "final"),
        ]
        there = [(name, name) for name in self._sites]
        return [
            Field("from", N_("From"), self._day(), N_("The first day.")),
            Field("to", N_("To"), self._day(), N_("The last day, itself inside.")),
            Field(
                "kind",
                N_("Pays"),
                Choice(kinds, value="regular", required=True),
                N_("The second is off-cycle: no salary. The third names employees."),
            ),
            Field("site", N_("Site"), Choice(there), N_("Nothing chosen: all sites.")),
            Field(
                "employee",
                N_("Employees"),
                TextInput(max_length=1000),
                N_("Their codes; empty for everyone."),
            ),
        ]

    def on_mount(self) -> None:
        """Say why what was asked for before could not be computed."""
        super().on_mount()
        if self._refusal is not None:
            self.call_after_refresh(
                self.show_problems, self._refusal.problems, self._refusal.message
            )

    def _day(self) -> DateInput:
        return DateInput(today=lambda: self._today, required=True)

    def save(self, values: dict[str, str]) -> Order:
        """Read what is asked for; it is computed with its progress shown.

        Raises:
            RefusedError: the period ends before it starts.
        """
        first, last = date.fromisoformat(values["from"]), date.fromisoformat(values["to"])
        if last < first:
            message = _("The last day is before the first.")
            raise RefusedError(message, [Problem(message, column="to")])
        return Order(
            period=Period(first, last),
            site=values["site"] or None,
            codes=tuple(values["employee"].replace(",", " ").split()),
            kind=values["kind"],
            typed=values,
        )


class _Computing:
    """One draft from the question to the screen that shows it."""

    def __init__(self, screen: BookScreen, then: Callable[[int], None] | None) -> None:
        self._screen = screen
        self._then = then or self._show
        self._sites: Sequence[str] = ()

    def ask(self) -> None:
        """Read what to offer, then offer it."""
        book, today = self._screen.book, self._screen.today
        self._screen.do(
            lambda: (next_pay_period(book, today), sites(book)), self._offer, group="compute"
        )

    def _offer(self, found: tuple[Period, Sequence[str]]) -> None:
        period, self._sites = found
        self._show_form({"from": str(period.starts_on), "to": str(period.ends_on)})

    def _show_form(self, typed: Mapping[str, str], refusal: WagebookError | None = None) -> None:
        form = ComputeForm(typed, self._sites, self._screen.today, refusal)
        self._screen.app.push_screen(form, self._compute)

    def _compute(self, order: Order | None) -> None:
        if order is None:
            return
        book = self._screen.book

        def job(progress: Progress) -> int:
            return new_run(
                book,
                period=order.period,
                site=order.site,
                codes=order.codes,
                off_cycle=order.kind == "off_cycle",
                final=order.kind == "final",
                on_progress=progress.step,
            )

        def ask_again(error: WagebookError) -> None:
            self._show_form(order.typed, error)

        self._screen.do_long(_("Computing wages…"), job, self._then, refused=ask_again)

    def _show(self, number: int) -> None:
        self._screen.app.push_screen(RunScreen(number))


def start_compute(screen: BookScreen, then: Callable[[int], None] | None = None) -> None:
    """Ask what to compute, compute it, and show the draft, or do `then` with its number."""
    _Computing(screen, then).ask()
