"""The life of a pay run from the command line."""

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")
RUN_KEYS = {"number", "status", "period", "totals", "payslips"}
SLIP_KEYS = {
    "number",
    "run",
    "status",
    "employee",
    "period",
    "currency",
    "basis",
    "rules",
    "lines",
    "gross",
    "deductions",
    "net",
    "paid",
    "warnings",
    "minutes",
    "advance_balance",
}
LINE_KEYS = {
    "code",
    "group",
    "label",
    "quantity",
    "unit",
    "rate",
    "factor",
    "amount",
    "formula",
}


def test_a_run_goes_from_draft_to_paid(january):
    draft = january("payrun", "new", *JANUARY, "--json").json
    assert draft.keys() >= RUN_KEYS
    assert (draft["number"], draft["status"], draft["kind"]) == (1, "draft", "regular")
    assert draft["period"] == {"from": "2026-01-01", "to": "2026-01-31"}
    assert draft["totals"] == {
        "gross": "6030.00",
        "deductions": "20.00",
        "net": "6010.00",
        "paid": "6010.00",
        "employees": 4,
    }
    assert january("payrun", "approve", "1", "--json").json["status"] == "approved"
    paid = january("payrun", "--json", "pay", "1", "--on", "2026-02-02").json
    assert (paid["status"], paid["paid_on"]) == ("paid", "2026-02-02")
    assert {slip["status"] for slip in paid["payslips"]} == {"paid"}
    listed = january("payrun", "list", "--json").json
    assert [(run["number"], run["status"]) for run in listed] == [(1, "paid")]
    refused = january("payrun", "approve", "1", "--json")
    assert (refused.status, refused.error["message"]) == (
        1,
        "Run 1 is paid, so this cannot be done with it.",
    )
    void = january("payrun", "void", "1", "--reason", "late", "--json").json
    assert (void["status"], void["void_reason"]) == ("void", "late")
    assert {slip["paid_on"] for slip in void["payslips"]} == {"2026-02-02"}


def test_each_payslip_of_a_run_has_the_shape_that_scripts_rely_on(january):
    run = january("payrun", "new", *JANUARY, "--json").json
    assert [slip["employee"]["code"] for slip in run["payslips"]] == [
        "W-004",
        "W-002",
        "W-001",
        "W-003",
    ]
    for slip in run["payslips"]:
        assert slip.keys() >= SLIP_KEYS
        assert slip["rules"] == {"pack": "PLAIN", "from": "1900-01-01"}
        lent = {"W-004": "250.00"}.get(slip["employee"]["code"], "0.00")
        assert slip["advance_balance"] == lent
        assert all(line.keys() >= LINE_KEYS for line in slip["lines"])
        assert set(slip["minutes"]) == {"worked", "overtime", "night", "rest_day", "holiday"}
        assert all(isinstance(each, int) for each in slip["minutes"].values())


def test_a_run_is_shown_as_a_table_with_its_totals(january):
    made = january("payrun", "new", *JANUARY)
    assert made.status == 0
    assert "Pay run 1 · 2026-01-01 – 2026-01-31 · draft · 4 payslips" in made.out
    assert "Gross 6,030.00, deductions 20.00, net 6,010.00, paid 6,010.00 CNY" in made.out
    assert made.out == january("payrun", "show", "1").out
    assert "2026-01-31" in january("payrun", "list").out


def test_a_run_may_be_for_some_employees_or_a_site_only(january):
    run = january("payrun", "new", *JANUARY, "--employee", "W-001", "W-004", "--json").json
    assert [slip["number"] for slip in run["payslips"]] == ["1-W-004", "1-W-001"]
    run = january("payrun", "new", *JANUARY, "--site", "Busan", "--json").json
    assert [slip["number"] for slip in run["payslips"]] == ["2-W-002"]
    overlap = january("payrun", "new", "--from", "2026-01-31", "--to", "2026-02-27", "--json")
    assert overlap.status == 1
    assert "periods may not overlap" in overlap.error["message"]
    unknown = january("payrun", "new", *JANUARY, "--employee", "X-1", "--employee", "X-2", "--json")
    assert [problem["value"] for problem in unknown.error["problems"]] == ["X-1", "X-2"]
    assert january("payrun", "new", *JANUARY, "--site", "Mars").status == 1
    assert len(january("payrun", "list", "--json").json) == 2


def test_a_draft_is_recomputed_after_a_change_and_cannot_be_approved_before(january, written):
    january("payrun", "new", *JANUARY)
    january(
        "import",
        "adjustments",
        written("more.csv", "employee,date,item,amount\nW-004,2026-01-20,ALLOWANCE,9.50\n"),
    )
    refused = january("payrun", "approve", "1", "--json")
    assert refused.status == 1
    assert "recompute it first" in refused.error["message"]
    assert january("payrun", "recompute", "1", "--json").json["totals"]["gross"] == "6039.50"
    assert january("payrun", "approve", "1").status == 0
    assert january("payrun", "recompute", "1").status == 1


def test_a_void_run_frees_its_period_and_keeps_its_reason(january):
    january("payrun", "new", *JANUARY)
    assert january("payrun", "void", "1", "--reason", " ").status == 1
    void = january("payrun", "void", "1", "--reason", "wrong month", "--json").json
    assert (void["status"], void["void_reason"]) == ("void", "wrong month")
    assert "Void: wrong month" in january("payrun", "show", "1").out
    assert january("payrun", "new", *JANUARY, "--json").json["number"] == 2


def test_an_off_cycle_run_pays_what_came_late(january, written):
    january("payrun", "new", *JANUARY)
    january("payrun", "approve", "1")
    january(
        "import",
        "adjustments",
        written("late.csv", "employee,date,item,amount\nW-004,2026-01-20,BONUS,50\n"),
    )
    late = january("payrun", "new", *JANUARY, "--off-cycle", "--json").json
    assert (late["kind"], late["totals"]["gross"]) == ("off_cycle", "50.00")


def test_someone_who_cannot_be_paid_is_set_aside_with_the_reason(january, written):
    january(
        "import",
        "employees",
        written("new.csv", "code,work_name,joined_on\nW-005,Termless,2026-01-05\n"),
    )
    run = january("payrun", "new", *JANUARY, "--json").json
    assert [each["code"] for each in run["set_aside"]] == ["W-005"]
    assert run["set_aside"][0]["reason"]
    assert run["totals"]["employees"] == 4
    assert "W-005 Termless" in january("payrun", "show", "1").out


def test_a_run_that_is_not_there_is_refused(empty):
    for words in (("show",), ("approve",), ("recompute",), ("pay", "--on", "2026-01-01")):
        answer = empty("payrun", words[0], "7", *words[1:], "--json")
        assert answer.status == 1
        assert answer.error["message"] == "There is no pay run 7."
    nothing = empty("payrun", "new", *JANUARY)
    assert (nothing.status, nothing.err) == (1, "There is nothing to pay in this period.\n")
