"""`wagebook statement` and `wagebook letter`, as scripts and people meet them."""

from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from tests.commands.conftest import Wagebook

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")


@pytest.fixture
def paid(january: Wagebook) -> Wagebook:
    """January is approved and paid, a draft of February is not."""
    assert january("payrun", "new", *JANUARY).status == 0
    assert january("payrun", "approve", 1).status == 0
    assert january("payrun", "pay", 1, "--on", "2026-02-03").status == 0
    assert january("payrun", "new", "--from", "2026-02-01", "--to", "2026-02-28").status == 0
    return january


def pdf_text(path: Path) -> str:
    return pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()


def test_a_year_is_shown_on_the_terminal(paid: Wagebook) -> None:
    answer = paid("statement", "W-001", 2026)
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0] == "Statement of wages 2026"
    assert lines[1] == "W-001"
    assert any(line.split() == ["Item", "Jan", "Total"] for line in lines)
    assert any(line.split() == ["Net", "pay", "305.00", "305.00"] for line in lines)
    assert any(line.split() == ["Hours", "worked", "15:00", "15:00"] for line in lines)
    assert "김민지" not in answer.out
    assert "김민지" in paid("statement", "W-001", 2026, "--name").out


def test_a_script_reads_months_and_totals(paid: Wagebook) -> None:
    document = paid("statement", "W-001", 2026, "--json").json
    assert document["employee"] == {"code": "W-001"}
    assert (document["year"], document["currency"]) == (2026, "CNY")
    rows = {row["item"]: row for row in document["rows"]}
    assert list(rows) == [
        "BASE", "BONUS", "gross", "DEDUCTION", "deductions", "net", "paid", "worked", "payslips",
    ]  # fmt: skip
    assert rows["gross"]["months"] == ["325.00", *["0.00"] * 11]
    assert rows["net"] == {
        "group": "total", "item": "net", "label": "Net pay",
        "months": ["305.00", *["0.00"] * 11], "total": "305.00",
    }  # fmt: skip
    assert rows["worked"]["total"] == 900
    assert document["not_handed_over"] == document["advance_balance"] == "0.00"


def test_a_year_becomes_a_pdf_a_workbook_or_a_text_file(paid: Wagebook, tmp_path: Path) -> None:
    for ending in ("pdf", "xlsx", "csv"):
        out = tmp_path / f"year.{ending}"
        answer = paid("statement", "W-001", 2026, "--out", out)
        assert (answer.status, answer.out) == (0, f"Written to {out}.\n")
    assert "공제 후 금액" in pdf_text(tmp_path / "year.pdf"), "in the worker's own language"
    assert load_workbook(tmp_path / "year.xlsx").sheetnames[0] == "W-001 2026 CNY"
    assert "CNY,total,net,305.00,0.00" in (tmp_path / "year.csv").read_text()


def test_a_letter_goes_under_a_code_a_work_name_or_a_name_for_it_alone(
    paid: Wagebook, tmp_path: Path
) -> None:
    out = tmp_path / "letter.pdf"
    for words, shown, hidden in (
        ((), "W-002", "Ann"),
        (("--name",), "Ann [/B]", "W-002"),
        (("--as", "Rosa [/B] 김"), "Rosa [/B] 김", "W-002"),
    ):
        assert paid("letter", "W-002", "--out", out, *words).status == 0
        assert shown in pdf_text(out)
        assert hidden not in pdf_text(out)


def test_a_name_for_one_letter_is_written_down_nowhere(paid: Wagebook, tmp_path: Path) -> None:
    out = tmp_path / "letter.pdf"
    answer = paid("letter", "W-001", "--out", out, "--as", "Rosa Quint", "--json")
    assert "Rosa" not in answer.out + answer.err
    assert answer.json["employee"] == {"code": "W-001"}
    assert answer.json["averages"] == [
        {"currency": "CNY", "months": ["2026-01"], "gross": "325.00", "net": "305.00"}
    ]
    before = paid("settings").out
    assert "Rosa" not in before
    assert "Rosa" not in paid("export", "employees").out
    everything = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"Rosa Quint" not in everything


def test_the_header_is_that_of_payslips_unless_another_is_given(
    paid: Wagebook, tmp_path: Path
) -> None:
    out = tmp_path / "letter.pdf"
    for words, header in (((), ""), (("--header", "Mill Lane 12"), "Mill Lane 12")):
        assert paid("letter", "W-001", "--out", out, *words).status == 0
        assert header in pdf_text(out)
    assert paid("settings", "payslip_header", "Riverside").status == 0
    assert paid("letter", "W-001", "--out", out).status == 0
    assert "Riverside" in pdf_text(out)
    assert paid("letter", "W-001", "--out", out, "--header", "").status == 0
    assert "Riverside" not in pdf_text(out)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("statement", "W-001", 2024), 1, "W-001 has no approved payslip for a period that ends"),
        (("statement", "X", 2026), 1, "There is no employee X."),
        (("statement", "W-001", "last"), 2, "“last” is not a whole number"),
        (("statement", "W-001", 2026, "--out", "a.doc"), 2, "ends in none of .pdf, .xlsx, .csv"),
        (("statement", "W-001", 2026, "--out", "no/a.pdf"), 1, "There is no folder to put"),
        (("letter", "W-001"), 2, "Name the file to write"),
        (("letter", "W-001", "--out", "a.csv"), 2, "does not end in .pdf"),
        (("letter", "W-001", "--out", "a.pdf", "--as", " "), 2, "Please type a name."),
        (("letter", "W-001", "--out", "a.pdf", "--as", "x" * 81), 2, "81 characters long"),
        (("letter", "W-001", "--out", "a.pdf", "--as", "x", "--name"), 2, "not allowed with"),
        (("letter", "W-001", "--out", "a.pdf", "--months", 5), 2, "invalid choice"),
        (("letter", "X", "--out", "a.pdf"), 1, "There is no employee X."),
        (("letter", "W-009", "--out", "a.pdf", "--name"), 1, "W-009 has no work name"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    paid: Wagebook, tmp_path: Path, words: tuple[object, ...], status: int, said: str
) -> None:
    nameless = tmp_path / "employees.csv"
    nameless.write_text("code,joined_on\nW-009,2026-01-01\n")
    assert paid("import", "employees", nameless).status == 0
    answer = paid(*words)
    assert answer.status == status
    assert said in answer.err
    assert not list(tmp_path.glob("a.*"))


def test_without_a_payslip_a_letter_confirms_employment(january: Wagebook, tmp_path: Path) -> None:
    out = tmp_path / "letter.pdf"
    assert january("letter", "W-002", "--out", out).status == 0
    assert "Confirmation of employment" in pdf_text(out)
    assert "arnings" not in pdf_text(out)
