"""`wagebook strike` and `unstrike`: wrong records that an approved run holds."""

import json

import pytest

KINDS = {"shifts": 1, "pieces": 1, "adjustments": 1, "sales": 1}
DAYS = ("--from", "2026-01-01", "--to", "2026-01-31")


@pytest.fixture
def approved(january):
    """January with its run approved; it holds everything but the sale without a maker."""
    january("payrun", "new", *DAYS)
    assert january("payrun", "approve", "1").status == 0
    return january


def listed(wagebook, kind, id_):
    (row,) = [row for row in wagebook("list", kind, "--json").json if row["id"] == id_]
    return row


@pytest.mark.parametrize(("kind", "id_"), KINDS.items(), ids=list(KINDS))
def test_a_record_is_struck_out_and_counts_again(approved, kind, id_):
    before = listed(approved, kind, id_)
    assert (before["run"], before["struck"]) == (1, None)
    if kind == "sales":
        approved("strike", "sales", 2, "--reason", "it came back of nothing")
    struck = approved("strike", kind, id_, "--reason", " it never was ", "--json").json
    assert struck == {"kind": kind, "id": id_, "run": 1, "struck": "it never was"}
    assert listed(approved, kind, id_) == {**before, "struck": "it never was"}
    assert "it never was" in approved("list", kind).out
    assert "it never was" not in approved("export", kind).out
    assert approved("check").status == 0
    again = approved("unstrike", kind, id_, "--json").json
    assert again == {"kind": kind, "id": id_, "run": 1, "struck": None}
    assert listed(approved, kind, id_) == before


def test_what_was_done_is_said_in_a_sentence(approved):
    assert approved("strike", "pieces", 1, "--reason", "counted twice").out == (
        "Struck out. Pay run 1 stays as it is; the next one corrects the pay.\n"
    )
    assert approved("unstrike", "pieces", 1).out == "It counts again.\n"


REFUSED = [
    (("strike", "shifts", 99, "--reason", "x"), 1, "There is no such entry."),
    (("strike", "shifts", 1, "--reason", "  "), 1, "Say why this was wrong."),
    (("strike", "shifts", 1, "--reason", "x" * 201), 1, "200"),
    (("strike", "sales", 3, "--reason", "x"), 1, "No approved pay run holds this"),
    (("strike", "sales", 1, "--reason", "x"), 1, "More of order 1 came back"),
    (("unstrike", "pieces", 1), 1, "This was not struck out."),
    (("strike", "shifts", 1), 2, "--reason"),
    (("strike", "shifts", "one", "--reason", "x"), 2, "is not a whole number"),
    (("strike", "shifts", 0, "--reason", "x"), 2, "is not a whole number"),
    (("strike", "products", 1, "--reason", "x"), 2, "products"),
]


@pytest.mark.parametrize(("words", "status", "sentence"), REFUSED)
def test_what_cannot_be_done_is_refused_and_nothing_is_changed(approved, words, status, sentence):
    before = approved("list", "shifts", "--json").json
    answer = approved(*words, "--json")
    assert answer.status == status
    assert sentence in json.loads(answer.out)["error"]["message"]
    assert approved("list", "shifts", "--json").json == before


def test_the_next_run_pays_what_was_right(approved, written):
    approved("strike", "shifts", 1, "--reason", "nine hours, not eight")
    right = "employee,date,start,end,break_minutes\nW-001,2026-01-05,08:00,17:30,30\n"
    assert approved("import", "shifts", written("right.csv", right), "--json").json["added"] == 1
    both = approved("list", "shifts", "--employee", "W-001", "--json").json
    assert [row["struck"] for row in both if row["date"] == "2026-01-05"] == [
        "nine hours, not eight",
        None,
    ]
    approved("payrun", "new", "--from", "2026-02-01", "--to", "2026-02-28")
    slips = approved("payrun", "show", "2", "--json").json["payslips"]
    (slip,) = [slip for slip in slips if slip["employee"]["code"] == "W-001"]
    assert [line["amount"] for line in slip["lines"]] == ["15.00"]
