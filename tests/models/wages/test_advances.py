"""Advances: written down, imported, changed, and what is read of them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.book.actions import change_settings
from models.book.book import Book
from models.book.queries import audit_entries
from models.employees.actions import change_employee
from models.employees.drafts import EmployeeDraft
from models.errors import ClosedRecordError, NotFoundError, RefusedError
from models.exchange.exporting import export_rows
from models.exchange.importing import import_file
from models.wages.advances.actions import add_advance, change_advance, remove_advances
from models.wages.advances.drafts import AdvanceDraft
from models.wages.advances.queries import advance_plan, advances, balances
from models.wages.advances.rows import AdvanceRow
from tests.models.wages.bookkeeping import agree, hire
from tests.models.wages.lending import hand_back, lend, plan_of, skip, taken, typed

DAY = "2026-01-10"


def rows(book: Book) -> list[AdvanceRow]:
    return list(advances(book, order="number").all())


def only(book: Book) -> AdvanceRow:
    (row,) = rows(book)
    return row


@pytest.mark.parametrize(
    ("changes", "column", "said"),
    [
        ({"amount": "0"}, "amount", "The amount must be above zero."),
        ({"amount": "-5"}, "amount", "-5 is below zero."),
        (
            {"instalment": "0"},
            "instalment",
            "An instalment of zero would never repay it; leave it empty to take all at once.",
        ),
        ({"instalment": "-1"}, "instalment", "-1 is below zero."),
        ({"instalment": "ten"}, "instalment", "“ten” is not a number; write it with a point"),
        (
            {"instalment": "0.01", "amount": "1000000"},
            "instalment",
            "That makes more than 1,200 instalments; take more each time.",
        ),
        (
            {"first_due": "2026-01-09"},
            "first_due",
            "This is before the money is given.",
        ),
        ({"first_due": "2026-02-30"}, "first_due", "“2026-02-30” is not a day of the calendar."),
        ({"kind": "gift"}, "kind", "“gift” is none of: sub, loan."),
        ({"every": "daily"}, "every", "“daily” is none of: monthly, semimonthly, biweekly"),
        ({"agreed": "perhaps"}, "agreed", "“perhaps” is none of: yes, no."),
        ({"date": ""}, "date", "This is required."),
    ],
)
def test_an_advance_that_cannot_be_is_refused_with_a_sentence(
    changes: dict[str, str], column: str, said: str
) -> None:
    draft, problems = AdvanceDraft.parse({**typed("A", DAY, "300"), **changes})
    assert draft is None
    assert [problem.column for problem in problems] == [column]
    assert problems[0].message.startswith(said)


@pytest.mark.parametrize(
    ("values", "column", "said"),
    [
        (typed("B", DAY, "10"), "employee", "There is no employee B."),
        (typed("A", "2024-12-31", "10"), "date", "A was not employed on 2024-12-31."),
        (typed("A", DAY, "10.005"), "amount", "Amounts in CNY have at most 2 decimals."),
        (
            typed("A", DAY, "10", instalment="3.333"),
            "instalment",
            "Amounts in CNY have at most 2 decimals.",
        ),
    ],
)
def test_what_the_book_knows_better_is_refused(
    book: Book, values: dict[str, str], column: str, said: str
) -> None:
    hire(book, "A")
    with pytest.raises(RefusedError) as caught:
        add_advance(book, AdvanceDraft.model_validate(values))
    assert [(each.column, each.message) for each in caught.value.problems] == [(column, said)]
    assert rows(book) == []


@pytest.mark.parametrize(
    ("pay_period", "first_due"),
    [
        ("monthly", "2026-01-31"),
        ("semimonthly", "2026-01-15"),
        ("weekly", "2026-01-11"),
        ("biweekly", "2026-01-18"),
    ],
)
def test_what_is_not_said_follows_from_the_programme(
    book: Book, pay_period: str, first_due: str
) -> None:
    change_settings(book, {"pay_period": pay_period})
    hire(book, "A")
    lend(book, "A", DAY, "300")
    row = only(book)
    assert (row.kind, row.every, str(row.first_due)) == ("sub", pay_period, first_due)
    assert (row.instalment, row.instalments, row.next_due) == (None, 1, row.first_due)
    assert (row.currency, row.outstanding, row.next_amount) == ("CNY", 30_000, 30_000)


def test_an_advance_is_in_the_currency_of_the_terms_on_its_day(book: Book) -> None:
    hire(book, "A", "hourly", "10")
    agree(book, "A", "2026-02-01", "hourly", "10000", currency="KRW")
    lend(book, "A", "2026-01-31", "10.50")
    lend(book, "A", "2026-02-01", "1000")
    assert [(row.currency, row.amount) for row in rows(book)] == [("CNY", 1_050), ("KRW", 1_000)]
    with pytest.raises(RefusedError, match="Amounts in KRW have at most 0 decimals"):
        lend(book, "A", "2026-02-01", "1000.5")


def test_the_same_advance_typed_twice_is_two(book: Book) -> None:
    hire(book, "A")
    assert [lend(book, "A", DAY, "50"), lend(book, "A", DAY, "50")] == [1, 2]
    assert [row.amount for row in rows(book)] == [5_000, 5_000]


CSV = (
    "employee,date,amount,instalment,first_due,kind,note\n"
    "A,2026-01-10,300,100,2026-01-31,loan,school\n"
    "A,2026-01-10,50,,,,\n"
    "A,2026-01-10,50,,,,\n"
)


def test_an_import_can_be_repeated_also_when_the_pay_period_changes_meanwhile(
    book: Book, tmp_path: Path
) -> None:
    hire(book, "A")
    file = tmp_path / "advances.csv"
    file.write_text(CSV)
    assert import_file(book, "advances", file).added == 3
    again = import_file(book, "advances", file)
    assert (again.added, again.skipped) == (0, 3)
    change_settings(book, {"pay_period": "weekly"})
    again = import_file(book, "advances", file)
    assert (again.added, again.skipped) == (0, 3)


def test_an_import_names_every_fault_and_changes_nothing(book: Book, tmp_path: Path) -> None:
    hire(book, "A")
    file = tmp_path / "advances.csv"
    file.write_text(CSV + "B,2026-01-10,1,0,,,\nA,2020-01-01,1,,,,\nA,2026-01-10,1.001,,,,\n")
    with pytest.raises(RefusedError) as caught:
        import_file(book, "advances", file)
    assert [(each.row, each.column) for each in caught.value.problems] == [
        (4, "instalment"),
        (5, "date"),
        (6, "amount"),
    ]
    assert rows(book) == []


def test_an_export_says_everything_of_an_advance(book: Book) -> None:
    hire(book, "A")
    lend(book, "A", DAY, "300", instalment="100", kind="loan", agreed="yes", note="n")
    ((*cells,),) = export_rows(book, "advances").rows
    day, due = date(2026, 1, 10), date(2026, 1, 31)
    amounts = [str(cell) for cell in (cells.pop(2), cells.pop(2))]
    assert amounts == ["300.00", "100.00"]
    assert cells == ["A", day, due, "loan", "n", "monthly", "yes"]


def test_an_advance_of_which_nothing_was_repaid_can_be_changed_and_removed(book: Book) -> None:
    hire(book, "A")
    number = lend(book, "A", DAY, "300", instalment="100")
    values = typed("A", DAY, "500", instalment="250", kind="loan", first_due="2026-02-28")
    change_advance(book, number, AdvanceDraft.model_validate(values))
    assert plan_of(book, number) == ["2026-02-28 25000", "2026-03-31 25000"]
    remove_advances(book, [number])
    assert rows(book) == []
    with pytest.raises(NotFoundError, match="There is no advance 1"):
        remove_advances(book, [number])
    with pytest.raises(NotFoundError, match="There is no advance 1"):
        change_advance(book, number, AdvanceDraft.model_validate(values))


def test_once_something_was_repaid_only_note_and_consent_change(book: Book) -> None:
    hire(book, "A")
    number = lend(book, "A", DAY, "300", instalment="100", kind="loan")
    hand_back(book, number, "2026-01-12", "50")
    same = typed("A", DAY, "300", instalment="100", kind="loan", agreed="yes", note="signed")
    change_advance(book, number, AdvanceDraft.model_validate(same))
    assert (only(book).agreed, only(book).note) == (True, "signed")
    more = AdvanceDraft.model_validate({**same, "instalment": "50"})
    with pytest.raises(ClosedRecordError, match="Of advance 1 something was repaid"):
        change_advance(book, number, more)
    with pytest.raises(ClosedRecordError, match="Of advance 1 something was repaid"):
        remove_advances(book, [number])
    assert (only(book).instalment, only(book).outstanding) == (10_000, 25_000)


def test_once_an_instalment_is_skipped_the_plan_stands(book: Book) -> None:
    hire(book, "A")
    number = lend(book, "A", DAY, "300", instalment="100")
    skip(book, number, "2026-01-31")
    with pytest.raises(ClosedRecordError, match="an instalment was skipped; take that back first"):
        remove_advances(book, [number])


def test_nobody_can_join_after_or_leave_before_an_advance(book: Book) -> None:
    hire(book, "A")
    lend(book, "A", DAY, "300")
    draft = EmployeeDraft.model_validate({"code": "A", "joined_on": "2026-01-11"})
    with pytest.raises(RefusedError, match="There is work on 2026-01-10"):
        change_employee(book, "A", draft)


def test_the_list_is_searched_sorted_and_cut_to_what_is_owed(book: Book) -> None:
    hire(book, "A", work_name="Ann [/B]")
    hire(book, "B")
    lend(book, "A", "2026-01-10", "300", note="100% school_fees")
    lend(book, "B", "2026-01-11", "50")
    lend(book, "B", "2026-01-12", "80", kind="loan")
    hand_back(book, 2, "2026-01-20")

    def owed(**how: Any) -> list[int]:
        return [row.id for row in advances(book, **how).all()]

    assert owed(status="open") == [1, 3]
    assert owed(status="repaid") == [2]
    assert owed(order="outstanding", descending=True) == [1, 3, 2]
    assert owed(employee="B") == [2, 3]
    assert owed(from_=date(2026, 1, 11), to=date(2026, 1, 11)) == [2]
    assert owed(search="school_") == [1]
    assert owed(search="loan") == [3]
    assert owed(search="[/b]") == [1]


def test_balances_are_those_of_the_day(book: Book) -> None:
    hire(book, "A", "hourly", "10")
    agree(book, "A", "2026-02-01", "hourly", "10000", currency="KRW")
    hire(book, "B")
    lend(book, "A", "2026-01-10", "300", instalment="100")
    lend(book, "A", "2026-01-12", "20")
    lend(book, "A", "2026-02-10", "5000")
    lend(book, "B", "2026-01-10", "70")
    taken(book, 1, "2026-01-31", 10_000)
    hand_back(book, 1, "2026-02-05", "50")
    hand_back(book, 4, "2026-02-05")
    said = {
        on: [(row.employee, row.currency, row.outstanding) for row in balances(book, on=on)]
        for on in (date(2026, 1, 9), date(2026, 1, 11), date(2026, 1, 31), date(2026, 2, 28))
    }
    assert list(said.values()) == [
        [],
        [("A", "CNY", 30_000), ("B", "CNY", 7_000)],
        [("A", "CNY", 22_000), ("B", "CNY", 7_000)],
        [("A", "CNY", 17_000), ("A", "KRW", 5_000)],
    ]
    assert [row.employee for row in balances(book, on=date(2026, 1, 31), employee="B")] == ["B"]


def test_a_plan_says_which_payslip_took_what(book: Book) -> None:
    hire(book, "A")
    number = lend(book, "A", DAY, "300", instalment="100")
    first, second = (
        taken(book, number, "2026-01-31", 4_000),
        taken(book, number, "2026-02-28", 10_000),
    )
    hand_back(book, number, "2026-03-02", "20", note="cash")
    found = advance_plan(book, number)
    assert [[(part.payslip, part.amount) for part in step.payslips] for step in found.steps] == [
        [(first, 4_000), (second, 6_000)],
        [(second, 4_000)],
        [],
    ]
    assert [(step.taken, step.by_hand, step.left) for step in found.steps] == [
        (10_000, 0, 0),
        (4_000, 0, 6_000),
        (0, 2_000, 8_000),
    ]
    assert [(each.payslip, each.amount, each.note) for each in found.repayments] == [
        (first, 4_000, ""),
        (second, 10_000, ""),
        ("", 2_000, "cash"),
    ]
    assert (found.advance.next_due, found.advance.next_amount) == (date(2026, 2, 28), 6_000)
    with pytest.raises(NotFoundError, match="There is no advance 7"):
        advance_plan(book, 7)


ARTICLE = "not taken from wages: Labor Standards Act, Articles 21 and 43(1)"


@pytest.mark.parametrize(
    ("rules", "more", "said"),
    [
        ("KR", {"kind": "loan"}, ARTICLE),
        ("KR", {"kind": "loan", "agreed": "yes"}, ""),
        ("KR", {"kind": "sub"}, ""),
        ("PLAIN", {"kind": "loan"}, ""),
    ],
)
def test_a_loan_that_may_not_be_set_off_says_so_with_its_article(
    book: Book, rules: str, more: dict[str, str], said: str
) -> None:
    hire(book, "A", "hourly", "10", rules=rules)
    lend(book, "A", DAY, "300", **more)
    assert only(book).withheld_text == said
    hand_back(book, 1, "2026-01-20")
    assert only(book).withheld_text == ""


def test_what_was_done_is_in_the_audit_with_the_code(book: Book) -> None:
    hire(book, "A")
    number = lend(book, "A", DAY, "300", instalment="100")
    skip(book, number, "2026-02-28")
    hand_back(book, number, "2026-03-01", "10")
    newest = [(row.action, row.subject) for row in audit_entries(book).all()][:3]
    assert newest == [("advance.settle", "A"), ("advance.skip", "A"), ("advance.add", "A")]
