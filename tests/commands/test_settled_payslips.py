"""Payslips with instalments, rounding and corrections, as text and as JSON."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Wagebook

PEOPLE = (
    "code,work_name,site,language,joined_on,basis,rate,daily_hours\n"
    "W-004,Bo,,en,2026-01-01,daily,120.5,8\n"
)
SHIFTS = (
    "employee,date,start,end,break_minutes\n"
    "W-004,2026-01-05,08:00,16:30,30\n"
    "W-004,2026-01-06,08:00,16:30,30\n"
    "W-004,2026-02-05,08:00,16:30,30\n"
)
LATE = "employee,date,start,end,break_minutes\nW-004,2026-01-07,08:00,16:30,30\n"
ADVANCES = (
    "employee,date,amount,instalment,first_due,kind,note\n"
    "W-004,2026-01-20,150,100,2026-01-31,loan,school fees\n"
)


@pytest.fixture
def settled(
    wagebook: Wagebook, written: Callable[[str, str | bytes], Path]
) -> Callable[..., Wagebook]:
    """A paid January, a shift found late, and February as a draft; whole yuan are paid."""
    wagebook("new", "--name", "P", "--currency", "CNY")
    wagebook("settings", "pay_rules", "PLAIN")
    wagebook("settings", "cash_smallest", "1")
    for kind, content in (("employees", PEOPLE), ("shifts", SHIFTS), ("advances", ADVANCES)):
        wagebook("import", kind, written(f"{kind}.csv", content))
    wagebook("payrun", "new", "--from", "2026-01-01", "--to", "2026-01-31")
    wagebook("payrun", "approve", "1")
    wagebook("payrun", "pay", "1", "--on", "2026-02-01")
    wagebook("import", "shifts", written("late.csv", LATE))
    wagebook("payrun", "new", "--from", "2026-02-01", "--to", "2026-02-28")
    return wagebook


JANUARY = """\
Payslip 1-W-004 · paid on 2026-02-01
W-004 · Bo
2026-01-01 – 2026-01-31 · daily · PLAIN · CNY

Basic pay                                    241.00
    2026-01-01 – 2026-01-31: 2 days × 120.50 = 241.00
Advance repaid: school fees                 −100.00
    2026-01-20: 150.00 − 100.00 = 50.00 still owed

Gross                                        241.00
Deductions                                   100.00
Net pay                                      141.00
Paid                                         141.00
Hours worked: 16 h
Advances: 150.00 CNY owed before − 100.00 CNY repaid = 50.00 CNY still owed.
"""

FEBRUARY = """\
Payslip 2-W-004 · draft
W-004 · Bo
2026-02-01 – 2026-02-28 · daily · PLAIN · CNY

Basic pay                                         120.50
    2026-02-01 – 2026-02-28: 1 day × 120.50 = 120.50
Basic pay – correction of payslip 1-W-004         120.50
    2026-01-01 – 2026-01-31: 3 days × 120.50 = 361.50 − 241.00 paid before = 120.50
Advance repaid: school fees                       −50.00
    2026-01-20: 50.00 − 50.00 = 0.00 still owed

Gross                                             241.00
Deductions                                         50.00
Net pay                                           191.00
To be paid                                        191.00
Hours worked: 8 h
Advances: 50.00 CNY owed before − 50.00 CNY repaid = 0.00 CNY still owed.
"""


def test_a_payslip_says_what_it_corrects_and_what_is_owed(settled: Wagebook) -> None:
    assert settled("payslip", "1-W-004").out == JANUARY
    assert settled("payslip", "2-W-004").out == FEBRUARY


def test_the_document_has_the_corrected_payslip_and_both_balances(settled: Wagebook) -> None:
    paid = settled("payslip", "1-W-004", "--json").json
    assert [line["corrects"] for line in paid["lines"]] == [None, None]
    assert paid["advances"] == {"before": "150.00", "after": "50.00"}
    assert paid["advance_balance"] == "50.00"
    assert paid["account"] == {"before": "0.00", "after": "0.00"}
    assert (paid["paid_on"], paid["printed_on"]) == ("2026-02-01", None)
    draft = settled("payslip", "2-W-004", "--json").json
    assert [line["corrects"] for line in draft["lines"]] == [None, "1-W-004", None]
    assert draft["lines"][1]["less"] == "241.00"
    assert (draft["minutes"]["worked"], paid["corrected_minutes"]) == (8 * 60, [])
    [hours] = draft["corrected_minutes"]
    assert (hours["payslip"], hours["worked"], hours["overtime"]) == ("1-W-004", 8 * 60, 0)
    assert draft["paid_on"] is None


def test_rounding_stands_between_net_pay_and_what_is_paid(settled: Wagebook) -> None:
    settled("settings", "cash_smallest", "5")
    settled("payrun", "recompute", "2")
    said = settled("payslip", "2-W-004").out
    assert (
        "Net pay                                           191.00\n"
        "Rounding                                            4.00\n"
        "To be paid                                        195.00\n"
    ) in said
    assert "Rounded up to the smallest note or coin: 4.00 CNY to be taken back later." in said
    document = settled("payslip", "2-W-004", "--json").json
    assert (document["net"], document["paid"]) == ("191.00", "195.00")
    assert document["account"] == {"before": "0.00", "after": "4.00"}


def test_an_instalment_is_explained_by_its_advance(settled: Wagebook) -> None:
    said = settled("payslip", "1-W-004", "--explain").out
    assert "2026-01-20  loan  150.00  150.00 owed  school fees" in said
    lines = settled("payslip", "1-W-004", "--explain", "--json").json["lines"]
    source = lines[1]["sources"][0]
    assert (source["kind"], source["amount"], source["counted"]) == ("advance", "150.00", "150.00")


def test_a_payslip_printed_again_says_that_it_is_a_copy(settled: Wagebook, tmp_path: Path) -> None:
    assert settled("payslips", "1", "--out", tmp_path / "first.pdf").status == 0
    assert "printed on" in settled("payslip", "1-W-004").out
    assert settled("payslip", "1-W-004", "--json").json["printed_on"]


def test_amounts_stay_in_their_column_however_long_a_label_is(
    settled: Wagebook, written: Callable[[str, str | bytes], Path]
) -> None:
    note = "clothing and shoes " * 6
    rows = f"employee,date,item,amount,note\nW-004,2026-02-10,BONUS,30,{note}\n"
    settled("import", "adjustments", written("bonus.csv", rows))
    settled("payrun", "recompute", "2")
    lines = settled("payslip", "2-W-004").out.splitlines()
    ends = {len(line) for line in lines if line.startswith(("Basic pay", "Gross", "Net pay"))}
    (place,) = [n for n, line in enumerate(lines) if line.startswith("Bonus: clothing")]
    (end,) = ends
    assert max(map(len, lines[place : place + 2])) == end
    assert lines[place + 1].startswith("  ")
    assert lines[place + 1].endswith(" 30.00")
