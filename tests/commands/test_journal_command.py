"""The journal of a pay run from the command line, read back by the programs that it is for."""

import csv
import io
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")
KINDS = (
    "employee,date,item,amount,note,kind,legal_basis\n"
    "W-002,2026-01-20,DEDUCTION,30,,statutory,income tax\n"
    "W-003,2026-01-20,DEDUCTION,5,,loss,\n"
    "W-003,2026-01-20,REIMBURSEMENT,12.40,,,\n"
)

HLEDGER = """\
; Run 1: wages 2026-01-01 – 2026-01-31

decimal-mark .

commodity CNY
account expenses:wages:basic            ; type: X
account expenses:wages:pieces           ; type: X
account expenses:wages:shares           ; type: X
account expenses:wages:bonuses          ; type: X
account expenses:reimbursements         ; type: X
account liabilities:withheld:statutory  ; type: L
account liabilities:withheld:other      ; type: L
account income:recovered:losses         ; type: R
account liabilities:wages               ; type: L
account assets:cash                     ; type: C

2026-01-31 * Run 1: wages 2026-01-01 – 2026-01-31  ; run: 1
    expenses:wages:basic             5829.37 CNY
    expenses:wages:pieces              73.13 CNY
    expenses:wages:shares              27.50 CNY
    expenses:wages:bonuses            100.00 CNY
    expenses:reimbursements            12.40 CNY
    liabilities:withheld:statutory    -30.00 CNY
    liabilities:withheld:other        -20.00 CNY
    income:recovered:losses            -5.00 CNY
    liabilities:wages               -5987.40 CNY

2026-02-02 * Run 1: wages paid in cash  ; run: 1
    liabilities:wages   5987.40 CNY
    assets:cash        -5987.40 CNY
"""

BEANCOUNT = """\
; Run 1: wages 2026-01-01 – 2026-01-31
; Nobody of run 1 was paid yet: only what is owed is here.

2026-01-31 open Expenses:Day-labour
2026-01-31 open Liabilities:Wages

2026-01-31 * "Run 1: wages 2026-01-01 – 2026-01-31"
  run: "1"
  Expenses:Day-labour   120.50 CNY
    employee: "W-004"
  Liabilities:Wages    -120.50 CNY
    employee: "W-004"
"""


@pytest.fixture
def paid(january, written):
    """Run 1 of January, paid in cash on 2 February."""
    january("import", "adjustments", written("kinds.csv", KINDS))
    january("payrun", "new", *JANUARY)
    january("payrun", "approve", "1")
    assert january("payrun", "pay", "1", "--on", "2026-02-02").status == 0
    return january


def test_a_paid_run_is_a_journal_for_hledger(paid):
    answer = paid("journal", "1")
    assert (answer.status, answer.out, answer.err) == (0, HLEDGER, "")
    assert paid("journal", "1", "--format", "hledger").out == HLEDGER
    plain = paid("journal", "1", "--no-accounts").out
    assert "account " not in plain
    assert plain.endswith(HLEDGER.partition("type: C\n")[2])


def hledger(file: Path, *words: str) -> list[str]:
    """What hledger says; it must not complain."""
    done = subprocess.run(
        ["hledger", "-f", str(file), *words],
        capture_output=True,
        text=True,
        check=False,
        env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [" ".join(line.split()) for line in done.stdout.splitlines()]


needs_hledger = pytest.mark.skipif(
    shutil.which("hledger", path="/usr/bin:/bin") is None, reason="hledger is not installed here"
)


@needs_hledger
@pytest.mark.parametrize("more", [(), ("--by-employee",)])
def test_hledger_finds_nothing_wrong_with_it_and_comes_to_the_same(paid, tmp_path, more):
    file = tmp_path / "run.journal"
    paid("journal", "1", "--out", file, *more)
    hledger(file, "check", "--strict", "ordereddates")
    accounts = ("expenses", "assets", "liabilities:wages")
    assert sorted(hledger(file, "bal", "-N", "--flat", *accounts)) == [
        "-5987.40 CNY assets:cash",
        "100.00 CNY expenses:wages:bonuses",
        "12.40 CNY expenses:reimbursements",
        "27.50 CNY expenses:wages:shares",
        "5829.37 CNY expenses:wages:basic",
        "73.13 CNY expenses:wages:pieces",
    ]
    assert sorted(hledger(file, "bal", "-N", "type:LR", "--flat")) == [
        "-20.00 CNY liabilities:withheld:other",
        "-30.00 CNY liabilities:withheld:statutory",
        "-5.00 CNY income:recovered:losses",
    ]


@needs_hledger
def test_hledger_counts_by_employee_and_knows_amounts_without_decimals(wagebook, written, tmp_path):
    wagebook("new", "--name", "X", "--currency", "KRW", "--timezone", "Asia/Seoul")
    wagebook("settings", "account_wages", "비용:임금 (기본)")
    wagebook("settings", "account_cash", "5000 safe")
    people = (
        "code,joined_on,basis,rate\nW-1,2026-01-01,monthly,1000000\nW-2,2026-01-01,monthly,500\n"
    )
    wagebook("import", "employees", written("people.csv", people))
    wagebook("payrun", "new", *JANUARY)
    wagebook("payrun", "approve", "1")
    file = tmp_path / "run.journal"
    assert wagebook("journal", "1", "--by-employee", "--out", file).status == 0
    hledger(file, "check", "--strict")
    assert hledger(file, "bal", "-N", "비용", "--pivot", "employee") == [
        "1000000 KRW W-1",
        "500 KRW W-2",
    ]
    assert hledger(file, "bal", "-N", "type:X") == ["1000500 KRW 비용:임금 (기본)"]


def test_beancount_reads_it_without_a_fault(paid, tmp_path):
    loader = pytest.importorskip("beancount.loader", reason="beancount is not installed here")
    for more in ((), ("--by-employee",)):
        file = tmp_path / "run.beancount"
        paid("journal", "1", "--out", file, *more)
        entries, faults, _options = loader.load_file(str(file))
        assert faults == []
        transactions = [each for each in entries if type(each).__name__ == "Transaction"]
        assert len(transactions) == 2
        cash = transactions[1].postings[-1]
        assert (cash.account, str(cash.units)) == ("Assets:Cash", "-5987.40 CNY")
        codes = {posting.meta.get("employee") for posting in transactions[0].postings}
        assert codes == ({"W-001", "W-002", "W-003", "W-004"} if more else {None})


def test_beancount_has_names_of_its_own_for_accounts(january):
    january("settings", "account_wages", "expense:day labour")
    january("payrun", "new", *JANUARY, "--employee", "W-004")
    january("payrun", "approve", "1")
    answer = january("journal", "1", "--format", "beancount", "--by-employee")
    note = "Nobody of run 1 was paid yet: only what is owed is here."
    assert (answer.status, answer.out, answer.err) == (0, BEANCOUNT, f"{note}\n")


def test_names_that_beancount_cannot_have_are_each_refused_and_no_file_is_written(paid, tmp_path):
    paid("settings", "account_wages", "비용:임금")
    paid("settings", "account_pieces", "expenses:wages shares")
    paid("settings", "account_shares", "expenses:wages-shares")
    paid("settings", "account_cash", "assets")
    file = tmp_path / "run.beancount"
    file.write_text("old")
    refused = paid("journal", "1", "--out", file)
    assert refused.status == 1
    only = "beancount takes Latin letters, digits and hyphens only; "
    wages = f"{only}“비용” of the account “비용:임금” has others."
    twins = "“expenses:wages shares” and “expenses:wages-shares” for one account"
    assert refused.err.splitlines() == [
        f"account: {wages}",
        f"account: beancount would take {twins}, Expenses:Wages-shares.",
        "account: beancount needs a part behind “assets”, as in assets:wages.",
    ]
    assert file.read_text() == "old"
    assert paid("journal", "1").status == 0


def test_the_table_has_a_row_for_each_posting_and_balances(paid, tmp_path):
    file = tmp_path / "run.csv"
    said = paid("journal", "1", "--out", file)
    assert said.out == f"Written to {file}.\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    text = file.read_text(encoding="utf-8")
    assert text == paid("journal", "1", "--format", "csv").out
    assert text.splitlines()[:2] == [
        "date,transaction,account,description,debit,credit,currency,run,employee,corrects",
        "2026-01-31,1,expenses:wages:basic,Run 1: wages 2026-01-01 – 2026-01-31,5829.37,,CNY,1,,",
    ]
    rows = list(csv.DictReader(io.StringIO(text)))
    for number in ("1", "2"):
        own = [row for row in rows if row["transaction"] == number]
        sums = [sum(cents(row[side]) for row in own) for side in ("debit", "credit")]
        assert sums[0] == sums[1] > 0


def cents(amount: str) -> int:
    return int(amount.replace(".", "") or 0)


def test_a_script_reads_the_same_entries(paid, tmp_path):
    document = paid("journal", "1", "--json").json
    assert document["run"] == 1
    assert document["not_paid_yet"] == {"CNY": "0.00"}
    assert document["notes"] == []
    wages, payment = document["transactions"]
    assert (wages["date"], wages["kind"], wages["currency"]) == ("2026-01-31", "wages", "CNY")
    assert wages["postings"][0] == {
        "account": "expenses:wages:basic",
        "debit": "5829.37",
        "credit": None,
        "employee": None,
        "corrects": None,
    }
    assert (payment["date"], payment["kind"]) == ("2026-02-02", "payment")
    assert [posting["credit"] for posting in payment["postings"]] == [None, "5987.40"]
    file = tmp_path / "run.bean"
    assert paid("journal", "1", "--json", "--out", file).json["file"] == str(file)
    assert file.read_text(encoding="utf-8").startswith("; Run 1")


ADVANCES = """\
; Advances

decimal-mark .

commodity CNY
account assets:employees:advances  ; type: A
account assets:cash                ; type: C

2026-01-20 * Loans given
    assets:employees:advances   250.00 CNY
    assets:cash                -250.00 CNY
"""


def test_advances_that_changed_hands_have_a_journal_of_their_own(paid, written, tmp_path):
    lent = "employee,date,amount,kind\nW-001,2027-05-01,30,sub\nW-001,2027-05-01,20,sub\n"
    assert paid("import", "advances", written("lent.csv", lent)).status == 0
    january = paid("journal", "--advances", "--from", "2026-01-01", "--to", "2026-01-31")
    assert (january.status, january.out, january.err) == (0, ADVANCES, "")
    later = paid("journal", "--advances", "--from", "2027-01-01", "--by-employee", "--json").json
    assert later["run"] is None
    (subs,) = later["transactions"]
    assert (subs["kind"], subs["description"]) == ("advance", "Subs given")
    assert [posting["debit"] for posting in subs["postings"]] == ["50.00", None]
    assert [posting["employee"] for posting in subs["postings"]] == ["W-001", None]
    before = paid("journal", "--advances", "--to", "2025-12-31")
    note = "No advance was given or repaid by hand in these days."
    assert (before.out, before.err) == (f"; Advances\n; {note}\n", f"{note}\n")
    empty = tmp_path / "none.csv"
    assert paid("journal", "--advances", "--to", "2025-12-31", "--out", empty).status == 0
    assert empty.read_text().count("\n") == 1


REFUSED = [
    (("journal",), 2, "Name the run, or --advances"),
    (("journal", "1", "--advances"), 2, "not both"),
    (("journal", "1", "--from", "2026-01-01"), 2, "go with --advances"),
    (("journal", "--advances", "--from", "2026-02-01", "--to", "2026-01-01"), 2, "is before"),
    (("journal", "x"), 2, "is not the number of a pay run"),
    (("journal", "1", "--format", "gnucash"), 2, "invalid choice"),
    (("journal", "1", "--out", "run.pdf"), 2, "ends in none of .journal, .beancount, .csv"),
    (("journal", "7"), 1, "There is no pay run 7."),
    (("journal", "1"), 1, "Run 1 is a draft; approve it, and it belongs in the books."),
    (("journal", "1", "--out", "no/where.csv"), 1, "Run 1 is a draft"),
]


@pytest.mark.parametrize(("words", "status", "sentence"), REFUSED)
def test_what_cannot_be_in_the_books_is_refused_with_a_sentence(january, words, status, sentence):
    january("payrun", "new", *JANUARY)
    refused = january(*words)
    assert (refused.status, refused.out) == (status, "")
    assert sentence in refused.err


def test_a_folder_that_is_not_there_is_said(paid):
    refused = paid("journal", "1", "--out", "no/where.csv")
    assert (refused.status, refused.err) == (1, "There is no folder to put no/where.csv into.\n")
    assert paid("journal", "1", "--format", "csv", "--out", "any.txt").status == 0
