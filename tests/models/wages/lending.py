"""Lending and repaying in one line each: for tests on a real book."""

from datetime import date
from typing import Any

from sqlalchemy import insert

from models.book.book import Book
from models.wages.advances.actions import add_advance
from models.wages.advances.drafts import AdvanceDraft, SettlementDraft
from models.wages.advances.queries import advance_plan
from models.wages.advances.repaying import settle, skip_instalment
from models.wages.tables import PAY_RUN, PAYSLIP, REPAYMENT


def typed(code: str, day: str, amount: str, **more: str) -> dict[str, str]:
    return {"employee": code, "date": day, "amount": amount, **more}


def lend(book: Book, code: str, day: str, amount: str, **more: str) -> int:
    return add_advance(book, AdvanceDraft.model_validate(typed(code, day, amount, **more)))


def hand_back(book: Book, number: int, on: str, amount: str = "", note: str = "") -> int:
    values = {"amount": amount, "date": on, "note": note}
    return settle(book, number, SettlementDraft.model_validate(values))


def skip(book: Book, number: int, day: str) -> None:
    skip_instalment(book, number, date.fromisoformat(day))


def taken(book: Book, number: int, on: str, amount: int) -> str:
    """Book what a payslip took, as an approved run does, and give back the payslip's number."""
    day = date.fromisoformat(on)
    with book.acting("test.take") as acting:
        connection = acting.connection
        run = connection.execute(
            insert(PAY_RUN)
            .values(
                kind="regular",
                status="approved",
                starts_on=day.replace(day=1),
                ends_on=day,
                codes="[]",
                void_reason="",
                kept="",
            )
            .returning(PAY_RUN.c.id)
        ).scalar_one()
        zero = dict.fromkeys(("gross", "deductions", "net", "paid"), 0)
        more: dict[str, Any] = {
            column.name: 0 for column in PAYSLIP.c if column.name.endswith(("minutes", "_before"))
        }
        more |= {"advances_after": 0, "account_after": 0}
        slip = connection.execute(
            insert(PAYSLIP)
            .values(
                number=f"{run}-A",
                run_id=run,
                employee_id=1,
                work_name="",
                site="",
                language="en",
                payment_method="cash",
                currency="CNY",
                basis="hourly",
                pack="PLAIN",
                pack_from=date(1900, 1, 1),
                warnings="[]",
                terms_digest="",
                **zero,
                **more,
            )
            .returning(PAYSLIP.c.id)
        ).scalar_one()
        connection.execute(
            insert(REPAYMENT).values(
                advance_id=number, day=day, amount=amount, payslip_id=slip, note=""
            )
        )
    return f"{run}-A"


def plan_of(book: Book, number: int) -> list[str]:
    """Each instalment: its day, then what is left, or `skipped`."""
    return [
        f"{step.due_on} {'skipped' if step.skipped else step.left}"
        for step in advance_plan(book, number).steps
    ]
