"""The notes and coins of a run, and pay collected one by one, from the command line."""

from decimal import Decimal

import pytest

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")


@pytest.fixture
def approved(january):
    """`wagebook` on a book with an approved run of four who are paid in cash."""
    january("payrun", "new", *JANUARY)
    january("payrun", "approve", "1")
    return january


def worth(notes):
    return sum(Decimal(note["value"]) * note["count"] for note in notes)


def test_cash_has_the_shape_that_scripts_rely_on(approved):
    cash = approved("cash", "1", "--json").json
    assert cash.keys() >= {"run", "currency", "total", "notes", "by_employee", "by_site"}
    assert (cash["run"], cash["currency"], cash["total"]) == (1, "CNY", "6010.00")
    assert cash["notes"][0] == {"value": "100.00", "count": 59}
    values = [Decimal(note["value"]) for note in cash["notes"]]
    assert values == sorted(values, reverse=True)
    assert [each["code"] for each in cash["by_employee"]] == ["W-004", "W-002", "W-001", "W-003"]
    assert [each["site"] for each in cash["by_site"]] == ["", "Busan", "Seoul"]
    assert worth(cash["notes"]) == Decimal(cash["total"])
    for each in cash["by_employee"]:
        assert worth(each["notes"]) == Decimal(each["paid"])
    for each in cash["by_site"]:
        assert worth(each["notes"]) == Decimal(each["total"])
    assert "other_currencies" not in cash
    assert "files" not in cash


def test_the_total_is_what_the_payslips_of_the_run_pay_in_cash(approved):
    run = approved("payrun", "show", "1", "--json").json
    paid = sum(Decimal(slip["paid"]) for slip in run["payslips"])
    assert Decimal(approved("cash", "1", "--json").json["total"]) == paid


def test_notes_are_chosen_and_left_out(approved):
    some = approved("cash", "1", "--notes", "100,1,0.1,0.01", "--json").json
    assert {note["value"] for note in some["notes"]} <= {"100.00", "1.00", "0.10", "0.01"}
    assert some["total"] == "6010.00"
    fewer = approved("cash", "1", "--without", "100,50", "--json").json
    assert fewer["notes"][0]["value"] == "20.00"


def test_notes_that_make_no_sense_or_no_amount_are_refused_with_every_fault(approved):
    faults = approved("cash", "1", "--notes", "100,x,0,100", "--json")
    assert faults.status == 1
    assert [each["value"] for each in faults.error["problems"]] == ["x", "0", "100"]
    short = approved("cash", "1", "--notes", "100,50")
    assert short.status == 1
    assert "W-004 gets 120.50 CNY" in short.err
    assert "the smallest is 50.00 CNY" in short.err
    lines = short.err.splitlines()
    assert lines[0].startswith("Employee: W-004")
    assert len(set(lines)) == len(lines), "no sentence comes twice"


@pytest.mark.parametrize(("notes", "said"), [("100,50", "직원: W-004"), ("x", "지폐·동전: “x”")])
def test_the_place_of_a_fault_is_named_in_the_language_in_use(approved, notes, said):
    assert approved("cash", "1", "--notes", notes, LANG="ko_KR.UTF-8").err.startswith(said)
    faults = approved("cash", "1", "--notes", notes, "--json", LANG="ko_KR.UTF-8")
    assert {each["column"] for each in faults.error["problems"]} <= {"employee", "notes"}


def test_cash_reads_well(approved):
    text = approved("cash", "1").out
    assert "Cash, run 1: 6,010.00 CNY" in text
    assert "W-001" in text
    assert "note or coin" in text


def test_a_draft_a_void_run_and_none_have_no_cash(january):
    january("payrun", "new", *JANUARY)
    for said in ("Run 1 is a draft", "Run 1 is void"):
        answer = january("cash", "1", "--json")
        assert answer.status == 1
        assert answer.error["message"].startswith(said)
        january("payrun", "void", "1", "--reason", "wrong month")
    assert january("cash", "7").err == "There is no pay run 7.\n"


def test_some_are_paid_and_the_others_stay_open(approved):
    run = approved(
        "payrun", "pay", "1", "--on", "2026-02-02", "--employee", "W-001", "W-004", "--json"
    ).json
    assert (run["status"], run["uncollected"]) == ("approved", 2)
    assert [slip["status"] for slip in run["payslips"]] == ["paid", "approved", "paid", "approved"]
    shown = approved("payrun", "show", "1").out
    assert "2 not paid out yet" in shown
    assert "2026-02-02" in shown
    back = approved("cash", "1", "--uncollected", "--json").json
    assert back["uncollected"] is True
    assert [each["code"] for each in back["by_employee"]] == ["W-002", "W-003"]
    twice = approved("payrun", "pay", "1", "--on", "2026-02-02", "--employee", "W-001", "--json")
    assert twice.status == 1
    assert "W-001 was paid on 2026-02-02 already." in twice.error["message"]
    run = approved("payrun", "pay", "1", "--on", "2026-02-03", "--json").json
    assert (run["status"], run["uncollected"], run["paid_on"]) == ("paid", 0, "2026-02-03")
    assert "Everything was paid out." in approved("cash", "1", "--uncollected").out


def test_who_did_not_collect_is_noted_and_counted_back(approved):
    approved("payrun", "pay", "1", "--on", "2026-02-02")
    run = approved("payrun", "uncollected", "1", "--employee", "W-003", "--json").json
    assert (run["status"], run["uncollected"], run["paid_on"]) == ("approved", 1, None)
    text = approved("cash", "1", "--uncollected").out
    assert "Not collected yet, run 1:" in text
    assert "W-003" in text
    assert "W-001" not in text
    assert approved("payrun", "uncollected", "1").status == 2
    unknown = approved("payrun", "uncollected", "1", "--employee", "W-003", "X-1", "--json")
    assert [each["message"] for each in unknown.error["problems"]] == [
        "W-003 was not marked as paid.",
        "X-1 has no payslip in this run.",
    ]


def test_papers_are_written_and_named(approved, tmp_path):
    import pypdfium2

    answer = approved(
        "cash", "1", "--out", "cash.pdf", "--envelopes", "labels.pdf", "--names", "--json"
    ).json
    assert answer["files"] == ["cash.pdf", "labels.pdf"]
    for name, text in (("cash.pdf", "6,010.00 CNY"), ("labels.pdf", "김민지")):
        with pypdfium2.PdfDocument(tmp_path / name) as pdf:
            assert text in pdf[0].get_textpage().get_text_range()
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert approved("cash", "1", "--out", "cash.csv").out == "Written to cash.csv.\n"
    assert approved("cash", "1", "--out", "cash.xlsx").status == 0
    assert (tmp_path / "cash.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "options",
    [
        ("--out", "cash.doc"),
        ("--envelopes", "labels.csv"),
        ("--out", "a.pdf", "--envelopes", "a.pdf"),
        ("--first-label", "25"),
        ("--language", "fr"),
    ],
)
def test_options_that_cannot_be_are_usage_errors(approved, options, tmp_path):
    assert approved("cash", "1", *options).status == 2
    assert not list(tmp_path.glob("*.pdf"))


def test_nobody_needs_an_envelope_where_everyone_was_paid(approved, tmp_path):
    approved("payrun", "pay", "1", "--on", "2026-02-02")
    answer = approved(
        "cash", "1", "--uncollected", "--out", "a.pdf", "--envelopes", "b.pdf", "--json"
    )
    assert (answer.status, answer.error["message"]) == (
        1,
        "There is nobody to make an envelope for.",
    )
    assert not list(tmp_path.glob("*.pdf"))


def test_other_currencies_have_kits_and_text_files_of_their_own(january, written, tmp_path):
    january(
        "import",
        "employees",
        written(
            "more.csv",
            "code,work_name,joined_on,basis,rate,currency\nW-009,Abroad,2026-01-01,monthly,71,USD\n",
        ),
    )
    january("payrun", "new", *JANUARY)
    january("payrun", "approve", "1")
    cash = january("cash", "1", "--json").json
    assert (cash["currency"], cash["total"]) == ("CNY", "6010.00")
    (other,) = cash["other_currencies"]
    assert (other["currency"], other["total"]) == ("USD", "71.00")
    assert january("cash", "1", "--out", "cash.csv").out.splitlines() == [
        "Written to cash-CNY.csv.",
        "Written to cash-USD.csv.",
    ]
