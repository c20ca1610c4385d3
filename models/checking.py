"""Every promise that the book makes, verified against what stands in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Select, case, func, or_, select, text

from models.book import audit
from models.book.book import Book
from models.book.records import standing
from models.employees.tables import EMPLOYEE
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.rules.tables import KEPT_PACK
from models.sales.figures import line_amounts
from models.sales.tables import SALE
from models.shifts.tables import SHIFT
from models.wages.claims import TABLES
from models.wages.ground import digest_of, digests_in
from models.wages.holding import LIVE
from models.wages.storing import sources_of
from models.wages.tables import ADVANCE, PAY_RUN, PAYSLIP, PAYSLIP_LINE, REPAYMENT


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: whether it is kept, and where it is not."""

    name: str
    kept: bool
    details: tuple[str, ...] = ()


def check_book(book: Book) -> list[Promise]:
    """Verify every promise; nothing is changed."""
    with book.reading() as connection:
        found = [(name, verify(connection)) for name, verify in _PROMISES]
    return [Promise(_(name), not details, tuple(details)) for name, details in found]


def _storage(connection: Connection) -> Sequence[str]:
    if connection.dialect.name != "sqlite":
        return []
    broken = [row[0] for row in connection.execute(text("PRAGMA integrity_check"))]
    damaged = [row[0] for row in connection.execute(text("PRAGMA cipher_integrity_check"))]
    return [line for line in broken + damaged if line != "ok"]


def _foreign_keys(connection: Connection) -> Sequence[str]:
    if connection.dialect.name != "sqlite":
        return []
    rows = connection.execute(text("PRAGMA foreign_key_check")).all()
    return [f"{table} {key} → {parent}" for table, key, parent, _index in rows]


def _audit(connection: Connection) -> Sequence[str]:
    return [_("Audit entry {n} was changed.").format(n=n) for n in audit.broken_links(connection)]


def _totals(connection: Connection) -> Sequence[str]:
    """Lines add up to gross and deductions; the schema itself holds net = gross − deductions."""

    def summed(group: str) -> Any:
        return func.sum(case((PAYSLIP_LINE.c.pay_group == group, PAYSLIP_LINE.c.amount), else_=0))

    wrong = or_(
        summed("earning") != PAYSLIP.c.gross,
        summed("deduction") != PAYSLIP.c.deductions,
        PAYSLIP.c.net + summed("rounding") != PAYSLIP.c.paid,
    )
    statement = (
        select(PAYSLIP.c.number)
        .join(PAYSLIP_LINE, PAYSLIP_LINE.c.payslip_id == PAYSLIP.c.id)
        .group_by(PAYSLIP.c.id)
        .having(wrong)
    )
    return _numbers(connection, statement, _("The lines of payslip {0} do not add up."))


def _locks(connection: Connection) -> Sequence[str]:
    """Whatever a closed run was computed from is held, and nothing else holds records."""
    open_runs = PAY_RUN.c.status.in_(("draft", "void"))
    problems: list[str] = []
    for table in TABLES.values():
        statement = (
            select(table.c.id).join(PAY_RUN, PAY_RUN.c.id == table.c.run_id).where(open_runs)
        )
        problems += _numbers(
            connection,
            statement,
            _("{table} {0} is held by a run that is not approved.").replace("{table}", table.name),
        )
    return problems + _loose_sources(connection)


def _loose_sources(connection: Connection) -> list[str]:
    """Records of the period; days that a week reaches back to may still wait for a run.

    Corrections hold what lies in the closed period of their payslip; they may count more.
    """
    held = {
        kind: {
            row.id: (row.run_id, row.day)
            for row in connection.execute(select(table.c.id, table.c.run_id, table.c.day))
        }
        for kind, table in TABLES.items()
    }
    closed = (
        select(PAYSLIP.c.number, PAY_RUN.c.starts_on, PAYSLIP_LINE.c.sources)
        .join(PAYSLIP, PAYSLIP.c.id == PAYSLIP_LINE.c.payslip_id)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(PAY_RUN.c.status.in_(LIVE), PAYSLIP_LINE.c.corrects == "")
    )
    problems = set()
    for number, starts_on, sources in connection.execute(closed):
        for source in sources_of(sources):
            if source.kind not in held:  # an advance is repaid bit by bit, and held by no run
                continue
            run, day = held[source.kind].get(source.id, (None, date.max))
            if run is None and (source.kind == "adjustment" or day >= starts_on):
                message = _("Payslip {0} rests on a record that is no longer held.")
                problems.add(message.format(number))
    return sorted(problems)


def _kept_packs(connection: Connection) -> Sequence[str]:
    """Every approved run has the text of each pack that it was computed by, unchanged."""
    rows = connection.execute(select(KEPT_PACK.c.digest, KEPT_PACK.c.text))
    whole = {row.digest for row in rows if digest_of(row.text) == row.digest}
    runs = connection.execute(
        select(PAY_RUN.c.id, PAY_RUN.c.kept).where(PAY_RUN.c.status.in_(("approved", "paid")))
    )
    return [
        _("Run {run} has lost the pay-rule pack {pack} that it keeps.").format(run=run, pack=pack)
        for run, kept in runs
        for pack, digest in digests_in(kept).items()
        if digest not in whole
    ]


def _overlaps(connection: Connection) -> Sequence[str]:
    other = SHIFT.alias()
    statement = (
        select(EMPLOYEE.c.code, SHIFT.c.day)
        .join(other, other.c.employee_id == SHIFT.c.employee_id)
        .join(EMPLOYEE, EMPLOYEE.c.id == SHIFT.c.employee_id)
        .where(
            other.c.id > SHIFT.c.id,
            standing(SHIFT),
            standing(other),
            other.c.starts_at < SHIFT.c.ends_at,
            SHIFT.c.starts_at < other.c.ends_at,
        )
    )
    return [
        _("Two shifts of {code} overlap on {day}.").format(code=row.code, day=row.day)
        for row in connection.execute(statement)
    ]


def _struck(connection: Connection) -> Sequence[str]:
    """What was struck out says why, and was counted last by a run that was approved."""
    approved = select(PAY_RUN.c.approved_as).where(PAY_RUN.c.approved_as.is_not(None))
    problems: list[str] = []
    for table in TABLES.values():
        unsaid = (table.c.struck_why == "") | table.c.struck_as.not_in(approved)
        problems += _numbers(
            connection,
            select(table.c.id).where(~standing(table), unsaid),
            _("{table} {0} was struck out, but not why or when.").replace("{table}", table.name),
        )
    return problems


def _advances(connection: Connection) -> Sequence[str]:
    """Nothing is repaid beyond what was lent, and payslips took what was written down for them."""
    too_much = (
        select(ADVANCE.c.id)
        .join(REPAYMENT, REPAYMENT.c.advance_id == ADVANCE.c.id)
        .group_by(ADVANCE.c.id, ADVANCE.c.amount)
        .having(func.sum(REPAYMENT.c.amount) > ADVANCE.c.amount)
    )
    written = (
        select(func.coalesce(func.sum(REPAYMENT.c.amount), 0))
        .where(REPAYMENT.c.payslip_id == PAYSLIP.c.id)
        .scalar_subquery()
    )
    instalment = (PAYSLIP_LINE.c.code == "ADVANCE") & (PAYSLIP_LINE.c.corrects == "")
    taken = (
        select(func.coalesce(func.sum(PAYSLIP_LINE.c.amount), 0))
        .where(PAYSLIP_LINE.c.payslip_id == PAYSLIP.c.id, instalment)
        .scalar_subquery()
    )
    expected = case((PAY_RUN.c.status.in_(LIVE), taken), else_=0)
    differ = (
        select(PAYSLIP.c.number)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(written != expected)
    )
    return [
        *_numbers(connection, too_much, _("More of advance {0} is repaid than was lent.")),
        *_numbers(connection, differ, _("Payslip {0} took another instalment than is noted.")),
    ]


def _sales(connection: Connection) -> Sequence[str]:
    columns = (SALE.c.id, SALE.c.quantity, SALE.c.unit_price, SALE.c.discount, SALE.c.currency)
    statement = select(*columns, SALE.c.gross, SALE.c.net).execution_options(yield_per=5_000)
    return [
        _("The amounts of sale {n} do not follow from its price.").format(n=row.id)
        for row in connection.execute(statement)
        if line_amounts(row.quantity, row.unit_price, row.discount, row.currency)
        != (row.gross, row.net)
    ]


def _numbers(connection: Connection, statement: Select[Any], message: str) -> list[str]:
    return [message.format(value) for value in connection.execute(statement).scalars()]


_PROMISES: Final[Sequence[tuple[str, Callable[[Connection], Sequence[str]]]]] = (
    (N_("The file is whole and encrypted"), _storage),
    (N_("Every reference leads to a record"), _foreign_keys),
    (N_("No entry of the audit was changed"), _audit),
    (N_("Payslips add up"), _totals),
    (N_("Approved runs hold what they were computed from"), _locks),
    (N_("Approved runs keep the pay rules that they were computed by"), _kept_packs),
    (N_("Advances are repaid by what payslips took, and no further"), _advances),
    (N_("No two shifts of an employee overlap"), _overlaps),
    (N_("What was struck out says why"), _struck),
    (N_("Sale amounts follow from quantity, price and discount"), _sales),
)
