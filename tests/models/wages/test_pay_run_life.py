"""Pay runs on a real book: from draft to paid or void, and what each may not do."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import func, select

from models.book.book import Book
from models.book.tables import AUDIT
from models.errors import NotFoundError, RefusedError
from models.periods import Period
from models.wages import queries
from models.wages.actions import approve_run, pay_run, recompute_run, void_run
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    JANUARY,
    change,
    enter,
    hire,
    kept,
    make,
    pay_of,
    run,
    slips,
    status,
    work,
)

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
    change(crew, "M", work_name="Renamed", site="Loft")
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


def to_void(book: Book, number: int) -> None:
    void_run(book, number, reason="Wrong")


def to_pay(book: Book, number: int) -> None:
    pay_run(book, number, on=date(2026, 2, 5))


def approved(book: Book) -> int:
    return run(book, approve=True)


def paid(book: Book) -> int:
    number = approved(book)
    to_pay(book, number)
    return number


def void(book: Book) -> int:
    number = run(book)
    to_void(book, number)
    return number


REFUSED: dict[str, tuple[Callable[[Book], int], Act, str]] = {
    "a draft is not paid": (run, to_pay, "Run 1 is draft"),
    "an approved run is not approved again": (approved, approve_run, "Run 1 is approved"),
    "an approved run is not recomputed": (approved, recompute_run, "Run 1 is approved"),
    "a paid run is not paid again": (paid, to_pay, "Run 1 is paid"),
    "a paid run is not approved": (paid, approve_run, "Run 1 is paid"),
    "a paid run is not recomputed": (paid, recompute_run, "Run 1 is paid"),
    "a void run is not approved": (void, approve_run, "Run 1 is void"),
    "a void run is not recomputed": (void, recompute_run, "Run 1 is void"),
    "a void run is not paid": (void, to_pay, "Run 1 is void"),
    "a void run is not void again": (void, to_void, "Run 1 is void"),
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
