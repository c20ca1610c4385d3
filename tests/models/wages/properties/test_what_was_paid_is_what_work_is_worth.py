"""However it is drafted, approved, paid, voided and corrected, work is paid what it is worth."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select

from models.book.book import Book
from models.checking import check_book
from models.employees.tables import EMPLOYEE
from models.errors import NotFoundError, WagebookError
from models.periods import month_of
from models.shifts.tables import SHIFT
from models.wages.actions import approve_run, new_run
from models.wages.advances.queries import advances
from models.wages.tables import ADVANCE, PAY_RUN, PAYSLIP, REPAYMENT
from models.wages.year import year_of
from tests.models.wages.properties.living import CODES, Life, Op, ops, workshop
from tests.models.wages.properties.making import steady

RULES = ("PLAIN", "KR", "CN")

Hours = dict[str, int]


@pytest.mark.parametrize("rules", RULES)
@given(done=ops())
@settings(steady, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_sum_of_what_was_paid_is_what_the_work_is_worth(
    _empty_book: Path,  # noqa: PT019 - its path is needed, not only its being there
    rules: str,
    done: list[Op],
) -> None:
    with workshop(_empty_book, rules, smallest="1") as book:
        life = Life(book)
        for op in done:
            life.do(op)
        life.finish()
        worth, hours = _worth(_empty_book, rules, life)
        for code in CODES:
            assert _hours(book, code) == hours[code]
            assert _paid(book, code) == worth[code] - _taken(book, code) + _account(book, code)
            assert _owed(book, code) == _lent(book, code) - _repaid(book, code)
        assert all(promise.kept for promise in check_book(book))


def _worth(empty: Path, rules: str, life: Life) -> tuple[dict[str, int], dict[str, Hours]]:
    """What the same work earns where everything was known from the start, and its hours."""
    with workshop(empty, rules) as book:
        for entry in life.entered:
            entry(book)
        _leave_out_struck(life, book)
        for month in range(1, 7):
            with suppress(WagebookError):
                approve_run(book, new_run(book, period=month_of(date(2026, month, 1))))
        worth = {code: _sum(book, code, PAYSLIP.c.gross) for code in CODES}
        return worth, {code: _hours(book, code) for code in CODES}


def _hours(book: Book, code: str) -> Hours:
    """The minutes of a year by kind."""
    with suppress(NotFoundError):
        [table] = year_of(book, code, 2026).tables
        return {row.code: row.total for row in table.rows if row.kind == "minutes" and row.total}
    return {}


def _leave_out_struck(life: Life, book: Book) -> None:
    shifts = SHIFT.c
    with life.book.reading() as connection:
        struck = connection.execute(
            select(shifts.employee_id, shifts.starts_at, shifts.ends_at).where(
                shifts.struck_as.is_not(None)
            )
        ).all()
        kept = set(
            connection.execute(
                select(shifts.employee_id, shifts.starts_at, shifts.ends_at).where(
                    shifts.struck_as.is_(None)
                )
            ).all()
        )
    with book.acting("test.leave_out") as acting:
        for row in struck:
            if row not in kept:
                acting.connection.execute(
                    SHIFT.delete().where(
                        shifts.employee_id == row.employee_id, shifts.starts_at == row.starts_at
                    )
                )


def _sum(book: Book, code: str, what: object, *which: object) -> int:
    statement = (
        select(func.coalesce(func.sum(what), 0))
        .select_from(PAYSLIP)
        .join(EMPLOYEE, EMPLOYEE.c.id == PAYSLIP.c.employee_id)
        .join(PAY_RUN, PAY_RUN.c.id == PAYSLIP.c.run_id)
        .where(EMPLOYEE.c.code == code, PAY_RUN.c.approved_as.is_not(None), *which)
    )
    with book.reading() as connection:
        return int(connection.execute(statement).scalar_one())


def _paid(book: Book, code: str) -> int:
    """What was handed over, in void runs too."""
    return _sum(book, code, PAYSLIP.c.paid, PAYSLIP.c.paid_on.is_not(None))


def _account(book: Book, code: str) -> int:
    """What rounding up has given away: on leaving it is theirs."""
    return _sum(book, code, PAYSLIP.c.paid - PAYSLIP.c.net, PAYSLIP.c.paid_on.is_not(None))


def _taken(book: Book, code: str) -> int:
    return _sum(book, code, PAYSLIP.c.deductions, PAYSLIP.c.paid_on.is_not(None))


def _lent(book: Book, code: str) -> int:
    return _of_advances(book, code, ADVANCE.c.amount)


def _repaid(book: Book, code: str) -> int:
    return _of_advances(book, code, REPAYMENT.c.amount)


def _of_advances(book: Book, code: str, what: object) -> int:
    statement = select(func.coalesce(func.sum(what), 0)).select_from(ADVANCE)
    if what is REPAYMENT.c.amount:
        statement = statement.join(REPAYMENT, REPAYMENT.c.advance_id == ADVANCE.c.id)
    statement = statement.join(EMPLOYEE, EMPLOYEE.c.id == ADVANCE.c.employee_id)
    with book.reading() as connection:
        return int(connection.execute(statement.where(EMPLOYEE.c.code == code)).scalar_one())


def _owed(book: Book, code: str) -> int:
    return sum(row.outstanding for row in advances(book, employee=code).all())
