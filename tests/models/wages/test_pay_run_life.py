"""Pay runs on a real book: from draft to paid or void, and what each may not do."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import func, select

from models.book.actions import change_settings
from models.book.book import Book
from models.book.tables import AUDIT
from models.checking import check_book
from models.employees.actions import change_employee
from models.employees.drafts import EmployeeDraft
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.periods import Period
from models.sales.actions import change_sale, remove_sales
from models.sales.drafts import SaleDraft
from models.sales.queries import sales
from models.shifts.actions import change_shift, remove_shifts, set_shift_status
from models.shifts.drafts import ShiftDraft
from models.shifts.queries import shifts
from models.wages import queries
from models.wages.actions import approve_run, new_run, pay_run, recompute_run, void_run
from models.wages.drafts import AdjustmentDraft, PieceDraft
from models.wages.records import (
    change_adjustment,
    change_piece,
    remove_adjustments,
    remove_pieces,
)
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    JANUARY,
    agree,
    enter,
    hire,
    lines,
    make,
    pay_of,
    run,
    sell,
    slips,
    stock,
    work,
)


@pytest.fixture
def crew(book: Book) -> Book:
    """One employee by the hour, one by the month, one by the piece who also gets a share."""
    hire(book, "H", "hourly", "20", site="Loft")
    hire(book, "M", "monthly", "5000", site="Yard")
    hire(book, "P", "piece", "0", site="Loft")
    work(book, "H", "2026-01-05", "2026-01-06")
    work(book, "M", "2026-01-05")
    make(book, "P", "2026-01-07", "100", "1.5")
    stock(book, "BAG", "P", "10%")
    sell(book, "BAG", "2026-01-10", "5")
    enter(book, "H", "2026-01-20", "BONUS", "50", "New year")
    enter(book, "M", "2026-01-20", "DEDUCTION", "100", "Boots")
    return book


def kept(book: Book) -> bool:
    return all(promise.kept for promise in check_book(book))


def status(book: Book, number: int) -> str:
    return queries.run(book, number).status


# The way through


def test_a_run_goes_from_draft_to_approved_to_paid(crew: Book) -> None:
    number = run(crew)
    assert status(crew, number) == "draft"
    approve_run(crew, number)
    assert status(crew, number) == "approved"
    pay_run(crew, number, on=date(2026, 2, 5))
    row = queries.run(crew, number)
    assert (row.status, row.paid_on) == ("paid", date(2026, 2, 5))
    assert pay_of(crew, number) == {"H": "370.00", "M": "4900.00", "P": "155.00"}
    assert kept(crew)


def test_the_totals_of_a_run_are_those_of_its_payslips(crew: Book) -> None:
    number = run(crew)
    row, found = queries.run(crew, number), list(slips(crew, number).values())
    for name in ("gross", "deductions", "net", "paid"):
        assert getattr(row, name) == sum(getattr(slip, name) for slip in found)
    assert (row.employees, row.set_aside) == (3, 0)
    assert (row.gross, row.deductions, row.net) == (552_500, 10_000, 542_500)
    assert [each.number for each in queries.runs(crew).all()] == [number]


def test_payslips_are_numbered_by_run_and_code(crew: Book) -> None:
    number = run(crew)
    assert [slip.number for slip in queries.payslips(crew, number)] == ["1-H", "1-P", "1-M"]
    assert queries.payslip(crew, "1-M").code == "M"
    void_run(crew, number, reason="Wrong")
    assert sorted(slip.number for slip in queries.payslips(crew, run(crew))) == [
        "2-H",
        "2-M",
        "2-P",
    ]
    with pytest.raises(NotFoundError, match="There is no payslip 9-X"):
        queries.payslip(crew, "9-X")


def test_a_payslip_keeps_what_was_true_when_it_was_computed(crew: Book) -> None:
    number = run(crew, approve=True)
    draft = {"code": "M", "work_name": "Renamed", "joined_on": "2025-01-01", "site": "Loft"}
    change_employee(crew, "M", EmployeeDraft.model_validate(draft))
    slip = slips(crew, number)["M"]
    assert (slip.work_name, slip.site, slip.pack, slip.basis) == ("", "Yard", "PLAIN", "monthly")


def test_the_gross_wages_of_a_month_are_those_of_its_runs(crew: Book) -> None:
    number = run(crew)
    assert queries.wages_gross(crew, JANUARY) == {"CNY": 552_500}
    assert queries.wages_gross(crew, FEBRUARY) == {}
    void_run(crew, number, reason="Wrong")
    assert queries.wages_gross(crew, JANUARY) == {}


def test_the_payslips_of_an_employee_leave_void_ones_out(crew: Book) -> None:
    void_run(crew, run(crew), reason="Wrong")
    number = run(crew)
    assert [slip.run for slip in queries.payslips_of(crew, "H").all()] == [number]


def test_payslips_are_found_and_put_in_order(crew: Book) -> None:
    number = run(crew)
    by_net = queries.payslip_list(crew, number, order="net", descending=True)
    assert [slip.code for slip in by_net.page(0, 2)] == ["M", "H"]
    assert [slip.code for slip in queries.payslip_list(crew, number, search="loft").all()] == [
        "H",
        "P",
    ]


def test_each_step_of_a_run_leaves_one_entry_in_the_audit_and_a_refused_one_none(
    crew: Book,
) -> None:
    def entries() -> int:
        with crew.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(AUDIT)).scalar_one())

    before = entries()
    number = run(crew)
    recompute_run(crew, number)
    approve_run(crew, number)
    void_run(crew, number, reason="Wrong")
    assert entries() == before + 4
    with pytest.raises(RefusedError):
        approve_run(crew, number)
    assert entries() == before + 4


# What is refused, each with its sentence

Act = Callable[[Book, int], None]
TO_VOID: Act = lambda book, number: void_run(book, number, reason="Wrong")  # noqa: E731
TO_PAY: Act = lambda book, number: pay_run(book, number, on=date(2026, 2, 5))  # noqa: E731


def approved(book: Book) -> int:
    return run(book, approve=True)


def paid(book: Book) -> int:
    number = approved(book)
    TO_PAY(book, number)
    return number


def void(book: Book) -> int:
    number = run(book)
    TO_VOID(book, number)
    return number


REFUSED: dict[str, tuple[Callable[[Book], int], Act, str]] = {
    "a draft is not paid": (run, TO_PAY, "Run 1 is draft"),
    "an approved run is not approved again": (approved, approve_run, "Run 1 is approved"),
    "an approved run is not recomputed": (approved, recompute_run, "Run 1 is approved"),
    "a paid run is not paid again": (paid, TO_PAY, "Run 1 is paid"),
    "a paid run is not approved": (paid, approve_run, "Run 1 is paid"),
    "a paid run is not recomputed": (paid, recompute_run, "Run 1 is paid"),
    "a void run is not approved": (void, approve_run, "Run 1 is void"),
    "a void run is not recomputed": (void, recompute_run, "Run 1 is void"),
    "a void run is not paid": (void, TO_PAY, "Run 1 is void"),
    "a void run is not void again": (void, TO_VOID, "Run 1 is void"),
    "a run is void for a reason": (
        run,
        lambda book, number: void_run(book, number, reason="  "),
        "Say why the run is void",
    ),
    "a run is not paid before its period": (
        approved,
        lambda book, number: pay_run(book, number, on=date(2025, 12, 31)),
        "before the period starts",
    ),
    "a run that is not there": (
        run,
        lambda book, _number: approve_run(book, 9),
        "There is no pay run 9",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_sentence_and_nothing_changed(crew: Book, name: str) -> None:
    prepare, act, sentence = REFUSED[name]
    number = prepare(crew)
    before = queries.run(crew, number), queries.payslips(crew, number)
    with pytest.raises(RefusedError, match=sentence):
        act(crew, number)
    assert (queries.run(crew, number), queries.payslips(crew, number)) == before
    assert kept(crew)


def test_a_site_or_employee_that_is_not_there_is_named(crew: Book) -> None:
    with pytest.raises(NotFoundError, match="There is no site Attic"):
        run(crew, site="Attic")
    with pytest.raises(NotFoundError) as refused:
        run(crew, codes=["H", "X", "Y"])
    assert [problem.value for problem in refused.value.problems] == ["X", "Y"]
    assert list(queries.runs(crew).all()) == []


# Voiding


@pytest.mark.parametrize("prepare", [run, approved, paid])
def test_a_void_run_keeps_its_reason_and_its_payslips(
    crew: Book, prepare: Callable[[Book], int]
) -> None:
    number = prepare(crew)
    before = pay_of(crew, number)
    void_run(crew, number, reason=" Wrong rate ")
    row = queries.run(crew, number)
    assert (row.status, row.void_reason) == ("void", "Wrong rate")
    assert pay_of(crew, number) == before
    assert kept(crew)


def test_voiding_opens_everything_again_for_the_next_run(crew: Book) -> None:
    first = run(crew, approve=True)
    before = pay_of(crew, first)
    void_run(crew, first, reason="Again")
    again = run(crew, approve=True)
    assert pay_of(crew, again) == before
    assert kept(crew)


# Overlap


@pytest.mark.parametrize(("first", "last"), [(1, 15), (1, 31), (15, 15), (10, 20), (31, 31)])
def test_a_second_regular_run_may_not_share_a_day(crew: Book, first: int, last: int) -> None:
    run(crew, Period(date(2026, 1, first), date(2026, 1, last)), codes=["M"])
    with pytest.raises(RefusedError, match=r"M has a payslip for .* in run 1 already"):
        run(crew, Period(date(2026, 1, 15), date(2026, 1, 31)))
    assert queries.runs(crew).count() == 1


def test_touching_periods_and_other_employees_do_not_overlap(crew: Book) -> None:
    run(crew, Period(date(2026, 1, 1), date(2026, 1, 15)), codes=["M"])
    run(crew, Period(date(2026, 1, 16), date(2026, 1, 31)), codes=["M"])
    assert set(pay_of(crew, run(crew, codes=["H", "P"]))) == {"H", "P"}


def test_a_second_run_of_a_period_that_is_paid_is_refused_though_nothing_is_left(
    crew: Book,
) -> None:
    approve_run(crew, run(crew, codes=["H"]))
    with pytest.raises(RefusedError, match="H has a payslip"):
        run(crew, codes=["H"])


def test_a_void_run_stands_in_nobodys_way(crew: Book) -> None:
    void_run(crew, run(crew), reason="Wrong")
    assert set(pay_of(crew, run(crew))) == {"H", "M", "P"}


# Off-cycle


def test_an_off_cycle_run_pays_only_what_no_run_has_paid(crew: Book) -> None:
    run(crew, approve=True)
    work(crew, "H", "2026-01-29")
    make(crew, "P", "2026-01-29", "10", "1.5")
    enter(crew, "M", "2026-01-31", "BONUS", "80")
    extra = run(crew, off_cycle=True, approve=True)
    assert pay_of(crew, extra) == {"H": "160.00", "M": "80.00", "P": "15.00"}
    assert queries.run(crew, extra).set_aside == 0
    with pytest.raises(RefusedError, match="nothing to pay"):
        run(crew, off_cycle=True)
    assert kept(crew)


def test_a_regular_run_after_an_off_cycle_one_pays_the_rest(crew: Book) -> None:
    run(crew, off_cycle=True, codes=["H"], approve=True)
    number = run(crew)
    assert pay_of(crew, number) == {"M": "4900.00", "P": "155.00"}
    assert [(row.code, row.reason) for row in queries.set_aside(crew, number)] == [
        ("H", "There are no shifts, pieces or other pay in this period.")
    ]


def test_a_guaranteed_hour_is_paid_once_across_runs(book: Book) -> None:
    hire(book, "G", "piece", "0", guaranteed_hourly="10")
    work(book, "G", "2026-01-05")
    make(book, "G", "2026-01-05", "60", "1")
    assert pay_of(book, run(book, off_cycle=True, approve=True)) == {"G": "80.00"}
    work(book, "G", "2026-01-06")
    assert pay_of(book, run(book, approve=True)) == {"G": "80.00"}


def test_pieces_that_reach_the_guarantee_use_up_their_hours(book: Book) -> None:
    hire(book, "G", "piece", "0", guaranteed_hourly="10")
    work(book, "G", "2026-01-05")
    make(book, "G", "2026-01-05", "100", "1")
    assert pay_of(book, run(book, off_cycle=True, approve=True)) == {"G": "100.00"}
    make(book, "G", "2026-01-06", "5", "1")
    assert pay_of(book, run(book, approve=True)) == {"G": "5.00"}


def test_a_day_is_paid_once_across_runs(book: Book) -> None:
    hire(book, "D", "daily", "150")
    work(book, "D", "2026-01-05", start="08:00", end="12:00")
    run(book, approve=True)
    work(book, "D", "2026-01-05", "2026-01-06", start="13:00", end="17:00")
    assert pay_of(book, run(book, off_cycle=True)) == {"D": "150.00"}


def test_a_draft_that_another_run_overtook_is_not_approved(crew: Book) -> None:
    one = run(crew)
    run(crew, off_cycle=True, codes=["H"], approve=True)
    with pytest.raises(RefusedError, match="recompute it first"):
        approve_run(crew, one)
    recompute_run(crew, one)
    approve_run(crew, one)
    assert set(pay_of(crew, one)) == {"M", "P"}


# What an approved run holds


def test_a_shift_of_an_approved_run_stays_as_it_is(crew: Book) -> None:
    run(crew, approve=True)
    draft = ShiftDraft.model_validate(
        {"employee": "H", "date": "2026-01-05", "start": "09:00", "end": "19:00"}
    )
    for row in shifts(crew).all():  # that of M only counts towards the salary, and is held too
        for act in (
            lambda key=row.id: change_shift(crew, key, draft),
            lambda key=row.id: set_shift_status(crew, [key], "absent"),
            lambda key=row.id: remove_shifts(crew, [key]),
        ):
            with pytest.raises(ClosedRecordError, match="approved pay run 1"):
                act()


def test_pieces_of_an_approved_run_stay_as_they_are(crew: Book) -> None:
    run(crew, approve=True)
    (row,) = queries.pieces(crew).all()
    draft = PieceDraft.model_validate(
        {"employee": "P", "date": "2026-01-07", "task": "mats", "quantity": "9", "rate": "9"}
    )
    with pytest.raises(ClosedRecordError, match="approved pay run 1"):
        change_piece(crew, row.id, draft)
    with pytest.raises(ClosedRecordError, match="approved pay run 1"):
        remove_pieces(crew, [row.id])


def test_adjustments_of_an_approved_run_stay_as_they_are(crew: Book) -> None:
    run(crew, approve=True)
    draft = AdjustmentDraft.model_validate(
        {"employee": "H", "date": "2026-01-20", "item": "BONUS", "amount": "99"}
    )
    for row in queries.adjustments(crew).all():
        with pytest.raises(ClosedRecordError, match="approved pay run 1"):
            change_adjustment(crew, row.id, draft)
        with pytest.raises(ClosedRecordError, match="approved pay run 1"):
            remove_adjustments(crew, [row.id])


def test_a_sale_of_which_a_share_was_paid_stays_as_it_is(crew: Book) -> None:
    run(crew, approve=True)
    (row,) = sales(crew).all()
    draft = SaleDraft.model_validate(
        {"sku": "BAG", "date": "2026-01-10", "quantity": "6", "unit_price": "10"}
    )
    with pytest.raises(ClosedRecordError, match="approved pay run 1"):
        change_sale(crew, row.id, draft)
    with pytest.raises(ClosedRecordError, match="approved pay run 1"):
        remove_sales(crew, [row.id])


def test_a_draft_holds_nothing(crew: Book) -> None:
    run(crew)
    remove_shifts(crew, [row.id for row in shifts(crew, employee="H").all()])
    assert shifts(crew, employee="H").count() == 0


def test_planned_shifts_stay_open_and_are_paid_when_they_are_confirmed(crew: Book) -> None:
    work(crew, "H", "2026-01-30", status="planned")
    number = run(crew, approve=True)
    assert slips(crew, number)["H"].warning_texts == (
        "1 planned shift is not marked worked and is not paid.",
    )
    planned = [row.id for row in shifts(crew, status="planned").all()]
    set_shift_status(crew, planned, "worked")
    assert pay_of(crew, run(crew, off_cycle=True)) == {"H": "160.00"}


# Approving what the book still says

CHANGES: dict[str, Callable[[Book], None]] = {
    "a shift": lambda book: work(book, "H", "2026-01-28"),
    "pieces": lambda book: make(book, "P", "2026-01-28", "1", "1"),
    "an adjustment": lambda book: enter(book, "M", "2026-01-28", "BONUS", "1"),
    "a sale": lambda book: sell(book, "BAG", "2026-01-28", "1"),
    "terms": lambda book: agree(book, "M", "2026-01-28", "monthly", "6000"),
    "an employee": lambda book: hire(book, "N", "monthly", "3000"),
    "the minimum wage": lambda book: change_settings(book, {"minimum_hourly_wage": "30"}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_run_is_not_approved_when_the_book_says_something_else(crew: Book, name: str) -> None:
    number = run(crew)
    CHANGES[name](crew)
    with pytest.raises(RefusedError, match="The book has changed since run 1 was computed"):
        approve_run(crew, number)
    recompute_run(crew, number)
    approve_run(crew, number)
    assert kept(crew)


def test_a_change_of_another_month_is_no_change_of_this_one(crew: Book) -> None:
    number = run(crew)
    work(crew, "H", "2026-02-10")
    agree(crew, "M", "2026-02-01", "monthly", "6000")
    approve_run(crew, number)
    assert pay_of(crew, number)["M"] == "4900.00"


def test_recomputing_gives_the_same_payslips(crew: Book) -> None:
    number = run(crew)
    before = queries.payslips(crew, number)
    for _again in range(2):
        recompute_run(crew, number)
        assert queries.payslips(crew, number) == before


# Who is paid


def test_a_run_may_be_of_one_site(crew: Book) -> None:
    number = run(crew, site="Loft")
    assert set(pay_of(crew, number)) == {"H", "P"}
    assert queries.run(crew, number).site == "Loft"


def test_a_run_may_be_of_chosen_employees(crew: Book) -> None:
    number = run(crew, codes=["P", "H", "H"])
    recompute_run(crew, number)
    assert set(pay_of(crew, number)) == {"H", "P"}


def test_employees_with_nothing_to_pay_are_set_aside_with_the_reason(crew: Book) -> None:
    hire(crew, "Z", "hourly", "20")
    number = run(crew)
    assert "Z" not in pay_of(crew, number)
    assert [(row.code, row.reason) for row in queries.set_aside(crew, number)] == [
        ("Z", "There are no shifts, pieces or other pay in this period.")
    ]


def test_a_run_with_nobody_to_pay_is_refused_or_not_approved(book: Book) -> None:
    with pytest.raises(RefusedError, match="nothing to pay"):
        run(book)
    hire(book, "Z", "hourly", "20")
    number = run(book)
    with pytest.raises(RefusedError, match="Run 1 has no payslips to approve"):
        approve_run(book, number)


def test_those_who_have_not_joined_or_have_left_are_not_in_the_run(crew: Book) -> None:
    hire(crew, "OLD", "monthly", "3000", left_on="2025-12-31")
    hire(crew, "NEW", "monthly", "3000", joined_on="2026-02-01")
    number = run(crew)
    assert set(pay_of(crew, number)) == {"H", "M", "P"}
    assert queries.set_aside(crew, number) == []


def test_what_is_open_for_a_leaver_is_still_paid(crew: Book) -> None:
    hire(crew, "OLD", "monthly", "3000", left_on="2025-12-31")
    enter(crew, "OLD", "2026-01-05", "BONUS", "70")
    assert pay_of(crew, run(crew))["OLD"] == "70.00"


# One who cannot be paid


def test_one_without_terms_is_set_aside_and_the_others_are_paid(crew: Book) -> None:
    hire(crew, "N")
    work(crew, "N", "2026-01-08")
    number = run(crew, approve=True)
    assert set(pay_of(crew, number)) == {"H", "M", "P"}
    assert [(row.code, row.reason) for row in queries.set_aside(crew, number)] == [
        ("N", "There are no pay terms on 2026-01-08.")
    ]
    agree(crew, "N", "2026-01-01", "hourly", "20")
    assert pay_of(crew, run(crew, codes=["N"])) == {"N": "160.00"}


def test_one_with_terms_in_two_currencies_is_set_aside(crew: Book) -> None:
    agree(crew, "M", "2026-01-15", "monthly", "900", currency="USD")
    number = run(crew)
    assert set(pay_of(crew, number)) == {"H", "P"}
    assert "different currencies" in queries.set_aside(crew, number)[0].reason


def test_an_amount_beyond_any_book_is_set_aside(crew: Book) -> None:
    make(crew, "P", "2026-01-09", "999999999999", "999999999999")
    number = run(crew, approve=True)
    assert set(pay_of(crew, number)) == {"H", "M"}
    assert "too large" in queries.set_aside(crew, number)[0].reason


# Several currencies


def test_a_run_adds_up_in_the_programmes_currency_only(crew: Book) -> None:
    hire(crew, "K", "monthly", "2100000", currency="KRW")
    number = run(crew)
    assert pay_of(crew, number)["K"] == "2100000"
    row = queries.run(crew, number)
    assert (row.currency, row.gross, row.employees) == ("CNY", 552_500, 4)
    assert queries.wages_gross(crew, JANUARY) == {"CNY": 552_500, "KRW": 2_100_000}


def test_an_amount_in_the_old_currency_is_not_taken_in_the_new_one(crew: Book) -> None:
    agree(crew, "M", "2026-02-01", "monthly", "900", currency="USD")
    number = run(crew, FEBRUARY, codes=["M"])
    slip = slips(crew, number)["M"]
    assert (slip.currency, slip.deductions, slip.net) == ("USD", 0, 90_000)
    assert "another currency" in slip.warning_texts[0]


# What is carried forward


def test_a_deduction_is_carried_forward_and_never_takes_more_than_is_owed(book: Book) -> None:
    hire(book, "H", "hourly", "20")
    for day in ("2026-01-05", "2026-02-05", "2026-03-05"):
        work(book, "H", day)
    enter(book, "H", "2026-01-20", "DEDUCTION", "400", "Tools")
    taken = []
    for month in (JANUARY, FEBRUARY, Period(date(2026, 3, 1), date(2026, 3, 31))):
        slip = slips(book, run(book, month, approve=True))["H"]
        taken.append((slip.deductions, slip.net))
        assert lines(slip)[-1].startswith("Deduction: Tools")
    assert taken == [(16_000, 0), (16_000, 0), (8_000, 8_000)]
    assert kept(book)


def test_a_deduction_waits_for_pay_and_a_bonus_belongs_to_its_period(book: Book) -> None:
    hire(book, "H", "hourly", "20")
    work(book, "H", "2026-02-05")
    enter(book, "H", "2026-01-20", "DEDUCTION", "30")
    enter(book, "H", "2026-01-20", "BONUS", "50")
    assert pay_of(book, run(book, FEBRUARY, approve=True)) == {"H": "130.00"}
    assert pay_of(book, run(book, off_cycle=True)) == {"H": "50.00"}


def test_a_share_below_zero_is_carried_forward_under_the_payslips_number(book: Book) -> None:
    hire(book, "P", "piece", "0")
    stock(book, "BAG", "P", "10%")
    sell(book, "BAG", "2026-01-10", "-50")
    assert pay_of(book, run(book, approve=True)) == {"P": "0.00"}
    make(book, "P", "2026-02-05", "100", "1")
    slip = slips(book, run(book, FEBRUARY, approve=True))["P"]
    assert lines(slip) == ["Piece-work: mats 100.00", "Deduction: 1-P 50.00"]


def test_a_run_whose_rest_a_later_run_took_is_not_void(book: Book) -> None:
    hire(book, "H", "hourly", "20")
    work(book, "H", "2026-01-05", "2026-02-05")
    enter(book, "H", "2026-01-20", "DEDUCTION", "200")
    first = run(book, approve=True)
    second = run(book, FEBRUARY, approve=True)
    with pytest.raises(RefusedError, match="Run 2 has taken what run 1 carried forward"):
        void_run(book, first, reason="Wrong")
    void_run(book, second, reason="Wrong")
    void_run(book, first, reason="Wrong")
    assert queries.adjustments(book).count() == 1
    assert kept(book)


def test_a_draft_that_took_the_rest_of_a_void_run_is_not_approved(book: Book) -> None:
    hire(book, "H", "hourly", "20")
    work(book, "H", "2026-01-05", "2026-02-05")
    enter(book, "H", "2026-01-20", "DEDUCTION", "200")
    first = run(book, approve=True)
    second = run(book, FEBRUARY)
    void_run(book, first, reason="Wrong")
    with pytest.raises(RefusedError, match="recompute it first"):
        approve_run(book, second)


# Progress


def test_a_run_says_how_far_it_is_and_can_be_stopped(crew: Book) -> None:
    said: list[tuple[int, int]] = []
    new_run(crew, period=JANUARY, on_progress=lambda done, of: said.append((done, of)))
    assert said == [(1, 3), (2, 3), (3, 3)]

    class StoppedError(Exception):
        pass

    def stop(_done: int, _of: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        new_run(crew, period=FEBRUARY, on_progress=stop)
    assert queries.runs(crew).count() == 1
