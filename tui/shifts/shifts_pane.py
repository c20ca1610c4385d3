"""The list of shifts."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.book.records import Records
from models.employees.queries import sites
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.language import ngettext
from models.money import RATE_DECIMALS, decimal_text
from models.recording import Outcome
from models.shifts.actions import remove_shifts, set_shift_status
from models.shifts.queries import ShiftRow, ShiftTotals, shifts, totals
from models.wages.wording import hours_text
from tui import keys
from tui.employees.picking import candidate
from tui.exchange.exporting import export_records
from tui.exchange.importing import import_records
from tui.shifts.filtering import WorkFilter, WorkFilterForm
from tui.shifts.period_pane import PeriodPane
from tui.shifts.repeating import Saved
from tui.shifts.shift_form import ShiftForm, shift_values
from tui.shifts.week_form import WeekForm, week_sentence
from tui.shifts.words import (
    STATUSES,
    clock_hours,
    held_by,
    shift_name,
    status_label,
    status_tone,
    status_words,
)
from tui.widgets.choose import Choose
from tui.widgets.columns import Column
from tui.widgets.dates import date_in_words, short_date, weekday_date
from tui.widgets.dialogs import Confirm, Notice
from tui.widgets.facts import facts, titled
from tui.widgets.picker import Candidate
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable

Row = ShiftRow


class ShiftsPane(PeriodPane):
    """The shifts of a period."""

    TITLE = N_("Shifts")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.NEW.bind(help=N_("Write down a shift.")),
        keys.EDIT.bind(help=N_("Change the marked shift."), footer=False),
        keys.CONFIRM.bind(help=N_("Confirm the marked shift: it was worked as planned.")),
        keys.CONFIRM_ALL,
        keys.MARK,
        keys.COPY.bind(help=N_("A new shift like this, on the next day of work.")),
        keys.COPY_WEEK,
        keys.REMOVE.bind(help=N_("Strike the marked shift out.")),
        keys.FILTER,
        keys.IMPORT,
        keys.EXPORT,
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
    | delete | Strike the marked shift out. |
    | f | Choose which shifts are shown. |
    | i | Import shifts. |
    | x | Export the shifts of the period. |
    """

    def __init__(self) -> None:
        """Show all shifts of the period."""
        self.filter = WorkFilter()
        self._totals: ShiftTotals | None = None
        super().__init__()

    def make_list(self) -> RecordList[Row]:
        """The list, by day."""
        when = short_date if not self.HAS_PERIOD else weekday_date
        return RecordList(
            (
                Column[Row]("day", N_("Date"), lambda r: when(r.day), 11, sortable="day"),
                Column[Row]("employee", N_("Code"), lambda r: r.employee, 7, sortable="employee"),
                Column[Row](
                    "work_name", N_("Name"), lambda r: r.work_name, 11, 2, sortable="work_name"
                ),
                Column[Row]("time", N_("Time"), lambda r: f"{r.start}–{r.end}", 11),
                Column[Row](
                    "break", N_("Break"), lambda r: str(r.break_minutes or ""), 5,
                    align="right", from_width=90,
                ),
                Column[Row](
                    "minutes", N_("Hours"), lambda r: clock_hours(r.minutes), 5,
                    align="right", sortable="minutes",
                ),
                Column[Row](
                    "status", N_("Status"), status_words, 15, 1, sortable="status",
                    tone=status_tone,
                ),
            ),
            key=lambda row: row.id,
            source=self._source,
            query=ListQuery(sort="day", descending=self.NEWEST_FIRST),
            empty=N_("No shifts here. n writes one down, w copies a week, i imports a file."),
        )  # fmt: skip

    @property
    def whose(self) -> Candidate[str] | None:
        """The only employee whose shifts are shown."""
        return self.filter.employee

    def found(self, query: ListQuery) -> Records[Row]:
        """The shifts that are shown."""
        return shifts(
            self.book,
            **self.days,
            employee=self.whose.value if self.whose else None,
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
        return titled(
            f"{row.employee}  {row.work_name}",
            Content(""),
            facts(
                [
                    (_("Date"), date_in_words(row.day)),
                    (_("Time"), f"{row.start}–{row.end}"),
                    (_("Break"), hours_text(row.break_minutes) if row.break_minutes else ""),
                    (_("Hours"), hours_text(row.minutes)),
                    (_("Status"), status_label(row.status)),
                    (_("Paid by"), held_by(row.run_id) if row.run_id else ""),
                    (_("Site"), row.site),
                    (_("Rate an hour"), _rate(row)),
                    (_("Activity"), row.activity),
                    (_("Note"), row.note),
                ]
            ),
        )

    def brief(self, row: Row) -> Content:
        """What the columns have no room for."""
        pause = _("break {minutes} min").format(minutes=row.break_minutes)
        parts = (row.site, pause if row.break_minutes else "", _rate(row), row.activity, row.note)
        return Content(" · ".join(part for part in parts if part))

    # What the shown shifts add up to.

    def read_totals(self) -> None:
        """Read the hours worked, and what is planned or due."""
        found, today = self.found(self.records.query_now), self.today
        self.host.do(lambda: totals(found, before=today), self._show_totals, group="totals")

    def _show_totals(self, sums: ShiftTotals) -> None:
        self._totals = sums
        parts = [_("{hours} worked").format(hours=hours_text(sums.worked))]
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
        if (row := self.records.row) is not None:
            initial = {**shift_values(row), "note": ""}
            self._ask(candidate(row.employee, row.work_name), initial, start="date")

    def _ask(
        self, employee: Candidate[str] | None, initial: Mapping[str, str], *, start: str
    ) -> None:
        form = ShiftForm(
            self.book, today=self.today, employee=employee, initial=initial, start=start
        )
        self.app.push_screen(form, self._saved)

    def _saved(self, saved: Saved | None) -> None:
        if saved is not None and saved.again:
            initial = {**saved.values, "date": saved.next_day.isoformat(), "note": ""}
            del initial["employee"]
            self._ask(saved.employee, initial, start="date")

    def action_edit(self) -> None:
        """Change the marked shift, unless an approved run holds it."""
        row = self.records.row
        if row is None:
            return
        if row.run_id is not None:
            message = _("This shift stands in the approved pay run {run} and stays as it is.")
            self.app.push_screen(Notice(message.format(run=row.run_id), shift_name(row)))
            return
        employee = candidate(row.employee, row.work_name)
        form = ShiftForm(
            self.book,
            today=self.today,
            employee=employee,
            editing=row.id,
            initial=shift_values(row),
            start="start",
        )
        self.app.push_screen(form)

    def action_remove(self) -> None:
        """Strike the marked shift out, after a question."""
        row = self.records.row
        if row is None:
            return

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self._act(lambda: remove_shifts(self.book, [row.id]))

        question = _("Strike this shift out?")
        self.app.push_screen(Confirm(question, shift_name(row), danger=True), answered)

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
        if row is None:
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
                self._act(lambda: set_shift_status(self.book, due, "worked"))

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
        self._act(lambda: set_shift_status(self.book, ids, status))

    def _act(self, job: Callable[[], object]) -> None:
        self.host.do(job, lambda _result: self.host.reload(), group="act")

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

    # The list.

    def action_filter(self) -> None:
        """Choose which shifts are shown."""

        def use(chosen: WorkFilter | None) -> None:
            if chosen is not None:
                self.filter = chosen
                self.records.describe_filter(chosen.in_words())
                self.reload()

        self.host.do(
            lambda: list(sites(self.book)),
            lambda names: self.app.push_screen(
                WorkFilterForm(self.book, self.today, self.filter, names, shifts=True), use
            ),
            group="form",
        )

    def action_import(self) -> None:
        """Import shifts."""
        import_records(self.host, "shifts", self.host.reload)

    def action_export(self) -> None:
        """Export the shifts of the period."""
        code = self.whose.value if self.whose else None
        export_records(self.host, "shifts", **self.days, employee=code)


def _rate(row: Row) -> str:
    return "" if row.rate is None else decimal_text(row.rate, RATE_DECIMALS, grouped=True, keep=2)
