"""The schema says by itself what must always hold, and migrations build exactly the schema."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CheckConstraint

from models.book import migrations
from models.book.book import Book
from models.book.opening import open_book
from models.book.place import Place
from models.book.schema import METADATA
from models.errors import RefusedError


def test_migrations_build_the_schema_that_the_tables_declare(book: Book) -> None:
    with book.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def _declared() -> dict[str, dict[str, str]]:
    return {
        table.name: {
            str(rule.name): _squeezed(str(rule.sqltext))
            for rule in table.constraints
            if isinstance(rule, CheckConstraint)
        }
        for table in METADATA.tables.values()
    }


def _squeezed(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).strip()


def test_migrations_build_every_check_that_the_tables_declare(book: Book) -> None:
    with book.reading() as connection:
        inspector = inspect(connection)
        built = {
            name: {
                str(rule["name"]): _squeezed(rule["sqltext"])
                for rule in inspector.get_check_constraints(name)
            }
            for name in METADATA.tables
        }
    assert built == _declared()


def test_head_is_the_newest_migration_and_revisions_count_up() -> None:
    folder = Path(migrations.__file__).parent
    scripts = ScriptDirectory(str(folder))
    revisions = [script.revision for script in scripts.walk_revisions()][::-1]
    assert revisions == sorted(revisions)
    assert revisions[-1] == migrations.HEAD
    assert not migrations.is_newer(migrations.HEAD)
    assert migrations.is_newer(f"{int(migrations.HEAD) + 1:04d}")


_OPENING = """
import sys
from pathlib import Path
from models.book.opening import open_book
from models.book.place import Place
open_book(Place(folder=Path(sys.argv[1])), sys.argv[2]).programme()
print(sorted({"alembic", "reportlab", "textual", "openpyxl", "psycopg"} & set(sys.modules)))
"""


def test_opening_a_book_of_today_imports_neither_alembic_nor_anything_slow(
    _empty_book: Path,  # noqa: PT019
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OPENING, str(_empty_book), "correct horse battery staple"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


ROWS: dict[str, dict[str, Any]] = {
    "site": {"id": 1, "name": "Mill", "timezone": "Asia/Shanghai"},
    "employee": {
        "id": 1,
        "code": "W-1",
        "work_name": "",
        "site_id": 1,
        "language": "en",
        "joined_on": "2026-01-01",
        "left_on": None,
        "age_band": "18+",
        "payment_method": "cash",
    },
    "pay_run": {
        "id": 1,
        "kind": "regular",
        "status": "draft",
        "starts_on": "2026-05-01",
        "ends_on": "2026-05-31",
        "codes": "[]",
        "paid_on": None,
        "void_reason": "",
        "kept": "",
    },
    "pay_terms": {
        "id": 1,
        "employee_id": 1,
        "starts_on": "2026-01-01",
        "basis": "hourly",
        "rate": 200000,
        "currency": "CNY",
        "rules": "",
        "rest_days": "",
    },
    "shift": {
        "id": 1,
        "employee_id": 1,
        "day": "2026-05-04",
        "starts": 480,
        "ends": 960,
        "starts_at": 29_600_000,
        "ends_at": 29_600_480,
        "break_minutes": 30,
        "status": "worked",
        "rate": None,
        "activity": "",
        "note": "",
        "struck_why": "",
    },
    "piece": {
        "id": 1,
        "employee_id": 1,
        "day": "2026-05-04",
        "task": "bag",
        "quantity": 10000,
        "rate": 5000,
        "note": "",
        "fingerprint": "f",
        "occurrence": 0,
        "struck_why": "",
    },
    "adjustment": {
        "id": 1,
        "employee_id": 1,
        "day": "2026-05-04",
        "item": "BONUS",
        "amount": 100,
        "currency": "CNY",
        "note": "",
        "kind": "",
        "legal_basis": "",
        "agreed": False,
        "fingerprint": "f",
        "occurrence": 0,
        "struck_why": "",
    },
    "holiday": {"id": 1, "day": "2026-05-01", "name": "May Day", "kind": "holiday"},
    "product": {
        "id": 1,
        "sku": "BAG",
        "name": "Bag",
        "price": 100,
        "currency": "CNY",
        "maker_share": 0,
        "opening_stock": 0,
        "category": "",
        "provisional": False,
    },
    "stock_entry": {
        "id": 1,
        "product_id": 1,
        "day": "2026-05-04",
        "quantity": 10000,
        "reason": "",
        "fingerprint": "f",
        "occurrence": 0,
    },
    "sale": {
        "id": 1,
        "product_id": 1,
        "day": "2026-05-04",
        "quantity": 10000,
        "unit_price": 100000,
        "discount": 100,
        "gross": 1000,
        "net": 900,
        "currency": "CNY",
        "ref": "",
        "channel": "",
        "maker_share": 0,
        "note": "",
        "fingerprint": "f",
        "occurrence": 0,
        "struck_why": "",
    },
    "payslip": {
        "id": 1,
        "number": "1-W-1",
        "run_id": 1,
        "employee_id": 1,
        "work_name": "",
        "site": "",
        "language": "en",
        "payment_method": "cash",
        "currency": "CNY",
        "basis": "hourly",
        "pack": "PLAIN",
        "pack_from": "2000-01-01",
        "gross": 1000,
        "deductions": 100,
        "net": 900,
        "paid": 900,
        "worked_minutes": 0,
        "overtime_minutes": 0,
        "night_minutes": 0,
        "rest_day_minutes": 0,
        "holiday_minutes": 0,
        "warnings": "[]",
        "advances_before": 0,
        "advances_after": 0,
        "account_before": 0,
        "account_after": 0,
        "terms_digest": "",
    },
    "payslip_line": {
        "id": 1,
        "payslip_id": 1,
        "position": 1,
        "code": "BASE",
        "pay_group": "earning",
        "quantity": "1",
        "unit": "hour",
        "rate": 1,
        "factor": "1",
        "divisor": "1",
        "pool": "",
        "rule": "",
        "amount": 1000,
        "detail": "",
        "less": 0,
        "carried": 0,
        "corrects": "",
        "sources": "[]",
    },
    "advance": {
        "id": 1,
        "employee_id": 1,
        "day": "2026-05-04",
        "kind": "loan",
        "amount": 30000,
        "currency": "CNY",
        "instalment": 10000,
        "first_due": "2026-05-31",
        "every": "monthly",
        "agreed": True,
        "note": "",
        "fingerprint": "f",
        "occurrence": 0,
    },
    "skipped_instalment": {"id": 1, "advance_id": 1, "due_on": "2026-05-31"},
    "repayment": {"id": 1, "advance_id": 1, "day": "2026-05-31", "amount": 10000, "note": ""},
    "set_aside": {"id": 1, "run_id": 1, "employee_id": 1, "reason": "[]"},
    "setting": {"key": "colour", "value": "red"},
}


def insert(connection: Connection, table: str, **changes: Any) -> None:
    """Write the sample row of `table` by raw SQL, as a careless program would."""
    row = {**ROWS[table], **changes}
    names = ", ".join(row)
    places = ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({places})"), row)


def fill(connection: Connection) -> None:
    for table in ROWS:
        insert(connection, table)


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
    with open_book(Place(folder=folder), "correct horse battery staple") as book:
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
