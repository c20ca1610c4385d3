"""The same actions and queries on PostgreSQL, and the same answers as from a book on disk."""

import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from models.book.actions import change_settings
from models.book.audit import broken_links
from models.book.book import Book
from models.book.opening import create_book, open_book
from models.book.place import Place
from models.book.schema import METADATA
from models.book.tables import AUDIT
from models.checking import check_book
from models.employees import actions as people
from models.employees.drafts import EmployeeDraft, TermsDraft
from models.employees.queries import employee, employees, sites, terms
from models.errors import (
    BookError,
    BookMissingError,
    BookTooNewError,
    ClosedRecordError,
    RefusedError,
)
from models.exchange.exporting import export_rows
from models.exchange.importing import import_file
from models.exchange.kinds import KINDS
from models.periods import Period, month_of
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

pytestmark = pytest.mark.postgresql

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
ORDER = (
    "holidays",
    "employees",
    "terms",
    "products",
    "stock",
    "shifts",
    "pieces",
    "adjustments",
    "advances",
    "sales",
)
FILES = {
    "holidays": "date,name\n2026-05-01,노동절\n",
    "employees": (
        "code,work_name,site,joined_on,left_on,language,basis,rate,rest_days\n"
        "W-001,김민수,Mill,2026-01-01,,ko,hourly,20.5,SU\n"
        'W-002,"Ann [/B]",Shop,2026-01-01,2026-05-20,en,monthly,4000,"SA,SU"\n'
        "w-003,Ünal,Mill,2026-05-10,,zh,piece,0,\n"
    ),
    "terms": "employee,from,basis,rate\nW-001,2026-05-16,hourly,22\n",
    "products": ("sku,name,price,maker,maker_share\nBAG,Bag,12.50,W-001,12.5%\nCUP,Cup,3,,\n"),
    "stock": "sku,date,quantity,reason\nBAG,2026-05-02,20,made\nBAG,2026-05-02,20,made\n",
    "shifts": (
        "employee,date,start,end,break_minutes,rate,note\n"
        + "".join(f"W-001,2026-05-{day:02d},08:00,16:30,30,,\n" for day in range(4, 30))
        + "W-001,2026-05-04,22:00,02:00,0,30,night\n"
        "W-002,2026-05-04,08:00,16:00,0,,\n"
    ),
    "pieces": (
        "employee,date,task,quantity,rate,note\nw-003,2026-05-11,sew,40,1.25,\n"
        "w-003,2026-05-11,sew,40,1.25,\n"
    ),
    "adjustments": (
        "employee,date,item,amount,note\nW-001,2026-05-10,BONUS,100.50,well done\n"
        "W-002,2026-05-10,DEDUCTION,9000,loan\n"
    ),
    "advances": (
        "employee,date,amount,instalment,first_due,kind,agreed,note\n"
        "W-001,2026-05-12,300,100,2026-06-30,loan,yes,학비\nw-003,2026-05-12,20,,,,,\n"
        "w-003,2026-05-12,20,,,,,\n"
    ),
    "sales": (
        "date,sku,quantity,unit_price,discount,ref,channel,currency\n"
        "2026-05-05,BAG,3,12.50,1.50,A1,Shop,\n"
        "2026-05-05,BAG,3,12.50,1.50,A1,Shop,\n"
        "2026-05-06,CUP,10,0.3335,,A2,Market,\n"
        "2026-05-07,BAG,-1,12.50,,A1,Shop,\n"
        "2026-05-08,NEW,2,5,,,Market,USD\n"
        "2026-04-08,CUP,100,1,,A0,Shop,\n"
    ),
}


@pytest.fixture
def full(tmp_path: Path) -> Callable[[Book], Book]:
    def fill(book: Book) -> Book:
        for kind in ORDER:
            path = tmp_path / f"{kind}.csv"
            path.write_text(FILES[kind])
            report = import_file(book, kind, path)
            assert report.added == FILES[kind].count("\n") - 1
        return book

    return fill


def exported(book: Book, kind: str) -> list[str]:
    return sorted(repr(row) for row in export_rows(book, kind).rows)


def pay(book: Book) -> int:
    run = wages.new_run(book, period=MAY)
    wages.recompute_run(book, run)
    wages.approve_run(book, run)
    wages.pay_run(book, run, on=date(2026, 6, 2))
    return run


def kept(book: Book) -> bool:
    return all(promise.kept for promise in check_book(book))


def test_migrations_build_the_same_schema_on_a_server(shared: Book) -> None:
    with shared.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


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


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("INSERT INTO holiday (day, name) VALUES ('2026-05-01', 'x'), ('2026-05-01', 'x')", "rule"),
        ("UPDATE employee SET joined_on = '2027-01-01' WHERE code = 'W-002'", "rule"),
        ("UPDATE pay_terms SET rate = -1", "rule"),
        ("UPDATE shift SET employee_id = 99", "rule"),
    ],
)
def test_the_schema_refuses_by_itself_on_a_server(
    shared: Book, full: Callable[[Book], Book], statement: str, says: str
) -> None:
    full(shared)
    before = exported(shared, "employees")

    def act() -> None:
        with shared.acting("test") as acting:
            acting.connection.execute(text(statement))

    with pytest.raises(RefusedError, match=says):
        act()
    assert exported(shared, "employees") == before


def test_what_does_not_fit_is_refused_and_not_called_damage(shared: Book) -> None:
    def act(statement: str) -> None:
        with shared.acting("test") as acting:
            acting.connection.execute(text(statement))

    for statement in (
        f"INSERT INTO setting (key, value) VALUES ('{'k' * 50}', 'x')",
        "INSERT INTO setting (key, value) VALUES ('k', CAST(99999999999999999999 AS BIGINT)::text)",
    ):
        with pytest.raises(RefusedError):
            act(statement)


def test_the_audit_of_a_server_is_a_chain_and_its_breaks_are_found(
    shared: Book, full: Callable[[Book], Book]
) -> None:
    full(shared)
    with shared.reading() as connection:
        assert broken_links(connection) == []
        actions = connection.execute(select(AUDIT.c.action).order_by(AUDIT.c.id)).scalars().all()
    assert actions == ["book.create", *(f"{kind}.import" for kind in ORDER)]
    with shared.engine.begin() as connection:
        connection.execute(text("UPDATE audit_entry SET subject = 'x' WHERE id = 3"))
        assert broken_links(connection) == [3]


def test_one_reading_sees_one_state_while_others_write(shared: Book) -> None:
    with shared.reading() as connection:
        before = connection.execute(text("SELECT count(*) FROM audit_entry")).scalar()
        change_settings(shared, {"name": "Changed"})
        after = connection.execute(text("SELECT count(*) FROM audit_entry")).scalar()
    assert before == after


def test_many_writers_make_one_chain(shared: Book) -> None:
    def write(number: int) -> None:
        change_settings(shared, {"name": f"Name {number}"})

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(24)))
    with shared.reading() as connection:
        assert broken_links(connection) == []
        assert connection.execute(text("SELECT count(*) FROM audit_entry")).scalar() == 25


def test_of_two_who_approve_a_run_at_once_one_wins_and_the_other_is_told(
    shared: Book, url: str, full: Callable[[Book], Book]
) -> None:
    run = wages.new_run(full(shared), period=MAY)
    start = Barrier(2)

    def approve(book: Book) -> str:
        start.wait()
        try:
            wages.approve_run(book, run)
        except RefusedError as error:
            return error.message
        return "approved"

    with open_book(Place.of(url)) as other, ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(approve, (shared, other)))
    assert said == [f"Run {run} is approved, so this cannot be done with it.", "approved"]
    assert kept(shared)


def test_a_server_without_a_book_is_told_from_one_with(url: str) -> None:
    place = Place.of(url)
    with pytest.raises(BookMissingError):
        open_book(place)
    create_book(place, "", {"name": "First"}).close()
    with pytest.raises(RefusedError, match="already"):
        create_book(place, "", {"name": "Second"})
    with open_book(place) as book:
        assert book.programme().name == "First"


def test_a_server_book_of_a_newer_version_is_left_alone(shared: Book, url: str) -> None:
    with shared.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    with pytest.raises(BookTooNewError):
        open_book(Place.of(url))


def test_a_database_that_is_not_there_is_said_plainly(url: str) -> None:
    wrong = Place.of(url.replace("///", "///no"))
    with pytest.raises(BookError) as caught:
        open_book(wrong)
    assert "cannot be reached" in str(caught.value)
    assert "FATAL" not in "".join(traceback.format_exception(caught.value))
