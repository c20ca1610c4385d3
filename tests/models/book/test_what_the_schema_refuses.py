"""The schema says by itself what must always hold."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from models.book.book import Book
from models.book.opening import open_book
from models.book.place import Place
from models.errors import RefusedError
from tests.conftest import PASSPHRASE
from tests.models.book.sample_rows import ROWS, fill, insert


def test_the_sample_rows_are_right(book: Book) -> None:
    with book.engine.connect() as connection, connection.begin() as transaction:
        fill(connection)
        transaction.rollback()


BREACHES: list[tuple[str, str, dict[str, Any]]] = [
    ("an unknown employee", "shift", {"employee_id": 99}),
    ("an unknown employee of terms", "pay_terms", {"employee_id": 99}),
    ("an unknown site", "employee", {"code": "W-2", "site_id": 99}),
    ("an unknown product", "sale", {"product_id": 99, "fingerprint": "g"}),
    ("an unknown maker", "sale", {"maker_id": 99, "fingerprint": "g"}),
    ("an unknown run", "shift", {"starts_at": 1, "ends_at": 900, "run_id": 99}),
    ("an unknown payslip", "payslip_line", {"payslip_id": 99}),
    ("a word in a rate", "pay_terms", {"starts_on": "2026-02-01", "rate": "twenty"}),
    ("a fraction in a rate", "pay_terms", {"starts_on": "2026-02-01", "rate": 20.5}),
    ("a word in an amount", "adjustment", {"fingerprint": "g", "amount": "ten"}),
    ("a fraction in an amount", "adjustment", {"fingerprint": "g", "amount": 10.25}),
    ("a fraction in a price", "sale", {"fingerprint": "g", "unit_price": 0.5}),
    ("a word in a payslip", "payslip_line", {"position": 2, "amount": "much"}),
    ("a fraction in a quantity", "piece", {"fingerprint": "g", "quantity": 1.5}),
    ("a fraction of a payslip", "payslip", {"gross": 1000.5, "net": 900.5}),
    ("a negative rate", "pay_terms", {"starts_on": "2026-02-01", "rate": -1}),
    ("an amount of nothing", "adjustment", {"fingerprint": "g", "amount": 0}),
    ("a run that ends before it starts", "pay_run", {"id": 2, "ends_on": "2026-04-30"}),
    ("leaving before joining", "employee", {"code": "W-2", "left_on": "2025-12-31"}),
    ("a shift that ends before it starts", "shift", {"starts_at": 1, "ends_at": 1}),
    ("a shift longer than a day", "shift", {"starts_at": 1, "ends_at": 9999, "ends": 2000}),
    ("a break as long as the shift", "shift", {"starts_at": 1, "ends_at": 31}),
    ("a second employee of one code", "employee", {"id": 2}),
    ("an employee without a code", "employee", {"id": 2, "code": ""}),
    ("second terms of one day", "pay_terms", {"id": 2}),
    ("a second shift of one start", "shift", {"id": 2}),
    ("a second holiday of one day", "holiday", {"id": 2}),
    ("a second product of one SKU", "product", {"id": 2}),
    ("a second sale of one fingerprint and occurrence", "sale", {"id": 2}),
    ("a second payslip of one employee in a run", "payslip", {"id": 2, "number": "1-x"}),
    ("a second payslip of one number", "payslip", {"id": 2, "employee_id": 1}),
    ("a second line in one place", "payslip_line", {"id": 2}),
    ("a line that corrects none", "payslip_line", {"position": 2, "corrects_line_id": 99}),
    ("an instalment of nothing", "advance", {"fingerprint": "g", "instalment": 0}),
    ("an advance of nothing", "advance", {"fingerprint": "g", "amount": 0}),
    ("an advance due before it is given", "advance", {"day": "2026-06-01", "fingerprint": "g"}),
    ("an unknown kind of advance", "advance", {"fingerprint": "g", "kind": "gift"}),
    ("one instalment skipped twice", "skipped_instalment", {"id": 2}),
    ("a repayment of nothing", "repayment", {"amount": 0}),
    ("a negative account", "payslip", {"id": 2, "number": "1-x", "account_after": -1}),
    ("a negative net", "payslip", {"gross": 100, "deductions": 200, "net": -100}),
    ("a net that does not add up", "payslip", {"net": 901}),
    ("an unknown status of a run", "pay_run", {"id": 2, "status": "open"}),
    ("a paid run without a day", "pay_run", {"id": 2, "status": "paid"}),
    ("a void run without a reason", "pay_run", {"id": 2, "status": "void"}),
    ("an unknown status of a shift", "shift", {"starts_at": 1, "ends_at": 900, "status": "ill"}),
    ("an unknown basis", "pay_terms", {"starts_on": "2026-02-01", "basis": "yearly"}),
    ("an unknown language", "employee", {"code": "W-2", "language": "xx"}),
    ("an unknown item", "adjustment", {"fingerprint": "g", "item": "GIFT"}),
    ("a sale of nothing", "sale", {"fingerprint": "g", "quantity": 0}),
    ("a sale whose net does not add up", "sale", {"fingerprint": "g", "net": 901}),
    ("a return that adds to net", "sale", {"fingerprint": "g", "quantity": -10000}),
    ("a discount larger than the line", "sale", {"fingerprint": "g", "discount": 1001, "net": -1}),
    ("a share above everything", "product", {"sku": "B", "maker_share": 1_000_001}),
    ("nothing where something must be", "employee", {"code": "W-2", "joined_on": None}),
]


@pytest.mark.parametrize(
    ("table", "changes"), [breach[1:] for breach in BREACHES], ids=[b[0] for b in BREACHES]
)
def test_the_schema_by_itself_refuses(shared: Book, table: str, changes: dict[str, Any]) -> None:
    keys = {"id": 2} if "id" in ROWS[table] and table not in ("setting",) else {}
    with shared.engine.connect() as connection, connection.begin() as transaction:
        fill(connection)
        with pytest.raises(IntegrityError):
            insert(connection, table, **{**keys, **changes})
        transaction.rollback()


@pytest.fixture(scope="module")
def shared(_empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("schema") / "s.book"
    shutil.copytree(_empty_book, folder)
    with open_book(Place(folder=folder), PASSPHRASE) as book:
        yield book


def test_a_refusal_of_the_schema_reaches_the_manager_as_a_sentence(book: Book) -> None:

    def act() -> None:
        with book.acting("test") as acting:
            fill(acting.connection)
            insert(acting.connection, "holiday", id=7)

    with pytest.raises(RefusedError) as caught:
        act()
    assert "nothing changed" in str(caught.value)
    with book.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM employee")).scalar() == 0
