"""The cash of a run on paper, in a workbook and in a text file."""

import csv
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.errors import FileRefusedError
from models.wages.cash import CashKit, CashPay, Purse, by_site, kit_of
from models.wages.denominations import MOST_NOTES, usual_notes
from reports.cash_files import write_cash_sheet_csv, write_cash_sheet_xlsx
from reports.cash_labels import LABELS_ON_SHEET, envelope_labels_pdf, write_envelope_labels
from reports.cash_sheet import cash_sheet_pdf, write_cash_sheet_pdf
from tests.reports.papers import opened, overlapping, squeezed, texts, words
from tests.reports.samples import HOSTILE_NAMES, MAY

MM = 72 / 25.4


def kit(
    currency: str = "CNY",
    amounts: Sequence[int] = (388_880, 120_000, 45_050),
    *,
    sites: Sequence[str] = ("", "North", "North"),
    uncollected: bool = False,
    values: Sequence[int] = (),
) -> CashKit:
    """A kit of codes W-000, W-001 …, a site for each or over again."""
    purse = Purse(values or usual_notes(currency))
    pays = [
        CashPay(
            number=f"3-W-{n:03d}",
            code=f"W-{n:03d}",
            work_name=f"Maple {n}",
            site=sites[n * len(sites) // len(amounts)],
            paid=amount,
            notes=purse.pays(amount) or (),
        )
        for n, amount in enumerate(amounts)
    ]
    return kit_of(by_site(pays), 3, MAY, currency, purse.values, uncollected=uncollected)


def test_the_slip_has_each_note_the_total_and_room_to_sign_and_names_nobody() -> None:
    slip, sheet = texts(cash_sheet_pdf([kit()], header="Riverside"))
    for text in ("Cash withdrawal", "5,539.30 CNY", "Riverside", "Pay run 3", "1–31 May 2026"):
        assert text in slip
    for row in ("100545,400.00", "502100.00", "20120.00", "0.130.30", "Total675,539.30"):
        assert row in squeezed(slip)
    assert "Date Handed out by Received by" in slip
    assert "W-0" not in slip
    assert "Maple" not in slip + sheet


def test_the_sheet_has_each_code_with_its_notes_and_adds_up_by_site_and_in_all() -> None:
    sheet = squeezed(texts(cash_sheet_pdf([kit()]))[1])
    for row in ("W-000381", "3,888.80", "W-001121,200.00", "Total", "1,650.50", "5,539.30"):
        assert row in sheet
    assert [sheet.index(text) for text in ("Nosite", "North", "Allsites")] == sorted(
        sheet.index(text) for text in ("Nosite", "North", "Allsites")
    )
    assert "Packed" in sheet
    assert "Checked" in sheet
    alone = texts(cash_sheet_pdf([kit(sites=["North"])]))[1]
    assert "All sites" not in alone


def test_what_is_counted_back_says_so() -> None:
    slip, sheet = texts(cash_sheet_pdf([kit(uncollected=True)]))
    assert "Cash to count back" in slip
    assert "Date Counted by Checked by" in slip
    assert "Pay not collected" in sheet


def test_a_run_without_cash_is_a_slip_of_nothing() -> None:
    empty = kit_of((), 3, MAY, "CNY", (100,))
    (slip,) = texts(cash_sheet_pdf([empty]))
    assert "0.00 CNY" in slip


def test_each_currency_has_a_slip_and_a_sheet() -> None:
    pages = texts(cash_sheet_pdf([kit(), kit("KRW", [2_000_000])]))
    assert len(pages) == 4
    assert "2,000,000 KRW" in pages[2]
    assert "50,000" in pages[3]


def test_a_long_sheet_repeats_its_headings_and_site_and_numbers_its_pages() -> None:
    many = kit(amounts=[100_000 + n for n in range(200)], sites=["North", "South"])
    _slip, *pages = texts(cash_sheet_pdf([many]))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
        assert "Code" in page
        assert "North" in page or "South" in page
    everything = "".join(pages)
    for n in range(200):
        assert everything.count(f"W-{n:03d}\n") + everything.count(f"W-{n:03d} ") == 1


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
@pytest.mark.parametrize(
    ("currency", "amounts", "values"),
    [
        ("KRW", [99_999_999, 2_156_880, 1], ()),
        ("VND", [9_999_999_000_000, 1_000], ()),
        ("EUR", [10**13 + 38_888, 38_888], ()),
        ("CNY", [10**12 + 17], [2**n for n in range(MOST_NOTES)]),
    ],
)
def test_nothing_overlaps_and_nothing_leaves_the_page(
    language: str, currency: str, amounts: list[int], values: list[int]
) -> None:
    one = kit(currency, amounts, sites=HOSTILE_NAMES[: len(amounts)], values=values)
    for content in (
        cash_sheet_pdf([one], language=language, header=HOSTILE_NAMES[6] * 3),
        envelope_labels_pdf([one], language=language, names=True),
    ):
        for page, sheet in enumerate(opened(content)):
            width, height = sheet.get_size()
            found = words(content, page)
            assert found
            assert not overlapping(found)
            assert all(word.embedded for word in found)
            assert all(word.box[0] > 12 and word.box[2] < width - 12 for word in found)
            assert all(word.box[1] > 12 and word.box[3] < height - 12 for word in found)


def test_the_longest_code_and_hostile_names_stay_on_their_label() -> None:
    names = [*HOSTILE_NAMES, "W" * 80]
    purse = Purse(usual_notes("CNY"))
    pays = [
        CashPay(f"123456-{'W' * 20}", "W" * 20, name, name, 10**11, purse.pays(10**11) or ())
        for name in names
    ]
    one = kit_of(by_site(pays), 3, MAY, "CNY", purse.values)
    content = envelope_labels_pdf([one], names=True)
    found = words(content)
    assert not overlapping(found)
    for word in found:
        left, right = word.box[0] // (70 * MM), word.box[2] // (70 * MM)
        assert left == right, word


def test_a_label_has_code_site_period_payslip_and_amount_but_a_name_only_if_asked_for() -> None:
    (plain,) = texts(envelope_labels_pdf([kit()]))
    for text in ("W-001", "North", "1–31 May 2026", "Payslip 3-W-001", "1,200.00 CNY"):
        assert text in plain
    assert "Maple" not in plain
    (discreet,) = texts(envelope_labels_pdf([kit()], names=True, amounts=False))
    assert "Maple 1" in discreet
    assert "CNY" not in discreet
    assert "1,200.00" not in discreet


def test_labels_lie_where_the_sheet_has_them() -> None:
    content = envelope_labels_pdf([kit(amounts=[100] * 25, sites=["North"])])
    assert len(opened(content)) == 2
    height = opened(content)[0].get_size()[1]
    for word in words(content):
        if match := re.fullmatch(r"W-(\d+)", word.text):
            down, across = divmod(int(match[1]), 3)
            assert across * 70 * MM < word.box[0] < word.box[2] < (across + 1) * 70 * MM
            top = height - (0.5 + down * 37) * MM
            assert top - 37 * MM < word.box[1] < word.box[3] < top


def test_a_sheet_of_labels_that_was_begun_is_used_up() -> None:
    content = envelope_labels_pdf([kit(amounts=[100] * 4, sites=["N"])], first=LABELS_ON_SHEET - 1)
    first, second = texts(content)
    assert "W-001" in first
    assert "W-002" not in first
    assert "W-002" in second


def test_the_workbook_has_the_papers_columns_and_sums(tmp_path: Path) -> None:
    one, path = kit(), tmp_path / "cash.xlsx"
    write_cash_sheet_xlsx(path, [one])
    book = load_workbook(path)
    assert book.sheetnames == ["Notes and coins", "Cash sheet", "Sites"]
    head, *rows, total = book["Cash sheet"].iter_rows(values_only=True)
    assert head == (
        "Site", "Code", "Payslip", "100", "50", "20", "10", "5", "1", "0.5", "0.1", "Amount",
    )  # fmt: skip
    for column in range(3, 12):
        assert sum(Decimal(str(row[column])) for row in rows) == Decimal(str(total[column]))
    assert Decimal(str(total[-1])) * 100 == one.total
    assert [row[0] for row in book["Sites"].iter_rows(values_only=True)] == [
        "Site", "No site", "North", "Total",
    ]  # fmt: skip
    worth = sum(row[0] * row[1] for row in book["Notes and coins"].iter_rows(2, 9, 1, 2, True))
    assert round(worth, 2) == 5539.30


def test_the_text_file_has_employees_sites_and_the_total(tmp_path: Path) -> None:
    path = tmp_path / "cash.csv"
    write_cash_sheet_csv(path, kit())
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:5] == ["group", "site", "code", "payslip", "100.00"]
    assert [row["group"] for row in rows] == [
        "employee", "site", "employee", "employee", "site", "total",
    ]  # fmt: skip
    for group in ("employee", "site"):
        found = [Decimal(row["amount"]) for row in rows if row["group"] == group]
        assert sum(found) == Decimal(rows[-1]["amount"]) == Decimal("5539.30")


def test_no_site_is_a_formula_in_the_text_file(tmp_path: Path) -> None:
    path = tmp_path / "cash.csv"
    write_cash_sheet_csv(path, kit(sites=("=1+1", "+1", "@SUM(A1)")))
    with path.open(newline="", encoding="utf-8") as file:
        assert {row["site"][:1] for row in csv.DictReader(file)} == {"'", ""}


@pytest.mark.parametrize(
    "write",
    [
        lambda path: write_cash_sheet_pdf(path, [kit()]),
        lambda path: write_envelope_labels(path, [kit()]),
        lambda path: write_cash_sheet_xlsx(path, [kit()]),
        lambda path: write_cash_sheet_csv(path, kit()),
    ],
)
def test_files_are_for_their_owner_only_and_a_failure_is_said(write, tmp_path: Path) -> None:
    write(tmp_path / "cash")
    assert (tmp_path / "cash").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileRefusedError, match="no folder to put"):
        write(tmp_path / "none" / "cash")
