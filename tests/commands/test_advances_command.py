"""Advances from the command line: what is owed, plans, skipping, settling."""

import csv
import io

import pytest

LENT = {
    "number": 1,
    "employee": {"code": "W-004", "work_name": "Bo"},
    "date": "2026-01-20",
    "kind": "loan",
    "currency": "CNY",
    "amount": "250.00",
    "instalment": "100.00",
    "first_due": "2026-02-28",
    "every": "monthly",
    "agreed": False,
    "note": "school fees",
    "instalments": 3,
    "taken": "0.00",
    "by_hand": "0.00",
    "outstanding": "250.00",
    "next_due": "2026-02-28",
    "next_amount": "100.00",
    "withheld": None,
}


def days(document):
    return [(step["due"], step["left"], step["skipped"]) for step in document["plan"]]


def test_the_list_says_what_is_owed(january):
    assert january("advances", "--json").json == [LENT]
    assert january("advances", "--open", "--employee", "W-004", "--json").json == [LENT]
    assert january("advances", "--employee", "W-001", "--json").json == []
    lines = january("advances").out.splitlines()
    assert lines[0].split()[:3] == ["advance", "employee", "name"]
    assert lines[2].split()[:4] == ["1", "W-004", "Bo", "2026-01-20"]
    assert lines[-1] == "1 advance · 250.00 CNY owed"
    assert january("advances", "--employee", "W-001").out == "There are no advances.\n"


def test_the_plan_of_one_is_shown_skipped_and_taken_back(january):
    shown = january("advances", "show", "1", "--json").json
    assert {name: shown[name] for name in LENT} == LENT
    whole = [
        ("2026-02-28", "100.00", False),
        ("2026-03-31", "100.00", False),
        ("2026-04-30", "50.00", False),
    ]
    assert days(shown) == whole
    skipped = january("advances", "skip", "1", "--due", "2026-03-31", "--json").json
    assert days(skipped) == [
        whole[0],
        ("2026-03-31", "0.00", True),
        ("2026-04-30", "100.00", False),
        ("2026-05-31", "50.00", False),
    ]
    assert "2026-03-31" in january("advances", "show", "1").out
    assert "skipped" in january("advances", "show", "1").out
    again = january("advances", "unskip", "1", "--due", "2026-03-31", "--json").json
    assert days(again) == whole


def test_what_is_handed_back_is_noted_and_struck_out(january):
    settle = ("advances", "settle", "1", "--on", "2026-02-10")
    found = january(*settle, "--amount", "60", "--note", "cash [/]", "--json").json
    assert found["outstanding"] == "190.00"
    assert found["repayments"] == [
        {"id": 1, "date": "2026-02-10", "amount": "60.00", "payslip": None, "note": "cash [/]"}
    ]
    assert january("advances", "undo", "1", "--json").json["outstanding"] == "250.00"
    text = january(*settle).out
    assert text.splitlines()[-1] == "Repaid."
    assert january("advances", "--open", "--json").json == []


def test_balances_are_those_of_a_day(january):
    owed = {
        "employee": {"code": "W-004", "work_name": "Bo"},
        "currency": "CNY",
        "lent": "250.00",
        "repaid": "0.00",
        "outstanding": "250.00",
    }
    assert january("advances", "balances", "--on", "2026-01-20", "--json").json == [owed]
    assert january("advances", "balances", "--on", "2026-01-19", "--json").json == []
    for who, found in (("W-004", [owed]), ("W-001", [])):
        before = january("advances", "--employee", who, "balances", "--json").json
        assert january("advances", "balances", "--employee", who, "--json").json == before == found
    answer = january("advances", "balances", "--on", "2026-01-19")
    assert answer.out == "Nobody owes anything.\n"
    january("advances", "settle", "1", "--on", "2026-02-10", "--amount", "50")
    lines = january("advances", "balances", "--on", "2026-02-10").out.splitlines()
    assert lines[-1].split() == ["W-004", "Bo", "250.00", "50.00", "200.00", "CNY"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("show", "9"), 1, "There is no advance 9."),
        (("show", "0"), 2, "“0” is not a whole number from 1"),
        (("show", "one"), 2, "“one” is not a whole number from 1"),
        (("skip", "1", "--due", "2026-02-27"), 1, "No instalment of advance 1 is due on"),
        (("skip", "1", "--due", "2026-02-30"), 2, "“2026-02-30” is not a day of the calendar."),
        (("skip", "1"), 2, "--due"),
        (("unskip", "1", "--due", "2026-02-28"), 1, "was not skipped."),
        (("settle", "1", "--on", "2026-02-01", "--amount", "251"), 1, "Only 250.00 CNY is still"),
        (("settle", "1", "--on", "2026-02-01", "--amount", "0"), 1, "must be above zero."),
        (("settle", "1", "--on", "2026-02-01", "--amount", "1,5"), 1, "is not a number"),
        (("settle", "1", "--on", "2026-01-19"), 1, "The money was given on 2026-01-20 only."),
        (("undo", "1"), 1, "There is no repayment 1."),
        (("--employee", "X"), 1, "There is no employee X."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(january, words, status, said):
    answer = january("advances", *words)
    assert (answer.status, answer.out) == (status, "")
    assert said in answer.err
    assert january("advances", "--json").json == [LENT]


def test_a_file_of_advances_names_every_fault(january, tmp_path):
    file = tmp_path / "advances.csv"
    file.write_text(
        "employee,date,amount,instalment,kind\n"
        "W-001,2026-01-20,300,0,loan\n"
        "W-009,2026-01-20,300,,loan\n"
        "W-001,2026-01-20,0.001,,gift\n"
    )
    answer = january("import", "advances", file, "--json")
    assert answer.status == 1
    problems = answer.error["problems"]
    assert [(each["row"], each["column"]) for each in problems] == [
        (1, "instalment"),
        (2, "employee"),
        (3, "kind"),
    ]
    assert problems[0]["message"].startswith("An instalment of zero would never repay it")


def test_what_is_listed_is_what_is_exported(january):
    listed = january("list", "advances", "--json").json
    exported = list(csv.DictReader(io.StringIO(january("export", "advances").out)))
    assert [{k: "" if v is None else v for k, v in row.items()} for row in listed] == exported


def test_a_loan_under_korean_rules_says_why_it_is_not_taken(january):
    january("settings", "pay_rules", "KR")
    (row,) = january("advances", "--json").json
    assert row["withheld"] == "not taken from wages: Labor Standards Act, Articles 21 and 43(1)"
    assert row["withheld"] in january("advances").out
    assert row["withheld"] in january("advances", "show", "1").out
