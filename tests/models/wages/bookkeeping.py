"""What a manager does before a pay run, in one line each: for tests on a real book."""

from datetime import date
from typing import Any

from models.book.book import Book
from models.book.queries import audit_entries
from models.checking import check_book
from models.employees.actions import add_employee, add_terms, change_employee
from models.employees.drafts import EmployeeDraft, TermsDraft
from models.money import amount_text
from models.periods import Period, month_of
from models.recording import record
from models.sales.actions import add_product, add_sale
from models.sales.drafts import ProductDraft, SaleDraft
from models.shifts.actions import record_shifts
from models.shifts.drafts import ShiftDraft
from models.wages.actions import approve_run, new_run
from models.wages.drafts import AdjustmentDraft, PieceDraft
from models.wages.queries import payslips
from models.wages.queries import run as run_row
from models.wages.records import add_adjustment, add_piece
from models.wages.rows import PayslipRow

JANUARY = month_of(date(2026, 1, 1))
FEBRUARY = month_of(date(2026, 2, 1))
MARCH = month_of(date(2026, 3, 1))
DAYS = ("2026-01-05", "2026-01-06", "2026-01-07")


def hire(book: Book, code: str, basis: str = "", rate: str = "", **more: str) -> None:
    values = {"code": code, "joined_on": "2025-01-01", "basis": basis, "rate": rate, **more}
    add_employee(book, EmployeeDraft.model_validate(values))


def change(book: Book, who: str, **values: str) -> None:
    """Write an employee down anew, under the same code unless another is given."""
    draft = {"code": who, "joined_on": "2025-01-01", **values}
    change_employee(book, who, EmployeeDraft.model_validate(draft))


def agree(book: Book, code: str, starts: str, basis: str, rate: str, **more: str) -> None:
    values = {"employee": code, "from": starts, "basis": basis, "rate": rate, **more}
    add_terms(book, TermsDraft.model_validate(values))


def work(book: Book, code: str, *days: str, **more: str) -> None:
    """Eight hours on each of the days, unless said otherwise."""
    drafts = [
        ShiftDraft.model_validate(
            {"employee": code, "date": day, "start": "09:00", "end": "17:00", **more}
        )
        for day in days
    ]
    record(book, "shifts.import", record_shifts, list(enumerate(drafts, 1)))


def make(book: Book, code: str, day: str, quantity: str, rate: str, task: str = "mats") -> None:
    values = {"employee": code, "date": day, "task": task, "quantity": quantity, "rate": rate}
    add_piece(book, PieceDraft.model_validate(values))


def enter(
    book: Book, code: str, day: str, item: str, amount: str, note: str = "", **more: str
) -> None:
    values = {"employee": code, "date": day, "item": item, "amount": amount, "note": note, **more}
    add_adjustment(book, AdjustmentDraft.model_validate(values))


def stock(book: Book, sku: str, maker: str, share: str, **more: str) -> None:
    values = {"sku": sku, "name": sku, "price": "10", "maker": maker, "maker_share": share, **more}
    add_product(book, ProductDraft.model_validate(values))


def sell(book: Book, sku: str, day: str, quantity: str, price: str = "10", **more: str) -> None:
    values = {"sku": sku, "date": day, "quantity": quantity, "unit_price": price, **more}
    add_sale(book, SaleDraft.model_validate(values))


def run(book: Book, period: Period = JANUARY, *, approve: bool = False, **which: Any) -> int:
    number = new_run(book, period=period, **which)
    if approve:
        approve_run(book, number)
    return number


def slips(book: Book, number: int) -> dict[str, PayslipRow]:
    """The payslips of a run by code."""
    return {slip.code: slip for slip in payslips(book, number)}


def lines(slip: PayslipRow) -> list[str]:
    return [f"{line.label} {amount_text(line.amount, line.currency)}" for line in slip.lines]


def pay_of(book: Book, number: int) -> dict[str, str]:
    """Who gets how much in a run."""
    return {code: amount_text(s.net, s.currency) for code, s in slips(book, number).items()}


def kept(book: Book) -> bool:
    """Whether the book keeps every promise."""
    return all(promise.kept for promise in check_book(book))


def status(book: Book, number: int) -> str:
    """The status of a run."""
    return run_row(book, number).status


def actions(book: Book) -> list[str]:
    """What was done, the newest first."""
    return [row.action for row in audit_entries(book).all()]
