"""The pay register: the same columns and figures on paper, in a workbook and in a text file."""

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from models.money import Money
from models.wages.engine.values import Balance, Minutes
from models.wages.register_table import COLUMNS, EARNING_CODES, Register, registers_of
from models.wages.rows import PayslipRow, RunRow
from reports.register import register_pdf, write_register_pdf
from reports.register_columns import title_of
from reports.register_form import WIDTH, form_of
from reports.register_sheets import CSV_COLUMNS, write_register_csv, write_register_xlsx
from tests.reports.papers import opened, overlapping, texts, words
from tests.reports.samples import HOSTILE_NAMES, LONG_NAME, MAY, line, slip

SITES = ("North workshop", "South workshop")


def run_of(status: str = "approved", **more: Any) -> RunRow:
    values: dict[str, Any] = {
        "number": 3, "status": status, "kind": "regular", "period": MAY, "site": "",
        "currency": "CNY", "employees": 0, "gross": 0, "deductions": 0, "net": 0, "paid": 0,
        "set_aside": 0, **more,
    }  # fmt: skip
    return RunRow(**values)


def many(count: int, **more: Any) -> list[PayslipRow]:
    return [
        slip(
            number=f"3-W-{n:03d}", code=f"W-{n:03d}", work_name=f"Worker {n}",
            site=SITES[n * 2 // count], **more,
        )
        for n in range(count)
    ]  # fmt: skip


def registers(count: int = 25, status: str = "approved", **more: Any) -> tuple[Register, ...]:
    return registers_of(run_of(status), many(count, status=status, **more))


def yuan(minor: int) -> str:
    return str(Money(minor, "CNY"))


def everything(name: str = "Maple", **more: Any) -> PayslipRow:
    """A payslip with every line that there is, and amounts that need a lot of room."""
    earned = [
        line(code, 1, 12_345_678_9000, unit="amount", corrects="" if n else "2-W-001")
        for n, code in enumerate(("BASE", *EARNING_CODES))
    ]
    taken = [
        line(code, 1, 1_234_567_8900, unit="amount", group="deduction", corrects=corrects)
        for code, corrects in (("DEDUCTION", ""), ("ADVANCE", ""), ("ADVANCE", "2-W-001"))
    ]
    worked = Minutes(*(10_001 * n for n in range(5, 0, -1)))
    return slip(
        work_name=name, lines=(*earned, *taken, line("PIECE", Fraction(21, 2), 1, unit="piece")),
        minutes=worked, advances=Balance(99_999_999_99, 88_888_888_88), **more,
    )  # fmt: skip


def test_every_worker_has_a_row_and_every_page_its_headings_and_number() -> None:
    pages = texts(register_pdf(registers(60)))
    assert len(pages) > 3
    whole = "".join(pages)
    for n in range(60):
        assert whole.count(f"W-{n:03d}\n") == 1
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
        assert "Signature or thumbprint" in page
        assert "Gross" in page
    assert whole.count("Witnessed by") == 1
    assert "North workshop, continued" in whole


def test_twenty_five_workers_fit_three_pages_with_room_to_sign() -> None:
    (register,) = registers(25)
    form = form_of(register)
    assert form.height >= 30
    assert form.signature >= 110
    assert len(texts(register_pdf([register]))) <= 3


def test_paper_has_every_column_of_the_register() -> None:
    found = registers_of(run_of(), [everything(site="North")])
    codes = {column.code for column in found[0].columns}
    assert codes == set(COLUMNS)
    page = texts(register_pdf(found))[0].replace("\n", " ").replace("  ", " ")
    for column in found[0].columns:
        if column.code != "site":
            for word in title_of(column).split():
                assert word in page
    assert "North" in page
    stacked = {column.code for stack in form_of(found[0]).stacks for column in stack.columns}
    apart = {"code", "work_name", "site", "paid", "how", "paid_on", "signature"}
    assert stacked | apart == codes


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_nothing_overlaps_and_nothing_leaves_the_page(language: str) -> None:
    slips = [
        everything(name, site=(name * 3)[:60], currency=currency, code=name[:16])
        for name in HOSTILE_NAMES
        for currency in ("CNY", "KRW")
    ]
    content = register_pdf(
        registers_of(run_of("draft"), slips), language=language, header=LONG_NAME * 4
    )
    for number, page in enumerate(opened(content)):
        width, height = page.get_size()
        assert width > height
        found = words(content, number)
        assert not overlapping(found)
        assert all(word.box[0] > 20 and word.box[2] < width - 20 for word in found)
        assert all(word.box[1] > 0 and word.box[3] < height for word in found)


def test_stacks_fill_the_room_and_no_more() -> None:
    for found in (registers(3), registers_of(run_of(), [everything()])):
        form = form_of(found[0])
        last = form.stacks[-1]
        assert last.x + last.width <= form.paid_x + 0.01
        assert form.signature > 100
        assert form.signature_x < WIDTH


def test_a_draft_says_so_and_asks_nobody_to_sign() -> None:
    draft = texts(register_pdf(registers(2, "draft")))[0]
    assert draft.count("DRAFT") == 2
    assert "nobody is to sign it yet" in draft
    assert "has received" not in draft
    approved = texts(register_pdf(registers(2)))[0]
    assert "DRAFT" not in approved
    assert "has received the amount under" in approved


def test_what_was_not_collected_is_written_by_hand_until_somebody_is_paid() -> None:
    before = texts(register_pdf(registers(2)))[0]
    assert "Not collected: ________ employees, ________ CNY" in before
    first, second = many(2, status="approved")
    paid = slip(status="paid", code=first.code, paid_on=date(2026, 6, 5), site=first.site)
    during = texts(register_pdf(registers_of(run_of(), [paid, second])))[0]
    assert f"Not collected: 1 employee, {yuan(second.paid)}" in during
    assert "5 Jun 2026" in during
    after = texts(register_pdf(registers(2, "paid", paid_on=date(2026, 6, 5))))[0]
    assert "Everyone was paid." in after


def test_sums_by_way_of_payment_stand_beside_the_total() -> None:
    slips = [*many(3), slip(code="W-9", payment_method="bank", site=SITES[1])]
    page = texts(register_pdf(registers_of(run_of(), slips)))[0]
    assert f"Cash: 3 employees, {yuan(3 * slip().paid)}" in page
    assert f"Bank: 1 employee, {yuan(slip().paid)}" in page
    assert "4 employees" in page


def test_currencies_never_share_a_page() -> None:
    slips = [slip(), slip(code="W-2", currency="KRW", lines=(line("BASE", currency="KRW"),))]
    pages = texts(register_pdf(registers_of(run_of(), slips)))
    assert len(pages) == 2
    assert ["KRW" in page for page in pages] == [False, True]
    assert "page 2 of 2" in pages[1]


def test_an_empty_register_still_prints(tmp_path: Path) -> None:
    empty = registers_of(run_of("draft"), [])
    assert "0 employees" in texts(register_pdf(empty))[0]
    write_register_xlsx(tmp_path / "r.xlsx", empty)
    write_register_csv(tmp_path / "r.csv", empty)


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    def stop(_done: int, _all: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_register_pdf(tmp_path / "r.pdf", registers(), on_progress=stop)
    assert not list(tmp_path.iterdir())


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_workbook_and_text_file_have_the_columns_of_the_paper(tmp_path: Path) -> None:
    found = registers(25)
    write_register_xlsx(tmp_path / "r.xlsx", found)
    write_register_csv(tmp_path / "r.csv", found)
    sheet = load_workbook(tmp_path / "r.xlsx")["Pay register"]
    head = [cell.value for cell in sheet[1]]
    assert head == [title_of(column) for column in found[0].columns]
    codes = [column.code for column in found[0].columns]
    assert list(read(tmp_path / "r.csv")[0]) == [*CSV_COLUMNS, *codes]


def test_the_workbook_has_numbers_that_add_up(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    (register,) = found = registers(25)
    write_register_xlsx(path, found)
    book = load_workbook(path)
    assert book.sheetnames == ["Pay register", "Sites", "Pay run"]
    head, *rows, total = list(book["Pay register"].iter_rows(values_only=True))
    assert (len(rows), total[0]) == (25, "Total")
    for title in ("Gross", "Net", "Paid", "Overtime", "Deduction"):
        place = head.index(title)
        assert sum(Decimal(str(row[place])) for row in rows) == Decimal(str(total[place]))
    assert Decimal(str(total[head.index("Paid")])) * 100 == register.total.figures["paid"]
    hours = book["Pay register"].cell(2, head.index("Hours") + 1)
    assert hours.number_format == "[h]:mm"
    assert hours.value.total_seconds() == 180 * 3600
    assert book["Pay register"].cell(2, head.index("Net") + 1).number_format == "#,##0.00"
    _head, *sites, all_sites = list(book["Sites"].iter_rows(values_only=True))
    assert [row[head.index("Site")] for row in sites] == list(SITES)
    assert all_sites[head.index("Net")] == total[head.index("Net")]
    cash = dict(book["Pay run"].iter_rows(min_row=2, values_only=True))["Cash"]
    assert Decimal(str(cash)) * 100 == register.total.in_cash


def test_won_have_no_decimals_and_a_draft_is_named_so(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    won = (line("BASE", 1, 20_602_400_000, unit="month", currency="KRW"),)
    slips = [slip(currency="KRW", lines=won)]
    write_register_xlsx(path, registers_of(run_of("draft", currency="KRW"), slips))
    book = load_workbook(path)
    assert book.sheetnames[0] == "DRAFT Pay register"
    net = [cell.value for cell in book.worksheets[0][1]].index("Net") + 1
    assert book.worksheets[0].cell(2, net).number_format == "#,##0"


def test_the_text_file_adds_up_by_site_and_in_all(tmp_path: Path) -> None:
    (register,) = found = registers(25)
    write_register_csv(tmp_path / "r.csv", found)
    rows = read(tmp_path / "r.csv")
    by_kind = {
        kind: sum(Decimal(row["paid"]) for row in rows if row["row"] == kind)
        for kind in ("employee", "site", "total", "not_collected")
    }
    assert set(by_kind.values()) == {Decimal(register.total.figures["paid"]) / 100}
    first = rows[0]
    assert (first["run"], first["currency"], first["status"]) == ("3", "CNY", "approved")
    assert (first["hours"], first["basis"], first["how"]) == ("180:00", "hourly", "cash")
    assert first["rate"] == "25.00"


def test_no_name_is_a_formula_in_either_file(tmp_path: Path) -> None:
    names = ("=1+1", "+1", "-1", "@SUM(A1)", '=cmd|"/C calc"!A0')
    slips = [slip(work_name=name, site=name, code=name) for name in names]
    found = registers_of(run_of(), slips)
    write_register_xlsx(tmp_path / "r.xlsx", found)
    write_register_csv(tmp_path / "r.csv", found)
    sheet = load_workbook(tmp_path / "r.xlsx").worksheets[0]
    assert {sheet.cell(2, n).data_type for n in (1, 2, 3)} <= {"s", "inlineStr"}
    assert all(row["work_name"][:1] in ("", "'") for row in read(tmp_path / "r.csv"))
    assert all(row["site"][:1] in ("", "'") for row in read(tmp_path / "r.csv"))
