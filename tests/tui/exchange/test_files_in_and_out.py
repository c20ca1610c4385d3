"""Importing with a preview and exporting, from a section, on a real book."""

import re
from pathlib import Path

import pytest

from models.book.book import Book
from models.employees.queries import employees, terms
from models.shifts.queries import shifts
from tests.conftest import TODAY
from tests.models.wages.bookkeeping import hire, work
from tests.tui.picture import SIZES, look_around, press, screen_text, showing
from tui.exchange.mapping import MappingForm
from tui.exchange.preview import PreviewScreen
from tui.widgets.dialogs import Notice

GOOD = """employee,date,start,end,note
W-1,2026-05-04,09:00,17:00,Ann [/B]
W-1,2026-05-05,22:00,06:00,[A1]
"""
BAD = """employee,date,start,end,Remark
W-1,2026-05-04,09:00,17:00,x
W-7,2026-05-04,09:00,17:00,x
W-1,2026-02-31,09:00,17:00,x
W-1,2026-05-05,nine,17:00,x
Ann [/B],2026-05-05,09:00,17:00,x
W-1,2026-05-04,16:00,18:00,x
"""


@pytest.fixture
def workshop(book: Book) -> Book:
    hire(book, "W-1", "hourly", "20")
    return book


@pytest.fixture
def file(tmp_path: Path):
    def made(text: str, name: str = "file.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return made


def said(shown: str) -> str:
    """The words on the screen, where they are broken into lines put together again."""
    return " ".join(re.sub("[│╭╮╰╯─]", " ", shown).split())


async def choose(pilot, path: Path) -> str:
    pilot.app.focused.value = str(path)
    return await press(pilot, "enter")


async def test_a_good_file_is_shown_first_and_then_imported(workshop: Book, file) -> None:
    async with showing(workshop, "shifts") as pilot:
        await press(pilot, "i")
        shown = await choose(pilot, file(GOOD))
        assert "2 rows: 2 to add." in shown
        assert "Ann [/B]" in shown
        assert shifts(workshop).count() == 0, "a preview changes nothing"
        shown = await press(pilot, "enter")
        assert "16 h worked" in shown
        assert shifts(workshop).count() == 2
        await press(pilot, "i")
        shown = await choose(pilot, file(GOOD))
        assert "2 rows: 0 to add, 2 in the book already." in shown
        assert "There is nothing to add." in shown
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, PreviewScreen)


async def test_every_fault_is_listed_and_the_good_rows_can_go_in_alone(
    workshop: Book, file
) -> None:
    async with showing(workshop, "shifts", size=(120, 40)) as pilot:
        await press(pilot, "i")
        shown = await choose(pilot, file(BAD))
        assert "6 rows: 1 to add, 5 with something wrong." in shown
        assert "no column is called so here: Remark" in shown
        for fault in ("W-7", "2026-02-31", "nine", "Ann [/B]", "overlaps the shift 2026-05-04"):
            assert fault in shown
        await press(pilot, "escape")
        assert shifts(workshop).count() == 0, "back, and nothing changed"
        await press(pilot, "i")
        assert "Import the 1 good row only" in await choose(pilot, file(BAD))
        await press(pilot, "ctrl+s")
    assert [row.day.day for row in shifts(workshop).all()] == [4]


async def test_columns_by_other_names_are_matched_by_hand(workshop: Book, file) -> None:
    other = "Worker,Tag,From,Until,[A1]\nW-1,2026-05-04,09:00,17:00,x\n"
    async with showing(workshop, "shifts") as pilot:
        await press(pilot, "i")
        assert "Which column of file.csv is which? (shifts)" in await choose(pilot, file(other))
        form = pilot.app.screen
        assert isinstance(form, MappingForm)
        assert "Please choose one." in await press(pilot, "ctrl+s")
        for place, name in enumerate(("employee", "date", "start", "end")):
            form.rows[name].field.entry.put(str(place))
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, PreviewScreen)
        await press(pilot, "e")
        assert pilot.app.screen.values()["employee"] == "0", "what was said is kept"
        await press(pilot, "ctrl+s", "enter")
    assert shifts(workshop).count() == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\x00\x01\xff\xfe" * 50, "is neither a CSV file in UTF-8 nor an XLSX file"),
        (b"PK\x03\x04 not a workbook", "is neither a CSV file in UTF-8 nor an XLSX file"),
        (b"employee,employee,date,start,end\n1,2,3,4,5\n", "This column stands twice."),
    ],
    ids=["empty", "binary", "broken", "twice"],
)
async def test_a_file_that_is_no_table_is_refused_in_a_sentence(
    workshop: Book, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    async with showing(workshop, "shifts") as pilot:
        await press(pilot, "i")
        assert sentence in said(await choose(pilot, path))
        assert isinstance(pilot.app.screen, Notice)


async def test_employees_and_terms_go_out_and_would_come_back(demo: Book, tmp_path: Path) -> None:
    people, agreed = employees(demo, on=TODAY).count(), terms(demo).count()
    async with showing(demo, "employees") as pilot:
        for name, kind, count in (("p.csv", (), people), ("t.xlsx", ("down",), agreed)):
            await press(pilot, "x", *kind, "enter")
            await choose(pilot, tmp_path / name)
            await press(pilot, "i", *kind, "enter")
            shown = await choose(pilot, tmp_path / name)
            assert f"{count} rows: 0 to add, {count} in the book already." in shown
            await press(pilot, "escape")


async def test_only_what_is_shown_is_exported(workshop: Book, tmp_path: Path) -> None:
    work(workshop, "W-1", "2026-04-30", "2026-05-04", "2026-06-01")
    path = tmp_path / "may.csv"
    async with showing(workshop, "shifts") as pilot:
        assert "shifts-2026-05-01-2026-05-31.csv" in await press(pilot, "x")
        await choose(pilot, path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("employee,date,start,end")
    assert [line.split(",")[1] for line in lines[1:]] == ["2026-05-04"]


async def test_a_name_with_another_ending_is_refused(workshop: Book, tmp_path: Path) -> None:
    async with showing(workshop, "shifts") as pilot:
        await press(pilot, "x")
        shown = await choose(pilot, tmp_path / "shifts.pdf")
        assert "has to end in .csv or .xlsx: shifts.pdf" in said(shown)
    assert not list(tmp_path.glob("shifts*"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_previews_look_as_they_did(
    workshop: Book, file, snapshot, size: tuple[int, int]
) -> None:
    async with showing(workshop, "shifts", size=size) as pilot:
        for name, text in (("good", GOOD), ("bad", BAD), ("other", "Worker,Tag\nW-1,1\n")):
            await press(pilot, "i")
            await choose(pilot, file(text))
            await look_around(pilot, snapshot, {name: ()})
        assert "No shifts here." in screen_text(pilot.app)
