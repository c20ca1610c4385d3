"""One payslip on the screen, down to what it was computed from, and a run's on paper."""

import stat

import pytest

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")


@pytest.fixture
def paid(january):
    january("payrun", "new", *JANUARY)
    return january


def test_a_payslip_adds_up_and_says_how(paid):
    slip = paid("payslip", "1-W-002", "--json").json
    (line,) = slip["lines"]
    assert slip["employee"] == {"code": "W-002", "work_name": "Ann [/B]"}
    assert slip["basis"] == "monthly"
    assert (line["code"], line["group"], line["amount"]) == ("BASE", "earning", "5483.87")
    assert (line["quantity"], line["rate"], line["from"]) == ("17", "10000.00", "2026-01-15")
    assert line["formula"].endswith("= 5,483.87")
    assert (slip["gross"], slip["net"], slip["paid"]) == ("5483.87", "5483.87", "5483.87")
    assert "sources" not in line
    assert "carried" not in line


def test_what_a_deduction_could_not_take_is_said_on_its_line(january, written):
    january(
        "import",
        "adjustments",
        written("debt.csv", "employee,date,item,amount\nW-004,2026-01-20,DEDUCTION,150\n"),
    )
    january("payrun", "new", *JANUARY)
    slip = january("payslip", "1-W-004", "--json").json
    (deduction,) = (line for line in slip["lines"] if line["group"] == "deduction")
    assert (deduction["amount"], deduction["carried"]) == ("120.50", "29.50")
    assert (slip["net"], slip["paid"]) == ("0.00", "0.00")
    assert len(slip["warnings"]) == 1
    assert "29.50" in slip["warnings"][0]


def test_an_explanation_goes_down_to_shifts_pieces_adjustments_and_sales(paid):
    slip = paid("payslip", "1-W-001", "--explain", "--json").json
    base, bonus, deduction = slip["lines"]
    assert base["sources"] == [
        {
            "kind": "shift",
            "date": "2026-01-05",
            "start": "08:00",
            "end": "16:30",
            "break_minutes": 30,
            "minutes": 480,
            "counted": 480,
        },
        {
            "kind": "shift",
            "date": "2026-01-06",
            "start": "22:00",
            "end": "06:00",
            "break_minutes": 60,
            "minutes": 420,
            "note": "night",
            "counted": 420,
        },
    ]
    assert (bonus["sources"][0]["amount"], bonus["sources"][0]["what"]) == ("100.00", "BONUS")
    assert deduction["sources"][0]["note"] == "lunch"
    pieces, share = paid("payslip", "1-W-003", "--json", "--explain").json["lines"]
    assert [source["quantity"] for source in pieces["sources"]] == ["12", "10.5"]
    assert [source["amount"] for source in share["sources"]] == ["245.00", "-25.00"]
    assert share["amount"] == "27.50"


def test_a_payslip_reads_well_and_its_explanation_stands_below_each_line(paid):
    plain = paid("payslip", "1-W-003").out
    assert "Payslip 1-W-003 · draft" in plain
    assert "22.5 pcs × 3.25 = 73.13" in plain
    assert "2026-01-05" not in plain
    explained = paid("payslip", "1-W-003", "--explain").out
    assert explained.index("baskets") < explained.index("2026-01-05") < explained.index("B-1")
    assert "Net pay" in explained


def test_labels_are_in_the_readers_language_and_codes_are_not(paid):
    slip = paid("payslip", "1-W-001", "--json", WAGEBOOK_LANGUAGE="ko").json
    assert slip["lines"][0]["code"] == "BASE"
    assert slip["lines"][0]["label"] == "기본급"
    assert paid("payslip", "1-W-001", "--json").json["lines"][0]["label"] == "Basic pay"


def test_a_payslip_that_is_not_there_is_refused(paid):
    answer = paid("payslip", "9-W-001", "--json")
    assert (answer.status, answer.error["message"]) == (1, "There is no payslip 9-W-001.")


@pytest.mark.parametrize("options", [(), ("--layout", "a5", "--language", "zh")])
def test_payslips_are_written_to_a_pdf_that_only_its_owner_reads(paid, tmp_path, options):
    import pypdfium2

    file = tmp_path / "slips.pdf"
    answer = paid("payslips", "1", "--out", file, *options, "--json").json
    assert answer == {"run": 1, "file": str(file), "payslips": 4}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pypdfium2.PdfDocument(file) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "5,483.87" in text
    assert "김민지" in text


def test_payslips_of_no_run_or_to_no_folder_are_refused(paid, tmp_path):
    assert paid("payslips", "7", "--out", tmp_path / "x.pdf").err == "There is no pay run 7.\n"
    assert paid("payslips", "1", "--out", tmp_path / "none" / "x.pdf").status == 1
    assert list(tmp_path.glob("*.pdf")) == []


def test_every_line_of_a_payslip_follows_from_its_own_figures(paid):
    from decimal import Decimal
    from fractions import Fraction

    from models.money import round_half_up

    lines = [
        line
        for slip in paid("payrun", "show", "1", "--json").json["payslips"]
        for line in slip["lines"]
    ]
    assert len(lines) >= 7
    for line in lines:
        exact = Fraction(line["quantity"]) * Fraction(line["rate"]) * Fraction(line["factor"])
        minor = round_half_up(exact / Fraction(line["divisor"]) * 100)
        assert Decimal(minor) / 100 == Decimal(line["amount"]), line


def test_an_explanation_of_many_sales_misses_none(january, written):
    rows = "".join(
        f"2026-01-{day:02},B-1,1,1,{day}-{n}\n" for day in range(1, 31) for n in range(20)
    )
    january("import", "sales", written("many.csv", f"date,sku,quantity,unit_price,ref\n{rows}"))
    january("payrun", "new", *JANUARY, "--employee", "W-003")
    share = january("payslip", "1-W-003", "--explain", "--json").json["lines"][-1]
    assert share["code"] == "MAKER_SHARE"
    assert len(share["sources"]) == 602
    assert len({source["ref"] for source in share["sources"]}) == 601
