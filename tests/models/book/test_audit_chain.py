"""Every action leaves one entry; nobody changes, drops or reorders an entry unnoticed."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from models.book.actions import change_settings
from models.book.audit import AuditRow, broken_links
from models.book.book import Book
from models.book.opening import open_book
from models.book.place import Place
from models.book.tables import AUDIT
from models.checking import check_book
from models.employees import actions as employees
from models.employees.drafts import EmployeeDraft, TermsDraft
from models.employees.queries import terms
from models.errors import RefusedError, WagebookError
from models.periods import Period
from models.sales import actions as sales
from models.sales.drafts import ProductDraft, SaleDraft, StockDraft
from models.shifts import actions as shifts
from models.shifts.drafts import ShiftDraft
from models.shifts.holiday_actions import restore_holiday, strike_out_holiday
from models.wages import actions as wages
from models.wages import records
from models.wages.drafts import AdjustmentDraft, PieceDraft
from tests.conftest import PASSPHRASE

WHO = {"code": "W-001", "work_name": "Secretname", "site": "Secretsite", "joined_on": "2026-01-01"}
ANN = EmployeeDraft.model_validate({**WHO, "basis": "hourly", "rate": "20"})
TERMS = TermsDraft.model_validate(
    {"employee": "W-001", "from": "2026-06-01", "basis": "daily", "rate": "160"}
)
SHIFT = ShiftDraft.model_validate(
    {
        "employee": "W-001",
        "date": "2026-05-04",
        "start": "08:00",
        "end": "16:00",
        "activity": "secretactivity",
        "note": "secretnote",
    }
)
PLANNED = SHIFT.model_copy(update={"day": date(2026, 5, 5), "status": "planned"})
PIECE = PieceDraft.model_validate(
    {
        "employee": "W-001",
        "date": "2026-05-04",
        "task": "secrettask",
        "quantity": "3",
        "rate": "5",
        "note": "secretnote",
    }
)
BONUS = AdjustmentDraft.model_validate(
    {
        "employee": "W-001",
        "date": "2026-05-04",
        "item": "BONUS",
        "amount": "9",
        "note": "secretnote",
    }
)
BAG = ProductDraft.model_validate({"sku": "BAG", "name": "Secretbag", "price": "10"})
STOCK = StockDraft.model_validate(
    {"sku": "BAG", "date": "2026-05-04", "quantity": "5", "reason": "secretreason"}
)
SALE = SaleDraft.model_validate(
    {
        "date": "2026-05-04",
        "sku": "BAG",
        "quantity": "1",
        "unit_price": "10",
        "note": "secretnote",
        "channel": "secretchannel",
    }
)
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))


def entries(book: Book) -> list[AuditRow]:
    with book.reading() as connection:
        rows = connection.execute(select(AUDIT).order_by(AUDIT.c.id)).mappings()
        return [AuditRow(**row) for row in rows]


MONTH: list[tuple[str, Callable[[Book], object]]] = [
    ("settings.change", lambda b: change_settings(b, {"name": "Secretprogramme"})),
    ("employee.add", lambda b: employees.add_employee(b, ANN)),
    (
        "employee.change",
        lambda b: employees.change_employee(
            b, "W-001", ANN.model_copy(update={"work_name": "Secretother"})
        ),
    ),
    ("terms.add", lambda b: employees.add_terms(b, TERMS)),
    (
        "terms.remove",
        lambda b: employees.remove_terms(
            b, next(row.id for row in terms(b).all() if row.basis == "daily")
        ),
    ),
    ("shift.add", lambda b: shifts.add_shift(b, SHIFT)),
    (
        "shift.change",
        lambda b: shifts.change_shift(b, 1, SHIFT.model_copy(update={"note": "secretnewnote"})),
    ),
    ("shift.add", lambda b: shifts.add_shift(b, PLANNED)),
    ("shift.confirm", lambda b: shifts.confirm_planned(b, from_=MAY.starts_on, to=MAY.ends_on)),
    ("shift.status", lambda b: shifts.set_shift_status(b, [2], "absent")),
    ("shift.remove", lambda b: shifts.remove_shifts(b, [2])),
    ("piece.add", lambda b: records.add_piece(b, PIECE)),
    ("piece.add", lambda b: records.add_piece(b, PIECE)),
    (
        "piece.change",
        lambda b: records.change_piece(b, 2, PIECE.model_copy(update={"quantity": 20000})),
    ),
    ("piece.remove", lambda b: records.remove_pieces(b, [2])),
    ("adjustment.add", lambda b: records.add_adjustment(b, BONUS)),
    ("product.add", lambda b: sales.add_product(b, BAG)),
    (
        "product.change",
        lambda b: sales.change_product(b, "BAG", BAG.model_copy(update={"name": "Secretsack"})),
    ),
    ("stock.add", lambda b: sales.add_stock(b, STOCK)),
    ("stock.remove", lambda b: sales.remove_stock(b, 1)),
    ("sale.add", lambda b: sales.add_sale(b, SALE)),
    ("sale.change", lambda b: sales.change_sale(b, 1, SALE.model_copy(update={"ref": "A1"}))),
    ("sale.remove", lambda b: sales.remove_sales(b, [1])),
    ("payrun.new", lambda b: wages.new_run(b, period=MAY)),
    ("payrun.recompute", lambda b: wages.recompute_run(b, 1)),
    ("payrun.approve", lambda b: wages.approve_run(b, 1)),
    ("payrun.void", lambda b: wages.void_run(b, 1, reason="Secretreason")),
    ("payrun.new", lambda b: wages.new_run(b, period=MAY)),
    ("payrun.approve", lambda b: wages.approve_run(b, 2)),
    ("payrun.pay", lambda b: wages.pay_run(b, 2, on=date(2026, 6, 3))),
]


@pytest.fixture(scope="module")
def _month_book(_empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("month") / "month.book"
    shutil.copytree(_empty_book, folder)
    with open_book(Place(folder=folder), PASSPHRASE) as book:
        for _action, act in MONTH:
            act(book)
    return folder


@pytest.fixture
def month(open_copy: Callable[[Path], Book], _month_book: Path) -> Book:
    """A book in which everything of `MONTH` was done."""
    return open_copy(_month_book)


def test_each_action_writes_exactly_one_entry(book: Book) -> None:
    for action, act in MONTH:
        before = len(entries(book))
        act(book)
        after = entries(book)
        assert [entry.action for entry in after[before:]] == [action]


def test_the_chain_of_a_whole_month_is_unbroken(month: Book) -> None:
    assert all(promise.kept for promise in check_book(month))
    chain = entries(month)
    assert chain[0].action == "book.create"
    assert [later.previous for later in chain[1:]] == [entry.hash for entry in chain[:-1]]
    assert {entry.at[-6:] for entry in chain} == {"+00:00"}


def test_no_name_note_or_amount_is_in_the_audit(month: Book) -> None:
    written = json.dumps([[e.action, e.subject, e.details] for e in entries(month)]).lower()
    assert "secret" not in written
    assert "w-001" in written


REFUSED: list[tuple[str, Callable[[Book], object]]] = [
    ("an unknown setting", lambda b: change_settings(b, {"colour": "red"})),
    ("a code that is taken", lambda b: employees.add_employee(b, ANN)),
    ("an unknown employee", lambda b: employees.change_employee(b, "W-9", ANN)),
    ("no such terms", lambda b: employees.remove_terms(b, 99)),
    (
        "a shift of nobody",
        lambda b: shifts.add_shift(b, SHIFT.model_copy(update={"employee": "X"})),
    ),
    ("a shift that is there", lambda b: shifts.add_shift(b, SHIFT)),
    ("a shift that is held", lambda b: shifts.remove_shifts(b, [1])),
    ("a held shift's status", lambda b: shifts.set_shift_status(b, [1], "absent")),
    ("an unknown status", lambda b: shifts.set_shift_status(b, [1], "ill")),
    ("no such holiday", lambda b: strike_out_holiday(b, date(2026, 5, 12))),
    ("a holiday that is not struck out", lambda b: restore_holiday(b, date(2026, 5, 1))),
    ("a held piece", lambda b: records.remove_pieces(b, [1])),
    ("a held adjustment", lambda b: records.remove_adjustments(b, [1])),
    ("an SKU that is taken", lambda b: sales.add_product(b, BAG)),
    ("stock of nothing", lambda b: sales.add_stock(b, STOCK.model_copy(update={"sku": "X"}))),
    ("no such entry", lambda b: sales.remove_stock(b, 99)),
    ("an unknown SKU", lambda b: sales.add_sale(b, SALE.model_copy(update={"sku": "X"}))),
    ("no such sale", lambda b: sales.remove_sales(b, [99])),
    ("a run of nobody", lambda b: wages.new_run(b, period=MAY, codes=["W-9"])),
    ("a run that is paid", lambda b: wages.approve_run(b, 2)),
    ("a paid run computed anew", lambda b: wages.recompute_run(b, 2)),
]


def test_a_refused_action_writes_no_entry(month: Book) -> None:
    before = entries(month)
    for what, act in REFUSED:
        with pytest.raises(RefusedError):
            act(month)
        assert entries(month) == before, what


def test_an_action_that_finds_nothing_to_do_writes_no_entry(month: Book) -> None:
    before = entries(month)
    assert shifts.confirm_planned(month, from_=MAY.starts_on, to=MAY.ends_on) == 0
    assert shifts.set_shift_status(month, [], "worked") == 0
    shifts.remove_shifts(month, [])
    records.remove_pieces(month, [])
    records.remove_adjustments(month, [])
    sales.remove_sales(month, [])
    change_settings(month, {})
    assert entries(month) == before


def test_an_error_inside_an_action_undoes_it_and_its_entry(book: Book) -> None:
    before = entries(book)

    def act() -> None:
        with book.acting("test") as acting:
            acting.connection.execute(text("DELETE FROM setting"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert entries(book) == before
    assert book.programme().name == "Test"


@pytest.fixture(scope="module")
def tampered(_month_book: Path) -> Iterator[Callable[..., list[int]]]:
    """The broken links after some statements, which are undone again."""
    with open_book(Place(folder=_month_book), PASSPHRASE) as book:

        def broken(*statements: str) -> list[int]:
            with book.engine.connect() as connection:
                for statement in statements:
                    connection.execute(text(statement))
                found = broken_links(connection)
                connection.rollback()
            return found

        yield broken


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET at = '2020-01-01T00:00:00+00:00' WHERE id = 5",
        "UPDATE audit_entry SET action = 'shift.add' WHERE id = 5",
        "UPDATE audit_entry SET subject = 'W-002' WHERE id = 5",
        "UPDATE audit_entry SET details = '{}' || ' ' WHERE id = 5",
        "UPDATE audit_entry SET previous = hash WHERE id = 5",
        "UPDATE audit_entry SET hash = previous || 'x' WHERE id = 5",
        "DELETE FROM audit_entry WHERE id = 5",
        "DELETE FROM audit_entry WHERE id < 5",
        "UPDATE audit_entry SET id = 999 WHERE id = 5",
        "DELETE FROM audit_entry WHERE id > 8",
        "DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)",
        "DELETE FROM audit_entry",
    ],
)
def test_a_change_to_the_chain_is_found(tampered: Callable[..., list[int]], statement: str) -> None:
    assert tampered(statement)


def test_a_broken_chain_is_a_promise_that_was_not_kept(month: Book) -> None:
    with month.engine.begin() as connection:
        connection.execute(text("UPDATE audit_entry SET subject = 'W-002' WHERE id = 5"))
    assert [p.details for p in check_book(month) if not p.kept] == [("Audit entry 5 was changed.",)]


def test_two_entries_that_changed_places_are_found(tampered: Callable[..., list[int]]) -> None:
    assert tampered(
        "UPDATE audit_entry SET id = -1 WHERE id = 5",
        "UPDATE audit_entry SET id = 5 WHERE id = 6",
        "UPDATE audit_entry SET id = 6 WHERE id = -1",
    )


def test_an_entry_put_in_between_is_found(tampered: Callable[..., list[int]]) -> None:
    assert tampered(
        "UPDATE audit_entry SET id = id + 1000 WHERE id > 5",
        "INSERT INTO audit_entry (id, at, action, subject, details, previous, hash)"
        " SELECT 6, at, action, subject, details, hash, 'forged' FROM audit_entry WHERE id = 5",
    )


def test_an_untouched_chain_has_no_broken_link(tampered: Callable[..., list[int]]) -> None:
    assert tampered() == []


def test_every_refusal_is_a_typed_error(month: Book) -> None:
    def forbidden(connection: Connection) -> None:
        connection.execute(text("INSERT INTO setting (key) VALUES (NULL)"))

    with pytest.raises(WagebookError), month.acting("test") as acting:
        forbidden(acting.connection)
