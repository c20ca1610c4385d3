"""Planning a week with the shifts of another."""

from collections.abc import Sequence
from datetime import date, timedelta

from models.book.book import Book
from models.errors import Problem, RefusedError
from models.fields import day as read_day
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext
from models.periods import week_of
from models.recording import Outcome
from models.shifts.actions import copy_week
from tui.employees.picking import employee_picker
from tui.widgets.choice import Choice
from tui.widgets.dates import weekday_date
from tui.widgets.field_row import Field
from tui.widgets.form import FormScreen
from tui.widgets.inputs import DateInput
from tui.widgets.picker import Candidate

_WAYS = {"stop": N_("copy nothing, and say which"), "skip": N_("leave those out")}


class WeekInput(DateInput):
    """Any day of a week; the whole week is echoed."""

    def __init__(self, today: date, week_starts: str) -> None:
        """Read dates as of `today`; weeks begin on `week_starts`."""
        super().__init__(today=lambda: today, required=True)
        self._week_starts = week_starts

    def _echo(self, value: date) -> str:
        week = week_of(value, self._week_starts)
        return f"{weekday_date(week.starts_on)} – {weekday_date(week.ends_on)}"


class WeekForm(FormScreen[Outcome]):
    """Which week is copied to which."""

    SAVE_LABEL = N_("Copy")

    def __init__(
        self,
        book: Book,
        *,
        today: date,
        first: date,
        week_starts: str,
        employee: Candidate[str] | None = None,
    ) -> None:
        """Offer the week of `first`, to be copied to the week after it."""
        super().__init__(
            {
                "from": first.isoformat(),
                "to": (first + timedelta(days=7)).isoformat(),
                "clash": "stop",
            }
        )
        self._book = book
        self._today = today
        self._week_starts = week_starts
        self._picker = employee_picker(book, today, chosen=employee, required=False)

    def title_text(self) -> str:
        """What stands above the form."""
        return _("Plan a week with the shifts of another")

    def fields(self) -> Sequence[Field]:
        """The two weeks, whose shifts, and what to do where one is in the way."""
        ways = [(_(label), way) for way, label in _WAYS.items()]
        any_day = N_("Any day of the week.")
        return [
            Field(
                "from", N_("Copy the week of"), WeekInput(self._today, self._week_starts), any_day
            ),
            Field("to", N_("to the week of"), WeekInput(self._today, self._week_starts), any_day),
            Field("employee", N_("Employee"), self._picker, N_("Empty: all.")),
            Field("clash", N_("If some cannot be"), Choice(ways, required=True)),
        ]

    def save(self, values: dict[str, str]) -> Outcome:
        """Copy the week.

        Raises:
            RefusedError: a shift cannot be copied, and such are not to be left out.
        """
        week = week_of(read_day(values["from"]), self._week_starts)
        to = week_of(read_day(values["to"]), self._week_starts)
        if week == to:
            message = _("This is the same week.")
            raise RefusedError(message, [Problem(message, column="to")])
        return copy_week(
            self._book,
            week,
            to.starts_on,
            employee=values["employee"] or None,
            skip_bad=values["clash"] == "skip",
        )


def week_sentence(outcome: Outcome) -> str:
    """What came of copying a week."""
    added = ngettext("{n} shift was planned.", "{n} shifts were planned.", outcome.added)
    sentences = [added.format(n=outcome.added)]
    if outcome.skipped:
        there = ngettext("{n} was there already.", "{n} were there already.", outcome.skipped)
        sentences.append(there.format(n=outcome.skipped))
    if outcome.problems:
        bad = len(outcome.problems)
        left_out = ngettext("{n} was left out.", "{n} were left out.", bad)
        sentences.append(left_out.format(n=bad))
    return " ".join(sentences)
