"""Records that an approved run holds and that were wrong: struck out, never edited."""

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from models.book.actions import change_settings
from models.book.book import Book
from models.book.queries import audit_entries
from models.checking import check_book
from models.employees.actions import change_employee
from models.employees.drafts import EmployeeDraft
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.exchange.exporting import export_rows, listed_rows
from models.exchange.importing import import_file
from models.exchange.kinds import KINDS
from models.periods import Period
from models.sales.actions import change_sale, remove_sales
from models.sales.drafts import SaleDraft
from models.sales.queries import net_by_currency, products, sales
from models.sales.returns import ReturnDraft, add_return, returnable
from models.sales.summary import sales_summaries
from models.shifts.actions import (
    add_shift,
    change_shift,
    copy_week,
    remove_shifts,
    set_shift_status,
)
from models.shifts.drafts import ShiftDraft
from models.shifts.queries import shifts, totals
from models.today import what_needs_doing
from models.wages.actions import void_run
from models.wages.claims import TABLES
from models.wages.drafts import PieceDraft
from models.wages.entries import adjustments, pieces
from models.wages.explanation import explanation
from models.wages.records import change_piece, remove_adjustments, remove_pieces
from models.wages.striking import strike_out, unstrike
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    JANUARY,
    enter,
    hire,
    make,
    run,
    sell,
    slips,
    stock,
    work,
)

DAY = "2026-01-05"
KIND = {"shifts": "shift", "pieces": "piece", "adjustments": "adjustment", "sales": "sale"}


@pytest.fixture
def january(book: Book) -> Book:
    """One record of each kind, all held by run 1."""
    hire(book, "W-1", "hourly", "20", work_name="Ann")
    work(book, "W-1", DAY)
    make(book, "W-1", DAY, "10", "2")
    enter(book, "W-1", DAY, "BONUS", "50", note="well done")
    stock(book, "MAT", "W-1", "10%", opening_stock="20")
    sell(book, "MAT", DAY, "3", ref="A1")
    run(book, approve=True)
    return book


def row(book: Book, table: str) -> dict[str, object]:
    with book.reading() as connection:
        found = connection.execute(select(TABLES[KIND[table]])).mappings().first()
    assert found is not None
    return dict(found)


def taken(book: Book, kind: str, text: str, folder: Path) -> tuple[int, int]:
    """How many rows of a file were added, and how many were there already."""
    path = folder / f"{kind}.csv"
    path.write_text(text)
    report = import_file(book, kind, path)
    return report.added, report.skipped


def kept(book: Book) -> bool:
    return all(promise.kept for promise in check_book(book))


@pytest.mark.parametrize("kind", KIND)
def test_a_struck_out_record_stays_as_it_was_and_says_when_and_why(
    january: Book, kind: str
) -> None:
    before = row(january, kind)
    assert strike_out(january, KIND[kind], 1, why="  entered twice ") == 1
    assert row(january, kind) == {**before, "struck_as": 1, "struck_why": "entered twice"}
    assert kept(january)


def test_the_newest_approved_run_is_the_last_that_counted_it(january: Book) -> None:
    hire(january, "W-2", "monthly", "1000")
    run(january, FEBRUARY, approve=True)
    strike_out(january, "shift", 1, why="not worked")
    assert row(january, "shifts")["struck_as"] == 2


def test_the_audit_says_which_record_of_which_run_and_nothing_of_anyone(january: Book) -> None:
    strike_out(january, "shift", 1, why="Ann was ill")
    unstrike(january, "shift", 1)
    newest, before = audit_entries(january).page(0, 2)
    assert (before.action, before.subject) == ("shift.strike_out", "1")
    assert (newest.action, newest.subject) == ("shift.restore", "1")
    assert json.loads(before.details) == json.loads(newest.details) == {"run": 1}


@pytest.mark.parametrize("why", ["", "   ", "x" * 201])
def test_striking_out_needs_a_reason_of_a_line(january: Book, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        strike_out(january, "piece", 1, why=why)
    assert refused.value.problems[0].column == "reason"
    assert row(january, "pieces")["struck_as"] is None


def test_what_no_run_holds_is_not_struck_out_but_removed(january: Book) -> None:
    make(january, "W-1", "2026-02-02", "4", "2")
    with pytest.raises(RefusedError, match="it can be changed or removed instead"):
        strike_out(january, "piece", 2, why="wrong")
    remove_pieces(january, [2])


def test_nothing_is_struck_out_or_restored_twice_or_without_being_there(january: Book) -> None:
    strike_out(january, "sale", 1, why="never sold")
    with pytest.raises(RefusedError, match="struck out before: never sold"):
        strike_out(january, "sale", 1, why="again")
    unstrike(january, "sale", 1)
    with pytest.raises(RefusedError, match="was not struck out"):
        unstrike(january, "sale", 1)
    for act in (
        lambda: strike_out(january, "sale", 9, why="x"),
        lambda: unstrike(january, "sale", 9),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_a_struck_out_record_is_neither_changed_nor_removed_even_once_its_run_is_void(
    january: Book,
) -> None:
    for kind in KIND.values():
        strike_out(january, kind, 1, why="wrong")
    void_run(january, 1, reason="all wrong")
    shift = {"employee": "W-1", "date": DAY, "start": "09:00", "end": "10:00"}
    piece = {"employee": "W-1", "date": DAY, "task": "mats", "quantity": "1", "rate": "1"}
    sale = {"sku": "MAT", "date": DAY, "quantity": "1", "unit_price": "1"}
    for act in (
        lambda: change_shift(january, 1, ShiftDraft.model_validate(shift)),
        lambda: set_shift_status(january, [1], "absent"),
        lambda: remove_shifts(january, [1]),
        lambda: change_piece(january, 1, PieceDraft.model_validate(piece)),
        lambda: remove_pieces(january, [1]),
        lambda: remove_adjustments(january, [1]),
        lambda: change_sale(january, 1, SaleDraft.model_validate(sale)),
        lambda: remove_sales(january, [1]),
    ):
        with pytest.raises(ClosedRecordError, match=r"struck out \(“wrong”\) and stays as it is"):
            act()
    for kind in KIND.values():
        assert unstrike(january, kind, 1) is None
    remove_shifts(january, [1])


@pytest.mark.parametrize("kind", KIND)
def test_it_is_restored_until_a_later_run_has_corrected_the_pay(january: Book, kind: str) -> None:
    strike_out(january, KIND[kind], 1, why="a mistake")
    unstrike(january, KIND[kind], 1)
    assert row(january, kind)["struck_as"] is None
    assert row(january, kind)["struck_why"] == ""
    strike_out(january, KIND[kind], 1, why="wrong after all")
    work(january, "W-1", "2026-02-02")
    run(january, FEBRUARY)
    unstrike(january, KIND[kind], 1)
    strike_out(january, KIND[kind], 1, why="wrong for good")


@pytest.mark.parametrize("kind", KIND)
def test_after_a_later_run_of_its_employee_it_is_entered_anew_instead(
    january: Book, kind: str
) -> None:
    hire(january, "W-2", "monthly", "1000")
    strike_out(january, KIND[kind], 1, why="wrong")
    run(january, FEBRUARY, codes=["W-2"], approve=True)
    unstrike(january, KIND[kind], 1)
    strike_out(january, KIND[kind], 1, why="wrong")
    work(january, "W-1", "2026-02-02", "2026-02-03", "2026-02-04")
    run(january, FEBRUARY, codes=["W-1"], approve=True)
    with pytest.raises(RefusedError, match="Pay run 3 has corrected the pay already"):
        unstrike(january, KIND[kind], 1)


# What a struck-out shift no longer does.


def test_the_right_shift_is_entered_where_the_struck_out_one_stands(january: Book) -> None:
    strike_out(january, "shift", 1, why="nine hours, not eight")
    work(january, "W-1", DAY, end="18:00")
    assert [(each.end, each.struck_why) for each in shifts(january).all()] == [
        ("17:00", "nine hours, not eight"),
        ("18:00", ""),
    ]
    assert totals(shifts(january), before=date(2026, 2, 1)).worked == 9 * 60
    assert kept(january)


def test_a_shift_is_not_restored_over_the_one_that_took_its_place(january: Book) -> None:
    strike_out(january, "shift", 1, why="wrong")
    work(january, "W-1", DAY, start="16:00", end="18:00")
    with pytest.raises(RefusedError, match="overlaps the shift 2026-01-05 16:00–18:00 of W-1"):
        unstrike(january, "shift", 1)
    remove_shifts(january, [2])
    work(january, "W-1", DAY, start="17:00", end="18:00")
    unstrike(january, "shift", 1)


def test_two_shifts_of_the_same_hours_may_both_be_struck_out(january: Book) -> None:
    strike_out(january, "shift", 1, why="wrong")
    work(january, "W-1", DAY, break_minutes="30")
    void_run(january, 1, reason="computed too early")
    run(january, approve=True)
    strike_out(january, "shift", 2, why="wrong again")
    unstrike(january, "shift", 2)
    assert kept(january)


def test_the_hours_of_a_struck_out_shift_leave_room_for_a_young_worker(book: Book) -> None:
    hire(book, "Y-1", "hourly", "20", age_band="16-17", rules="KR")
    work(book, "Y-1", DAY, start="09:00", end="16:00")
    run(book, approve=True)
    strike_out(book, "shift", 1, why="another day")
    work(book, "Y-1", DAY, start="16:00", end="20:00")
    with pytest.raises(RefusedError, match="2026-01-05 09:00–16:00 of Y-1 stays as it is"):
        unstrike(book, "shift", 1)


def test_work_that_was_struck_out_does_not_hold_the_days_of_employment(january: Book) -> None:
    left = EmployeeDraft.model_validate(
        {"code": "W-1", "joined_on": "2025-01-01", "left_on": "2026-01-04"}
    )
    with pytest.raises(RefusedError, match="There is work on 2026-01-05"):
        change_employee(january, "W-1", left)
    strike_out(january, "shift", 1, why="had left")
    strike_out(january, "piece", 1, why="had left")
    change_employee(january, "W-1", left)


def test_a_week_is_copied_without_what_was_struck_out(january: Book) -> None:
    week = Period(date(2026, 1, 5), date(2026, 1, 11))
    strike_out(january, "shift", 1, why="wrong")
    assert copy_week(january, week, date(2026, 2, 2)).added == 0


# What a struck-out sale no longer does.


def test_a_struck_out_sale_leaves_the_figures_of_its_month_and_the_stock(january: Book) -> None:
    sell(january, "MAT", "2026-01-06", "1")
    strike_out(january, "sale", 1, why="never sold")
    (summary,) = sales_summaries(january, JANUARY)
    assert (summary.lines, summary.orders, summary.totals.net) == (1, 1, 10_00)
    assert summary.by_maker[0].figures.net == 10_00
    (after,) = sales_summaries(january, FEBRUARY)
    assert after.previous_net == 10_00
    (product,) = products(january).all()
    assert product.stock == 19_0000
    assert net_by_currency(sales(january)) == {"CNY": 10_00}
    today = what_needs_doing(january, date(2026, 1, 20))
    assert today.sales[0].net == 10_00
    assert kept(january)


def test_nothing_comes_back_of_a_sale_that_never_was(january: Book) -> None:
    strike_out(january, "sale", 1, why="never sold")
    with pytest.raises(RefusedError, match="it never was, so nothing comes back"):
        returnable(january, 1)


def test_a_sale_is_not_struck_out_while_some_of_it_came_back(january: Book) -> None:
    back = ReturnDraft.model_validate({"date": "2026-02-02", "quantity": "1"})
    add_return(january, 1, back)
    with pytest.raises(RefusedError, match="More of order A1 came back than it would have sold"):
        strike_out(january, "sale", 1, why="never sold")
    assert row(january, "sales")["struck_as"] is None
    remove_sales(january, [2])
    strike_out(january, "sale", 1, why="never sold")


def test_a_return_is_not_restored_once_other_pieces_came_back_in_its_place(book: Book) -> None:
    hire(book, "W-1", "hourly", "20")
    stock(book, "MAT", "W-1", "10%")
    sell(book, "MAT", DAY, "3", ref="A1")
    sell(book, "MAT", "2026-01-06", "-2", ref="A1")
    run(book, approve=True)
    strike_out(book, "sale", 2, why="one, not two")
    assert returnable(book, 1).left == 3_0000
    sell(book, "MAT", "2026-01-06", "-1", ref="A1")
    unstrike(book, "sale", 2)
    strike_out(book, "sale", 2, why="one, not two")
    sell(book, "MAT", "2026-01-07", "-1", ref="A1")
    with pytest.raises(RefusedError, match="More of order A1 came back"):
        unstrike(book, "sale", 2)


# In files.

FILES = {
    "shifts": f"employee,date,start,end\nW-1,{DAY},09:00,17:00\n",
    "pieces": f"employee,date,task,quantity,rate\nW-1,{DAY},mats,10,2\n",
    "adjustments": f"employee,date,item,amount,note\nW-1,{DAY},BONUS,50,well done\n",
    "sales": f"date,sku,quantity,unit_price,ref\n{DAY},MAT,3,10,A1\n",
}
RIGHT = {
    "shifts": ("17:00", "18:00"),
    "pieces": (",10,", ",11,"),
    "adjustments": (",50,", ",60,"),
    "sales": (",3,", ",4,"),
}


@pytest.mark.parametrize("kind", FILES)
def test_importing_its_file_again_does_not_bring_it_back_but_the_right_one_is_taken(
    january: Book, kind: str, tmp_path: Path
) -> None:
    assert taken(january, kind, FILES[kind], tmp_path) == (0, 1)
    strike_out(january, KIND[kind], 1, why="wrong")
    assert taken(january, kind, FILES[kind], tmp_path) == (0, 1)
    right = FILES[kind].replace(*RIGHT[kind])
    assert taken(january, kind, right, tmp_path) == (1, 0)
    assert taken(january, kind, right, tmp_path) == (0, 1)
    assert taken(january, kind, FILES[kind], tmp_path) == (0, 1)


@pytest.mark.parametrize(
    ("columns", "added"),
    [
        ("break_minutes,status,rate,note\n,worked,,another note", 0),
        ("break_minutes,status,rate\n,planned,", 0),
        ("break_minutes,status,rate\n60,worked,", 1),
        ("break_minutes,status,rate\n,worked,25", 1),
        ("break_minutes,status,rate\n,absent,", 1),
    ],
)
def test_a_shift_of_the_same_hours_is_the_right_one_where_it_is_paid_otherwise(
    january: Book, columns: str, added: int, tmp_path: Path
) -> None:
    strike_out(january, "shift", 1, why="wrong")
    names, values = columns.split("\n")
    text = f"employee,date,start,end,{names}\nW-1,{DAY},09:00,17:00,{values}\n"
    assert taken(january, "shifts", text, tmp_path) == (added, 1 - added)


def test_what_was_struck_out_by_mistake_and_corrected_since_can_be_typed_in_again(
    january: Book,
) -> None:
    strike_out(january, "shift", 1, why="wrong")
    strike_out(january, "piece", 1, why="wrong")
    same = {"employee": "W-1", "date": DAY, "start": "09:00", "end": "17:00"}
    add_shift(january, ShiftDraft.model_validate(same))
    make(january, "W-1", DAY, "10", "2")
    assert [each.struck_as for each in pieces(january).all()] == [1, None]


@pytest.mark.parametrize("kind", KIND)
def test_an_export_leaves_it_out_and_a_list_says_why_it_was_struck_out(
    january: Book, kind: str
) -> None:
    strike_out(january, KIND[kind], 1, why="wrong")
    assert list(export_rows(january, kind).rows) == []
    listed = listed_rows(january, kind)
    assert listed.columns == (*KINDS[kind].columns, "id", "run", "struck")
    (cells,) = listed.rows
    assert cells[-3:] == (1, 1, "wrong")
    unstrike(january, KIND[kind], 1)
    assert len(list(export_rows(january, kind).rows)) == 1


def test_a_record_that_no_run_holds_is_listed_with_its_id_alone(january: Book) -> None:
    enter(january, "W-1", "2026-02-02", "BONUS", "1")
    *_rest, last = listed_rows(january, "adjustments").rows
    assert last[-3:] == (2, None, None)
    assert [each.id for each in adjustments(january).all()] == [1, 2]


def test_a_promise_is_broken_where_nobody_said_why(january: Book) -> None:
    strike_out(january, "piece", 1, why="wrong")
    with january.acting("test") as acting:
        acting.connection.execute(TABLES["piece"].update().values(struck_why=""))
    (broken,) = [promise for promise in check_book(january) if not promise.kept]
    assert broken.details == ("piece 1 was struck out, but not why or when.",)


# In what is said of payslips.


def explained(book: Book, number: int) -> list[object]:
    slip = slips(book, number)["U"]
    found = explanation(book, slip)
    return [
        (line.code, line.amount, found.week(line), found.days(line), found.records(line))
        for line in slip.lines
    ]


def test_a_payslip_is_explained_by_what_it_was_computed_from_also_once_that_is_struck_out(
    book: Book,
) -> None:
    hire(book, "U", "hourly", "12", rules="US", currency="USD")
    work(book, "U", *(f"2026-01-{day:02d}" for day in range(5, 10)), start="08:00", end="17:12")
    make(book, "U", DAY, "10", "2")
    run(book, approve=True)
    before = explained(book, 1)
    assert any(week for _code, _amount, week, *_rest in before)
    strike_out(book, "piece", 1, why="never made")
    assert explained(book, 1) == before
    void_run(book, 1, reason="paid anew")
    slip = slips(book, run(book))["U"]
    (line,) = (each for each in slip.lines if each.code == "OVERTIME")
    (part,) = explanation(book, slip).week(line)
    assert part.formula == "46 h × 12.00 = 552.00"


def test_a_paid_holiday_is_named_though_leave_on_another_was_struck_out(book: Book) -> None:
    change_settings(book, {"country": "KR"})
    hire(book, "U", "hourly", "12000", rules="KR", currency="KRW", daily_hours="8", rest_days="SU")
    work(book, "U", "2026-01-01")
    work(book, "U", "2026-02-16", status="paid_leave")
    run(book, approve=True)
    run(book, FEBRUARY, approve=True)
    before = [explained(book, number) for number in (1, 2)]
    assert any(days for _code, _amount, _week, days, _records in before[1])
    strike_out(book, "shift", 2, why="a holiday anyway")
    assert [explained(book, number) for number in (1, 2)] == before
