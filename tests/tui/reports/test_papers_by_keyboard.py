"""Papers from the menu of reports."""

from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from models.book.book import Book
from tests.tui.picture import SIZES, press, screen_text, showing, write
from tests.tui.waiting import settle
from tui.widgets.dialogs import Confirm, Notice


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


async def test_payslips_of_a_chosen_run_become_a_pdf(demo: Book, tmp_path: Path) -> None:
    async with showing(demo, "reports") as pilot:
        await press(pilot, "enter", "enter", "down", "enter", "tab", "enter", "down", "down")
        await press(pilot, "enter", "tab", "enter", "down", "enter", "ctrl+s")
        await write(pilot, str(tmp_path / "april"))
        assert "april.pdf" in await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Notice)
    document = pypdfium2.PdfDocument(tmp_path / "april.pdf")
    assert len(document) >= 24, "one on an A5 page"
    assert round(document[0].get_width()) == 420
    assert "Payslip" in document[0].get_textpage().get_text_range(), "in English, as chosen"


async def test_the_month_s_sales_become_a_pdf_a_workbook_and_a_text(
    demo: Book, tmp_path: Path
) -> None:
    async with showing(demo, "reports") as pilot:
        for place, ending in enumerate(("pdf", "xlsx", "csv")):
            await press(pilot, "home", "down", "enter", "tab", "enter", *["down"] * place, "enter")
            await press(pilot, "ctrl+s")
            await write(pilot, str(tmp_path / f"sales.{ending}"))
            assert "The file is written." in await press(pilot, "enter")
            await press(pilot, "escape")
    assert "32,479.95" in pdf_text(tmp_path / "sales.pdf")
    assert load_workbook(tmp_path / "sales.xlsx").sheetnames[0].startswith("Totals")
    assert "2026-04,CNY,total" in (tmp_path / "sales.csv").read_text(encoding="utf-8-sig")


async def test_records_of_a_period_become_a_file(demo: Book, tmp_path: Path) -> None:
    async with showing(demo, "reports") as pilot:
        await press(pilot, "end", "enter", "ctrl+s")
        await write(pilot, str(tmp_path / "shifts.csv"))
        await press(pilot, "enter")
    lines = (tmp_path / "shifts.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("employee,date,start,end")
    assert all(",2026-04-" in line for line in lines[1:])
    assert len(lines) > 100


async def test_the_register_of_a_year_becomes_a_pdf_a_workbook_and_a_text(
    demo: Book, tmp_path: Path
) -> None:
    async with showing(demo, "reports") as pilot:
        for place, ending in enumerate(("pdf", "xlsx", "csv")):
            await press(pilot, "home", "down", "down", "down", "enter", "tab", "tab", "enter")
            await press(pilot, *["down"] * place, "enter", "ctrl+s")
            assert pilot.app.focused.value.endswith(f"register-2026.{ending}")
            await write(pilot, str(tmp_path / f"year.{ending}"))
            assert "The file is written." in await press(pilot, "enter")
            await press(pilot, "escape")
    assert "All sites" in pdf_text(tmp_path / "year.pdf")
    assert len(load_workbook(tmp_path / "year.xlsx").sheetnames) > 1
    assert (tmp_path / "year.csv").stat().st_size > 100


async def test_the_register_of_a_year_can_be_that_of_one_site(demo: Book, tmp_path: Path) -> None:
    async with showing(demo, "reports") as pilot:
        await press(pilot, "end", "up", "enter", "tab", "enter", "down", "enter", "ctrl+s")
        await write(pilot, str(tmp_path / "site.pdf"))
        assert "The file is written." in await press(pilot, "enter")
    assert "All sites" not in pdf_text(tmp_path / "site.pdf")


async def test_without_an_approved_run_a_year_has_no_register(book: Book) -> None:
    async with showing(book, "reports") as pilot:
        assert "There is no approved pay run yet." in await press(pilot, "end", "up", "enter")


async def test_reports_say_where_the_papers_of_a_run_and_of_a_worker_are(book: Book) -> None:
    async with showing(book, "reports") as pilot:
        shown = screen_text(pilot.app)
        assert "4 Wages, y on a pay run, then p." in shown
        assert "2 Employees, Enter on them, then p." in shown


async def test_a_file_that_is_there_is_not_written_over_unasked(demo: Book, tmp_path: Path) -> None:
    there = tmp_path / "sales.pdf"
    there.write_text("mine")
    async with showing(demo, "reports") as pilot:
        await press(pilot, "down", "enter", "ctrl+s")
        await write(pilot, str(there))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "n")
    assert there.read_text() == "mine"


async def test_a_place_that_cannot_be_written_is_said_in_a_sentence(
    demo: Book, tmp_path: Path
) -> None:
    async with showing(demo, "reports") as pilot:
        await press(pilot, "down", "enter", "ctrl+s")
        await write(pilot, str(tmp_path / "nowhere" / "sales.pdf"))
        assert "There is no such folder." in await press(pilot, "enter")


async def test_a_period_that_ends_before_it_starts_is_refused(demo: Book) -> None:
    async with showing(demo, "reports") as pilot:
        await press(pilot, "end", "enter", "tab", "tab")
        await write(pilot, "2026-01-01")
        assert "The last day is before the first." in await press(pilot, "ctrl+s")


async def test_without_a_pay_run_it_says_how_to_get_one(book: Book) -> None:
    async with showing(book, "reports") as pilot:
        assert "There is no pay run yet." in await press(pilot, "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_reports_look_as_they_did(
    demo: Book, size: tuple[int, int], snapshot: object
) -> None:
    async with showing(demo, "reports", size=size) as pilot:
        await settle(pilot)
        assert screen_text(pilot.app) == snapshot
        assert await press(pilot, "enter") == snapshot
        assert await press(pilot, "escape", "down", "enter") == snapshot
        assert await press(pilot, "escape", "down", "enter") == snapshot
