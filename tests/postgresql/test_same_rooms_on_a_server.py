"""The same actions and queries on PostgreSQL, and the same answers as from a book on disk."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.employees import actions as people
from models.employees.drafts import EmployeeDraft, TermsDraft
from models.employees.queries import employee, employees, sites, terms
from models.errors import ClosedRecordError, RefusedError
from models.exchange.importing import import_file
from models.exchange.kinds import KINDS
from models.periods import month_of
from models.sales import actions as selling
from models.sales.drafts import ProductDraft, SaleDraft
from models.sales.queries import channels, product, products, sales
from models.sales.summary import sales_summaries
from models.shifts import actions as shifting
from models.shifts.drafts import ShiftDraft
from models.shifts.queries import shifts
from models.wages import actions as wages
from models.wages import queries, records
from models.wages.drafts import AdjustmentDraft, PieceDraft
from models.wages.explanation import explanation
from tests.models.wages.bookkeeping import kept
from tests.postgresql.files_of_may import MAY, ORDER, exported

pytestmark = pytest.mark.postgresql


def pay(book: Book) -> int:
    run = wages.new_run(book, period=MAY)
    wages.recompute_run(book, run)
    wages.approve_run(book, run)
    wages.pay_run(book, run, on=date(2026, 6, 2))
    return run


def test_what_is_imported_on_a_server_is_exported_as_from_disk(
    shared: Book, book: Book, full: Callable[[Book], Book]
) -> None:
    full(shared)
    full(book)
    for kind in KINDS:
        assert exported(shared, kind) == exported(book, kind), kind
    assert kept(shared)


def test_importing_again_adds_nothing_on_a_server(
    shared: Book, tmp_path: Path, full: Callable[[Book], Book]
) -> None:
    full(shared)
    for kind in ORDER:
        assert import_file(shared, kind, tmp_path / f"{kind}.csv").added == 0


def test_payslips_are_the_same_as_from_disk(
    shared: Book, book: Book, full: Callable[[Book], Book]
) -> None:
    slips = []
    for each in (shared, book):
        run = pay(full(each))
        slips.append(
            [
                (s, [(x.code, x.amount, x.quantity, x.formula) for x in s.lines])
                for s in sorted(queries.payslips(each, run), key=lambda slip: slip.number)
            ]
        )
        assert kept(each)
        assert queries.run(each, run).gross == sum(s.gross for s in queries.payslips(each, run))
    assert slips[0] == slips[1]
    assert len(slips[0]) == 3


def test_the_sales_summary_is_the_same_as_from_disk(
    shared: Book, book: Book, full: Callable[[Book], Book]
) -> None:
    month = month_of(date(2026, 5, 1))
    assert sales_summaries(full(shared), month) == sales_summaries(full(book), month)
    own, dollars = sales_summaries(shared, month)
    assert (own.totals.gross, own.totals.discounts, own.totals.returns) == (7834, 300, 1250)
    assert (dollars.currency, dollars.totals.net) == ("USD", 1000)


def test_a_run_lives_and_dies_on_a_server(shared: Book, full: Callable[[Book], Book]) -> None:
    full(shared)
    run = wages.new_run(shared, period=MAY)
    wages.approve_run(shared, run)
    with pytest.raises(ClosedRecordError):
        shifting.remove_shifts(shared, [1])
    slip = queries.payslips(shared, run)[0]
    assert explanation(shared, slip).sources
    wages.void_run(shared, run, reason="wrong month")
    shifting.remove_shifts(shared, [1])
    assert queries.run(shared, run).status == "void"
    assert queries.wages_gross(shared, MAY) == {}
    assert [row.number for row in queries.runs(shared).all()] == [run]
    assert kept(shared)


def test_records_are_paged_sorted_and_searched_on_a_server(
    shared: Book, full: Callable[[Book], Book]
) -> None:
    full(shared)
    found = shifts(shared, order="employee", descending=True)
    assert found.count() == 28
    paged = [row for start in range(0, 28, 5) for row in found.page(start, 5)]
    assert paged == list(found.all())
    assert len({row.id for row in paged}) == 28
    assert shifts(shared, search="김민").count() == 27
    assert shifts(shared, search="100%").count() == 0
    assert [row.code for row in employees(shared, on=MAY.ends_on, search="[/b]").all()] == ["W-002"]
    for order in ("code", "work_name", "site", "joined_on", "basis"):
        assert len(employees(shared, on=MAY.ends_on, order=order).page(0, 9)) == 3
    for order in ("sku", "name", "price", "category", "maker"):
        assert len(products(shared, order=order, search="u").page(0, 9)) == 1
    for order in ("day", "sku", "name", "quantity", "net", "channel", "ref"):
        assert len(sales(shared, order=order, returns=False).page(0, 9)) == 5
    for order in ("day", "employee", "work_name", "task", "quantity"):
        assert len(queries.pieces(shared, order=order).page(0, 9)) == 2
    for order in ("day", "employee", "work_name", "item", "amount"):
        assert len(queries.adjustments(shared, order=order).page(0, 9)) == 2
    assert channels(shared) == ["Market", "Shop"]
    assert sites(shared)[:1] == ["Mill"] or sites(shared)
    assert product(shared, "BAG").stock == 350000


def test_forms_work_on_a_server(shared: Book, full: Callable[[Book], Book]) -> None:
    full(shared)
    change_settings(shared, {"name": "Shared", "minimum_hourly_wage": "18"})
    ann = EmployeeDraft.model_validate({"code": "W-009", "joined_on": "2026-05-01"})
    people.add_employee(shared, ann)
    people.change_employee(shared, "W-009", ann.model_copy(update={"work_name": "아름"}))
    assert employee(shared, "W-009", on=MAY.ends_on).work_name == "아름"
    draft = {"employee": "W-009", "from": "2026-05-01", "basis": "daily", "rate": "160"}
    people.add_terms(shared, TermsDraft.model_validate(draft))
    people.remove_terms(shared, next(row.id for row in terms(shared, employee="W-009").all()))
    shift = {"employee": "W-009", "date": "2026-05-04", "start": "22:00", "end": "06:00"}
    shifting.add_shift(shared, ShiftDraft.model_validate(shift))
    with pytest.raises(RefusedError, match="2026-05-04 22:00"):
        shifting.add_shift(
            shared, ShiftDraft.model_validate({**shift, "date": "2026-05-05", "start": "05:00"})
        )
    piece = {"employee": "W-009", "date": "2026-05-04", "task": "sew", "quantity": "1", "rate": "2"}
    records.add_piece(shared, PieceDraft.model_validate(piece))
    bonus = {"employee": "W-009", "date": "2026-05-04", "item": "BONUS", "amount": "1"}
    records.add_adjustment(shared, AdjustmentDraft.model_validate(bonus))
    selling.add_product(
        shared, ProductDraft.model_validate({"sku": "HAT", "name": "Hat", "price": "1"})
    )
    sale = {"date": "2026-05-04", "sku": "HAT", "quantity": "1", "unit_price": "1"}
    for _twice in range(2):
        selling.add_sale(shared, SaleDraft.model_validate(sale))
    assert sales(shared, sku="HAT").count() == 2
    assert kept(shared)
