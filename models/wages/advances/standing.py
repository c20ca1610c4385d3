"""How far an advance is repaid: what its rows in the book come to."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, case, func, select

from models.wages.instalments import Standing, plan, standings
from models.wages.tables import REPAYMENT, SKIPPED_INSTALMENT

TAKEN = func.coalesce(
    func.sum(case((REPAYMENT.c.payslip_id.is_not(None), REPAYMENT.c.amount), else_=0)), 0
)
"""What payslips have taken, in minor units."""

BY_HAND = func.coalesce(
    func.sum(case((REPAYMENT.c.payslip_id.is_(None), REPAYMENT.c.amount), else_=0)), 0
)
"""What was handed back, in minor units."""


def repaid_of(connection: Connection, number: int) -> tuple[int, int]:
    """What payslips have taken of an advance, and what was handed back."""
    sums = select(TAKEN, BY_HAND).where(REPAYMENT.c.advance_id == number)
    taken, by_hand = connection.execute(sums).one()
    return int(taken), int(by_hand)


def skipped_of(connection: Connection, number: int) -> frozenset[date]:
    """The due days of an advance on which nothing is taken."""
    days = select(SKIPPED_INSTALMENT.c.due_on).where(SKIPPED_INSTALMENT.c.advance_id == number)
    return frozenset(connection.execute(days).scalars())


def plan_standing(
    advance: Row[Any], skipped: frozenset[date], taken: int, by_hand: int
) -> list[Standing]:
    """Each instalment of an advance with what was repaid of it.

    `advance` has the columns amount, instalment, first_due and every of its table.
    """
    instalments = plan(
        advance.amount, advance.instalment, advance.first_due, advance.every, skipped
    )
    return standings(instalments, taken, by_hand)
