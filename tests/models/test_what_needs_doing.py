"""What `models.today` gathers, on a real book."""

from datetime import date

from models.book.actions import change_settings
from models.book.book import Book
from models.periods import Period, month_of
from models.sales.actions import add_product, add_sale
from models.sales.drafts import ProductDraft, SaleDraft
from models.today import OpenRun, Unconfirmed, what_needs_doing
from models.wages.actions import approve_run, new_run, pay_run, void_run
from models.wages.due import draft_of, next_pay_period
from models.wages.late import Late, closed_period
from models.wages.review import RunPeople, run_review, slip_numbers
from tests.models.wages.bookkeeping import FEBRUARY, JANUARY, hire, work

TODAY = date(2026, 2, 20)


def sell(book: Book, day: str, quantity: str = "1", **more: str) -> None:
    values = {"date": day, "sku": "A", "quantity": quantity, "unit_price": "10", **more}
    add_sale(book, SaleDraft.model_validate(values))


def test_a_new_book_has_nothing_to_do_but_to_begin(book: Book) -> None:
    found = what_needs_doing(book, TODAY)
    assert (found.period, found.days_left) == (FEBRUARY, 8)
    assert (found.due, found.runs, found.unconfirmed, found.without_terms) == (None, (), None, ())
    assert (found.employees, found.worked, found.sold, found.sales) == (0, False, False, ())


def test_the_last_period_is_due_once_someone_was_employed_in_it(book: Book) -> None:
    hire(book, "W-1", "hourly", "10", joined_on="2026-02-01")
    assert what_needs_doing(book, TODAY).due is None
    hire(book, "W-2", "hourly", "10", joined_on="2026-01-31")
    assert what_needs_doing(book, TODAY).due == JANUARY


def test_the_next_period_follows_the_newest_run_and_never_lies_ahead(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    work(book, "W-1", "2026-01-05", "2026-02-05")
    assert next_pay_period(book, TODAY) == JANUARY
    first = new_run(book, period=JANUARY)
    assert next_pay_period(book, TODAY) == FEBRUARY
    second = new_run(book, period=FEBRUARY)
    assert next_pay_period(book, TODAY) == FEBRUARY
    void_run(book, second, reason="x")
    void_run(book, first, reason="x")
    assert next_pay_period(book, TODAY) == JANUARY


def test_a_month_whose_run_was_voided_is_due_again_before_any_other(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    work(book, "W-1", "2026-01-05", "2026-02-05")
    january = new_run(book, period=JANUARY)
    approve_run(book, january)
    new_run(book, period=FEBRUARY)
    void_run(book, january, reason="wrong rate")
    assert what_needs_doing(book, TODAY).due == JANUARY
    new_run(book, period=JANUARY)
    assert what_needs_doing(book, TODAY).due is None


def test_a_day_is_closed_by_an_approved_run_of_the_employee_until_that_is_void(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    hire(book, "W-2", "hourly", "10")
    work(book, "W-1", "2026-01-05")
    number = new_run(book, period=JANUARY)
    assert closed_period(book, "W-1", date(2026, 1, 31)) is None
    approve_run(book, number)
    assert closed_period(book, "W-1", date(2026, 1, 31)) == JANUARY
    assert closed_period(book, "W-1", date(2026, 2, 1)) is None
    assert closed_period(book, "W-2", date(2026, 1, 31)) is None
    void_run(book, number, reason="wrong")
    assert closed_period(book, "W-1", date(2026, 1, 31)) is None


def test_a_draft_that_was_voided_leaves_no_gap(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    work(book, "W-1", "2025-12-05", "2026-01-05")
    void_run(book, new_run(book, period=month_of(date(2025, 12, 1))), reason="no need")
    new_run(book, period=JANUARY)
    assert next_pay_period(book, TODAY) == FEBRUARY


def test_the_draft_of_a_period_is_found_again(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    work(book, "W-1", "2026-02-05")
    assert draft_of(book, FEBRUARY) is None
    number = new_run(book, period=FEBRUARY)
    assert (draft_of(book, FEBRUARY), draft_of(book, JANUARY)) == (number, None)
    approve_run(book, number)
    assert draft_of(book, FEBRUARY) is None


def test_a_run_of_chosen_employees_leaves_the_period_due_for_the_others(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    hire(book, "W-2", "hourly", "10")
    work(book, "W-1", "2026-01-05")
    new_run(book, period=JANUARY, codes=["W-1"])
    assert next_pay_period(book, TODAY) == JANUARY


def test_runs_of_every_site_pay_the_period(book: Book) -> None:
    hire(book, "W-1", "hourly", "10", site="North")
    hire(book, "W-2", "hourly", "10", site="South")
    work(book, "W-1", "2026-01-05")
    work(book, "W-2", "2026-01-05")
    new_run(book, period=JANUARY, site="North")
    assert next_pay_period(book, TODAY) == JANUARY
    new_run(book, period=JANUARY, site="South")
    assert next_pay_period(book, TODAY) == FEBRUARY


def test_after_a_run_that_ended_inside_a_period_its_rest_is_due(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    work(book, "W-1", "2026-01-05")
    new_run(book, period=Period(date(2026, 1, 1), date(2026, 1, 20)))
    assert next_pay_period(book, TODAY) == Period(date(2026, 1, 21), date(2026, 1, 31))


def test_what_is_entered_into_a_closed_period_is_late_until_an_off_cycle_run_holds_it(
    book: Book,
) -> None:
    hire(book, "W-1", "hourly", "10")
    work(book, "W-1", "2026-01-05")
    approve_run(book, new_run(book, period=JANUARY))
    assert what_needs_doing(book, TODAY).late == ()
    work(book, "W-1", "2026-01-06", "2026-01-07")
    work(book, "W-1", "2026-01-08", status="planned")
    work(book, "W-1", "2026-02-02")
    assert what_needs_doing(book, TODAY).late == (Late(JANUARY, 2),)
    approve_run(book, new_run(book, period=JANUARY, off_cycle=True))
    assert what_needs_doing(book, TODAY).late == ()


def test_runs_wait_until_they_are_paid(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    hire(book, "W-2")
    work(book, "W-1", "2026-01-05")
    work(book, "W-1", "2026-01-06", status="planned")
    number = new_run(book, period=JANUARY)
    assert what_needs_doing(book, TODAY).runs == (
        OpenRun(number, "draft", JANUARY, payslips=1, warned=1, set_aside=1),
    )
    approve_run(book, number)
    assert what_needs_doing(book, TODAY).runs[0].status == "approved"
    pay_run(book, number, on=TODAY)
    assert what_needs_doing(book, TODAY).runs == ()


def test_planned_shifts_that_are_over_are_counted_and_today_s_are_not(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    work(book, "W-1", "2026-02-18", "2026-02-19", "2026-02-20", status="planned")
    assert what_needs_doing(book, TODAY).unconfirmed == Unconfirmed(2, date(2026, 2, 18))


def test_only_who_works_here_today_needs_terms(book: Book) -> None:
    hire(book, "W-1")
    hire(book, "W-2", left_on="2026-02-19")
    hire(book, "W-3", joined_on="2026-02-21")
    hire(book, "W-4", "monthly", "1000")
    assert what_needs_doing(book, TODAY).without_terms == ("W-1",)


def test_sales_so_far_are_held_against_the_same_days_of_the_month_before(book: Book) -> None:
    product = {"sku": "A", "name": "A", "price": "10"}
    add_product(book, ProductDraft.model_validate(product))
    sell(book, "2026-01-20", "3")
    sell(book, "2026-01-21", "5")
    sell(book, "2026-02-01", "4")
    sell(book, "2026-02-20", "-1")
    sell(book, "2026-02-02", "2", currency="USD")
    yuan, dollars = what_needs_doing(book, TODAY).sales
    assert (yuan.currency, yuan.net, yuan.net_before, yuan.net_before_in_all) == (
        "CNY",
        3000,
        3000,
        8000,
    )
    assert (yuan.by_day[0], yuan.by_day[-1], len(yuan.by_day)) == (4000, -1000, 20)
    assert yuan.change_percent == 0
    assert (dollars.net, dollars.change_percent) == (2000, None)


def test_the_31st_is_held_against_a_whole_shorter_month(book: Book) -> None:
    add_product(book, ProductDraft.model_validate({"sku": "A", "name": "A", "price": "10"}))
    sell(book, "2026-02-28", "2")
    sell(book, "2026-03-31", "1")
    (sales,) = what_needs_doing(book, date(2026, 3, 31)).sales
    assert (sales.net_before, sales.net_before_in_all) == (2000, 2000)


def test_a_review_says_what_to_look_at(book: Book) -> None:
    hire(book, "W-1", "hourly", "10")
    hire(book, "W-2", work_name="Ann")
    work(book, "W-1", "2026-01-05")
    work(book, "W-1", "2026-01-06", status="planned")
    work(book, "W-1", "2026-02-06", status="planned")
    review = run_review(book, new_run(book, period=JANUARY))
    assert (review.run.employees, review.run.set_aside) == (1, 1)
    assert (review.warned, review.planned) == (1, 1)


def test_the_people_of_a_run_come_in_pages_those_set_aside_first(book: Book) -> None:
    for number in range(1, 6):
        hire(book, f"W-{number}", "hourly", "10")
        work(book, f"W-{number}", "2026-01-05")
    hire(book, "X-1", work_name="Ann")
    hire(book, "X-2")
    number = new_run(book, period=Period(date(2026, 1, 1), date(2026, 1, 31)))
    people = RunPeople(book, number, search="", order="code", descending=False)
    assert people.count() == 7
    pages = [row.code for start in range(0, 7, 3) for row in people.page(start, 3)]
    assert pages == ["X-1", "X-2", "W-1", "W-2", "W-3", "W-4", "W-5"]
    found = RunPeople(book, number, search="aNN", order="code", descending=True)
    assert found.count() == 1
    assert [row.notes for row in found.page(0, 9)] == [("There are no pay terms on 2026-01-01.",)]
    assert slip_numbers(book, number, descending=True)[0] == f"{number}-W-5"


def test_who_is_younger_than_the_pay_rules_allow_is_pointed_out_while_employed(book: Book) -> None:
    hire(book, "Y-1", "hourly", "10", age_band="under 16")
    hire(book, "Y-2", "hourly", "10", age_band="16-17")
    hire(book, "Y-3", "hourly", "10", age_band="15", left_on="2026-02-19")
    hire(book, "Y-4", "hourly", "10", age_band="15", rules="KR")
    hire(book, "Y-5", age_band="14")
    assert what_needs_doing(book, TODAY).too_young == ("Y-1", "Y-5")
    change_settings(book, {"pay_rules": "TH"})
    assert what_needs_doing(book, TODAY).too_young == ("Y-1", "Y-5")
    change_settings(book, {"pay_rules": "US"})
    assert what_needs_doing(book, TODAY).too_young == ("Y-1",)
