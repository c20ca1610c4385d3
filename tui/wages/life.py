"""A pay run's life on the screen: recomputed, approved, paid, void."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final

from models.errors import StaleDraftError, WagebookError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext
from models.wages.actions import approve_run, pay_run, recompute_run, void_run
from models.wages.queries import run
from models.wages.review import PersonRow, RunReview, run_review
from models.wages.rows import RunRow
from tui.section import BookScreen
from tui.wages.words import amount, run_title, to_look_at
from tui.widgets.dialogs import Ask, Confirm, Notice
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import DateInput, TextInput
from tui.widgets.progress import Progress

_SECONDS_SHOWN: Final = 3


def explain_set_aside(screen: BookScreen, person: PersonRow) -> None:
    """Say why someone has no payslip, and what to do."""
    title = _("{code} is set aside: no payslip in this run.").format(code=person.code)
    advice = _("Put that right, then recompute the draft. Everyone else can be paid meanwhile.")
    screen.app.push_screen(Notice(title, f"{person.reason}\n{advice}"))


def recompute(screen: BookScreen, number: int) -> None:
    """Compute a draft anew."""
    book = screen.book

    def job(progress: Progress) -> None:
        recompute_run(book, number, on_progress=progress.step)

    screen.do_long(_("Computing wages…"), job, partial(_done, screen, _("Computed anew.")))


def approve(screen: BookScreen, number: int, *also: str) -> None:
    """Approve a draft, after saying what that means, what to look at, and `also` these."""
    book = screen.book

    def job(progress: Progress) -> None:
        approve_run(book, number, on_progress=progress.step)

    def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
        if sure:
            sentence = _("The run is approved. Next: pay it, then mark it paid.")
            said, refused = partial(_done, screen, sentence), partial(_refused, screen, number)
            screen.do_long(_("Approving…"), job, said, refused=refused)

    def ask(review: RunReview) -> None:
        screen.app.push_screen(_approval(review, also), answered)

    screen.do(lambda: run_review(book, number), ask, group="approve")


def _refused(screen: BookScreen, number: int, error: WagebookError) -> None:
    """Offer what puts a refusal right."""
    if not isinstance(error, StaleDraftError):
        screen.app.push_screen(Notice.of(error))
        return

    def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
        if sure:
            recompute(screen, number)

    question = _("The book has changed since this draft was computed. Compute it anew?")
    detail = _("Nothing is approved yet. Look through it again before you approve it.")
    screen.app.push_screen(Confirm(question, detail, yes=_("Recompute")), answered)


def _approval(review: RunReview, also: Sequence[str]) -> Confirm:
    row = review.run
    slips = ngettext("{n} payslip", "{n} payslips", row.employees).format(n=row.employees)
    detail = [
        _("{payslips}, net {net} {currency}.").format(
            payslips=slips, net=amount(row.net, row.currency), currency=row.currency
        ),
        _("After that they, and the shifts, pieces and sales behind them, cannot be changed."),
        *(f"! {each}" for each in (*to_look_at(review), *also)),
    ]
    question = _("Approve? {run}").format(run=run_title(row))
    return Confirm(question, "\n".join(detail), yes=_("Approve"), no=_("Not yet"), danger=True)


class PaidForm(FormScreen[int]):
    """On which day a run was paid, and to whom."""

    SAVE_LABEL = N_("Mark paid")

    def __init__(self, screen: BookScreen, number: int) -> None:
        """Offer today, and everyone."""
        super().__init__({"on": screen.today.isoformat()})
        self._book = screen.book
        self._today = screen.today
        self._number = number

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Pay run {run} was paid").format(run=self._number)

    def fields(self) -> Sequence[Field]:
        """The day, and who was paid."""
        day = DateInput(today=lambda: self._today, required=True, marks_ahead=True)
        return [
            Field("on", N_("On"), day, N_("Such as today, fri or 25.")),
            Field(
                "employee",
                N_("Employees"),
                TextInput(max_length=1000),
                N_("Their codes; empty for all not paid yet."),
            ),
        ]

    def save(self, values: dict[str, str]) -> int:
        """Mark the run, or these employees, as paid; gives back how many are still to be paid.

        Raises:
            RefusedError: the run is not approved, the day is before its period, or one of the
                employees is not in it or was paid already.
        """
        on = date.fromisoformat(values["on"])
        codes = values["employee"].replace(",", " ").split()
        pay_run(self._book, self._number, on=on, codes=codes)
        return run(self._book, self._number).uncollected


def mark_paid(screen: BookScreen, number: int) -> None:
    """Ask when a run was paid and to whom, and write that down."""

    def saved(still: int | None) -> None:
        if still is not None:
            text = ngettext("Marked as paid; {n} is open.", "Marked as paid; {n} are open.", still)
            done = text.format(n=still) if still else _("The run is marked as paid.")
            _done(screen, done, None)

    screen.app.push_screen(PaidForm(screen, number), saved)


def void(screen: BookScreen, row: RunRow) -> None:
    """Ask why a run is void, and void it."""

    def answered(reason: str | None) -> None:
        if reason is not None:
            job = partial(void_run, screen.book, row.number, reason=reason)
            screen.do(job, partial(_done, screen, _("The run is void.")), group="void")

    question = _("Why is pay run {run} void?").format(run=row.number)
    screen.app.push_screen(
        Ask(question, "\n".join(_what_voiding_does(row)), max_length=500), answered
    )


def _what_voiding_does(row: RunRow) -> Iterator[str]:
    yield _("It stays in the book, marked void. What it was computed from can be changed again.")
    paid = row.employees - row.uncollected if row.status in ("approved", "paid") else 0
    if paid:
        text = ngettext(
            "{n} person was paid in it and keeps the money: the next run takes it back line by "
            "line, and pays anew what is due.",
            "{n} people were paid in it and keep the money: the next run takes it back line by "
            "line, and pays anew what is due.",
            paid,
        )
        yield text.format(n=paid)


def _done(screen: BookScreen, sentence: str, _result: object) -> None:
    screen.notify(sentence, markup=False, timeout=_SECONDS_SHOWN)
    screen.reload()
