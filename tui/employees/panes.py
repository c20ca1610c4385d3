"""What hangs on one employee: terms, shifts, pieces and payslips."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import BindingType
from textual.content import Content

from models.employees.actions import remove_terms
from models.employees.queries import TermsRow, newest_terms, terms
from models.employees.wording import rate_words
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.money import Money, amount_text
from models.wages.queries import payslips_of
from models.wages.rows import PayslipRow
from models.wages.wording import basis_label, run_status_label
from reports.wording import period_text
from tui import keys
from tui.employees.forms import TermsForm, read_packs, terms_values
from tui.employees.picking import candidate
from tui.employees.words import hours_words, terms_facts, weekdays
from tui.panes import Pane
from tui.shifts.pieces_pane import PiecesPane
from tui.shifts.shifts_pane import ShiftsPane
from tui.text import safe
from tui.widgets.columns import Column
from tui.widgets.dates import date_in_words, short_date
from tui.widgets.dialogs import Confirm, Notice
from tui.widgets.facts import facts, titled
from tui.widgets.picker import Candidate
from tui.widgets.record_list import ListQuery, RecordList
from tui.widgets.record_table import RecordTable
from tui.widgets.records import Records

if TYPE_CHECKING:
    from tui.employees.employee_screen import EmployeeScreen


class EmployeePane(Pane):
    """A list of something that hangs on the employee whom the screen shows."""

    @property
    def code(self) -> str:
        """Whose."""
        return cast("EmployeeScreen", self.screen).code


class TermsPane(EmployeePane):
    """The pay terms, the newest last."""

    TITLE = N_("Pay terms")

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(
        keys.NEW.bind(label=N_("New terms"), help=N_("Agree other pay terms from a day on.")),
        keys.REMOVE.bind(help=N_("Take the marked terms back."), footer=True),
    )
    """
    | Key(s) | Description |
    | :- | :- |
    | n | Agree other pay terms from a day on. |
    | delete | Take the marked terms back. |
    """

    def make_list(self) -> RecordList[TermsRow]:
        """The terms."""
        return RecordList(
            (
                Column[TermsRow]("from", N_("From"), lambda r: short_date(r.starts_on), 13),
                Column[TermsRow]("basis", N_("Basis"), lambda r: basis_label(r.basis), 10),
                Column[TermsRow](
                    "pay", N_("Pay"), lambda r: rate_words(r.basis, r.rate, r.currency), 22, 1
                ),
                Column[TermsRow]("week", N_("A week"), lambda r: hours_words(r.weekly_minutes), 9),
                Column[TermsRow]("rest", N_("Rest days"), lambda r: weekdays(r.rest_days), 9),
            ),
            key=lambda row: row.id,
            source=self._source,
            empty=N_("There are no pay terms yet. n agrees some."),
        )

    def _source(self, _query: ListQuery) -> Records[TermsRow]:
        return terms(self.book, employee=self.code)

    def about(self, row: TermsRow) -> Content:
        """Everything that the terms say."""
        return facts(terms_facts(row))

    def brief(self, row: TermsRow) -> Content:
        """What the columns have no room for."""
        return safe(" · ".join(f"{name}: {said}" for name, said in terms_facts(row)[3:] if said))

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[TermsRow]) -> None:
        event.stop()
        title = _("Pay terms of {code}").format(code=self.code)
        self.app.push_screen(Notice(title, facts(terms_facts(event.row)).plain))

    def action_new(self) -> None:
        """Agree other pay terms."""

        def read() -> tuple[TermsRow | None, tuple[str, ...]]:
            return newest_terms(self.book, self.code), read_packs(self.book)

        def show(known: tuple[TermsRow | None, tuple[str, ...]]) -> None:
            found, packs = known
            initial = terms_values(found) if found else {}
            form = TermsForm(self.book, self.code, packs, today=self.today, initial=initial)
            self.app.push_screen(form)

        self.host.do(read, show, group="form")

    def action_remove(self) -> None:
        """Take terms back, after a question."""
        row = self.records.row
        if row is None:
            return

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - a callback
            if sure:
                self.host.do(lambda: remove_terms(self.book, row.id), self._removed, group="act")

        question = _("Take back the pay terms from {day}?").format(day=short_date(row.starts_on))
        detail = _("Approved payslips stay as they are; drafts need computing again.")
        self.app.push_screen(Confirm(question, detail, danger=True), answered)

    def _removed(self, _nothing: None) -> None:
        self.host.reload()


class EmployeeShiftsPane(ShiftsPane):
    """The employee's shifts, newest first."""

    HAS_PERIOD = False
    NEWEST_FIRST = True

    @property
    def whose(self) -> Candidate[str] | None:
        """The employee whom the screen shows."""
        return _whose(self)


class EmployeePiecesPane(PiecesPane):
    """The employee's pieces, newest first."""

    HAS_PERIOD = False
    NEWEST_FIRST = True

    @property
    def whose(self) -> Candidate[str] | None:
        """The employee whom the screen shows."""
        return _whose(self)


def _whose(pane: Pane) -> Candidate[str]:
    screen = cast("EmployeeScreen", pane.screen)
    return candidate(screen.code, screen.row.work_name if screen.row else "")


class PayslipsPane(EmployeePane):
    """The employee's payslips, newest first."""

    TITLE = N_("Payslips")

    def make_list(self) -> RecordList[PayslipRow]:
        """The payslips."""
        return RecordList(
            (
                Column[PayslipRow]("number", N_("No."), lambda r: r.number, 11),
                Column[PayslipRow]("period", N_("Period"), lambda r: period_text(r.period), 18, 1),
                Column[PayslipRow]("status", N_("Status"), lambda r: run_status_label(r.status), 9),
                Column[PayslipRow]("gross", N_("Gross"), _gross, 11, align="right"),
                Column[PayslipRow]("net", N_("Net"), _net, 11, align="right"),
            ),
            key=lambda row: row.number,
            source=self._source,
            empty=N_("There are no payslips yet. Section 4, Wages, computes them."),
        )

    def _source(self, _query: ListQuery) -> Records[PayslipRow]:
        return payslips_of(self.book, self.code)

    def about(self, row: PayslipRow) -> Content:
        """The payslip's figures."""

        def amount(minor: int) -> str:
            return str(Money(minor, row.currency))

        return titled(
            _("Payslip {number}").format(number=row.number),
            Content(""),
            facts(
                [
                    (_("Period"), period_text(row.period)),
                    (_("Status"), run_status_label(row.status)),
                    (_("Gross"), amount(row.gross)),
                    (_("Deductions"), amount(row.deductions)),
                    (_("Net"), amount(row.net)),
                    (_("Amount paid"), amount(row.paid)),
                    (_("Pay date"), date_in_words(row.paid_on) if row.paid_on else ""),
                ]
            ),
        )

    def brief(self, row: PayslipRow) -> Content:
        """The currency, and when it was paid."""
        paid = _("paid on {day}").format(day=short_date(row.paid_on)) if row.paid_on else ""
        return safe(" · ".join(part for part in (row.currency, paid) if part))

    @on(RecordTable.Opened)
    def _open(self, event: RecordTable.Opened[PayslipRow]) -> None:
        from tui.wages.payslip_screen import PayslipScreen

        event.stop()
        self.app.push_screen(PayslipScreen(event.row.number))


def _gross(row: PayslipRow) -> str:
    return amount_text(row.gross, row.currency, grouped=True)


def _net(row: PayslipRow) -> str:
    return amount_text(row.net, row.currency, grouped=True)
