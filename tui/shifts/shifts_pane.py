"""The list of shifts."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.book.records import Records
from models.employees.queries import TermsRow, newest_terms
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext
from models.recording import Outcome
from models.shifts.actions import remove_shifts, set_shift_status
from models.shifts.patterns import following_day
from models.shifts.queries import ShiftRow, ShiftTotals, shifts, totals
from reports.wording import period_text
from tui import keys
from tui.employees.picking import candidate
from tui.shifts.repeating import Saved
from tui.shifts.shift_columns import about_shift, shift_columns, shift_in_brief
from tui.shifts.shift_form import ShiftForm, shift_values
from tui.shifts.week_form import WeekForm, week_sentence
from tui.shifts.words import STATUSES, shift_name, total_hours
from tui.shifts.work_pane import WorkPane
from tui.widgets.choose import Choose
from tui.widgets.dates import short_date, weekday_date
from tui.widgets.dialogs import Confirm
from tui.widgets.picker import Candidate
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable

Row = ShiftRow


class ShiftsPane(WorkPane):
    """The shifts of a period."""

    TITLE = N_("Shifts")
    KIND = "shifts"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.NEW.bind(help=N_("Write down a shift.")),
        keys.EDIT.bind(help=N_("Change the marked shift."), footer=False),
        keys.CONFIRM.bind(help=N_("Confirm the marked shift: it was worked as planned.")),
        keys.CONFIRM_ALL,
        keys.MARK,
        keys.COPY.bind(help=N_("A new shift like this, on the next day of work.")),
        keys.COPY_WEEK,
        keys.REMOVE.bind(help=N_("Remove the marked shift, or strike it out.")),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | n | Write down a shift. |
    | e, enter | Change the marked shift. |
    | c | Confirm the marked shift. |
    | C | Confirm all planned shifts that are shown, up to yesterday. |
    | m | Mark the shift as worked, absent or on leave. |
    | d | A new shift like this. |
    | w | Plan a week with the shifts of another. |
    | delete | Remove the marked shift, or strike it out. |
    """

    def __init__(self) -> None:
        """Show all shifts of the period."""
        self._totals: ShiftTotals | None = None
        super().__init__()

    def make_list(self) -> RecordList[Row]:
        """The list, by day."""
        when = weekday_date if self.HAS_PERIOD else short_date
        return RecordList(
            shift_columns(when, of_one=not self.HAS_PERIOD),
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="day", descending=self.NEWEST_FIRST),
            empty=N_("No shifts here. n writes one down, w copies a week, i imports a file."),
        )  # fmt: skip

    def found(self, query: ListQuery) -> Records[Row]:
        """The shifts that are shown."""
        return shifts(
            self.book,
            **self.days,
            employee=self.code,
            status=self.filter.status,
            site=self.filter.site,
            search=query.search,
            order=query.sort or "day",
            descending=query.descending,
        )

    def _source(self, query: ListQuery) -> Records[Row]:
        return self.found(query)

    def about(self, row: Row) -> Content:
        """Everything about the shift."""
        return about_shift(row)

    def brief(self, row: Row) -> Content:
        """What the columns have no room for."""
        return shift_in_brief(row)

    # What the shown shifts add up to.

    def read_totals(self) -> None:
        """Read the hours worked, and what is planned or due."""
        found, today = self.found(self.records.query_now), self.today
        self.host.do(lambda: totals(found, before=today), self._show_totals, group="totals")

    def _show_totals(self, sums: ShiftTotals) -> None:
        self._totals = sums
        parts = [_("{hours} worked").format(hours=total_hours(sums.worked))]
        if sums.planned:
            parts.append(_("{n} planned").format(n=f"{sums.planned:,}"))
        if sums.due:
            parts.append(_("{n} to confirm").format(n=f"{len(sums.due):,}"))
        self.say_totals(" · ".join(parts))

    @on(RecordList.SearchChanged)
    def _searched(self) -> None:
        self.read_totals()

    # Writing down and changing.

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[Row]) -> None:
        event.stop()
        self.action_edit()

    def action_new(self) -> None:
        """Write down a shift."""
        initial = {"date": self.first_day.isoformat(), "status": "worked"}
        self._ask(self.whose, initial, start="date" if self.whose else "")

    def action_copy(self) -> None:
        """Write down a shift like the marked one."""
        row = self.records.row
        if row is None:
            return

        def show(found: TermsRow | None) -> None:
            day = following_day(row.day, found.rest_days if found else "")
            status = "planned" if day > self.today else "worked"
            values = {"date": day.isoformat(), "status": status, "note": ""}
            employee = candidate(row.employee, row.work_name)
            self._ask(employee, {**shift_values(row), **values}, start="date")

        self.host.do(lambda: newest_terms(self.book, row.employee, on=row.day), show, group="form")

    def _ask(
        self, employee: Candidate[str] | None, initial: Mapping[str, str], *, start: str
    ) -> None:
        form = ShiftForm(
            self.book, today=self.today, employee=employee, initial=initial, start=start
        )
        self.app.push_screen(form, self._saved)

    def _saved(self, saved: Saved | None) -> None:
        if saved is None:
            return
        self.records.seek(saved.number)
        if saved.late_for is not None:
            came_late = _(
                "This came after the pay run of {period}: the next run pays it as a correction."
            )
            said = came_late.format(period=period_text(saved.late_for))
            self.host.notify(said, markup=False)
        if saved.again:
            initial = {**saved.values, "date": saved.next_day.isoformat(), "note": ""}
            del initial["employee"]
            self._ask(saved.employee, initial, start="date")

    def action_edit(self) -> None:
        """Change the marked shift, unless an approved run holds it."""
        row = self.records.row
        if row is None or self._is_closed(row):
            return
        form = ShiftForm(
            self.book,
            today=self.today,
            employee=candidate(row.employee, row.work_name),
            editing=row.id,
            initial=shift_values(row),
            start="start",
        )
        self.app.push_screen(form, self._saved)

    def name_of(self, row: Row) -> str:
        """Whose and when."""
        return shift_name(row)

    def _is_closed(self, row: Row) -> bool:
        """Whether the shift stays as it is; if so, offer to enter the right one instead."""
        employee, initial = candidate(row.employee, row.work_name), shift_values(row)
        return self.is_closed(row, again=partial(self._ask, employee, initial, start="start"))

    def action_remove(self) -> None:
        """Remove the marked shift, after a question."""
        row = self.records.row
        if row is not None and not self.is_closed(row):
            job = partial(remove_shifts, self.book, [row.id])
            self.ask_to_remove(_("Remove this shift?"), shift_name(row), job)

    # What came of a shift.

    def action_confirm(self) -> None:
        """Say that the marked shift was worked as planned, and go to the next."""
        row = self.records.row
        if row is None:
            return
        if row.status != "planned":
            self.host.notify(_("Only a planned shift can be confirmed."), markup=False)
            return
        self._set_status([row.id], "worked")

    def action_mark(self) -> None:
        """Say what came of the marked shift."""
        row = self.records.row
        if row is None or self._is_closed(row):
            return

        def chosen(status: str | None) -> None:
            if status is not None and status != row.status:
                self._set_status([row.id], status)

        answers = [(_(label), status) for status, label in STATUSES.items()]
        question = _("What came of the shift {shift}?").format(shift=shift_name(row))
        self.app.push_screen(Choose(question, answers, marked=row.status), chosen)

    def action_confirm_all(self) -> None:
        """Say that all planned shifts that are shown and are past were worked."""
        due = self._totals.due if self._totals else ()
        if not due:
            self.host.notify(_("No planned shift before today is shown."), markup=False)
            return

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.act(lambda: set_shift_status(self.book, due, "worked"))

        question = ngettext(
            "Confirm {n} planned shift as worked?",
            "Confirm {n} planned shifts as worked?",
            len(due),
        )
        detail = _("All planned shifts that are shown, up to yesterday.")
        self.app.push_screen(Confirm(question.format(n=f"{len(due):,}"), detail), answered)

    def _set_status(self, ids: list[int], status: str) -> None:
        # The next row is the one to look at next; reading anew keeps the cursor on it.
        self.records.table.cursor += 1
        self.act(lambda: set_shift_status(self.book, ids, status))

    def action_copy_week(self) -> None:
        """Plan a week with the shifts of another."""

        def done(outcome: Outcome | None) -> None:
            if outcome is not None:
                self.host.notify(week_sentence(outcome), markup=False)

        self.host.do(
            self.book.programme,
            lambda programme: self.app.push_screen(
                WeekForm(
                    self.book, today=self.today, first=self.first_day,
                    week_starts=programme.week_starts, employee=self.whose,
                ),
                done,
            ),
            group="form",
        )  # fmt: skip
