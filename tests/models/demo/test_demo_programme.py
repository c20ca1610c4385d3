"""The demo programme: invented, believable, and the same for the same seed and day."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from models.book import audit
from models.book.book import Book
from models.book.place import Place
from models.book.schema import METADATA
from models.book.tables import AUDIT
from models.demo import make_demo
from models.demo.history import History
from models.employees.queries import employees, sites, terms
from models.errors import RefusedError
from models.periods import Period, month_of
from models.sales.queries import products, sales
from models.sales.summary import sales_summaries
from models.shifts.holidays import holiday_calendar
from models.shifts.queries import shifts
from models.wages.advances.queries import advances
from models.wages.queries import adjustments, payslips, pieces, runs, set_aside, wages_gross

TODAY = date(2026, 5, 20)
PASSPHRASE = "seven quiet rivers"


def _demo(folder: Path, **how: int) -> Book:
    return make_demo(Place(folder=folder), PASSPHRASE, today=TODAY, **how)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with _demo(tmp_path_factory.mktemp("demo") / "programme.book") as book:
        yield book


def _rows(book: Book) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the book but the audit chain, which has times in it."""
    with book.reading() as connection:
        return {
            table.name: [
                tuple(row)
                for row in connection.execute(select(table).order_by(*table.primary_key))
                if row[0] != audit.HEAD_KEY
            ]
            for table in METADATA.sorted_tables
            if table is not AUDIT
        }


def test_the_same_seed_and_day_make_the_same_book(tmp_path):
    with _demo(tmp_path / "a", months=3) as first, _demo(tmp_path / "b", months=3) as again:
        rows = _rows(first)
        assert rows == _rows(again)
        assert len(rows["sale"]) > 300


def test_the_order_of_sets_has_no_say(tmp_path):
    script = (
        "import sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from models.book.place import Place\n"
        "from models.demo import make_demo\n"
        "from models.sales.queries import sales\n"
        "from models.shifts.queries import shifts\n"
        "book = make_demo(Place(folder=Path(sys.argv[1])), 'seven quiet rivers',\n"
        "                 employees=30, months=1, today=date(2026, 5, 20))\n"
        "print([*shifts(book).all(), *sales(book).all()])\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / f"book-{hashing}")],
            env={**os.environ, "PYTHONHASHSEED": hashing},
            capture_output=True,
            check=True,
        ).stdout
        for hashing in ("1", "2")
    }
    assert len(printed) == 1


def test_another_seed_makes_another_book(tmp_path, demo):
    with _demo(tmp_path / "a", seed=2) as other:
        assert _rows(other)["shift"] != _rows(demo)["shift"]


def test_workers_are_paid_on_every_basis_at_two_sites(demo):
    rows = list(employees(demo, on=TODAY).all())
    assert len(rows) == 24
    assert {row.basis for row in rows} == {"hourly", "daily", "weekly", "monthly", "piece"}
    assert {row.language for row in rows} == {"ko", "zh", "en"}
    assert {row.payment_method for row in rows} == {"cash", "bank", "wallet"}
    assert sites(demo) == ["Kitchen", "Sewing room"]
    assert len({row.work_name for row in rows}) == 24


def test_someone_joined_someone_left_and_someone_got_a_raise_inside_a_month(demo):
    rows = list(employees(demo, on=TODAY).all())
    inside = Period(date(2025, 5, 1), date(2026, 4, 30))
    joined = [row.joined_on for row in rows if row.joined_on in inside]
    left = [row.left_on for row in rows if row.left_on]
    raised = Counter(row.employee for row in terms(demo).all())
    starts = [row.starts_on for row in terms(demo).all() if raised[row.employee] == 2]
    assert joined
    assert all(day.day > 1 for day in joined)
    assert left
    assert all(day < month_of(day).ends_on for day in left)
    assert sum(count == 2 for count in raised.values()) == 3
    assert any(day in inside and day.day == 16 for day in starts)


def test_every_closed_month_is_paid_but_the_last_which_waits_for_approval(demo):
    states = [(run.period, run.status) for run in runs(demo).all()]
    assert states[0] == (month_of(date(2026, 4, 1)), "draft")
    assert [status for _period, status in states[1:]] == ["paid"] * 11
    assert states[-1][0] == month_of(date(2025, 5, 1))
    assert all(run.paid_on > run.period.ends_on for run in runs(demo).all() if run.paid_on)


def test_the_open_month_is_worked_up_to_today_and_planned_to_the_end_of_next_week(demo):
    rows = list(shifts(demo, from_=date(2026, 5, 1)).all())
    assert {row.status for row in rows if row.day >= TODAY} == {"planned"}
    assert max(row.day for row in rows) == date(2026, 5, 31)
    unconfirmed = [row for row in rows if row.day < TODAY and row.status == "planned"]
    assert 2 <= len(unconfirmed) <= 12
    assert sum(row.status == "worked" for row in rows) > 200


def test_shifts_have_every_status_nights_stalls_and_work_on_rest_days_and_holidays(demo):
    rows = list(shifts(demo).all())
    free = {row.day for row in holiday_calendar(demo).all() if row.kind == "holiday"}
    assert {row.status for row in rows} == {
        *("worked", "planned", "absent", "paid_leave", "unpaid_leave")
    }
    assert any(row.end < row.start and row.minutes == 450 for row in rows)
    assert any(row.rate for row in rows)
    assert any(row.day in free and row.status == "worked" for row in rows)
    assert any(slip.minutes.rest_day for slip in payslips(demo, 8))


def test_payslips_are_believable_and_show_every_kind_of_line(demo):
    slips = [slip for run in runs(demo).all() for slip in payslips(demo, run.number)]
    codes = {line.code for slip in slips for line in slip.lines}
    assert codes >= {
        *("BASE", "LEAVE", "PIECE", "MAKER_SHARE", "OVERTIME", "MINIMUM_TOP_UP"),
        *("BONUS", "ALLOWANCE", "REIMBURSEMENT", "DEDUCTION"),
    }
    middle = sorted(slip.gross for slip in slips)[len(slips) // 10 : -len(slips) // 10]
    assert middle[0] > 100_000
    assert middle[-1] < 650_000
    assert {w.code for slip in slips for w in slip.warnings} >= {
        *("below_minimum_hourly", "carried_forward")
    }


def test_one_or_two_workers_of_a_month_are_below_the_minimum(demo):
    for run in runs(demo).all():
        below = [
            slip.code
            for slip in payslips(demo, run.number)
            if any(warning.code == "below_minimum_hourly" for warning in slip.warnings)
        ]
        assert 1 <= len(below) <= 3, (run.number, below)


def test_a_deduction_larger_than_the_net_is_carried_into_the_draft(demo):
    slip = next(s for s in payslips(demo, 11) if any(line.carried for line in s.lines))
    later = next(s for s in payslips(demo, 12) if s.code == slip.code)
    carried = next(line.carried for line in slip.lines if line.carried)
    assert slip.net == 0
    assert carried in [line.amount + line.carried for line in later.taken_off]


def test_every_adjustment_has_a_note(demo):
    rows = list(adjustments(demo).all())
    assert {row.item for row in rows} == {"BONUS", "ALLOWANCE", "REIMBURSEMENT", "DEDUCTION"}
    assert all(row.note for row in rows)
    assert all(row.day <= TODAY for row in rows)


def test_there_are_subs_and_loans_and_some_are_still_owed(demo):
    rows = list(advances(demo).all())
    assert {row.kind for row in rows} == {"sub", "loan"}
    assert 15 < len(rows) < 60
    assert all(row.day <= TODAY for row in rows)
    assert all(row.agreed and row.note for row in rows if row.kind == "loan")
    assert any(row.outstanding for row in rows)


def test_sales_bear_a_good_part_of_the_wages_and_peak_in_december(demo):
    nets = {}
    for run in runs(demo).all():
        summary = sales_summaries(demo, run.period)[0]
        nets[run.period.starts_on.month] = summary.totals.net
        wages = wages_gross(demo, run.period)["CNY"]
        assert 0.15 < summary.totals.net / wages < 0.9, run.period
    assert max(nets, key=lambda month: nets[month]) == 12


def test_sales_come_through_every_channel_in_two_currencies_and_some_come_back(demo):
    rows = list(sales(demo).all())
    assert {row.channel for row in rows} == {
        *("Market stall", "Online", "Church fair", "Wholesale", "Overseas")
    }
    assert {row.currency for row in rows} == {"CNY", "USD"}
    assert all(row.ref for row in rows)
    assert 5 < sum(row.quantity < 0 for row in rows) < len(rows) / 20
    assert any(row.discount for row in rows)
    assert all(row.day <= TODAY for row in rows)
    assert max(row.day for row in rows) >= date(2026, 5, 17)


def test_goods_have_makers_shares_and_never_run_below_nothing(demo):
    rows = list(products(demo).all())
    assert len(rows) == 20
    assert all(10 <= row.maker_share / 10_000 <= 25 for row in rows if row.maker)
    assert 3 <= len({row.maker for row in rows if row.maker}) <= 6
    assert all(row.stock >= 0 for row in rows)


def test_the_audit_chain_is_whole(demo):
    with demo.reading() as connection:
        assert audit.broken_links(connection) == []


@pytest.mark.parametrize(("count", "months"), [(1, 1), (6, 2), (60, 2)])
def test_other_sizes_make_sense(tmp_path, count, months):
    with _demo(tmp_path / "book", employees=count, months=months) as book:
        assert employees(book, on=TODAY).count() == count
        found = list(runs(book).all())
        assert [run.status for run in found] == ["draft"] + ["paid"] * (months - 1)
        assert all(run.gross > 0 for run in found)
        assert len(set_aside(book, found[0].number)) <= 1
        assert sales(book).count()
        assert pieces(book).count() or count < 4


@pytest.mark.parametrize(
    "today", [date(2026, 1, 1), date(2024, 2, 29), date(2026, 3, 31), date(2025, 12, 31)]
)
def test_any_day_can_be_today(tmp_path, today):
    place = Place(folder=tmp_path / "book")
    with make_demo(place, PASSPHRASE, employees=8, months=2, today=today) as book:
        newest = next(iter(runs(book).all()))
        assert newest.period.ends_on < today
        assert shifts(book, from_=today, status="planned").count()


def test_months_are_counted_back_over_the_turn_of_a_year():
    history = History.ending(date(2026, 3, 31), 36)
    assert len(history.closed) == 36
    assert history.starts_on == date(2023, 3, 1)
    assert history.closed[-1] == month_of(date(2026, 2, 1))


def test_progress_is_told_from_nothing_to_all(tmp_path):
    told = []
    place = Place(folder=tmp_path / "book")
    make_demo(
        place,
        PASSPHRASE,
        employees=3,
        months=2,
        today=TODAY,
        on_progress=lambda done, total: told.append((done, total)),
    ).close()
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert [done for done, _total in told] == list(range(told[-1][1] + 1))


def test_a_demo_that_is_stopped_leaves_nothing(tmp_path):
    class StoppedError(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done == 9:
            raise StoppedError

    with pytest.raises(StoppedError):
        make_demo(
            Place(folder=tmp_path / "book"), PASSPHRASE, months=2, today=TODAY, on_progress=stop
        )
    assert list(tmp_path.iterdir()) == []


def test_a_book_that_is_there_already_is_left_alone(tmp_path):
    _demo(tmp_path / "book", employees=1, months=1).close()
    before = (tmp_path / "book" / "book.db").read_bytes()
    with pytest.raises(RefusedError):
        _demo(tmp_path / "book", employees=1, months=1)
    assert (tmp_path / "book" / "book.db").read_bytes() == before


@pytest.mark.parametrize("wrong", [{"employees": 0}, {"employees": 2001}, {"months": 37}])
def test_numbers_out_of_range_are_refused(tmp_path, wrong):
    with pytest.raises(RefusedError) as refused:
        _demo(tmp_path / "book", **wrong)
    assert refused.value.problems[0].column == next(iter(wrong))
    assert list(tmp_path.iterdir()) == []
