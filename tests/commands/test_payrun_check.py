"""What is unusual in a run, from the command line."""

JANUARY = ("--from", "2026-01-01", "--to", "2026-01-31")


def test_a_run_is_checked_for_people_and_for_scripts(january):
    january("payrun", "new", *JANUARY)
    found = january("payrun", "check", "1", "--json").json
    assert found["run"] == 1
    assert {each["kind"] for each in found["unusual"]} >= {"first_payslip"}
    assert found["unusual"][-1] == {
        "kind": "first_payslip",
        "employee": {"code": "W-004", "work_name": found["unusual"][-1]["employee"]["work_name"]},
        "payslip": "1-W-004",
        "message": "First payslip.",
    }
    table = january("payrun", "check", "1")
    assert table.status == 0
    assert "what is unusual" in table.out
    assert "First payslip." in table.out


def test_a_run_that_is_not_there_is_refused(january):
    refused = january("payrun", "check", "9", "--json")
    assert (refused.status, refused.error["message"]) == (1, "There is no pay run 9.")


def test_a_final_settlement_names_who_leaves(january):
    refused = january("payrun", "new", *JANUARY, "--final", "--json")
    assert (refused.status, refused.error["message"]) == (1, "Say whose final settlement it is.")
    stays = january("payrun", "new", *JANUARY, "--final", "--employee", "W-001", "--json")
    assert stays.status == 1
    assert "W-001 does not leave by 2026-01-31" in stays.error["message"]
