"""`payslip NUMBER --explain` under a law: rules, articles, both languages, in text and JSON."""

import pytest

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")
EMPLOYEES = (
    "code,work_name,language,joined_on,basis,rate,currency,rules,daily_hours,rest_days\n"
    'K-1,김민지,ko,2026-01-01,hourly,15000,KRW,KR,8,"SA,SU"\n'
    "U-1,Ann,en,2026-01-01,piece,0,USD,US,,\n"
    "T-1,Mali,en,2026-01-01,hourly,100,THB,TH,8,SU\n"
)
SHIFTS = "employee,date,start,end,break_minutes\n" + "".join(
    [
        "K-1,2026-01-09,14:00,00:00,\n",
        "T-1,2026-01-05,09:00,17:00,\n",
        *(f"U-1,2026-01-{day:02},08:00,17:12,\n" for day in range(5, 10)),
    ]
)
PIECES = "employee,date,task,quantity,rate\nU-1,2026-01-05,knives,491,1\n"
ADJUSTMENTS = (
    "employee,date,item,amount,note,kind,legal_basis\n"
    "U-1,2026-01-09,BONUS,46,speed,,\n"
    "K-1,2026-01-20,DEDUCTION,30000,dues,agreed,Collective agreement 12\n"
    "T-1,2026-01-20,DEDUCTION,500,uniform,employer,\n"
)


@pytest.fixture
def lawful(empty, written):
    """A draft with someone under each of three laws."""
    for kind, content in (
        ("employees", EMPLOYEES),
        ("shifts", SHIFTS),
        ("pieces", PIECES),
        ("adjustments", ADJUSTMENTS),
    ):
        assert empty("import", kind, written(f"{kind}.csv", content)).status == 0
    assert empty("payrun", "new", *JANUARY).status == 0
    return empty


def line_of(slip, code):
    (line,) = (line for line in slip["lines"] if line["code"] == code)
    return line


def test_a_line_gains_its_rule_with_text_and_article(lawful):
    slip = lawful("payslip", "1-K-1", "--explain", "--json").json
    overtime = line_of(slip, "OVERTIME")
    assert overtime["rule"] == {
        "name": "overtime",
        "pack": "KR",
        "from": "2026-01-01",
        "text": "Hours beyond 8 a day or 40 a week earn 1.5 times the hourly rate.",
        "source": "Labor Standards Act, Article 56(1)",
        "verified": True,
    }
    assert overtime["formula"] == "2 h × 15,000 × 1.5 = 45,000"
    assert overtime["sources"][0]["minutes"] == 600
    assert overtime["sources"][0]["counted"] == 120
    base = line_of(slip, "BASE")
    assert base["rule"] is None
    assert base["terms"] == {
        "from": "2026-01-01",
        "basis": "hourly",
        "rate": "15000",
        "guaranteed_hourly": None,
    }
    assert line_of(slip, "DEDUCTION")["sources"][0]["legal_basis"] == "Collective agreement 12"


def test_text_and_article_are_in_the_language_in_use(lawful):
    slip = lawful("payslip", "1-K-1", "--explain", "--json", WAGEBOOK_LANGUAGE="ko").json
    assert line_of(slip, "OVERTIME")["rule"]["source"] == "근로기준법 제56조제1항"


def test_a_line_at_the_average_of_a_week_says_what_the_week_earned(lawful):
    slip = lawful("payslip", "1-U-1", "--explain", "--json").json
    overtime = line_of(slip, "OVERTIME")
    assert (overtime["amount"], overtime["pool"], overtime["rate"]) == ("35.02", "537", "11.6739")
    assert overtime["week"] == [
        {
            "label": "Piece-work: knives",
            "formula": "491 pcs × 1.00 = 491.00",
            "amount": "491",
        },
        {"label": "Bonus: speed", "formula": "46.00 as entered", "amount": "46"},
    ]
    assert slip["hourly_equivalent"] == "10.67"


def test_a_reduced_deduction_gives_the_reason(lawful):
    slip = lawful("payslip", "1-T-1", "--json").json
    deduction = line_of(slip, "DEDUCTION")
    assert (deduction["amount"], deduction["carried"]) == ("320.00", "180.00")
    assert deduction["reason"].startswith(
        "reduced to the most that may be taken off (Labour Protection Act B.E. 2541, Section 76"
    )
    assert slip["hourly_equivalent"] is None


def test_without_explain_lines_are_as_scripts_know_them(lawful):
    for line in lawful("payslip", "1-U-1", "--json").json["lines"]:
        assert not {"rule", "terms", "sources", "week"} & line.keys()


def test_the_explanation_reads_in_the_reader_s_language_and_then_the_worker_s(lawful):
    text = lawful("payslip", "1-K-1", "--explain").out
    overtime = text[text.index("Overtime ") : text.index("Night work ")]
    said = [
        "2 h × 15,000 × 1.5 = 45,000",
        "Hours beyond 8 a day or 40 a week earn 1.5 times the hourly rate.",
        "Labor Standards Act, Article 56(1) · KR of 2026-01-01 · verified",
        "Pay terms from 2026-01-01: hourly, 15,000",
        "ko: 연장근로수당",
        "2시간 × 15,000 × 1.5 = 45,000",
        "근로기준법 제56조제1항",
        "2026-01-09  14:00  00:00  10 h   2 h",
    ]
    places = [overtime.index(each) for each in said]
    assert places == sorted(places)


def test_one_language_is_said_once(lawful):
    assert "en: " not in lawful("payslip", "1-U-1", "--explain").out
    korean = lawful("payslip", "1-K-1", "--explain", WAGEBOOK_LANGUAGE="ko").out
    assert "ko: " not in korean
    assert "Labor Standards Act" not in korean


def test_pay_by_the_hour_and_the_reason_of_a_cap_stand_in_the_text(lawful):
    assert "For piece-work: 10.67 an hour over 46 h" in lawful("payslip", "1-U-1").out
    assert "Section 76" in lawful("payslip", "1-T-1").out


def test_notes_that_look_like_markup_are_shown_as_they_are(lawful, written):
    rows = "employee,date,item,amount,note\nT-1,2026-01-21,BONUS,5,[/B] <i> [x\n"
    assert lawful("import", "adjustments", written("odd.csv", rows)).status == 0
    lawful("payrun", "recompute", "1")
    assert "[/B] <i> [x" in lawful("payslip", "1-T-1", "--explain").out
