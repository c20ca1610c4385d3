"""What a struck-out shift or sale no longer does: hold its place, its hours, its pieces."""

from datetime import date

import pytest

from models.book.book import Book
from models.employees.actions import change_employee
from models.employees.drafts import EmployeeDraft
from models.errors import RefusedError
from models.periods import Period
from models.sales.actions import remove_sales
from models.sales.queries import net_by_currency, products, sales
from models.sales.returns import ReturnDraft, add_return, returnable
from models.sales.summary import sales_summaries
from models.shifts.actions import copy_week, remove_shifts
from models.shifts.queries import shifts, totals
from models.today import what_needs_doing
from models.wages.actions import void_run
from models.wages.striking import strike_out, unstrike
from tests.models.wages.bookkeeping import FEBRUARY, JANUARY, hire, kept, run, sell, stock, work
from tests.models.wages.struck import DAY, row


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
