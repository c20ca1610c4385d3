"""Papers about one employee, from their page: a year, and a letter."""

from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from textual.widgets import Select

from models.book.book import Book
from models.employees.actions import add_employee
from models.employees.drafts import EmployeeDraft
from tests.print_server import PrintServer
from tests.tui.picture import SIZES, press, screen_text, showing, write
from tests.tui.waiting import settle
from tui.employees.paper_form import PaperForm
from tui.widgets.dialogs import Notice
from tui.widgets.path_dialog import PathDialog


def pdf_text(path: Path) -> str:
    return pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()


async def choose(pilot, **chosen: str) -> None:
    """Choose in the form by value."""
    form = pilot.app.screen
    assert isinstance(form, PaperForm)
    for name, value in chosen.items():
        entry = form.rows[name].field.entry
        assert isinstance(entry, Select)
        entry.value = value
        await settle(pilot)


async def go_on(pilot, path: Path) -> None:
    await press(pilot, "ctrl+s")
    await write(pilot, str(path))
    assert "The file is written." in await press(pilot, "enter")
    assert isinstance(pilot.app.screen, Notice)
    await press(pilot, "escape")


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv"])
async def test_a_year_becomes_a_file_under_the_code(
    demo: Book, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"year.{ending}"
    async with showing(demo, "employees") as pilot:
        await press(pilot, "enter", "p")
        await choose(pilot, paper=ending)
        await go_on(pilot, path)
    if ending == "pdf":
        assert "W-001" in pdf_text(path)
        assert "이슬" not in pdf_text(path)
    elif ending == "xlsx":
        assert load_workbook(path).sheetnames[0] == "W-001 2026 CNY"
    else:
        assert path.read_text().startswith("year,employee,currency,group,item,01,")


async def test_a_letter_goes_under_a_name_typed_for_it_alone(demo: Book, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    async with showing(demo, "employees") as pilot:
        await press(pilot, "enter", "p")
        await choose(pilot, paper="letter", language="en", named="typed")
        assert "Please" in await press(pilot, "ctrl+s"), "a name is asked for"
        await write(pilot, "Rosa [/B] 김")
        await go_on(pilot, path)
        form = await press(pilot, "p")
        assert "Rosa" not in form
    said = pdf_text(path)
    assert "Rosa [/B] 김" in said
    assert "W-001" not in said
    assert "Confirmation of employment and earnings" in said


async def test_only_a_letter_can_go_under_a_name_that_is_typed(demo: Book) -> None:
    async with showing(demo, "employees") as pilot:
        await press(pilot, "enter", "p")
        await choose(pilot, paper="letter", named="typed")
        assert pilot.app.screen.rows["name"].display
        await choose(pilot, paper="pdf")
        form = pilot.app.screen
        assert form.values()["named"] == "code"
        assert not form.rows["name"].display
        assert not form.rows["months"].display


async def test_who_was_never_paid_is_offered_a_letter_only(book: Book, tmp_path: Path) -> None:
    add_employee(book, EmployeeDraft.model_validate({"code": "W/1", "joined_on": "2026-01-01"}))
    async with showing(book, "employees") as pilot:
        shown = await press(pilot, "enter", "p")
        assert "Letter: employment and earnings" in shown
        assert "Year" not in shown
        await choose(pilot, language="en")
        await press(pilot, "ctrl+s")
        assert "letter-W-1.pdf" in pilot.app.focused.value
        await write(pilot, str(tmp_path / "letter.pdf"))
        await press(pilot, "enter")
    assert "Confirmation of employment" in pdf_text(tmp_path / "letter.pdf")


async def test_who_joins_later_is_refused_in_a_sentence(book: Book, tmp_path: Path) -> None:
    add_employee(book, EmployeeDraft.model_validate({"code": "W-1", "joined_on": "2027-01-01"}))
    async with showing(book, "employees") as pilot:
        await press(pilot, "f")
        pilot.app.screen.rows["status"].field.entry.value = "all"
        await press(pilot, "ctrl+s", "enter", "p", "ctrl+s")
        await write(pilot, str(tmp_path / "letter.pdf"))
        assert "W-1 joins on 2027-01-01" in await press(pilot, "enter")
    assert not list(tmp_path.glob("*.pdf"))


def arrived(print_server: PrintServer, screen: str) -> str:
    """The text of what came out of the printer as the job that the screen names."""
    job = screen.partition(" as job ")[2].split()[0].rstrip(".│")
    with pypdfium2.PdfDocument(print_server.printed(job)) as pdf:
        return str(pdf[0].get_textpage().get_text_range())


@pytest.mark.parametrize(
    ("kind", "said"), [("pdf", "Statement of wages 2026"), ("letter", "To whom it may concern")]
)
async def test_a_paper_is_printed_without_a_file(
    demo: Book, print_server: PrintServer, kind: str, said: str
) -> None:
    async with showing(demo, "employees") as pilot:
        await press(pilot, "enter", "p")
        await choose(pilot, paper=kind, language="en", to="Paper")
        told = await press(pilot, "ctrl+s")
        assert "The printer has it." in told
        assert said in arrived(print_server, told)


async def test_a_printer_that_takes_nothing_is_said_in_a_sentence(
    demo: Book, print_server: PrintServer
) -> None:
    async with showing(demo, "employees") as pilot:
        await press(pilot, "enter", "p")
        await choose(pilot, to="Refusing")
        assert "does not take the job" in " ".join((await press(pilot, "ctrl+s")).split())


async def test_a_spreadsheet_is_not_printed(demo: Book, print_server: PrintServer) -> None:
    async with showing(demo, "employees") as pilot:
        await press(pilot, "enter", "p")
        await choose(pilot, to="Paper", paper="xlsx")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, PathDialog)


@pytest.mark.parametrize("size", SIZES)
async def test_how_the_form_looks(demo: Book, snapshot, size: tuple[int, int]) -> None:
    async with showing(demo, "employees", size=size) as pilot:
        await press(pilot, "enter", "p")
        assert screen_text(pilot.app) == snapshot(name="year")
        await choose(pilot, paper="letter", named="typed")
        assert screen_text(pilot.app) == snapshot(name="letter")
