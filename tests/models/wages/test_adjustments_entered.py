"""What deductions and bonuses say of themselves where they are entered."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from models.book.actions import change_settings
from models.book.book import Book
from models.errors import RefusedError
from models.exchange.exporting import export_rows
from models.exchange.importing import import_file
from models.exchange.kinds import KINDS
from models.recording import fingerprint
from models.wages.drafts import AdjustmentDraft
from models.wages.entries import AdjustmentRow, adjustments
from models.wages.records import add_adjustment, adjustment_mark, change_adjustment
from models.wages.tables import ADJUSTMENT
from tests.models.exchange.test_there_and_back import write_csv, write_xlsx
from tests.models.wages.bookkeeping import agree, hire

DAY = date(2026, 5, 6)


def values(item: str, **more: str) -> dict[str, str]:
    return {"employee": "W-1", "date": "2026-05-06", "item": item, "amount": "20", **more}


def enter(book: Book, item: str, **more: str) -> None:
    add_adjustment(book, AdjustmentDraft.model_validate(values(item, **more)))


def entered(book: Book) -> list[AdjustmentRow]:
    return list(adjustments(book, order="amount").all())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param(
            values("BONUS", kind="loss", legal_basis="Article 1", agreed="yes"),
            dict.fromkeys(("kind", "legal_basis", "agreed"), "Only a deduction has this."),
            id="a bonus is no deduction",
        ),
        pytest.param(
            values("DEDUCTION", earned_from="2026-05-01", earned_to="2026-05-31"),
            dict.fromkeys(
                ("earned_from", "earned_to"), "Only a bonus has days in which it was earned."
            ),
            id="a deduction is no bonus",
        ),
        pytest.param(
            values("ALLOWANCE", kind="loan", earned_from="2026-05-01"),
            {
                "kind": "Only a deduction has this.",
                "earned_from": "Only a bonus has days in which it was earned.",
            },
            id="an allowance is neither",
        ),
        pytest.param(
            values("BONUS", earned_from="2026-05-01"),
            {"earned_to": "Give both days, the first and the last in which the bonus was earned."},
            id="no last day",
        ),
        pytest.param(
            values("BONUS", earned_to="2026-05-01"),
            {
                "earned_from": (
                    "Give both days, the first and the last in which the bonus was earned."
                )
            },
            id="no first day",
        ),
        pytest.param(
            values("BONUS", earned_from="2026-05-02", earned_to="2026-05-01"),
            {"earned_to": "The last day is before the first."},
            id="the wrong way round",
        ),
        pytest.param(
            values("DEDUCTION", kind="fine", agreed="maybe"),
            {
                "kind": "“fine” is none of: statutory, agreed, loss, employer, loan.",
                "agreed": "“maybe” is none of: yes, no.",
            },
            id="no such kind and no answer",
        ),
        pytest.param(
            values("GIFT", kind="loss", earned_from="2026-05-01", earned_to="2026-05-02"),
            {"item": "“GIFT” is none of: BONUS, ALLOWANCE, REIMBURSEMENT, DEDUCTION."},
            id="of no such item nothing more is said",
        ),
        pytest.param(values("BONUS", agreed="no"), {}, id="a bonus need not be agreed to"),
        pytest.param(
            values("BONUS", earned_from="2026-05-01", earned_to="2026-05-01"), {}, id="one day"
        ),
        pytest.param(values("deduction", kind="loss", agreed="Yes"), {}, id="a loss agreed to"),
    ],
)
def test_what_does_not_belong_to_an_item_is_named_in_its_column(
    typed: dict[str, str], found: dict[str, str]
) -> None:
    _draft, problems = AdjustmentDraft.parse(typed)
    assert {problem.column: problem.message for problem in problems} == found


def test_what_is_said_of_it_is_kept_and_read(book: Book) -> None:
    hire(book, "W-1")
    enter(book, "DEDUCTION", kind="statutory", legal_basis="Income Tax Act", agreed="yes")
    enter(book, "BONUS", amount="30", earned_from="2026-04-01", earned_to="2026-04-30")
    taken, bonus = entered(book)
    assert (taken.kind, taken.legal_basis, taken.agreed) == ("statutory", "Income Tax Act", True)
    assert (taken.earned_from, taken.earned_to) == (None, None)
    assert (bonus.kind, bonus.legal_basis, bonus.agreed) == ("", "", False)
    assert (bonus.earned_from, bonus.earned_to) == (date(2026, 4, 1), date(2026, 4, 30))
    assert [row.item for row in adjustments(book, search="tax act").all()] == ["DEDUCTION"]


def test_one_that_says_nothing_of_itself_has_the_mark_that_it_always_had() -> None:
    mark = fingerprint(7, DAY, "DEDUCTION", 2000, "lunch")
    assert adjustment_mark(7, DAY, "DEDUCTION", 2000, "lunch") == mark
    more = (
        {"kind": "loss"},
        {"kind": "loan"},
        {"legal_basis": "loss"},
        {"agreed": True},
        {"earned_from": DAY, "earned_to": DAY},
    )
    marks = {mark} | {adjustment_mark(7, DAY, "DEDUCTION", 2000, "lunch", **each) for each in more}
    assert len(marks) == 6


def test_two_deductions_that_differ_in_kind_are_two(book: Book, tmp_path: Path) -> None:
    hire(book, "W-1")
    file = tmp_path / "adjustments.csv"
    file.write_text(
        "employee,date,item,amount,kind\n"
        "W-1,2026-05-06,DEDUCTION,20,loss\n"
        "W-1,2026-05-06,DEDUCTION,20,loan\n"
        "W-1,2026-05-06,DEDUCTION,20,\n",
        encoding="utf-8",
    )
    assert import_file(book, "adjustments", file).added == 3
    assert import_file(book, "adjustments", file).added == 0
    enter(book, "DEDUCTION", kind="loss")
    with book.reading() as connection:
        found = connection.execute(select(ADJUSTMENT.c.kind, ADJUSTMENT.c.occurrence)).all()
    assert sorted(tuple(row) for row in found) == [("", 0), ("loan", 0), ("loss", 0), ("loss", 1)]


def test_a_kind_that_is_changed_changes_the_mark(book: Book, tmp_path: Path) -> None:
    hire(book, "W-1")
    enter(book, "DEDUCTION", kind="loss")
    (row,) = entered(book)
    draft = AdjustmentDraft.model_validate(values("DEDUCTION", kind="loan", agreed="yes"))
    change_adjustment(book, row.id, draft)
    file = tmp_path / "adjustments.csv"
    write_csv(file, KINDS["adjustments"].columns, list(export_rows(book, "adjustments").rows))
    assert import_file(book, "adjustments", file).skipped == 1
    assert [(row.kind, row.agreed) for row in entered(book)] == [("loan", True)]


BASIS = (
    "The pay rules KR ask what law or agreement a deduction rests on: write its legal basis"
    " (Labor Standards Act, Articles 21 and 43(1))."
)


def test_where_the_rules_ask_for_it_a_deduction_needs_its_legal_basis(book: Book) -> None:
    hire(book, "W-1", "hourly", "20", rules="KR")
    for kind in ("", "loss", "statutory"):
        with pytest.raises(RefusedError) as caught:
            enter(book, "DEDUCTION", kind=kind)
        assert [(each.column, each.value, each.message) for each in caught.value.problems] == [
            ("legal_basis", "", BASIS)
        ]
    enter(book, "DEDUCTION", legal_basis="Income Tax Act, Article 134")
    enter(book, "BONUS")
    enter(book, "ALLOWANCE")
    assert adjustments(book).count() == 3
    row = next(row for row in entered(book) if row.item == "DEDUCTION")
    with pytest.raises(RefusedError, match="write its legal basis"):
        change_adjustment(book, row.id, AdjustmentDraft.model_validate(values("DEDUCTION")))


def test_the_rules_are_those_of_the_day_else_the_programme_s(book: Book) -> None:
    hire(book, "W-1")
    enter(book, "DEDUCTION")
    change_settings(book, {"pay_rules": "KR"})
    with pytest.raises(RefusedError, match="write its legal basis"):
        enter(book, "DEDUCTION")
    agree(book, "W-1", "2026-05-06", "hourly", "20", rules="CN")
    enter(book, "DEDUCTION")
    with pytest.raises(RefusedError, match="write its legal basis"):
        enter(book, "DEDUCTION", date="2026-05-05")
    agree(book, "W-1", "2026-05-07", "hourly", "20", rules="KR")
    enter(book, "DEDUCTION")
    with pytest.raises(RefusedError, match="write its legal basis"):
        enter(book, "DEDUCTION", date="2026-05-07")


def test_an_import_names_each_deduction_without_a_legal_basis(book: Book, tmp_path: Path) -> None:
    hire(book, "W-1", "hourly", "20", rules="KR")
    hire(book, "W-2", "hourly", "20", rules="TH")
    file = tmp_path / "adjustments.csv"
    file.write_text(
        "employee,date,item,amount,kind,legal_basis,agreed,earned_from,earned_to\n"
        "W-1,2026-05-06,DEDUCTION,20.001,loss,,yes,,\n"
        "W-1,2026-05-06,DEDUCTION,20,statutory,Income Tax Act,,,\n"
        "W-2,2026-05-06,DEDUCTION,20,loss,,,,\n"
        "W-2,2026-05-06,BONUS,20,loss,,,2026-05-01,\n"
        "W-1,2026-05-06,BONUS,20,,,,2026-05-01,2026-05-06\n",
        encoding="utf-8",
    )
    with pytest.raises(RefusedError) as caught:
        import_file(book, "adjustments", file)
    assert [(each.row, each.column, each.value) for each in caught.value.problems] == [
        (1, "amount", "20.001"),
        (1, "legal_basis", ""),
        (4, "kind", "loss"),
    ]
    report = import_file(book, "adjustments", file, skip_bad=True)
    assert (report.added, report.bad) == (3, 2)


@pytest.mark.parametrize("write", [write_csv, write_xlsx], ids=["CSV", "XLSX"])
def test_an_export_says_all_of_it_and_imports_again(
    book: Book, tmp_path: Path, write: object
) -> None:
    hire(book, "W-1", "hourly", "20", rules="KR")
    enter(book, "DEDUCTION", kind="agreed", legal_basis="Wage agreement 3", agreed="yes", note="a")
    enter(book, "BONUS", amount="30", earned_from="2026-04-01", earned_to="2026-04-30")
    rows = list(export_rows(book, "adjustments").rows)
    assert sorted(rows, key=lambda row: str(row[2])) == [
        ("W-1", DAY, "BONUS", Decimal("30.00"), "", "", "", None, *_april()),
        (
            "W-1",
            DAY,
            "DEDUCTION",
            Decimal("20.00"),
            "a",
            "agreed",
            "Wage agreement 3",
            "yes",
            None,
            None,
        ),
    ]
    path = tmp_path / f"adjustments.{'csv' if write is write_csv else 'xlsx'}"
    write(path, KINDS["adjustments"].columns, rows)  # type: ignore[operator]
    report = import_file(book, "adjustments", path)
    assert (report.added, report.skipped, report.ignored_columns) == (0, 2, ())


def _april() -> tuple[date, date]:
    return date(2026, 4, 1), date(2026, 4, 30)
