"""The pay register from the command line: shown, as a document, and as files to sign or to keep."""

import csv
from decimal import Decimal

import pytest
from openpyxl import load_workbook

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")


@pytest.fixture
def approved(january):
    january("payrun", "new", *JANUARY)
    january("payrun", "approve", "1")
    return january


def rows_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_document_adds_up_to_the_payslips(approved):
    document = approved("register", "1", "--json").json
    slips = approved("payrun", "show", "1", "--json").json["payslips"]
    assert (document["run"], document["status"], document["currency"]) == (1, "approved", "CNY")
    assert document["period"] == {"from": "2026-01-01", "to": "2026-01-31"}
    codes = [column["code"] for column in document["columns"]]
    assert codes[:2] == ["code", "work_name"]
    assert codes[-1] == "signature"
    for row, slip in zip(
        document["rows"], sorted(slips, key=lambda s: (s["site"], s["number"])), strict=True
    ):
        assert (row["payslip"], row["code"]) == (slip["number"], slip["employee"]["code"])
        assert list(row) == ["payslip", "status", *codes]
        for name in ("gross", "deductions", "net", "paid"):
            assert row[name] == slip[name]
    totals = document["totals"]
    for name in ("gross", "deductions", "net", "rounding", "paid", "BASE", "PIECE"):
        parts = (document["rows"], document["by_site"])
        assert {sum(Decimal(each[name]) for each in part) for part in parts} == {
            Decimal(totals[name])
        }
    assert totals["employees"] == len(slips)
    assert totals["by_method"]["cash"]["amount"] == totals["paid"]
    assert totals["not_collected"] == {"employees": 4, "amount": totals["paid"]}


def test_the_cash_of_each_site_is_that_of_its_payslips(approved):
    document = approved("register", "1", "--json").json
    slips = approved("payrun", "show", "1", "--json").json["payslips"]
    for part in document["by_site"]:
        here = [Decimal(slip["paid"]) for slip in slips if slip["site"] == part["site"]]
        assert Decimal(part["by_method"]["cash"]["amount"]) == sum(here)


def test_three_files_hold_the_same_columns_and_total(approved, tmp_path):
    for ending in ("pdf", "xlsx", "csv"):
        out = tmp_path / f"register.{ending}"
        assert approved("register", "1", "--out", out).out == f"Written to {out}.\n"
        assert out.stat().st_mode & 0o777 == 0o600
    document = approved("register", "1", "--json").json
    head, *_rows, total = load_workbook(tmp_path / "register.xlsx").worksheets[0].values
    assert list(head) == [column["label"] for column in document["columns"]]
    rows = rows_of(tmp_path / "register.csv")
    assert [*rows[0]][6:] == [column["code"] for column in document["columns"]]
    (sums,) = [row for row in rows if row["row"] == "total"]
    assert sums["paid"] == document["totals"]["paid"]
    assert Decimal(str(total[head.index("Paid")])) == Decimal(sums["paid"])
    assert (tmp_path / "register.pdf").read_bytes().startswith(b"%PDF")


def test_the_document_names_the_file_that_was_written(approved, tmp_path):
    out = tmp_path / "register.csv"
    document = approved("register", "1", "--out", out, "--json").json
    assert document["file"] == str(out)
    assert out.exists()


def test_the_table_has_a_line_for_each_worker_and_sums_by_site(approved):
    lines = approved("register", "1").out.splitlines()
    assert lines[0] == "Pay register · Pay run 1 · 2026-01-01 – 2026-01-31 · approved · CNY"
    starts = [line.split("  ")[0] for line in lines]
    for name in ("W-001", "W-002", "W-003", "W-004", "Seoul", "Busan", "Without a site", "Total"):
        assert name in starts
    assert lines[-1].startswith("Not collected: 4 employees, ")


def test_who_is_paid_is_no_longer_uncollected(approved):
    approved("payrun", "pay", "1", "--on", "2026-02-03")
    document = approved("register", "1", "--json").json
    assert document["totals"]["not_collected"] == {"employees": 0, "amount": "0.00"}
    assert {row["paid_on"] for row in document["rows"]} == {"2026-02-03"}
    assert "Not collected" not in approved("register", "1").out


def test_a_file_is_in_the_language_asked_for(approved, tmp_path):
    approved("register", "1", "--out", tmp_path / "r.xlsx", "--language", "zh")
    head = next(load_workbook(tmp_path / "r.xlsx").worksheets[0].values)
    assert "加班工资" in head or "基本工资" in head
    assert "payslip" not in approved("register", "1", WAGEBOOK_LANGUAGE="zh").out


def test_a_draft_is_marked_and_a_void_run_is_refused(january, tmp_path):
    january("payrun", "new", *JANUARY)
    assert january("register", "1", "--json").json["status"] == "draft"
    january("register", "1", "--out", tmp_path / "draft.xlsx")
    assert load_workbook(tmp_path / "draft.xlsx").sheetnames[0].startswith("DRAFT")
    january("payrun", "void", "1", "--reason", "wrong")
    out = tmp_path / "void.pdf"
    refused = january("register", "1", "--out", out)
    assert refused.status == 1
    assert "Run 1 is void; nothing of it is to be paid out or signed for." in refused.err
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("9",), 1, "There is no pay run 9."),
        (("0",), 2, "not the number of a pay run"),
        (("1", "--out", "register.doc"), 2, "ends in none of .pdf, .xlsx, .csv"),
        (("1", "--out", "nowhere/register.pdf"), 1, "There is no folder to put"),
        (("1", "--language", "fr"), 2, "invalid choice"),
        ((), 2, "Name a pay run, or a year with --year."),
        (("1", "--year", "2026"), 2, "Name a pay run, or a year with --year."),
        (("1", "--site", "Seoul"), 2, "--site is for the register of a year"),
        (("--year", "2025"), 1, "There is no approved payslip for a period that ends in 2025."),
        (("--year", "2026", "--site", "Rome"), 1, "Rome has no approved payslip"),
        (("--year", "twenty"), 2, "is not a whole number"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(approved, words, status, said):
    answer = approved("register", *words)
    assert answer.status == status
    assert said in answer.err


def test_a_year_has_months_and_items_for_each_site_and_in_all(approved, tmp_path):
    document = approved("register", "--year", "2026", "--json").json
    assert (document["year"], document["currency"]) == (2026, "CNY")
    assert [part["site"] for part in document["by_site"]] == ["", "Busan", "Seoul"]
    run = approved("register", "1", "--json").json["totals"]
    rows = {row["item"]: row for row in document["rows"]}
    for item in ("BASE", "PIECE", "gross", "deductions", "net", "paid"):
        assert rows[item]["total"] == rows[item]["months"][0] == run[item]
        of_sites = [
            Decimal(row["total"])
            for part in document["by_site"]
            for row in part["rows"]
            if row["item"] == item
        ]
        assert sum(of_sites) == Decimal(run[item])
    for ending in ("pdf", "xlsx", "csv"):
        out = tmp_path / f"year.{ending}"
        assert approved("register", "--year", "2026", "--out", out).out == f"Written to {out}.\n"
    book = load_workbook(tmp_path / "year.xlsx")
    assert book.sheetnames == ["All sites CNY", "Without a site CNY", "Busan CNY", "Seoul CNY"]
    paid = [row for row in rows_of(tmp_path / "year.csv") if row["item"] == "paid"]
    assert [row["row"] for row in paid] == ["total", "site", "site", "site"]
    assert paid[0]["01"] == paid[0]["total"] == run["paid"]
    assert (tmp_path / "year.pdf").read_bytes().startswith(b"%PDF")


def test_a_year_of_one_site_is_that_site_alone(approved):
    document = approved("register", "--year", "2026", "--site", "Seoul", "--json").json
    whole = approved("register", "--year", "2026", "--json").json
    (seoul,) = [part for part in whole["by_site"] if part["site"] == "Seoul"]
    assert document["rows"] == seoul["rows"]
    lines = approved("register", "--year", "2026", "--site", "Seoul").out.splitlines()
    assert lines[0] == "Seoul · 2026"
