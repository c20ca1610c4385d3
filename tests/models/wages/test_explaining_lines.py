"""What is behind the lines of a payslip: rule and article, pay terms, records, on a real book."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import update

from models.book.book import Book
from models.language import speaking, use_language
from models.rules.actions import change_programme, change_rule, copy_pack, save_pack
from models.rules.queries import pack_text
from models.rules.tables import RULE_PACK
from models.wages.drafts import AdjustmentDraft
from models.wages.explained_wording import article, counted_text, in_both_languages, told
from models.wages.explanation import Explanation, explanation
from models.wages.records import add_adjustment
from models.wages.rows import LineRow
from models.wages.wording import equivalent_text
from tests.models.wages.bookkeeping import (
    FEBRUARY,
    agree,
    hire,
    make,
    run,
    sell,
    slips,
    stock,
    work,
)

KOREAN = {"currency": "KRW", "daily_hours": "8", "rest_days": "SA,SU", "language": "ko"}


@pytest.fixture
def korea(book: Book) -> Book:
    """A programme in South Korea with someone who worked late, on a Saturday and at New Year."""
    change_programme(book, {"currency": "KRW", "country": "KR", "pay_rules": "KR"})
    hire(book, "K", "hourly", "15000", **KOREAN)
    work(book, "K", "2026-01-08", start="09:00", end="18:00", break_minutes="60")
    work(book, "K", "2026-01-09", start="14:00", end="00:00")
    work(book, "K", "2026-01-10", start="09:00", end="12:00")
    work(book, "K", "2026-01-01", start="09:00", end="12:00")
    return book


def explained(book: Book, number: int, code: str) -> Explanation:
    return explanation(book, slips(book, number)[code])


def line_of(found: Explanation, code: str, rule: str | None = None) -> LineRow:
    (line,) = (line for line in found.slip.lines if line.code == code and rule in (None, line.rule))
    return line


@pytest.mark.parametrize(
    ("code", "name", "source"),
    [
        ("OVERTIME", "overtime", "Labor Standards Act, Article 56(1)"),
        ("NIGHT", "night", "Labor Standards Act, Article 56(3)"),
        ("REST_DAY", "rest_day", "Labor Standards Act, Article 56(2)"),
        ("HOLIDAY", "public_holiday", "Labor Standards Act, Articles 55(2) and 56(2)"),
        ("LEAVE", "public_holiday", "Labor Standards Act, Articles 55(2) and 56(2)"),
    ],
)
def test_a_line_names_its_rule_the_article_and_the_version(
    korea: Book, code: str, name: str, source: str
) -> None:
    found = explained(korea, run(korea), "K")
    (rule,) = found.rules(line_of(found, code))
    assert (rule.name, rule.source, rule.verified) == (name, source, True)
    assert article(rule) == f"{source} · KR of 2026-01-01 · verified"


def test_a_line_without_a_rule_names_the_pay_terms(korea: Book) -> None:
    found = explained(korea, run(korea), "K")
    base = line_of(found, "BASE")
    assert found.rules(base) == ()
    assert told(found, base).terms == "Pay terms from 2025-01-01: hourly, 15,000"


def test_a_record_says_how_much_of_it_is_counted(korea: Book) -> None:
    found = explained(korea, run(korea), "K")
    (late,) = found.records(line_of(found, "OVERTIME"))
    assert (late.row.minutes, counted_text(late)) == (600, "2 h")
    base = [counted_text(each) for each in found.records(line_of(found, "BASE"))]
    assert base == ["8 h", "8 h"]


def test_a_paid_holiday_names_its_day(korea: Book) -> None:
    found = explained(korea, run(korea), "K")
    holiday = line_of(found, "LEAVE")
    assert found.days(holiday) == (date(2026, 1, 1),)
    assert "For: 2026-01-01" in told(found, holiday).terms
    assert found.days(line_of(found, "BASE")) == ()


def test_a_holiday_on_leave_is_not_among_those_paid_besides(korea: Book) -> None:
    hire(korea, "D", "daily", "120000", **KOREAN)
    for code in ("K", "D"):
        work(korea, code, "2026-02-16", status="paid_leave")  # the eve of Seollal
        found = explained(korea, run(korea, FEBRUARY, codes=[code]), code)
        holidays = line_of(found, "LEAVE", "public_holiday")
        assert found.days(holidays) == (date(2026, 2, 17), date(2026, 2, 18))


def test_an_hour_of_a_salary_names_the_rule_of_its_divisor_too(korea: Book) -> None:
    hire(korea, "M", "monthly", "2200000", **KOREAN)
    work(korea, "M", "2026-01-05", start="09:00", end="20:00", break_minutes="60")
    found = explained(korea, run(korea), "M")
    overtime = line_of(found, "OVERTIME")
    assert "÷ 209 h" in overtime.formula
    assert [rule.name for rule in found.rules(overtime)] == ["overtime", "hourly_rate"]


def test_the_worker_reads_rule_and_article_in_their_own_language(korea: Book) -> None:
    found = explained(korea, run(korea), "K")
    overtime = line_of(found, "OVERTIME")
    mine, theirs = in_both_languages(found.slip.language, lambda: told(found, overtime))
    assert (mine.language, mine.label) == ("en", "Overtime")
    assert (theirs.language, theirs.label) == ("ko", "연장근로수당")
    assert theirs.formula == "2시간 × 15,000 × 1.5 = 45,000"
    assert theirs.rules[0].source.startswith("근로기준법 제56조제1항")
    use_language("ko")
    assert len(in_both_languages(found.slip.language, lambda: told(found, overtime))) == 1


def test_hours_at_a_rate_of_their_own_do_not_name_the_terms(korea: Book) -> None:
    work(korea, "K", "2026-01-12", rate="20000")
    found = explained(korea, run(korea), "K")
    own = next(line for line in found.slip.lines if line.rate == 200_000_000)
    assert told(found, own).terms == "The rate is the one written down with the shifts."


def test_a_line_is_explained_by_the_pack_of_the_terms_of_its_days(korea: Book) -> None:
    agree(korea, "K", "2026-01-16", "hourly", "16000", rules="PLAIN")
    work(korea, "K", "2026-01-20")
    found = explained(korea, run(korea), "K")
    assert found.slip.pack == "PLAIN"
    (rule,) = found.rules(line_of(found, "OVERTIME"))
    assert (rule.pack, rule.source) == ("KR", "Labor Standards Act, Article 56(1)")


OWN = "KR-SHOP"


@pytest.fixture
def own_pack(korea: Book) -> Book:
    """The same programme with a copy of the pack as its own."""
    copy_pack(korea, "KR", OWN)
    change_programme(korea, {"pay_rules": OWN})
    return korea


def _double(book: Book) -> None:
    doubled = {"multiplier": "2", "source": "House rules, 3"}
    change_rule(book, OWN, "overtime", date(2026, 1, 1), doubled)


def test_an_approved_run_is_explained_by_the_pack_that_it_kept(own_pack: Book) -> None:
    kept = run(own_pack, approve=True)
    _double(own_pack)
    work(own_pack, "K", "2026-02-06", start="08:00", end="18:00")
    for number, source in (
        (kept, "Labor Standards Act, Article 56(1)"),
        (run(own_pack, FEBRUARY), "House rules, 3"),
    ):
        found = explained(own_pack, number, "K")
        (rule,) = found.rules(line_of(found, "OVERTIME"))
        assert (rule.pack, rule.source) == (OWN, source)


def test_a_pack_that_can_no_longer_be_read_is_said_plainly(own_pack: Book) -> None:
    number = run(own_pack)
    with own_pack.acting("test") as acting:
        acting.connection.execute(update(RULE_PACK).values(text="of a later program"))
    found = explained(own_pack, number, "K")
    overtime = line_of(found, "OVERTIME")
    (rule,) = found.rules(overtime)
    assert rule.text == f"The pay rules {OWN} of that day can no longer be read."
    assert (rule.source, rule.verified, article(rule)) == ("", None, "")
    assert told(found, overtime).formula == "2 h × 15,000 × 1.5 = 45,000"


def test_a_rule_that_a_draft_s_pack_has_lost_has_no_article(own_pack: Book) -> None:
    number = run(own_pack)
    save_pack(own_pack, pack_text(own_pack, "PLAIN").replace('"PLAIN"', f'"{OWN}"'), name=OWN)
    found = explained(own_pack, number, "K")
    (rule,) = found.rules(line_of(found, "NIGHT"))
    assert (rule.text, rule.source) == ("Night hours earn nothing on top.", "")


def _loss(book: Book) -> None:
    hire(book, "L", "hourly", "10", rules="US", currency="USD", language="zh")
    work(book, "L", "2026-01-05")
    values = {"employee": "L", "date": "2026-01-30", "item": "DEDUCTION", "amount": "50"}
    add_adjustment(book, AdjustmentDraft.model_validate({**values, "kind": "loss"}))


def _uniform(book: Book) -> None:
    hire(book, "L", "hourly", "100", rules="TH", currency="THB", language="zh")
    work(book, "L", "2026-01-05")
    values = {"employee": "L", "date": "2026-01-30", "item": "DEDUCTION", "amount": "500"}
    add_adjustment(book, AdjustmentDraft.model_validate({**values, "kind": "employer"}))


@pytest.mark.parametrize(
    ("enter_it", "taken", "english", "chinese"),
    [
        pytest.param(_loss, 2200, "29 CFR 531.36 and 531.37", "29 CFR", id="US"),
        pytest.param(
            _uniform, 8000, "Labour Protection Act B.E. 2541, Section 76", "泰国", id="TH"
        ),
    ],
)
@pytest.mark.parametrize("approve", [False, True], ids=["draft", "approved"])
def test_a_deduction_that_is_reduced_names_the_article_of_the_cap(
    book: Book,
    enter_it: Callable[[Book], None],
    taken: int,
    english: str,
    chinese: str,
    approve: bool,
) -> None:
    enter_it(book)
    slip = slips(book, run(book, approve=approve))["L"]
    (deduction,) = slip.taken_off
    assert deduction.amount == taken
    assert deduction.reason.startswith("reduced to the most that may be taken off")
    assert english in deduction.reason
    with speaking("zh"):
        assert chinese in deduction.reason
    assert "taken when there is room" in " ".join(slip.warning_texts)
    assert [line.reason for line in slip.earnings] == [""]


def test_a_deduction_that_net_pay_could_not_bear_names_no_article(book: Book) -> None:
    hire(book, "L", "hourly", "10")
    work(book, "L", "2026-01-05")
    values = {"employee": "L", "date": "2026-01-30", "item": "DEDUCTION", "amount": "500"}
    add_adjustment(book, AdjustmentDraft.model_validate(values))
    (deduction,) = slips(book, run(book))["L"].taken_off
    assert (deduction.carried, deduction.reason) == (42_000, "")


def _pieces(book: Book, **more: str) -> None:
    hire(book, "P", "piece", "0", **more)
    work(book, "P", "2026-01-05", "2026-01-06")
    make(book, "P", "2026-01-05", "160", "1.51")


def _shares(book: Book) -> None:
    _pieces(book)
    stock(book, "BAG", "P", "10%")
    sell(book, "BAG", "2026-01-10", "16")


def _by_the_hour(book: Book) -> None:
    hire(book, "P", "hourly", "20")
    work(book, "P", "2026-01-05")


def _without_hours(book: Book) -> None:
    hire(book, "P", "piece", "0")
    make(book, "P", "2026-01-05", "160", "1.51")


@pytest.mark.parametrize(
    ("enter_it", "minor"),
    [
        pytest.param(_pieces, 1510, id="pieces"),
        pytest.param(_shares, 1610, id="pieces and a share"),
        pytest.param(lambda book: _pieces(book, guaranteed_hourly="16"), 1600, id="guaranteed"),
        pytest.param(_by_the_hour, None, id="hourly pay"),
        pytest.param(_without_hours, None, id="no hours recorded"),
    ],
)
def test_piece_and_share_pay_says_what_it_comes_to_for_an_hour(
    book: Book, enter_it: Callable[[Book], None], minor: int | None
) -> None:
    enter_it(book)
    assert slips(book, run(book))["P"].hourly_equivalent == minor


@pytest.mark.parametrize(
    ("units", "said"),
    [
        ({"piece"}, "For piece-work: 15.10 an hour over 8 h"),
        ({"sales_share"}, "For the maker's share: 15.10 an hour over 8 h"),
        ({"piece", "sales_share"}, "For piece-work and shares: 15.10 an hour over 8 h"),
    ],
)
def test_an_hour_of_output_is_said_for_what_there_is(units: set[str], said: str) -> None:
    assert equivalent_text(1510, 480, "CNY", units) == said


def test_premiums_are_not_in_what_pieces_come_to_for_an_hour(book: Book) -> None:
    hire(book, "P", "piece", "0", rules="TH", currency="THB", daily_hours="8", rest_days="SU")
    work(book, "P", "2026-01-05", start="08:00", end="18:00")
    make(book, "P", "2026-01-05", "120", "5")
    work(book, "P", "2026-01-11")
    make(book, "P", "2026-01-11", "96", "5")
    slip = slips(book, run(book))["P"]
    assert {line.code for line in slip.lines} == {"PIECE", "REST_DAY", "OVERTIME"}
    assert slip.hourly_equivalent == 6000  # (600 + 480) ÷ 18 h
    assert slip.equivalent_units == {"piece"}


def test_hours_with_a_rate_of_their_own_are_not_hours_of_piece_work(book: Book) -> None:
    hire(book, "P", "piece", "0")
    work(book, "P", "2026-01-05")
    make(book, "P", "2026-01-05", "100", "1.2")
    work(book, "P", "2026-01-06", start="09:00", end="13:00", rate="8")
    slip = slips(book, run(book))["P"]
    assert (slip.hourly_equivalent, slip.equivalent_minutes) == (1500, 480)
